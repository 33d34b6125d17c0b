"""The screen turned to the citizen: it lies over everything, and only a password leads back to work."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QScreen,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from common.words import counter as said
from desk_app.services.desk import Desk
from desk_app.ui.counter.choices import Choices
from desk_app.ui.counter.head import Head
from desk_app.ui.counter.model import SILENCE_S, THANKS, CounterModel
from desk_app.ui.counter.staff import StaffEntry
from desk_app.ui.parts.as_read import go_on
from desk_app.ui.parts.button import button, quiet_button
from desk_app.ui.parts.card import words
from desk_app.ui.parts.key_page import spoken
from desk_app.ui.parts.scroll import Scrolled
from desk_app.ui.theme.icons import ornament
from desk_app.ui.theme.look import SEMIBOLD, face, px, wear
from desk_app.ui.theme.tokens import DIEP

_TICK_MS = 250
_QUESTION, _LOW_QUESTION, _NOTE, _BUTTON = 28, 19, 15, 15
"""Points: 15 pt are 20 px."""
_LOW = 620
_ABOVE_ALL = Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint


class CounterScreen(QWidget):
    """`leave_asked(typed)` wants to go back to work: `let_go` closes the screen, `refuse` keeps it."""

    leave_asked = Signal(str)

    def __init__(self, desk: Desk, seconds: Callable[[], float], greeting: str = "") -> None:
        super().__init__()
        wear(self)
        self.model, self._seconds, self._greeting = CounterModel(desk, seconds), seconds, greeting
        self.pin, self._free, self._asked_at = False, False, seconds()
        self.setObjectName("counter")
        self.setWindowTitle(said.TITLE)
        self.setAccessibleName(said.TITLE)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.question, self.note = words("", points=_QUESTION, bold=True), words("", "second", _NOTE)
        self.told, self.choices, self.entry = words("", "good", _NOTE), Choices(), StaffEntry(seconds)
        self.language, self.change = quiet_button("", "F2"), quiet_button("", "F3")
        self.staff, self.thanks = quiet_button(said.STAFF, "F12"), QLabel()
        self.parent_name = words("", "second", 11.25)
        self.stop, self.on = quiet_button("", "End"), button("", "0", primary=True)
        self._lay_out(desk)
        self._wire()
        self.tick = QTimer(self)
        self.tick.setInterval(_TICK_MS)
        self.tick.timeout.connect(self.look)
        self._show_entry(False)
        self.show_step()

    def stand(self, screen: QScreen) -> None:
        """Cover this whole screen, over every other window."""
        self.setWindowFlags(_ABOVE_ALL)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.tick.start()
        self.showFullScreen()
        self._come_back()

    def let_go(self) -> None:
        """Back to work."""
        self._free = True
        self.tick.stop()
        self.close()

    def refuse(self, text: str = "") -> None:
        """What was typed was wrong; `text` where something else stood in the way."""
        self.entry.refuse(text)

    def look(self) -> None:
        """What time brings: the beginning after thanks or silence."""
        forgotten = self.entry.isVisible() and self._seconds() - self._asked_at >= SILENCE_S
        if forgotten or self.model.look():
            self._show_entry(False)
            self.show_step()

    def show_step(self) -> None:
        """What the model has in front."""
        model = self.model
        end = model.step == THANKS
        self.question.setText(model.question)
        self.note.setText(model.note)
        self.told.setText(model.chosen)
        self._top.setVisible(bool(model.chosen))
        self.thanks.setVisible(end)
        self.choices.put(model.offers, model.set.scale)
        self.language.set_words(said.LANGUAGES["en" if model.language == "vi" else "vi"])
        self.language.setVisible(not end)
        self._spread()
        for which, name in ((self.change, "change"), (self.stop, "stop")):
            which.set_words(said.tell(model.language, name))
        self.on.set_words(said.tell(model.language, "on" if model.step == "reason" else "pass"))
        for each in (self.change, self.stop, self.on):
            each.setVisible(model.may_pass)
        # Nothing is chosen beforehand: Enter pressed once too often must not answer.
        self.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """The screen itself has the keys: no button wears a ring before somebody chose."""
        super().showEvent(event)
        self.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A low screen gives its room to what is tapped."""
        super().resizeEvent(event)
        self._spread()

    # ---- what is pressed

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits tap, the keys on the caps press their buttons; every other key ends here."""
        typed = spoken(QKeySequence(event.keyCombination()).toString())
        held = self.focusWidget()
        shown = (self.language, self.change, self.staff, self.stop, self.on, self.entry.open, self.entry.later)
        pressed = next((each for each in shown if each.key() == typed and each.isVisible() and each.isEnabled()), None)
        if typed == "Enter" and held is not None and hasattr(held, "click"):
            held.click()
        elif pressed is not None:
            pressed.click()
        elif len(typed) == 1 and typed in "123456789" and not self.entry.isVisible():
            self._tap(int(typed) - 1)
        event.accept()

    def event(self, event: QEvent) -> bool:
        """No shortcut of the program works from here."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab and Shift+Tab, as what stands here is read."""
        return go_on(self, next) or super().focusNextPrevChild(next)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Alt+F4 or the task bar close nothing."""
        event.setAccepted(self._free)

    def changeEvent(self, event: QEvent) -> None:
        """Another window came to the front: come back over it."""
        super().changeEvent(event)
        behind = event.type() in (QEvent.Type.ActivationChange, QEvent.Type.WindowStateChange)
        if behind and self.tick.isActive() and not (self.isActiveWindow() and self.isFullScreen()):
            QTimer.singleShot(0, self._come_back)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(DIEP))
        painter.end()

    # ---- acts

    def _tap(self, place: int) -> None:
        self.model.tap(place)
        self.show_step()

    def _pass(self) -> None:
        self.model.pass_over()
        self.show_step()

    def _stop(self) -> None:
        self.model.stop()
        self.show_step()

    def _change(self) -> None:
        self.model.change()
        self.show_step()

    def _turn(self) -> None:
        self.model.other_language()
        self.show_step()

    def _typing(self) -> None:
        self._asked_at = self._seconds()

    def _come_back(self) -> None:
        if self._free:
            return
        if not self.isFullScreen():
            self.showFullScreen()
        self.raise_()
        self.activateWindow()

    def _show_entry(self, on: bool) -> None:
        self.entry.setVisible(on)
        for each in (self.choices, self.question, self.note, self._foot, self.staff):
            each.setVisible(not on)
        if on:
            self._asked_at = self._seconds()
            for part in (self._top, self.thanks, self.language):
                part.hide()
            self._spread()
            self.entry.begin(self._greeting, self.pin)
        else:
            self.show_step()

    def _spread(self) -> None:
        low, asked = self.height() < px(_LOW), self.entry.isVisibleTo(self)
        self.question.setFont(face(_LOW_QUESTION if low else _QUESTION, SEMIBOLD))
        self.note.setVisible(not asked and (not low or not self.model.may_pass or self.model.trouble))
        self.parent_name.setVisible(not low)
        middle = asked or self.model.step == THANKS
        for place, room in ((0, 2), (self._column.count() - 1, 3)):
            self._column.setStretch(place, room if middle else 0)

    # ---- making

    def _wire(self) -> None:
        self.choices.tapped.connect(self._tap)
        self.on.clicked.connect(self._pass)
        self.stop.clicked.connect(self._stop)
        self.change.clicked.connect(self._change)
        self.language.clicked.connect(self._turn)
        self.staff.clicked.connect(lambda: self._show_entry(True))
        self.entry.field.textEdited.connect(lambda text: self._typing())
        self.entry.left.connect(lambda: self._show_entry(False))
        self.entry.asked.connect(self.leave_asked)

    def _lay_out(self, desk: Desk) -> None:
        for each in (self.language, self.change, self.stop, self.on):
            each.setFont(face(_BUTTON, SEMIBOLD))
            each.setProperty("tall", each is self.on)
        self.thanks.setPixmap(ornament("sen-nho", px(120), self.devicePixelRatioF()))
        for label in (self.question, self.note, self.thanks):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.staff.setProperty("small", True)
        self.told.setWordWrap(False)
        body, self._top, self._foot = QWidget(), QWidget(), QWidget()
        column = self._column = QVBoxLayout(body)
        column.setContentsMargins(px(24), px(8), px(24), px(6))
        column.setSpacing(px(6))
        column.addStretch(0)
        for part in (self._top, self.thanks, self.question, self.note):
            column.addWidget(part)
        column.addWidget(self.choices, 1)
        held = QWidget()
        _row(held, (self.entry,), middle=True)
        column.addWidget(held)
        column.addStretch(0)
        _row(self._top, (self.told, self.change), middle=True)
        _row(self._foot, (self.stop, self.on))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, px(8))
        outer.setSpacing(px(6))
        outer.addWidget(self._head(desk))
        outer.addWidget(Scrolled(body), 1)
        last = QHBoxLayout()
        last.setContentsMargins(px(24), 0, px(24), 0)
        last.addWidget(self.staff)
        last.addWidget(self._foot, 1)
        outer.addLayout(last)

    def _head(self, desk: Desk) -> QWidget:
        """The office, as on its letters, and the other language."""
        head, lotus, lines = Head(), QLabel(), QVBoxLayout()
        lotus.setPixmap(ornament("sen-nho", px(44), head.devicePixelRatioF()))
        unit, parent = desk.voice.office()
        lines.setSpacing(0)
        lines.addWidget(words(said.office_of(unit), points=15, bold=True))
        self.parent_name.setText(parent)
        lines.addWidget(self.parent_name)
        row = QHBoxLayout(head)
        row.setContentsMargins(px(24), px(8), px(24), px(8))
        row.setSpacing(px(14))
        row.addWidget(lotus)
        row.addLayout(lines, 1)
        row.addWidget(self.language)
        return head


def _row(held: QWidget, parts: Sequence[QWidget], middle: bool = False) -> None:
    """Parts in one line, at the right or in the middle."""
    row = QHBoxLayout(held)
    row.setContentsMargins(0, 0, 0, 0)
    row.addStretch(1)
    for part in parts:
        row.addWidget(part)
    row.addStretch(int(middle))
