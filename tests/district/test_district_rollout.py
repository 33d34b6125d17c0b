"""The roll-out as a district planned it in 2024: two pilots, three volunteers, everyone, and all by a letter's day."""

import json
import os
from datetime import UTC, date, datetime

import pytest
from click.testing import CliRunner
from pretend_desk import CHEAP, Clock, PretendDesk, enrol

from district.cli.commands import main
from district.house import World, make_district
from district.paths import Folder
from district.rollout import RolloutDesk
from district.store.office import OfficeFacts
from district.trouble import Mistake
from district.users import Newcomer
from district.web.share_line import drawing

TUY_PHUOC, QUANG, NGHIA, HOA, LOC, SON = "550", "21964", "21979", "21967", "21976", "21970"
PLANNED = "01/03/2024"
LATER = date(2024, 8, 20)


class Office:
    """The district with its officer, and the desks of communes that began."""

    def __init__(self, folder):
        self.folder, self.clock = folder, Clock(datetime(2024, 3, 1, 3, tzinfo=UTC))
        facts = OfficeFacts(TUY_PHUOC, "gopy.tuyphuoc.example", "", "2024-01-09", True, 5)
        first = Newcomer("officer", "administrator", "demo")
        self.district = make_district((Folder(folder), None), World(self.clock, os.urandom), facts, first, CHEAP)
        self.member = self.district.users.log_in("officer", "demo")
        own = self.district.unit_on_day(TUY_PHUOC)
        self.plan = RolloutDesk(
            self.district.store, self.district.places, self.district.units, own, self.district.world.now
        )

    def begins(self, unit, handed_on):
        desk = enrol(self.district, PretendDesk(unit, unit), self.member)
        letter = desk.prepare_letter(1, on=handed_on)
        given = {"letter": "birth", "delivered_on": handed_on, "way": "home", "reaction": "good"}
        desk.add("letter-delivered", given, letter, on=handed_on)
        bundle = desk.bundle(period=handed_on[:7], created_at=f"{handed_on}T02:00:00Z")
        assert self.district.sitting(self.member).receive(bundle).verdict == "accepted"

    def look(self, today=LATER):
        return self.plan.look(today)


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    office = Office(tmp_path_factory.mktemp("rollout") / "district")
    office.plan.put(office.member, [QUANG, NGHIA], "pilot", PLANNED, "QĐ 111/QĐ-UBND ngày 09/01/2024")
    office.plan.put_goal(office.member, "01/10/2024", 100, "QĐ 111/QĐ-UBND ngày 09/01/2024")
    office.begins(QUANG, "2024-03-05")
    office.begins(NGHIA, "2024-03-12")
    office.plan.put(office.member, [HOA, LOC, SON], "volunteer", "01/06/2024")
    office.clock.moment = datetime(2024, 6, 3, 3, tzinfo=UTC)
    office.begins(HOA, "2024-06-10")
    office.plan.put(office.member, [one.code for one in office.look().left], "everyone", "01/10/2024")
    office.plan.put_goal(office.member, "2024-09-01", 100, "công văn đẩy nhanh lộ trình")
    yield office
    office.district.close()


def test_the_plan_stands_beside_what_came_of_it(office):
    plan = office.look()
    assert [(step.stage, step.name, step.first_letter) for step in plan.steps[:5]] == [
        ("pilot", "Xã Phước Nghĩa", date(2024, 3, 12)),
        ("pilot", "Xã Phước Quang", date(2024, 3, 5)),
        ("volunteer", "Xã Phước Hòa", date(2024, 6, 10)),
        ("volunteer", "Xã Phước Lộc", None),
        ("volunteer", "Xã Phước Sơn", None),
    ]
    assert (plan.steps[1].planned, plan.steps[1].enrolled) == (date(2024, 3, 1), date(2024, 3, 1))
    assert (len(plan.steps), plan.left) == (13, ())
    assert {step.stage for step in plan.steps[5:]} == {"everyone"}


def test_the_later_letter_asks_for_all_a_month_earlier(office):
    goals = office.look().goals
    assert [(goal.by, goal.share, goal.working, goal.of) for goal in goals] == [
        (date(2024, 9, 1), 100, 3, 13),
        (date(2024, 10, 1), 100, 3, 13),
    ]


def test_the_share_that_works_is_told_month_by_month_up_to_today(office):
    told = [(day.isoformat(), count) for day, count in office.look().months]
    assert told == [
        ("2024-03-31", 2),
        ("2024-04-30", 2),
        ("2024-05-31", 2),
        ("2024-06-30", 3),
        ("2024-07-31", 3),
        ("2024-08-20", 3),
    ]
    drawn = drawing(office.look().months, 13, [(date(2024, 9, 1), 100)])
    assert (drawn.last.told, drawn.goals[0].told, len(drawn.months)) == ("3 trong 13 xã", "100% đến 01/09/2024", 6)
    heights = [int(place.split()[1]) for place in drawn.line.replace("M", "").split(" L")] if drawn.line else []
    assert heights == sorted(heights, reverse=True)
    assert drawn.goals[0].y < min(heights)
    close = drawing([(date(2024, 3, 31), 1), (date(2024, 8, 31), 1), (date(2024, 9, 5), 1)], 2, [])
    assert [one.told for one in close.months] == ["03/2024", "08/2024"]


@pytest.mark.parametrize(
    ("code", "stage", "day", "refusal"),
    [
        ("26461", "pilot", PLANNED, "unit-elsewhere"),
        ("99999", "pilot", PLANNED, "unknown-unit"),
        (QUANG, "soon", PLANNED, "no-such-stage"),
        (QUANG, "pilot", "03/2024", "not-a-day"),
        (QUANG, "pilot", "hôm nay", "not-a-day"),
    ],
)
def test_what_cannot_be_planned_changes_nothing(office, code, stage, day, refusal):
    before = office.look()
    with pytest.raises(Mistake) as told:
        office.plan.put(office.member, [SON, code], stage, day)
    assert (told.value.code, office.look()) == (refusal, before)


def test_a_merger_changes_nothing_that_was_told_of_the_time_before(office):
    before = dict(office.look().months)
    kept, office.clock.moment = office.clock.moment, datetime(2026, 2, 10, 3, tzinfo=UTC)
    later = office.look(date(2026, 2, 10))
    office.clock.moment = kept
    assert before.items() - {(LATER, 3)} <= dict(later.months).items()
    heir = next(step for step in later.steps if step.code == LOC)
    assert heir.now.code == next(step.now.code for step in later.steps if step.code == NGHIA)
    assert (heir.enrolled, heir.first_bundle, heir.first_letter) == (date(2025, 7, 1),) * 3


def test_the_plan_outlives_the_district_itself(office):
    steps = {step.code: step for step in office.look(date(2026, 8, 20)).steps}
    assert (steps[NGHIA].name, steps[NGHIA].first_letter) == ("Xã Phước Nghĩa", date(2024, 3, 12))


def test_the_command_line_writes_and_shows_the_same_plan(office):
    def run(*words):
        given = [*words, "--data", str(office.folder), "--now", "2024-08-20", "--json"]
        told = {"DISTRICT_USER": "officer", "DISTRICT_PASSWORD": "demo"}
        done = CliRunner().invoke(main, given, env=told, catch_exceptions=False)
        return done.exit_code, json.loads(done.stdout)

    assert run("plan", "drop", SON) == (0, {"dropped": SON})
    assert run("plan", "put", "REST", "--stage", "volunteer", "--on", "2024-06-01") == (0, {"planned": 1})
    status, shown = run("plan", "show")
    assert (status, len(shown["steps"]), shown["steps"][0]["first_letter"]) == (0, 13, "2024-03-12")
    assert shown["goals"][0]["by"] == "2024-09-01"
    assert run("plan", "goal", "1/9/2024", "100", "--source", "công văn") == (0, {"by": "2024-09-01", "share": 100})
    assert office.look().goals[0].source == "công văn"
