"""The ruler laid on the letters: where lines stand on the paper, read out of the PDF, is where the design has them."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from desk_app.letters.setpage import SetPage

MM = 72 / 25.4
HAIR = 0.05
"""mm that no eye sees."""


A5_MIDDLE = 105


@dataclass(frozen=True)
class Line:
    """Letters of one size on one base line: base line in mm from the upper edge, size in points, each letter with its
    left and right end in mm from the left edge."""

    y: float
    size: float
    letters: tuple[tuple[float, float, str], ...]

    @property
    def text(self) -> str:
        return "".join(letter for *_, letter in self.letters)

    def stands(self, end: str) -> float:
        """mm at which this end of the line stands."""
        halves = {"first": lambda left: left < A5_MIDDLE, "second": lambda left: left >= A5_MIDDLE}
        meant = halves.get(end, lambda left: True)
        told = [(left, right) for left, right, letter in self.letters if meant(left) and letter.strip()]
        first, last = min(left for left, _ in told), max(right for _, right in told)
        return {"left": first, "right": last}.get(end, (first + last) / 2)


MEASURES = {
    "birth-usual-colour": (
        ("TỈNH NAM HẢI", 16.0, 9.6, "left", 71),
        ("ỦY BAN NHÂN DÂN XÃ AN LIÊN", 20.3, 9.6, "left", 71),
        ("An Liên, ngày 12 tháng 11 năm 2026", 20.2, 11, "right", 198),
        ("Thư chúc mừng", 33, 30, "left", 70.4),
        ("Thân gửi anh", 40.7, 12, "left", 71),
        ("Ngày anh chị", 46.5, 12, "left", 71),
        ("người được viết", 46.5 + 4.95, 12, "right", 198),
        ("NGUYỄN TRẦN MINH ANH", 68.3, 24, "middle", 134.5),
        ("sinh ngày", 74.8, 12, "middle", 134.5),
        ("Từ hôm nay", 81.9, 12, "left", 71),
        ("Quét mã", 107.77, 8.6, "left", 103.8),
        ("CHỦ TỊCH", 107.2, 11, "middle", 169.5),
        ("Phạm Quốc Thịnh", 135.5, 12.5, "middle", 169.5),
    ),
    "marriage-usual-colour": (
        ("TỈNH NAM HẢI", 16.4, 9.6, "left", 15),
        ("ỦY BAN NHÂN DÂN XÃ AN LIÊN", 20.7, 9.6, "left", 15),
        ("An Liên, ngày", 20.6, 11, "right", 195),
        ("THƯ CHÚC MỪNG", 29.5, 11.5, "middle", 105),
        ("Trăm năm hạnh phúc", 41, 32, "middle", 105),
        ("LÊ HOÀNG NAM", 59.6, 17.5, "first", 52.5),
        ("LÊ HOÀNG NAM", 59.6, 17.5, "second", 157.5),
        ("chú rể", 67, 12, "first", 52.5),
        ("chú rể", 67, 12, "second", 157.5),
        ("Ngày 20 tháng 11", 81.9, 12.1, "left", 17),
        ("chữ từ nay", 81.9 + 4.95, 12.1, "right", 193),
        ("Quét mã", 109.6, 8.6, "left", 49.8),
        ("KT. CHỦ TỊCH", 107.2, 11, "middle", 165),
        ("PHÓ CHỦ TỊCH", 112.1, 11, "middle", 165),
        ("Vũ Thị Thanh Hà", 135.5, 12.5, "middle", 165),
    ),
    "death-usual-colour": (
        ("TỈNH NAM HẢI", 18.8, 9.6, "left", 17),
        ("ỦY BAN NHÂN DÂN XÃ AN LIÊN", 23.1, 9.6, "left", 17),
        ("An Liên, ngày", 23.0, 11, "right", 193),
        ("THƯ CHIA BUỒN", 44.6, 17, "middle", 105),
        ("Kính gửi", 53.4, 12.5, "middle", 105),
        ("Được tin", 60.9, 12.5, "middle", 105),
        ("An Liên vô cùng", 60.9 + 5.3, 12.5, "middle", 105),
        ("Người đi xa", 79, 12.5, "middle", 105),
        ("Thành kính phân ưu.", 102.4, 12.5, "middle", 105),
        ("Ông Trịnh Văn Lâm", 126.4, 10.6, "left", 25),
        ("Điện thoại", 131, 10.6, "left", 25),
        ("CHỦ TỊCH", 108.4, 11, "middle", 156),
        ("Phạm Quốc Thịnh", 132.3, 12.5, "middle", 156),
    ),
    "thanks-usual-colour": (
        ("TỈNH NAM HẢI", 16.0, 9.6, "left", 16),
        ("ỦY BAN NHÂN DÂN XÃ AN LIÊN", 20.3, 9.6, "left", 16),
        ("Thư cảm ơn", 33, 30, "left", 15.4),
        ("Kính gửi gia đình ông", 42, 12.2, "left", 16),
        ("ĐINH VĂN SƠN", 51, 20, "left", 16),
        ("Con đường", 58.4, 12.2, "left", 16),
        ("được tận sân", 58.4 + 5.2, 12.2, "right", 150),
        ("Thay mặt cán bộ", 80.7, 12.2, "left", 16),
        ("An Liên, ngày", 105.3, 11, "middle", 117),
        ("Quét mã", 107.77, 8.6, "left", 48.8),
        ("CHỦ TỊCH", 110.6, 11, "middle", 117),
        ("Phạm Quốc Thịnh", 135.3, 12.5, "middle", 117),
    ),
    "official-usual-colour": (
        ("ỦY BAN NHÂN DÂN", 29.8, 12.5, "middle", 63),
        ("Độc lập - Tự do - Hạnh phúc", 29.8, 13.5, "middle", 144),
        ("THƯ CHÚC MỪNG", 65.8, 19, "middle", 110),
        ("Chào đón công dân mới", 73.5, 14, "middle", 110),
        ("Thân gửi", 88.8, 14, "middle", 110),
        ("Ngày anh chị", 99.1, 14, "left", 30 + 12.7),
        ("những người", 99.1 + 7.1, 14, "right", 190),
        ("NGUYỄN TRẦN MINH ANH", 135, 24, "middle", 110),
        ("sinh ngày", 142.2, 14, "middle", 110),
        ("Quét mã", 218.05, 10, "left", 62.8),
        ("TM. ỦY BAN NHÂN DÂN", 212.5, 13.5, "middle", 150),
        ("CHỦ TỊCH", 218.5, 13.5, "middle", 150),
        ("Phạm Quốc Thịnh", 251.2, 14, "middle", 150),
    ),
    "apology-usual-colour": (
        ("ỦY BAN NHÂN DÂN", 29.8, 12.5, "middle", 63),
        ("THƯ XIN LỖI", 65.8, 18, "middle", 110),
        ("Ngày 18 tháng 11", 91.6, 14, "left", 30 + 12.7),
        ("KT. CHỦ TỊCH", 212.5 + 8, 13.5, "middle", 150),
        ("Vũ Thị Thanh Hà", 251.2 + 11, 14, "middle", 150),
        ("Thư này bày tỏ", 272, 10.5, "left", 30),
    ),
}
"""The words a line begins with, its base line in mm, its size in points, and which of its ends stands at which mm:
"first" and "second" are the middles of what stands on the left and on the right half of the sheet. The design tells no
base line for "Quét mã" and for the body of A4 letters: these follow from its leading and hold what is printed."""
CODES = {
    "birth-usual-colour": (74.2, 106.4),
    "marriage-usual-colour": (20.2, 106.4),
    "thanks-usual-colour": (19.2, 106.4),
    "official-usual-colour": (33.2, 216.6),
    "apology-usual-colour": (33.2, 227.6),
}


def lines_of(pdf: bytes) -> list[Line]:
    """What stands on the first page, as pdfium reads it."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[0]
        high, text = page.get_height(), page.get_textpage()
        found: dict[tuple[float, float], list[tuple[float, float, str]]] = {}
        for place in range(text.count_chars()):
            letter = chr(pdfium.FPDFText_GetUnicode(text, place))
            left, base = origin(text, place)
            line = round((high - base) / MM, 2), round(pdfium.FPDFText_GetFontSize(text, place), 2)
            if letter not in "\r\n":
                found.setdefault(line, []).append((left / MM, right_of(text, place), letter))
        return [Line(*line, tuple(letters)) for line, letters in found.items()]
    finally:
        document.close()


def origin(text: pypdfium2.PdfTextPage, place: int) -> tuple[float, float]:
    x, y = ctypes.c_double(), ctypes.c_double()
    assert pdfium.FPDFText_GetCharOrigin(text, place, x, y)
    return x.value, y.value


def right_of(text: pypdfium2.PdfTextPage, place: int) -> float:
    box = [ctypes.c_double() for _ in range(4)]
    pdfium.FPDFText_GetCharBox(text, place, *box)
    return box[1].value / MM


@pytest.mark.parametrize("name", MEASURES)
def test_lines_stand_where_the_design_has_them(name: str, sheets: dict[str, bytes]) -> None:
    lines = lines_of(sheets[name])
    for words, y, size, end, at in MEASURES[name]:
        line = next((each for each in lines if each.text.startswith(words) and each.size == size), None)
        assert line is not None, (words, size)
        assert line.y == pytest.approx(y, abs=HAIR), words
        # A letter that leans reaches over its own width, and one that is spaced keeps the space behind it.
        assert line.stands(end) == pytest.approx(at, abs=HAIR if end == "left" else 0.6), (words, end)


@pytest.mark.parametrize("name", CODES)
def test_the_symbol_stands_where_the_design_has_it(name: str, pages: dict[str, SetPage]) -> None:
    code = pages[name].code
    assert code is not None
    assert (code.x / 1000, code.y / 1000) == CODES[name]
