"""Taking a whole sheet back as one act: what nobody touched since goes or says again what it said before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from common.words import intake_desk as words
from desk_app.db.imports import KeptImport
from desk_app.db.many import Going
from desk_app.db.overview import LetterLine
from desk_app.db.register import Reading, Work
from desk_app.db.registrations import Kept
from desk_app.services.decided import no_longer_back, none_twice
from desk_app.services.intake_amending import Renewal, amend
from desk_app.services.intake_values import Stayed, Undone
from desk_app.services.lines import act_entry
from desk_app.services.reasons import reason_given
from desk_app.services.registering import Registering
from desk_app.services.seat import Seat
from desk_app.services.trouble import Mistake

AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Undoing:
    """One sheet being taken back, inside one act, for this reason."""

    seat: Seat
    work: Work
    reason: str
    voided: list[int] = field(default_factory=list)
    put_back: list[int] = field(default_factory=list)
    stayed: list[tuple[int, str]] = field(default_factory=list)

    def all(self, rows: Sequence[tuple[int, int]]) -> None:
        """Every registration that the sheet wrote, with the version that it wrote."""
        for begun in range(0, len(rows), AT_ONCE):
            self._some(dict(rows[begun : begun + AT_ONCE]))

    def _some(self, rows: Mapping[int, int]) -> None:
        kept = {one.id: one for one in self.work.registrations.several(sorted(rows))}
        letters = self._letters(sorted(rows))
        going: list[Kept] = []
        back: list[Kept] = []
        for id, version in rows.items():
            why = _touched(kept.get(id), version, letters.get(id, ()))
            if why:
                self.stayed.append((id, why))
            elif version > 1:
                back.append(kept[id])
            elif letters.get(id):
                # A letter written and never printed goes with its record.
                Registering(self.seat).void_within(self.work, id, self.reason)
                self.voided.append(id)
            else:
                going.append(kept[id])
        self._void(going)
        self._put_back(back)

    def _letters(self, ids: Sequence[int]) -> Mapping[int, list[LetterLine]]:
        found: dict[int, list[LetterLine]] = {}
        for line in self.work.overview.letters_standing(ids):
            for id in line.covers:
                found.setdefault(id, []).append(line)
        return found

    def _void(self, going: Sequence[Kept]) -> None:
        told = [Going(one.id, one.version + 1, one.registration, one.reasons) for one in going]
        self.work.many.void(told, self.reason)
        home = {"reason": self.reason}
        self.work.journal.append_all(act_entry(self.seat, "voided", one.subject, {}, home) for one in going)
        self.voided.extend(one.id for one in going)

    def _put_back(self, kept: Sequence[Kept]) -> None:
        """The version before, written anew."""
        before = self.work.many.versions([(one.id, one.version - 1) for one in kept])
        amend(self.seat, self.work, [Renewal(one, *before[one.id]) for one in kept], self.reason)
        self.put_back.extend(one.id for one in kept)


def undo(seat: Seat, id: int, reason: str) -> Undone:
    """Take a sheet back: what it entered is voided, what it amended says again what it said before. Raises Mistake:
    reason-empty, no-such-import, import-undone."""
    seat, reason = seat.still(), reason_given(reason)
    with seat.work() as work:
        kept = _standing(work.imports.get(id), id)
        undoing = Undoing(seat, work, reason)
        undoing.all(work.imports.rows(id))
        none_twice(work, undoing.voided)
        no_longer_back(work, undoing.voided)
        counts = {"voided": len(undoing.voided), "put_back": len(undoing.put_back)}
        stayed = [[one, why] for one, why in undoing.stayed]
        work.imports.mark_undone(id, seat.today(), {**kept.body, **counts, "stayed": stayed})
        home: Mapping[str, Any] = {"act": "sheet-taken-back", "what": str(id), "reason": reason}
        work.journal.append(act_entry(seat, "local", seat.subject(), {}, home))
        told = tuple(told_stayed(work, undoing.stayed))
        work.commit()
    return Undone(len(undoing.voided), len(undoing.put_back), told)


def told_stayed(store: Reading | Work, stayed: Iterable[tuple[int, str]]) -> Iterator[Stayed]:
    """Each with the number that it stands under, erased or not, and why in words."""
    return (Stayed(id, store.trail.number(id), words.STAYED[why]) for id, why in stayed)


def _standing(kept: KeptImport | None, id: int) -> KeptImport:
    if kept is None:
        raise Mistake("no-such-import", {"id": str(id)})
    if kept.undone_on is not None:
        raise Mistake("import-undone", {"id": str(id), "day": words.slashed(kept.undone_on)})
    return kept


def _touched(kept: Kept | None, version: int, letters: Sequence[LetterLine]) -> str:
    """Why a registration stays as it is; "" where nobody did anything to it since the sheet."""
    if kept is None:
        return "erased"
    if kept.state == "void":
        return "voided"
    if kept.version != version:
        return "amended"
    # What was printed from the version before, a sheet that amended it found so.
    ours = [line for line in letters if version == 1 or not line.stale]
    return "printed" if any(line.copies or line.state == "delivered" for line in ours) else ""
