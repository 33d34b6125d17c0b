"""How a name stands under a signature, and who is chair on the same days."""

from __future__ import annotations

from datetime import date

import pytest

from desk_app.domain.office import Signatory
from desk_app.domain.signing import is_head, nobody_from, other_heads, read_name, share_days, why_nobody

CHAIR = Signatory("Phạm Quốc Thịnh", ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), date(2025, 7, 1), date(2026, 11, 30))
ACTING = Signatory("Vũ Thị Thanh Hà", ("Q. CHỦ TỊCH",), date(2026, 11, 25))
DEPUTY = Signatory("Lò Thị Hoa", ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), date(2025, 7, 1), date(2026, 12, 5))


@pytest.mark.parametrize(
    ("typed", "titles", "proper"),
    [
        ("TS. Phạm Quốc Thịnh", ("TS.",), "Phạm Quốc Thịnh"),
        ("PGS.TS.BS. phạm quốc thịnh", ("PGS.", "TS.", "BS."), "Phạm Quốc Thịnh"),
        ("ThS Lê An", ("ThS",), "Lê An"),
        ("Thạc sĩ, KS. LÊ THỊ ÁNH", ("Thạc sĩ", "KS."), "Lê Thị Ánh"),
        ("PHẠM QUỐC THỊNH", (), "Phạm Quốc Thịnh"),
        ("H'HEN NIÊ BLÔ̆M", (), "H'Hen Niê Blô̆m"),
        ("Phạm Quốc Thịnh", (), "Phạm Quốc Thịnh"),
        ("Tsô Lệ Thủy", (), "Tsô Lệ Thủy"),
        ("Ksor Phước", (), "Ksor Phước"),
        ("Bà", (), "Bà"),
        ("TS.", (), "TS."),
        ("", (), ""),
    ],
)
def test_titles_are_taken_off_and_capitals_told(typed: str, titles: tuple[str, ...], proper: str) -> None:
    read = read_name(typed)
    assert (read.titles, read.proper) == (titles, proper)


def test_two_chairs_on_one_day_are_named_and_a_deputy_is_none() -> None:
    assert other_heads(ACTING, (CHAIR, DEPUTY, ACTING)) == (CHAIR,)
    assert other_heads(DEPUTY, (CHAIR, ACTING)) == ()
    late = Signatory("Lê An", ("CHỦ TỊCH",), date(2026, 12, 1))
    assert other_heads(late, (CHAIR,)) == ()


def test_the_first_day_without_anybody_is_seen_before_it_comes() -> None:
    both = (CHAIR, DEPUTY)
    assert nobody_from(both, date(2026, 11, 22), 14) == date(2026, 12, 6)
    assert nobody_from(both, date(2026, 11, 21), 14) is None
    assert nobody_from((*both, ACTING), date(2026, 11, 22), 14) is None
    assert nobody_from(both, date(2026, 12, 6), 14) is None


def test_why_nobody_signs_names_who_was_last_or_comes_next() -> None:
    ended, later = why_nobody((CHAIR,), date(2026, 12, 1)), why_nobody((ACTING,), date(2026, 11, 1))
    assert (ended.code, ended.details["name"], ended.details["last"]) == (
        "letter-signatory-ended",
        "Phạm Quốc Thịnh",
        "30/11/2026",
    )
    assert (later.code, later.details["first"]) == ("letter-signatory-later", "25/11/2026")
    assert why_nobody((), date(2026, 11, 1)).code == "letter-needs-signatory"


DAY = date(2026, 11, 20)


def signs(name: str, first: date, last: date | None = None, *authority: str) -> Signatory:
    return Signatory(name, authority or ("CHỦ TỊCH",), first, last)


@pytest.mark.parametrize(
    ("authority", "head"),
    [
        (("CHỦ TỊCH",), True),
        (("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), True),
        (("Q. CHỦ TỊCH",), True),
        (("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), False),
        (("KT. BÍ THƯ", "CHỦ TỊCH"), False),
        (("TUQ. HỘI ĐỒNG", "CHỦ TỊCH"), False),
        (("TL. BAN", "CHỦ TỊCH"), False),
        (("CÔNG CHỨC",), False),
    ],
)
def test_only_the_chair_and_the_acting_chair_are_heads(authority: tuple[str, ...], head: bool) -> None:
    assert is_head(signs("A", DAY, None, *authority)) is head


def test_days_are_shared_from_the_first_to_the_last_one() -> None:
    one = signs("A", date(2026, 1, 1), DAY)
    assert share_days(one, signs("B", DAY))
    assert not share_days(one, signs("B", date(2026, 11, 21)))
    assert share_days(signs("B", date(2000, 1, 1), date(2026, 1, 1)), one)


def test_the_first_day_without_anybody_is_looked_for_from_tomorrow_to_the_last_day_asked() -> None:
    last_today = [signs("A", date(2026, 1, 1), DAY)]
    assert nobody_from(last_today, DAY, 7) == date(2026, 11, 21)
    in_a_week = [signs("A", date(2026, 1, 1), date(2026, 11, 26))]
    assert nobody_from(in_a_week, DAY, 7) == date(2026, 11, 27)
    assert nobody_from(in_a_week, DAY, 6) is None
    assert nobody_from(last_today, DAY, 0) is None
    assert nobody_from([], DAY, 7) is None


def told(people: list[Signatory], day: date = DAY) -> tuple[str, str, str, dict[str, str]]:
    problem = why_nobody(people, day)
    return problem.field, problem.code, problem.level, dict(problem.details)


def test_why_nobody_signs_is_told_with_the_latest_who_went_or_the_next_who_comes() -> None:
    gone = [
        signs(name, date(2025, 1, 1), last) for name, last in (("Cũ", date(2025, 6, 1)), ("Vừa", date(2026, 11, 19)))
    ]
    coming = [signs(name, first) for name, first in (("Xa", date(2027, 6, 1)), ("Sắp", date(2026, 11, 21)))]
    day = {"day": "20/11/2026"}
    for people in (gone, gone[::-1], [*coming, *gone]):
        assert told(people) == (
            "signatory",
            "letter-signatory-ended",
            "error",
            day | {"name": "Vừa", "last": "19/11/2026"},
        )
    for people in (coming, coming[::-1]):
        assert told(people) == (
            "signatory",
            "letter-signatory-later",
            "error",
            day | {"name": "Sắp", "first": "21/11/2026"},
        )
    assert told([]) == ("signatory", "letter-needs-signatory", "error", {})
    assert told([signs("Nay", DAY, DAY)]) == ("signatory", "letter-needs-signatory", "error", {})
    assert read_name("TS. Lê Văn Xuyên").titles == ("TS.",)
