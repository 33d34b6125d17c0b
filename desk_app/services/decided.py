"""What a person decided under "Cần xem lại" and no other trace shows: a letter that is not written, a line laid aside
above that somebody has looked into; and records that came in unattended and may stand twice."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desk_app.db.register import Reading, Work
from desk_app.domain.problems import Problem
from desk_app.services.alike import ALIKE, likenesses_among
from desk_app.services.lines import act_entry, local_entry
from desk_app.services.opt_outs import OptOutDesk
from desk_app.services.seat import Seat
from desk_app.services.trouble import Mistake

_LOOKED_THROUGH = 50
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
        _put(work, _KEPT_BACK, kept_back(work) - back)


def seen_asides(store: Reading | Work) -> frozenset[int]:
    """Positions of lines laid aside above that somebody looked into."""
    return frozenset(_listed(store, _LOOKED_INTO))


def may_be_twice(store: Reading | Work) -> tuple[int, ...]:
    """Records that came in with nobody to say whether they stand there already, oldest first."""
    return tuple(_listed(store, _MAY_BE_TWICE))


def note_alike(work: Work, id: int, problems: Iterable[Problem], decided: bool) -> None:
    """Let a record that may stand twice wait for a person, however long that takes; one that was decided goes."""
    waiting = _listed(work, _MAY_BE_TWICE)
    if decided:
        no_longer_twice(work, id)
    elif id not in waiting and any(one.code == ALIKE for one in problems):
        more = [*waiting, id]
        _put(work, _MAY_BE_TWICE, _still(work, more) if len(more) % _LOOKED_THROUGH == 0 else more)


def no_longer_twice(work: Work, id: int) -> None:
    """Nobody asks about this record any more."""
    waiting = _listed(work, _MAY_BE_TWICE)
    if id in waiting:
        _put(work, _MAY_BE_TWICE, [one for one in waiting if one != id])


def _still(work: Work, waiting: Sequence[int]) -> list[int]:
    """Now and then the oldest are looked through: some have lost the record that they looked like."""
    oldest = work.registrations.several(waiting[:_LOOKED_THROUGH])
    found = likenesses_among(work, {kept.id: kept.registration for kept in oldest if kept.state == "live"})
    return [*(id for id, others in found.items() if others), *waiting[_LOOKED_THROUGH:]]


def _add(work: Work, name: str, more: Iterable[int]) -> None:
    _put(work, name, {*_listed(work, name), *more})


def _put(work: Work, name: str, ids: Iterable[int]) -> None:
    work.office.put(name, json.dumps(sorted(ids)))


def _listed(store: Reading | Work, name: str) -> list[int]:
    kept: list[int] = json.loads(store.office.get(name) or "[]")
    return kept
