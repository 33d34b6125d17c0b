"""Taking in what was looked at: one act, on disk as a whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from common.words import intake_desk as words
from desk_app.db.many import Fresh
from desk_app.db.register import Work
from desk_app.domain.events import BRIEF, AnyRegistration
from desk_app.services.alike import likenesses_among
from desk_app.services.brief_life import drop_begun
from desk_app.services.decided import keep_back_quietly, note_all_alike
from desk_app.services.intake_amending import Renewal, amend
from desk_app.services.intake_opening import remember
from desk_app.services.intake_values import Look, LookedRow, Step, Taken
from desk_app.services.lines import local_entry, registration_entry
from desk_app.services.opt_outs import OPTED_OUT, keep_wish
from desk_app.services.seat import Seat
from desk_app.services.trouble import Mistake
from exchange.journal import read_line

AT_ONCE = 500
_RECORDS = ("registered", "amended", "voided", "erased", "restored")
_BOOKS = ("book-closed", "book-given", "book-taken-back", "update-taken", "update-put-back", "setting")
"""Lines, and acts of the office's own lines, after which a sheet is looked at again."""


@dataclass(frozen=True, slots=True)
class Taking:
    """One sheet being taken in, inside one act: what it wrote so far, as registration and version."""

    seat: Seat
    work: Work
    step: Step
    total: int
    wrote: list[tuple[int, int]] = field(default_factory=list)

    def enter(self, rows: Sequence[LookedRow]) -> None:
        """Enter rows that have their numbers, many at once, then those that get the next one of their book."""
        numbered = [row for row in rows if row.number]
        for begun in range(0, len(numbered), AT_ONCE):
            self._enter_some(numbered[begun : begun + AT_ONCE])
            self.step(len(self.wrote), self.total)
        for row in rows:
            if not row.number:
                self._enter_next(row)

    def amend(self, rows: Sequence[LookedRow]) -> None:
        """Write the new version of each changed row."""
        reason = words.amended(self.seat.today())
        for begun in range(0, len(rows), AT_ONCE):
            some = {row.id: row for row in rows[begun : begun + AT_ONCE]}
            kept = self.work.registrations.several(list(some))
            told = [Renewal(one, _read(some[one.id]), some[one.id].reasons) for one in kept]
            amend(self.seat, self.work, told, reason)
            self.wrote.extend((one.id, one.version + 1) for one in kept)
            self.step(len(self.wrote), self.total)

    def _enter_some(self, rows: Sequence[LookedRow]) -> None:
        fresh = [Fresh(_read(row), self.seat.subject(), row.reasons) for row in rows]
        ids = self.work.many.add(fresh)
        self.work.journal.append_all(
            registration_entry(self.seat, "registered", (one.subject, 1), one.registration) for one in fresh
        )
        self._entered(dict(zip(ids, (one.registration for one in fresh), strict=True)))

    def _enter_next(self, row: LookedRow) -> None:
        subject = self.seat.subject()
        added = self.work.registrations.add(_read(row), subject, row.reasons)
        one = replace(_read(row), number=added.number)
        self.work.journal.append(registration_entry(self.seat, "registered", (subject, 1), one))
        self._entered({added.id: one})

    def _entered(self, told: Mapping[int, AnyRegistration]) -> None:
        """What else comes with entries: what may stand twice, households that want no letter, drafts begun."""
        found = likenesses_among(self.work, told)
        note_all_alike(self.work, [id for id, others in found.items() if any(one.kept.id < id for one in others)])
        for one in told.values():
            if BRIEF in one.cases:
                drop_begun(self.seat, self.work, one, one.event)
            if OPTED_OUT in one.cases:
                keep_wish(self.seat, self.work, one)
        self.wrote.extend((id, 1) for id in told)


def take(seat: Seat, look: Look, changed: Collection[int], step: Step) -> Taken:
    """Write the new rows and the changed ones of these lines. Raises Mistake: sheet-look-again, sheet-nothing,
    sheet-row-not-changed; and what `step` raises: nothing is written then."""
    seat = seat.still()
    new, wanted = look.of("new"), tuple(_ticked(look, changed))
    if not new and not wanted:
        raise Mistake("sheet-nothing")
    left = len(look.rows) - len(new) - len(wanted) - look.counts["same"]
    with seat.work() as work:
        if _moved(work, look.head):
            raise Mistake("sheet-look-again")
        taking = Taking(seat, work, step, len(new) + len(wanted))
        taking.enter(new)
        ids = [id for id, _ in taking.wrote]
        old = [id for id, row in zip(ids, _in_order(new), strict=True) if _read(row).registered_on < look.letters_from]
        taking.amend(wanted)
        keep_back_quietly(work, old)
        body = _body(seat, look, {"entered": len(new), "amended": len(wanted), "left": left})
        import_id = work.imports.add(seat.today(), body)
        remember(work, look.source)
        work.imports.wrote(import_id, taking.wrote)
        work.journal.append(local_entry(seat, "sheet-taken-in", str(import_id)))
        work.commit()
    return Taken(import_id, len(new), len(wanted), left, len(new) - len(old))


def _moved(work: Work, head: int) -> bool:
    """Whether a row may belong elsewhere since that line: a record came, changed or went, a book was closed or given
    away. A letter, a copy, somebody who looked at something move nothing."""
    last = work.journal.head()[0]
    kinds = {read_line(raw).kind for raw in work.journal.slice(head + 1, last)}
    acts = {json.loads(part.body).get("act") for part in work.journal.home_parts(head + 1, last)}
    return last < head or not kinds.isdisjoint(_RECORDS) or not acts.isdisjoint(_BOOKS)


def _ticked(look: Look, changed: Collection[int]) -> Iterator[LookedRow]:
    rows = {row.line: row for row in look.of("changed")}
    for line in sorted(changed):
        if line not in rows:
            raise Mistake("sheet-row-not-changed", {"line": str(line)})
        yield rows[line]


def _in_order(rows: Sequence[LookedRow]) -> list[LookedRow]:
    """As they are entered: those with a number first."""
    return sorted(rows, key=lambda row: not row.number)


def _body(seat: Seat, look: Look, counts: Mapping[str, int]) -> Mapping[str, Any]:
    source = look.source
    told = {"kind": source.kind, "digest": source.digest, "columns": list(source.columns)}
    return {**told, **counts, "who": seat.user, "letters_from": look.letters_from.isoformat()}


def _read(row: LookedRow) -> AnyRegistration:
    assert row.registration is not None
    return row.registration
