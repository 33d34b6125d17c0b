"""Telling a scanner from a person, key by key."""

from __future__ import annotations

import pytest

from desk_app.domain.cards import read_card
from desk_app.ui.form.burst import END_MS, PAUSE_MS, WAIT_MS, Burst

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
    assert burst.patience == PAUSE_MS
    assert burst.pause() is None


def test_a_card_that_is_not_whole_yet_is_waited_for_and_a_whole_one_is_not() -> None:
    burst = Burst()
    for character in CARD[:-1]:
        burst.take(character)
    assert burst.patience == WAIT_MS
    burst.take(CARD[-1])
    assert burst.patience == END_MS


@pytest.mark.parametrize(
    "scan",
    [
        CARD.replace("|", "µ"),
        CARD.replace("|", ""),
        f"ï»¿{CARD}",
        CARD.translate(str.maketrans("0123456789", "đăâêô\u0300\u0309\u0303\u0301\u0323")),
    ],
)
def test_a_scan_through_a_wrong_layout_or_code_page_is_held_as_well(scan: str) -> None:
    burst = Burst()
    assert {burst.take(character) for character in scan} == {"hold"}
    assert burst.certain


@pytest.mark.parametrize("typing", ["đăng", "đôn ", "ïa"])
def test_words_that_begin_like_digits_of_another_layout_are_given_back_at_once(typing: str) -> None:
    burst = Burst()
    assert "release" in {burst.take(character) for character in typing}


def test_what_an_input_method_took_back_inside_a_scan_is_taken_back() -> None:
    burst = Burst()
    for character in "001198000002|0|Tran\b\bần Thị Lan|14031998|Nữ|x|20062021":
        burst.take(character)
    read = read_card(burst.pause() or "").value
    assert read is not None
    assert read.name is not None
    assert read.name.text == "Trần Thị Lan"
