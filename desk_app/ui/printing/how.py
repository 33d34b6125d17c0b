"""How to print: printer, paper, copies, ink, and how far the print is moved."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QLabel, QRadioButton, QSpinBox, QVBoxLayout, QWidget

from common.words import print_paper as papers
from common.words import printing as said
from desk_app.services.printers import FARTHEST, ORNATE, PLAIN, PrinterSetup
from desk_app.ui.actions import BY_ID
from desk_app.ui.parts.button import quiet_button
from desk_app.ui.parts.card import Card, block_title, put_words, words
from desk_app.ui.parts.flush import aligned, fit_flush
from desk_app.ui.parts.refill import refill
from desk_app.ui.theme.look import SEMIBOLD, face, px
from desk_app.ui.theme.sheet import restyle
from desk_app.ui.theme.tokens import HEIGHT

MOST_COPIES = 20
_WIDEST = 304
_LEAST = 72


class TenthsField(QSpinBox):
    """Tenths of a millimetre, written as people write them: 1,0 or -0,5."""

    def __init__(self, prefix: str, name: str) -> None:
        super().__init__()
        self.setRange(-FARTHEST, FARTHEST)
        self.setPrefix(prefix)
        self.setAccessibleName(name)

    def textFromValue(self, value: int) -> str:
        """-5 → -0,5"""
        return f"{'-' if value < 0 else ''}{abs(value) // 10},{abs(value) % 10}"

    def valueFromText(self, text: str) -> int:
        """-0,5 → -5; a full stop does as well."""
        return round(float(self._number(text).replace(",", ".")) * 10)

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        """A number with one figure behind the comma; half typed is all right."""
        number = self._number(text).replace(",", ".")
        if number in ("", "-", "."):
            return QValidator.State.Intermediate, text, place
        try:
            inside = abs(float(number)) * 10 <= FARTHEST and len(number.partition(".")[2]) <= 1
        except ValueError:
            inside = False
        return (QValidator.State.Acceptable if inside else QValidator.State.Invalid), text, place

    def _number(self, text: str) -> str:
        return text.removeprefix(self.prefix()).strip()


class HowToPrint(Card):
    """The right column, for one kind of letter. `printer_changed` carries the name, `stock_changed()` comes with other
    paper, `test_asked` wants the sheet with rulers."""

    printer_changed = Signal(str)
    stock_changed = Signal()
    test_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.kind, self._size = "", "A5"
        self.heading = block_title(said.HOW)
        self.body.addWidget(self.heading)
        self.printer, self.paper, self.copies = QComboBox(), QComboBox(), QSpinBox()
        self.state = words("", "good", 9.5)
        self.black, self.colour = QRadioButton(said.BLACK), QRadioButton(said.COLOUR)
        self.across = TenthsField(said.ACROSS, f"{said.OFFSET} {said.ACROSS}{said.OFFSET_UNIT}")
        self.down = TenthsField(said.DOWN, f"{said.OFFSET} {said.DOWN}{said.OFFSET_UNIT}")
        self.beside(True)
        self._lay_out()
        self.printer.currentTextChanged.connect(self.printer_changed)

    def beside(self, beside: bool) -> None:
        """Whether it is a column of its own, or has the room of the sheet."""
        self.setMinimumWidth(min(px(270), _WIDEST) if beside else 0)
        self.setMaximumWidth(min(px(270), _WIDEST) if beside else px(420))

    def setup(self) -> PrinterSetup:
        """What is chosen here."""
        ink = "colour" if self.colour.isChecked() else "black"
        return PrinterSetup(ink, self.across.value(), self.down.value(), self.stock())

    def stock(self) -> str:
        """The stock that is chosen."""
        return str(self.paper.currentData() or PLAIN)

    def show_kind(self, kind: str, size: str) -> None:
        """Whose letters this is about, and the paper they are drawn on ("" while that is not known yet)."""
        self.kind, size = kind, size or self._size
        self.heading.setText(papers.HOW_OF.format(letter=papers.letter_named(kind)) if kind else said.HOW)
        if size != self._size:
            self._size = size
            self._show_papers(self.stock())

    def tell_others(self, text: str) -> None:
        """What is said of letters that go another way."""
        put_words(self.others, text)

    def show_setup(self, setup: PrinterSetup) -> None:
        """Show what is remembered."""
        (self.colour if setup.ink == "colour" else self.black).setChecked(True)
        self.across.setValue(setup.across)
        self.down.setValue(setup.down)
        self._show_papers(setup.stock)

    def show_printers(self, names: Sequence[str], chosen: str = "") -> None:
        """List the printers; the one chosen stays chosen while it is there, unless another is named."""
        before = chosen or self.printer.currentText()
        self.printer.blockSignals(True)
        self.printer.clear()
        self.printer.addItems(list(names))
        self.printer.setCurrentIndex(max(self.printer.findText(before), 0) if names else -1)
        self.printer.blockSignals(False)
        self.printer.setEnabled(bool(names))
        self.test.setVisible(bool(names))
        ready = papers.READY_FOR.format(letter=papers.letter_named(self.kind)) if self.kind else said.READY
        self.state.setText(ready if names else said.NO_PRINTER_CHOSEN)
        self.state.setProperty("voice", "good" if names else "look")
        restyle(self.state)
        if self.printer.currentText() != before:
            self.printer_changed.emit(self.printer.currentText())

    def _show_papers(self, chosen: str) -> None:
        """The papers for sheets of this size, the help of the chosen one, the test that suits it."""
        offered = [stock for size, stock in papers.PAPERS if size == self._size]
        refill(self.paper, ((papers.PAPERS[self._size, stock], stock) for stock in offered), chosen)
        self._tell_paper()

    def _other_stock(self) -> None:
        self._tell_paper()
        self.stock_changed.emit()

    def _tell_paper(self) -> None:
        put_words(self.paper_help, papers.PAPER_HELP[self.stock()])
        self.test.set_words(papers.TEST_FRAME if self.stock() == ORNATE else said.TEST_SHEET)
        fit_flush(self.test)

    def _lay_out(self) -> None:
        self.paper_help, self.others = words("", "second", 9.5), words("", "look", 9.5)
        self.others.hide()
        self.copies.setRange(1, MOST_COPIES)
        group = QButtonGroup(self)
        for each in (self.black, self.colour):
            group.addButton(each)
        self.black.setChecked(True)
        self.body.setSpacing(4)
        for number in (self.copies, self.across, self.down):
            _like_other_fields(number, px(HEIGHT["field"]))
            number.setMinimumWidth(px(_LEAST))
        self._field(said.PRINTER, self.printer)
        self.body.addWidget(self.state)
        self.body.addSpacing(4)
        self._pair((said.PAPER, self.paper), (said.COPIES, self.copies))
        self.body.addWidget(self.paper_help)
        self.body.addSpacing(4)
        self.body.addWidget(_label(said.INK))
        self.body.addLayout(_row(self.black, self.colour))
        self.body.addSpacing(4)
        self.body.addWidget(_label(f"{said.OFFSET}, {said.OFFSET_UNIT}"))
        self.body.addLayout(_row(self.across, self.down))
        self.test = quiet_button(said.TEST_SHEET, BY_ID["test-sheet"].shown_key)
        self.test.clicked.connect(self.test_asked)
        self.body.addLayout(aligned(self.test))
        self.body.addWidget(self.others)
        self.body.addStretch(1)
        self._show_papers(PLAIN)
        self.paper.currentIndexChanged.connect(self._other_stock)

    def _field(self, text: str, field: QWidget) -> None:
        label = _label(text)
        label.setBuddy(field)
        field.setAccessibleName(text)
        self.body.addWidget(label)
        self.body.addWidget(field)

    def _pair(self, left: tuple[str, QWidget], right: tuple[str, QWidget]) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for (text, field), share in ((left, 2), (right, 1)):
            column = QVBoxLayout()
            column.setSpacing(4)
            label = _label(text)
            label.setBuddy(field)
            field.setAccessibleName(text)
            column.addWidget(label)
            column.addWidget(field)
            row.addLayout(column, share)
        self.body.addLayout(row)


def _like_other_fields(field: QSpinBox, tall: int) -> None:
    """The line inside a number field would draw a second frame and begin at the edge."""
    line = field.lineEdit()
    line.setStyleSheet("QLineEdit { border: 0; min-height: 0; padding: 0; background: transparent; }")
    line.setTextMargins(px(8), 0, 0, 0)
    field.setFixedHeight(tall)


def _label(text: str) -> QLabel:
    label = QLabel(text)
    label.setFont(face(10, SEMIBOLD))
    return label


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
    return row
