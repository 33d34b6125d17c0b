"""One who signs: name, capacity, days, what for; beside it the block as the letter will show it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from common.words import signatories as said
from desk_app.services.trouble import Trouble
from desk_app.ui.ask import Asker
from desk_app.ui.parts.button import button, quiet_button
from desk_app.ui.parts.card import words
from desk_app.ui.parts.key_page import field
from desk_app.ui.parts.labelled import Labelled
from desk_app.ui.parts.over import Over
from desk_app.ui.settings.signed_block import SignedBlock
from desk_app.ui.settings.signing import SignerModel
from desk_app.ui.theme.look import face, px
from desk_app.ui.told import sentence_of

_BESIDE, _WIDE = 760, 780


class SignerDialog(Over):
    """`kept` carries what to say once it is written."""

    kept = Signal(str)

    def __init__(self, model: SignerModel, asker: Asker, parent: QWidget) -> None:
        super().__init__(parent)
        self.model, self._asker = model, asker
        title = said.NEW_TITLE if model.old is None else said.OLD_TITLE
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.name, self.title = field(said.NAME, model.name), _forms(model.title)
        self.first, self.last = field(said.FIRST, model.first), field(said.LAST, model.last)
        self.places = {
            "name": Labelled(said.NAME, self.name, "" if model.signed else said.NAME_HINT),
            "title": Labelled(said.TITLE, self.title, "" if model.signed else said.TITLE_HINT),
            "first": Labelled(said.FIRST, self.first),
            "last": Labelled(said.LAST, self.last, said.LAST_HINT),
        }
        self.use = button("", "F8")
        self.offer, self.look, self.trouble = (words("", voice, 10.5) for voice in ("look", "look", "wrong"))
        self.ticks = {kind: _tick(text, kind in model.usual) for kind, text in said.USUAL_WORDS.items()}
        self.block = SignedBlock()
        self.remove, self.leave = quiet_button(said.REMOVE, "Ctrl+D"), button(said.LEAVE, "Esc")
        self.keep = button(said.KEEP, "Enter", primary=True)
        body, foot = self._body(title), self._foot()
        self._open()
        self._told()
        self.hold(body, foot, px(_WIDE))
        self._connect()
        (self.name if model.old is None else self.last).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps, F8 takes the offered name, Ctrl+D takes the entry out, Esc leaves."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            next((each for each in (self.leave, self.remove, self.use) if each.hasFocus()), self.keep).click()
        elif event.key() == Qt.Key.Key_F8 and self.use.isVisible():
            self.use.click()
        elif event.key() == Qt.Key.Key_D and control and self.remove.isVisible():
            self.remove.click()
        else:
            super().keyPressEvent(event)

    # ---- acts

    def _typed(self) -> None:
        model = self.model
        model.name, model.title = self.name.text(), self.title.currentText()
        model.first, model.last = self.first.text(), self.last.text()
        model.usual = {kind for kind, tick in self.ticks.items() if tick.isChecked()}
        lacks = model.lacks()
        for name, place in self.places.items():
            if name not in lacks:
                place.say("")
        self._told()
        self.grow()

    def _told(self) -> None:
        told, proper = self.model.offer()
        self.offer.setText(told)
        self.use.set_words(said.USE.format(name=proper))
        self.look.setText("\n".join(self.model.told()))
        for widget, shown in ((self.offer, told), (self.use, proper), (self.look, self.look.text())):
            widget.setVisible(bool(shown))
        self.block.put(self.model.authority(), self.model.name.strip())

    def _take_offer(self) -> None:
        self.name.setText(self.model.offer()[1])
        self.name.setFocus()

    def _keep(self) -> None:
        lacks = self.model.lacks()
        for name, place in self.places.items():
            place.say(lacks.get(name, ""))
        if lacks:
            self.grow()
            self.places[next(name for name in self.places if name in lacks)].input.setFocus()
            return
        end = self._end_others()
        if end is not None:
            self._try(lambda: self.model.keep(end))

    def _end_others(self) -> bool | None:
        """Whether the chair before ends now; None to look at it again. Asked only where somebody else is chair."""
        told, day = self.model.heads_told(), self.model.may_end()
        if not told or self.model.old is not None:
            return False
        choices = ((True, said.HEADS_END.format(day=day)), (False, said.HEADS_BOTH), (None, said.HEADS_BACK))
        offered = [(value, text) for value, text in choices if day or value is not True]
        answer = self._asker.ask(said.HEADS_TITLE, told, [text for _, text in offered])
        return offered[answer][0]

    def _remove(self) -> None:
        asked = (said.REMOVE_TITLE.format(name=self.model.name), said.REMOVE_TEXT)
        if self._asker.ask(*asked, (said.REMOVE_YES, said.REMOVE_NO)) == 0:
            self._try(self.model.remove)

    def _try(self, act: Callable[[], str]) -> None:
        try:
            told = act()
        except Trouble as trouble:
            self.trouble.setText(sentence_of(trouble))
            self.trouble.show()
            self.grow()
            return
        self.accept()
        self.kept.emit(told)

    # ---- making

    def _connect(self) -> None:
        for typed in (self.name, self.first, self.last):
            typed.textChanged.connect(self._typed)
        self.title.currentTextChanged.connect(self._typed)
        for tick in self.ticks.values():
            tick.toggled.connect(self._typed)
        acts = ((self.use, self._take_offer), (self.keep, self._keep), (self.remove, self._remove))
        for press, act in (*acts, (self.leave, self.reject)):
            press.clicked.connect(act)

    def _open(self) -> None:
        """Of somebody who signed already the last day can change, and what for."""
        for widget in (self.name, self.title, self.first):
            widget.setEnabled(not self.model.signed)
        self.remove.setVisible(self.model.old is not None and not self.model.signed)
        self.trouble.hide()

    def _body(self, title: str) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setSpacing(10)
        column.addWidget(words(title, points=13, bold=True))
        if self.model.signed:
            column.addWidget(words(said.SIGNED, "second", 10.5))
        ways = QBoxLayout.Direction
        beside = self.room().width() >= px(_BESIDE)
        both = QBoxLayout(ways.LeftToRight if beside else ways.TopToBottom)
        both.setSpacing(20 if beside else 10)
        both.addLayout(self._fields(), 3)
        both.addLayout(self._shown(), 2)
        column.addLayout(both)
        column.addWidget(words(said.USUAL, points=10.5, bold=True))
        column.addLayout(self._usual(3 if beside else 2))
        for told in (self.look, self.trouble):
            column.addWidget(told)
        return body

    def _fields(self) -> QVBoxLayout:
        column, days = QVBoxLayout(), QHBoxLayout()
        column.setSpacing(10)
        days.setSpacing(12)
        for name in ("first", "last"):
            days.addWidget(self.places[name], 1, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.places["name"])
        column.addWidget(self.offer)
        column.addWidget(self.use, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.places["title"])
        column.addLayout(days)
        column.addStretch(1)
        return column

    def _shown(self) -> QVBoxLayout:
        column = QVBoxLayout()
        told = words(said.BLOCK, "second", 10.5)
        told.setWordWrap(False)
        column.setSpacing(4)
        column.addWidget(told, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.block)
        column.addStretch(1)
        return column

    def _usual(self, wide: int) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        for place, tick in enumerate(self.ticks.values()):
            grid.addWidget(tick, place // wide, place % wide)
        return grid

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.remove)
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.keep)
        return row


def _forms(chosen: str) -> QComboBox:
    made = QComboBox()
    made.setEditable(True)
    made.addItems(said.FORMS)
    made.setCurrentText(chosen)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(12)
    return made


def _tick(text: str, on: bool) -> QCheckBox:
    tick = QCheckBox(text)
    tick.setFont(face(10.5))
    tick.setChecked(on)
    return tick
