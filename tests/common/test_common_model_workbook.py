"""The model's report as a workbook and as JSON: read back with the very numbers of the report."""

from __future__ import annotations

import json
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from model_reports import SPAN, empty_report, full_report, issued, largest_report
from python_calamine import CalamineWorkbook

from common.counts import wilson
from common.model_report import content_of, digest_of
from common.paper.model_json import model_json
from common.paper.model_workbook import model_xlsx

Sheets = dict[str, list[list[object]]]


def read(raw: bytes) -> Sheets:
    book = CalamineWorkbook.from_filelike(BytesIO(raw))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}  # type: ignore[misc]


@pytest.fixture(scope="module")
def raw() -> bytes:
    report = full_report()
    return model_xlsx(report, issued(report, 2, "ghi sót một khai tử"))


@pytest.fixture(scope="module")
def sheets(raw: bytes) -> Sheets:
    return read(raw)


def test_counts_are_numbers_and_shares_are_per_cent(sheets: Sheets, raw: bytes) -> None:
    assert sheets["Đăng ký và thư"][1] == ["Khai sinh, thư chúc mừng", 71, 3, 68, 68, 66, 66 / 71]
    assert sheets["Đăng ký và thư"][-1] == ["Cộng", 123, 5, 136, 136, 133, pytest.approx(116 / 123)]
    low, high = wilson(36, 41)
    told = {str(row[0]): row[1:] for row in sheets["Góp ý"]}
    assert told["Hài lòng trở lên"] == [36, pytest.approx(36 / 41)]
    assert told["Khoảng tin cậy 95%, từ"][1] == pytest.approx(low)
    assert told["Khoảng tin cậy 95%, đến"][1] == pytest.approx(high)
    with ZipFile(BytesIO(raw)) as parts:
        assert 'formatCode="0.0%"' in parts.read("xl/styles.xml").decode()


def test_what_was_counted_stands_on_its_sheet(sheets: Sheets) -> None:
    assert sheets["So sánh"][:2] == [["Nội dung", "Kỳ này", "Kỳ trước"], ["Việc đăng ký", 123, 112]]
    assert sheets["Theo tháng"][1] == ["06/26", 44, 39]
    assert sheets["Khảo sát"][1][1:7] == [date(2026, 10, 1), date(2026, 10, 20), 120, 98, 95, 86]
    assert sheets["Khảo sát"][2][5:8] == [4, "chưa đủ", ""]
    assert sheets["Gặp dân"][-1] == ["Cộng", 21, 6, 3]
    assert sheets["Tiếp dân, đơn thư"][3] == ["Khiếu nại", 2, 3, 2]
    assert ["Nửa số việc xong trong (ngày)", 4] in sheets["Việc sau góp ý"]
    assert ["Phản ánh về thái độ phục vụ", 2] in sheets["Việc khác"]
    assert sheets["Theo xã cũ"][-1] == ["Cộng", 71, 33, 19, 123]
    about = dict(map(tuple, sheets["Báo cáo"]))  # type: ignore[arg-type]
    assert about["Đến hết ngày"] == SPAN.last
    assert (about["Bản số"], about["Số văn bản"]) == (2, "142/BC-UBND")
    assert about["Dấu của nội dung"] == issued(full_report()).digest


def test_the_chart_is_drawn_from_the_cells_of_the_months(raw: bytes) -> None:
    with ZipFile(BytesIO(raw)) as parts:
        chart = parts.read("xl/charts/chart1.xml").decode()
        pages = [parts.read(name).decode() for name in parts.namelist() if name.startswith("xl/worksheets/sheet")]
    assert "'Theo tháng'!$B$2:$B$7" in chart
    assert "<a:noFill/>" in chart
    assert all('paperSize="9"' in page and 'state="frozen"' in page and "<f>" not in page for page in pages)


def test_words_of_people_are_never_formulas_and_nothing_is_lost() -> None:
    raw = model_xlsx(largest_report())
    sheets = read(raw)
    with ZipFile(BytesIO(raw)) as parts:
        assert "'Theo tháng'!$B$24:$B$37" in parts.read("xl/charts/chart1.xml").decode()
    said = [row[1] for row in sheets["Lời văn"]]
    assert {"=1+1", "@SUM(A1)"} <= set(said)
    assert said.count("Đề xuất.") == 60
    told = [str(row[1]) for row in sheets["Lời văn"] if row[0] == "Việc đã làm"]
    assert " ".join(told) == largest_report().texts["results"].strip()
    assert max(map(len, told)) <= 1000
    assert len(sheets["Khảo sát"]) == 41
    assert len(sheets["Theo tháng"]) == 37
    assert sheets["So sánh"][0] == ["Nội dung", "Kỳ này", "Kỳ trước", "Cùng kỳ năm trước"]


def test_a_report_of_nothing_has_no_empty_sheets_and_no_shares() -> None:
    sheets = read(model_xlsx(empty_report()))
    assert "Khảo sát" not in sheets
    assert "So sánh" not in sheets
    assert sheets["Đăng ký và thư"][1][1:] == [0, 0, 0, 0, 0, ""]


def test_the_same_content_gives_the_same_bytes(raw: bytes) -> None:
    report = full_report()
    assert model_xlsx(report, issued(report, 2, "ghi sót một khai tử")) == raw
    with ZipFile(BytesIO(raw)) as parts:
        assert "2020-03-05T00:00:00Z" in parts.read("docProps/core.xml").decode()


def test_the_content_of_the_json_gives_the_digest_again() -> None:
    report = full_report()
    told = json.loads(model_json(report, issued(report)))
    content = json.dumps(told["content"], ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    assert content == content_of(report)
    assert told["issued"]["digest"] == digest_of(content)
    assert json.loads(model_json(report))["issued"] is None
