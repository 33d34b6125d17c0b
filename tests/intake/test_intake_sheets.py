"""Sheets of the ministry, made as spreadsheets make them, read as drafts."""

import io

import pytest
import xlsxwriter

from desk_app.domain.drafts import BirthDraft
from desk_app.domain.ministry import keys_of, own_keys
from desk_app.domain.ministry_said import said
from desk_app.intake.cells import MOST_BYTES, NotATable
from desk_app.intake.layout import find_layout
from desk_app.intake.rows import read_rows
from desk_app.intake.tables import read_pasted, read_table

BIRTH = BirthDraft(
    child_name="Nguyễn Thị Mẫu",
    born="05/03/2026",
    sex="female",
    mother_name="H'Hen Niê",
    registered_on="09/03/2026",
    number="5",
    unit="26461",
)


def workbook(*rows, name="Sheet1"):
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        sheet = book.add_worksheet(name)
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
    return made.getvalue()


@pytest.mark.parametrize("heading", ["key", "caption"])
def test_our_own_export_read_again_is_the_same_draft(heading):
    keys = (*keys_of("birth"), *own_keys("birth"))
    told = said(BIRTH)
    raw = workbook([getattr(one, heading) for one in keys], [told[one.key] for one in keys])
    sheet = read_table(raw).sheets[0]
    layout = find_layout(sheet)
    assert (layout.event, layout.unmatched, layout.missing) == ("birth", (), ())
    (row,) = read_rows(sheet, layout)
    assert (row.line, row.draft, row.findings) == (2, BIRTH, ())


def test_what_is_pasted_is_read_as_a_sheet():
    sheet = read_pasted("Số\tHọ và tên trẻ\tNgày sinh\tNgày đăng ký\n5\tNguyễn Thị Mẫu\t5/3/2026\t9.3.2026\n").sheets[0]
    (row,) = read_rows(sheet, find_layout(sheet))
    assert row.draft == BirthDraft(
        child_name="Nguyễn Thị Mẫu", born="05/03/2026", registered_on="09/03/2026", number="5"
    )


def test_nothing_is_no_table_and_too_much_pasted_is_too_much():
    for asked in (lambda: read_pasted(" \n"), lambda: read_table(b"")):
        with pytest.raises(NotATable) as refused:
            asked()
        assert refused.value.code == "empty"
    for asked in (lambda: read_pasted("x" * (MOST_BYTES + 1)), lambda: read_table(b"x" * (MOST_BYTES + 1))):
        with pytest.raises(NotATable) as refused:
            asked()
        assert refused.value.code == "too-large"
