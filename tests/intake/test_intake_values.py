"""What single cells say, in the ministry's writing, and what is told of them."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.dates import PartialDate
from common.words.intake import FINDINGS, finding
from desk_app.domain.ministry_said import dotted
from desk_app.intake.values import value_of


def codes(seen):
    return [one.code for one in seen]


@pytest.mark.parametrize(
    ("cell", "taken", "told"),
    [
        ("15.03.2018", "15.03.2018", []),
        ("15/3/2018", "15.03.2018", []),
        ("2018-03-15 00:00:00", "15.03.2018", []),
        ("15/03/2018 07:30", "15.03.2018", []),
        ("03.2018", "03.2018", []),
        ("1950", "1950", []),
        (1950.0, "1950", []),
        ("1950.0", "1950", []),
        (date(2018, 3, 15), "15.03.2018", []),
        (datetime.combine(date(2018, 3, 15), time(7, 30)), "15.03.2018", []),
        (43174.0, "15.03.2018", ["date-from-serial"]),
        ("43174", "15.03.2018", ["date-from-serial"]),
        ("15/3/18", "15.03.2018", ["short-year"]),
        ("31/02/2018", "31/02/2018", ["date-no-such-day"]),
        ("03/15/2018", "03/15/2018", ["date-month-first"]),
        ("khoảng 1950", "khoảng 1950", ["date-not-a-date"]),
        ("25/12", "25/12", ["date-year-missing"]),
        (15032018.0, "15.03.2018", []),
        ("0", "", []),
        ("00.00.0000", "", []),
        ("Không rõ", "", []),
        ("…", "", []),
        ("#N/A", "", ["error-cell"]),
        ("", "", []),
    ],
)
def test_a_date_is_dotted_however_the_sheet_has_it(cell, taken, told):
    text, seen = value_of(cell, "date", 2026)
    assert (text, codes(seen)) == (taken, told)


@given(
    st.builds(PartialDate, st.integers(1900, 2100), st.integers(1, 12), st.integers(1, 28))
    | st.builds(PartialDate, st.integers(1900, 2100), st.integers(1, 12))
    | st.builds(PartialDate, st.integers(1900, 2100))
)
def test_every_date_the_ministry_writes_is_read_as_itself(day):
    assert value_of(dotted(day), "date") == (dotted(day), ())
    assert value_of(day.slashed(), "date") == (dotted(day), ())


@given(st.dates(date(1925, 1, 1), date(2099, 12, 31)))
def test_a_day_counted_by_a_spreadsheet_is_that_day(day):
    serial = float((day - date(1899, 12, 30)).days)
    assert value_of(serial, "date")[0] == value_of(day, "date")[0]


@pytest.mark.parametrize(
    ("cell", "taken", "told"),
    [
        ("001099000001", "001099000001", []),
        ("001 099 000 001", "001099000001", []),
        (79099000001.0, "079099000001", ["zero-lost"]),
        ("79099000001", "079099000001", ["zero-lost"]),
        (1099000001.0, "001099000001", ["zero-lost"]),
        ("'001099000001", "001099000001", []),
        (123456789012.0, "123456789012", []),
        ("012345678", "012345678", []),
        ("7.9099E+10", "", ["digits-lost"]),
        ("B1234567", "B1234567", []),
        ("1234567", "1234567", ["number-kept-apart"]),
        ("0", "", []),
    ],
)
def test_a_personal_number_keeps_its_zeros(cell, taken, told):
    text, seen = value_of(cell, "id")
    assert (text, codes(seen)) == (taken, told)


@given(st.integers(0, 999_999_999_999))
def test_no_twelve_figures_that_a_spreadsheet_has_counted_become_another_number(number):
    whole = str(number).zfill(12)
    text, seen = value_of(float(number), "id")
    assert text == whole or len(str(number)) < 10
    assert bool(seen) == (text != str(number)) or "number-kept-apart" in codes(seen) or text == ""


@pytest.mark.parametrize(
    ("cell", "kind", "taken", "told"),
    [
        (5.0, "number", "5", []),
        ("5.0", "number", "5", ["number-shown-whole"]),
        ("05/2026", "number", "05/2026", []),
        (date(2026, 5, 1), "number", "05/2026", ["number-was-date"]),
        (date(2026, 5, 2), "number", "02.05.2026", ["number-was-date"]),
        (1.0, "sex", "1", []),
        ("Nam", "sex", "1", []),
        ("M", "sex", "1", []),
        ("0", "sex", "", []),
        ("nam giới", "sex", "nam giới", ["code-unknown"]),
        (4.0, "type", "4", []),
        ("Đăng ký lại", "type", "2", []),
        ("2.0", "paper", "2", []),
        (0.2708333, "time", "06:30", []),
        (time(6, 30), "time", "06:30", []),
        (datetime.combine(date(1899, 12, 31), time(6, 30)), "time", "06:30", []),
        (timedelta(hours=30, minutes=5), "time", "06:05", []),
        ("6 giờ 30", "time", "6 giờ 30", []),
        (1.5, "text", "1.5", []),
        (True, "text", "TRUE", []),
        (date(2026, 5, 2), "text", "02.05.2026", []),
        (1.0, "notice", "1", []),
        ("NULL", "text", "", []),
    ],
)
def test_numbers_codes_and_hours_are_read_by_their_kind(cell, kind, taken, told):
    text, seen = value_of(cell, kind)
    assert (text, codes(seen)) == (taken, told)


@pytest.mark.parametrize(
    ("cell", "taken", "told"),
    [
        ("Nguyễn Thị  A", "Nguyễn Thị A", ["spaces"]),
        ("NGUYỄN THỊ A", "NGUYỄN THỊ A", ["all-caps"]),
        ("H'Hen Niê", "H'Hen Niê", []),
        ("H’Hen Niê", "H’Hen Niê", []),
        ("K'Brôi", "K'Brôi", []),
        ("Y", "Y", []),
        ("nguyễn thị a", "nguyễn thị a", ["name-begins-small"]),
        ("Nguye\u0302\u0303n", "Nguyễn", []),
        ("Lê\u200b Văn\u202e An", "Lê Văn An", ["signs-dropped"]),
        ("=Hyperlink(1)", "=Hyperlink(1)", ["formula"]),
        ("'=1+1", "=1+1", ["formula"]),
        ("+84 900", "+84 900", []),
    ],
)
def test_a_name_is_kept_as_it_is_written(cell, taken, told):
    text, seen = value_of(cell, "name")
    assert (text, codes(seen)) == (taken, told)


CELLS = (
    st.text(max_size=20)
    | st.floats()
    | st.integers()
    | st.booleans()
    | st.dates()
    | st.datetimes()
    | st.times()
    | st.timedeltas()
)
KINDS = ["text", "name", "date", "number", "id", "sex", "type", "residence", "paper", "birth-case", "notice", "time"]


@given(CELLS, st.sampled_from(KINDS))
def test_no_cell_is_too_strange_to_be_read_and_everything_told_has_its_sentence(cell, kind):
    text, seen = value_of(cell, kind)
    assert isinstance(text, str)
    for one in seen:
        assert one.code in FINDINGS
        assert finding(one.code, one.details) == FINDINGS[one.code].format_map({"text": "…", **one.details})
