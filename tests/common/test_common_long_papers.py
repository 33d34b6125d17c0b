"""Papers that go on: over a page, with their keys, with every question that was asked."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from common.guide_text import read_page
from common.paper.fonts import Fonts
from common.paper.guide_sheet import guide_pdf
from common.paper.sheet import Heading
from common.paper.survey_sheet import SurveySheet, survey_sheet_pdf
from common.paper.wall_sheet import Notice, notice_pdf

FONTS = Fonts(Path(__file__).parents[2] / "resources" / "fonts")


def pages(raw: bytes) -> list[str]:
    """The words of every page."""
    with pypdfium2.PdfDocument(raw) as document:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def test_a_page_of_the_guide_goes_on_over_pages_and_ends_with_its_keys() -> None:
    text = "# Sổ\n\n" + "\n\n".join(f"Đoạn {number} " + "nói rõ việc này " * 20 for number in range(40))
    told = pages(guide_pdf(read_page("so", "", text), FONTS, (("Ctrl+K", "Tìm mọi thứ"),)))
    assert len(told) > 2
    assert all("Sổ" in page for page in told)
    assert "Ctrl+K Tìm mọi thứ" in told[-1]
    assert "Đoạn 39" in "".join(told)


@pytest.mark.parametrize("asked", [(), (("Thái độ", "tốt 3, chưa tốt 1"),)])
def test_the_sheet_of_a_survey_numbers_what_it_tells(asked: tuple[tuple[str, str], ...]) -> None:
    sheet = SurveySheet(
        heading=Heading("tỉnh Nam Hải", "xã An Liên", "An Liên, ngày 20 tháng 11 năm 2026"),
        opening="Khảo sát định kỳ.",
        returned="Thu về 4 trong 5 phiếu.",
        place_title="Nơi",
        places=(),
        share="4 phiếu.",
        levels=(),
        asked=asked,
        before="Lần trước 3 phiếu.",
    )
    (told,) = pages(survey_sheet_pdf(sheet, FONTS))
    assert told.endswith("Lần trước 3 phiếu.")
    assert ("Thái độ: tốt 3, chưa tốt 1." in told) is bool(asked)
    assert ("4. " in told) is bool(asked)
    assert "3. " in told


def test_a_long_notice_goes_on_over_pages_and_its_foot_stands_last() -> None:
    long = " ".join(["Máy giữ những gì bà con khai ở quầy."] * 60)
    sections = [(f"Phần {number}", (long,)) for number in range(6)]
    raw = notice_pdf(
        Notice(("ỦY BAN NHÂN DÂN", "XÃ AN LIÊN"), "An Liên, ngày 20", "THÔNG BÁO", "", sections, "Cảm ơn bà con."),
        FONTS,
    )
    told = pages(raw)
    assert len(told) > 1
    assert told[-1].endswith("Cảm ơn bà con.")
    assert sum(page.count("Máy giữ") for page in told) == 360
