"""A walk at random: entering, letters, bundles and receipts late or lost, copies, restores, settling, entering again.

After every step the invariants are held against plain lists: what was entered, which serials were printed.
"""

from __future__ import annotations

import os
import secrets
import shutil
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cheap_passwords import cheapen
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as some
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from desk_app.domain.drafts import BirthDraft
from desk_app.house import Login, open_desk, set_up
from desk_app.house import World as DeskWorld
from desk_app.services.desk import Desk
from desk_app.services.entering_again import EnteringAgain
from desk_app.services.letter_desk import Prepared, Wish
from desk_app.services.registering import Entered
from desk_app.services.setup import Wished
from desk_app.services.trouble import Mistake
from district.enrolling import Order
from district.house import District, World, make_district, open_district
from district.keyring import Cost
from district.paths import Folder
from district.sitting import Sitting
from district.store.office import OfficeFacts
from district.trouble import Mistake as OfficeMistake
from district.users import Newcomer
from exchange.journal import read_line

LOGIN = Login("clerk", "demo")
LONG = bool(os.environ.get("ENDURE"))
# Making a long walk shorter takes minutes: only where there is time for it.
PHASES = (Phase.generate, Phase.shrink) if LONG else (Phase.generate,)
REASONS = {"looks-alike": "hai cháu khác nhau"}


@dataclass
class Clock:
    moment: datetime = datetime(2026, 11, 2, 2, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment


@dataclass
class Copy:
    """A file laid by, and how the plain lists stood then."""

    path: Path
    births: tuple[str, ...]


@dataclass
class Made:
    """A tied desk and its office, made once and copied for every walk."""

    folder: Path
    clock: Clock = field(default_factory=Clock)


def open_office(folder: Path, clock: Clock) -> District:
    return open_district(Folder(folder / "office"), None, World(clock, secrets.token_bytes))


def make(folder: Path) -> Made:
    made = Made(folder)
    world = DeskWorld(made.clock, secrets.token_bytes, practice=True)
    set_up(folder / "desk", world, LOGIN, Wished("26461", leader="Phạm Quốc Thịnh"))
    cheapen(folder / "desk", LOGIN.user, LOGIN.password)
    facts = OfficeFacts("75", "gopy.example", "", "2026-11-01", True, 5)
    first = Newcomer("officer", "administrator", "demo")
    cost, places = Cost(memory=64, passes=1, lanes=1), (Folder(folder / "office"), None)
    office = make_district(places, World(made.clock, secrets.token_bytes), facts, first, cost)
    desk = open_desk(folder / "desk", world, LOGIN)
    desk.district.card(folder / "THE.mctt")
    member = office.users.log_in("officer", "demo")
    enrolled = office.enrolling(member).enrol((folder / "THE.mctt").read_bytes(), Order("26461"))
    (folder / "KHOA.mctt").write_bytes(enrolled.raw)
    desk.district.enrol(folder / "KHOA.mctt")
    desk.close()
    office.close()
    return made


class Walk(RuleBasedStateMachine):
    """One desk, one office, sticks and slips between them."""

    made: Made

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp(dir=self.made.folder))
        for name in ("desk", "office"):
            shutil.copytree(self.made.folder / name, self.folder / name)
        self.clock = Clock()
        self.office: District = open_office(self.folder, self.clock)
        member = self.office.users.log_in("officer", "demo")
        self.sitting: Sitting = self.office.sitting(member)
        self.births: list[str] = []
        self.printed: list[int] = []
        self.sticks: list[bytes] = []
        self.slips: list[bytes] = []
        self.copies: list[Copy] = []
        self.pointer, self.names = 0, 0
        self.open()

    def open(self) -> None:
        world = DeskWorld(self.clock, secrets.token_bytes, practice=True)
        self.desk: Desk = open_desk(self.folder / "desk", world, LOGIN)

    @rule()
    def enter(self) -> None:
        self.names += 1
        name = "".join("abcdefghij"[int(digit)] for digit in str(self.names)).capitalize()
        day = f"{self.clock.moment:%d/%m/%Y}"
        draft = BirthDraft(
            child_name=f"Lê {name}", born=day, mother_name=f"Trần {name}", registered_on=day, reasons=REASONS
        )
        entered = self.desk.register.enter(draft)
        assert isinstance(entered, Entered), entered
        self.births.append(day)

    @rule()
    def letter(self) -> None:
        with self.desk.seat.reading() as reading:
            ids = reading.registrations.without_letter(1)
        if not ids:
            return
        made = self.desk.letters.prepare(ids, Wish())
        assert isinstance(made, Prepared), made
        with self.desk.seat.reading() as reading:
            kept = reading.letters.get(made.letter)
        assert kept is not None
        assert kept.serial is not None
        assert kept.serial not in self.printed, "no letter serial is given twice, whatever was put back"
        self.printed.append(kept.serial)

    @rule()
    def tomorrow(self) -> None:
        self.clock.moment += timedelta(days=1)

    @rule()
    def export(self) -> None:
        try:
            bundles = self.desk.month.close(self.folder / "usb", f"{self.clock.moment:%Y-%m}")
        except Mistake as mistake:
            if mistake.code not in ("nothing-to-export", "receipt-owed"):
                raise
            return
        self.sticks += [bundle.path.read_bytes() for bundle in bundles]

    @precondition(lambda self: self.sticks)
    @rule(which=some.integers(0, 99))
    def carry(self, which: int) -> None:
        """Any stick, the newest most often, comes to the office; its receipt goes into the post."""
        decision = self.sitting.receive(self.sticks[-1 - which % len(self.sticks)])
        assert decision.verdict in ("accepted", "already-accepted", "waiting", "forked")
        assert decision.receipt is not None
        self.slips.append(decision.receipt.raw)

    @precondition(lambda self: self.slips)
    @rule(which=some.integers(0, 99))
    def hear(self, which: int) -> None:
        """Any receipt, late ones too; some are never heard of."""
        path = self.folder / "BN.mctt"
        path.write_bytes(self.slips[-1 - which % len(self.slips)])
        self.desk.month.receive(path)

    @rule()
    def copy(self) -> None:
        self.desk.close()
        path = self.folder / f"copy-{len(self.copies)}"
        shutil.copy(self.folder / "desk" / "register.db", path)
        self.copies.append(Copy(path, tuple(self.births)))
        self.open()

    @precondition(lambda self: self.copies)
    @rule(which=some.integers(0, 99))
    def restore(self, which: int) -> None:
        copy = self.copies[which % len(self.copies)]
        self.desk.close()
        shutil.copy(copy.path, self.folder / "desk" / "register.db")
        self.births = list(copy.births)
        self.open()
        self.pointer = self._acknowledged()

    @rule()
    def none_newer(self) -> None:
        if self.desk.month.owed():
            self.desk.month.none_newer("chị Lan ở tỉnh trả lời")

    @rule(keep=some.booleans())
    def settle(self, keep: bool) -> None:
        try:
            after = self.sitting.look_at_fork(1).after
            done = self.sitting.settle(1, after, "đã gọi xã", keep)
        except OfficeMistake as mistake:
            if mistake.code not in ("no-fork", "fork-laid-aside"):
                raise
            return
        self.slips.append(done.receipt.raw)

    @invariant()
    def the_office_counts_one_history_of_the_desk_and_nothing_twice(self) -> None:
        if not hasattr(self, "desk"):
            return
        with self.office.store.reading() as work:
            raws = list(work.lines.raw(1))
            lines = [read_line(raw) for _, _, raw in raws]
        assert [position for position, _, _ in raws] == list(range(1, len(raws) + 1))
        subjects = [line.subject for line in lines if line.kind == "registered"]
        assert len(subjects) == len(set(subjects))
        serials = [line.figures["serial"] for line in lines if line.kind == "letter-prepared"]
        assert len(serials) == len(set(serials))
        assert set(serials) <= set(self.printed)

    @invariant()
    def the_desk_says_what_was_entered_and_its_pointer_lies_on_common_ground_and_only_moves_on(self) -> None:
        if not hasattr(self, "desk"):
            return
        with self.desk.seat.reading() as reading:
            ours = [fact.figures["registered_on"] for fact in reading.journal.facts() if fact.kind == "registered"]
        assert Counter(ours) == Counter(f"{day[6:]}-{day[3:5]}-{day[:2]}" for day in self.births)
        now = self._acknowledged()
        assert now >= self.pointer
        self.pointer = now

    @invariant()
    def what_waits_to_be_entered_again_is_not_in_the_register(self) -> None:
        if not hasattr(self, "desk"):
            return
        with self.desk.seat.reading() as reading:
            held = {fact.subject for fact in reading.journal.facts() if fact.kind == "registered"}
        waits = EnteringAgain(self.desk.seat).waiting()
        assert not {one.id for one in waits if one.kind == "registered"} & held

    def _acknowledged(self) -> int:
        with self.desk.seat.reading() as reading:
            return reading.bundles.acknowledged()

    def teardown(self) -> None:
        if not hasattr(self, "desk"):
            return
        try:
            heal(self)
        finally:
            self.desk.close()
            self.office.close()


def heal(walk: Walk) -> None:
    """Whatever happened, after one round of everything both sides say the same."""
    for _ in range(3):
        walk.none_newer()
        walk.enter()
        walk.export()
        walk.slips.append(walk.sitting.receive(walk.sticks[-1]).receipt.raw)  # type: ignore[union-attr]
        walk.hear(0)
        walk.settle(keep=False)
        walk.hear(0)
    with walk.office.store.reading() as work, walk.desk.seat.reading() as reading:
        head, digest = reading.journal.head()
        assert work.lines.head(1) == head
        assert work.lines.digest_at(1, head) == digest
        assert reading.bundles.acknowledged() == head


@pytest.fixture(scope="session")
def walked(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return make(tmp_path_factory.mktemp("walk"))


def test_whatever_is_put_back_nothing_is_mixed_counted_twice_or_lost_sight_of(walked: Made) -> None:
    Walk.made = walked
    rounds, steps = (150, 60) if LONG else (2, 18)
    run_state_machine_as_test(
        Walk,
        settings=settings(
            max_examples=rounds, stateful_step_count=steps, deadline=None, derandomize=not LONG, phases=PHASES,
            suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip
