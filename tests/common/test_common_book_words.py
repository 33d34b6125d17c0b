"""Counts in words and the words of Sổ và số."""

import pytest

from common.words import books
from common.words.numerals import in_words

SAID = (
    (0, "không"),
    (4, "bốn"),
    (10, "mười"),
    (11, "mười một"),
    (14, "mười bốn"),
    (15, "mười lăm"),
    (20, "hai mươi"),
    (21, "hai mươi mốt"),
    (24, "hai mươi tư"),
    (55, "năm mươi lăm"),
    (100, "một trăm"),
    (105, "một trăm lẻ năm"),
    (110, "một trăm mười"),
    (1_000, "một nghìn"),
    (1_005, "một nghìn không trăm lẻ năm"),
    (1_021, "một nghìn không trăm hai mươi mốt"),
    (21_915, "hai mươi mốt nghìn chín trăm mười lăm"),
    (1_000_005, "một triệu không trăm lẻ năm"),
)


@pytest.mark.parametrize(("count", "words"), SAID)
def test_a_count_is_said_as_papers_say_it(count: int, words: str) -> None:
    assert in_words(count) == words


@pytest.mark.parametrize("count", [-1, 10**9])
def test_a_count_beyond_the_words_is_refused(count: int) -> None:
    with pytest.raises(ValueError, match="nine digits"):
        in_words(count)


def test_very_many_numbers_are_told_by_the_first_and_how_many_more() -> None:
    assert books.listed([1, 2, 3]) == "1, 2, 3"
    assert books.listed(range(70)).endswith("59 và 10 số nữa")
