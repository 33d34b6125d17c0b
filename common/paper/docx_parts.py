"""The parts of a document of an office as DOCX: page, face, lines, rows, and a file that bears no clock."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_FONT = "Times New Roman"
_ZIP_DAY = (1980, 1, 1, 0, 0, 0)


def bare(document: Any) -> None:
    """Leave nothing of the library's own specimen: its words, its thumbnail, the name of its maker."""
    for element in list(document.element.body):
        if not element.tag.endswith("sectPr"):
            document.element.body.remove(element)
    package = document.part.package
    for rel in list(package.rels.values()):
        if rel.reltype.endswith(("/thumbnail", "/extended-properties")):
            package.rels.pop(rel.rId)


def page(document: Any) -> None:
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


def style(document: Any) -> None:
    """Times New Roman 13, justified, first line indented by 1 cm, 6 pt between paragraphs; Vietnamese."""
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


def line(place: Any, text: str, size: float, bold: bool = False, italic: bool = False) -> None:
    """A line without indent."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
    from docx.shared import Pt

    paragraph = place.add_paragraph()
    told = paragraph.paragraph_format
    told.first_line_indent, told.space_after, told.line_spacing, paragraph.alignment = 0, Pt(0), 1.0, ALIGN.LEFT
    run = paragraph.add_run(written(text))
    run.font.size, run.bold, run.italic = Pt(size), bold, italic


def rule(place: Any, width_mm: float, room_mm: float) -> None:
    """A line of this width in the middle of the room: the border under a paragraph whose sides are drawn in."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    paragraph = place.add_paragraph()
    told = paragraph.paragraph_format
    told.first_line_indent, told.space_after, told.line_spacing = 0, Pt(3), Pt(3)
    told.left_indent = told.right_indent = Mm(max(0, (room_mm - width_mm) / 2))
    border = OxmlElement("w:pBdr")
    under = OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        under.set(qn(f"w:{name}"), value)
    border.append(under)
    paragraph._p.get_or_add_pPr().insert_element_before(border, "w:spacing", "w:ind", "w:jc")


def never_split(row: Any, head: bool) -> None:
    """A row stays on one page; a head comes again on each."""
    from docx.oxml import OxmlElement

    told = row._tr.get_or_add_trPr()
    told.append(OxmlElement("w:cantSplit"))
    if head:
        told.append(OxmlElement("w:tblHeader"))


def keep(row: Any) -> None:
    """A row stays on the page of the one after it."""
    for cell in row.cells:
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.keep_with_next = True


def fill_cell(cell: Any, text: str, bold: bool, figure: bool) -> None:
    """Text at left, a figure at right."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt

    paragraph = cell.paragraphs[0]
    told = paragraph.paragraph_format
    told.first_line_indent, told.space_after, told.line_spacing = 0, Pt(1.5), 1.0
    told.space_before = Pt(1.5)
    paragraph.alignment = ALIGN.RIGHT if figure else ALIGN.LEFT
    run = paragraph.add_run(written(text))
    run.bold, run.font.size = bold, Pt(12)
    if not text:
        # The mark of an empty paragraph is as tall as the text beside it, not as the page's.
        mark = OxmlElement("w:rPr")
        size = OxmlElement("w:sz")
        size.set(qn("w:val"), "24")
        mark.append(size)
        paragraph._p.get_or_add_pPr().append(mark)


def written(text: str) -> str:
    """Without signs that no XML may hold."""
    return "".join(sign for sign in text if sign >= " " or sign in "\t\n")


def steady(raw: bytes) -> bytes:
    """The same file whose parts bear no clock."""
    made = BytesIO()
    with ZipFile(BytesIO(raw)) as before, ZipFile(made, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            member = ZipInfo(name, _ZIP_DAY)
            member.compress_type, member.create_system = ZIP_DEFLATED, 0
            after.writestr(member, before.read(name))
    return made.getvalue()
