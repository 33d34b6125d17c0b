"""What was read of a damaged register as tables a clerk knows: the books, what is missing, drafts; and in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from common.dates import NotADate, PartialDate
from common.names import fold
from common.paper.lost_sheet import LostSheet
from common.paper.workbook import WorkSheet
from common.words import salvage as said
from common.words.labels import CASE_WORDS, EVENT_WORDS, FIELD_LABELS, SEX_WORDS, TYPE_WORDS
from desk_app.db.salvage_books import Missing, Recovered
from desk_app.domain.drafts import draft_values, field_names
from desk_app.domain.events import EVENTS
from desk_app.domain.redraft import draft_of
from desk_app.services.salvage import Found
from desk_app.services.salvage_letters import FoundHanding, FoundLetterNumber, OfLetter

_FIRST = ("number", "book", "registered_on")


def sheets(found: Found) -> tuple[WorkSheet, ...]:
    """The sheets of the file for Excel."""
    lost = WorkSheet(said.SHEET_LOST, said.LOST_COLUMNS, [_lost_row(one) for one in found.missing])
    drafts = [(said.kind(one.event), one.at, one.values) for one in found.drafts]
    books = (_book(found, event) for event in EVENTS)
    return (*books, lost, WorkSheet(said.SHEET_DRAFTS, said.DRAFT_COLUMNS, drafts), *_beside(found))


def _beside(found: Found) -> Iterator[WorkSheet]:
    """What belonged to letters: sổ cấp số, thanks and apologies, hand-overs."""
    numbers = [_number_row(one) for one in found.beside.numbers]
    courtesies = [(one.to, *_letter_cells(one.letter), one.about, _doubt(one.sure)) for one in found.beside.courtesies]
    handings = [_handing_row(one) for one in found.beside.handings]
    yield WorkSheet(said.SHEET_NUMBERS, said.NUMBER_COLUMNS, numbers)
    yield WorkSheet(said.SHEET_COURTESIES, said.COURTESY_COLUMNS, courtesies)
    yield WorkSheet(said.SHEET_HANDINGS, said.HANDING_COLUMNS, handings)


def _number_row(one: FoundLetterNumber) -> tuple[str, ...]:
    doubt = said.NUMBER_IN_JOURNAL if one.given_on else _doubt(one.sure)
    notes = [said.VOIDED] if one.letter.void else []
    notes += [doubt.format(day=_slashed(one.given_on))] if doubt else []
    return one.number, _slashed(one.on), *_letter_cells(one.letter), ", ".join(notes)


def _handing_row(one: FoundHanding) -> tuple[str, ...]:
    told = (_slashed(one.handed_on), one.together, one.evidence, _slashed(one.returned_on), one.returned_why)
    return *_letter_cells(one.letter), *told, _doubt(one.sure)


def _letter_cells(letter: OfLetter) -> tuple[str, str, str]:
    return said.letter_kind(letter.kind), _slashed(letter.on), letter.code


def _doubt(sure: bool) -> str:
    return "" if sure else said.UNSURE_LETTER


def note(one: Recovered) -> str:
    """What a reader must know of this registration; empty for one that stands as it was entered."""
    told = [] if one.live else [said.VOIDED]
    told += [] if one.newest else [said.NOT_NEWEST]
    told += [] if one.sure else [said.NAMED if one.named else said.UNSURE]
    return ", ".join(told)


def summary(found: Found) -> tuple[str, ...]:
    """What could be read and what could not, in sentences."""
    unsure, older = sum(not one.sure for one in found.read), sum(not one.newest for one in found.read)
    named, beside = sum(bool(one.names) for one in found.missing), found.beside
    lines = (
        said.read_line(len(found.read), found.known) if found.known else said.NOTHING_READ,
        said.unsure_line(unsure, older),
        said.lost_line(len(found.missing), named) if found.known else "",
        said.letters_line(len(found.letters), len(found.letters_lost)),
        said.drafts_line(len(found.drafts)) if found.drafts else "",
        said.beside_line(*(len(some) for some in (beside.numbers, beside.courtesies, beside.handings))),
    )
    return tuple(line for line in lines if line)


def states(found: Found) -> tuple[str, ...]:
    """The state of the file and of its journal, and the newest copy, in sentences."""
    copy = found.newest_copy
    return (
        said.pages_line(found.broken, found.pages),
        *([said.LOG_BROKEN] if found.log_broken else []),
        *journal(found),
        said.copy_line(copy.made_at, copy.registrations) if copy else said.NO_COPY,
    )


def journal(found: Found) -> tuple[str, ...]:
    """The spans of the journal in sentences."""
    spans = [(span.first, span.last) for span in found.spans]
    return said.journal_line(spans, found.gaps), *([said.JOURNAL_END] if found.gaps else [])


def lost_sheet(found: Found, unit: str) -> LostSheet:
    """What could not be read, ready for paper."""
    named = sum(bool(one.names) for one in found.missing)
    books: dict[str, list[tuple[str, ...]]] = {}
    for one in found.missing:
        book = f"{said.kind(one.event)}, {said.place(one.book)}" if one.event else said.UNKNOWN_KIND
        day = _slashed(one.registered_on) or (str(one.year) if one.year else said.UNKNOWN)
        row = (", ".join(one.names) or said.UNKNOWN_NAME, one.number or said.UNKNOWN, day)
        books.setdefault(book, []).append(row)
    lost = [said.lost_line(len(found.missing), named), *([said.PAPER_NEXT] if found.missing else [])]
    letters = [said.letters_line(len(found.letters), len(found.letters_lost))]
    return LostSheet(
        head=said.paper_head(unit, found.at),
        pages=states(found)[: 2 if found.log_broken else 1],
        journal=journal(found),
        registrations=lost if found.known else [said.NOTHING_READ],
        books=tuple(books.items()),
        letters=[*letters, *(f"- {said.letter(*one)}" for one in found.letters_lost)],
    )


def _book(found: Found, event: str) -> WorkSheet:
    fields = [*_FIRST, *(name for name in field_names(event) if name not in _FIRST)]
    rows = [_row(one, fields) for one in found.read if one.registration.event == event]
    return WorkSheet(EVENT_WORDS[event], [*(FIELD_LABELS[name] for name in fields), said.STATE], rows)


def _row(one: Recovered, fields: list[str]) -> list[str]:
    values = draft_values(draft_of(one.registration))
    return [*(_cell(name, str(values[name])) for name in fields), note(one)]


def _cell(name: str, value: str) -> str:
    if name == "sex":
        return SEX_WORDS.get(value, value)
    if name == "case":
        return ", ".join(CASE_WORDS.get(word, word) for word in value.split())
    if name == "registration_type" and value.isdigit():
        return TYPE_WORDS.get(int(value), value)
    return value


def _lost_row(one: Missing) -> tuple[str, ...]:
    names = ", ".join(one.names) or said.UNKNOWN_NAME
    return said.kind(one.event), one.book, one.number, names, _slashed(one.happened_on), _slashed(one.registered_on)


def _slashed(iso: str) -> str:
    try:
        return PartialDate.parse(iso).slashed() if iso else ""
    except NotADate:
        return iso


@dataclass(frozen=True, slots=True)
class Shown:
    """A registration as a line of a list: `note` what a reader must know of it; `folded` its names for finding."""

    event: str
    tag: str
    names: str
    number: str
    place: str
    note: str
    folded: str


def shown_read(found: Found) -> tuple[Shown, ...]:
    """Every registration that was read, the newest first."""
    return tuple(_shown_read(one) for one in reversed(found.read))


def shown_missing(found: Found) -> tuple[Shown, ...]:
    """Every registration that was not read in full, by its book, with what is still known."""
    return tuple(_shown_missing(one) for one in found.missing)


def _shown_read(one: Recovered) -> Shown:
    registration = one.registration
    names = ", ".join(name.text for name in registration.principals())
    place = said.place(registration.book, f"{registration.registered_on:%d/%m/%Y}")
    number = said.number(registration.number)
    return Shown(registration.event, said.kind(registration.event), names, number, place, note(one), fold(names))


def _shown_missing(one: Missing) -> Shown:
    names = ", ".join(one.names)
    day = _slashed(one.registered_on) or (str(one.year) if one.year else "")
    known = said.ONLY_NAMED if names else said.NOTHING_KNOWN
    place, number = said.place(one.book, day), said.number(one.number)
    return Shown(one.event, said.kind(one.event), names or said.UNKNOWN_NAME, number, place, known, fold(names))
