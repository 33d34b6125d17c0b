"""The sheet of the drill, read back: one page, nothing runs out of its margins or over its neighbour."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from common.paper.drill import DrillSheet, drill_pdf
from common.paper.fonts import Fonts
from common.paper.slip_page import HEIGHT, LEFT, RIGHT
from common.words.drill import STEPS

MM = 72 / 25.4
SHORT = DrillSheet("xã An Liên", date(2026, 11, 20), r"C:\Một cửa\backups", "", "", None)
LONG = DrillSheet(
    "phường Nguyễn Thị Minh Khai Trần Hưng Đạo Phước Quang Đông Bắc",
    date(2026, 11, 20),
    "C:\\" + "Ữ" * 120 + "\\backups",
    "E:\\" + "M" * 120,
    "0200 3555 018 (chị Phạm Thị Thu Hằng, phòng tin học)",
    date(2026, 5, 1),
)


@pytest.mark.parametrize("sheet", [SHORT, LONG])
def test_every_line_stays_within_the_margins_and_clear_of_the_others(sheet: DrillSheet) -> None:
    fonts = Fonts(Path(__file__).parents[2] / "resources" / "fonts")
    raw = drill_pdf(sheet, fonts)
    assert raw == drill_pdf(sheet, fonts)
    with pdfium.PdfDocument(raw) as document:
        assert len(document) == 1
        texts = (each for each in document[0].get_objects() if each.type == pdfium.raw.FPDF_PAGEOBJ_TEXT)
        boxes = [tuple(edge / MM for edge in each.get_bounds()) for each in texts]
        said = " ".join(document[0].get_textpage().get_text_range().split())
    assert all(left >= LEFT - 0.5 and right <= RIGHT + 0.5 for left, _, right, _ in boxes)
    assert all(bottom >= 4 and top <= HEIGHT - 10 for _, bottom, _, top in boxes)
    for one, other in combinations(boxes, 2):
        across = min(one[2], other[2]) - max(one[0], other[0])
        assert across <= 0 or min(one[3], other[3]) - max(one[1], other[1]) <= 0.3, (one, other)
    for act, note in STEPS:
        assert act in said
        assert note in said
