"""Vietnamese from before Unicode: our tables beside those of others, and which columns are suspected."""

import unicodedata
from functools import cache

import pytest
import viparse
from hypothesis import given
from hypothesis import strategies as st

from common.legacy_text import ENCODINGS, TCVN3, TCVN3_CAPITALS, UTF_8, VNI, WINDOWS_1258, convert, suspected

TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
VOWELS = "aăâeêioôơuưy"
LETTERS = [unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES]
MARKED = [letter for letter in (*LETTERS, "đ") if not letter.isascii()]
NAMES = ["Nguyễn Thị Huệ", "Trần Văn Đức", "Lê Hoàng Ẩn", "Phạm Ngọc Bích", "Đặng Thùy Dương", "Võ Minh Hiếu"]


HIGH = [chr(code) for code in range(0xA1, 0x100)]
SIGNS = {
    TCVN3: HIGH,
    VNI: [*HIGH, *(first + sign for first in "aeouyôö" for sign in "ùøûõïâáàåãäêéèúüë")],
}


@cache
def second_table(encoding):
    """Letter to what stands for it in Western Windows, by what another's table makes of each sign."""
    return {viparse.fix(sign, encoding=encoding): sign for sign in SIGNS[encoding]}


def western(letter, encoding):
    return second_table(encoding)[letter]


GAPS = {"ẳ", "ỵ"}
"""What the other's table of VNI leaves out: it was read off documents in which these never stood."""


@pytest.mark.parametrize("letter", MARKED)
def test_every_small_letter_is_converted_as_by_a_second_table(letter):
    assert convert(western(letter, TCVN3), TCVN3) == letter
    if letter not in GAPS:
        assert convert(western(letter, VNI), VNI) == letter


@pytest.mark.parametrize(("old", "new"), [("saún", "sẳn"), ("tî", "tỵ"), ("TÎ", "TỴ"), ("AÚ", "Ẳ")])
def test_the_letters_that_the_second_table_lacks_stand_as_vni_set_them(old, new):
    assert convert(old, VNI) == new


@pytest.mark.parametrize(
    ("old", "encoding", "new"),
    [
        ("NguyÔn V¨n An", TCVN3, "Nguyễn Văn An"),
        ("Lª Hoµng", TCVN3, "Lê Hoàng"),
        ("nguyÔn v¨n an", TCVN3_CAPITALS, "NGUYỄN VĂN AN"),
        ("NGUYÔN V¡N \u00ad\u00ad", TCVN3, "NGUYỄN VĂN ưư"),
        ("Lª V¡N TÝ", TCVN3, "LÊ VĂN TÍ"),
        ("A¸nh ¢Êm", TCVN3, "Ánh Ấm"),
        ("Nguyeãn Vaên Ñöùc", VNI, "Nguyễn Văn Đức"),
        ("NGUYEÃN THÒ HUEÄ", VNI, "NGUYỄN THỊ HUỆ"),
        ("Ñaø Naüng", VNI, "Đà Nẵng"),
        ("Chi phí vì", VNI, "Chi phí vì"),
        ("Nguyá»…n", UTF_8, "Nguyễn"),
        ("Nguyễn Văn", TCVN3, "Nguyễn Văn"),
        ("Nguye\u0302\u0303n", VNI, "Nguyễn"),
        ("Müller", UTF_8, "Müller"),
    ],
)
def test_text_is_read_in_the_encoding_that_a_person_names(old, encoding, new):
    assert convert(old, encoding) == new


@given(st.sampled_from(NAMES), st.sampled_from(NAMES))
def test_text_of_windows_1258_is_what_pythons_own_table_says(one, other):
    raw = in_1258(f"{one} {other}")
    assert convert(raw.decode("cp1252"), WINDOWS_1258) == unicodedata.normalize("NFC", raw.decode("cp1258"))


def in_1258(text):
    """The bytes of Windows-1258: hats on their letters, tones behind them."""
    parts = []
    for letter in text:
        marks = unicodedata.normalize("NFD", letter)
        tone = "".join(mark for mark in marks if mark in TONES[1:])
        parts.append(unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in TONES[1:])) + tone)
    return "".join(parts).encode("cp1258")


def old(names, encoding):
    if encoding == WINDOWS_1258:
        return [in_1258(name).decode("cp1252") for name in names]
    if encoding == UTF_8:
        return [name.encode().decode("latin-1") for name in names]
    small = {letter: western(letter, encoding) for letter in set("".join(names).lower()) if not letter.isascii()}
    if encoding == VNI:
        small |= {letter.upper(): sign.upper() for letter, sign in small.items()}
    elif encoding == TCVN3:
        small |= {"Đ": "§", "Ẩ": "¢È"}
    return ["".join(small.get(letter, letter) for letter in name) for name in names]


@pytest.mark.parametrize("encoding", [TCVN3, VNI, WINDOWS_1258, UTF_8])
def test_a_column_of_names_in_an_old_encoding_is_suspected_and_comes_back_whole(encoding):
    column = old(NAMES, encoding)
    assert suspected(column) == encoding
    assert [convert(text, encoding) for text in column] == NAMES


def test_small_letters_alone_are_those_of_a_font_of_capitals():
    assert suspected(["nguyÔn v¨n an", "trÇn thÞ b×nh"]) == TCVN3_CAPITALS
    for name in ("An", "Zung"):
        assert suspected([f"nguyÔn v¨n {name}", "trÇn thÞ b×nh"]) == TCVN3


WELL = [
    NAMES,
    ["Lê Bá Hà", "Trân", "Lâm Thanh Hà", "Tô Hoài", "Bùi Công Danh", "Hà Mô"],
    ["Jürgen Müller", "Köln", "Bärbel Schröder", "Jörg Böhm", "Günther Öztürk", "Straße"],
    ["François Hélène", "Noël René", "José André", "Chloé Zoë", "Benoît Crêté", "Gérard Lefèvre", "Aurélie Côté"],
    ["Núñez", "Peña", "García", "Muñoz", "Íñigo"],
    ["João", "São Paulo", "Conceição", "Antônio"],
    ["Jørgen", "Bjørn", "Håkon", "Mæland", "Åse"],
    ["H'Hen Niê", "Y Moan Êban", "Y Mlô", "Siu Blô", "Ksor H’Bia", "Niê Kdăm", "Rơ Châm", "Ê Đê"],
    ["John Smith", "05/2026", ""],
    ["Müller", "Lê"],
    [],
]


@pytest.mark.parametrize("column", WELL, ids=lambda column: " ".join(column)[:20])
def test_names_of_other_peoples_and_ordinary_vietnamese_are_never_suspected(column):
    assert suspected(column) == ""


def test_a_column_mostly_in_unicode_is_left_alone():
    assert suspected([*NAMES, "NguyÔn V¨n An", "TrÇn ThÞ B×nh"]) == ""


@given(st.text(max_size=30), st.sampled_from(ENCODINGS))
def test_no_text_is_too_strange_to_be_asked_about(text, encoding):
    assert isinstance(convert(text, encoding), str)
    assert suspected([text]) in ("", *ENCODINGS)


def test_an_encoding_nobody_knows_is_refused():
    with pytest.raises(KeyError):
        convert("x", "viscii")


def test_a_text_that_has_a_letter_of_unicode_stays_as_it_is():
    assert convert("Lê Thị Huệ \xb8", TCVN3) == "Lê Thị Huệ \xb8"
    assert convert("L\xea \xb8", TCVN3) == "Lờ á"
