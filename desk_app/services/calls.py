"""Call-backs that citizens asked for: which are still to be made, and the note that one was made."""

from __future__ import annotations

import json
from dataclasses import dataclass

from desk_app.db.ratings import Message
from desk_app.db.register import Reading
from desk_app.services.seat import Seat

CALL_DAYS = 3
"""Days of work within which the page that the citizen saw promises a call."""

_CALLED = "called-back"


@dataclass(frozen=True, slots=True)
class CallBacks:
    """Calling back, for the person at this seat."""

    seat: Seat

    def called(self, message_id: str) -> None:
        """Note that the citizen was called, by whom and when; said twice, the first note stays."""
        self.seat.may("rate")
        with self.seat.work() as work:
            made = _made(work)
            made.setdefault(message_id, [self.seat.moment(), self.seat.user])
            work.office.put(_CALLED, json.dumps(made, ensure_ascii=False, sort_keys=True))
            work.commit()

    @staticmethod
    def waiting(reading: Reading) -> tuple[Message, ...]:
        """Requests not answered yet, oldest first."""
        made = _made(reading)
        messages = (one for one in reading.ratings.messages() if one.kind == "call-back")
        return tuple(one for one in messages if one.message_id not in made)


def _made(reading: Reading) -> dict[str, list[str]]:
    made: dict[str, list[str]] = json.loads(reading.office.get(_CALLED) or "{}")
    return made
