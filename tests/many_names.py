"""Thousands of names as people really bear them, from one seed: one word to nine, sixty characters, NFC and NFD."""

import unicodedata
from collections.abc import Iterator
from random import Random

from common.names import fold

LONGEST, MOST_WORDS = 60, 9


def _each(*lines: str) -> tuple[str, ...]:
    return tuple(" ".join(lines).split())


FAMILIES = _each("Nguyễn Trần Lê Phạm Huỳnh Hoàng Võ Vũ Đặng Đỗ Bùi Hồ Ngô Dương Lý Âu Ông Ưng Ấu Quách Chử Khổng Đoàn")
MIDDLES = _each(
    "Văn Thị Hữu Đức Ngọc Thúy Mỹ Xuân Gia Bảo Quỳnh Kiều Thuỳ Diễm Hoài Ân Đình Công Tằng Tôn Nữ Huyền Ý Ỷ Út"
)
GIVEN = _each(
    "An Anh Ánh Ảnh Ẩn Ấn Ba Bảo Bích Chi Cúc Dũng Dung Đào Đạt Giang Hà Hạ Hòa Hoà Hoa Hỏa Hường Huệ Khoẻ Khỏe Lan",
    "Lân Lần Lý Lí Ly Mai Mà Mạ Má Mỹ Nga Ngã Nghĩa Oanh Ớt Phượng Quý Quyên Sương Sửu Tuyết Thủy Thuỷ Trúc Út Ước",
    "Uyên Vỹ Xoan Yến Ý",
)
CLANS = _each("Niê Êban Mlô Kdăm Kđăm Byă Ayŭn Ksơr Siu Rơ Châm Hmŏk Buôn Krông Êñuôl")
LONG = _each("Nguyễn Phượng Thượng Nghiêm Trương Khương Trường Phương Thương Nghiêng")
MARKERS = ("H'", "H’", "K'", "K’", "Y ", "Y-", "H ")
ABROAD = ("Jean-Paul", "O'Connor", "José", "Müller", "Anne-Marie", "D’Angelo", "Zoë")


def many_names(count: int, seed: int = 20261120) -> Iterator[str]:
    """So many names, no two alike without their marks; every third is decomposed, some are in capitals."""
    chance, known = Random(seed), set[str]()
    while len(known) < count:
        name = _name(chance)
        if fold(name) in known:
            continue
        known.add(fold(name))
        yield unicodedata.normalize("NFD", name) if len(known) % 3 == 0 else name


def _name(chance: Random) -> str:
    kind = chance.random()
    if kind < 0.08:
        return chance.choice(GIVEN) + chance.choice(GIVEN).lower() * (kind < 0.07)
    if kind < 0.25:
        return _highland(chance)
    if kind < 0.30:
        return f"{chance.choice(ABROAD)} {chance.choice(FAMILIES)} {chance.choice(GIVEN)}"
    words = [chance.choice(FAMILIES), *chance.choices(MIDDLES, k=chance.randint(0, 7)), chance.choice(GIVEN)]
    if kind > 0.97:
        return _filled(" ".join(words), chance)
    return " ".join(words)[:LONGEST].strip()


def _highland(chance: Random) -> str:
    clans = " ".join(chance.choices(CLANS, k=chance.randint(1, 4)))
    return f"{chance.choice(MARKERS)}{chance.choice(GIVEN)} {clans}"[:LONGEST].strip()


def _filled(name: str, chance: Random) -> str:
    """As long as a name may be, in nine words."""
    words = [*name.split()[:1], *chance.choices(LONG, k=MOST_WORDS - 1)]
    return " ".join(words)[:LONGEST].strip()
