"""The head of an office's paper: a long name is parted between groups of words, on every paper alike."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from reportlab.lib.units import mm

from common.dates import place_and_date
from common.paper.criteria_sheet import CriteriaSheet, criteria_sheet_pdf
from common.paper.flow import BOLD, Flow
from common.paper.fonts import Fonts
from common.paper.office_docx import OfficeDocument
from common.paper.sheet import Heading, letterhead
from common.units import Unit, UnitTable
from common.words import agency

RESOURCES = Path(__file__).parents[2] / "resources"
DAY = date(2026, 11, 21)
HANOI = "phường Văn Miếu - Quốc Tử Giám"


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    return Fonts(RESOURCES / "fonts")


@pytest.fixture(scope="module")
def widest(fonts: Fonts) -> list[Heading]:
    """The forty communes whose names are widest in capitals, under their provinces."""
    fonts.register((BOLD,))
    table = UnitTable.read((RESOURCES / "units" / "units.tsv").read_bytes())
    units = sorted(table.communes(DAY), key=lambda unit: -fonts.width(unit.full_name.upper(), BOLD, 12))[:40]
    return [_heading(unit, table) for unit in units]


def _heading(unit: Unit, table: UnitTable) -> Heading:
    above = table.parent(unit, DAY)
    assert above is not None
    return Heading(above.full_name, unit.full_name, place_and_date(unit.name, DAY))


@pytest.mark.parametrize(
    ("unit", "told"),
    [
        (HANOI, ("phường", "Văn Miếu -", "Quốc Tử Giám")),
        ("đặc khu Trường Sa", ("đặc khu", "Trường Sa")),
        ("xã Ia Lâu", ("xã", "Ia Lâu")),
        ("thành phố Hồ Chí Minh", ("thành phố", "Hồ Chí Minh")),
        ("THÀNH PHỐ HỒ CHÍ MINH", ("THÀNH PHỐ", "HỒ CHÍ MINH")),
        ("Liên minh", ("Liên minh",)),
        ("xã", ("xã",)),
        ("", ()),
    ],
)
def test_a_name_has_its_groups(unit: str, told: tuple[str, ...]) -> None:
    assert agency.groups(unit) == told
    assert " ".join(told) == unit


def test_lines_are_as_few_as_the_groups_allow() -> None:
    def within(most: int) -> tuple[str, ...]:
        return agency.lines(HANOI, lambda line: len(line) <= most)

    assert within(40) == (HANOI,)
    assert within(20) == ("phường Văn Miếu -", "Quốc Tử Giám")
    assert within(12) == ("phường", "Văn Miếu -", "Quốc Tử Giám")
    assert within(3) == ("phường", "Văn Miếu -", "Quốc Tử Giám")


def _left_lines(raw: bytes, right_mm: float) -> list[str]:
    """The lines of the left head, from its top to its rule."""
    with pdfium.PdfDocument(raw) as document:
        page = document[0]
        top = page.get_height()
        text = page.get_textpage().get_text_bounded(0, top - 65 * mm, right_mm * mm, top)
    return [line.strip() for line in text.splitlines() if line.strip() and line.isupper()]


def test_the_widest_names_keep_their_groups_and_their_room(widest: list[Heading], fonts: Fonts) -> None:
    for heading in widest:
        flow = Flow(fonts, "")
        letterhead(flow, heading, "")
        told = _left_lines(flow.finish(), 97)
        assert told[:2] == [heading.parent.upper(), "ỦY BAN NHÂN DÂN"]
        assert told[2:] == list(
            agency.lines(heading.body.upper(), lambda line: fonts.width(line, BOLD, 12) <= 64 * mm)
        ), heading.body
        assert all(fonts.width(line, BOLD, 12) / 2 <= 32 * mm for line in told)


def test_a_name_is_parted_after_its_dash_and_not_inside(widest: list[Heading], fonts: Fonts) -> None:
    assert widest[0].body == HANOI
    flow = Flow(fonts, "")
    letterhead(flow, widest[0], "")
    assert _left_lines(flow.finish(), 97)[2:] == ["PHƯỜNG VĂN MIẾU -", "QUỐC TỬ GIÁM"]


def test_a_name_of_ones_own_that_is_wider_than_a_line_is_still_whole(fonts: Fonts) -> None:
    body = "xã " + "Nguyễn Bỉnh Khiêm " * 4
    flow = Flow(fonts, "")
    letterhead(flow, Heading("tỉnh Nam Hải", body, ""), "")
    told = _left_lines(flow.finish(), 97)
    assert " ".join(told[2:]) == body.strip().upper()
    assert all(fonts.width(line, BOLD, 12) <= 64 * mm for line in told)


def test_the_criteria_sheet_parts_a_name_as_the_report_does(fonts: Fonts) -> None:
    body = "phường " + "Văn Miếu - Quốc Tử Giám - Trường Long Hòa"
    sheet = CriteriaSheet(Heading("thành phố Hà Nội", body, ""), ("Phiếu",), (), (), (), ())
    raw = criteria_sheet_pdf(sheet, fonts)
    assert _left_lines(raw, 145)[2:4] == ["PHƯỜNG VĂN MIẾU - QUỐC TỬ GIÁM -", "TRƯỜNG LONG HÒA"]


def test_a_word_document_breaks_its_lines_at_the_same_places() -> None:
    document = OfficeDocument("")
    document.letterhead(Heading("thành phố Hà Nội", HANOI, ""))
    name = document.document.tables[0].rows[0].cells[0].paragraphs[2].text
    held = "\N{NO-BREAK SPACE}"
    assert name.split(" ") == ["PHƯỜNG", f"VĂN{held}MIẾU{held}-", f"QUỐC{held}TỬ{held}GIÁM"]
