"""A while of work at a desk, told to the model event by event."""

from __future__ import annotations

import json

from hypothesis import strategies as some
from hypothesis.stateful import RuleBasedStateMachine, rule
from pretend_desk import Clock
from road_desk import RoadDesk
from road_model import Event

from district.house import District

DAYS = ("2026-09-28", "2026-10-05", "2026-10-31", "2026-11-02")
WHICH, WHO = some.integers(0, 99), some.integers(0, 2)


class DeskWork(RuleBasedStateMachine):
    """Registrations and letters at the desks, and families who answer."""

    clock: Clock
    district: District
    desks: list[RoadDesk]
    told: list[list[Event]]
    events: dict[bytes, Event]
    count: int
    taps: set[tuple[int, int]]

    def tell(self, who: int, kind: str, about: int, day: str) -> None:
        """The desk's newest line is told to the model as an event."""
        event = (self.count, kind, about if about >= 0 else self.count, day)
        self.events[self.desks[who].digest(len(self.desks[who].lines))] = event
        self.told[who].append(event)
        self.count += 1

    @rule(who=WHO, acts=some.lists(WHICH, min_size=1, max_size=6))
    def worked(self, who: int, acts: list[int]) -> None:
        """A while of work at one desk."""
        for which in acts:
            day, act = DAYS[which % 4], which % 8
            if act < 2:
                self.born(who, day)
            elif act < 4:
                self.mended(who, which, day, strikes=which % 3 == 0)
            elif act < 6:
                self.letter(who, which, day)
            elif act < 7:
                self.tapped(who, 1 + which % 3)
            else:
                self.met(who, which, day)

    def born(self, who: int, day: str) -> None:
        self.desks[who].register_birth(day)
        self.tell(who, "born", -1, day)

    def mended(self, who: int, which: int, day: str, *, strikes: bool) -> None:
        """A registration is amended, or struck."""
        desk, births = self.desks[who], self.standing(who, "born", "struck")
        if not births:
            return
        born = births[which % len(births)]
        told = {"event": "birth", "registered_on": day, "registration_type": 1, "late": 0, "unit": desk.unit}
        subject, version = self.subject(who, born), 2 + len(self.told[who])
        desk.add(*(("voided", {}) if strikes else ("amended", told)), subject=subject, version=version)
        self.tell(who, "struck" if strikes else "amended", born[0], day)

    def letter(self, who: int, which: int, day: str) -> None:
        """A letter is written, printed, handed over or taken back: the next of its stages."""
        desk, letters = self.desks[who], self.standing(who, "prepared", "withdrawn")
        if len(letters) < 3 or which % 3 == 0:
            desk.prepare_letter(self.count, on=day)
            return self.tell(who, "prepared", -1, day)
        one = letters[which % len(letters)]
        subject, done = self.subject(who, one), {kind for _, kind, about, _ in self.told[who] if about == one[0]}
        if "printed" not in done:
            desk.add("letter-printed", {"letter": "birth", "copies": 1, "reprint": 0}, subject, on=day)
            return self.tell(who, "printed", one[0], day)
        if which % 5:
            given = {"letter": "birth", "delivered_on": day, "way": "home", "reaction": "good"}
            desk.add("letter-delivered", given, subject)
            return self.tell(who, "delivered", one[0], day)
        desk.add("letter-voided", {"letter": "birth", "covers": 1}, subject)
        return self.tell(who, "withdrawn", one[0], day)

    def met(self, who: int, which: int, day: str) -> None:
        """People are heard; what was written of it is put right, or taken back."""
        desk, held = self.desks[who], self.standing(who, "met", "unmet")
        figures = {"held_on": day, "citizens": 10 + which, "bodies": which % 3}
        if not held or which % 2:
            desk.add("session", figures, on=day)
            return self.tell(who, "met", -1, day)
        one, version = held[which % len(held)], 2 + len(self.told[who])
        gone = which % 3 == 0
        desk.add("session", figures | ({"taken_back": 1} if gone else {}), self.subject(who, one), version, day)
        return self.tell(who, "unmet" if gone else "met", one[0], day)

    def tapped(self, who: int, score: int) -> None:
        """Families answer, whether the lines of their letters have arrived or not."""
        for serial, *_ in self.standing(who, "prepared", "withdrawn") if self.desks[who].number else ():
            self.district.public.answer(self.desks[who].token(serial), score, self.clock.moment)
            self.taps.add((self.desks[who].number, serial))

    def standing(self, who: int, kind: str, gone: str) -> list[Event]:
        ended = {about for _, what, about, _ in self.told[who] if what == gone}
        return [event for event in self.told[who] if event[1] == kind and event[0] not in ended]

    def subject(self, who: int, event: Event) -> str:
        return str(json.loads(self.desks[who].lines[self.told[who].index(event)])["subject"])
