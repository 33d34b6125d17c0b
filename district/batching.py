"""Batches of one office as a file of it is taken in: what may leave leaves, what was noted about it is kept here."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol

from district import flags, ratings
from district.draws import Pot
from district.put_back import since_copy
from district.store.public_store import KeptAnswer, PublicStore
from district.store.store import Work
from exchange.keys import OfficeKeys


class Room(Protocol):
    """What forming batches needs of a sitting: the answers, the keys that open them, randomness."""

    @property
    def public(self) -> PublicStore:
        """Answers of citizens."""

    @property
    def keys(self) -> OfficeKeys:
        """What opens them."""

    @property
    def random(self) -> Callable[[int], bytes]:
        """So many random bytes."""


def form(room: Room, work: Work, unit: str, at: datetime) -> tuple[KeptAnswer, ...]:
    """Form the office's batches; the answers that may shrink now. An answer that its family may still change waits for
    the next receipt, as long as the others are enough to form a group without it."""
    desks = work.desks.of_unit(unit)
    if not any(room.public.waiting(desk.number) for desk in desks):
        return ()
    every = [answer for desk in desks for answer in _opened(room, work, desk.number)]
    fixed = {letter.id for desk in desks for letter in room.public.waiting(desk.number, settled_by=at)}
    held = ratings.sort_answers(work, [answer for answer in every if answer.id in fixed], at.date())
    if len(held.ready) < ratings.smallest_group(work, unit):
        held = ratings.sort_answers(work, every, at.date())
    oldest = min((answer.answered_on for answer in every), default="~")
    now = ratings.Round(at.date(), room.random, since_copy(work, unit, oldest))
    formed = ratings.form_batches(work, unit, held, now)
    if formed.batches:
        flags.form_splits(work, unit, now)
    return formed.done


def _opened(room: Room, work: Work, desk: int) -> tuple[KeptAnswer, ...]:
    serials = [letter.serial for letter in room.public.waiting(desk)]
    return room.public.answers(desk, room.keys, kinds=ratings.kinds_of(work, desk, serials))


def pot_of(room: Room, work: Work, desk: int, at: datetime, done: Sequence[KeptAnswer] = ()) -> Pot:
    """Letters of a desk to draw from for their answers: those that wait, and those whose answers just left."""
    waiting = ratings.sort_answers(work, room.public.waiting(desk), at.date()).ready
    letters = [(one.serial, one.kind) for one in waiting]
    letters += [(one.serial, one.kind) for one in done if one.desk == desk]
    return Pot(letters, room.random, at.date().isoformat())
