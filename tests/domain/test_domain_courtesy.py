"""Letters of thanks and apology as typed: what they become, and what is said of each slip."""

from dataclasses import replace
from datetime import date

import pytest

from common.words.problems import sentence
from desk_app.domain.courtesy import (
    Addressee,
    BadManner,
    Gift,
    LateResult,
    Opinion,
    WrongPaper,
    kind_of,
    longest_part,
)
from desk_app.domain.courtesy_drafts import (
    asked_parts,
    courtesy_draft_of,
    courtesy_fields,
    courtesy_from,
    courtesy_values,
)
from desk_app.domain.courtesy_reading import read_courtesy, whole_day
from desk_app.domain.drafts import NotText, UnknownEvent, UnknownFields

TODAY = date(2026, 11, 22)
TO = {"to_address": "bà", "to_name": "Hoàng Thị Vân"}
LATE = {
    **TO,
    "kind": "late",
    "errand": "Cấp bản sao trích lục hộ tịch",
    "file_code": "H99.12-261112-0047",
    "promised": "18/11/2026",
    "again": "23/11/2026",
    "why": "Sổ của xã cũ đang chuyển về, chúng tôi chưa tra kịp trang gốc",
    "officer": "Bà Nguyễn Thu Hằng, điện thoại 0200 3555 018",
}
GIFT = {
    "kind": "gift",
    "to_address": "ông",
    "to_name": "Đinh Văn Sơn",
    "household": True,
    "outcome": "Con đường thôn Bến Trà hôm nay rộng thêm hai mét",
    "deed": "120 mét vuông đất vườn mà gia đình ông đã hiến tặng",
}
OPINION = {
    **TO,
    "kind": "opinion",
    "said_on": "02/11/2026",
    "matter": "quầy số 2 không có ghế cho người già",
    "since": "9/11/2026",
    "mended": "quầy nào cũng có ghế",
}
MANNER = {**TO, "kind": "manner", "on": "hôm qua", "errand": "làm thủ tục chứng thực"}
PAPER = {
    **TO,
    "kind": "paper",
    "paper": "trích lục khai sinh",
    "given_on": "10/11/2026",
    "mistake": "ngày sinh của cháu",
    "again": "24/11",
}
WHOLE = [("thanks", GIFT), ("thanks", OPINION), ("apology", LATE), ("apology", MANNER), ("apology", PAPER)]


def told(letter, values, **changed):
    """The problems of a letter, as field, code and level."""
    outcome = read_courtesy(courtesy_from(letter, {**values, **changed}), TODAY)
    for one in outcome.problems:
        assert "…" not in sentence(one.code, one.details), one
    return [(one.field, one.code, one.level) for one in outcome.problems]


def test_each_kind_becomes_its_letter_and_a_draft_again():
    made = [read_courtesy(courtesy_from(letter, values), TODAY) for letter, values in WHOLE]
    assert [one.problems for one in made] == [(), (), (), (), ()]
    assert [type(one.value) for one in made] == [Gift, Opinion, LateResult, BadManner, WrongPaper]
    assert made[0].value.to == Addressee(made[0].value.to.name, "ông", household=True)
    assert (made[3].value.on, made[4].value.again) == (date(2026, 11, 21), date(2026, 11, 24))
    for one in made:
        assert read_courtesy(courtesy_draft_of(one.value), TODAY).value == one.value


def test_values_come_back_as_they_were_and_strangers_are_named():
    draft = courtesy_from("apology", {**LATE, "care": None, "reasons": {"courtesy-twice": "mất lá trước"}})
    assert courtesy_from("apology", courtesy_values(draft)) == draft
    assert set(asked_parts(draft)) < set(courtesy_fields("apology"))
    for wrong, values in ((UnknownFields, {"deed": "x"}), (NotText, {"why": 3}), (NotText, {"reasons": {"a": 1}})):
        with pytest.raises(wrong):
            courtesy_from("apology", values)
    with pytest.raises(UnknownEvent):
        courtesy_from("praise", {})


def test_an_empty_letter_names_every_field_that_is_wanted():
    assert told("thanks", {}) == [
        ("kind", "courtesy-kind-empty", "error"),
        ("to_address", "courtesy-address-empty", "error"),
        ("to_name", "name-empty", "error"),
    ]
    wanted = [field for field, _, _ in told("apology", {"kind": "late", **TO})]
    assert sorted(wanted) == sorted(["errand", "file_code", "promised", "again", "why", "officer"])


@pytest.mark.parametrize(
    ("letter", "values", "changed", "field", "code", "level"),
    [
        ("apology", LATE, {"again": "18/11/2026"}, "again", "courtesy-again-not-after", "error"),
        ("apology", LATE, {"promised": "23/11/2026", "again": "24/11"}, "promised", "courtesy-promised-ahead", "error"),
        ("apology", LATE, {"again": "20/11/2026"}, "again", "courtesy-again-over", "error"),
        ("apology", LATE, {"again": "23/11/2028"}, "again", "courtesy-day-far", "error"),
        ("apology", LATE, {"again": "28/11/2026"}, "again", "courtesy-again-weekend", "warning"),
        ("apology", LATE, {"promised": "18/11/2024"}, "promised", "courtesy-day-old", "warning"),
        ("apology", LATE, {"promised": "31/11/2026"}, "promised", "no-such-day", "error"),
        ("apology", LATE, {"promised": "11/2026"}, "promised", "courtesy-day-partial", "error"),
        ("apology", LATE, {"promised": "mai mốt"}, "promised", "courtesy-not-a-day", "error"),
        ("apology", LATE, {"why": "Bà số 079099001234 mất giấy"}, "why", "courtesy-personal-number", "error"),
        ("apology", LATE, {"officer": "079 099 001 234"}, "officer", "courtesy-personal-number", "error"),
        ("apology", LATE, {"file_code": "079099001234"}, "file_code", "courtesy-personal-number", "error"),
        ("apology", LATE, {"to_address": "ngài"}, "to_address", "courtesy-address-unknown", "error"),
        ("apology", LATE, {"why": "a" * 301}, "why", "courtesy-too-long", "error"),
        ("apology", LATE, {"free_line": "số 079099001234"}, "free_line", "courtesy-personal-number", "error"),
        ("apology", MANNER, {"on": "23/11/2026"}, "on", "day-in-future", "error"),
        ("apology", MANNER, {"errand": "Làm thủ tục chứng thực"}, "errand", "courtesy-inside-sentence", "warning"),
        ("apology", PAPER, {"given_on": "23/11/2026", "again": "1/12/2026"}, "given_on", "day-in-future", "error"),
        ("apology", PAPER, {"again": "9/11/2026"}, "again", "courtesy-again-before", "error"),
        ("thanks", OPINION, {"since": "1/11/2026"}, "since", "courtesy-since-before", "error"),
        ("thanks", GIFT, {"outcome": " . "}, "outcome", "courtesy-part-empty", "error"),
        ("thanks", GIFT, {"to_name": "Đinh Văn Sơn 3"}, "to_name", "name-has-symbols", "warning"),
        ("thanks", GIFT, {"to_name": "Dinh Van Son"}, "to_name", "name-without-marks", "warning"),
        ("thanks", GIFT, {"to_name": "Đ" * 121}, "to_name", "courtesy-too-long", "error"),
    ],
)
def test_a_slip_is_named_at_its_field(letter, values, changed, field, code, level):
    assert told(letter, values, **changed) == [(field, code, level)]


def test_what_is_no_slip_is_not_named():
    for letter, values, changed in (
        ("apology", LATE, {"file_code": "000.00.12.H99-261112-000047"}),
        ("apology", LATE, {"officer": "UBND xã, 0200 3555 018 hoặc 0200 3555 019"}),
        ("apology", MANNER, {"errand": "UBND hỏi thủ tục"}),
        ("thanks", GIFT, {"deed": "Đoàn Thanh niên thôn Bến Trà"}),
        ("thanks", GIFT, {"to_name": "H’Hen Niê Êban"}),
        ("apology", PAPER, {"again": "10/11/2026"}),
    ):
        assert told(letter, values, **changed) == [], changed


def test_a_wild_text_is_tidied_before_it_is_read():
    wild = {"to_name": "Hoàng\u202e Thị\u200b Vân\x07", "why": "dòng một\n dòng hai\u2066"}
    late = read_courtesy(courtesy_from("apology", {**LATE, **wild}), TODAY).value
    assert (late.to.name.text, late.why) == ("Hoàng Thị Vân", "dòng một dòng hai")


def test_a_day_without_its_year_is_the_nearest_that_makes_sense():
    days = [whole_day("promised", "25/11", TODAY), whole_day("again", "25/11", TODAY), whole_day("again", "1/1", TODAY)]
    assert days == ["25/11/2025", "25/11/2026", "01/01/2027"]
    assert (whole_day("since", "9/11", TODAY), whole_day("again", "29/2", TODAY)) == ("9/11/2026", "29/2/2024")
    assert (whole_day("again", "23/11/2026", TODAY), whole_day("again", "31/2", TODAY)) == ("23/11/2026", "31/2/2026")


def test_a_letter_that_is_impossible_is_never_made():
    late, paper = (read_courtesy(courtesy_from("apology", values), TODAY).value for values in (LATE, PAPER))
    with pytest.raises(ValueError, match="new day"):
        replace(late, again=late.promised)
    with pytest.raises(ValueError, match="right paper"):
        replace(paper, again=date(2026, 11, 9))
    assert replace(paper, again=paper.given_on).again == paper.given_on
    with pytest.raises(ValueError, match="forms of address"):
        replace(late.to, address="ngài")


def test_every_letter_is_counted_as_thanks_or_as_an_apology_and_knows_its_longest_part():
    made = [read_courtesy(courtesy_from(letter, values), TODAY).value for letter, values in WHOLE]
    assert [kind_of(one) for one in made] == [letter for letter, _ in WHOLE]
    assert [longest_part(one) for one in made] == ["deed", "matter", "why", "errand", "paper"]


def test_every_apology_keeps_what_is_done_so_that_it_is_the_last_time():
    for values in (LATE, MANNER, PAPER):
        kept = read_courtesy(courtesy_from("apology", values | {"care": "Từ nay hẹn rộng ra."}), TODAY).value
        assert kept.care == "Từ nay hẹn rộng ra."
        assert courtesy_draft_of(kept).care == "Từ nay hẹn rộng ra."


def test_a_draft_has_no_line_of_its_own_until_one_is_given():
    thanks, apology = (read_courtesy(courtesy_from(letter, values), TODAY).value for letter, values in WHOLE[1:3])
    assert courtesy_draft_of(thanks).free_line == ""
    assert courtesy_draft_of(thanks, "Chúc bà khỏe.").free_line == "Chúc bà khỏe."
    draft = courtesy_draft_of(thanks)
    assert courtesy_from("thanks", courtesy_values(draft)) == draft
    assert courtesy_draft_of(apology).errand == LATE["errand"]


def test_what_is_no_text_names_its_field():
    assert courtesy_from("thanks", {"household": False, "deed": None}) == courtesy_from("thanks", {})
    assert courtesy_from("thanks", {"household": True}).household == "1"
    for field, value in (("deed", False), ("deed", True), ("household", 1), ("reasons", {"a": 1}), ("reasons", "x")):
        with pytest.raises(NotText) as told:
            courtesy_from("thanks", {field: value})
        assert (told.value.name, str(told.value)) == (field, field)
    with pytest.raises(UnknownEvent, match="praise"):
        courtesy_fields("praise")
    with pytest.raises(UnknownFields, match=r"^deed, matter$"):
        courtesy_from("apology", {"matter": "", "deed": ""})
