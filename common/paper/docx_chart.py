"""A bar chart in a DOCX that the program which opens it draws itself (DrawingML): outlines beside filled bars."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

from common.model_report import MonthBar
from common.paper.office_docx import OfficeDocument
from common.paper.typed_workbook import ROOMY, UPRIGHT_ROOM, TypedSheet, typed_workbook
from common.words import model_report as words

_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE, _PACKAGE = f"{_R}/chart", f"{_R}/package"
_CONTENT = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_BOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_SHEET = "Sheet1"
"""The table behind the chart lies in the document: who opens it may change a figure and see it drawn."""
_EMU = 36_000
"""A millimetre."""
_SIZE = (160 * _EMU, 62 * _EMU)
_C, _A = (
    "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "http://schemas.openxmlformats.org/drawingml/2006/main",
)
_DRAWING = (
    '<w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="{a}" xmlns:c="{c}" xmlns:r="{r}">'
    '<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{x}" cy="{y}"/>'
    '<wp:docPr id="{id}" name="{name}" descr="{name}"/><a:graphic><a:graphicData uri="{c}">'
    '<c:chart r:id="{rel}"/></a:graphicData></a:graphic></wp:inline></w:drawing>'
)


def bar_chart(written: OfficeDocument, title: str, months: Sequence[MonthBar]) -> None:
    """Put the chart under what is written."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part
    from docx.oxml import parse_xml

    main = written.document.part
    number = 1 + sum(rel.reltype == _TYPE for rel in main.rels.values())
    table = TypedSheet(_SHEET, ("", *words.CHART_LEGEND), [_row(one) for one in months])
    book = Part(
        PackURI(f"/word/embeddings/chart{number}.xlsx"), _BOOK, typed_workbook(title, "", [table]), main.package
    )
    part = Part(PackURI(f"/word/charts/chart{number}.xml"), _CONTENT, _chart(title, months).encode(), main.package)
    part.relate_to(book, _PACKAGE)
    drawn = _DRAWING.format(
        a=_A, c=_C, r=_R, x=_SIZE[0], y=_SIZE[1], id=number, name=escape(title), rel=main.relate_to(part, _TYPE)
    )
    paragraph = written.document.add_paragraph()
    paragraph.paragraph_format.first_line_indent = 0
    paragraph.add_run()._r.append(parse_xml(drawn))


def _row(one: MonthBar) -> tuple[str, int, int]:
    return words.month_short(one.month), one.registered, one.delivered


def _chart(title: str, months: Sequence[MonthBar]) -> str:
    names = [words.month_short(one.month) for one in months]
    values = ([one.registered for one in months], [one.delivered for one in months])
    most = max(map(max, values))
    upright = most >= 1000 and len(months) > ROOMY
    top = f'<c:max val="{most * UPRIGHT_ROOM:.0f}"/>' if upright else ""
    series = "".join(
        _series(place, told, names, counts, upright)
        for place, (told, counts) in enumerate(zip(words.CHART_LEGEND, values, strict=True))
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<c:chartSpace xmlns:c="{_C}" xmlns:a="{_A}" xmlns:r="{_R}"><c:roundedCorners val="0"/>'
        f'<c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1100" b="1"/></a:pPr>'
        '<a:r><a:rPr lang="vi-VN" sz="1100" b="1">'
        f'<a:latin typeface="Times New Roman"/></a:rPr>'
        f'<a:t>{escape(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>'
        '<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/>'
        f'<c:grouping val="clustered"/><c:varyColors val="0"/>{series}<c:gapWidth val="70"/>'
        '<c:axId val="1001"/><c:axId val="1002"/></c:barChart>'
        '<c:catAx><c:axId val="1001"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>'
        '<c:axPos val="b"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        '<c:crossAx val="1002"/><c:crosses val="autoZero"/></c:catAx>'
        '<c:valAx><c:axId val="1002"/><c:scaling><c:orientation val="minMax"/>'
        f'{top}<c:min val="0"/></c:scaling>'
        '<c:delete val="1"/><c:axPos val="l"/><c:crossAx val="1001"/><c:crosses val="autoZero"/></c:valAx>'
        '</c:plotArea><c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/>'
        "</c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:txPr><a:bodyPr/><a:p><a:pPr>"
        '<a:defRPr sz="1000"><a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
        '<a:latin typeface="Times New Roman"/></a:defRPr></a:pPr>'
        '<a:endParaRPr lang="vi-VN"/></a:p></c:txPr>'
        f'<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _series(place: int, told: str, names: Sequence[str], counts: Sequence[int], upright: bool) -> str:
    """Outline or filled: both read in grey; each bar bears its figure."""
    column, last = "BC"[place], len(names) + 1
    fill = "FFFFFF" if place == 0 else "000000"
    labels = "".join(f'<c:pt idx="{at}"><c:v>{escape(name)}</c:v></c:pt>' for at, name in enumerate(names))
    numbers = "".join(f'<c:pt idx="{at}"><c:v>{n}</c:v></c:pt>' for at, n in enumerate(counts))
    return (
        f'<c:ser><c:idx val="{place}"/><c:order val="{place}"/><c:tx><c:strRef>'
        f"<c:f>{_SHEET}!${column}$1</c:f><c:strCache>"
        f'<c:ptCount val="1"/><c:pt idx="0"><c:v>{escape(told)}</c:v></c:pt></c:strCache></c:strRef></c:tx>'
        f'<c:spPr><a:solidFill><a:srgbClr val="{fill}"/></a:solidFill><a:ln w="9525"><a:solidFill>'
        '<a:srgbClr val="000000"/></a:solidFill></a:ln></c:spPr><c:invertIfNegative val="0"/>'
        '<c:dLbls><c:numFmt formatCode="#,##0" sourceLinked="0"/><c:spPr><a:noFill/></c:spPr><c:txPr>'
        f'<a:bodyPr rot="{-5_400_000 if upright else 0}"/><a:p><a:pPr><a:defRPr sz="900"/></a:pPr>'
        '<a:endParaRPr lang="vi-VN"/></a:p></c:txPr>'
        '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>'
        '<c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
        f"<c:cat><c:strRef><c:f>{_SHEET}!$A$2:$A${last}</c:f><c:strCache>"
        f'<c:ptCount val="{len(names)}"/>{labels}</c:strCache></c:strRef>'
        f"</c:cat><c:val><c:numRef><c:f>{_SHEET}!${column}$2:${column}${last}</c:f><c:numCache>"
        f'<c:ptCount val="{len(counts)}"/>{numbers}'
        "</c:numCache></c:numRef></c:val></c:ser>"
    )
