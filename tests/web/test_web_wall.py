"""The rules of the wall chart, and the chart out of a real store."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from common.counts import Fact
from district.dashboards import Post, StoreWall, Wall, amended_months, cell_of, deadline, row_of
from district.store.bundles import BundleRow
from district.store.desks import DeskRow
from district.store.store import Store, Work
from district.web.wall import told_day

TODAY = date(2026, 12, 8)
POST = Post(
    date(2026, 3, 10),
    (1,),
    (
        (1, "2026-03", date(2026, 4, 5)),
        (1, "2026-04", date(2026, 5, 6)),
        (1, "2026-07", date(2026, 8, 2)),
        (1, "2026-08", date(2026, 9, 1)),
    ),
    forked=frozenset({"2026-09"}),
    amended=frozenset({"2026-08"}),
)


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
    assert cell_of(POST, month, TODAY) == cell


def test_a_bundle_is_due_on_the_fifth_of_the_next_month_and_not_missed_on_that_day() -> None:
    assert deadline("2026-12") == date(2027, 1, 5)
    assert cell_of(replace(POST, arrivals=()), "2026-11", date(2026, 12, 5)) == "due"
    assert cell_of(replace(POST, arrivals=()), "2026-11", date(2026, 12, 6)) == "missing"


def test_a_commune_with_two_desks_has_sent_when_both_have() -> None:
    both = replace(POST, desks=(1, 2), arrivals=(*POST.arrivals, (2, "2026-03", date(2026, 4, 9))))
    assert cell_of(both, "2026-03", TODAY) == "late"
    assert cell_of(both, "2026-08", TODAY) == "missing"


def test_silence_is_counted_in_days_since_the_last_bundle() -> None:
    row = row_of("Ea Sen", POST, 2026, TODAY, (10, 9))
    assert (row.silent_days, row.needs_person, row.last) == (98, True, date(2026, 9, 1))
    quiet = row_of("Ea Sen", replace(POST, forked=frozenset()), 2026, date(2026, 9, 20))
    assert (quiet.silent_days, quiet.needs_person) == (0, False)


def test_the_months_figures_add_up_to_the_communes_that_take_part() -> None:
    def post(day: date | None, joined: int = 1, **more: Any) -> Post:
        return Post(date(2026, joined, 1), (1,), ((1, "2026-11", day),) if day else (), **more)

    rows = (
        row_of("A", post(date(2026, 12, 3)), 2026, TODAY),
        row_of("B", post(date(2026, 12, 7)), 2026, TODAY),
        row_of("C", post(None), 2026, TODAY),
        row_of("D", post(None, forked=frozenset({"2026-11"})), 2026, TODAY),
        row_of("E", post(None, joined=12), 2026, TODAY),
    )
    figures = Wall(2026, TODAY, rows).figures
    assert (figures.month, figures.of, figures.received, figures.on_time, figures.late) == (11, 4, 2, 1, 1)
    assert (figures.missing, figures.look) == (("C",), ("D",))
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
        for row in (desk(1, "b"), desk(2, "a"), desk(3, "c", "waiting")):
            work.desks.add(row)
        work.bundles.add(bundle(1, "2026-09", "2026-10-05T16:59:00Z"))
        work.bundles.add(bundle(1, "2026-10", "2026-11-05T17:01:00Z"))
        work.bundles.add(bundle(2, "2026-10", "2026-11-02T08:00:00Z"))
        work.bundles.add(bundle(2, "2026-11", "2026-12-02T08:00:00Z", "forked"))
    yield opened
    opened.close()


def facts_of(_work: Work, desks: Iterable[DeskRow]) -> Iterator[Fact]:
    for one in desks:
        subject = f"{one.number:032x}"
        registered = {"event": "birth", "registered_on": "2026-10-02", "registration_type": 1}
        yield Fact("registered", date(2026, 10, 2), subject, 1, registered)


def test_the_chart_comes_out_of_the_store_by_name_and_by_days_in_vietnam(store: Store) -> None:
    names = {"a": "xã Ea Sen", "b": "xã Đắk Nông"}
    wall = StoreWall(store, names.__getitem__, facts_of).wall(2026, TODAY)
    assert [row.name for row in wall.rows] == ["xã Đắk Nông", "xã Ea Sen"]
    first, second = wall.rows
    assert first.cells[7:] == ("absent", "on-time", "late", "missing", "due")
    assert second.cells[7:] == ("absent", "late", "on-time", "look", "due")
    assert (wall.events, wall.delivered) == (2, 0)


def test_a_commune_is_recounted_only_when_its_desks_have_brought_lines(store: Store) -> None:
    counted: list[str] = []

    def counting(work: Work, desks: Iterable[DeskRow]) -> Iterator[Fact]:
        held = list(desks)
        counted.append(held[0].unit)
        return facts_of(work, held)

    chart = StoreWall(store, str, counting)
    chart.wall(2026, TODAY)
    chart.wall(2026, TODAY)
    assert sorted(counted) == ["a", "b"]
