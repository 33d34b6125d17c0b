"""One sitting with a pile of slips: the place they came from, the last one, how many there are. No widget."""

from __future__ import annotations

from collections.abc import Mapping

from common.questions import Question
from common.words import surveys_page as said
from desk_app.domain.problems import Problem
from desk_app.services.desk import Desk
from desk_app.services.surveys import TypedSlip


class Typing:
    """Slips of one survey, place by place; `at` is the place whose pile is being typed."""

    def __init__(self, desk: Desk, survey: int, at: int = 0) -> None:
        self._desk, self._survey = desk, survey
        shown = desk.surveys.open(survey)
        self.places, self.at = shown.places, min(at, len(shown.places) - 1)
        self.levels = dict(shown.levels)
        self.questions: tuple[Question, ...] = desk.surveys.questions(survey)
        self.day_text = desk.seat.today().strftime("%d/%m/%Y")
        self.last: TypedSlip | None = None
        self._typed = [place.typed for place in shown.places]
        self._kept_at = 0

    @property
    def names(self) -> tuple[str, ...]:
        """The places."""
        return tuple(place.name for place in self.places)

    def keep(self, values: Mapping[str, object]) -> tuple[Problem, ...]:
        """Keep one slip, or say what is wrong with it."""
        kept = self._desk.surveys.type_slip(self._survey, self.places[self.at].id, values)
        if not isinstance(kept, TypedSlip):
            return kept
        self.last, self._kept_at = kept, self.at
        self._typed[self.at] = kept.typed
        return ()

    def take_back(self) -> bool:
        """Forget the slip kept last in this sitting; the one before it stays."""
        last, self.last = self.last, None
        gone = last is not None and self._desk.surveys.take_back(self._survey, last.id)
        self._typed[self._kept_at] -= gone
        return gone

    @property
    def last_text(self) -> str:
        """What was kept last."""
        if self.last is None:
            return ""
        slip = self.last.slip
        return said.kept_slip(self.levels[str(slip.score)], slip.comment)

    @property
    def count_text(self) -> str:
        """How many slips of the place are typed."""
        place = self.places[self.at]
        return said.typed_so_far(place.name, self._typed[self.at], place.readable)
