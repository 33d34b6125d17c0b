"""Sổ truy cập: who did or looked at what, when, on which record number; read back for leader and administrator."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from common.table_file import csv_table
from common.words import privacy as words
from common.words.intake_desk import sheet
from desk_app.db.register import Reading
from desk_app.services.access_notes import ACCESS, write_down
from desk_app.services.files import write_file
from desk_app.services.privacy_knocks import REFUSED
from desk_app.services.seat import Seat
from exchange.journal import read_line

MOST = 5000
_ABOUT_RECORDS = frozenset({"record-seen", "record-opened", "number-shown", "erased", "opt-out", "opt-out-taken-back"})
"""An erasure is told by the line of the office that says who and why; the bare `erased` lines beside it are not."""
_NAMED_BY_CODE = frozenset({"setting"})
_ABOUT_ENTRIES = frozenset({"conduct-seen", "log-added", "log-changed", "log-taken-back", "log-erased"})
_ABOUT_SHEETS = frozenset({"sheet-taken-in", "sheet-taken-back"})
_ABOUT_LETTERS = frozenset({"letter-seen", "letter-saved", "letter-compared"})


@dataclass(frozen=True, slots=True)
class AccessRow:
    """One act: moment (ISO, office time), log-in, code of the act, its words, and the book number ("" for none)."""

    at: str
    user: str
    act: str
    words: str
    number: str


@dataclass(frozen=True, slots=True)
class AccessLog:
    """The log of one desk; no citizen's name stands in it."""

    seat: Seat

    def rows(self, first: date = date.min, last: date = date.max, user: str = "") -> tuple[AccessRow, ...]:
        """What was done from `first` to `last`, by one person if named, newest first, at most MOST. Raises Trouble
        ("not-allowed") for a clerk."""
        self.seat.may("audit")
        write_down(self.seat)
        with self.seat.reading() as reading:
            wanted = (row for row in _rows(reading, first) if _wanted(row, first, last, user))
            return tuple(islice(wanted, MOST))

    def save_csv(self, rows: Sequence[AccessRow], path: Path) -> None:
        """Write rows as a table that opens in a spreadsheet; no cell can be a formula. Raises Trouble."""
        self.seat.may("audit")
        told = ((row.at, row.user, row.words, row.number) for row in rows)
        write_file(path, csv_table([words.LOG_COLUMNS, *told]))


def _wanted(row: AccessRow, first: date, last: date, user: str) -> bool:
    return first.isoformat() <= row.at[:10] <= last.isoformat() and user in ("", row.user)


def _rows(reading: Reading, first: date) -> Iterator[AccessRow]:
    for step in reading.trail.back():
        on = read_line(step.line).on
        if on < first.isoformat():
            return
        home: dict[str, Any] = json.loads(step.home or b"{}")
        at, user = str(home.get("at", on)), str(home.get("user", ""))
        if home.get("act") == ACCESS:
            yield from _noted(reading, home["notes"], user)
        elif step.kind != "erased":
            act = str(home.get("act", step.kind))
            yield AccessRow(
                at, user, act, words.act(act), step.number or _looked_at(reading, act, home.get("what", ""))
            )


def _noted(reading: Reading, notes: Sequence[Sequence[str]], user: str) -> Iterator[AccessRow]:
    for at, act, what in reversed(notes):
        if act in REFUSED:
            yield AccessRow(at, what, act, words.act(act), "")
            continue
        yield AccessRow(at, user, act, words.act(act), _looked_at(reading, act, what))


def _looked_at(reading: Reading, act: str, what: str) -> str:
    if act in _ABOUT_LETTERS:
        return reading.trail.number_of_letter(int(what))
    if act in _ABOUT_RECORDS:
        # Thanks and apologies that were erased ("letter 12") stand in no book.
        return reading.trail.number(int(what)) if what.isdecimal() else ""
    if act in _ABOUT_SHEETS:
        return sheet(what)
    if act in _ABOUT_ENTRIES:
        return words.entry(what)
    return "" if act in _NAMED_BY_CODE else what
