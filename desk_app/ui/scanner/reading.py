"""What a scan tells about the scanner, step by step. No widget; nothing of the scan is kept but what is shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from common.words import scanner as said
from common.words.labels import CARD_NOTE_WORDS, SEX_WORDS
from common.words.problems import sentence
from desk_app.domain.cards import NAME_DOUBTS, IdentityCard, read_card
from desk_app.domain.problems import Problem
from desk_app.domain.scan_keys import MEDDLED
from desk_app.services.guarded import masked
from desk_app.services.scans import scanned_card
from desk_app.services.seat import Seat
from desk_app.ui.form.burst import PAUSE_MS

_LAYOUT = frozenset({"separator-changed", "card-keyboard"})
_UNIKEY = frozenset({"unikey-undone", "unikey-changed"})
_DIVIDED = ("separator-changed", "parts-shifted", "scanned-twice", "extra-parts-dropped")
_MARKS = ("encoding-mended", "marks-composed", "letters-mended", *sorted(NAME_DOUBTS), "residence-unreadable")
_HARMLESS = frozenset({"marks-composed", "extra-parts-dropped", "scanned-twice"})
_COMPARED = ("name", "residence", "born", "sex", "old_id", "issued")


@dataclass(frozen=True, slots=True)
class Key:
    """One key: what it wrote, and when, in milliseconds since the page began to listen."""

    text: str
    at: int


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was looked at: its name, its tone ("sen", "hoe", "son", "" for a plain fact) and the words."""

    name: str
    tone: str
    words: str

    @property
    def title(self) -> str:
        """The name in words."""
        return said.STEPS[self.name]


def steps(seat: Seat, keys: Sequence[Key]) -> tuple[Step, ...]:
    """Every step of one scan, in the order in which a scanner sends it."""
    text = "".join(key.text for key in keys)
    outcome = scanned_card(seat, text)
    card = outcome.value
    problem = None if card else outcome.problems[0]
    notes = {*(card.notes if card else ()), *((problem.code,) if problem else ())}
    if problem is not None and (MEDDLED in text or "\b" in text):
        notes.add("unikey-changed")
    return (
        _speed(keys),
        _end(keys),
        _keyboard(notes, problem),
        *(_read(card) if card else _refused(problem)),
        Step("do", "", " ".join(_to_do(keys, notes))),
    )


def _speed(keys: Sequence[Key]) -> Step:
    mean, longest = _pauses(keys)
    slow = longest > PAUSE_MS
    return Step("speed", "hoe" if slow else "sen", said.speed(len(keys), mean, longest, slow))


def _pauses(keys: Sequence[Key]) -> tuple[int, int]:
    """The mean and the longest pause between two keys."""
    pauses = [after.at - before.at for before, after in pairwise(keys)] or [0]
    return round(sum(pauses) / len(pauses)), max(pauses)


def _ending(keys: Sequence[Key]) -> str:
    last = [key.text for key in keys[-2:]]
    if last[-1:] == ["\t"]:
        return "tab"
    return "enters" if last == ["\n", "\n"] else "enter" if last[-1:] == ["\n"] else "none"


def _end(keys: Sequence[Key]) -> Step:
    ending = _ending(keys)
    return Step("end", "sen" if ending == "enter" else "hoe", said.ENDS[ending])


def _keyboard(notes: set[str], problem: Problem | None) -> Step:
    if problem is not None and problem.code == "card-keyboard":
        return Step("keyboard", "son", f"{sentence(problem.code)}.")
    told = [CARD_NOTE_WORDS[note] for note in ("unikey-undone", "unikey-changed", "caps-lock") if note in notes]
    tone = "son" if "unikey-changed" in notes else "hoe" if told else "sen"
    return Step("keyboard", tone, _sentences(told) or said.KEYBOARD_FINE)


def _refused(problem: Problem | None) -> Iterator[Step]:
    told = f"{sentence(problem.code, problem.details)}." if problem else ""
    yield Step("divided", "", said.NOT_TOLD)
    yield Step("marks", "", said.NOT_TOLD)
    yield Step("card", "son", told)
    yield Step("filled", "", said.NOTHING_FILLED)


def _read(card: IdentityCard) -> Iterator[Step]:
    divided = [note for note in _DIVIDED if note in card.notes]
    words = _sentences(CARD_NOTE_WORDS[note] for note in divided)
    yield Step("divided", "sen" if _HARMLESS.issuperset(divided) else "hoe", words or said.DIVIDED_FINE)
    yield _marks(card)
    printed = _specimen(card)
    kind = said.GENERATIONS[card.generation]
    yield Step("card", "", f"{kind} {said.SPECIMEN}" if printed else kind)
    yield Step("filled", "", said.filled(", ".join(_filled(card))))


def _marks(card: IdentityCard) -> Step:
    if card.name is None and "number-only" in card.notes:
        return Step("marks", "", said.NUMBER_ALONE)
    told = [note for note in _MARKS if note in card.notes]
    words = _sentences(CARD_NOTE_WORDS[note] for note in told)
    printed = _specimen(card)
    differ = [said.PARTS[part] for part in _COMPARED if printed and getattr(printed, part) != getattr(card, part)]
    if differ:
        return Step("marks", "son", f"{said.MARKS_NOT_AS_SHEET.format(parts=', '.join(differ))} {words}".strip())
    if not NAME_DOUBTS.isdisjoint(told):
        return Step("marks", "son", words)
    fine = said.MARKS_AS_SHEET if printed else said.MARKS_FINE
    return Step("marks", "sen" if _HARMLESS.issuperset(told) else "hoe", f"{fine} {words}".strip())


def _specimen(card: IdentityCard) -> IdentityCard | None:
    """The card of the sheet that bears this number, as it is printed there."""
    printed = (read_card(specimen).value for specimen in said.SPECIMENS)
    return next((one for one in printed if one and one.citizen_id == card.citizen_id), None)


def _filled(card: IdentityCard) -> Iterator[str]:
    yield card.name.text if card.name else ""
    yield masked(card.citizen_id.digits)
    if card.born:
        yield card.born.slashed()
    if card.sex != "unknown":
        yield SEX_WORDS[card.sex].lower()
    if card.residence:
        yield card.residence


def _to_do(keys: Sequence[Key], notes: set[str]) -> Iterator[str]:
    reasons = {
        "slow": _pauses(keys)[1] > PAUSE_MS,
        "enter": _ending(keys) != "enter",
        "unikey": not _UNIKEY.isdisjoint(notes),
        "caps": "caps-lock" in notes,
        "layout": not _LAYOUT.isdisjoint(notes),
        "unicode": "encoding-mended" in notes or not NAME_DOUBTS.isdisjoint(notes),
        "again": any(note.startswith("card-") and note != "card-keyboard" for note in notes),
    }
    asked = [name for name, holds in reasons.items() if holds]
    yield from (said.TO_DO[name] for name in asked or ("fine",))


def _sentences(told: Iterator[str] | Sequence[str]) -> str:
    return " ".join(f"{one.rstrip('.')}." for one in told)
