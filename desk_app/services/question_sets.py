"""Which questions are asked about the service: every set that came with the program or with an update of the level
above, and the one in force at this desk."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, lru_cache

from common.questions import NotAQuestionSet, QuestionSet, QuestionSets, read_question_set, read_question_sets
from desk_app import paths
from desk_app.db.register import Reading, Work
from desk_app.services.lines import local_entry
from desk_app.services.seat import Seat
from desk_app.services.trouble import Mistake

USUAL = "service-3"
_PAPER = "question-set"


@cache
def packed_sets() -> QuestionSets:
    """What came with the program; read once."""
    return read_question_sets(paths.resources() / "questions")


def question_sets(store: Reading | Work) -> QuestionSets:
    """Every set and version: those of the program, those of updates, and of updates that were put back the ones
    withdrawn."""
    return _joined(store.updates.every("questions"))


@lru_cache(8)
def _joined(brought: tuple[tuple[bytes, bool], ...]) -> QuestionSets:
    packed = packed_sets()
    asked = {one.mark: one for one in _read(brought, in_force=True)} | {one.mark: one for one in packed.sets}
    gone = {one.mark: one for one in _read(brought, in_force=False) if one.mark not in asked}
    return QuestionSets(tuple(asked.values()), tuple(gone.values())) if brought else packed


def _read(brought: tuple[tuple[bytes, bool], ...], in_force: bool) -> Iterator[QuestionSet]:
    for raw, stands in brought:
        # Nothing of ours writes what cannot be read; a desk asks its other questions all the same.
        with suppress(NotAQuestionSet):
            if stands == in_force:
                yield read_question_set(raw)


def set_in_force(reading: Reading | Work) -> QuestionSet:
    """The newest version of the set that this office chose, three levels where it chose none."""
    sets, chosen = question_sets(reading), str(json.loads(reading.office.get(_PAPER) or "null") or USUAL)
    return sets.newest(chosen if chosen in sets.ids else USUAL)


@dataclass(frozen=True, slots=True)
class QuestionDesk:
    """The set in force, and another one in its place."""

    seat: Seat

    def sets(self) -> QuestionSets:
        """Every set and version that this desk knows."""
        with self.seat.reading() as reading:
            return question_sets(reading)

    def in_force(self) -> QuestionSet:
        """What is asked from now on."""
        with self.seat.reading() as reading:
            return set_in_force(reading)

    def use(self, id: str) -> None:
        """From now on this set; answers given before keep theirs. Raises Mistake("no-such-questions")."""
        self.seat.may("settings")
        with self.seat.work() as work:
            known = question_sets(work).ids
            if id not in known:
                raise Mistake("no-such-questions", {"name": id, "known": ", ".join(known)})
            if set_in_force(work).id == id:
                return
            work.office.put(_PAPER, json.dumps(id))
            work.journal.append(local_entry(self.seat, "setting", _PAPER))
            work.commit()
