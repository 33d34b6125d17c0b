"""A registration and its letter where a clerk asks for both with one key: one act, that waits for the disk once."""

from __future__ import annotations

from dataclasses import dataclass

from desk_app.db.register import Work
from desk_app.domain.drafts import Draft
from desk_app.domain.problems import Problem
from desk_app.services.letter_desk import LetterDesk
from desk_app.services.letter_values import Prepared, Wish
from desk_app.services.register_values import Entered
from desk_app.services.registering import Registering, Stops
from desk_app.services.seat import Seat
from desk_app.services.wishing import keep_waiting, kept_for_later


@dataclass(frozen=True, slots=True)
class Both:
    """The registration that is on disk, or why there is none; its letter, archived with it, or what holds that back.

    No `letter`: there is no registration, or another act comes before its letter, or something unforeseen stood in the
    letter's way: `LetterDesk.prepare` says what.
    """

    entered: Entered | tuple[Problem, ...]
    letter: Prepared | tuple[Problem, ...] | None = None


@dataclass(frozen=True, slots=True)
class WithLetter:
    """Entering a registration together with its letter, for the person at this seat."""

    seat: Seat

    def enter(self, draft: Draft, draft_id: str, wish: Wish, stops: Stops) -> Both:
        """Enter the draft as `Registering.enter` does for somebody who sits before it, and prepare the letter over it
        as wished. Whatever keeps the letter from being written keeps nothing else: the registration is on disk when
        this returns."""
        self.seat.may("register")
        seat = self.seat.still()
        with seat.work() as work:
            entered = Registering(seat).enter_within(work, draft, draft_id, stops)
            if not isinstance(entered, Entered):
                return Both(entered)
            letter = None if entered.follows else _letter(seat, work, entered.id, wish)
            work.commit()
        return Both(entered, letter)


def _letter(seat: Seat, work: Work, id: int, wish: Wish) -> Prepared | tuple[Problem, ...] | None:
    work.mark()
    try:
        seat.may("letters")
        letter = LetterDesk(seat).prepare_within(work, [id], wish)
    except Exception:  # a registration is never lost for its letter
        work.back_to_mark()
        return None
    if isinstance(letter, tuple):
        work.back_to_mark()
        if kept_for_later(wish, letter):
            keep_waiting(work, [id], wish)
    return letter
