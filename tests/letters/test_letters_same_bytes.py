"""What is made quicker than by ReportLab is what ReportLab makes, to the byte: font programs, the file around them."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject

from common.paper.fonts import CUTS
from desk_app.letters import draw as drawing
from desk_app.letters.pdf_cutting import Cutter
from desk_app.letters.pdf_file import LANGUAGE, PRODUCER, VERSION, Entries, PdfFile, _written
from desk_app.letters.setpage import SetPage
from desk_app.letters.stock import Stock


@pytest.mark.parametrize("font", CUTS)
def test_a_cut_is_cut_as_reportlab_cuts_it(stock: Stock, font: str) -> None:
    chance, face = Random(font), stock.fonts.face(font).face
    known, cutter = sorted(face.charToGlyph), Cutter(face)
    for count in (1, 40, 254):
        points = [chance.choice(known) if chance.random() < 0.7 else 0 for _ in range(count)]
        assert cutter.program(points) == face.makeSubset(points)


class Plain(PDFObject):
    def __init__(self, raw: bytes = b"") -> None:
        self.raw = raw

    def format(self, _: Any) -> bytes:
        return self.raw


class ByReportLab(PdfFile):
    """The same objects given to ReportLab's own document."""

    def __init__(self) -> None:
        super().__init__()
        self._document: Any = PDFDocument(invariant=1, pdfVersion=VERSION, lang=LANGUAGE)
        self._used = Plain()

    def _put(self, raw: bytes) -> str:
        return self._refer(Plain(raw + b"\n" * raw.endswith(b"endstream")))

    def put_page(self, size: tuple[float, float], content: str) -> None:
        self._tree, self._resources = 1, 1
        super().put_page(size, content)

    def put(self, entries: Entries) -> str:
        if entries.get("Type") != "/Page":
            return super().put(entries)
        tree, used = self._refer(self._document.Pages), self._refer(self._used)
        self._document.addPage(Plain(_written(entries | {"Parent": tree, "Resources": used})))
        return ""

    def finish(self, title: str, resources: dict[str, Entries]) -> bytes:
        self._used.raw = _written({kind: _written(named).decode() for kind, named in resources.items()})
        for put in (self._document.setTitle, self._document.setSubject):
            put(title)
        for put in (self._document.setAuthor, self._document.setCreator, self._document.setProducer):
            put(PRODUCER)
        return bytes(self._document.GetPDFData(None))

    def _refer(self, thing: Any) -> str:
        return str(self._document.Reference(thing).format(self._document).decode())


@pytest.mark.parametrize("count", [1, 10, 21])
def test_a_file_is_written_as_reportlab_writes_it(
    count: int, pages: dict[str, SetPage], stock: Stock, monkeypatch: pytest.MonkeyPatch
) -> None:
    several = [*pages.values()][:count]
    ours = drawing.draw(several, stock)
    monkeypatch.setattr(drawing, "PdfFile", ByReportLab)
    assert drawing.draw(several, stock) == ours
