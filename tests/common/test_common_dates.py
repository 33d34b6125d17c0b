from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common import dates
from common.dates import NotADate, PartialDate, exact_day, latest_day, place_and_date

DAYS = st.dates(min_value=date(1800, 1, 1), max_value=date(2199, 12, 31))
PARTIAL = st.builds(
    lambda day, parts: PartialDate(*(day.year, day.month, day.day)[:parts]), DAYS, st.integers(min_value=1, max_value=3)
)


@pytest.fixture(autouse=True, scope="module")
def nothing_is_remembered() -> None:
    """An old answer would hide a fault."""
    dates._parsed.cache_clear()


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("5/3/26", "2026-03-05"),
        ("5/3/50", "2050-03-05"),
        ("5/3/51", "1951-03-05"),
        ("05-03-2026", "2026-03-05"),
        ("15.03.2018", "2018-03-15"),
        (" 5 / 3 / 2026 ", "2026-03-05"),
        ("5 3 2026", "2026-03-05"),
        ("3/1998", "1998-03"),
        ("03.2018", "2018-03"),
        ("1950", "1950"),
        ("1999-02-01", "1999-02-01"),
        ("1999-02", "1999-02"),
        ("01021999", "1999-02-01"),
        ("021999", "1999-02"),
        ("050326", "2026-03-05"),
        ("29/02/2024", "2024-02-29"),
        ("Ngày 05 tháng 3 năm 2026", "2026-03-05"),
        ("tháng 3 năm 1998", "1998-03"),
    ],
)
def test_dates_are_read_as_clerks_cards_and_sheets_write_them(typed: str, iso: str) -> None:
    assert PartialDate.parse(typed).iso() == iso


def test_the_reader_may_say_which_two_digit_years_are_still_to_come() -> None:
    assert PartialDate.parse("1/1/27", newest=2026).year == 1927
    assert PartialDate.parse("1/1/26", newest=2026).year == 2026


@pytest.mark.parametrize(
    "typed", ["31/02/2026", "29/02/2023", "13/1998", "00/05/2026", "0000", "1999-00", "1999-13-01"]
)
def test_a_day_the_calendar_lacks_is_told_apart(typed: str) -> None:
    with pytest.raises(NotADate) as refused:
        PartialDate.parse(typed)
    assert (refused.value.code, refused.value.text) == ("no-such-day", typed)


@pytest.mark.parametrize("typed", ["", "hôm qua", "1/2/3/4", "5/3/026", "١٢/٠٣/٢٠٢٦", "12", "khoảng 1950"])
def test_text_that_is_no_date_is_told_apart(typed: str) -> None:
    with pytest.raises(NotADate) as refused:
        PartialDate.parse(typed)
    assert refused.value.code == "not-a-date"


@given(st.text(max_size=20))
def test_any_text_is_a_date_or_says_why_not(text: str) -> None:
    try:
        read = PartialDate.parse(text)
    except NotADate:
        return
    assert PartialDate.parse(read.iso()) == read


@given(PARTIAL)
def test_every_way_of_writing_a_date_reads_back(day: PartialDate) -> None:
    assert PartialDate.parse(day.iso()) == PartialDate.parse(day.slashed()) == PartialDate.parse(str(day)) == day
    if day.month is not None:
        assert PartialDate.parse(day.dated()) == day
        assert PartialDate.parse(day.slashed().replace("/", "")) == day


@given(PARTIAL)
def test_a_partial_date_lies_between_its_ends(day: PartialDate) -> None:
    assert day.earliest() <= day.latest()
    assert (day.exact() is None) == (day.day is None)
    if day.exact():
        assert day.exact() == day.earliest() == day.latest()
        assert PartialDate.of(day.earliest()) == day


def test_the_ends_of_months_and_years_are_right() -> None:
    assert PartialDate(2024, 2).latest() == date(2024, 2, 29)
    assert (PartialDate(1950).earliest(), PartialDate(1950).latest()) == (date(1950, 1, 1), date(1950, 12, 31))


@pytest.mark.parametrize(
    ("day", "letter", "dated", "slashed"),
    [
        (PartialDate(2026, 2, 5), "05 tháng 02 năm 2026", "ngày 05 tháng 02 năm 2026", "05/02/2026"),
        (PartialDate(2026, 3, 15), "15 tháng 3 năm 2026", "ngày 15 tháng 3 năm 2026", "15/03/2026"),
        (PartialDate(1998, 3), "tháng 3 năm 1998", "tháng 3 năm 1998", "03/1998"),
        (PartialDate(1950), "năm 1950", "năm 1950", "1950"),
    ],
)
def test_letters_and_screens_write_dates_their_way(day: PartialDate, letter: str, dated: str, slashed: str) -> None:
    assert (day.letter(), day.dated(), day.slashed()) == (letter, dated, slashed)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (PartialDate(2026, 3, 5), "ngày mồng năm tháng ba năm hai nghìn không trăm hai mươi sáu"),
        (PartialDate(1985, 4, 10), "ngày mười tháng tư năm một nghìn chín trăm tám mươi lăm"),
        (PartialDate(2005, 1, 1), "ngày mồng một tháng một năm hai nghìn không trăm lẻ năm"),
        (PartialDate(2000, 12, 31), "ngày ba mươi mốt tháng mười hai năm hai nghìn"),
        (PartialDate(2024, 11, 21), "ngày hai mươi mốt tháng mười một năm hai nghìn không trăm hai mươi tư"),
        (PartialDate(1954, 7, 15), "ngày mười lăm tháng bảy năm một nghìn chín trăm năm mươi tư"),
        (PartialDate(2014, 10, 24), "ngày hai mươi tư tháng mười năm hai nghìn không trăm mười bốn"),
        (PartialDate(2010, 5, 20), "ngày hai mươi tháng năm năm hai nghìn không trăm mười"),
        (PartialDate(1900, 5), "tháng năm năm một nghìn chín trăm"),
        (PartialDate(2011), "năm hai nghìn không trăm mười một"),
        (PartialDate(1901), "năm một nghìn chín trăm lẻ một"),
        (PartialDate(905), "năm chín trăm lẻ năm"),
        (PartialDate(45), "năm bốn mươi lăm"),
    ],
)
def test_registers_write_dates_in_words(day: PartialDate, words: str) -> None:
    assert day.words() == words


def test_a_letter_names_its_place_and_day() -> None:
    assert place_and_date("An Liên", date(2026, 2, 5)) == "An Liên, ngày 05 tháng 02 năm 2026"


@pytest.mark.parametrize(("fields", "code"), [((2026, None, 5), "not-a-date"), ((2026, 2, 30), "no-such-day")])
def test_an_impossible_date_cannot_be_built(fields: tuple[int, int | None, int], code: str) -> None:
    with pytest.raises(NotADate) as refused:
        PartialDate(*fields)
    assert refused.value.code == code


def test_a_text_says_a_whole_day_or_none():
    assert exact_day("5/3/26") == date(2026, 3, 5)
    assert [exact_day(text) for text in ("", "3/1998", "1998", "31/2/2026", "hôm nào")] == [None] * 5
    assert (exact_day("5/3/60"), exact_day("5/3/60", 2090)) == (date(1960, 3, 5), date(2060, 3, 5))


def test_the_last_day_that_a_text_may_mean():
    told = [latest_day(text) for text in ("5/3/26", "2/2024", "1998", "", "31/2/2026")]
    assert told == [date(2026, 3, 5), date(2024, 2, 29), date(1998, 12, 31), None, None]


def test_eight_figures_whose_usual_cut_is_no_day_are_none_in_a_far_year():
    with pytest.raises(NotADate) as wrong:
        PartialDate.parse("17500131")
    assert wrong.value.code == "no-such-day"
    assert PartialDate.parse("31011750").iso() == "1750-01-31"


def test_a_date_that_cannot_be_says_which():
    told = {
        (2026, None, 5): "not-a-date: 2026-?-5",
        (2026, 2, 31): "no-such-day: 31/2/2026",
        (2026, 0, None): "no-such-day: 0/2026",
    }
    for parts, text in told.items():
        with pytest.raises(NotADate) as wrong:
            PartialDate(*parts)
        assert str(wrong.value) == text
        assert (wrong.value.code, wrong.value.text) == tuple(text.split(": "))


def test_a_day_and_a_month_want_a_year_and_what_is_neither_is_no_day():
    told = {"25/12": "year-missing", "31/11": "year-missing", "3/1": "year-missing", "25/13": "no-such-day"}
    for text, code in told.items():
        with pytest.raises(NotADate) as wrong:
            PartialDate.parse(text)
        assert wrong.value.code == code, text
