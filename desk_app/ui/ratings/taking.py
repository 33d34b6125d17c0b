"""Answers being taken at the desk: the last one, how many there are and how the pile divides. No widget."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date

from common.dates import exact_day
from common.questions import QuestionSet
from common.words import desk_answers as said
from desk_app.domain.problems import Problem
from desk_app.feedback.counter import CounterAnswer
from desk_app.services.citizen_voice import Taken
from desk_app.services.desk import Desk
from desk_app.services.phone_notes import CallNoted, PhoneNotes
from desk_app.services.question_sets import QuestionDesk

Pile = tuple[str, str, str]
"""Channel, day and set: answers of one pile of paper."""


class Taking:
    """One sitting with piles of slips. `correcting`: the next answer takes the place of the last one."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.day_text = desk.seat.today().strftime("%d/%m/%Y")
        questions = QuestionDesk(desk.seat)
        self._known, self.in_force = questions.sets(), questions.in_force()
        others = sorted((one for one in self._known.sets if one is not self.in_force), key=lambda one: one.mark)
        self.sets = (self.in_force, *others)
        self.set = self.in_force
        self.last: Taken | None = None
        self.last_call: CallNoted | None = None
        self.correcting = False
        self._piles: defaultdict[Pile, Counter[str]] = defaultdict(Counter)

    def choose_set(self, place: int) -> QuestionSet:
        """Slips of another set from now on."""
        self.set, self.correcting = self.sets[place], False
        return self.set

    def keep(self, values: Mapping[str, object]) -> tuple[Problem, ...]:
        """Keep one answer, or say what is wrong with it. With a number to call back at, the words go with the number
        and not with the score; without a score nothing else is kept."""
        call = str(values.get("call", "")).strip()
        told = {name: value for name, value in values.items() if name != "call"}
        if not call:
            return self._keep(told)
        problems = self._keep({**told, "comment": ""}) if told.get("score") else ()
        if problems:
            return problems
        noted = PhoneNotes(self._desk.seat).note(call, str(told.get("comment", "")))
        if not isinstance(noted, CallNoted):
            self._forget_half(bool(told.get("score")))
            return noted
        self.last_call, self.last = noted, self.last if told.get("score") else None
        return ()

    def take_back(self) -> bool:
        """Forget what was kept last in this sitting; the one before it stays."""
        last, call = self.last, self.last_call
        self.last, self.last_call, self.correcting = None, None, False
        if call is not None:
            PhoneNotes(self._desk.seat).drop(call)
        gone = last is not None and self._desk.voice.take_back(last)
        if gone and last is not None:
            self._pile_of(last.answer)[str(last.answer.score)] -= 1
        return gone or call is not None

    def correct(self) -> CounterAnswer | None:
        """The answer kept last, to be typed anew over; None where there is none."""
        if self.last is None:
            return None
        answer = self.last.answer
        self.correcting = True
        self.set = self._known.get(answer.question_set) or self.set
        return answer

    @property
    def last_text(self) -> str:
        """What was kept last."""
        if self.last_call is not None:
            return said.CALL_KEPT
        if self.last is None:
            return ""
        answer = self.last.answer
        kept_set = self._known.get(answer.question_set) or self.set
        return said.kept(answer.channel, said.level(kept_set, str(answer.score)), answer.comment)

    def pile_text(self, channel: str, day: str) -> str:
        """How the pile divides so far."""
        return said.pile(self.set, self._piles[channel, self._day(day), self.set.mark])

    def count_text(self, typed: str) -> str:
        """How many answers of the typed day are kept; nothing while it is no day."""
        day = self._on(typed)
        return said.counted(day, self._desk.voice.of_day(day)) if day else ""

    # ---- inside

    def _keep(self, values: Mapping[str, object]) -> tuple[Problem, ...]:
        told = {**values, "question_set": self.set.mark}
        replaced = self.last if self.correcting else None
        voice = self._desk.voice
        kept = voice.amend(replaced, told) if replaced else voice.keep(told)
        if not isinstance(kept, Taken):
            return kept
        if replaced:
            self._pile_of(replaced.answer)[str(replaced.answer.score)] -= 1
        self.last, self.last_call, self.correcting = kept, None, False
        self._pile_of(kept.answer)[str(kept.answer.score)] += 1
        return ()

    def _forget_half(self, kept: bool) -> None:
        """The number was wrong: the answer is typed once more, so it must not stand twice."""
        if kept:
            self.take_back()

    def _pile_of(self, answer: CounterAnswer) -> Counter[str]:
        return self._piles[answer.channel, answer.on.isoformat(), answer.question_set]

    def _day(self, typed: str) -> str:
        day = self._on(typed)
        return day.isoformat() if day else ""

    def _on(self, typed: str) -> date | None:
        return exact_day(typed) if typed.strip() else self._desk.seat.today()
