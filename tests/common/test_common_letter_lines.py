"""A template's text is parted once, for everybody who reads it line by line."""

from __future__ import annotations

from common.letter_lines import Part, header_line, hidden_signs, is_version, part_named, parts_of

TEXT = "tên: Thư\n\n==  lời chào \nThân gửi\n\n== lời\n==lời\n== lời\nhai\n"


def test_every_section_has_its_line_and_its_lines_as_often_as_it_stands() -> None:
    assert parts_of(TEXT) == (
        Part("", 0, ("tên: Thư", "")),
        Part("lời chào", 3, ("Thân gửi", "")),
        Part("lời", 6, ("==lời",)),
        Part("lời", 8, ("hai",)),
    )
    assert parts_of("") == (Part("", 0, ("",)),)
    assert parts_of("== \na\n\n")[1:] == (Part("", 1, ("a", "")),)


def test_a_section_is_found_by_its_title_the_first_of_two_and_never_what_stands_above() -> None:
    assert part_named(TEXT, "lời") == Part("lời", 6, ("==lời",))
    assert part_named(TEXT, "") is part_named(TEXT, "lời thư") is None
    part = part_named(TEXT, "lời chào")
    assert part is not None
    assert list(part.numbered) == [(4, "Thân gửi"), (5, "")]


def test_a_header_says_title_and_version_and_nothing_else() -> None:
    assert header_line("  tên: Thư: một ") == ("tên", "Thư: một")
    assert header_line("phiên bản: 012") == ("phiên bản", "012")
    assert [header_line(line) for line in ("tên:", "tên: ", "Tên: Thư", "ngày: 1", "")] == [None] * 5
    told = {"1": True, "012": True, "999999": True, "1234567": False, "²": False, "": False, "1 ": False}
    assert {text: is_version(text) for text in told} == told


def test_signs_that_nobody_sees_are_told_once_a_line() -> None:
    assert list(hidden_signs("a\u202eb\u200b\nc\n\n\t")) == [(1, 2, "\u202e"), (4, 1, "\t")]
    assert list(hidden_signs("Thân gửi, H’Hen…\n")) == []
