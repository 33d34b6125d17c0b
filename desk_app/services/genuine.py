"""Thư này có thật không: what a code on a sheet says, looked up in this register alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from common.names import tidy
from common.words import genuine as words
from common.words.labels import LETTER_WORDS, WAY_WORDS
from desk_app.db.letters import KeptLetter
from desk_app.db.overview import LetterLine
from desk_app.db.register import Reading
from desk_app.letters.setpage import BadPage
from desk_app.services.access_notes import done
from desk_app.services.letter_titles import letter_title
from desk_app.services.numbering import number_of
from desk_app.services.office import read_signatories
from desk_app.services.preview import PagePixels, Preview
from desk_app.services.printed_book import PrintedBookDesk
from desk_app.services.seat import Seat
from desk_app.services.seeking import CODE_LENGTH, code_in, letter_of
from desk_app.services.signed import signer_on
from desk_app.services.stored import any_letter
from desk_app.sync.link import IN_FORCE, DistrictLink, read_link
from exchange.token import ALPHABET, genuine, peek, read_code, spaced

COMPARE_DPI = 110
_HOST = re.compile(r"^(?:https?://)?([^/\s]+)/", re.IGNORECASE)
_FORGIVEN = f"{ALPHABET}OIL"
_SPECIMEN = re.compile(r"X{16}|0{16}")


@dataclass(frozen=True, slots=True)
class Near:
    """A letter of ours whose code is nearly the same."""

    letter: int
    differs: int
    told: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a code is: `code` one of common.words.genuine.VERDICTS, what to say of it, the letter of ours it belongs to
    with its facts as label and words, and what to open (Record.key: a letter alone below zero; 0 for nothing)."""

    code: str
    tone: str
    title: str
    text: str
    typed: str = ""
    letter: int = 0
    record: int = 0
    facts: tuple[tuple[str, str], ...] = ()
    near: Near | None = None
    warning: str = ""

    @property
    def drawn(self) -> bool:
        """Whether there is a sheet to compare with."""
        return bool(self.letter) and self.code != "erased"


@dataclass(frozen=True, slots=True)
class Genuine:
    """The codes of one desk."""

    seat: Seat

    def look(self, text: str) -> Verdict:
        """What was typed or scanned: a code, or the address in the symbol. Every look is noted in the access log."""
        self.seat.may("read")
        typed = code_in(text)
        with self.seat.reading() as reading:
            verdict = self._look(reading, text, typed)
        if verdict.letter:
            done(self.seat, "letter-compared", verdict.letter)
        elif verdict.code != "not-a-code":
            done(self.seat, "code-looked-up")
        return verdict

    def seen(self, letter: int) -> None:
        """Note that a letter with nearly the same code was looked at."""
        done(self.seat, "letter-compared", letter)

    def redrawn(self, letter: int) -> PagePixels:
        """The sheet as it was archived, to lay beside the one in the hand. Slow: not in the window's thread. Raises
        Trouble."""
        return Preview(self.seat).prepared(letter, COMPARE_DPI)

    def _look(self, reading: Reading, text: str, typed: str) -> Verdict:
        if self.seat.training:
            return _told("training", typed)
        bare = "".join(letter for letter in tidy(text).upper() if letter.isalnum())
        if _SPECIMEN.search(bare):
            return _told("specimen", "")
        if len(typed) < CODE_LENGTH:
            return _told("not-a-code", "", count=len(typed) or _read(bare))
        tie = read_link(reading.office.get(IN_FORCE))
        found = self._of_ours(reading, typed)
        verdict = found or _without_letter(reading, typed, tie)
        return _warned(verdict, text, tie)

    def _of_ours(self, reading: Reading, typed: str) -> Verdict | None:
        """A letter of this register with exactly this code, whatever key it was minted under."""
        token = peek(typed)
        line = reading.overview.letter_of_serial(token.serial) if token else None
        if line is None or read_code(line.code) != typed:
            return None
        kept = any_letter(reading, line.id)
        code = "taken-back" if kept.state == "void" else "ours" if kept.page else "erased"
        facts, record = self._facts(reading, line, kept), line.covers[0] if line.covers else -line.id
        return replace(_told(code, typed), letter=line.id, record=record, facts=facts)

    def _facts(self, reading: Reading, line: LetterLine, kept: KeptLetter) -> tuple[tuple[str, str], ...]:
        rows = reading.registrations.several(line.covers)
        (printed,) = PrintedBookDesk(self.seat).named([line.id])
        told = {
            "letter": LETTER_WORDS[line.kind],
            "to": letter_title(reading, line.id, rows) if kept.page else "",
            "dated": _day(line.dated),
            "number": number_of(reading, line.id) or words.NO_NUMBER,
            "signer": _signer(reading, kept),
            "printed": ", ".join(part for part in (printed.printed, printed.again) if part) or words.NOT_PRINTED,
            "given": _given(line),
            "now": _successor(reading, line) if kept.state == "void" else "",
        }
        return tuple((words.FACTS[name], text) for name, text in told.items() if text)


def _read(bare: str) -> int:
    """How many characters of a code are among these; of too many all of them."""
    return len(bare) if len(bare) > CODE_LENGTH else sum(letter in _FORGIVEN for letter in bare)


def _without_letter(reading: Reading, typed: str, tie: DistrictLink | None) -> Verdict:
    """A code that no letter here carries."""
    token = peek(typed)
    if tie is None:
        return _told("no-tie", typed)
    if token is not None and token.desk != tie.desk and not _near(reading, typed):
        return _told("elsewhere", typed, desk=token.desk, ours=tie.desk)
    if genuine(typed, tie.token_key):
        return _told("not-here", typed)
    return _told("not-minted", typed, near=_near(reading, typed))


def _near(reading: Reading, typed: str) -> Near | None:
    """A letter of ours that may be meant: one or two characters are other ones, or two changed places."""
    found = letter_of(reading, typed)
    if found is None or found.exact:
        return None
    code = read_code(found.letter.code) or ""
    differs = sum(one != other for one, other in zip(code, typed, strict=True))
    title = letter_title(reading, found.letter.id, reading.registrations.several(found.letter.covers))
    letter = LETTER_WORDS[found.letter.kind]
    return Near(found.letter.id, differs, words.NEAR_CODE.format(code=spaced(code), letter=letter, title=title))


def _told(code: str, typed: str, near: Near | None = None, **details: object) -> Verdict:
    tone, title, text = words.VERDICTS[code]
    return Verdict(code, tone, title, text.format(**details), spaced(typed) if typed else "", near=near)


def _warned(verdict: Verdict, text: str, tie: DistrictLink | None) -> Verdict:
    """Whoever forges a letter may print a true code over an address of his own."""
    found = _HOST.match(tidy(text))
    host = found.group(1).lower() if found else ""
    if not host or tie is None or host == tie.host.lower():
        return verdict
    return replace(verdict, tone="son", warning=words.HOST.format(host=host, ours=tie.host.lower()))


def _signer(reading: Reading, kept: KeptLetter) -> str:
    """Who signed: the name of one of the office's signatories that stands on the sheet by itself."""
    if not kept.page:
        return ""
    try:
        return signer_on(kept.page, read_signatories(reading.office)) or words.SIGNER_UNKNOWN
    except BadPage:
        return words.SIGNER_UNKNOWN


def _given(line: LetterLine) -> str:
    if line.delivered_on is None:
        return words.NOT_GIVEN
    return f"{_day(line.delivered_on)}, {WAY_WORDS[line.way]}"


def _successor(reading: Reading, line: LetterLine) -> str:
    """The letter that stands in the place of one that was taken back."""
    over = reading.overview.letters_over(line.covers, 10) if line.covers else ()
    living: Sequence[LetterLine] = [one for one in over if one.state != "void"]
    if not living:
        return ""
    return words.REPLACED_BY.format(day=_day(living[0].dated), code=living[0].code or words.NO_CODE)


def _day(day: date) -> str:
    return day.strftime("%d/%m/%Y")
