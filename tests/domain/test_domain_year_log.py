"""The log of the year as it is typed: an entry of its kind, or every mistake named at its field."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from desk_app.domain.reading_year_log import read_entry
from desk_app.domain.year_log import (
    CHOICES,
    KINDS,
    LONG,
    LONGEST,
    MOST,
    SHORTEST,
    Commendation,
    Committee,
    Conduct,
    Funding,
    Meeting,
    Pledge,
    Press,
    facts_of,
    kind_of,
    of_json,
    to_json,
    typed,
)

TODAY, ON = date(2026, 11, 20), date(2026, 10, 5)
WHOLE: dict[str, dict[str, Any]] = {
    "meeting": {"on": "5/10/2026", "what": "dialogue", "n": "12", "settled": "12"},
    "commendation": {
        **{"on": "5/10/2026", "to": "person", "who": " Nguyễn  Thị Sen", "merit": "attitude"},
        **{"reason": "Tận tụy", "number": "12/QĐ", "by": "Chủ tịch"},
    },
    "conduct": {
        **{"on": "5/10/2026", "how": "phone", "about": "cán bộ A", "words": "Nói nặng lời"},
        **{"found": "upheld", "found_on": "5/10/2026", "done": "Đã xin lỗi"},
    },
    "press": {"on": "5/10/2026", "outlet": "Báo Nam Hải", "title": "Gần dân", "tone": "good"},
    "pledge": {"on": "5/10/2026", "signed": "UBND", "with_whom": "Mặt trận", "text": "Ba xin"},
    "committee": {"on": "5/10/2026", "decision": "12/QĐ", "members": "Bảy người", "until": "5/10/2026"},
    "funding": {"on": "5/10/2026", "source": "Ngân sách", "purpose": "In thư", "amount": "12.500 000"},
}
READ = {
    "meeting": Meeting(ON, "dialogue", 12, 12),
    "commendation": Commendation(ON, "person", "Nguyễn Thị Sen", "attitude", "Tận tụy", "12/QĐ", "Chủ tịch"),
    "conduct": Conduct(ON, "phone", "cán bộ A", "Nói nặng lời", "upheld", ON, "Đã xin lỗi"),
    "press": Press(ON, "Báo Nam Hải", "Gần dân", "good"),
    "pledge": Pledge(ON, "UBND", "Mặt trận", "Ba xin"),
    "committee": Committee(ON, "12/QĐ", "Bảy người", ON),
    "funding": Funding(ON, "Ngân sách", "In thư", 12_500_000),
}


@pytest.mark.parametrize("kind", KINDS)
def test_an_entry_of_each_kind_is_read_told_and_typed_back(kind: str) -> None:
    entry = read_entry(kind, WHOLE[kind], TODAY).value
    assert entry == READ[kind]
    assert kind_of(READ[kind]) == kind
    assert of_json(kind, to_json(READ[kind])) == READ[kind]
    assert read_entry(kind, typed(READ[kind]), TODAY).value == READ[kind]
    assert tuple(typed(READ[kind])) == tuple(to_json(READ[kind])) == facts_of(kind)
    assert to_json(READ[kind])["on"] == "2026-10-05"
    assert typed(READ[kind])["on"] == "05/10/2026"


def test_what_may_be_left_open_is_left_open() -> None:
    assert read_entry("meeting", {"what": "reception", "n": 1}, TODAY).value == Meeting(TODAY, "reception", 1, 0)
    bare = {"how": "slip", "words": "x"}
    conduct = Conduct(TODAY, "slip", "", "x", "open", None, "")
    assert read_entry("conduct", bare, TODAY).value == conduct
    assert of_json("conduct", to_json(conduct)) == conduct
    assert (to_json(conduct)["found_on"], typed(conduct)["found_on"]) == (None, "")
    committee = read_entry("committee", {"on": "20/11/2026", "decision": "x", "members": "y"}, TODAY).value
    assert committee == Committee(TODAY, "x", "y", None)
    open_ended = read_entry("committee", {"decision": "x", "members": "y", "until": "31/12/2199"}, TODAY).value
    assert open_ended == Committee(TODAY, "x", "y", date(2199, 12, 31))
    assert typed(Meeting(ON, "reception", 1, 0))["settled"] == ""


SAID = {"today": "20/11/2026"}
WRONG: list[tuple[str, dict[str, Any], str, str, dict[str, str]]] = [
    ("meeting", {"what": ""}, "what", "log-choose", {}),
    ("meeting", {"what": "party"}, "what", "log-choose", {}),
    ("meeting", {"n": ""}, "n", "log-count", {}),
    ("meeting", {"n": "0"}, "n", "log-count", {}),
    ("meeting", {"n": MOST["n"] + 1}, "n", "log-count", {}),
    ("meeting", {"n": "1.000"}, "n", "log-count", {}),
    ("meeting", {"n": "१२"}, "n", "log-count", {}),
    ("meeting", {"n": "9" * 9}, "n", "log-count", {}),
    ("meeting", {"n": True}, "n", "log-plain", {}),
    ("meeting", {"n": 1.5}, "n", "log-plain", {}),
    ("meeting", {"settled": "13"}, "settled", "log-more-settled", {}),
    ("meeting", {"settled": "-1"}, "settled", "log-count", {}),
    ("meeting", {"on": "21/11/2026"}, "on", "log-day-to-come", SAID),
    ("meeting", {"on": "31/12/1999"}, "on", "log-day", SAID),
    ("meeting", {"on": "10/2026"}, "on", "log-day", SAID),
    ("meeting", {"on": "hôm qua"}, "on", "log-day", SAID),
    ("meeting", {"who": "x"}, "who", "log-unknown", {"name": "who"}),
    ("commendation", {"who": " "}, "who", "log-who-empty", {}),
    ("commendation", {"who": "x" * (SHORTEST + 1)}, "who", "log-too-long", {"limit": str(SHORTEST)}),
    ("commendation", {"reason": "x" * (LONGEST + 1)}, "reason", "log-too-long", {"limit": str(LONGEST)}),
    ("conduct", {"found": "open"}, "found_on", "log-found-open", {}),
    ("conduct", {"found_on": ""}, "found_on", "log-found-on-empty", {}),
    ("conduct", {"found_on": "4/10/2026"}, "found_on", "log-found-before", {}),
    ("conduct", {"found_on": "21/11/2026"}, "found_on", "log-day-to-come", SAID),
    ("conduct", {"done": ""}, "done", "log-done-empty", {}),
    ("conduct", {"found": "maybe"}, "found", "log-choose", {}),
    ("pledge", {"with_whom": ""}, "with_whom", "log-with-whom-empty", {}),
    ("committee", {"until": "4/10/2026"}, "until", "log-until-before", {}),
    ("committee", {"until": "x"}, "until", "log-day", SAID),
    ("funding", {"amount": ""}, "amount", "log-amount", {}),
    ("funding", {"amount": "0"}, "amount", "log-amount", {}),
    ("funding", {"amount": "12,5"}, "amount", "log-amount", {}),
    ("funding", {"amount": str(MOST["amount"] + 1)}, "amount", "log-amount", {}),
]


@pytest.mark.parametrize(("kind", "change", "field", "code", "details"), WRONG)
def test_what_is_to_mend_is_named_at_its_field(
    kind: str, change: dict[str, Any], field: str, code: str, details: dict[str, str]
) -> None:
    outcome = read_entry(kind, {**WHOLE[kind], **change}, TODAY)
    assert [(one.field, one.code, one.level, dict(one.details)) for one in outcome.problems] == [
        (field, code, "error", details)
    ]
    assert outcome.value is None


def test_every_mistake_is_told_at_once() -> None:
    outcome = read_entry("conduct", {"how": "", "found": "upheld", "words": "", "x": ""}, TODAY)
    assert [one.field for one in outcome.problems] == ["x", "how", "words"]
    outcome = read_entry("conduct", {**WHOLE["conduct"], "found_on": "", "done": ""}, TODAY)
    assert [one.code for one in outcome.problems] == ["log-found-on-empty", "log-done-empty"]


def test_words_counts_and_days_may_reach_their_bounds() -> None:
    for kind, told in WHOLE.items():
        texts = [name for name in told if isinstance(told[name], str) and name not in CHOICES]
        for name in texts:
            if name in ("on", "found_on", "until", "n", "settled", "amount"):
                continue
            full = "x" * (LONGEST if name in LONG else SHORTEST)
            assert read_entry(kind, {**told, name: full}, TODAY).value is not None, (kind, name)
    most = read_entry("meeting", {"what": "dialogue", "n": MOST["n"], "settled": MOST["settled"]}, TODAY).value
    assert most == Meeting(TODAY, "dialogue", 1_000_000, 1_000_000)
    assert read_entry("funding", {**WHOLE["funding"], "amount": 10**13}, TODAY).value is not None
    assert read_entry("meeting", {**WHOLE["meeting"], "on": "1/1/2000"}, TODAY).value is not None
    assert read_entry("meeting", {**WHOLE["meeting"], "on": "20/11/2026", "n": "1", "settled": "1"}, TODAY).value


def test_nothing_may_have_been_settled_yet_and_nothing_held_may_not() -> None:
    whole = {**WHOLE["meeting"], "settled": "0"}
    assert read_entry("meeting", whole, TODAY).value == Meeting(ON, "dialogue", 12, 0)
    assert [one.field for one in read_entry("meeting", {**whole, "n": "0"}, TODAY).problems] == ["n"]
