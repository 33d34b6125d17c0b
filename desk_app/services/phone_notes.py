"""A citizen rings and wishes to be called back: kept like a wish that came through the code, joined to no score."""

from __future__ import annotations

from dataclasses import dataclass

from common.names import tidy
from common.words import follow_ups as words
from desk_app.db.ratings import Message
from desk_app.domain.problems import Problem
from desk_app.feedback.counter import COMMENT_LENGTH
from desk_app.services.follow_ups import open_within
from desk_app.services.follow_ups_taken import let_go
from desk_app.services.seat import Seat

_DIGITS = range(8, 16)
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class CallNoted:
    """The wish as it was kept; `message_id` takes it back."""

    message_id: str


@dataclass(frozen=True, slots=True)
class PhoneNotes:
    """Call-backs asked for by telephone."""

    seat: Seat

    def note(self, phone: str, text: str) -> CallNoted | tuple[Problem, ...]:
        """Keep number and words; they wait among those who are to be called. Or say what is wrong with them."""
        self.seat.may("rate")
        number, told = tidy(phone), tidy(text)
        if sum(sign.isdigit() for sign in number) not in _DIGITS or len(number) > _LONGEST:
            return (Problem("call", "call-number", "error", {}),)
        if len(told) > COMMENT_LENGTH:
            return (Problem("comment", "answer-too-long", "error", {"limit": str(COMMENT_LENGTH)}),)
        message = Message(self.seat.subject(), self.seat.today(), "call-back", {"phone": number, "text": told})
        seat = self.seat.still()
        with seat.work() as work:
            work.ratings.keep_message(message)
            open_within(seat, work, "call-back", message.message_id, words.CALL_TASK)
            work.commit()
        return CallNoted(message.message_id)

    def drop(self, noted: CallNoted) -> None:
        """Forget a wish that was typed by mistake a moment ago."""
        self.seat.may("rate")
        seat = self.seat.still()
        with seat.work() as work:
            work.ratings.drop_message(noted.message_id)
            let_go(seat, work, "call-back", noted.message_id)
            work.commit()
