"""What stands in the one box is taken apart: a name, a number of a book with its year, a day, a book, an event."""

from __future__ import annotations

from datetime import date

import pytest

from desk_app.domain.sought import LONGEST, Figure, Sought, read_sought

TODAY = date(2026, 11, 20)


def taken(text: str) -> tuple[tuple[str, ...], tuple[tuple[str, int], ...], str, str]:
    told = read_sought(text, TODAY)
    return told.words, tuple((figure.norm, figure.year) for figure in told.figures), told.book, told.event


@pytest.mark.parametrize(
    ("text", "words", "figures", "book", "event"),
    [
        ("Nguyễn Thị Sen", ("nguyen", "thi", "sen"), (), "", ""),
        ("Đặng H'Hen", ("dang", "hhen"), (), "", ""),
        ("khai sinh Sen", ("sen",), (), "", "birth"),
        ("Sen kết hôn", ("sen",), (), "", "marriage"),
        ("khai tử", (), (), "", "death"),
        ("khai sinhx", ("khai", "sinhx"), (), "", ""),
        ("45/2026", (), (("45", 2026),), "", ""),
        ("số 45/26", (), (("45", 2026),), "", ""),
        ("số 045 năm 2026", (), (("45", 2026),), "", ""),
        ("số 45", (), (("45", 0),), "", ""),
        ("#45", (), (("45", 0),), "", ""),
        ("no. 45", (), (("45", 0),), "", ""),
        ("45 / 2026", (), (("45", 2026),), "", ""),
        ("Sen 45", ("sen",), (("45", 0),), "", ""),
        ("quyển 3/2026 Sen", ("sen",), (), "3/2026", ""),
        ("quyển số 03 số 12", (), (("12", 0),), "03", ""),
        ("quyển KS", (), (), "ks", ""),
        ("Sen quyển A, số 7", ("sen",), (("7", 0),), "a", ""),
        ("khai sinh số 7/2025", (), (("7", 2025),), "", "birth"),
        ("sinh năm 1990 Sen", ("sen",), (("1990", 0),), "", ""),
        ("sinh ngày 5 tháng 12 năm 2025", (), (("", 0),), "", ""),
        ("mùng 5 tháng 12", (), (("", 0),), "", ""),
        ("tháng 12 năm 2025", (), (("", 0),), "", ""),
        ("tháng 12/2025", (), (("", 0),), "", ""),
        ("001090000001", (), (("", 0),), "", ""),
        ("quyển Đ1 Sen", ("sen",), (), "d1", ""),
        ("12–2026", (), (("12", 2026),), "", ""),
        ("Sen 45/", ("sen",), (("45", 0),), "", ""),
        ("45/01", (), (("45", 2001),), "", ""),
        ("45/00", (), (("45", 0),), "", ""),
        ("45/99", (), (("45", 2099),), "", ""),
        ("45/0100", (), (("45", 100),), "", ""),
        ("Sen2026", ("sen2026",), (), "", ""),
        ("", (), (), "", ""),
    ],
)
def test_words_figures_book_and_event_are_told_apart(
    text: str, words: tuple[str, ...], figures: tuple[tuple[str, int], ...], book: str, event: str
) -> None:
    assert taken(text) == (words, figures, book, event)


def test_figures_keep_their_digits_and_the_days_they_may_mean() -> None:
    (figure,) = read_sought("sinh ngày 5 tháng 12 năm 2025", TODAY).figures
    assert figure == Figure("", 0, ("20251205",), "5122025")
    (figure,) = read_sought("001.090-000 001", TODAY).figures
    assert figure.digits == "001090000001"
    (figure,) = read_sought("mất 12/2025", TODAY).figures
    assert figure == Figure("12", 2025, ("202512",), "122025")
    assert read_sought("5/12").figures[0].days == ("201205",)


def test_only_figures_are_figures_without_words_or_a_book() -> None:
    told = {"45/2026": True, "số 45": True, "Sen 45": False, "quyển 3 số 45": False, "Sen": False, "": False}
    assert {text: read_sought(text, TODAY).only_figures for text in told} == told


def test_a_long_text_is_looked_at_to_its_bound_and_tidied() -> None:
    assert read_sought("  Sen \t Hoa ", TODAY).typed == "Sen Hoa"
    assert read_sought("x" * (LONGEST + 50)) == Sought("x" * LONGEST, ("x" * LONGEST,))


def test_a_day_said_in_words_is_that_day_and_its_digits() -> None:
    assert read_sought("15/8 âm", TODAY) == Sought("15/8 âm", figures=(Figure("", 0, ("20260925",), "158"),))
    assert read_sought("5 tháng 12 năm 2025", TODAY).typed == "5 tháng 12 năm 2025"


def test_a_year_of_two_digits_is_never_after_today_where_today_is_known() -> None:
    assert read_sought("5/12/30", TODAY).figures[0].days == ("19301205",)
    assert read_sought("5/12/30").figures[0].days == ("20301205",)


def test_what_was_pasted_by_mistake_is_looked_at_for_two_hundred_letters():
    assert read_sought("a" * 300).typed == "a" * 200
