"""What may be chosen for one letter: whom it goes to, its words, how people are called, who signs. It knows no rule."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from common.words import choosing as said
from desk_app.services.choosing import Options
from desk_app.services.letter_values import Wish
from desk_app.ui.choosing.free_line import FreeLine
from desk_app.ui.choosing.model import Choice
from desk_app.ui.parts.button import button
from desk_app.ui.parts.card import words
from desk_app.ui.parts.keycap import KeyCap
from desk_app.ui.parts.labelled import Labelled
from desk_app.ui.parts.over import Over
from desk_app.ui.theme.look import face, px

_WIDE, _BESIDE, _MOST = 560, 480, 20


class ChoosingSheet(Over):
    """`changed` carries the wish each time something else is chosen, `chosen` once it is taken; Esc gives back the wish
    as it came, by `changed`."""

    changed = Signal(object)
    chosen = Signal(object)

    def __init__(self, options: Options, wish: Wish, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before, self._choice = wish, Choice(options, wish)
        self.setWindowTitle(said.TITLE)
        self.setAccessibleName(said.TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._keys: list[QAbstractButton] = []
        self.ways, self.ticks = self._ways(), self._ticks()
        self.called = {one.whose: self._called(one.whose, one.usual) for one in options.called}
        self.signer, self.line = self._signer(), FreeLine()
        self._lay_out()
        self._show()
        self._connect()
        chosen = (one for one in self._keys if isinstance(one, QRadioButton) and one.isChecked())
        next(chosen, self._keys[0]).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl and a digit choose, Enter takes it all, Esc leaves everything as it was."""
        place = event.key() - int(Qt.Key.Key_1)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            held = self.focusWidget()
            held.click() if held in (self._no, self._usual) else self._take()
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier and -1 <= place < len(self._keys):
            self._press(self._keys[place] if place >= 0 else self._usual)
        else:
            super().keyPressEvent(event)

    def _press(self, key: QAbstractButton) -> None:
        if key.isEnabled():
            key.setFocus()
            key.click()

    def showEvent(self, event: QShowEvent) -> None:
        """Over the fields: the letter beside them stays in sight where there is room for both."""
        super().showEvent(event)
        parent = self.parentWidget()
        if parent is not None and parent.window().width() > self.width() + px(_BESIDE):
            corner = parent.window().frameGeometry().topLeft()
            room = parent.window().width() - px(_BESIDE) - self.width()
            self.move(corner.x() + max(room // 2, 0), corner.y() + (parent.window().height() - self.height()) // 2)

    def reject(self) -> None:
        """As it was."""
        self.changed.emit(self._before)
        super().reject()

    # ---- making

    def _ways(self) -> dict[str, QRadioButton]:
        return {one.code: QRadioButton(one.words) for one in self._choice.options.ways}

    def _ticks(self) -> dict[str, QCheckBox]:
        made = {one.code: QCheckBox(one.words) for one in self._choice.options.ticks}
        for one in self._choice.options.ticks:
            made[one.code].setEnabled(one.possible)
        return made

    def _called(self, whose: str, usual: str) -> QLineEdit:
        typed = QLineEdit()
        typed.setObjectName(f"call:{whose}")
        typed.setMaxLength(_MOST)
        typed.setPlaceholderText(usual)
        typed.setAccessibleDescription(said.USUAL_ADDRESS.format(word=usual))
        return typed

    def _signer(self) -> QComboBox:
        signer = QComboBox()
        for one in self._choice.options.signers:
            signer.addItem(one.words, one.code)
        signer.setAccessibleName(said.SIGNS)
        signer.setMinimumContentsLength(12)
        signer.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        return signer

    def _lay_out(self) -> None:
        body, options = QWidget(), self._choice.options
        column = QVBoxLayout(body)
        column.setSpacing(7)
        column.addWidget(words(said.TITLE, points=13, bold=True))
        column.addWidget(words(said.TEXT, "second", 10.5))
        if not self.ways:
            column.addWidget(words(options.by_record, bold=True))
        else:
            self._group(column, said.WHOM if options.kind == "birth" else said.WHICH, list(self.ways.values()))
        if self.called:
            column.addLayout(self._calling())
        self._group(column, said.MORE, list(self.ticks.values()))
        if len(options.signers) > 1:
            column.addWidget(Labelled(said.SIGNS, self.signer))
        column.addWidget(self.line)
        self.line.show()
        self.hold(body, self._foot(), px(_WIDE))
        self.line.show()

    def _group(self, column: QVBoxLayout, title: str, rows: Sequence[QAbstractButton]) -> None:
        if len(rows) > 1:
            column.addWidget(words(title, bold=True))
        for widget in rows:
            self._keys.append(widget)
            widget.setFont(face(11.25))
            widget.setAccessibleDescription(f"Ctrl+{len(self._keys)}")
            widget.setMinimumHeight(px(24))
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(KeyCap(f"Ctrl+{len(self._keys)}"))
            row.addWidget(widget, 1)
            column.addLayout(row)

    def _calling(self) -> QGridLayout:
        """Two beside each other where there is room."""
        grid, side = QGridLayout(), 3 if self.room().width() >= px(_WIDE) else 2
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        for place, one in enumerate(self._choice.options.called):
            typed = Labelled(one.label, self.called[one.whose])
            grid.addWidget(typed, place // side, place % side)
        return grid

    def _foot(self) -> QHBoxLayout:
        yes, self._no = button(said.YES, "Enter", primary=True), button(said.NO, "Esc")
        self._usual = button(said.USUAL, "Ctrl+0")
        self._usual.set_kind("link")
        yes.clicked.connect(self._take)
        self._no.clicked.connect(self.reject)
        self._usual.clicked.connect(self._as_usual)
        row = QHBoxLayout()
        row.addWidget(self._usual)
        row.addStretch(1)
        row.addWidget(self._no)
        row.addWidget(yes)
        return row

    # ---- what happens

    def _show(self) -> None:
        choice = self._choice
        for code, radio in self.ways.items():
            radio.setChecked(code == choice.way)
        for code, tick in self.ticks.items():
            tick.setChecked(choice.ticked(code))
        for whose, typed in self.called.items():
            typed.setText(choice.called(whose))
        self.signer.setCurrentIndex(max(0, self.signer.findData(choice.wish.signatory)))
        self.line.put(choice.wish.free_line)
        self.line.show()

    def _connect(self) -> None:
        choice = self._choice
        for code, radio in self.ways.items():
            radio.clicked.connect(self._after(lambda *_, code=code: choice.go(code)))
        for code, tick in self.ticks.items():
            # Through `_after` a click tells nothing of itself: whether it is on is asked of the box.
            tick.clicked.connect(self._after(lambda *_, code=code, tick=tick: choice.tick(code, tick.isChecked())))
        for whose, typed in self.called.items():
            typed.textEdited.connect(self._after(lambda text, whose=whose: choice.call(whose, text)))
        self.signer.activated.connect(self._after(lambda place: choice.sign(self.signer.itemData(place))))
        self.line.written.connect(self._after(choice.say))

    def _after(self, act: Callable[..., None]) -> Callable[..., None]:
        def done(*told: object) -> None:
            act(*told)
            self.changed.emit(self._choice.wish)

        return done

    def _as_usual(self) -> None:
        self._choice.as_usual()
        self._show()
        self.changed.emit(self._choice.wish)

    def _take(self) -> None:
        self.accept()
        self.chosen.emit(self._choice.wish)
