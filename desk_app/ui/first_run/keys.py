"""Step 4: the rescue sheet printed and proved from its paper; the keys exchanged with the level above, or later."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from common.words import first_run as said
from desk_app.services.tie_view import KeyExchange
from desk_app.ui.first_run.model import FirstRunModel
from desk_app.ui.first_run.proof import ASKED, Proof
from desk_app.ui.first_run.step import Chips, Row, StepView, hair
from desk_app.ui.parts.button import button
from desk_app.ui.parts.card import put_words, words
from desk_app.ui.parts.key_page import field
from desk_app.ui.parts.labelled import Labelled
from desk_app.ui.theme.look import px
from desk_app.ui.theme.sheet import restyle

_GROUP_WIDE = 112


class ProofFields(QWidget):
    """Three groups to type; whoever types in them sees no sheet on the screen (`reading`)."""

    typed = Signal()
    reading = Signal()

    def __init__(self, proof: Proof) -> None:
        super().__init__()
        self.proof = proof
        self.fields = tuple(field(said.group_label(number)) for number in ASKED)
        self.told = words(said.groups_right(0), "second", 10.5)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for number, each in zip(ASKED, self.fields, strict=True):
            each.setMaxLength(6)
            each.setMaximumWidth(px(_GROUP_WIDE))
            each.textChanged.connect(self._typed)
            each.installEventFilter(self)
            row.addWidget(Labelled(said.group_label(number), each), 2)
        row.addWidget(self.told, 3, Qt.AlignmentFlag.AlignBottom)
        self.told.setMinimumHeight(px(36))

    def texts(self) -> tuple[str, ...]:
        """What stands in the fields."""
        return tuple(each.text() for each in self.fields)

    def proved(self) -> bool:
        """Whether all three were read from the paper."""
        return self.proof.proved(self.texts())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A field that gets the focus asks for the sheet to be covered."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QLineEdit):
            self.reading.emit()
        return super().eventFilter(watched, event)

    def _typed(self) -> None:
        count = self.proof.right(self.texts())
        self.told.setText(said.groups_right(count))
        self.told.setProperty("voice", "good" if count == len(ASKED) else "second")
        restyle(self.told)
        self.typed.emit()


class SheetRows(QWidget):
    """Print the sheet, prove it: what the first run and a renewed sheet have in common."""

    covered = Signal(bool)
    print_asked = Signal()

    def __init__(self, proof: Proof) -> None:
        super().__init__()
        self.print, self.cover = button(said.PRINT, "Ctrl+P", icon="printer"), button(said.SHEET_HIDE, "Ctrl+H")
        self.proof = ProofFields(proof)
        self._covered = False
        self.paper = Row("file-text", said.ROW_PRINT, said.ROW_PRINT_TEXT)
        self.paper.right(self.print)
        trial = Row("clipboard-text", said.ROW_TRY, said.ROW_TRY_TEXT)
        trial.right(self.cover)
        trial.body.addWidget(self.proof)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.paper, hair(), trial):
            column.addWidget(widget)
        self.print.clicked.connect(self.print_asked)
        self.cover.clicked.connect(lambda: self._turn(not self._covered))
        for signal in (self.proof.reading, self.proof.typed):
            signal.connect(lambda: self._turn(True))

    def printed(self) -> None:
        """The printer has taken the sheet; another one is equal to it."""
        self.paper.done(said.ROW_PRINTED)
        self.print.set_words(said.PRINT_AGAIN)
        self._turn(True)
        self.proof.fields[0].setFocus()

    def _turn(self, covered: bool) -> None:
        self._covered = covered
        self.cover.set_words(said.SHEET_SHOW if covered else said.SHEET_HIDE)
        self.covered.emit(covered)


class KeysStep(StepView):
    """Password set, sheet printed, sheet proved, keys exchanged."""

    card_asked = Signal()
    take_asked = Signal()
    confirm_asked = Signal(str)

    def __init__(self, model: FirstRunModel) -> None:
        super().__init__(model, said.SHEET_TITLE, said.SHEET_TEXT)
        self.sheet = SheetRows(model.proof)
        self.sheet.proof.typed.connect(self.changed)
        self.password = Row("lock", said.ROW_PASSWORD, "")
        self.tie = Row("key", said.ROW_TIE, f"{said.ROW_TIE_TEXT} {said.ROW_TIE_LATER}")
        self.card, self.take = button(said.TIE_CARD, "Ctrl+E", icon="device-floppy"), button(said.TIE_TAKE, "Ctrl+O")
        self.words, self.told = Chips(said.ROW_TIE, 13), words("", "second", 10.5)
        self.heard, self.confirm = field(said.TIE_HEARD), button(said.TIE_CONFIRM, "Ctrl+Enter")
        self._lay_out()
        self.card.clicked.connect(self.card_asked)
        self.take.clicked.connect(self.take_asked)
        self.heard.textChanged.connect(self._heard)
        self.confirm.clicked.connect(lambda: self.confirm_asked.emit(self.heard.text()))
        self._show_words((), compare=False)

    def first(self) -> QWidget:
        """Print, or type."""
        return self.sheet.print

    def put(self) -> None:
        """The register is made: say for whom."""
        self.password.text.setText(said.password_set(self.model.user.strip()))
        self.password.done(said.ROW_DONE)

    def show_keys(self, keys: KeyExchange, told: str) -> None:
        """How far the exchange has come, and what was just done."""
        shown = keys.waiting or keys.in_force
        self._show_words(shown.words if shown else (), compare=keys.waiting is not None)
        self.say_tie(told)

    def say_tie(self, text: str, wrong: bool = False) -> None:
        """One line under the words."""
        put_words(self.told, text)
        self.told.setProperty("voice", "wrong" if wrong else "second")
        restyle(self.told)

    def _lay_out(self) -> None:
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.card)
        acts.addWidget(self.take)
        acts.addStretch(1)
        compare = QHBoxLayout()
        compare.setSpacing(8)
        compare.addWidget(self.heard, 1)
        compare.addWidget(self.confirm)
        self.heard.setPlaceholderText(said.TIE_HEARD)
        self.tie.body.addLayout(acts)
        self.tie.body.addWidget(self.words)
        self.tie.body.addWidget(self.told)
        self.tie.body.addLayout(compare)
        rows = QVBoxLayout()
        rows.setSpacing(0)
        for widget in (hair(), self.password, hair(), self.sheet, hair(), self.tie):
            rows.addWidget(widget)
        self.column.addLayout(rows)

    def _show_words(self, told: Sequence[str], compare: bool) -> None:
        self.words.setVisible(bool(told))
        self.words.show_words(told)
        self.told.setVisible(bool(self.told.text()))
        for widget in (self.heard, self.confirm):
            widget.setVisible(compare)
        self.confirm.setEnabled(False)

    def _heard(self, text: str) -> None:
        self.confirm.setEnabled(len(text.split()) == len(self.words.widgets()))
