"""A document of an office as DOCX, by the measures of NĐ 30/2020 (Annex I), from the same words as its PDF.

The bytes are the same for the same words: no clock, no name of a person or machine is written into the file.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from common.paper.sheet import Heading
from common.words import reports

_FONT = "Times New Roman"
_LONG_AGO = datetime(2020, 3, 5, tzinfo=UTC)
"""The day of the decree: a document carries no other clock."""
_ZIP_DAY = (1980, 1, 1, 0, 0, 0)
_WIDTH = 162
"""mm between the margins."""
_HEAD = (58, 104)
"""mm of agency and nation: the longer one stands on one line in any face of this size."""


class OfficeDocument:
    """A document being written from top to bottom. Whoever needs more than is here reaches for `document`."""

    def __init__(self, title: str) -> None:
        # The library takes a fifth of a second to load: only a document pays for it.
        import docx

        self.document: Any = docx.Document()
        _bare(self.document)
        _page(self.document)
        _style(self.document)
        told = self.document.core_properties
        told.title, told.author, told.last_modified_by, told.comments = title, "", "", ""
        told.created = told.modified = _LONG_AGO
        told.revision = 1

    def letterhead(self, heading: Heading, number: str = reports.NUMBER) -> None:
        """Agency at left, nation and motto at right, the number and the line of place and date under them."""
        from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN

        left, right = self._two_columns(_HEAD)
        agency = [(heading.parent.upper(), False)] if heading.parent else []
        agency += [(reports.COMMITTEE.upper(), True), (heading.body.upper(), True)]
        for line, bold in agency:
            _line(left, line, size=12, bold=bold)
        _rule(left, 24)
        _line(right, reports.NATION, size=12, bold=True)
        _line(right, reports.MOTTO, size=13, bold=True)
        _rule(right, 54)
        if number:
            _line(left, number, size=13)
        _line(right, heading.place_and_date, size=13, italic=True)
        for cell in (left, right):
            for paragraph in cell.paragraphs:
                paragraph.alignment = ALIGN.CENTER
        self._space(14)

    def centred(self, text: str, size: float = 14, bold: bool = True) -> None:
        """A centred line."""
        from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
        from docx.shared import Pt

        paragraph = self._paragraph(text, size=size, bold=bold)
        paragraph.alignment = ALIGN.CENTER
        paragraph.paragraph_format.first_line_indent, paragraph.paragraph_format.space_after = 0, Pt(2)

    def rule(self, width_mm: float = 36) -> None:
        """A short line under a title."""
        _rule(self.document, width_mm)

    def heading(self, text: str) -> None:
        """The heading of a section, kept with what follows."""
        paragraph = self._paragraph(text, size=13, bold=True)
        paragraph.paragraph_format.first_line_indent = 0
        paragraph.paragraph_format.keep_with_next = True

    def paragraph(self, text: str) -> None:
        """Justified text, its first line indented by 1 cm."""
        self._paragraph(text)

    def note(self, text: str) -> None:
        """Small explaining text."""
        paragraph = self._paragraph(text, size=11, italic=True)
        paragraph.paragraph_format.first_line_indent = 0

    def table(self, head: Sequence[str], widths: Sequence[float], rows: Sequence[Sequence[str]], total: bool) -> None:
        """A table with its head repeated on every page; widths in mm; text in the first column, figures after it."""
        from docx.shared import Mm

        table = self.document.add_table(rows=1 + len(rows), cols=len(head))
        table.style, table.autofit = "Table Grid", False
        for place, cells in enumerate((head, *rows)):
            row = table.rows[place]
            _never_split(row, head=place == 0)
            for column, text in enumerate(cells):
                cell = row.cells[column]
                cell.width = Mm(widths[column])
                _cell(cell, text, bold=place == 0 or (total and place == len(rows)), figure=column > 0)
        for column, width in enumerate(widths):
            table.columns[column].width = Mm(width)
        self._space()

    def signature(self, heading: Heading) -> None:
        """Who receives the document, and who signs it."""
        from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN

        *authority, name = heading.signer_lines or ("", "")
        left, right = self._two_columns((82, 80))
        _line(left, reports.RECEIVERS, size=12, bold=True, italic=True)
        for line in reports.received_by(heading.parent):
            _line(left, line, size=11)
        for line in (*authority, "", "", "", "", name):
            _line(right, line, size=13, bold=True)
        for paragraph in right.paragraphs:
            paragraph.alignment = ALIGN.CENTER

    def signatures(self, blocks: Sequence[Sequence[str]]) -> None:
        """Two who sign beside each other; each from the top, last the name."""
        from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN

        for cell, (*authority, name) in zip(self._two_columns((_WIDTH / 2, _WIDTH / 2)), blocks, strict=True):
            for line in (*authority, "", "", "", "", name):
                _line(cell, line, size=13, bold=True)
            for paragraph in cell.paragraphs:
                paragraph.alignment = ALIGN.CENTER

    def finish(self) -> bytes:
        """The document's bytes."""
        raw = BytesIO()
        self.document.save(raw)
        return _steady(raw.getvalue())

    def _paragraph(self, text: str, size: float = 13, bold: bool = False, italic: bool = False) -> Any:
        from docx.shared import Pt

        paragraph = self.document.add_paragraph()
        run = paragraph.add_run(text)
        run.font.size, run.bold, run.italic = Pt(size), bold, italic
        return paragraph

    def _space(self, points: float = 6) -> None:
        from docx.shared import Pt

        gap = self.document.add_paragraph().paragraph_format
        gap.space_before = gap.space_after = Pt(0)
        gap.line_spacing = Pt(points)

    def _two_columns(self, widths: Sequence[float]) -> tuple[Any, Any]:
        from docx.shared import Mm

        table = self.document.add_table(rows=1, cols=2)
        table.autofit = False
        _never_split(table.rows[0], head=False)
        for cell, width in zip(table.rows[0].cells, widths, strict=True):
            cell.width = table.columns[cell._tc.grid_offset].width = Mm(width)
            cell.paragraphs[0]._p.getparent().remove(cell.paragraphs[0]._p)
        return tuple(table.rows[0].cells)


def _bare(document: Any) -> None:
    for element in list(document.element.body):
        if not element.tag.endswith("sectPr"):
            document.element.body.remove(element)


def _page(document: Any) -> None:
    """A4 portrait, margins 20/20/30/18 mm; the number of the page in the middle of the top, not on the first."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
    from docx.oxml import OxmlElement
    from docx.shared import Mm, Pt

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(18)
    section.header_distance = Mm(10)
    section.different_first_page_header_footer = True
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = ALIGN.CENTER
    paragraph.paragraph_format.first_line_indent = 0
    field = OxmlElement("w:fldSimple")
    field.set("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}instr", "PAGE")
    run = paragraph.add_run("2")
    run.font.size = Pt(13)
    field.append(run._r)
    paragraph._p.append(field)


def _style(document: Any) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt, RGBColor

    normal = document.styles["Normal"]
    normal.font.name, normal.font.size, normal.font.color.rgb = _FONT, Pt(13), RGBColor(0, 0, 0)
    fonts = normal.element.rPr.rFonts
    for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(script), _FONT)
    told = normal.paragraph_format
    told.alignment, told.first_line_indent = ALIGN.JUSTIFY, Mm(10)
    told.space_before, told.space_after, told.line_spacing = Pt(0), Pt(6), 1.15
    language = normal.element.rPr.makeelement(qn("w:lang"), {qn("w:val"): "vi-VN"})
    normal.element.rPr.append(language)


def _line(place: Any, text: str, size: float, bold: bool = False, italic: bool = False) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
    from docx.shared import Pt

    paragraph = place.add_paragraph()
    told = paragraph.paragraph_format
    told.first_line_indent, told.space_after, told.line_spacing, paragraph.alignment = 0, Pt(0), 1.0, ALIGN.LEFT
    run = paragraph.add_run(text)
    run.font.size, run.bold, run.italic = Pt(size), bold, italic


def _rule(place: Any, width_mm: float) -> None:
    """A line of this width in the middle: the border under a paragraph whose sides are drawn in."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    paragraph = place.add_paragraph()
    room = _HEAD[0] if width_mm < 30 else _HEAD[1] if width_mm > 50 else _WIDTH
    told = paragraph.paragraph_format
    told.first_line_indent, told.space_after, told.line_spacing = 0, Pt(3), Pt(3)
    told.left_indent = told.right_indent = Mm(max(0, (room - 4 - width_mm) / 2))
    border = OxmlElement("w:pBdr")
    under = OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        under.set(qn(f"w:{name}"), value)
    border.append(under)
    paragraph._p.get_or_add_pPr().insert_element_before(border, "w:spacing", "w:ind", "w:jc")


def _never_split(row: Any, head: bool) -> None:
    from docx.oxml import OxmlElement

    told = row._tr.get_or_add_trPr()
    told.append(OxmlElement("w:cantSplit"))
    if head:
        told.append(OxmlElement("w:tblHeader"))


def _cell(cell: Any, text: str, bold: bool, figure: bool) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
    from docx.shared import Pt

    paragraph = cell.paragraphs[0]
    told = paragraph.paragraph_format
    told.first_line_indent, told.space_after, told.line_spacing = 0, Pt(2), 1.0
    told.space_before = Pt(2)
    paragraph.alignment = ALIGN.RIGHT if figure else ALIGN.LEFT
    run = paragraph.add_run(text)
    run.bold, run.font.size = bold, Pt(12)


def _steady(raw: bytes) -> bytes:
    """The same file whose parts bear no clock."""
    made = BytesIO()
    with ZipFile(BytesIO(raw)) as before, ZipFile(made, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            member = ZipInfo(name, _ZIP_DAY)
            member.compress_type, member.create_system = ZIP_DEFLATED, 0
            after.writestr(member, before.read(name))
    return made.getvalue()
