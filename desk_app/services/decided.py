"""What a person decided under "Cần xem lại" and no other trace shows: a letter that is not written, a line laid aside
above that somebody has looked into; and records that came in unattended and may stand twice."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

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
            keep_back_quietly(work, ids)
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
    return _unpacked(store.office.get(_KEPT_BACK) or "[]")


def awaiting(store: Reading | Work, since: date, most: int) -> list[int]:
    """At most so many registrations since that day's month whose letter nobody kept back and nobody wrote yet."""
    back = kept_back(store)
    return [id for id in store.overview.awaiting_letter(since, most + len(back)) if id not in back][:most]


def keep_back_quietly(work: Work, ids: Iterable[int]) -> None:
    """The same for many that were registered long ago: the act that brought them says so in one line."""
    if more := frozenset(ids):
        _put_back(work, kept_back(work) | more)


def no_longer_back(work: Work, ids: Iterable[int]) -> None:
    """These went again with the act that brought them."""
    back = kept_back(work)
    if gone := back & frozenset(ids):
        _put_back(work, back - gone)


def not_kept_back(work: Work, ids: Sequence[int]) -> None:
    """Somebody asked for the letter over these after all."""
    no_longer_back(work, ids)


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


def note_all_alike(work: Work, ids: Sequence[int]) -> None:
    """The same for many that came in at once."""
    waiting = _listed(work, _MAY_BE_TWICE)
    if more := [id for id in ids if id not in waiting]:
        _put(work, _MAY_BE_TWICE, [*waiting, *more])


def none_twice(work: Work, ids: Iterable[int]) -> None:
    """Nobody asks about these records any more."""
    waiting, gone = _listed(work, _MAY_BE_TWICE), frozenset(ids)
    if not gone.isdisjoint(waiting):
        _put(work, _MAY_BE_TWICE, [one for one in waiting if one not in gone])


def no_longer_twice(work: Work, id: int) -> None:
    """Nobody asks about this record any more."""
    none_twice(work, [id])


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


def _put_back(work: Work, ids: Iterable[int]) -> None:
    """Kept as first and last of each run: a whole book taken in is one pair."""
    runs: list[list[int]] = []
    for id in sorted(ids):
        if runs and runs[-1][1] == id - 1:
            runs[-1][1] = id
        else:
            runs.append([id, id])
    work.office.put(_KEPT_BACK, json.dumps([first if first == last else [first, last] for first, last in runs]))


@lru_cache(maxsize=4)
def _unpacked(kept: str) -> frozenset[int]:
    runs: list[int | list[int]] = json.loads(kept)
    return frozenset(id for run in runs for id in (range(run[0], run[1] + 1) if isinstance(run, list) else (run,)))
