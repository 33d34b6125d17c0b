"""What a damaged register still tells beside its letters: sổ cấp số, thanks and apologies, hand-overs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from common.words.numbering import number
from desk_app.db import letter_rows, rows
from desk_app.db.salvage import Gathered, Stored
from desk_app.db.salvage_lines import Lines
from desk_app.services.courtesy_letters import addressed_in
from exchange.token import spaced


@dataclass(frozen=True, slots=True)
class OfLetter:
    """The letter that something belongs to, as far as it is known: `on` the day it bears (ISO), `code` the printed
    code, or its subject where it has none."""

    kind: str = ""
    on: str = ""
    code: str = ""
    void: bool = False


@dataclass(frozen=True, slots=True)
class FoundLetterNumber:
    """A number with its sign, and its day (ISO). `given_on`: only the journal still tells of it, and when it was given;
    `sure`: its page and the letter's are as written."""

    number: str
    on: str
    letter: OfLetter
    sure: bool
    given_on: str = ""


@dataclass(frozen=True, slots=True)
class FoundCourtesy:
    """A letter of thanks or apology: to whom and what about, as lists say it."""

    to: str
    about: str
    letter: OfLetter
    sure: bool


@dataclass(frozen=True, slots=True)
class FoundHanding:
    """What was typed when a letter was handed over or came back; days ISO."""

    letter: OfLetter
    handed_on: str
    together: str
    evidence: str
    returned_on: str
    returned_why: str
    sure: bool


@dataclass(frozen=True, slots=True)
class BesideLetters:
    """In the order of number and day, and of the letters."""

    numbers: tuple[FoundLetterNumber, ...] = ()
    courtesies: tuple[FoundCourtesy, ...] = ()
    handings: tuple[FoundHanding, ...] = ()


def beside_letters(gathered: Gathered, lines: Lines) -> BesideLetters:
    """Everything that can be read; of a letter erased by law nothing but its number."""
    known = _Known(gathered, lines)
    numbers = (*known.numbers(), *known.only_in_journal())
    courtesies, handings = tuple(known.courtesies()), tuple(known.handings())
    return BesideLetters(
        tuple(sorted(numbers, key=lambda one: (one.on or one.given_on, one.number))), courtesies, handings
    )


@dataclass(frozen=True)
class _Known:
    gathered: Gathered
    lines: Lines

    def numbers(self) -> Iterator[FoundLetterNumber]:
        for id, stored in self.gathered.rows(letter_rows.numbers).items():
            told = stored.told
            shown = number(told["number"], told["sign"])
            yield FoundLetterNumber(shown, told["dated"], self._letter(id), self._sure(id, stored))

    def only_in_journal(self) -> Iterator[FoundLetterNumber]:
        """Numbers whose row is gone; the subject is that of the letter."""
        read = {self._subjects.get(id) for id in self.gathered.rows(letter_rows.numbers)}
        ids = {subject: id for id, subject in self._subjects.items()}
        shown = {one.number for one in self.numbers()}
        for subject, (told, on) in self.lines.numbered.items():
            # Without the letter's row its number in another year may be of the same letter: rather one less than twice.
            if told and subject not in read and (subject in ids or told not in shown):
                letter = self._letter(ids[subject]) if subject in ids else self._by_line(subject)
                yield FoundLetterNumber(told, "", letter, False, on)

    def courtesies(self) -> Iterator[FoundCourtesy]:
        for id, stored in sorted(self.gathered.rows(letter_rows.courtesies).items()):
            body = {**json.loads(stored.told["body"])}
            try:
                to = addressed_in(body)
            except (KeyError, TypeError):
                continue
            letter = self._letter(id)
            letter = letter if letter.kind else replace(letter, kind=body["letter"])
            if self._may_tell(id):
                yield FoundCourtesy(to.who, to.second, letter, self._sure(id, stored))

    def handings(self) -> Iterator[FoundHanding]:
        for id, stored in sorted(self.gathered.rows(letter_rows.handings).items()):
            told, row = stored.told, self._rows.get(id)
            handed = (row.told["delivered_on"] or "") if row else ""
            said = (told["together"], told["evidence"], told["returned_on"] or "", told["returned_why"])
            if self._may_tell(id):
                yield FoundHanding(self._letter(id), handed, *said, self._sure(id, stored))

    @property
    def _rows(self) -> Mapping[Any, Stored]:
        return self.gathered.rows(rows.letters)

    @cached_property
    def _subjects(self) -> dict[int, str]:
        """The subject of each letter; where its row is gone, from a page of the index on which every letter that is
        known stands under its own id: other indexes of subjects lie beside it."""
        told = {id: stored.told["subject"] for id, stored in self._rows.items()}
        ids = {subject: id for id, subject in told.items()}
        pages = [
            page
            for page in self.gathered.subjects
            if (ours := page.keys() & ids.keys()) and all(ids[subject] == page[subject] for subject in ours)
        ]
        return {id: subject for page in pages for subject, id in page.items()} | told

    def _may_tell(self, id: int) -> bool:
        """Whether nobody can say that the law had this letter erased: its names must not rise again."""
        row, subject = self._rows.get(id), self._subjects.get(id)
        if row is not None:
            return bool(row.told["page"]) and subject not in self.lines.erased
        return subject not in self.lines.erased if subject else not self.lines.erased

    def _sure(self, id: int, stored: Stored) -> bool:
        row = self._rows.get(id)
        return stored.sealed and row is not None and row.sealed

    def _letter(self, id: int) -> OfLetter:
        row = self._rows.get(id)
        if row is None:
            return self._by_line(self._subjects.get(id, ""))
        told = row.told
        return OfLetter(told["kind"], told["dated"], spaced(told["code"]) or told["subject"], told["state"] == "void")

    def _by_line(self, subject: str) -> OfLetter:
        kind, on = self.lines.letters.get(subject, ("", ""))
        return OfLetter(kind, on, subject)
