"""The peer of T1: a word processor's template filled for each family, and LibreOffice that makes it printable.

Runs with the peers' own Python. The page is plainer than ours: a border instead of frame and ornament, a picture of the
symbol; what is measured is what an office does that has no program for it.
"""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from time import perf_counter
from typing import Any

import segno
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docxtpl import DocxTemplate, InlineImage

from benchmarks import cards
from benchmarks.cards import Card

FONT, FONTS = "EB Garamond", Path("resources", "fonts")
LEFT, MIDDLE, RIGHT, BOTH = (
    WD_ALIGN_PARAGRAPH.LEFT,
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.RIGHT,
    WD_ALIGN_PARAGRAPH.JUSTIFY,
)


def template(path: Path) -> None:
    """The card as a document with places for what differs."""
    document = Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(cards.WIDTH), Mm(cards.HEIGHT)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(11)
    section._sectPr.append(_border())
    document.styles["Normal"].font.name = FONT
    document.styles["Normal"].font.size = Pt(12)
    document.styles["Normal"].paragraph_format.space_after = Pt(0)
    for text in cards.AGENCY:
        _paragraph(document, text, LEFT, 9.6)
    _paragraph(document, f"_{cards.PLACE_AND_DATE}_", RIGHT, 11)
    _paragraph(document, f"_{cards.TITLE}_", LEFT, 22)
    _paragraph(document, "Thân gửi anh *{{father}}* và chị *{{mother}}*,", LEFT)
    _paragraph(document, cards.FIRST, BOTH)
    _paragraph(document, "*{{name}}*", MIDDLE, 20)
    _paragraph(document, "_{{born}}_", MIDDLE)
    _paragraph(document, cards.SECOND, BOTH)
    row = document.add_table(1, 3).rows[0].cells
    _write(row[0].paragraphs[0], "{{symbol}}", 8)
    _write(row[1].paragraphs[0], "\n".join((*cards.ASKED, cards.HOST.lower(), "Mã *{{code}}*", cards.SMALL_PRINT)), 8)
    _write(row[2].paragraphs[0], "\n\n\n".join(f"*{text}*" for text in cards.SIGNED), 12)
    document.save(str(path))


def _border() -> Any:
    border = OxmlElement("w:pgBorders")
    border.set(qn("w:offsetFrom"), "page")
    for side in ("top", "left", "bottom", "right"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "double"), ("sz", "12"), ("space", "22"), ("color", cards.LEAF[1:])):
            line.set(qn(f"w:{name}"), value)
        border.append(line)
    return border


def _paragraph(document: Any, text: str, align: Any, size: float = 12) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = align
    paragraph.paragraph_format.space_after = Pt(1)
    _write(paragraph, text, size)


def _write(paragraph: Any, text: str, size: float) -> None:
    """Text in which *bold* and _italic_ are marked."""
    for part in re.split(r"(\*[^*]+\*|_[^_]+_)", text):
        run = paragraph.add_run(part.strip("*_"))
        run.bold, run.italic = part.startswith("*"), part.startswith("_")
        run.font.size = Pt(size)


def fill(source: Path, card: Card, path: Path) -> None:
    """One family's document."""
    filled, picture = DocxTemplate(str(source)), BytesIO()
    segno.make_qr(card.link, error="q").save(picture, kind="png", scale=8)
    picture.seek(0)
    said = {"father": card.father, "mother": card.mother, "name": card.child.upper(), "born": card.born_line}
    filled.render({**said, "code": card.spaced, "symbol": InlineImage(filled, picture, width=Mm(26.4))})
    filled.save(str(path))


def convert(files: Sequence[Path], folder: Path) -> None:
    """One call of LibreOffice."""
    known = folder / "fonts.conf"
    told = f"<fontconfig><dir>{FONTS.resolve()}</dir><cachedir>{folder}</cachedir></fontconfig>"
    known.write_text(told, encoding="utf-8")
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pdf"]
    named = {**os.environ, "FONTCONFIG_FILE": str(known)}
    subprocess.run([*command, "--outdir", str(folder), *map(str, files)], check=True, capture_output=True, env=named)


def measure(word: str, count: int, first: int) -> float:
    """Milliseconds per letter; LibreOffice has been started once before, so that its profile is there."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        source, warm = folder / "template.docx", folder / "warm.docx"
        template(source)
        fill(source, next(cards.cards(1, 900_000)), warm)
        convert([warm], folder)
        started = perf_counter()
        files = [folder / f"{number}.docx" for number in range(count)]
        for card, path in zip(cards.cards(count, first), files, strict=True):
            fill(source, card, path)
            if word == "each":
                convert([path], folder)
        if word == "together":
            convert(files, folder)
        taken = (perf_counter() - started) * 1000
        assert all(path.with_suffix(".pdf").exists() for path in files)
    return taken / count


if __name__ == "__main__":
    print(measure(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
