"""Call-backs that citizens asked for: which are still to be made, and the note that one was made."""

from __future__ import annotations

from dataclasses import dataclass

from desk_app.db.ratings import Message
from desk_app.db.register import Reading
from desk_app.services.follow_ups import DAYS, call_done, calls_made
from desk_app.services.seat import Seat

CALL_DAYS = DAYS["call-back"]
"""Days of work within which the page that the citizen saw promises a call."""


@dataclass(frozen=True, slots=True)
class CallBacks:
    """Calling back, for the person at this seat."""

    seat: Seat

    def called(self, message_id: str) -> None:
        """Note that the citizen was called, by whom and when; said twice, the first note stays."""
        self.seat.may("rate")
        seat = self.seat.still()
        with seat.work() as work:
            call_done(seat, work, message_id)
            work.commit()

    @staticmethod
    def waiting(reading: Reading) -> tuple[Message, ...]:
        """Requests not answered yet, oldest first."""
        messages = tuple(one for one in reading.ratings.messages() if one.kind == "call-back")
        made = calls_made(reading) if messages else frozenset()
        return tuple(one for one in messages if one.message_id not in made)
