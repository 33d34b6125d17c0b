"""The rules of the wall chart, and the chart out of a real store."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from common.counts import Fact
from district.dashboards import (
    Sign,
    StoreWall,
    Wall,
    WallRow,
    communes,
    post_of,
    row_of,
    senders,
    sign_of,
)
from district.house import read_units
from district.owing import Came, Post, Sender, deadline
from district.places import Place, Places
from district.recount import Recount, amended_months
from district.store.bundles import BundleRow
from district.store.desks import DeskRow
from district.store.store import Store
from district.web.wall import row_shown, todo, told_day

TODAY = date(2026, 12, 8)
FIRST = Sender(1, date(2026, 3, 10))
PLACE = Place("26461", "Ea Sen", "Xã Ea Sen", "")


def came(desk: int, month: int, day: date) -> Came:
    return Came(desk, month, f"2026-{month:02d}", day)


MAIL = (
    came(1, 3, date(2026, 4, 5)),
    came(1, 4, date(2026, 5, 6)),
    came(1, 7, date(2026, 8, 2)),
    came(1, 8, date(2026, 9, 1)),
)
POST = Post((FIRST,), MAIL, forked={"2026-09": (1, 9)}, amended=frozenset({"2026-08"}))


def cells(post: Post, today: date = TODAY) -> list[str]:
    return [sign_of(post, f"2026-{month:02d}", today).cell for month in range(1, 13)]


@pytest.mark.parametrize(
    ("month", "cell"),
    [
        ("2026-02", "absent"),
        ("2026-03", "on-time"),
        ("2026-04", "late"),
        ("2026-05", "late"),
        ("2026-07", "on-time"),
        ("2026-08", "amended"),
        ("2026-09", "look"),
        ("2026-10", "missing"),
        ("2026-11", "missing"),
        ("2026-12", "due"),
    ],
)
def test_a_month_is_told_by_when_its_bundle_or_a_later_one_came(month: str, cell: str) -> None:
    assert sign_of(POST, month, TODAY).cell == cell


def test_a_cell_leads_to_the_bundle_behind_it() -> None:
    assert sign_of(POST, "2026-05", TODAY) == Sign("late", (1, 7), date(2026, 8, 2))
    assert sign_of(POST, "2026-09", TODAY).bundle == (1, 9)
    assert sign_of(POST, "2026-10", TODAY).bundle is None


def test_a_bundle_is_due_on_the_fifth_of_the_next_month_and_not_missed_on_that_day() -> None:
    assert deadline("2026-12") == date(2027, 1, 5)
    assert sign_of(replace(POST, came=()), "2026-11", date(2026, 12, 5)).cell == "due"
    assert sign_of(replace(POST, came=()), "2026-11", date(2026, 12, 6)).cell == "missing"


def test_a_commune_with_two_desks_has_sent_when_both_have() -> None:
    second = (came(2, 3, date(2026, 4, 9)),)
    both = replace(POST, senders=(FIRST, Sender(2, date(2026, 3, 1))), came=MAIL + second)
    assert sign_of(both, "2026-03", TODAY).cell == "late"
    assert sign_of(both, "2026-08", TODAY).cell == "missing"


def test_a_second_desk_that_enrols_late_owes_nothing_of_the_months_before() -> None:
    later = replace(POST, senders=(FIRST, Sender(2, date(2026, 7, 20))), came=(*MAIL, came(2, 7, date(2026, 8, 9))))
    assert cells(later)[2:8] == ["on-time", "late", "late", "late", "late", "missing"]


def test_months_that_a_late_desk_brings_from_before_its_enrolment_are_in_time_until_its_first_deadline() -> None:
    first = Sender(1, date(2026, 12, 8))
    told = Post((first,), (came(1, 11, date(2026, 12, 9)),), begun="2026-03")
    row = row_of(PLACE, told, 2026, date(2026, 12, 20))
    assert row.cells == ("absent",) * 2 + ("on-time",) * 9 + ("due",)
    assert (row.signs[2].bundle, row.signs[2].day) == ((1, 11), date(2026, 12, 9))
    figures = Wall(2026, date(2026, 12, 20), (row,)).figures
    assert (figures.of, figures.on_time, figures.on_time_before, figures.late) == (1, 1, (1, 1), 0)
    last = replace(told, came=(came(1, 12, date(2027, 1, 5)),))
    assert cells(last, date(2027, 1, 5)) == ["absent"] * 2 + ["on-time"] * 10
    after = replace(told, came=(came(1, 12, date(2027, 1, 6)),))
    assert cells(after, date(2027, 1, 6)) == ["absent"] * 2 + ["late"] * 10
    nothing_came = replace(told, came=())
    assert cells(nothing_came) == ["absent"] * 11 + ["due"]


def test_where_the_lines_of_a_commune_begin_is_read_from_what_was_counted() -> None:
    of_july = {1: Recount({"2026-08": {}, "2026-07": {}}), 9: Recount({"2026-01": {}})}
    assert post_of(places(), (desk(1, "00070"),), {}, of_july).begun == "2026-07"
    assert post_of(places(), (desk(1, "00070"),), {}, {}).begun == ""


def test_a_new_desk_in_the_place_of_a_revoked_one_brings_its_months_on() -> None:
    gone = Sender(1, date(2026, 3, 10), date(2026, 8, 20))
    new = Sender(2, date(2026, 8, 20))
    mail = (*(came(1, month, date(2026, month + 1, 2)) for month in range(3, 7)), came(2, 8, date(2026, 9, 4)))
    changed = Post((gone, new), mail)
    assert cells(changed, date(2026, 9, 8))[2:9] == ["on-time"] * 4 + ["late", "on-time", "due"]
    assert not row_of(PLACE, changed, 2026, date(2026, 9, 8)).needs_person


def test_a_desk_that_was_revoked_and_not_replaced_is_a_matter_for_a_person_not_of_silence() -> None:
    gone = Post((Sender(1, date(2026, 3, 10), date(2026, 6, 3)),), MAIL[:2])
    row = row_of(PLACE, gone, 2026, TODAY)
    assert row.cells[2:8] == ("on-time", "late", "missing", "absent", "absent", "absent")
    assert (row.closed, row.needs_person) == (True, True)


def test_a_bundle_that_waits_for_the_one_before_it_is_told_and_led_to() -> None:
    lost = Post((FIRST,), MAIL, waiting={"2026-11": (1, 11)})
    row = row_of(PLACE, lost, 2026, TODAY)
    assert [sign.bundle for sign in row.signs[8:11]] == [(1, 11)] * 3
    shown = row_shown(row, 2026)
    assert (shown.note, shown.cells[9].link) == ("thiếu gói trước", "g-1-11")
    assert shown.cells[9].told == "10/2026: gói đã tới, để chờ gói trước"
    told = [(one.link, one.rest) for one in todo(Wall(2026, TODAY, (row,)), "/?in=1")]
    assert told == [("Xin xã Ea Sen gói trước", ", gói sau đang chờ"), ("In bảng này, khổ A3", "")]


def test_silence_is_counted_in_days_since_the_last_bundle() -> None:
    row = row_of(PLACE, POST, 2026, TODAY)
    assert (row.silent_days, row.needs_person, row.last) == (98, True, date(2026, 9, 1))
    quiet = row_of(PLACE, replace(POST, forked=None), 2026, date(2026, 9, 20))
    assert (quiet.silent_days, quiet.needs_person) == (0, False)


def test_the_months_figures_add_up_to_the_communes_that_take_part() -> None:
    def row(name: str, day: date | None, joined: int = 1, forked: bool = False) -> WallRow:
        mail = (came(1, 11, day),) if day else ()
        post = Post((Sender(1, date(2026, joined, 1)),), mail, {"2026-11": (1, 11)} if forked else None)
        return row_of(Place(name, name, name, ""), post, 2026, TODAY)

    rows = (
        row("A", date(2026, 12, 3)),
        row("B", date(2026, 12, 7)),
        row("C", None),
        row("D", None, forked=True),
        row("E", None, joined=12),
    )
    figures = Wall(2026, TODAY, rows).figures
    assert (figures.month, figures.of, figures.received, figures.on_time, figures.late) == (11, 4, 2, 1, 1)
    assert ([row.name for row in figures.missing], [row.name for row in figures.look]) == (["C"], ["D"])
    assert figures.received + len(figures.missing) + len(figures.look) == figures.of


def test_a_year_gone_by_shows_its_december_and_a_new_year_its_january() -> None:
    assert Wall(2025, TODAY, ()).month == 12
    assert Wall(2027, date(2027, 1, 3), ()).month == 1


def test_only_what_changed_after_its_month_counts_as_amended() -> None:
    def fact(kind: str, on: date, subject: str, **figures: object) -> Fact:
        return Fact(kind, on, subject, 1, figures)

    facts = [
        fact("registered", date(2026, 7, 2), "a", registered_on="2026-07-02", event="birth"),
        fact("registered", date(2026, 8, 2), "b", registered_on="2026-08-02", event="birth"),
        fact("amended", date(2026, 7, 30), "a"),
        fact("voided", date(2026, 9, 1), "b"),
        fact("amended", date(2026, 9, 1), "unknown"),
    ]
    assert amended_months(facts) == frozenset({"2026-08"})


def test_the_heading_says_the_day_as_people_do() -> None:
    assert told_day(TODAY) == "thứ Ba 08/12/2026"
    assert told_day(date(2026, 12, 6)) == "Chủ nhật 06/12/2026"


def desk(number: int, unit: str, state: str = "enrolled") -> DeskRow:
    values = {name: "" for name in DeskRow.__dataclass_fields__}
    numbers = {"number": number, "enrolment_number": number, "generation": 1, "smallest_group": 5}
    dates = {"enrolled_on": "2026-09-15", "changed_on": "2026-09-15"}
    return DeskRow(**{**values, **numbers, **dates, "unit": unit, "card": b"", "state": state, "key_id": f"k{number}"})  # type: ignore[arg-type]


def bundle(number: int, period: str, received_at: str, verdict: str = "accepted") -> BundleRow:
    document = f"{number}-{period}-{verdict}"
    return BundleRow(document, number, 1, 1, period, 0, 5, 0, "{}", received_at, received_at, verdict, 5, 0)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(f"sqlite:///{(tmp_path / 'office.db').as_posix()}")
    with opened.work() as work:
        for row in (desk(1, "00070"), desk(2, "00004"), desk(3, "00082", "waiting")):
            work.desks.add(row)
        work.bundles.add(bundle(1, "2026-09", "2026-10-05T16:59:00Z"))
        work.bundles.add(bundle(1, "2026-10", "2026-11-05T17:01:00Z"))
        work.bundles.add(bundle(2, "2026-10", "2026-11-02T08:00:00Z"))
        work.bundles.add(bundle(2, "2026-11", "2026-12-02T08:00:00Z", "forked"))
    yield opened
    opened.close()


def test_the_chart_comes_out_of_the_store_by_name_and_by_days_in_vietnam(store: Store) -> None:
    wall = StoreWall(store, places()).wall(2026, TODAY)
    assert [row.name for row in wall.rows] == ["Phường Ba Đình", "Phường Hoàn Kiếm"]
    first, second = wall.rows
    assert first.cells[7:] == ("absent", "late", "on-time", "look", "due")
    assert second.cells[7:] == ("absent", "on-time", "late", "missing", "due")


def places() -> Places:
    units = read_units()
    return Places(lambda: units, lambda: TODAY)


def test_a_unit_that_became_another_stands_in_its_row_and_owes_nothing_once_that_one_has_a_desk(store: Store) -> None:
    old, new = desk(4, "21979"), desk(5, "21952")
    told = places()
    assert [(place.code, len(desks)) for place, desks in communes(told, (old, new))] == [("21952", 2)]
    since = date(2026, 9, 15)
    assert senders(told, (old, new)) == (Sender(4, since, date(2025, 7, 1)), Sender(5, since))
    assert senders(told, (old,)) == (Sender(4, since),)
    assert told.of("21979").name == "Tuy Phước"
