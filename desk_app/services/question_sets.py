"""Which questions are asked about the service: every set that the program knows, and the one in force at this desk."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache

from common.questions import QuestionSet, QuestionSets, read_question_sets
from desk_app import paths
from desk_app.db.register import Reading, Work
from desk_app.services.lines import local_entry
from desk_app.services.seat import Seat
from desk_app.services.trouble import Mistake

USUAL = "service-3"
_PAPER = "question-set"


@cache
def question_sets() -> QuestionSets:
    """Every set and version; read once."""
    return read_question_sets(paths.resources() / "questions")


def set_in_force(reading: Reading | Work) -> QuestionSet:
    """The newest version of the set that this office chose, three levels where it chose none."""
    sets, chosen = question_sets(), str(json.loads(reading.office.get(_PAPER) or "null") or USUAL)
    return sets.newest(chosen if chosen in sets.ids else USUAL)


@dataclass(frozen=True, slots=True)
class QuestionDesk:
    """The set in force, and another one in its place."""

    seat: Seat

    def in_force(self) -> QuestionSet:
        """What is asked from now on."""
        with self.seat.reading() as reading:
            return set_in_force(reading)

    def use(self, id: str) -> None:
        """From now on this set; answers given before keep theirs. Raises Mistake("no-such-questions")."""
        self.seat.may("settings")
        if id not in question_sets().ids:
            raise Mistake("no-such-questions", {"name": id, "known": ", ".join(question_sets().ids)})
        with self.seat.work() as work:
            if set_in_force(work).id == id:
                return
            work.office.put(_PAPER, json.dumps(id))
            work.journal.append(local_entry(self.seat, "setting", _PAPER))
            work.commit()
