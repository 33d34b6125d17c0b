"""Report calendars are data; their days follow the letters that ask for the reports."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from common.calendars import Calendars, DayOfYear, NotACalendar, ReportCalendar, Term, read_calendar, read_calendars
from common.periods import NotAPeriod, Period, read_period

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "calendars"
CALENDARS = read_calendars(FOLDER)


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("2026-Q1@quy-14", "2025-12-15", "2026-03-14"),
        ("2026-Q4@quy-14", "2026-09-15", "2026-12-14"),
        ("2026@quy-14", "2025-11-01", "2026-10-31"),
        ("2026-H1@6-9-12", "2026-01-01", "2026-06-30"),
        ("2026-9M@6-9-12", "2026-01-01", "2026-09-30"),
        ("2024-H1@luy-ke", "2024-03-01", "2024-06-30"),
        ("2026@LUY-KE", "2024-03-01", "2026-12-31"),
        ("2028-02@thang", "2028-02-01", "2028-02-29"),
        ("2027-02@thang", "2027-02-01", "2027-02-28"),
        ("2022@dot-2022", "2022-01-01", "2022-09-29"),
    ],
)
def test_a_report_counts_the_days_that_its_letter_asks_for(name: str, first: str, last: str):
    found = CALENDARS.read_period(name)
    assert (found.first.isoformat(), found.last.isoformat()) == (first, last)
    assert CALENDARS.read_period(found.name) == found


def test_a_period_without_a_calendar_is_read_as_ever():
    assert CALENDARS.read_period("2026-Q4") == read_period("2026-Q4")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("2026-Q4@nowhere", "no-such-calendar"),
        ("2026-H1@quy-14", "not-a-period"),
        ("2024-Q1@quy-14", "not-a-period"),
        ("2026@dot-2022", "not-a-period"),
        ("2026-Q5@quy-14", "not-a-period"),
        ("@quy-14", "not-a-period"),
        ("0000@luy-ke", "not-a-period"),
    ],
)
def test_what_no_programme_asks_for_is_no_period(name: str, code: str):
    with pytest.raises(NotAPeriod) as refused:
        CALENDARS.read_period(name)
    assert refused.value.code == code


def test_every_day_since_the_beginning_lies_in_exactly_one_quarter_closed_on_the_14th():
    calendar = CALENDARS.get("quy-14")
    assert calendar is not None
    day = date(2024, 9, 15)
    while day <= date(2028, 12, 14):
        quarters = [one for one in calendar.running(day) if "-Q" in one.period.name]
        assert len(quarters) == 1
        day += timedelta(days=1)


def test_reports_are_told_as_they_close_with_the_day_they_are_due():
    calendar = CALENDARS.get("quy-14")
    assert calendar is not None
    told = calendar.reports(date(2026, 9, 1), date(2026, 12, 31))
    assert [(one.period.name, one.due) for one in told] == [
        ("2026-Q3@quy-14", date(2026, 9, 14)),
        ("2026@quy-14", date(2026, 10, 31)),
        ("2026-Q4@quy-14", date(2026, 12, 14)),
    ]
    assert calendar.due(2026, "Q1") == date(2026, 3, 14)
    december = CALENDARS.read_period("2026-12@thang")
    monthly = CALENDARS.get("thang")
    assert monthly is not None
    assert monthly.due(2026, "12") == date(2027, 1, 5)
    assert monthly.reports(december.last, december.last)[0].period == Period(
        "2026-12@thang", december.first, december.last
    )


def a_term(**parts: object) -> dict[str, object]:
    """One term, the year, with some parts in place of others."""
    return {"terms": [{"part": "", "first": {"month": 1, "day": 1}, "last": {"month": 6, "day": 30}} | parts]}


YEAR_END = {"month": 12, "day": 31}


@pytest.mark.parametrize(
    ("bend", "place"),
    [
        ({"id": "Quý"}, "id"),
        ({"id": "a" * 33}, "id"),
        ({"id": None}, "id"),
        ({"name": ""}, "name"),
        ({"name": " \u200b"}, "name"),
        ({"programme": 5}, "programme"),
        ({"source": None}, "source"),
        ({"to": []}, "to"),
        ({"to": "Sở Nội vụ"}, "to"),
        ({"to": ["Sở Nội vụ", " "]}, "to"),
        ({"to": ["Sở Nội vụ", 1]}, "to"),
        ({"from": "31/12/2024"}, "from"),
        ({"from": None}, "from"),
        ({"to_day": "31/12/2024"}, "to_day"),
        ({"since": "2024"}, "since"),
        ({"terms": []}, "terms"),
        ({"terms": {"part": ""}}, "terms"),
        ({"terms": [*a_term()["terms"], *a_term()["terms"]]}, "terms"),
        ({"terms": ["Q1"]}, "terms[0].part"),
        ({"terms": [{"part": "Q7"}]}, "terms[0].part"),
        ({"terms": [*a_term()["terms"], {}]}, "terms[1].part"),
        (a_term(first=None), "terms[0].first"),
        (a_term(last="30/6"), "terms[0].last"),
        (a_term(due=None), "terms[0].due"),
        (a_term(last={"month": 13, "day": 1}), "terms[0].last.month"),
        (a_term(last={"month": 0, "day": 1}), "terms[0].last.month"),
        (a_term(last={"month": True, "day": 1}), "terms[0].last.month"),
        (a_term(last={"month": "6", "day": 1}), "terms[0].last.month"),
        (a_term(last={"day": 1}), "terms[0].last.month"),
        (a_term(last={"month": 6, "day": 32}), "terms[0].last.day"),
        (a_term(last={"month": 6, "day": 0}), "terms[0].last.day"),
        (a_term(last={"month": 6}), "terms[0].last.day"),
        (a_term(last={"month": 6, "day": 1, "year": 2}), "terms[0].last.year"),
        (a_term(last={"month": 6, "day": 1, "year": -2}), "terms[0].last.year"),
        (a_term(first={"month": 7, "day": 1}), "terms[0].first"),
        (a_term(first={"month": 3, "day": 1}, last={"month": 2, "day": 29}), "terms[0].first"),
        (a_term(due={"month": 6, "day": 29}), "terms[0].due"),
        # Only in a leap year is the due day before the last: refused all the same.
        (a_term(last={"month": 2, "day": 29}, due={"month": 2, "day": 28}), "terms[0].due"),
    ],
)
def test_a_calendar_that_does_not_fit_is_refused_with_its_place(bend: dict[str, object], place: str):
    told = json.loads((FOLDER / "quy-14.json").read_text(encoding="utf-8"))
    with pytest.raises(NotACalendar) as refused:
        read_calendar(json.dumps(told | bend).encode())
    assert str(refused.value) == place


def read(**bend: object) -> ReportCalendar:
    told = json.loads((FOLDER / "quy-14.json").read_text(encoding="utf-8"))
    return read_calendar(json.dumps(told | bend).encode())


def test_bytes_that_are_no_object_are_no_calendar():
    for raw, said in ((b"\xff", "not JSON in UTF-8"), (b"{", "not JSON in UTF-8"), (b"[]", "id"), (b'"id"', "id")):
        with pytest.raises(NotACalendar) as refused:
            read_calendar(raw)
        assert str(refused.value) == said


def test_everything_that_a_calendar_says_is_read():
    (plain,) = read(to_day="2027-01-01", to=[" Sở  Nội vụ "], name=" Quý  14 ", **a_term()).terms
    assert plain == Term("", DayOfYear(1, 1), DayOfYear(6, 30), None)
    found = read(to_day="2027-01-01", to=[" Sở  Nội vụ ", "Huyện"], name=" Quý  14 ", programme="Mô hình ", **a_term())
    assert (found.id, found.name, found.programme) == ("quy-14", "Quý 14", "Mô hình")
    assert (found.recipients, found.source) == (("Sở Nội vụ", "Huyện"), "Công văn 8283/UBND-KGVX ngày 16/7/2024")
    assert (found.first_day, found.last_day, found.since) == (date(2024, 7, 16), date(2027, 1, 1), None)
    assert read().last_day is None
    edges = a_term(
        first={"month": 1, "day": 31, "year": -1}, last={**YEAR_END, "year": -1}, due={"month": 1, "day": 1, "year": 1}
    )
    assert read(**edges).terms[0].due == DayOfYear(1, 1, 1)
    # A first day may be the last, and a due day too; where every term counts from one day, a first is not even read.
    one_day = a_term(first=YEAR_END, last=YEAR_END, due=YEAR_END)
    assert read(**one_day).due(2026, "") == date(2026, 12, 31)
    assert read(**a_term(first="?"), since="2024-03-01").terms[0].first is None


def test_a_day_past_the_end_of_its_month_is_the_last_of_it():
    assert [DayOfYear(2, 30).of(year) for year in (2023, 2024)] == [date(2023, 2, 28), date(2024, 2, 29)]
    assert (DayOfYear(12, 31, -1).of(2024), DayOfYear(1, 5, 1).of(2024)) == (date(2023, 12, 31), date(2025, 1, 5))


def test_a_report_is_asked_for_from_the_first_day_of_the_letter_to_its_last():
    year = a_term(last=YEAR_END)
    for bend, years in (
        ({"from": "2024-12-31", "to_day": "2026-12-31"}, [2024, 2025, 2026]),
        ({"from": "2025-01-01", "to_day": "2026-12-30"}, [2025]),
    ):
        asked = read(**(bend | year)).reports(date(2020, 1, 1), date(2030, 1, 1))
        assert [one.period.last.year for one in asked] == years
    with pytest.raises(NotAPeriod) as refused:
        read(**{"from": "2025-01-01"}, **year).period(2024, "")
    assert refused.value.text == "2024@quy-14"


def test_reports_that_close_on_the_same_day_are_told_by_name_and_those_of_the_years_beside_too():
    terms = [
        {"part": "Q4", "first": {"month": 10, "day": 1}, "last": YEAR_END},
        {"part": "", "first": {"month": 1, "day": 1}, "last": YEAR_END},
        {"part": "H1", "first": {"month": 1, "day": 1, "year": 1}, "last": {"month": 1, "day": 2, "year": 1}},
        {"part": "H2", "first": {"month": 1, "day": 1, "year": -1}, "last": {"month": 11, "day": 2, "year": -1}},
    ]
    found = read(terms=terms)
    names = [one.period.name for one in found.reports(date(2026, 11, 2), date(2027, 1, 2))]
    assert names == ["2027-H2@quy-14", "2026-Q4@quy-14", "2026@quy-14", "2026-H1@quy-14"]
    assert [one.period.name for one in found.reports(date(2026, 12, 31), date(2026, 12, 31))] == names[1:3]
    assert [one.period.name for one in found.running(date(2026, 10, 1))] == [names[0], *names[1:3]]
    assert [one.period.name for one in found.running(date(2026, 1, 1))] == [
        *("2025-H1@quy-14", "2027-H2@quy-14", "2026@quy-14")
    ]


def test_the_name_of_a_calendar_is_read_however_it_is_typed():
    assert CALENDARS.read_period("  2026-q4 @ QUY-14 ") == CALENDARS.read_period("2026-Q4@quy-14")
    for text, code in (("2026-Q4 @ Nơi nào", "no-such-calendar"), ("20 26@quy-14", "not-a-period")):
        with pytest.raises(NotAPeriod) as refused:
            CALENDARS.read_period(f" {text}  ")
        assert (refused.value.code, refused.value.text) == (code, text)
    assert CALENDARS.get("nowhere") is None


def test_the_file_that_does_not_fit_is_named_and_an_id_stands_once(tmp_path: Path):
    raw = (FOLDER / "quy-14.json").read_text(encoding="utf-8")
    for name in ("b.json", "a.json", "c.txt"):
        (tmp_path / name).write_text(raw, encoding="utf-8")
    with pytest.raises(NotACalendar, match="the same id twice"):
        read_calendars(tmp_path)
    (tmp_path / "b.json").write_text(raw.replace('"quy-14"', '"khac"'), encoding="utf-8")
    assert [one.id for one in read_calendars(tmp_path).calendars] == ["quy-14", "khac"]
    (tmp_path / "b.json").write_text("{}", encoding="utf-8")
    with pytest.raises(NotACalendar) as refused:
        read_calendars(tmp_path)
    assert str(refused.value) == "b.json: id"


def test_nothing_is_known_without_calendars():
    with pytest.raises(NotAPeriod):
        Calendars(()).read_period("2026@quy-14")


def test_an_id_that_nobody_knows_is_told_apart_from_a_part_that_no_calendar_has():
    unknown = {"2026@x@quy-14": True, "2026-Q4@x": True, "2026-X@quy-14": False}
    for text, code in unknown.items():
        with pytest.raises(NotAPeriod) as wrong:
            CALENDARS.read_period(text)
        assert (wrong.value.code == "no-such-calendar") is code, text


def test_a_calendar_may_begin_with_the_second_year_and_no_sooner():
    (halves,) = (one for one in CALENDARS.calendars if one.id == "6-9-12")
    old = Calendars((replace(halves, first_day=date(1, 1, 1)),))
    assert old.read_period("0002-H1@6-9-12").first == date(2, 1, 1)
    with pytest.raises(NotAPeriod):
        old.read_period("0001-H1@6-9-12")


def test_two_calendars_of_one_id_are_refused(tmp_path: Path):
    for name in ("a.json", "b.json"):
        (tmp_path / name).write_bytes((FOLDER / "quy-14.json").read_bytes())
    with pytest.raises(NotACalendar, match=r"^the same id twice$"):
        read_calendars(tmp_path)


def test_a_report_that_adds_up_remembers_since_when():
    read = [read_calendar(path.read_bytes()) for path in sorted(FOLDER.glob("*.json"))]
    assert [(one.id, one.since) for one in read if one.since] == [("luy-ke", date(2024, 3, 1))]
