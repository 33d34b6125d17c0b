"""Each problem of thanks and apologies whole: its field, its code, whether it blocks (!) or asks for a look (?)."""

from __future__ import annotations

from datetime import date

import pytest
from test_domain_courtesy import GIFT, LATE, MANNER, OPINION, PAPER, TODAY

from desk_app.domain.courtesy_drafts import courtesy_from
from desk_app.domain.courtesy_reading import read_courtesy, whole_day


@pytest.mark.parametrize(
    ("letter", "changed", "told"),
    [
        (LATE, {"kind": ""}, "kind: courtesy-kind-empty!"),
        (LATE, {"kind": "gift"}, "kind: courtesy-kind-empty!"),
        (LATE, {"to_address": ""}, "to_address: courtesy-address-empty!"),
        (LATE, {"to_address": "Ngài"}, "to_address: courtesy-address-unknown! text=ngài"),
        (LATE, {"to_name": ""}, "to_name: name-empty! person=addressee"),
        (LATE, {"to_name": "Đ" * 121}, "to_name: courtesy-too-long! field=to_name limit=120"),
        (LATE, {"to_name": "Đ" * 120}, ""),
        (LATE, {"to_name": "079099001234"}, "to_name: courtesy-personal-number! field=to_name"),
        (LATE, {"to_name": "Sơn 3"}, "to_name: name-has-symbols? name=Sơn 3"),
        (LATE, {"to_name": "Dinh Van Son"}, "to_name: name-without-marks? name=Dinh Van Son"),
        (LATE, {"errand": "a" * 121}, "errand: courtesy-too-long! field=errand limit=120"),
        (LATE, {"errand": "a" * 120}, ""),
        (LATE, {"file_code": "a" * 121}, "file_code: courtesy-too-long! field=file_code limit=120"),
        (LATE, {"officer": "a" * 121}, "officer: courtesy-too-long! field=officer limit=120"),
        (PAPER, {"paper": "a" * 121}, "paper: courtesy-too-long! field=paper limit=120"),
        (LATE, {"why": "079.099.001.234"}, "why: courtesy-personal-number! field=why"),
        (LATE, {"why": "Mã vận đơn 1234567890123"}, ""),
        (LATE, {"file_code": "261112000047-H99"}, ""),
        (LATE, {"file_code": "261112000047.H99"}, ""),
        (LATE, {"why": "a" * 301}, "why: courtesy-too-long! field=why limit=300"),
        (LATE, {"why": "a" * 300}, ""),
        (LATE, {"why": "..."}, "why: courtesy-part-empty! field=why"),
        (LATE, {"why": " . X. "}, ""),
        (LATE, {"why": "X"}, ""),
        (LATE, {"care": ""}, ""),
        (LATE, {"care": "..."}, ""),
        (LATE, {"errand": ""}, "errand: courtesy-part-empty! field=errand"),
        (LATE, {"file_code": "079099001234"}, "file_code: courtesy-personal-number! field=file_code"),
        (LATE, {"file_code": "H99-079099001234"}, ""),
        (LATE, {"why": "079 099 001 234"}, "why: courtesy-personal-number! field=why"),
        (LATE, {"why": "H99-079099001234"}, "why: courtesy-personal-number! field=why"),
        (LATE, {"free_line": "079099001234"}, "free_line: courtesy-personal-number! field=free_line"),
        (LATE, {"promised": ""}, "promised: courtesy-day-empty! field=promised"),
        (LATE, {"promised": "11/2026"}, "promised: courtesy-day-partial! field=promised text=11/2026"),
        (LATE, {"promised": "31/11/2026"}, "promised: no-such-day! text=31/11/2026"),
        (LATE, {"promised": "mai"}, "promised: courtesy-not-a-day! text=mai"),
        (LATE, {"promised": "1112026"}, "promised: two-readings! text=1112026 first=01/11/2026 second=11/01/2026"),
        (LATE, {"promised": "22/11/2026"}, ""),
        (
            LATE,
            {"promised": "23/11/2026", "again": "24/11/2026"},
            "promised: courtesy-promised-ahead! today=22/11/2026",
        ),
        (LATE, {"promised": "21/11/2025"}, ""),
        (LATE, {"promised": "20/11/2025"}, "promised: courtesy-day-old? day=20/11/2025"),
        (LATE, {"again": "18/11/2026"}, "again: courtesy-again-not-after! day=18/11/2026"),
        (
            LATE,
            {"again": "19/11/2026", "promised": "18/11/2026"},
            "again: courtesy-again-over! day=19/11/2026 today=22/11/2026",
        ),
        (LATE, {"again": "21/11/2026"}, "again: courtesy-again-over! day=21/11/2026 today=22/11/2026"),
        (LATE, {"again": "22/11/2026"}, "again: courtesy-again-weekend? weekday=6 day=22/11/2026"),
        (LATE, {"again": "23/11/2027"}, ""),
        (LATE, {"again": "24/11/2027"}, "again: courtesy-day-far! day=24/11/2027 today=22/11/2026"),
        (LATE, {"again": "27/11/2026"}, ""),
        (LATE, {"again": "28/11/2026"}, "again: courtesy-again-weekend? weekday=5 day=28/11/2026"),
        (LATE, {"again": "29/11/2026"}, "again: courtesy-again-weekend? weekday=6 day=29/11/2026"),
        (LATE, {"again": "mai"}, "again: courtesy-not-a-day! text=mai"),
        (MANNER, {"on": "23/11/2026"}, "on: day-in-future! today=22/11/2026"),
        (MANNER, {"on": "22/11/2026"}, ""),
        (MANNER, {"errand": "Làm thủ tục"}, "errand: courtesy-inside-sentence? field=errand"),
        (MANNER, {"errand": "UBND hỏi"}, ""),
        (MANNER, {"errand": "UB hỏi"}, ""),
        (MANNER, {"errand": "Ủy Ban"}, ""),
        (MANNER, {"errand": "Á hỏi"}, "errand: courtesy-inside-sentence? field=errand"),
        (MANNER, {"errand": "Làm"}, "errand: courtesy-inside-sentence? field=errand"),
        (MANNER, {"errand": "3 Làm"}, ""),
        (MANNER, {"errand": ""}, "errand: courtesy-part-empty! field=errand"),
        (PAPER, {"again": "9/11/2026"}, "again: courtesy-again-before! day=10/11/2026"),
        (PAPER, {"again": "10/11/2026"}, ""),
        (PAPER, {"given_on": "23/11/2026", "again": "25/11/2026"}, "given_on: day-in-future! today=22/11/2026"),
        (PAPER, {"paper": "Trích lục"}, "paper: courtesy-inside-sentence? field=paper"),
        (PAPER, {"mistake": "Ngày sinh"}, "mistake: courtesy-inside-sentence? field=mistake"),
        (PAPER, {"again": "21/11/2026"}, ""),
        (OPINION, {"since": "1/11/2026"}, "since: courtesy-since-before! day=02/11/2026"),
        (OPINION, {"since": "2/11/2026"}, ""),
        (OPINION, {"said_on": "23/11/2026", "since": "24/11/2026"}, "said_on: day-in-future! today=22/11/2026"),
        (OPINION, {"matter": "Quầy số 2"}, "matter: courtesy-inside-sentence? field=matter"),
        (OPINION, {"mended": "Quầy nào"}, "mended: courtesy-inside-sentence? field=mended"),
        (OPINION, {"since": "24/11/2027"}, "since: courtesy-day-far! day=24/11/2027 today=22/11/2026"),
        (GIFT, {"deed": "Hiến đất"}, "deed: courtesy-inside-sentence? field=deed"),
        (GIFT, {"outcome": "Hiến đất"}, ""),
        (GIFT, {"deed": "Hội Phụ nữ"}, ""),
        (GIFT, {"to_name": ""}, "to_name: name-empty! person=addressee"),
    ],
)
def test_what_is_said_of_a_courtesy(letter: dict[str, object], changed: dict[str, str], told: str) -> None:
    kind = "apology" if letter["kind"] in ("late", "manner", "paper") else "thanks"
    said = []
    for one in read_courtesy(courtesy_from(kind, letter | changed), TODAY).problems:
        details = (f"{name}={text}" for name, text in one.details.items())
        said.append(" ".join([f"{one.field}: {one.code}{'!' if one.level == 'error' else '?'}", *details]))
    assert " | ".join(said) == told


def test_a_day_that_may_come_is_the_nearest_and_of_two_as_near_the_one_that_was() -> None:
    assert whole_day("since", "1/12", TODAY) == "01/12/2026"
    assert whole_day("said_on", "1/12", TODAY) == "1/12/2025"
    halfway = date(2028, 7, 2)
    assert halfway - date(2028, 1, 1) == date(2029, 1, 1) - halfway
    assert whole_day("again", "1/1", halfway) == "1/1/2028"
    assert whole_day("again", "1/1", date(2028, 7, 3)) == "01/01/2029"
