"""Sheets that wait for the printer, and sheets a person has to decide about first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from common.words import labels
from common.words import today as words
from desk_app.db.overview import LetterLine
from desk_app.db.register import Reading
from desk_app.db.registrations import Kept
from desk_app.services.courtesy_rows import courtesies_in
from desk_app.services.decided import kept_back
from desk_app.services.letter_desk import sheet_of
from desk_app.services.mourning import Mourners
from desk_app.services.print_desk import NEWEST_DAYS
from desk_app.services.sheets import newly_held, what_holds

NEVER = "letter-never"
MOST = 200
"""No queue shows more rows; its count still says how many there are."""
_FURTHER = 10


@dataclass(frozen=True, slots=True)
class WaitingSheet:
    """The registrations of one sheet; `letter` the archived letter (0: none yet) with a `note` about it; `held` the
    details of each reason that holds it back."""

    rows: tuple[Kept, ...]
    note: str = ""
    letter: int = 0
    held: tuple[Mapping[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Waiting:
    """Sheets that may be printed, in the order of registration; sheets held back; how many more there are; letters of
    thanks and apology, which stand for no registration, oldest first."""

    free: tuple[WaitingSheet, ...]
    held: tuple[WaitingSheet, ...]
    hidden: int
    courtesies: tuple[LetterLine, ...] = ()


def waiting_sheets(reading: Reading, today: date, mourners: Mourners) -> Waiting:
    """Everything that waits for the printer, letters written already and letters still to be written. Where the oldest
    are all held back it is read further: one that may be printed must not be out of sight behind them."""
    found = _read(reading, today, mourners, MOST)
    return found if found.free or not found.hidden else _read(reading, today, mourners, MOST * _FURTHER)


def _read(reading: Reading, today: date, mourners: Mourners, most: int) -> Waiting:
    ids, hidden = _awaiting(reading, today - timedelta(days=NEWEST_DAYS), most)
    letters = reading.overview.letters_prepared(most)
    hidden += reading.overview.letters_in("prepared") - len(letters) if len(letters) == most else 0
    written = _written(reading, letters, (today, mourners))
    sheets = sorted((*_unwritten(reading, ids, (today, mourners)), *written), key=_first)
    return Waiting(
        free=tuple(sheet for sheet in sheets if not sheet.held),
        held=tuple(sheet for sheet in sheets if sheet.held),
        hidden=hidden,
        courtesies=courtesies_in(letters),
    )


def _awaiting(reading: Reading, since: date, wanted: int) -> tuple[tuple[int, ...], int]:
    """Registrations whose letter nobody decided to keep back, and how many more there are."""
    back = kept_back(reading)
    most = wanted + len(back)
    found = reading.overview.awaiting_letter(since, most)
    beyond = reading.overview.count_awaiting(since) - most if len(found) == most else 0
    ids = tuple(id for id in found if id not in back)
    return ids[:wanted], beyond + max(0, len(ids) - wanted)


def covered_by(reading: Reading, letters: Sequence[LetterLine]) -> dict[int, Kept]:
    """The registrations under these letters, read at once."""
    ids = sorted({id for letter in letters for id in letter.covers})
    return {kept.id: kept for kept in reading.registrations.several(ids)}


def held_on_paper(reading: Reading, letter: LetterLine, rows: Sequence[Kept], asked: tuple[date, Mourners]) -> str:
    """Why a sheet on the desk is handed to nobody without a second thought, "" where nothing is known."""
    held = newly_held(reading, (letter.subject, letter.copies), [row.registration for row in rows], asked)
    told = "; ".join(labels.held(one.details) for one in held)
    return told[:1].lower() + told[1:]


def _unwritten(reading: Reading, ids: Sequence[int], asked: tuple[date, Mourners]) -> Iterator[WaitingSheet]:
    """Twins are one sheet; a letter that must never be written waits nowhere."""
    groups: dict[object, list[Kept]] = {}
    for kept in reading.registrations.several(ids):
        groups.setdefault(sheet_of(kept), []).append(kept)
    today, mourners = asked
    for rows in groups.values():
        problems = what_holds(reading, [row.registration for row in rows], today, "", mourners)
        if all(problem.code != NEVER for problem in problems):
            yield WaitingSheet(tuple(rows), held=tuple(problem.details for problem in problems))


def _written(reading: Reading, letters: Sequence[LetterLine], asked: tuple[date, Mourners]) -> Iterator[WaitingSheet]:
    """One written before its record was amended has to be written anew, and waits or goes as that one would."""
    covered = covered_by(reading, letters)
    today, mourners = asked
    for letter in letters:
        rows = tuple(kept for id in letter.covers if (kept := covered.get(id)) and kept.state == "live")
        registrations = [row.registration for row in rows]
        stale = letter.stale and bool(rows)
        if stale:
            holds = what_holds(reading, registrations, today, "", mourners)
        else:
            holds = newly_held(reading, (letter.subject, letter.copies), registrations, asked)
        held = tuple(problem.details for problem in holds)
        if rows and all(problem.code != NEVER for problem in holds):
            yield WaitingSheet(rows, words.STALE if letter.stale else words.ALREADY_PREPARED, letter.id, held)


def _first(sheet: WaitingSheet) -> int:
    return sheet.rows[0].id
