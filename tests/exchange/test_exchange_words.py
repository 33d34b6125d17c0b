"""The six words: a frozen list of words that can be told by telephone."""

import hashlib
import unicodedata

import pytest

from common.names import fold
from exchange.words import SIX_WORDS, six_words

FROZEN = "16d6631891fa4ad2679bfc69dc5b18dc488e436ddd9dbe294f1951c066b34bbb"
SAD = "ma mồ mả mộ hòm quan tang chết bệnh tù giặc bom súng kiếm hương huệ ván thác lăng"
POLITICAL = "liềm búa cờ đảng bác hồ"
RUDE_WITHOUT_MARKS = "du cu buoi lon cac dit deo ngu buom chim dam vu cut hang"


def test_the_list_is_frozen() -> None:
    assert hashlib.sha256(" ".join(SIX_WORDS).encode()).hexdigest() == FROZEN


def test_there_is_a_word_for_every_byte() -> None:
    assert len(SIX_WORDS) == len(set(SIX_WORDS)) == 256


def test_no_two_words_are_alike_when_tone_and_marks_are_lost() -> None:
    assert len({fold(word) for word in SIX_WORDS}) == 256


def test_every_word_is_one_syllable_of_nfc_small_letters() -> None:
    for word in SIX_WORDS:
        assert unicodedata.is_normalized("NFC", word)
        assert word.isalpha()
        assert word == word.lower()
        assert 2 <= len(word) <= 6
        assert len(_vowel_groups(fold(word))) == 1


def test_no_word_is_sad_rude_or_political() -> None:
    assert not set(SIX_WORDS) & set(f"{SAD} {POLITICAL}".split())
    assert not {fold(word) for word in SIX_WORDS} & set(RUDE_WITHOUT_MARKS.split())


def test_words_that_sound_alike_in_some_regions_are_not_both_in_the_list() -> None:
    ears = [fold(word).replace("gi", "d").replace("tr", "ch").replace("x", "s") for word in SIX_WORDS]
    assert len(set(ears)) == 256


def test_the_words_and_the_digits_tell_the_same_six_bytes() -> None:
    six = six_words(hashlib.sha256(b"a document").hexdigest())
    told = bytes.fromhex("".join(six.hex_groups))
    assert tuple(SIX_WORDS[byte] for byte in told) == six.words
    assert [len(group) for group in six.hex_groups] == [3, 3, 3, 3]


def test_only_an_identity_has_six_words() -> None:
    with pytest.raises(ValueError, match="identity"):
        six_words("AB" * 32)


def _vowel_groups(folded: str) -> list[str]:
    # "gi" and "qu" begin a syllable as consonants
    rest = folded[2:] if folded[:2] in ("gi", "qu") and len(folded) > 2 else folded
    return "".join(letter if letter in "aeiouy" else " " for letter in rest).split()
