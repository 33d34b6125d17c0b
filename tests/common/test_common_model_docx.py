"""The model's report as DOCX: read back with what stands on its PDF, by the measures of NĐ 30/2020."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.shared import Pt
from model_reports import HEADING, LONG_NAME, empty_report, full_report, issued, largest_report
from python_calamine import CalamineWorkbook

from common.paper.model_blocks import Grid, Words, blocks
from common.paper.model_docx import model_docx


@pytest.fixture(scope="module")
def raw() -> bytes:
    report = full_report()
    return model_docx(report, HEADING, issued(report))


@pytest.fixture(scope="module")
def document(raw: bytes) -> Any:
    return docx.Document(BytesIO(raw))


def test_words_and_tables_are_those_of_the_paper(document: Any) -> None:
    told = [block for block in blocks(full_report()) if isinstance(block, Words)]
    paragraphs = [paragraph.text for paragraph in document.paragraphs]
    assert [block.text for block in told if block.text in paragraphs] == [block.text for block in told]
    grids = [block for block in blocks(full_report()) if isinstance(block, Grid)]
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables[1:-1]]
    assert tables == [[list(row) for row in (grid.head, *grid.rows)] for grid in grids]


def test_the_page_has_the_measures_of_the_decree(document: Any) -> None:
    section = document.sections[0]
    told = (section.page_width, section.page_height, section.left_margin, section.right_margin, section.top_margin)
    assert [round(length.mm) for length in told] == [210, 297, 30, 18, 20]
    assert section.different_first_page_header_footer
    assert "PAGE" in section.header._element.xml
    normal = document.styles["Normal"]
    assert (normal.font.name, normal.font.size) == ("Times New Roman", Pt(13))
    agency, signing = document.tables[0].rows[0].cells[0].text, document.tables[-1].rows[0].cells[1].text
    assert agency.replace("\N{NO-BREAK SPACE}", " ").split("\n")[:3] == [
        "THÀNH PHỐ ĐỒNG NAI",
        "ỦY BAN NHÂN DÂN",
        "XÃ XUÂN ĐỊNH",
    ]
    assert signing.split("\n") == ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "", "", "", "Phạm Quốc Thịnh"]


def test_its_chart_holds_the_numbers_of_the_months(raw: bytes) -> None:
    with ZipFile(BytesIO(raw)) as parts:
        chart = parts.read("word/charts/chart1.xml").decode()
        rows = CalamineWorkbook.from_filelike(BytesIO(parts.read("word/embeddings/chart1.xlsx"))).get_sheet_by_index(0)
    assert rows.to_python()[1:] == [
        [f"{one.month[5:]}/26", one.registered, one.delivered] for one in full_report().months
    ]
    assert "Sheet1!$B$2:$B$7" in chart
    assert all(
        f"<c:v>{n}</c:v>" in chart for month in full_report().months for n in (month.registered, month.delivered)
    )


def test_the_same_content_gives_the_same_bytes_and_no_clock_or_name_is_in_them(raw: bytes) -> None:
    report = full_report()
    assert model_docx(report, HEADING, issued(report)) == raw
    with ZipFile(BytesIO(raw)) as parts:
        assert {member.date_time for member in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = parts.read("docProps/core.xml").decode()
    assert "python-docx" not in core
    assert not [name for name in parts.namelist() if "thumbnail" in name or "app.xml" in name]


def test_every_page_bears_the_mark_of_the_version(document: Any) -> None:
    section, mark = document.sections[0], issued(full_report()).digest[:4]
    for footer in (section.footer, section.first_page_footer):
        assert f"Dấu của nội dung: {mark}" in footer.paragraphs[0].text


def test_heads_of_tables_come_again_and_the_last_words_stay_with_the_signature(document: Any) -> None:
    for table in document.tables[1:-1]:
        assert "w:tblHeader" in table.rows[0]._tr.xml
        assert all("w:cantSplit" in row._tr.xml for row in table.rows)
    last = document.tables[-1]._tbl.getprevious()
    assert "w:keepNext" in last.xml
    heads = [one for one in document.paragraphs if one.text.startswith("11. ")]
    assert "w:outlineLvl" in heads[0]._p.xml
    assert document.tables[-1].rows[0].cells[0].text == "Nơi nhận:\n- Như trên;\n- Lưu: VT."


def test_the_longest_and_the_empty_report_are_written_too() -> None:
    longest = docx.Document(BytesIO(model_docx(largest_report(), HEADING)))
    cells = [row.cells[0].text for table in longest.tables for row in table.rows]
    assert sum(cell.startswith(LONG_NAME) for cell in cells) == 30
    assert "-2" in [paragraph.text for paragraph in longest.paragraphs]
    nothing = docx.Document(BytesIO(model_docx(empty_report(), HEADING)))
    assert any("chưa đăng ký trường hợp nào" in paragraph.text for paragraph in nothing.paragraphs)
