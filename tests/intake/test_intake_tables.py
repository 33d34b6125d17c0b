"""Files and clipboards as tables of cells, and what is refused before it can do harm."""

import io
import struct
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from common.names import tidy
from common.words.intake import LIMITS
from desk_app.intake import cells
from desk_app.intake.cells import NotATable
from desk_app.intake.tables import read_pasted, read_table

SHEETS = Path(__file__).parent / "sheets"
ROWS = [["Số", "Họ tên"], ["5", "Nguyễn Thị Huệ"], ["6", "Lê Ví"]]


def refused(raw):
    with pytest.raises(NotATable) as found:
        read_table(raw)
    return found.value


def told(raw):
    """The code of the refusal, or that it was read."""
    try:
        return "read" if read_table(raw).sheets else ""
    except NotATable as wrong:
        return wrong.code


def workbook(fill):
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        fill(book)
    return made.getvalue()


def with_part(raw, name, change):
    """The workbook with one of its parts changed."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for one in old.namelist():
            new.writestr(one, change(old.read(one)) if one == name else old.read(one))
    return made.getvalue()


def in_1258(text):
    return (
        text.replace("ễ", "ê\u0303")
        .replace("ị", "i\u0323")
        .replace("ệ", "ê\u0323")
        .replace("ố", "ô\u0301")
        .replace("ọ", "o\u0323")
        .encode("cp1258")
    )


CSV = "\r\n".join(";".join(row) for row in ROWS)


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [
        (CSV.encode(), "utf-8"),
        (CSV.encode("utf-8-sig"), "utf-8"),
        (CSV.encode("utf-16"), "utf-16"),
        (CSV.encode("utf-16-le"), "utf-16"),
        (CSV.encode("utf-16-be"), "utf-16"),
        (CSV.replace(";", ",").encode(), "utf-8"),
        (CSV.replace(";", "\t").encode(), "utf-8"),
        (CSV.replace("\r\n", "\n").encode(), "utf-8"),
    ],
)
def test_a_text_file_is_read_in_its_encoding_and_with_its_separator(raw, encoding):
    found = read_table(raw)
    assert (found.encoding, found.sheets[0].rows) == (encoding, ROWS)


def test_a_text_file_of_windows_1258_is_read_letter_by_letter():
    found = read_table(in_1258(CSV))
    assert found.encoding == "windows-1258"
    assert [[tidy(cell) for cell in row] for row in found.sheets[0].rows] == ROWS


def test_a_text_file_typed_in_a_font_stays_in_western_letters_for_a_person_to_see():
    raw = "Hä tªn;Sè\nNguyÔn V¨n An;5\nTrÇn ThÞ B×nh;6\n".encode("latin-1")
    found = read_table(raw)
    assert found.encoding == "windows-1252"
    assert found.sheets[0].rows[1][0] == "NguyÔn V¨n An"


def test_cells_of_text_may_hold_separators_quotes_and_lines():
    found = read_table('Số;Nơi\n5;"Thôn 1; xã ""Thử""\nTỉnh Giả"\n'.encode())
    assert found.sheets[0].rows[1] == ["5", 'Thôn 1; xã "Thử"\nTỉnh Giả']


def test_text_that_is_cut_or_has_a_field_without_end_is_told_as_damaged():
    assert refused(CSV.encode("utf-16")[:-1]).code == "damaged"
    assert refused(b'a;b\n"' + b"x" * 200_000).code == "damaged"
    assert refused("é\x00;x".encode("cp1258") + b"y" * 99).code == "not-a-table"
    assert read_table(b"\x81\xe9;x\n5;6\n").encoding == "windows-1258"


def test_what_a_spreadsheet_puts_on_the_clipboard_is_cut_at_tabs():
    assert read_pasted("a, b\tc\r\nd\te\r\n").sheets[0].rows == [["a, b", "c"], ["d", "e"]]


def test_merged_cells_say_the_same_in_all_of_them_and_formulas_what_they_showed():
    def fill(book):
        sheet = book.add_worksheet("Sổ")
        sheet.merge_range(0, 0, 1, 1, "Mẹ")
        sheet.write_formula(2, 0, "=1+1", None, 2)
        sheet.write(2, 1, "x")
        book.add_worksheet("Danh mục").hide()

    (sheet,) = read_table(workbook(fill)).sheets
    assert (sheet.name, sheet.rows) == ("Sổ", [["Mẹ", "Mẹ"], ["Mẹ", "Mẹ"], [2.0, "x"]])


def test_rows_are_counted_from_the_first_of_the_sheet_whatever_stands_in_it():
    (sheet,) = read_table(workbook(lambda book: book.add_worksheet().write(4, 2, "x"))).sheets
    assert sheet.rows[4] == ["", "", "x"]
    assert sheet.line(4) == 5


@pytest.mark.parametrize("name", ["birth-book.ods", "birth-book.xls"])
def test_workbooks_of_other_programs_are_read_with_their_merged_headings(name):
    (sheet,) = read_table((SHEETS / name).read_bytes()).sheets
    assert (sheet.name, len(sheet.rows)) == ("Khai sinh", 7)
    assert sheet.rows[2][2:5] == ["Người được khai sinh"] * 3
    assert sheet.rows[4][2] == "Nguyễn Thị Mẫu"


PAGE = """<html><head><style>td {}</style></head><body><table border=1>
<tr><th rowspan=2>Số</th><th colspan="2">Mẹ</th></tr>
<tr><th>Họ tên</th><th>Năm sinh</th></tr>
<tr><td>5</td><td>H&#39;Hen<br>Niê</td><td>1990</td>
</table></body></html>"""


def test_a_web_page_that_calls_itself_a_workbook_is_read_cell_by_cell():
    (sheet,) = read_table(PAGE.encode()).sheets
    assert sheet.rows == [["Số", "Mẹ", "Mẹ"], ["Số", "Họ tên", "Năm sinh"], ["5", "H'Hen Niê", "1990"]]


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf \r\n", "empty"),
        (b";;\r\n;;\r\n", "empty"),
        (b"%PDF-1.7 ...", "not-a-table"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "not-a-table"),
        (bytes(range(1, 32)) * 20, "not-a-table"),
        (b"\xff\xd8\xff\xe0" + b"x" * 50, "not-a-table"),
        (b"<html><body>Ch\xc6\xb0a \xc4\x91\xc4\x83ng nh\xe1\xba\xadp</body></html>", "not-a-table"),
        (b"<?xml version='1.0'?><Workbook></Workbook>", "other-kind"),
        (b"PK\x03\x04" + bytes(60), "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "not-a-table"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "Workbook".encode("utf-16-le"), "damaged"),
        (b"\xff\xfe\x00", "damaged"),
    ],
)
def test_what_is_no_table_is_refused_by_what_it_is(raw, code):
    assert refused(raw).code == code


def zipped(**parts):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as pack:
        for name, content in parts.items():
            pack.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return made.getvalue()


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_pack_with_two_parts_of_one_name_is_refused():
    twice = io.BytesIO(ONE)
    with zipfile.ZipFile(twice, "a") as pack:
        pack.writestr(SHEET, "<worksheet/>")
    assert refused(twice.getvalue()).code == "damaged"


def test_other_packs_are_no_tables():
    assert refused(zipped(word__document_dot_xml="<w/>")).code == "not-a-table"
    assert refused(zipped(xl__workbook_dot_bin="")).code == "other-kind"
    sealed = zipped(
        mimetype="application/vnd.oasis.opendocument.spreadsheet",
        content_dot_xml="x",
        **{"META-INF__manifest_dot_xml": "<manifest:encryption-data/>"},
    )
    assert refused(sealed).code == "password"


ONE = workbook(lambda book: book.add_worksheet().write(0, 0, "x"))
SHEET = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize(
    "change",
    [
        lambda part: part.replace(b'r="A1"', b'r="XFD1"'),
        lambda part: part.replace(b'r="A1"', b'r="A1048576"'),
        lambda part: part.replace(b'r="A1"', b"r = 'AAAA1'"),
        lambda part: part.replace(b'<row r="1"', b'<row  r = "1048576"'),
    ],
)
def test_a_single_cell_far_away_does_not_lay_out_millions(change):
    assert refused(with_part(ONE, SHEET, change)).code == "too-large"


def test_a_sheet_under_another_name_or_in_letters_of_two_bytes_is_looked_at_too():
    far = with_part(ONE, SHEET, lambda part: part.replace(b'r="A1"', b'r="A1048576"'))
    moved = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(far)) as old, zipfile.ZipFile(moved, "w") as new:
        for name in old.namelist():
            new.writestr("xl/elsewhere" if name == SHEET else name, old.read(name))
    assert refused(moved.getvalue()).code == "too-large"
    assert refused(with_part(far, SHEET, lambda part: part.decode().encode("utf-16"))).code == "damaged"


def test_an_ods_whose_cells_are_repeated_beyond_reason_is_refused_before_it_is_laid_out():
    raw = (SHEETS / "birth-book.ods").read_bytes()

    def change(part):
        return part.replace(b"<table:table-cell ", b'<table:table-cell table:number-columns-repeated="99999999" ', 1)

    assert refused(with_part(raw, "content.xml", change)).code == "too-large"


XLS = (SHEETS / "birth-book.xls").read_bytes()


def test_an_xls_cut_short_anywhere_is_damaged_and_ends_nothing():
    assert {refused(XLS[:length]).code for length in range(600, len(XLS) - 512, 512)} <= {"damaged", "not-a-table"}


@pytest.mark.parametrize("place", ["file", "directory", "small"])
def test_an_xls_whose_sectors_run_in_a_circle_is_refused_and_not_followed(place):
    first_table, first_directory, first_small = (struct.unpack_from("<I", XLS, at)[0] for at in (0x4C, 0x30, 0x3C))
    table = (first_table + 1) * 512
    if place == "small":
        raw = bytearray(
            XLS[: (first_small + 1) * 512] + struct.pack("<128I", *range(128)) + XLS[(first_small + 2) * 512 :]
        )
    else:
        raw = bytearray(XLS)
        own = {"file": range(128), "directory": [first_directory]}[place]
        for sector in own:
            if place == "directory" or struct.unpack_from("<I", raw, table + sector * 4)[0] == 0xFFFFFFFE:
                struct.pack_into("<I", raw, table + sector * 4, sector)
    assert refused(bytes(raw)).code == "damaged"


def test_the_tables_of_sectors_may_run_in_a_circle_too():
    raw = bytearray(XLS)
    struct.pack_into("<I", raw, 0x44, 0)
    struct.pack_into("<I", raw, 512 + 508, 0)
    assert refused(bytes(raw)).code == "damaged"
    struct.pack_into("<H", raw, 0x1E, 60)
    assert refused(bytes(raw)).code == "damaged"


@pytest.mark.parametrize("name", [SHEET, "xl/workbook.xml", "xl/styles.xml"])
def test_a_workbook_with_a_damaged_part_is_told_as_damaged_or_read(name):
    for length in range(0, 400, 80):
        raw = with_part(ONE, name, lambda part, length=length: part[:length])
        assert told(raw) in ("read", "damaged", "empty")


def test_a_part_in_an_encoding_nobody_knows_or_with_a_type_of_its_own_is_damaged():
    assert refused(with_part(ONE, SHEET, lambda part: part.replace(b"UTF-8", b"UMF-8"))).code == "damaged"
    own = b"<!DOCTYPE worksheet [<!ENTITY a 'aa'>]><worksheet"
    assert refused(with_part(ONE, SHEET, lambda part: part.replace(b"<worksheet", own, 1))).code == "damaged"


def test_a_pack_whose_bytes_are_damaged_is_told_as_damaged():
    for at in range(60, len(ONE) - 200, 97):
        raw = bytearray(ONE)
        raw[at] ^= 0xFF
        assert told(bytes(raw)) in ("read", "damaged", "not-a-table", "empty")


def test_more_than_an_office_has_is_refused_with_the_limit_in_words():
    rows = "a;b\n" * (cells.MOST_ROWS + 1)
    found = refused(rows.encode())
    assert (found.code, found.details) == ("too-large", {"what": "rows", "limit": "60.000 dòng"})
    wide = refused(("a;" * (cells.MOST_COLUMNS + 1)).encode())
    assert wide.details["limit"] == "400 cột"
    assert set(LIMITS) == {"bytes", "rows", "columns", "cells", "sheets"}
    large = refused(b"x" * (cells.MOST_BYTES + 1))
    assert large.details["limit"] == "40 MB"


def test_a_workbook_of_very_many_sheets_is_refused():
    def fill(book):
        for _ in range(cells.MOST_SHEETS + 1):
            book.add_worksheet().write(0, 0, 1)

    assert refused(workbook(fill)).details["limit"] == "60 trang tính"
