"""What a person decided under "Cần xem lại" and no other trace shows: a letter that is not written, a line laid aside
above that somebody has looked into; and records that came in unattended and may stand twice."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desk_app.db.register import Reading, Work
from desk_app.domain.problems import Problem
from desk_app.services.alike import ALIKE
from desk_app.services.lines import act_entry, local_entry
from desk_app.services.opt_outs import OptOutDesk
from desk_app.services.seat import Seat
from desk_app.services.trouble import Mistake

_KEPT_BACK, _LOOKED_INTO, _MAY_BE_TWICE = "letters-kept-back", "asides-looked-into", "may-be-twice"


@dataclass(frozen=True, slots=True)
class Deciding:
    """Deciding, for the person at this seat."""

    seat: Seat

    def keep_back(self, ids: Sequence[int], wish: bool = False) -> None:
        """No letter is written over these registrations unless somebody asks for it by name, and one that was written
        no longer counts, its sheet printed or not. `wish`: the household wants no letter, this time or another. Raises
        Mistake("letter-already-delivered") where a family holds it."""
        self.seat.may("letters")
        with self.seat.work() as work:
            for id in ids:
                self._void_letters(work, id)
                work.journal.append(local_entry(self.seat, "letter-kept-back", str(id)))
            _add(work, _KEPT_BACK, ids)
            work.commit()
        for id in ids if wish else ():
            OptOutDesk(self.seat).keep(id)

    def _void_letters(self, work: Work, id: int) -> None:
        for letter in (one for one in work.letters.of_registration(id) if one.state != "void"):
            if letter.state == "delivered":
                raise Mistake("letter-already-delivered", {"id": str(letter.id)})
            figures = {"letter": letter.kind, "covers": len(letter.covers)}
            work.letters.mark_void(letter.id)
            work.journal.append(act_entry(self.seat, "letter-voided", letter.subject, figures, {}))

    def looked_into(self, position: int) -> None:
        """Somebody has seen what became of this line above; it is not told again."""
        self.seat.may("month")
        with self.seat.work() as work:
            _add(work, _LOOKED_INTO, [position])
            work.journal.append(local_entry(self.seat, "aside-looked-into", str(position)))
            work.commit()


def kept_back(store: Reading | Work) -> frozenset[int]:
    """Registrations over which no letter is written by itself."""
    return frozenset(_listed(store, _KEPT_BACK))


def not_kept_back(work: Work, ids: Sequence[int]) -> None:
    """Somebody asked for the letter over these after all."""
    if back := kept_back(work) & set(ids):
        work.office.put(_KEPT_BACK, json.dumps(sorted(kept_back(work) - back)))


def seen_asides(store: Reading | Work) -> frozenset[int]:
    """Positions of lines laid aside above that somebody looked into."""
    return frozenset(_listed(store, _LOOKED_INTO))


def may_be_twice(store: Reading | Work) -> tuple[int, ...]:
    """Records that came in with nobody to say whether they stand there already, oldest first."""
    return tuple(_listed(store, _MAY_BE_TWICE))


def note_alike(work: Work, id: int, problems: Iterable[Problem], decided: bool) -> None:
    """Let a record that may stand twice wait for a person, however long that takes; the ones decided since go."""
    if decided or all(one.code != ALIKE for one in problems):
        return
    waiting = work.registrations.several(_listed(work, _MAY_BE_TWICE))
    still = [kept.id for kept in waiting if kept.state == "live" and ALIKE not in kept.reasons]
    work.office.put(_MAY_BE_TWICE, json.dumps(sorted({*still, id})))


def _add(work: Work, name: str, more: Iterable[int]) -> None:
    work.office.put(name, json.dumps(sorted({*_listed(work, name), *more})))


def _listed(store: Reading | Work, name: str) -> list[int]:
    kept: list[int] = json.loads(store.office.get(name) or "[]")
    return kept
