"""Fifty dates as a tired clerk types them: what means one day is read, what means two is asked about."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common import dates, typed_dates
from common.dates import NotADate, PartialDate, with_year, wrote_year
from common.lunar import lunar_of
from common.spoken_dates import same_words
from common.typed_dates import Typed, plain

TODAY = date(2026, 11, 20)
WRITINGS = (
    "{d}/{m}/{y}",
    "{d:02d}.{m:02d}.{y}.",
    "{d} - {m} - {y}",
    "{d:02d}{m:02d}{y}",
    "{y}/{m}/{d}",
    "{y}-{m:02d}-{d:02d}",
    "Ngày {d} tháng {m} năm {y}",
    "ngafy {d} thangs {m} nawm {y}",
    "nga2y {d} tha1ng {m} na8m {y}",
    "năm {y} tháng {m} ngày {d}",
    "mồng {d} tháng {m} năm {y} dương lịch",
)
WIDE = str.maketrans("0123456789/", "０１２３４５６７８９／")
NOISE = st.sampled_from(["", " ", "\u00a0", "\u200b", "\t", "."])

READ = [
    ("5/3/26 ", "2026-03-05"),
    ("\u00a05/3/26\u200b", "2026-03-05"),
    ("05.03.2026", "2026-03-05"),
    ("05.03.2026.", "2026-03-05"),
    ("5,3,2026", "2026-03-05"),
    ("5-3/2026", "2026-03-05"),
    ("05\\03\\2026", "2026-03-05"),
    ("05–03–2026", "2026-03-05"),
    ("5//3/2026", "2026-03-05"),
    ("5/3/'26", "2026-03-05"),
    ("5  3  2026", "2026-03-05"),
    ("５/３/２０２６", "2026-03-05"),
    ("O5/O3/2O26", "2026-03-05"),
    ("l5/3/2026", "2026-03-15"),
    ("2026/3/5", "2026-03-05"),
    ("2026.03.05", "2026-03-05"),
    ("20260305", "2026-03-05"),
    ("18010331", "0331-01-18"),
    ("5032026", "2026-03-05"),
    ("532026", "2026-03-05"),
    ("131998", "1998-03-01"),
    ("ngày 5 tháng 3 năm 2026", "2026-03-05"),
    ("NGÀY 05 THÁNG 03 NĂM 2026", "2026-03-05"),
    ("ngay 5 thang 3 nam 2026", "2026-03-05"),
    ("ngayf 5 thangs 3 nawm 2026", "2026-03-05"),
    ("nga2y 5 tha1ng 3 na8m 2026", "2026-03-05"),
    ("5tháng3năm2026", "2026-03-05"),
    ("5 tháng 3/2026", "2026-03-05"),
    ("sinh ngày 5/3/1990", "1990-03-05"),
    ("mùng 5/3/2026 dương lịch", "2026-03-05"),
    ("tháng 3/1998", "1998-03"),
    ("T3/1998", "1998-03"),
    ("th 3 - 1998", "1998-03"),
    ("3/98", "1998-03"),
    ("31998", "1998-03"),
    ("năm 1950", "1950"),
    ("sinh năm 1950", "1950"),
    ("SN 1950", "1950"),
    ("15/8/2026 âm lịch", "2026-09-25"),
    ("15 tháng 8 năm 2026 ÂL", "2026-09-25"),
    ("6/6/2025 nhuận âm", "2025-07-30"),
    ("6/6/2025 am lich", "2025-06-30"),
    # What has just happened needs no year.
    ("9/11", "2026-11-09"),
    ("25/12", "2025-12-25"),
    ("ngày 9 tháng 11", "2026-11-09"),
    ("hôm qua", "2026-11-19"),
    ("Hôm nay", "2026-11-20"),
    ("15/8 âm", "2026-09-25"),
    ("1/12 âl", "2026-01-19"),
]
ASKED = [
    ("1112026", "two-readings", ("01/11/2026", "11/01/2026")),
    ("mùng 5/3/2026", "calendar-unsaid", ("05/03/2026", "21/04/2026")),
    ("mồng 5 tháng 3", "calendar-unsaid", ("05/03/2026", "21/04/2026")),
]
OLDER = [
    ("3/12", "two-readings", ("03/12/…", "03/2012")),
    ("25/12", "year-missing", ("", "")),
    ("25/6", "year-missing", ("", "")),
    ("5/13/2026", "no-such-day", ("", "")),
    ("30/12/2025 âm", "no-such-day", ("", "")),
    ("31022026", "no-such-day", ("", "")),
    ("tháng 3 năm 12", "not-a-date", ("", "")),
    ("khoảng 1950", "not-a-date", ("", "")),
    ("t", "not-a-date", ("", "")),
    ("8/2026 âm", "no-such-day", ("", "")),
]


@pytest.fixture(autouse=True, scope="module")
def nothing_is_remembered() -> None:
    """An old answer would hide a fault."""
    dates._parsed.cache_clear()


@pytest.mark.parametrize(("typed", "iso"), READ)
def test_what_means_one_day_is_read_however_it_was_typed(typed: str, iso: str) -> None:
    assert PartialDate.parse(with_year(typed, TODAY)).iso() == iso


@pytest.mark.parametrize(("typed", "code", "readings"), ASKED)
def test_what_may_be_two_days_is_asked_about_with_both(typed: str, code: str, readings: tuple[str, str]) -> None:
    with pytest.raises(NotADate) as asked:
        PartialDate.parse(with_year(typed, TODAY))
    assert (asked.value.code, asked.value.readings) == (code, readings)


@pytest.mark.parametrize(("typed", "code", "readings"), OLDER)
def test_of_a_birthday_what_is_missing_or_open_is_told(typed: str, code: str, readings: tuple[str, str]) -> None:
    with pytest.raises(NotADate) as asked:
        PartialDate.parse(typed)
    assert (asked.value.code, asked.value.text, asked.value.readings) == (code, typed, readings)


@given(st.dates(date(1800, 1, 1), date(2199, 12, 31)), st.sampled_from(WRITINGS), NOISE, NOISE, st.booleans())
def test_every_day_is_read_back_from_every_writing(
    day: date, writing: str, before: str, after: str, wide: bool
) -> None:
    typed = f"{before}{writing.format(d=day.day, m=day.month, y=day.year)}{after}"
    assert PartialDate.parse(typed.translate(WIDE) if wide else typed) == PartialDate.of(day)


@given(st.dates(date(1900, 2, 1), date(2100, 12, 31)))
def test_every_day_is_read_back_from_its_lunar_day(day: date) -> None:
    lunar = lunar_of(day)
    assert lunar is not None
    typed = f"{lunar.day}/{lunar.month}/{lunar.year}{' nhuận' if lunar.leap else ''} âm lịch"
    assert PartialDate.parse(typed) == PartialDate.of(day)


def test_a_lunar_day_of_this_year_that_is_still_to_come_was_last_years() -> None:
    assert with_year("20/11 âm", TODAY) == PartialDate.of(date(2026, 1, 8)).slashed()
    lunar = lunar_of(TODAY)
    assert lunar is not None
    assert with_year(f"{lunar.day}/{lunar.month} âm", TODAY) == PartialDate.of(TODAY).slashed()


def test_a_day_gets_the_year_in_which_it_last_was_and_what_is_no_day_stays_as_it_is() -> None:
    tomorrow = TODAY + timedelta(days=1)
    assert with_year(f"{TODAY.day}/{TODAY.month}", TODAY) == f"{TODAY.day}/{TODAY.month}/{TODAY.year}"
    typed = f"{tomorrow.day}/{tomorrow.month}"
    assert with_year(typed, TODAY) == f"{typed}/{TODAY.year - 1}"
    assert [with_year(typed, date(2026, 11, 20)) for typed in ("29/2", "30/2", "5/13", "Nguyễn", "1/9 nhuận âm")] == [
        *("29/2/2024", "30/2/2026", "5/13", "Nguyễn", "1/9 nhuận âm")
    ]
    assert with_year("29/2", date(1904, 2, 28)) == "29/2/1896"
    # The ninth month was last doubled in 2014.
    assert [with_year("1/9 nhuận âm", date(year, 12, 1)) for year in (2022, 2023)] == ["24/10/2014", "1/9 nhuận âm"]


def test_a_whole_year_is_told_from_its_last_two_figures() -> None:
    assert wrote_year("ngày 1 tháng 1 năm 1920", PartialDate(1920, 1, 1))
    assert not wrote_year("1/1/20", PartialDate(2020, 1, 1))
    assert not wrote_year("010120", PartialDate(2020, 1, 1))


@pytest.mark.parametrize(
    ("words", "same"),
    [
        ("Ngày mùng năm tháng ba năm hai ngàn không trăm hai mươi sáu", True),
        ("mồng năm, tháng ba, năm hai nghìn không trăm hai mươi sáu", True),
        ("ngày mồng sáu tháng ba năm hai nghìn không trăm hai mươi sáu", False),
        ("ngày mồng năm tháng ba năm hai nghìn không trăm hai mươi lăm", False),
    ],
)
def test_a_date_in_words_is_known_in_every_usual_spelling(words: str, same: bool) -> None:
    assert same_words(words, PartialDate(2026, 3, 5).words()) is same


def test_words_and_figures_may_stand_without_a_space_between() -> None:
    assert plain("ngày5tháng3năm2026") == Typed("5/3/2026")
    assert plain("5/3/2026 đl") == Typed("5/3/2026")
    every = " ".join(sorted(typed_dates._KNOWN))
    assert plain(f"{every} 5 3 2026") == Typed("5/3/2026", lunar=True, leap=True)
