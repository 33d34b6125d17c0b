"""Identity-card scans: the text behind the QR code of both card generations, as hand scanners really send it.

The raw scan is never kept, neither in the value nor in a problem: parts 7 and up may hold other people's data.
"""

import re
import unicodedata
from dataclasses import dataclass, replace

from common.dates import NotADate, PartialDate
from common.names import PersonName, fold, tidy
from desk_app.domain.people import CitizenId, NotACitizenId, Sex, name_lost_its_marks
from desk_app.domain.problems import Outcome, Problem

FIELDS = 7
"""number | old number | name | born | sex | residence | issued, then four empty parts on cards from 07/2024."""

CARD_NOTES = (
    "number-only",
    "marks-composed",
    "separator-changed",
    "parts-shifted",
    "extra-parts-dropped",
    "scanned-twice",
    "name-unreadable",
    "name-has-digits",
    "name-letters-missing",
    "name-without-marks",
    "name-in-capitals",
    "born-unreadable",
    "issued-unreadable",
    "old-id-unusual",
    "sex-from-number",
    "residence-unreadable",
)
"""Every note a card may carry."""

LONGEST_SCAN = 4000

_SEXES: dict[str, Sex] = {"nam": "male", "nu": "female"}
_SEPARATORS = "|;"
_STARTS_WITH_NUMBER = re.compile(r"[0-9]{12}([^\w\s])")
# The symbology prefix some readers are set to send (ISO/IEC 15424): ]Q1 for a QR code.
_READER_PREFIX = re.compile(r"\A\][A-Za-z][0-9]")
_OLD_ID = re.compile(r"[0-9]{9}")
_DIGIT_DATE = re.compile(r"[0-9]{4}|[0-9]{6}|[0-9]{8}")
_VOWELS = frozenset("aeiouy")
# What UTF-8 looks like when a scanner or a port takes it for Windows-1252.
_GARBLED = re.compile("Ã[\x80-\xbf€-™]|á[º»]|Ä[\x80-\xbf‘’]|Æ[°¡]")


@dataclass(frozen=True, slots=True)
class IdentityCard:
    """What a card says about its holder; `notes` are codes of what the clerk should look at before using it."""

    citizen_id: CitizenId
    old_id: str = ""
    name: PersonName | None = None
    born: PartialDate | None = None
    sex: Sex = "unknown"
    residence: str = ""
    issued: PartialDate | None = None
    notes: tuple[str, ...] = ()


class _Refused(Exception):
    def __init__(self, code: str, **details: str) -> None:
        super().__init__(code)
        self.problem = Problem("card", code, "error", details)


def read_card(scan: str) -> Outcome[IdentityCard]:
    """The card behind a scan; what is mangled is kept for the preview and noted, what cannot be a card is refused."""
    notes: list[str] = []
    try:
        card = _card(_parts(_clean(scan, notes), notes), notes)
    except _Refused as refused:
        return Outcome(None, (refused.problem,))
    return Outcome(card)


def _clean(scan: str, notes: list[str]) -> str:
    lines = scan.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "\n")
    composed = unicodedata.normalize("NFC", lines)
    if composed != lines:
        notes.append("marks-composed")
    seen = "".join(c for c in composed if c == "\n" or unicodedata.category(c) not in ("Cf", "Cs", "Cc"))
    text = _READER_PREFIX.sub("", seen.strip())
    if not text:
        raise _Refused("card-empty")
    if len(text) > LONGEST_SCAN:
        raise _Refused("card-not-read")
    return text


def _parts(text: str, notes: list[str]) -> list[str]:
    if "".join(text.split()).isdigit():
        notes.append("number-only")
        return [text, *[""] * (FIELDS - 1)]
    separator = _separator(text)
    if separator != "|":
        notes.append("separator-changed")
    if separator == "\n":
        return _by_meaning(text.split("\n"), notes)
    return _by_meaning(_one_record(text, separator, notes).split(separator), notes)


def _separator(text: str) -> str:
    usual = next((sign for sign in _SEPARATORS if sign in text), None)
    if usual:
        return usual
    odd = _STARTS_WITH_NUMBER.match(text)
    if odd and text.count(odd[1]) >= FIELDS - 2:
        return odd[1]
    if "\n" in text:
        return "\n"
    raise _Refused("card-not-read")


def _one_record(text: str, separator: str, notes: list[str]) -> str:
    records = [line for line in text.split("\n") if line.count(separator) >= FIELDS - 2]
    if not records:
        return " ".join(text.split("\n"))
    if len(set(records)) > 1:
        raise _Refused("card-two-scans")
    if len(records) > 1:
        notes.append("scanned-twice")
    return records[0]


def _by_meaning(parts: list[str], notes: list[str]) -> list[str]:
    """The seven parts: by position, and where a reader dropped empty parts, by what they look like."""
    tidied = [tidy(part) for part in parts]
    if not _stands_in_place(tidied):
        tidied = _shifted_back(tidied, notes)
    if any(tidied[FIELDS:]):
        notes.append("extra-parts-dropped")
    return tidied[:FIELDS]


def _stands_in_place(parts: list[str]) -> bool:
    return len(parts) >= FIELDS and (fold(parts[4]) in _SEXES or _DIGIT_DATE.fullmatch(parts[3]) is not None)


def _shifted_back(parts: list[str], notes: list[str]) -> list[str]:
    for place in range(3, len(parts) - 2):
        born, sex, issued = parts[place - 1], parts[place], parts[place + 2]
        before = [part for part in parts[: place - 1] if part]
        if len(before) > 1 and fold(sex) in _SEXES and _are_dates(born, issued):
            notes.append("parts-shifted")
            old = next((part for part in before[1:-1] if _OLD_ID.fullmatch(part)), "")
            return [*before[:1], old, *before[-1:], *parts[place - 1 :]]
    if len(parts) < FIELDS:
        raise _Refused("card-parts-missing", found=str(len(parts)))
    return parts


def _are_dates(*texts: str) -> bool:
    return all(_DIGIT_DATE.fullmatch(text) for text in texts)


def _card(parts: list[str], notes: list[str]) -> IdentityCard:
    number, old, name, born, sex, residence, issued = parts
    citizen_id = _citizen_id(number)
    if "number-only" in notes:
        return IdentityCard(citizen_id, notes=tuple(notes))
    card = IdentityCard(
        citizen_id=citizen_id,
        old_id=_old_id(old, notes),
        name=_name(name, notes),
        born=_date(born, "born-unreadable", notes),
        sex=_sex(sex, citizen_id, notes),
        residence=_residence(residence, notes),
        issued=_date(issued, "issued-unreadable", notes),
    )
    return replace(card, notes=tuple(notes))


def _citizen_id(number: str) -> CitizenId:
    try:
        return CitizenId.read(number)
    except NotACitizenId as wrong:
        raise _Refused(wrong.code, found=str(wrong.found)) from None


def _old_id(text: str, notes: list[str]) -> str:
    old = text.replace(" ", "")
    if old and not _OLD_ID.fullmatch(old):
        notes.append("old-id-unusual")
    return old


def _name(text: str, notes: list[str]) -> PersonName | None:
    if not text or _is_unreadable(text):
        notes.append("name-unreadable")
    elif any(character.isdigit() for character in text):
        notes.append("name-has-digits")
    elif any(_VOWELS.isdisjoint(word) for word in fold(text).split()):
        notes.append("name-letters-missing")
    elif name_lost_its_marks(text):
        notes.append("name-without-marks")
    if text.isupper():
        notes.append("name-in-capitals")
    return PersonName(text) if text else None


def _date(text: str, note: str, notes: list[str]) -> PartialDate | None:
    """Eight, six or four digits; a day or month printed as 00 is unknown."""
    digits = text
    while len(digits) in (6, 8) and digits.startswith("00"):
        digits = digits[2:]
    try:
        return PartialDate.parse(digits)
    except NotADate:
        notes.append(note)
        return None


def _sex(text: str, citizen_id: CitizenId, notes: list[str]) -> Sex:
    if fold(text) in _SEXES:
        return _SEXES[fold(text)]
    notes.append("sex-from-number")
    return citizen_id.sex


def _residence(text: str, notes: list[str]) -> str:
    if _is_unreadable(text):
        notes.append("residence-unreadable")
    return text


def _is_unreadable(text: str) -> bool:
    return "?" in text or "\ufffd" in text or _GARBLED.search(text) is not None
