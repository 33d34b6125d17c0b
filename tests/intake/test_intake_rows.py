"""Rows as drafts: each by itself, with its number on the screen and what was found in it."""

import io
from datetime import date

import pytest
import xlsxwriter

from common import legacy_text
from common.words.intake import ENCODINGS, finding
from desk_app.domain.reading import read_draft
from desk_app.domain.rules import Rules
from desk_app.intake.cells import Sheet
from desk_app.intake.layout import find_layout
from desk_app.intake.rows import read_rows
from desk_app.intake.tables import read_table

HEADING = ["Số", "Ngày đăng ký", "Họ tên trẻ", "Ngày sinh", "Giới tính", "Họ tên mẹ", "Họ tên cha"]


def read(heading, *rows, event="birth", **asked):
    sheet = Sheet("", [heading, *rows])
    return list(read_rows(sheet, find_layout(sheet, event), **asked))


def found(row):
    return [(one.column, one.code) for one in row.findings]


def test_each_row_is_a_draft_under_the_number_that_a_person_sees():
    rows = read(HEADING, [5.0, date(2018, 3, 20), "Lê Ví", "15.03.2018", "Nam", "H'Hen Niê", ""])
    (row,) = rows
    assert row.line == 2
    assert (row.draft.number, row.draft.registered_on, row.draft.sex) == ("5", "20/03/2018", "male")
    assert row.draft.mother_name == "H'Hen Niê"
    assert row.findings == ()


def test_one_bad_row_never_blocks_the_next():
    rows = read(
        HEADING,
        ["5", "hôm ấy", "Lê Ví", "31/02/2018", "?", "", ""],
        ["6", "20.03.2018", "", "15.03.2018", "2", "Mẹ Nào", ""],
        ["7", "20.03.2018", "Trần Thử", "15.03.2018", "2", "", ""],
        ["8"],
    )
    assert [row.line for row in rows] == [2, 3, 4, 5]
    assert found(rows[0]) == [
        ("Ngày đăng ký", "date-not-a-date"),
        ("Ngày sinh", "date-no-such-day"),
        ("Giới tính", "code-unknown"),
    ]
    assert (rows[0].draft.born, rows[0].draft.sex) == ("31/02/2018", "?")
    assert (rows[1].draft, found(rows[1])) == (None, [("", "row-without-name")])
    assert read_draft(rows[2].draft, Rules.standard("26461"), date(2026, 11, 23)).value is not None
    assert rows[3].draft is None


def test_empty_rows_sums_numbers_of_columns_and_repeated_headings_are_passed_over_by_name():
    rows = read(
        HEADING,
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"],
        [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0],
        ["", " ", ""],
        [],
        HEADING,
        ["Tổng cộng: 12 việc"],
        ["Cộng", "", 12.0],
        ["5", "20.03.2018", "Tống Cộng Hòa", "15.03.2018"],
    )
    assert [row.passed for row in rows] == ["header", "header", "empty", "empty", "header", "sum", "sum", ""]
    assert rows[-1].draft.child_name == "Tống Cộng Hòa"


def test_a_finding_tells_the_field_what_stood_there_and_what_is_taken():
    (row,) = read(["Số", "Họ tên trẻ", "CCCD mẹ"], ["5", "LÊ VÍ", 79099000001.0])
    caps, zero = row.findings
    assert (caps.code, caps.level, caps.field) == ("all-caps", "note", "child_name")
    assert (zero.code, zero.level, zero.field) == ("zero-lost", "look", "mother_citizen_id")
    assert zero.details == {"text": "79099000001", "taken": "079099000001"}
    assert row.draft.mother_citizen_id == "079099000001"


PAPERS = [
    "Số",
    "Họ tên người chết",
    "Loại giấy tờ tùy thân",
    "Số giấy tờ tùy thân",
    "Người yêu cầu",
    "CCCD người yêu cầu",
]


@pytest.mark.parametrize(
    ("kind", "number", "citizen_id", "paper", "codes"),
    [
        ("4", "001050000001", "001050000001", "", []),
        ("CMND", "012345678", "", "CMND 012345678", []),
        ("1", 12345678.0, "", "CMND 012345678", ["number-kept-apart", "zero-lost"]),
        ("Hộ chiếu", "B1234567", "", "Hộ chiếu B1234567", []),
        ("Thẻ gì đó", "99", "", "Thẻ gì đó 99", ["code-unknown", "number-kept-apart"]),
        ("", "001050000001", "001050000001", "", []),
        ("8", "001050000001", "", "001050000001", []),
        ("0", "0", "", "", []),
    ],
)
def test_kind_and_number_of_a_paper_find_their_field_together(kind, number, citizen_id, paper, codes):
    (row,) = read(PAPERS, ["5", "Lê Ví", kind, number, "Trần Thử", ""], event="death")
    assert (row.draft.citizen_id, row.draft.id_paper) == (citizen_id, paper)
    assert [one.code for one in row.findings] == codes


def test_of_whoever_came_only_the_personal_number_is_kept():
    (row,) = read(PAPERS, ["5", "Lê Ví", "", "", "Trần Thử", "012345678"], event="death")
    assert row.draft.declarant_citizen_id == ""
    assert found(row) == [("CCCD người yêu cầu", "not-kept")]


def test_the_office_that_registered_is_the_unit_in_the_words_of_the_sheet():
    (row,) = read(["Số", "Nơi đăng ký", "Họ tên trẻ"], ["5", "UBND xã Mẫu", "Lê Ví"])
    assert row.draft.unit == "UBND xã Mẫu"


def test_years_of_two_figures_are_those_that_can_be_meant_on_the_day():
    heading, cells = ["Số", "Họ tên trẻ", "Năm sinh mẹ", "Ngày sinh"], ["5", "Lê Ví", "3/95", "5/3/26"]
    (row,) = read(heading, cells, today=date(2026, 11, 23))
    assert (row.draft.mother_born, row.draft.born) == ("03/1995", "05/03/2026")
    assert [one.code for one in row.findings] == ["short-year", "short-year"]
    (young,) = read(["Số", "Họ tên trẻ", "Năm sinh mẹ"], ["5", "Lê Ví", "1/2/20"], today=date(2026, 11, 23))
    assert young.draft.mother_born == "01/02/1920"


OLD = [["Sè", "Hä vµ tªn trÎ", "N¬i sinh"], ["5", "NguyÔn V¨n T\u00ad", "Hµ Néi"], ["6", "TrÇn ThÞ B×nh", "Hµ Nam"]]


def test_an_old_column_is_converted_only_where_a_person_said_so():
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate(OLD):
            sheet.write_row(at, 0, row)
    sheet = read_table(made.getvalue()).sheets[0]
    layout = find_layout(sheet, "birth")
    as_it_stands = list(read_rows(sheet, layout))
    assert as_it_stands[0].draft.birth_place == "Hµ Néi"
    assert [one.code for one in as_it_stands[0].findings] == ["old-letters", "signs-dropped", "old-letters"]
    converted = list(read_rows(sheet, layout, {1: "tcvn3"}))
    assert [row.draft.child_name for row in converted] == ["Nguyễn Văn Tư", "Trần Thị Bình"]
    assert converted[0].draft.birth_place == "Hµ Néi"


def test_a_row_longer_or_shorter_than_the_heading_is_read_as_far_as_it_goes():
    rows = read(["Số", "Họ tên trẻ"], ["5", "Lê Ví", "thừa"], ["6", "Trần Thử"], ["7"])
    assert [row.draft and row.draft.child_name for row in rows] == ["Lê Ví", "Trần Thử", None]


def test_sentences_fill_what_is_told_and_show_what_is_missing_as_an_ellipsis():
    assert finding("zero-lost", {"text": "79", "taken": "079"}).startswith("79 thiếu chữ số 0 ở đầu, đề nghị 079.")
    assert finding("short-year", {"text": "15/3/18"}).startswith("Năm chỉ có hai chữ số: 15/3/18 đọc là ….")
    assert finding("no-such-code", {}) == "no-such-code"
    assert set(ENCODINGS) == set(legacy_text.ENCODINGS)


def test_a_column_of_very_many_different_texts_is_read_as_any_other():
    rows = read(["Số", "Họ tên trẻ"], *([str(at), f"Lê Ví {at}"] for at in range(2105)))
    assert rows[2104].draft.child_name == "Lê Ví 2104"
