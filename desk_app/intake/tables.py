"""Tables out of files and the clipboard: only what stands in them, no formula is ever run."""

from desk_app.intake import text_tables, workbooks
from desk_app.intake.cells import MOST_BYTES, NotATable, Sheet, TableFile, check_size, too_large


def read_table(raw: bytes) -> TableFile:
    """The sheets in the bytes of a file; raises NotATable."""
    if not raw.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise NotATable("empty")
    if len(raw) > MOST_BYTES:
        raise too_large("bytes", MOST_BYTES // 1_000_000)
    found = workbooks.read(raw) if workbooks.is_workbook(raw) else text_tables.read(raw)
    return checked(found)


def read_pasted(text: str) -> TableFile:
    """The table on the clipboard, as spreadsheets put it there (tabs) or as text of a CSV file; raises NotATable."""
    if not text.strip():
        raise NotATable("empty")
    if len(text) > MOST_BYTES:
        raise too_large("bytes", MOST_BYTES // 1_000_000)
    return checked(TableFile((Sheet("", text_tables.rows_of(text)),)))


def checked(found: TableFile) -> TableFile:
    """The file with the sheets that hold anything; raises NotATable for none, or for one beyond the limits."""
    sheets = tuple(sheet for sheet in found.sheets if any(any(cell != "" for cell in row) for row in sheet.rows))
    if not sheets:
        raise NotATable("empty")
    for sheet in sheets:
        check_size(len(sheet.rows), max(map(len, sheet.rows)))
    return TableFile(sheets, found.encoding, found.details)
