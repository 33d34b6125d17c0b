"""How a name stands under a signature, and who is chair on the same days."""

from __future__ import annotations

from datetime import date

import pytest

from desk_app.domain.office import Signatory
from desk_app.domain.signing import nobody_from, other_heads, read_name, why_nobody

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
