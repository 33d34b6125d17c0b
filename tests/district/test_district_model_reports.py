"""The model's report over the communes of an office: counted as each of them counts its own, with what they told."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from pretend_desk import PretendDesk, enrol
from test_district_recounts import DIGEST, busy

from common.counts import Answers
from common.model_figures import day_figures
from district.model_reports import YearReports
from district.periods import asked_span
from district.reports import facts
from district.told_reports import state_of

TODAY = date(2027, 1, 20)
PERIODS = ("2026-Q4@quy-14", "2026-Q3@quy-14", "2026-10", "2026", "2026-10-09..2026-10-31", "2026-H1@6-9-12")
OTHER = "00082"


@pytest.fixture
def reports(district, officer, sitting):
    """Two communes, one of them with two desks."""
    for seed, unit in (("one", "00070"), ("two", OTHER), ("three", OTHER)):
        desk = busy(enrol(district, PretendDesk(seed, unit), officer), seed)
        assert sitting.receive(desk.bundle()).verdict == "accepted"
    return YearReports(district.store, district.places, district.units, district.facts.unit)


def plain(district, units, period):
    """Desk by desk: the same subject at two desks is two things."""
    with district.store.reading() as work:
        told = [tuple(facts(work, [desk])) for desk in work.desks.all() if desk.unit in units]
    parts = [day_figures(one, one).figures(period, Answers()) for one in told]
    return parts, day_figures(*[sum(told, ())] * 2)


def added(parts):
    events = sum((Counter(one.report.events) for one in parts), Counter())
    late = sum((Counter(one.report.late) for one in parts), Counter())
    year = [(one.year.sessions, one.year.citizens, one.year.settled, one.year.waiting, one.year.late) for one in parts]
    tasks = [(one.follow_ups.opened, one.follow_ups.done, one.follow_ups.in_time) for one in parts]
    return events, late, [*map(sum, zip(*year, strict=True))], [*map(sum, zip(*tasks, strict=True))]


@pytest.mark.parametrize("units", [("00070",), (OTHER,), ("00070", OTHER)])
def test_a_report_counts_what_the_lines_say_whatever_days_it_is_asked_for(district, reports, units):
    code = units[0] if len(units) == 1 else ""
    for name in PERIODS:
        period = asked_span(name)
        told, (parts, days) = reports.report(period, TODAY, code), plain(district, units, period)
        assert added([told.figures]) == added(parts), name
        assert len(told.figures.surveys) == sum(len(one.surveys) for one in parts), name
        assert told.figures.report.letters == days.figures(period, Answers()).report.letters, name
        assert told.months == days.months(period.last), name
        if code:
            assert reports.commune(code, period, TODAY).figures == told.figures, name
        else:
            table = reports.table(period, TODAY)
            assert table.whole == told.figures, name
            assert added([row.figures for row in table.rows]) == added(parts), name
            assert [sum(one.events.values()) for one in told.units] == [
                sum(row.figures.report.events.values()) for row in table.rows
            ], name


def test_before_its_last_day_a_report_is_counted_until_today(reports):
    told = reports.report(asked_span("2026"), date(2026, 10, 15), "00070")
    assert (told.as_of, told.period.last.isoformat()) == ("2026-10-15", "2026-12-31")
    assert told.figures == replace(
        told.figures,
        report=replace(
            reports.report(asked_span("2026-01-01..2026-10-15"), TODAY, "00070").figures.report, period=told.period
        ),
    )
    assert (told.texts, told.evidence.files) == ({}, {})
    assert told.head.body == "thành phố Hà Nội", "the paper is its own"
    assert (told.head.parent, told.office) == ("", "phường Hoàn Kiếm")


def test_a_commune_that_takes_no_part_has_no_report(reports):
    assert reports.report(asked_span("2026"), TODAY, "26461") is None
    assert reports.commune("26461", asked_span("2026"), TODAY) is None


def test_what_a_commune_issued_is_known_by_its_days_and_late_after_the_day_that_was_set(reports):
    year = reports.table(asked_span("2025-12-15..2026-12-14"), TODAY)
    assert [row.told.issued_of(year.period) for row in year.rows] == [None, None], "no calendar asked for these"
    (told, *_) = year.rows[0].told.issued
    assert (told.version, told.on, told.since) == (2, date(2026, 12, 20), date(2026, 12, 15))
    assert (told.digest, told.older) == (DIGEST[::-1], (DIGEST,))
    day = date(2026, 12, 15)
    assert [state_of(told, due, TODAY) for due in (None, day, day - timedelta(days=1))] == [
        "in-time",
        "in-time",
        "late",
    ]
    assert [state_of(None, due, TODAY) for due in (None, TODAY, day)] == ["due", "due", "missing"]
