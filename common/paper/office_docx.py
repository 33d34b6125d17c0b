"""A document of an office as DOCX, by the measures of NĐ 30/2020 (Annex I), from the same words as its PDF.

The bytes are the same for the same words: no clock, no name of a person or machine is written into the file.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from common.paper import docx_parts as parts
from common.paper.sheet import AGENCY_RULE, Heading
from common.words import agency, reports

_LONG_AGO = datetime(2020, 3, 5, tzinfo=UTC)
"""The day of the decree: a document carries no other clock."""
_WIDTH = 162
"""mm between the margins."""
_MOTTO_RULE = 57
"""mm: as long as the motto."""
_SHORT = 9
"""A table of no more rows stays on one page."""
_HEAD = (58, 104)
"""mm of agency and nation: the longer one stands on one line in any face of this size."""
_INSIDE = 4
"""mm: both inner margins of a cell."""


class OfficeDocument:
    """A document being written from top to bottom. Whoever needs more than is here reaches for `document`."""

    def __init__(self, title: str) -> None:
        # The library takes a fifth of a second to load: only a document pays for it.
        import docx

        self.document: Any = docx.Document()
        parts.bare(self.document)
        parts.page(self.document)
        parts.style(self.document)
        told = self.document.core_properties
        told.title, told.author, told.last_modified_by, told.comments = title, "", "", ""
        told.created = told.modified = _LONG_AGO
        told.revision = 1

    def letterhead(self, heading: Heading, number: str = reports.NUMBER) -> None:
        """Agency at left, nation and motto at right, the number and the line of place and date under them."""
        from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN

        left, right = self._two_columns(_HEAD)
        lines = [(heading.parent.upper(), False)] if heading.parent else []
        lines += [(reports.COMMITTEE.upper(), True), (agency.held(heading.body.upper()), True)]
        for line, bold in lines:
            parts.line(left, line, size=12, bold=bold)
        parts.rule(left, AGENCY_RULE, _HEAD[0] - _INSIDE)
        parts.line(right, reports.NATION, size=12, bold=True)
        parts.line(right, reports.MOTTO, size=13, bold=True)
        parts.rule(right, _MOTTO_RULE, _HEAD[1] - _INSIDE)
        if number:
            parts.line(left, number, size=13)
        parts.line(right, heading.place_and_date, size=13, italic=True)
        for cell in (left, right):
            for paragraph in cell.paragraphs:
                paragraph.alignment = ALIGN.CENTER
        self.gap(14)

    def centred(self, text: str, size: float = 14, bold: bool = True) -> None:
        """A centred line."""
        from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
        from docx.shared import Pt

        paragraph = self._paragraph(text, size=size, bold=bold)
        paragraph.alignment = ALIGN.CENTER
        paragraph.paragraph_format.first_line_indent, paragraph.paragraph_format.space_after = 0, Pt(2)

    def rule(self, width_mm: float = 36) -> None:
        """A short line under a title."""
        parts.rule(self.document, width_mm, _WIDTH)

    def heading(self, text: str) -> None:
        """The heading of a section, kept with what follows."""
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn
        from docx.shared import Pt

        paragraph = self._paragraph(text, size=13, bold=True)
        paragraph.paragraph_format.first_line_indent = 0
        paragraph.paragraph_format.keep_with_next = True
        paragraph.paragraph_format.space_before = Pt(3)
        # A level in the outline: whoever reads by ear goes from section to section.
        level = OxmlElement("w:outlineLvl")
        level.set(qn("w:val"), "0")
        paragraph._p.get_or_add_pPr().append(level)

    def paragraph(self, text: str) -> None:
        """Justified text, its first line indented by 1 cm."""
        self._paragraph(text)

    def note(self, text: str) -> None:
        """Small explaining text."""
        paragraph = self._paragraph(text, size=11, italic=True)
        paragraph.paragraph_format.first_line_indent = 0

    def table(self, head: Sequence[str], widths: Sequence[float], rows: Sequence[Sequence[str]], total: bool) -> None:
        """A table with its head repeated on every page; widths in mm; text in the first column, figures after it."""
        from docx.enum.table import WD_TABLE_ALIGNMENT
        from docx.shared import Mm

        table = self.document.add_table(rows=1 + len(rows), cols=len(head))
        table.style, table.autofit, table.alignment = "Table Grid", False, WD_TABLE_ALIGNMENT.CENTER
        for place, cells in enumerate((head, *rows)):
            row = table.rows[place]
            parts.never_split(row, head=place == 0)
            for column, text in enumerate(cells):
                cell = row.cells[column]
                cell.width = Mm(widths[column])
                parts.fill_cell(cell, text, bold=place == 0 or (total and place == len(rows)), figure=column > 0)
        for column, width in enumerate(widths):
            table.columns[column].width = Mm(width)
        for row in table.rows[:-1] if len(rows) <= _SHORT else table.rows[:1]:
            parts.keep(row)
        self.gap()

    def foot(self, text: str) -> None:
        """A small line under every page; "" leaves the foot empty."""
        from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
        from docx.shared import Mm, Pt

        section = self.document.sections[0]
        section.footer_distance = Mm(9)
        for footer in (section.footer, section.first_page_footer) if text else ():
            paragraph = footer.paragraphs[0]
            paragraph.alignment, paragraph.paragraph_format.first_line_indent = ALIGN.CENTER, 0
            run = paragraph.add_run(text)
            run.font.size, run.italic = Pt(9.5), True

    def signature(self, heading: Heading, receivers: Sequence[str] = ()) -> None:
        """Who receives the document, and who signs it; without `receivers` the level above. A signature alone on a page
        proves nothing: what was written last stays with it."""
        from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN

        self._stay()
        *authority, name = heading.signer_lines or ("", "")
        left, right = self._two_columns((82, 80))
        parts.line(left, reports.RECEIVERS, size=12, bold=True, italic=True)
        for line in receivers or reports.received_by(heading.parent):
            parts.line(left, line, size=11)
        for line in (*authority, "", "", "", "", name):
            parts.line(right, line, size=13, bold=True)
        for paragraph in right.paragraphs:
            paragraph.alignment = ALIGN.CENTER

    def signatures(self, blocks: Sequence[Sequence[str]]) -> None:
        """Two who sign beside each other; each from the top, last the name; a line in brackets is a hint."""
        from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN

        self._stay()
        for cell, (*authority, name) in zip(self._two_columns((_WIDTH / 2, _WIDTH / 2)), blocks, strict=True):
            for line in (*authority, "", "", "", "", name):
                hint = line.startswith("(")
                parts.line(cell, line, size=11.5 if hint else 13, bold=not hint, italic=hint)
            for paragraph in cell.paragraphs:
                paragraph.alignment = ALIGN.CENTER

    def finish(self) -> bytes:
        """The document's bytes."""
        raw = BytesIO()
        self.document.save(raw)
        return parts.steady(raw.getvalue())

    def _paragraph(self, text: str, size: float = 13, bold: bool = False, italic: bool = False) -> Any:
        from docx.shared import Pt

        paragraph = self.document.add_paragraph()
        run = paragraph.add_run(parts.written(text))
        run.font.size, run.bold, run.italic = Pt(size), bold, italic
        return paragraph

    def _stay(self) -> None:
        """Keep the last words and table rows with what comes next."""
        last = self.document.paragraphs[-1]
        last.paragraph_format.keep_with_next = True
        for table in self.document.tables if not last.text else ():
            if table._tbl.getnext() is last._p:
                for row in list(table.rows)[-2:]:
                    parts.keep(row)

    def gap(self, points: float = 6) -> None:
        """Leave room."""
        from docx.shared import Pt

        gap = self.document.add_paragraph().paragraph_format
        gap.space_before = gap.space_after = Pt(0)
        gap.line_spacing = Pt(points)

    def _two_columns(self, widths: Sequence[float]) -> tuple[Any, Any]:
        from docx.shared import Mm

        table = self.document.add_table(rows=1, cols=2)
        table.autofit = False
        parts.never_split(table.rows[0], head=False)
        for cell, width in zip(table.rows[0].cells, widths, strict=True):
            cell.width = table.columns[cell._tc.grid_offset].width = Mm(width)
            cell.paragraphs[0]._p.getparent().remove(cell.paragraphs[0]._p)
        return tuple(table.rows[0].cells)
