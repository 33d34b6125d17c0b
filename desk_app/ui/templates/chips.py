"""Fields and conditions in the text of a letter as one sign each: drawn with its name for people, deleted with one key,
never half there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QPyTextObject,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
)

from common.words import templates_page as said
from common.words.letter_fields import CONDITIONS, FIELDS
from desk_app.ui.theme import tokens

SIGN = "\ufffc"
KIND = QTextFormat.ObjectTypes.UserObject + 1
SOURCE = QTextFormat.Property.UserProperty + 1
TOKEN = re.compile(r"\{[^{}\n]*\}|\[nếu [^\[\]\n]*\]|\[không thì\]|\[hết\]")
OTHERWISE, END = "[không thì]", "[hết]"
_AIR, _ROUND, _GAP = 5.0, 4.0, 1.0


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text, or a chip whose words in the file are `text`; where it begins in the document."""

    text: str
    chip: bool
    at: int


def known(token: str) -> bool:
    """Whether this is a field or a condition that letters have."""
    if token in (OTHERWISE, END):
        return True
    if token.startswith("{"):
        name = token[1:-1]
        return name[:1].lower() + name[1:] in FIELDS
    return token.removeprefix("[nếu ").removesuffix("]") in CONDITIONS


def caption(token: str) -> str:
    """What the chip is called."""
    if token == OTHERWISE:
        return said.OTHERWISE
    if token == END:
        return said.END
    if token.startswith("{"):
        name = token[1:-1]
        low = name[:1].lower() + name[1:]
        told = FIELDS[low].caption
        return said.capital(told) if low != name else told
    return said.when(CONDITIONS[token.removeprefix("[nếu ").removesuffix("]")].caption)


def chip_format(token: str) -> QTextCharFormat:
    """The format that makes SIGN this chip."""
    made = QTextCharFormat()
    made.setObjectType(KIND)
    made.setProperty(SOURCE, token)
    made.setToolTip(token)
    made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignBaseline)
    return made


def pieces(document: QTextDocument) -> Iterator[Piece]:
    """The document from its beginning, chips as their words in the file; ends of paragraphs are line ends."""
    block = document.begin()
    while block.isValid():
        if block.blockNumber():
            yield Piece("\n", False, block.position() - 1)
        within = block.begin()
        while not within.atEnd():
            fragment = within.fragment()
            chip, at = fragment.charFormat().property(SOURCE), fragment.position()
            if fragment.charFormat().objectType() == KIND:
                yield from (Piece(str(chip), True, at + place) for place in range(fragment.length()))
            else:
                yield Piece(fragment.text().replace("\u2028", "\n"), False, at)
            within += 1
        block = block.next()


class ChipPainter(QPyTextObject):
    """Draws chips in the type of the text around them; conditions carry the number of their block."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.numbers: dict[int, int] = {}
        """By place in the document: which block a condition opens, turns or ends, counted where there are several."""

    def intrinsicSize(self, doc: QTextDocument, posInDocument: int, format: QTextFormat) -> QSizeF:
        """As wide as its words."""
        metrics = QFontMetricsF(_face(doc))
        wide = metrics.horizontalAdvance(self._told(posInDocument, format)) + 2 * (_AIR + _GAP)
        return QSizeF(wide, metrics.height())

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, doc: QTextDocument, posInDocument: int, format: QTextFormat
    ) -> None:
        """A rounded box with the words in it."""
        token, font = str(format.property(SOURCE)), _face(doc)
        ground, edge, ink = _colours(token)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(edge, 1.0))
        painter.setBrush(ground)
        box = QRectF(rect)
        painter.drawRoundedRect(box.adjusted(_GAP, 1.0, -_GAP, -0.5), _ROUND, _ROUND)
        painter.setPen(ink)
        painter.setFont(font)
        base = QPointF(box.left() + _AIR + _GAP, box.top() + QFontMetricsF(font).ascent())
        painter.drawText(base, self._told(posInDocument, format))
        painter.restore()

    def _told(self, place: int, format: QTextFormat) -> str:
        token, number = str(format.property(SOURCE)), self.numbers.get(place)
        return f"{caption(token)} {number}" if number else caption(token)


def numbered(document: QTextDocument) -> dict[int, int]:
    """Which block each condition belongs to, by its place; nothing where there is one block only."""
    found: dict[int, int] = {}
    opened: list[int] = []
    count = 0
    for piece in pieces(document):
        if not piece.chip or piece.text.startswith("{"):
            continue
        if piece.text.startswith("[nếu "):
            count += 1
            opened.append(count)
        if opened:
            found[piece.at] = opened[-1]
        if piece.text == END and opened:
            opened.pop()
    return found if count > 1 else {}


def _face(document: QTextDocument) -> QFont:
    font = QFont(document.defaultFont())
    font.setPointSizeF(font.pointSizeF() * 0.92)
    return font


def _colours(token: str) -> tuple[QColor, QColor, QColor]:
    if token.startswith("{"):
        return tokens.CHAM_NHAT, tokens.VIEN_CHAM, tokens.CHAM_DAM
    return tokens.HOE_NHAT, tokens.HOE, tokens.HOE_CHU
