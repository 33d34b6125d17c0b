"""One answer after the other on the screen turned to the citizen. No widget, no clock: moments are handed in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from common.questions import OVERALL, REASON, Choice, Question
from common.scales import CONTENT
from common.words import counter as said
from desk_app.services.citizen_voice import Taken
from desk_app.services.desk import Desk
from desk_app.services.question_sets import QuestionDesk
from desk_app.services.trouble import Trouble

PAUSE_S, DEAF_S, SILENCE_S, THANKS_S = 2.0, 0.8, 30.0, 4.0
"""Between two scores; after each new question, so that a double tap counts once; before the beginning comes back."""
THANKS = "thanks"


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing that may be tapped: its words, the level where it is one of a scale (0: none), whether it is ticked."""

    code: str
    words: str
    level: int = 0
    ticked: bool = False


class CounterModel:
    """`step` is the code of the question that stands there, "reason" for what may be ticked, "thanks" at the end. What
    is tapped is on the disk before anything else is shown."""

    def __init__(self, desk: Desk, seconds: Callable[[], float]) -> None:
        self._desk, self._seconds = desk, seconds
        self.set = QuestionDesk(desk.seat).in_force()
        self._score_from = self._deaf_until = seconds()
        self.language = "vi"
        self._begin()

    # ---- what is shown

    @property
    def question(self) -> str:
        """The large words."""
        if self.step == THANKS:
            return said.tell(self.language, "thanks")
        if self.step == REASON:
            return said.tell(self.language, "high" if self._pleased else "low")
        return self._question().say(self.language)

    @property
    def note(self) -> str:
        """The small words under them."""
        name = {OVERALL: "note", REASON: "several", THANKS: "kept"}.get(self.step, "one")
        return said.tell(self.language, "trouble" if self.trouble else name)

    @property
    def chosen(self) -> str:
        """What was tapped first; nothing before and at the end."""
        if self.score == "" or self.step == THANKS:
            return ""
        return said.chosen(self.language, _by_code(self.set.overall.choices)[self.score].say(self.language))

    @property
    def offers(self) -> tuple[Offer, ...]:
        """What may be tapped, in order."""
        if self.step == THANKS:
            return ()
        if self.step == REASON:
            ticked = self.asked.get(REASON, "").split()
            choices = self.set.reasons(self.score)
            return tuple(Offer(one.code, one.say(self.language), 0, one.code in ticked) for one in choices)
        question = self._question()
        levels = _is_scale(question, self.set.scale)
        given = self.asked.get(question.code, "") if question.code != OVERALL else self.score
        return tuple(
            Offer(one.code, one.say(self.language), int(one.code) if levels else 0, one.code == given)
            for one in question.choices
        )

    @property
    def may_pass(self) -> bool:
        """Whether this question may be passed over."""
        return self.step not in (OVERALL, THANKS)

    # ---- what the citizen does

    def tap(self, place: int) -> bool:
        """The offer at this place; False when it counts for nothing, as the second of a double tap."""
        offers = self.offers
        if not 0 <= place < len(offers) or self._seconds() < self._deaf_until:
            return False
        self._touched = self._seconds()
        if self.step == OVERALL:
            return self._tap_score(offers[place].code)
        if self.step == REASON:
            return self._keep(self.score, {**self.asked, REASON: _toggled(self.asked, offers[place].code)})
        kept = self._keep(self.score, {**self.asked, self.step: offers[place].code})
        if kept:
            self._go_to(self._after())
        return kept

    def pass_over(self) -> None:
        """The next question, whatever was ticked here."""
        if self.may_pass:
            self._go_to(self._after())

    def stop(self) -> None:
        """Enough said."""
        if self.may_pass:
            self._go_to(THANKS)

    def change(self) -> None:
        """Back to the levels: the next one tapped takes the place of the first."""
        if self.may_pass:
            self._go_to(OVERALL)

    def other_language(self) -> None:
        """The next of the languages."""
        known = [*said.LANGUAGES]
        self.language = known[(known.index(self.language) + 1) % len(known)]
        self._touched = self._seconds()

    def look(self) -> bool:
        """Whether time has brought the beginning back: after thanks, or when nobody touched anything for long."""
        quiet = self._seconds() - self._touched
        ended = self.step == THANKS and quiet >= THANKS_S
        left = quiet >= SILENCE_S and (self.step != OVERALL or bool(self.score) or self.language != "vi")
        if ended or left:
            self._begin()
        return ended or left

    # ---- inside

    @property
    def _pleased(self) -> bool:
        return self.score in CONTENT[self.set.scale]

    def _question(self) -> Question:
        return next(one for one in self.set.questions if one.code == self.step)

    def _begin(self) -> None:
        self.score, self.asked = "", dict[str, str]()
        self.language, self.trouble = "vi", False
        self._taken: Taken | None = None
        self._go_to(OVERALL)

    def _go_to(self, step: str) -> None:
        self.step, self.trouble = step, False
        self._touched = self._seconds()
        self._deaf_until = self._touched + DEAF_S

    def _after(self) -> str:
        steps = [REASON, *(question.code for question in self.set.more), THANKS]
        return steps[steps.index(self.step) + 1]

    def _tap_score(self, code: str) -> bool:
        if self._seconds() < self._score_from:
            return False
        other_side = (code in CONTENT[self.set.scale]) != self._pleased
        asked = {name: told for name, told in self.asked.items() if name != REASON or not other_side}
        if not self._keep(code, asked):
            return False
        self._score_from = self._seconds() + PAUSE_S
        self._go_to(REASON)
        return True

    def _keep(self, score: str, asked: Mapping[str, str]) -> bool:
        told = {code: chosen for code, chosen in asked.items() if chosen}
        values = {"channel": "counter", "score": score, "question_set": self.set.mark, "asked": told}
        voice = self._desk.voice
        try:
            kept = voice.amend(self._taken, values) if self._taken else voice.keep(values)
        except Trouble:
            kept = ()
        self.trouble = not isinstance(kept, Taken)
        if isinstance(kept, Taken):
            self._taken, self.score, self.asked = kept, score, told
        return not self.trouble


def _toggled(asked: Mapping[str, str], code: str) -> str:
    ticked = asked.get(REASON, "").split()
    return " ".join([one for one in ticked if one != code] if code in ticked else [*ticked, code])


def _by_code(choices: Sequence[Choice]) -> Mapping[str, Choice]:
    return {choice.code: choice for choice in choices}


def _is_scale(question: Question, scale: int) -> bool:
    return {choice.code for choice in question.choices} == {str(level) for level in range(1, scale + 1)}
