"""Slips of the hand: what was typed without marks, misheard, swapped or glued leads to what was meant."""

from __future__ import annotations

import pytest

from desk_app.domain.slips import cut_in_two, near, spelled_alike, unkeyed


@pytest.mark.parametrize(
    ("keyed", "word"),
    [
        ("nguyeenx", "nguyen"),
        ("nguye6n4", "nguyen"),
        ("vawn", "van"),
        ("ddawngj", "dang"),
        ("phwowng", "phuong"),
        ("trwowngf", "truong"),
        ("thij", "thi"),
        ("hoaf", "hoa"),
        ("dduwcs", "duc"),
        ("ddoong", "dong"),
        ("dangd", "dang"),
        ("duongdd", "duong"),
        ("tuaans", "tuan"),
        ("quyeets", "quyet"),
        ("loan", "loan"),
        ("hoaa", "hoa"),
        ("sen", "sen"),
        ("xuan6", "xuan"),
        ("1", "1"),
        ("12/2026", "12/2026"),
        ("ng", "ng"),
        ("s", "s"),
        ("", ""),
        ("w", "u"),
        ("tw", "tu"),
        ("wng", "ung"),
        ("a1b2", "ab"),
        ("1a", "a"),
        ("nghieepj", "nghiep"),
        ("khad", "khad"),
        ("khadd", "khadd"),
        ("ê1", "ê1"),
    ],
)
def test_keys_of_an_input_method_that_was_off_are_read_as_the_word(keyed: str, word: str) -> None:
    assert unkeyed(keyed) == word


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("ly", "li"),
        ("li", "ly"),
        ("my", "mi"),
        ("quy", "qui"),
        ("qui", "quy"),
        ("thuy", ""),
        ("tui", ""),
        ("ni", ""),
        ("y", ""),
        ("sen", ""),
        ("sy", "si"),
        ("vi", "vy"),
        ("ti", "ty"),
        ("ky", "ki"),
        ("hi", "hy"),
    ],
)
def test_the_same_syllable_is_spelled_with_i_or_y(word: str, other: str) -> None:
    assert spelled_alike(word) == other


def test_a_word_is_near_those_one_slip_away_and_likely_slips_come_first() -> None:
    found = near("trinh")
    assert len(set(found)) == len(found)
    assert "trinh" not in found
    swapped, beside = found.index("tirnh"), found.index("rrinh")
    heard, left_out, wrong = found.index("chinh"), found.index("atrinh"), found.index("arinh")
    assert swapped < beside < heard < left_out < wrong
    assert {"trin", "trih", "trinhz", "zrinh", "trinz", "rinh", "rtinh", "trihn"} <= set(found)


def test_a_double_letter_may_be_one_and_a_short_word_is_only_likely_slips_away() -> None:
    assert "lan" in near("laan")
    assert near("laan").index("lan") < near("laan").index("lsan")
    short = near("lan")
    assert {"aln", "lna", "kan", "lsn", "lam", "lang"} <= set(short)
    assert not {"an", "ln", "la", "alan", "zan"} & set(short)


@pytest.mark.parametrize("word", ["", "a", "an", "an1", "lân", "la-n", "1234"])
def test_what_is_short_or_no_plain_word_is_near_nothing(word: str) -> None:
    assert near(word) == ()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("trung", "chung"),
        ("chung", "trung"),
        ("giung", "dung"),
        ("dang", "giang"),
        ("giang", "vang"),
        ("fuong", "phuong"),
        ("kuong", "cuong"),
        ("kyen", "quyen"),
        ("ngiep", "nghiep"),
        ("nghoc", "ngoc"),
        ("gam", "gham"),
        ("nghiem", "ngiem"),
        ("tien", "tieng"),
        ("hoang", "hoan"),
        ("ngoc", "ngot"),
        ("bich", "bit"),
        ("khanh", "khan"),
        ("thuy", "thui"),
        ("hai", "hay"),
    ],
)
def test_sounds_that_are_alike_are_tried_both_ways(typed: str, meant: str) -> None:
    assert meant in near(typed)


def test_neighbours_on_the_keyboard_are_those_left_and_right_in_the_row() -> None:
    found = set(near("qpm"))
    assert {"wpm", "qom", "qpn"} <= found
    assert not {"apm", "qlm", "qpk", "q0m"} & found
    assert {"xab", "aab"} - set(near("zab")) == {"aab"}


def test_a_forgotten_space_is_tried_between_all_letters_but_the_outer_ones() -> None:
    assert cut_in_two("vansen") == (("va", "nsen"), ("van", "sen"), ("vans", "en"))
    assert cut_in_two("vans") == (("va", "ns"),)
    assert cut_in_two("van") == ()


def test_the_keys_at_either_side_are_those_of_the_keyboard() -> None:
    assert [word for word in near("qan") if word[1:] == "an"] == ["wan"]
    assert [word for word in near("pan") if word[1:] == "an"] == ["oan"]
    assert [word for word in near("san") if word[1:] == "an"] == ["aan", "dan"]
    assert {word for word in near("xan") if word[1:] == "an"} == {"zan", "can"}
    assert not any("X" in word for word in near("ABCD"))


def test_the_last_two_letters_may_be_one_and_sounds_are_tried_from_either_side() -> None:
    assert "la" in near("laa")
    assert "bich" in near("bit")
    assert "bang" in near("ban")
    assert "hay" in near("hai")
    assert "hai" in near("hay")
