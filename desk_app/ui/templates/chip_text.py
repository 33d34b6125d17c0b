"""The text of one section of a letter: words as they are typed, fields and conditions as chips."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QRegularExpression, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QSyntaxHighlighter, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextEdit

from desk_app.ui.templates.chips import KIND, SIGN, TOKEN, ChipPainter, chip_format, known, numbered, pieces
from desk_app.ui.theme import tokens
from desk_app.ui.theme.look import px

_EDGES = 14
_BOLD = QRegularExpression(r"\*\*[^*]*\*\*|\*\*")


class ChipText(QTextEdit):
    """`source()` is the section as the file has it; `edited` tells that it changed. As tall as its lines."""

    edited = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._painter = ChipPainter(self.document())
        layout = self.document().documentLayout()
        layout.registerHandler(KIND, self._painter)
        layout.documentSizeChanged.connect(lambda _: self._grow())
        self._bold = _BoldWords(self.document())
        self.textChanged.connect(self._changed)
        self._grow()

    def put_source(self, text: str) -> None:
        """Show another text; there is nothing to undo behind it."""
        with QSignalBlocker(self):
            self.clear()
            self._insert(self.textCursor(), text)
            self.document().clearUndoRedoStacks()
            self._number()
        self._grow()

    def source(self) -> str:
        """The text with its chips as the file has them."""
        return "".join(piece.text for piece in pieces(self.document()))

    def insert_token(self, token: str, end: str = "") -> None:
        """Put a chip where the cursor stands, in the place of what is selected; with `end` around it, and the cursor
        in between."""
        cursor = self.textCursor()
        within = self._selected(cursor) if end else ""
        cursor.beginEditBlock()
        self._insert(cursor, f"{token}{within}")
        place = cursor.position()
        if end:
            self._insert(cursor, end)
        cursor.endEditBlock()
        cursor.setPosition(place if end and not within else cursor.position())
        self.setTextCursor(cursor)
        self.setFocus()

    def embolden(self) -> None:
        """What is selected between two stars, or a pair of them to type into."""
        self.insert_token("**", "**")

    def go_to(self, offset: int) -> None:
        """The cursor to a place of the source."""
        passed = 0
        for piece in pieces(self.document()):
            if passed + len(piece.text) > offset:
                self._stand(piece.at if piece.chip else piece.at + offset - passed)
                return
            passed += len(piece.text)
        self._stand(self.document().characterCount() - 1)

    # ---- what is typed

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A bracket that ends a field or a condition makes a chip of it; Ctrl with Enter belongs to the page."""
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            event.ignore()
            return
        super().keyPressEvent(event)
        if event.text() in ("}", "]"):
            self._close_token()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Words come in, and the chips among them."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        self._insert(cursor, source.text().replace("\r\n", "\n").replace("\t", " "))
        cursor.endEditBlock()

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied has chips as the file has them."""
        made = QMimeData()
        made.setText(self._selected(self.textCursor()))
        return made

    def _close_token(self) -> None:
        cursor = self.textCursor()
        line = cursor.block().text()[: cursor.positionInBlock()]
        found = next((match for match in TOKEN.finditer(line) if match.end() == len(line)), None)
        if found is None or not known(found[0]):
            return
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, len(found[0]))
        cursor.insertText(SIGN, chip_format(found[0]))

    def _insert(self, cursor: QTextCursor, text: str) -> None:
        plain, place = QTextCharFormat(), 0
        for match in TOKEN.finditer(text):
            if not known(match[0]):
                continue
            cursor.insertText(text[place : match.start()], plain)
            cursor.insertText(SIGN, chip_format(match[0]))
            place = match.end()
        cursor.insertText(text[place:], plain)

    def _selected(self, cursor: QTextCursor) -> str:
        first, last = cursor.selectionStart(), cursor.selectionEnd()
        found = []
        for piece in pieces(self.document()):
            if piece.chip:
                found.append(piece.text if first <= piece.at < last else "")
            else:
                found.append(piece.text[max(first - piece.at, 0) : max(last - piece.at, 0)])
        return "".join(found)

    def _stand(self, place: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(place)
        self.setTextCursor(cursor)
        self.setFocus()

    # ---- how it looks

    def _changed(self) -> None:
        self._number()
        self.edited.emit()

    def _number(self) -> None:
        numbers = numbered(self.document())
        if numbers != self._painter.numbers:
            self._painter.numbers = numbers
            # A number more or less makes a chip wider: the lines are laid anew.
            self.document().markContentsDirty(0, self.document().characterCount())

    def _grow(self) -> None:
        tall = round(self.document().size().height()) + px(_EDGES) // 2
        self.setFixedHeight(max(tall, self.fontMetrics().lineSpacing() + px(_EDGES)))


class _BoldWords(QSyntaxHighlighter):
    """Words between two pairs of stars are bold; the stars themselves stand back."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)

    def highlightBlock(self, text: str) -> None:
        """One paragraph."""
        within = _BOLD.globalMatch(text)
        while within.hasNext():
            found = within.next()
            start, length = found.capturedStart(), found.capturedLength()
            for place in range(start + 2, start + length - 2):
                shown = self.format(place)
                if shown.objectType() != KIND and text[place] != SIGN:
                    shown.setFontWeight(QFont.Weight.Bold)
                    self.setFormat(place, 1, shown)
            stars = QTextCharFormat()
            stars.setForeground(tokens.VIEN)
            self.setFormat(start, 2, stars)
            self.setFormat(start + max(length - 2, 0), 2, stars)
