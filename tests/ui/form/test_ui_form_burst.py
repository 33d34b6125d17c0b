"""Telling a scanner from a person, key by key."""

from __future__ import annotations

import pytest

from desk_app.ui.form.burst import Burst

CARD = "001198000002|012345678|Trần Thị Ngọc Lan|14031998|Nữ|Thôn Bến Trà, Xã An Liên|20062021"
SHIFTED = CARD.replace("|", "\n")


@pytest.mark.parametrize("scan", [CARD, f"]Q1{CARD}", CARD.replace("|", ";"), f"{CARD}||||\n", SHIFTED])
def test_a_scan_is_held_from_its_first_key_to_its_last(scan: str) -> None:
    burst = Burst()
    assert {burst.take(character) for character in scan} == {"hold"}
    assert burst.certain
    assert burst.pause() == scan
    assert burst.text == ""


@pytest.mark.parametrize("typing", ["Nguyễn Văn Bình", "Thôn Bến Trà", "h’hen"])
def test_words_pass_without_delay(typing: str) -> None:
    burst = Burst()
    assert {burst.take(character) for character in typing} == {"pass"}


def test_a_date_is_let_go_at_its_first_slash() -> None:
    burst = Burst()
    assert [burst.take(character) for character in "09/1"] == ["hold", "hold", "release", "hold"]


def test_a_number_typed_alone_is_given_back_after_a_pause() -> None:
    burst = Burst()
    assert {burst.take(digit) for digit in "001198000002"} == {"hold"}
    assert not burst.certain
    assert burst.text == "001198000002"
    assert burst.pause() is None


def test_what_an_input_method_took_back_inside_a_scan_is_taken_back() -> None:
    burst = Burst()
    for character in "001198000002|0|Tran\b\bần Thị Lan|14031998|Nữ|x|20062021":
        burst.take(character)
    assert "|Trần Thị Lan|" in (burst.pause() or "")
