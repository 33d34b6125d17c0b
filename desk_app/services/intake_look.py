"""Looking at the rows of a sheet beside the register: into which pile each falls, and why. Nothing is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from common.dates import latest_day
from common.names import tidy
from common.words import intake_desk as words
from desk_app.db.book_counts import BookKey
from desk_app.db.numbers import BookNumber
from desk_app.db.register import Reading
from desk_app.db.registrations import Kept
from desk_app.domain.drafts import draft_from
from desk_app.domain.events import AnyRegistration, Birth
from desk_app.domain.problems import Problem
from desk_app.domain.reading import read_draft
from desk_app.domain.rules import Rules
from desk_app.services.alike import ALIKE, Alike, likenesses_among, told_alike
from desk_app.services.closings import book_of
from desk_app.services.history import changes_between
from desk_app.services.intake_beside import beside, one_person
from desk_app.services.intake_places import NOT_OURS, Places
from desk_app.services.intake_rows import Begun, errors_of, looked, told_of, twice
from desk_app.services.intake_values import LookedRow, SheetLine, Step, Told
from desk_app.services.naming import names_of
from desk_app.services.registering import rules_of
from desk_app.services.seat import Seat

AT_ONCE = 500
OLD_LAW = {"groom-under-age": words.SAID, "bride-under-age": words.SAID}
"""What the law refuses to a fresh entry and an old or imported one may have, with a reason (DOMAIN 1.10)."""
_SURE = ("number", "names")
_GONE = {"void": "voided-here", "erased": "erased-here"}


@dataclass(frozen=True, slots=True)
class Known:
    """What stands under the numbers of some rows: the records, those whose last version a person wrote after the first,
    and void ones that went with the sheet that had brought them."""

    kept: Mapping[int, Kept]
    by_hand: frozenset[int]
    undone: frozenset[int]


@dataclass(frozen=True, slots=True)
class Looking:
    """One look at one sheet: the same register, law and day for every row."""

    seat: Seat
    reading: Reading
    places: Places
    rules: Rules

    @classmethod
    def of(cls, seat: Seat, reading: Reading) -> Looking:
        """A look in this view of the register."""
        places = Places.of(seat, reading)
        return cls(seat, reading, places, rules_of(seat.units, places.own))

    def rows(self, lines: Sequence[SheetLine], step: Step) -> tuple[LookedRow, ...]:
        """Every row in its pile, in the order of the sheet; `step` may raise to stop."""
        step(0, len(lines))
        begun = [self._begun(line) for line in lines]
        doubled = twice(begun)
        found: list[LookedRow] = []
        for place in range(0, len(begun), AT_ONCE):
            found += self._some(begun[place : place + AT_ONCE], doubled)
            step(len(found), len(begun))
        return tuple(found)

    def _begun(self, line: SheetLine) -> Begun:
        draft = self.places.filled(draft_from(line.event, {**line.texts, "reasons": OLD_LAW}))
        key = self.places.key(draft) if draft.unit != NOT_OURS else None
        return Begun(line, draft, key, self.places.holder(key) if key else None)

    def _some(self, rows: Sequence[Begun], doubled: Mapping[int, LookedRow]) -> list[LookedRow]:
        known = self._known([row.placed.id for row in rows if row.placed])
        found = [doubled.get(row.told.line) or self._by_number(row, known) for row in rows]
        fresh = {row.told.line: row for row, one in zip(rows, found, strict=True) if one is None}
        read = self._fresh(fresh)
        return [one or read[row.told.line] for row, one in zip(rows, found, strict=True)]

    def _known(self, ids: Sequence[int]) -> Known:
        kept = {one.id: one for one in self.reading.registrations.several(sorted(set(ids)))}
        writings = self.reading.imports.writings(kept)
        # What an undone sheet amended was put back by the version behind its own.
        written = {(one.registration, one.version + one.undone) for one in writings}
        written |= {(one.registration, one.version) for one in writings}
        by_hand = {id for id, one in kept.items() if one.version > 1 and (id, one.version) not in written}
        undone = {one.registration for one in writings if one.undone and one.version == 1}
        return Known(kept, frozenset(by_hand), frozenset(undone))

    def _by_number(self, row: Begun, known: Known) -> LookedRow | None:
        """What a row is whose cells, unit or number decide; None where it has to be read as something new."""
        if not row.told.readable:
            return looked(row, "unreadable", row.told.told)
        if row.draft.unit == NOT_OURS:
            unit = words.reason("unit-not-ours", {"text": tidy(row.told.texts.get("unit", ""))})
            return looked(row, "unreadable", (Told("unit", unit),))
        placed = row.placed
        if placed is None or (placed.state == "void" and placed.id in known.undone):
            return None
        if placed.state != "live":
            return looked(row, "conflict", _row_told(_GONE[placed.state], {}), placed.id)
        return self._beside(row, known.kept[placed.id], placed.id in known.by_hand)

    def _beside(self, row: Begun, kept: Kept, by_hand: bool) -> LookedRow:
        draft = beside(kept, row.told.texts, OLD_LAW)
        if draft is None:
            return looked(row, "same", (), kept.id)
        outcome = read_draft(draft, self.rules, self.seat.today())
        if outcome.value is None:
            return looked(row, "unreadable", errors_of(row, outcome.errors), kept.id)
        changes = changes_between(kept.registration, outcome.value)
        if not changes:
            return looked(row, "same", (), kept.id)
        why = _in_the_way(kept, outcome.value, by_hand)
        if why:
            return looked(row, "conflict", why, kept.id, changes)
        fresh = [one for one in outcome.warnings if one.code not in kept.reasons]
        told = (*row.told.told, *told_of(fresh))
        changed = looked(row, "changed", told, kept.id, changes)
        return changed.reading(outcome.value, _reasons(outcome.warnings, kept.reasons))

    def _fresh(self, rows: Mapping[int, Begun]) -> dict[int, LookedRow]:
        """Rows that no number finds: read, and looked for by whom they are about."""
        found: dict[int, LookedRow] = {}
        read: dict[int, AnyRegistration] = {}
        for line, row in rows.items():
            outcome = read_draft(row.draft, self.rules, self.seat.today())
            if outcome.value is None:
                found[line] = looked(row, "unreadable", errors_of(row, outcome.errors))
                continue
            # Ids of records begin at 1: a row is none of them.
            read[-line] = outcome.value
            fresh = looked(row, "new", (*row.told.told, *told_of(outcome.warnings)))
            found[line] = fresh.reading(outcome.value, _reasons(outcome.warnings, {}))
        others = likenesses_among(self.reading, read)
        return {line: self._judged(rows[line], one, others.get(-line, ())) for line, one in found.items()}

    def _judged(self, row: Begun, one: LookedRow, others: Sequence[Alike]) -> LookedRow:
        if one.registration is None:
            return one
        refused = self._refused(row)
        if refused:
            return looked(row, "conflict", refused)
        sure = next((other for other in others if _is_it(one.registration, other)), None)
        if sure and row.key is None:
            return self._beside(row, sure.kept, sure.kept.id in self._known([sure.kept.id]).by_hand)
        if sure:
            return looked(row, "conflict", _row_told("under-other-number", _where(sure.kept)), sure.kept.id)
        near = told_of([told_alike(one.registration, others[0])]) if others else ()
        numberless = _row_told("no-number", {}) if row.key is None else ()
        return one.telling((*numberless, *one.told, *near))

    def _refused(self, row: Begun) -> tuple[Told, ...]:
        """Why nothing new goes into this book from a sheet."""
        draft = row.draft
        desk = self.places.away.get(tidy(draft.book))
        if desk is not None:
            return _row_told("book-elsewhere", {"book": draft.book, "desk": desk})
        day = latest_day(draft.registered_on) or self.seat.today()
        key: BookKey = book_of(row.told.event, (draft.unit, draft.book), draft.number, day.year)
        closing = self.places.closed.get(key)
        if closing is None:
            return ()
        details = {"book": key.book, "year": str(key.year), "day": words.slashed(closing.on)}
        return _row_told("book-closed", details)


def _row_told(code: str, details: Mapping[str, str]) -> tuple[Told, ...]:
    return (Told("", words.reason(code, details)),)


def _in_the_way(kept: Kept, after: AnyRegistration, by_hand: bool) -> tuple[Told, ...]:
    """Why a person has to do what the row says, if it is done at all."""
    if not one_person(kept.registration, after):
        return _row_told("other-person", {"name": names_of(kept.registration)})
    if _book_year(kept.registration) != _book_year(after):
        return _row_told("other-year", {})
    return _row_told("amended-here", {}) if by_hand else ()


def _book_year(one: AnyRegistration) -> int:
    return BookNumber.of(one.number, one.registered_on.year).year


def _where(kept: Kept) -> Mapping[str, str]:
    one = kept.registration
    return {"name": names_of(one), "number": one.number, "book": one.book}


def _is_it(one: AnyRegistration, other: Alike) -> bool:
    """Whether a likeness is of one event written twice and not of two people of one name: mothers tell them apart."""
    if other.how not in _SURE:
        return False
    mothers = [
        each.mother.name.folded for each in (one, other.kept.registration) if isinstance(each, Birth) and each.mother
    ]
    return other.how == "number" or len(mothers) < 2 or mothers[0] == mothers[1]


def _reasons(warnings: Sequence[Problem], kept: Mapping[str, str]) -> Mapping[str, str]:
    """Why each warning was let be: the ministry's book says it so. That two may be one is nobody's decision yet."""
    return {**{one.code: words.SAID for one in warnings if one.code != ALIKE}, **kept}
