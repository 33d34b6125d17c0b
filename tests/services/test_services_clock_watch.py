"""A clock that cannot be right is told, asked about once, and dates no letter and no bundle that cannot be."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from hand_clock import Clock
from hypothesis import given, settings
from hypothesis import strategies as st

from desk_app.domain.drafts import BirthDraft
from desk_app.house import Login, World, open_desk
from desk_app.services.clock_watch import AHEAD, Doubt, confirm_clock, look_at_clock
from desk_app.services.copies import FOLDER, copies_in
from desk_app.services.desk import Desk
from desk_app.services.letter_desk import Prepared, Wish
from desk_app.services.outlook import outlook
from desk_app.services.registering import Entered
from desk_app.services.today import Today
from desk_app.services.trouble import Trouble
from desk_app.ui.shell.model import status_parts
from tools.pretend_office import PretendOffice

LOGIN = Login("clerk", "demo")
HANOI = timezone(timedelta(hours=7))
MORNING = datetime(2026, 11, 20, 9, 30, tzinfo=HANOI)
DEAD_BATTERY = datetime(2000, 1, 1, 0, 5, tzinfo=HANOI)
LEAP_DAY = datetime(2028, 2, 29, 23, 59, tzinfo=HANOI)


def birth(day: date, name: str) -> BirthDraft:
    told = f"{day:%d/%m}/{day.year:04}"
    return BirthDraft(child_name=name, born=told, sex="nữ", mother_name="Lê Thị Hoa", registered_on=told)


def enter(desk: Desk, name: str = "Nguyễn Minh Anh") -> int:
    outcome = desk.register.enter(birth(desk.seat.today(), name))
    assert isinstance(outcome, Entered), outcome
    return outcome.id


def cards(desk: Desk) -> list[str]:
    return [card.title for card in Today(desk.seat).view().reminders]


@pytest.mark.parametrize(
    ("now", "wrong"),
    [
        (MORNING - timedelta(days=1), True),
        (DEAD_BATTERY, True),
        (datetime(1970, 1, 1, tzinfo=HANOI), True),
        (MORNING.replace(year=2036), True),
        (MORNING.replace(year=2027), True),
        (MORNING - timedelta(hours=3), False),
        (MORNING + timedelta(days=30), False),
        (MORNING.astimezone(UTC), False),
        (datetime(2026, 12, 31, 23, 59, tzinfo=HANOI), False),
        (datetime(2027, 1, 1, 0, 1, tzinfo=HANOI), False),
    ],
)
def test_a_clock_that_does_not_fit_is_told_in_every_place(desk: Desk, clock: Clock, now: datetime, wrong: bool) -> None:
    clock.moment = MORNING
    enter(desk)
    clock.moment = now
    doubt = Doubt(now.date(), MORNING.date()) if wrong else None
    assert look_at_clock(desk.seat) == outlook(desk.seat).clock == doubt
    first = status_parts(outlook(desk.seat), now)[0]
    assert ("xem lại" in first.text and first.tone == "hoe") == wrong
    assert ("Xem lại ngày giờ của máy" in cards(desk)) == wrong
    assert now > MORNING or len(cards(desk)) <= 1 or not wrong, "days counted from a clock set back"


def test_what_a_person_answered_for_is_not_asked_twice(desk: Desk, clock: Clock) -> None:
    clock.moment = MORNING.replace(year=2036)
    enter(desk)
    desk.care.look_after()
    clock.moment = MORNING
    assert look_at_clock(desk.seat) == Doubt(MORNING.date(), date(2036, 11, 20))
    confirm_clock(desk.seat)
    assert look_at_clock(desk.seat) is None
    enter(desk, "Lê Gia Hân")
    clock.moment = DEAD_BATTERY
    assert look_at_clock(desk.seat) == Doubt(DEAD_BATTERY.date(), MORNING.date()), "something new speaks against it"


def test_a_dead_battery_is_told_at_every_start_although_lines_were_written_under_it(desk: Desk, clock: Clock) -> None:
    clock.moment = MORNING
    enter(desk)
    for number in range(60):
        clock.moment = DEAD_BATTERY
        enter(desk, f"Nguyễn Văn {'ABCDEGHIKL'[number % 10]}n {'ABCDEG'[number // 10]}nh")
        assert look_at_clock(desk.seat)


def test_no_letter_is_dated_before_what_it_is_about(desk: Desk, clock: Clock) -> None:
    clock.moment = MORNING
    entered = enter(desk)
    clock.moment = MORNING - timedelta(days=1)
    held = desk.letters.prepare([entered], Wish())
    assert isinstance(held, tuple)
    assert [problem.code for problem in held] == ["letter-before-registration"]
    clock.moment = MORNING
    assert isinstance(desk.letters.prepare([entered], Wish()), Prepared)


def test_no_bundle_goes_up_for_a_month_that_is_not_there(desk: Desk, clock: Clock, tmp_path: Path) -> None:
    office = PretendOffice(tmp_path)
    clock.moment = MORNING
    desk.district.enrol(office.enrol(desk))
    enter(desk)
    for wrong in (DEAD_BATTERY, MORNING.replace(year=2036)):
        clock.moment = wrong
        with pytest.raises(Trouble) as refused:
            desk.month.close(tmp_path / "usb")
        assert refused.value.code == "clock-in-doubt"
        assert not (tmp_path / "usb").exists()
    clock.moment = MORNING
    assert desk.month.close(tmp_path / "usb")


def test_an_act_that_midnight_falls_into_has_one_day(desk: Desk, clock: Clock) -> None:
    """Each look at the clock is a second later than the one before, and midnight comes at each of them in turn."""
    for looks in range(8):
        clock.moment = MORNING
        entered = enter(desk, f"Nguyễn Thị {'ABCDEGHIK'[looks]}nh")
        eve = datetime(2026, 11, 20, 23, 59, 59, tzinfo=HANOI) - timedelta(seconds=looks)
        prepared = replace(desk.letters, seat=replace(desk.seat, now=Ticking(eve))).prepare([entered], Wish())
        assert isinstance(prepared, Prepared)
        with desk.seat.reading() as reading:
            kept = reading.letters.get(prepared.letter)
            last = list(reading.journal.facts())[-1]
        assert kept is not None
        assert kept.dated == last.on
        with pdfium.PdfDocument(desk.letters.pdf([prepared.letter])) as pdf:
            assert f"ngày {kept.dated.day} tháng 11" in pdf[0].get_textpage().get_text_range().replace("\r\n", " ")


@dataclass
class Ticking:
    """A clock that goes on whenever it is looked at."""

    moment: datetime

    def __call__(self) -> datetime:
        self.moment += timedelta(seconds=1)
        return self.moment


@dataclass
class Known:
    """What a person would remember of the days on which something happened, since they last confirmed the clock."""

    days: list[date] = field(default_factory=list)

    def doubt(self, today: date) -> bool:
        return bool(self.days) and (today < max(self.days) or today - max(self.days) > AHEAD)


JUMPS = st.one_of(
    st.integers(-40, 40).map(lambda days: lambda now: now + timedelta(days=days)),
    st.sampled_from([DEAD_BATTERY, LEAP_DAY, MORNING, MORNING.replace(year=2036)]).map(lambda at: lambda now: at),
    st.sampled_from([UTC, HANOI, timezone(timedelta(hours=-8))]).map(lambda zone: lambda now: now.astimezone(zone)),
    st.just(lambda now: now.replace(month=12, day=31, hour=23, minute=59)),
)
ACTS = st.lists(st.tuples(JUMPS, st.sampled_from(["enter", "copy", "confirm", "look"])), min_size=4, max_size=9)


@given(acts=ACTS)
@settings(max_examples=5, deadline=None, derandomize=True)
def test_whatever_the_clock_does_order_stands_and_nothing_is_lost(
    acts: list[tuple[Callable[[datetime], datetime], str]],
    made_once: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = Path(shutil.copytree(made_once, tmp_path_factory.mktemp("clocks") / "quầy"))
    clock = Clock(MORNING)
    desk = open_desk(folder, World(clock, secrets.token_bytes, practice=True), LOGIN)
    with desk.seat.reading() as reading:
        known = Known([fact.on for fact in reading.journal.facts()])
    entered = 0
    for number, (jump, act) in enumerate(acts):
        clock.moment = jump(clock.moment)
        today = desk.seat.today()
        assert (look_at_clock(desk.seat) is not None) == known.doubt(today)
        Today(desk.seat).view()
        future = desk.register.enter(birth(today + timedelta(days=1), "Trần Văn Mai"))
        assert not isinstance(future, Entered), "an event of tomorrow was accepted"
        if act == "enter":
            enter(desk, f"Nguyễn Thị {'ABCDEGHIK'[number]}nh")
            entered += 1
            known.days.append(today)
        elif act == "copy" and desk.care.look_after().copied:
            known.days.append(today)
            assert any(copy.registrations == entered for copy in copies_in(folder / FOLDER)), "the newest copy is gone"
        elif act == "confirm":
            confirm_clock(desk.seat)
            known.days.clear()
    desk.care.check()
    desk.close()
