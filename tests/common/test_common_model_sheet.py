"""The model's report on paper: its figures, nothing twice, the same bytes for the same content."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from model_reports import HEADING, LONG_NAME, empty_report, full_report, issued, largest_report

from common.model_report import MonthBar, content_of, read_content
from common.paper.fonts import Fonts
from common.paper.model_blocks import Grid, Head, blocks
from common.paper.model_sheet import model_pdf

FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    return Fonts(FONTS)


def words_of(pdf: bytes) -> str:
    return " ".join(pages_of(pdf))


def test_every_section_is_numbered_in_turn_and_tells_its_figures(fonts: Fonts) -> None:
    report = full_report()
    text = words_of(model_pdf(report, HEADING, fonts, issued(report)))
    for told in (
        *("Số: 142/BC-UBND", "quý IV năm 2026", "Chủ tịch Ủy ban nhân dân thành phố Đồng Nai (qua Sở Nội vụ)"),
        *("71 trường hợp khai sinh", "36 trong 41 góp ý", "khoảng tin cậy 95% từ 74% đến 95%", "còn 3, trong đó 1 quá"),
        *("Định kỳ, Mặt trận làm", "chưa đủ", "4 cá nhân, 1 tập thể", "Nhận 2 phản ánh", "<b>cho</b>"),
        *("Bản số 1, chốt ngày 14/12/2026", "Phạm Quốc Thịnh", "./."),
    ):
        assert told in text, told
    assert "Số liệu tạm" not in text
    heads = [block.text for block in blocks(report) if isinstance(block, Head)]
    assert [head.partition(".")[0] for head in heads] == [str(n) for n in range(1, len(heads) + 1)]


def test_tables_add_up() -> None:
    for grid in (block for block in blocks(full_report()) if isinstance(block, Grid) and block.total):
        assert all(len(row) == len(grid.head) == len(grid.widths) for row in grid.rows)
        for column in range(1, len(grid.head)):
            cells = [row[column] for row in grid.rows]
            if all(cell.isdigit() for cell in cells):
                assert sum(map(int, cells[:-1])) == int(cells[-1])


def test_the_same_content_gives_the_same_bytes_also_out_of_what_was_kept(fonts: Fonts) -> None:
    report = full_report()
    kept = read_content(content_of(report))
    assert model_pdf(kept, HEADING, fonts, issued(kept)) == model_pdf(report, HEADING, fonts, issued(report))


def test_a_report_of_nothing_says_so_and_that_its_figures_are_provisional(fonts: Fonts) -> None:
    text = words_of(model_pdf(empty_report(), HEADING, fonts))
    for told in ("chưa đăng ký trường hợp nào", "Số liệu tạm đến hết ngày 20/11/2026", "Trong kỳ chưa có góp ý"):
        assert told in text
    assert "So với kỳ trước" not in text


def test_a_correction_says_why(fonts: Fonts) -> None:
    report = replace(full_report(), office="xã Ia Đơk Nhơn Hòa Lập")
    text = words_of(model_pdf(report, HEADING, fonts, issued(report, 2, "ghi sót một khai tử")))
    assert "Bản số 2" in text
    assert "ghi sót một khai tử" in text


def test_outlines_and_filled_bars_read_in_grey(fonts: Fonts) -> None:
    def dark(registered: int, delivered: int) -> int:
        months = (MonthBar("2026-10", registered, delivered),)
        page = pypdfium2.PdfDocument(model_pdf(replace(full_report(), months=months), HEADING, fonts))[0]
        red, green, blue = page.render(scale=1).to_pil().convert("RGB").split()
        assert red.tobytes() == green.tobytes() == blue.tobytes(), "no colour carries a meaning"
        return sum(grey < 128 for grey in red.tobytes())

    filled, outline = dark(0, 50), dark(50, 0)
    assert filled - outline > 1000


def test_each_page_bears_the_mark_of_its_version_and_a_number_from_the_second_on(fonts: Fonts) -> None:
    report = full_report()
    mark = issued(report).digest[:16]
    pages = pages_of(model_pdf(report, HEADING, fonts, issued(report)))
    grouped = " ".join(mark[at : at + 4] for at in range(0, 16, 4))
    assert len(pages) == 3
    assert all(f"Dấu của nội dung: {grouped}" in page for page in pages)
    assert [page.split()[0] for page in pages[1:]] == ["2", "3"]


def test_figures_up_to_a_day_say_so_also_once_issued(fonts: Fonts) -> None:
    early = replace(full_report(), as_of="2026-11-20")
    assert "Số liệu tạm đến hết ngày 20/11/2026" in words_of(model_pdf(early, HEADING, fonts, issued(early)))


def test_a_year_that_was_not_counted_has_no_column(fonts: Fonts) -> None:
    heads = [block.head for block in blocks(full_report()) if isinstance(block, Grid)]
    assert heads[1] == ("Nội dung", "Kỳ này", "Kỳ trước")


def test_the_longest_report_leaves_nothing_out_and_embeds_its_fonts(fonts: Fonts) -> None:
    pdf = model_pdf(largest_report(), HEADING, fonts)
    text = words_of(pdf)
    assert text.count("thăm hỏi từng gia đình") == 150
    assert text.count("Định kỳ, Mặt trận làm") == text.count("Đột xuất, xã làm") == 20
    assert all(f"{LONG_NAME} số {at}" in text for at in range(30))
    assert "14 tháng gần đây" in text
    assert "1.034 " in text
    assert all("Phạm Quốc Thịnh" not in page or "Đề xuất" in page for page in pages_of(pdf))
    assert pdf.count(b"/FontFile2") == pdf.count(b"/Type /FontDescriptor") >= 3
    assert b"/Helvetica" not in pdf


def pages_of(pdf: bytes) -> list[str]:
    document: Any = pypdfium2.PdfDocument(pdf)
    return [" ".join(document[at].get_textpage().get_text_range().split()) for at in range(len(document))]
