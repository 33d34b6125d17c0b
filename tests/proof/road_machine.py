"""What may happen on the road between desks and their office; told to the model as it happens.

Two desks of one commune, a third that enrols late; sticks and receipts lost, late, twice, in any order, altered,
brought to the wrong desk; desks and the office put back from copies; keys changed and revoked; forks followed or not.
"""

from __future__ import annotations

import copy
import shutil
import tempfile
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import strategies as some
from hypothesis.stateful import initialize, precondition, rule
from pretend_desk import COMMUNE, OTHER_COMMUNE, Clock, counting_random
from road_desk import NumberTwice, RoadDesk
from road_model import TAKEN, Event, History, Office, Stick
from road_work import DAYS, WHICH, WHO, DeskWork

from district.enrolling import Order
from district.house import World, open_district
from district.paths import Folder
from district.trouble import Mistake
from exchange.verdicts import Refused
from exchange.words import six_words

UNITS = (COMMUNE, COMMUNE, OTHER_COMMUNE)
STORES = ("office.db", "public.db")


class Slip(NamedTuple):
    """A receipt on its way: for which desk and key, and what of its history the office said to have."""

    desk: int
    key: str
    raw: bytes
    held: History


class Road(DeskWork):
    """The office, three desks, what lies between them, and the model that is told the same."""

    made: Path

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp(dir=self.made.parent))
        shutil.copytree(self.made, self.folder / "district")
        self.clock = Clock()
        self.open()
        self.model = Office()
        self.desks = [RoadDesk(f"desk {n}", unit) for n, unit in enumerate(UNITS)]
        self.told: list[list[Event]] = [[], [], []]
        self.events: dict[bytes, Event] = {}
        self.count, self.changes = 0, 0
        self.sticks: list[tuple[Stick, bytes]] = []
        self.slips: list[Slip] = []
        self.copies: list[tuple[int, dict[str, object], list[Event]]] = []
        self.office_copies: list[tuple[Path, Office]] = []
        self.acknowledged: dict[int, set[Event]] = {n: set() for n in range(3)}
        self.taps: set[tuple[int, int]] = set()
        self.revoked: int | None = None
        self.office_went_back = False
        for who in (0, 1):
            self.enrol(who)
            self.month(who, arrives=True, heard=True)
            self.copied(who)
            self.worked(who, [1, 4, 4, 4])
            self.month(who, arrives=True, heard=who > 0)
        self.office_copied()

    def open(self) -> None:
        self.district = open_district(
            Folder(self.folder / "district"), None, World(self.clock, counting_random("later"))
        )
        self.officer = self.district.users.log_in("officer", "demo")
        self.sitting = self.district.sitting(self.officer)

    def enrol(self, who: int, reason: str = "") -> None:
        """The desk shows its card; the enrolment comes back and its words are ticked on both sides. A desk that has a
        number says it; with a reason, the office takes the card by that word alone."""
        desk, acts = self.desks[who], self.district.enrolling(self.officer)
        before = desk.number
        enrolled = acts.enrol(desk.shown().raw, Order(desk.unit, number=before, reason=reason))
        if reason:
            acts.confirm(before, six_words(enrolled.document).words)
        desk.enrolled_by(enrolled.raw)
        assert before in (0, desk.number)
        self.model.enrol(who, desk.keyed, by_word=bool(reason))

    @rule(who=WHO, arrives=some.booleans(), heard=some.booleans())
    def month(self, who: int, arrives: bool, heard: bool) -> None:
        """A month is closed; its stick, and the receipt, may be lost or come much later."""
        before = len(self.sticks), len(self.slips)
        self.born(who, DAYS[1])
        self.closed(who)
        if arrives and len(self.sticks) > before[0]:
            self.carry(*self.sticks[-1])
            if heard and len(self.slips) > before[1]:
                self.hear(self.slips[-1])

    def closed(self, who: int) -> None:
        """A stick is written."""
        desk = self.desks[who]
        if desk.number and len(desk.lines) > desk.basis():
            raw, basis = desk.close()
            self.sticks.append((Stick(who, desk.keyed, basis, tuple(self.told[who]), len(self.sticks)), raw))

    @rule(which=WHICH, heard=some.booleans())
    def carried(self, which: int, heard: bool) -> None:
        """Any stick, the newest most often, is taken in; its receipt may be lost."""
        self.carry(*self.sticks[-1 - which % len(self.sticks)], heard=heard)

    def carry(self, stick: Stick, raw: bytes, *, heard: bool = True) -> str:
        self.clock.moment += timedelta(hours=7)
        decision = self.sitting.receive(raw)
        assert decision.verdict == self.model.take(stick), decision
        assert (decision.receipt is None) == (decision.verdict in ("unknown-sender", "revoked"))
        if decision.receipt is not None:
            if decision.verdict in TAKEN:
                self.acknowledged[stick.desk] |= set(self.model.held[stick.desk])
            place = self.model.shared(stick) if decision.verdict == "forked" else len(self.model.held[stick.desk])
            if heard:
                self.post(stick.desk, decision.receipt.raw, place)
        return decision.verdict

    def post(self, who: int, raw: bytes, place: int) -> None:
        """A receipt is on its way; it speaks of what is held up to that place."""
        (key,) = [key for (desk, key), state in self.model.keys.items() if desk == who and state == "in-force"]
        if key in self.desks[who].opens_with():
            assert self.desks[who].opened(raw).upto == place
        self.slips.append(Slip(who, key, raw, self.model.held[who][:place]))

    @rule(which=WHICH, place=some.integers(0, 5000))
    def altered(self, which: int, place: int) -> None:
        """A stick on which one bit turned over changes nothing."""
        raw = self.sticks[which % len(self.sticks)][1]
        place %= len(raw)
        bent = raw[:place] + bytes([raw[place] ^ 1 << place % 8]) + raw[place + 1 :]
        assert self.sitting.receive(bent).verdict in ("damaged", "not-a-bundle", "not-for-us")

    @rule(which=WHICH, who=WHO)
    def heard(self, which: int, who: int) -> None:
        """Any receipt, late ones too, comes to its desk, or is tried at another."""
        slip = self.slips[-1 - which % len(self.slips)]
        if who == slip.desk or which % 4 or not self.desks[who].number:
            return self.hear(slip)
        with pytest.raises(Refused):
            self.desks[who].hear(slip.raw)
        return None

    def hear(self, slip: Slip) -> None:
        desk, told, held = self.desks[slip.desk], tuple(self.told[slip.desk]), slip.held
        expected = max(desk.acknowledged, len(held)) if told[: len(held)] == held else desk.acknowledged
        if slip.key not in desk.opens_with():
            with pytest.raises(Refused):  # put back to a copy from before its keys were changed
                desk.hear(slip.raw)
            return
        try:
            desk.hear(slip.raw)
        except NumberTwice:
            assert self.office_went_back, "no number is given twice by an office that was not put back"
            return
        assert desk.acknowledged == expected

    @rule(who=WHO)
    def copied(self, who: int) -> None:
        if self.desks[who].number:
            self.copies.append((who, self.desks[who].copied(), list(self.told[who])))

    @rule(which=WHICH)
    def put_back(self, which: int) -> None:
        """A desk goes back to an older copy, or forth to a newer one that turned up."""
        who, kept, told = self.copies[which % len(self.copies)]
        self.desks[who].put_back(kept)
        self.told[who] = list(told)
        self.tell(who, "restored", -1, "")
        self.month(who, arrives=which % 3 > 0, heard=which % 2 > 0)

    @rule()
    def office_copied(self) -> None:
        path = Path(tempfile.mkdtemp(dir=self.folder))
        self.district.store.backup_to(path / "office.db")
        shutil.copy(self.folder / "district" / "public.db", path / "public.db")
        self.office_copies.append((path, copy.deepcopy(self.model)))

    @rule(which=WHICH)
    def office_put_back(self, which: int) -> None:
        """The office goes back to a copy: what it had promised since, it does not know any more; it must come again."""
        path, model = self.office_copies[which % len(self.office_copies)]
        self.district.close()
        self.clock.moment += timedelta(hours=1)
        for name in STORES:
            for left in (self.folder / "district").glob(f"{name}*"):
                left.unlink()
            shutil.copy(path / name, self.folder / "district" / name)
        self.open()
        self.model = copy.deepcopy(model)
        self.office_went_back = True
        self.acknowledged = {n: set(self.model.held.get(n, ())) for n in range(3)}
        self.revoked = 1 if "revoked" in self.model.keys.values() else None

    @precondition(lambda self: not self.desks[2].number)
    @rule()
    def enrolled_late(self) -> None:
        self.enrol(2)

    @precondition(lambda self: self.changes < 3)
    @rule(who=WHO)
    def keys_changed(self, who: int) -> None:
        """A desk changes its keys; sticks signed by the old ones are still on their way."""
        if self.knows(who):
            self.changes += 1
            self.desks[who].change_keys()
            self.enrol(who)

    @precondition(lambda self: self.revoked is None)
    @rule(which=WHICH)
    def revoke(self, which: int) -> None:
        """Now and then the second desk is stolen: from that moment nothing new of it is taken."""
        if which % 7 == 0 and self.knows(1):
            self.district.enrolling(self.officer).revoke(self.desks[1].number)
            self.model.revoke(1)
            self.revoked = 1

    @rule(which=WHICH, keep=some.booleans())
    def settled(self, which: int, keep: bool) -> None:
        forked = [who for who in self.model.held if self.model.fork(who)]
        self.settle(forked[which % len(forked)] if forked else which % 3, keep)

    def settle(self, who: int, keep: bool) -> None:
        """A person ends a fork, where there is one."""
        found, desk = self.model.fork(who) if who in self.model.held else None, self.desks[who].number
        if found is None:
            with pytest.raises(Mistake, match=r"no-fork|no-such-desk"):
                self.sitting.look_at_fork(desk)
            return
        assert self.sitting.look_at_fork(desk).after == found[1]
        self.clock.moment += timedelta(hours=7)
        if not self.model.settle(who, keep):
            with pytest.raises(Mistake, match="fork-laid-aside"):
                self.sitting.settle(desk, found[1], "hỏng ổ đĩa", keep)
            return
        done = self.sitting.settle(desk, found[1], "hỏng ổ đĩa", keep)
        self.post(who, done.receipt.raw, len(self.model.held[who]))

    def knows(self, who: int) -> bool:
        """Whether the office takes what this desk signs today."""
        return self.model.keys.get((who, self.desks[who].keyed)) == "in-force"
