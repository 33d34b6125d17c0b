"""Catches card scans anywhere in the form, before any field sees a key of them."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from desk_app.domain.scan_keys import MEDDLED
from desk_app.ui.form.burst import DIGITS, SWALLOW_MS, WAIT_MS, Burst, is_bar_code, is_scan
from desk_app.ui.form.field_box import FieldBox

_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_SILENT = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta, Qt.Key.Key_CapsLock)
_BUSY_MS = 8
"""Silence that ends this much late was no silence: the window was busy, and keys may be waiting behind the clock."""
_OFTEN_LATE = 4
"""A machine that is always busy ends a scan all the same."""
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


@dataclass(frozen=True, slots=True)
class _Passed:
    """A digit that went on as typing: the box it went to, and what had been chosen there before it."""

    digit: str
    box: FieldBox | None
    answer: str


class ScanFilter(QObject):
    """`scanned` carries the raw text of a scan; `entered` says in which box Enter was pressed. It is `awake` while its
    form is in front: head and foot of the page are watched for all three forms."""

    scanned = Signal(str)
    entered = Signal(QWidget)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.awake = False
        self._burst = Burst()
        self._held: list[QKeyEvent] = []
        self._passed: deque[_Passed] = deque(maxlen=DIGITS)
        self._late = 0
        self._giving_back = False
        self._since_key = QElapsedTimer()
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.setTimerType(Qt.TimerType.PreciseTimer)
        self._silence.timeout.connect(self._ended)
        self._after_scan = QTimer(self)
        self._after_scan.setSingleShot(True)
        self._after_scan.setInterval(SWALLOW_MS)

    def watch(self, widget: QWidget) -> None:
        """Look at every key that goes to this widget or to one inside it."""
        for each in (widget, *widget.findChildren(QWidget)):
            each.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """True where the key is kept from the widget."""
        if not self.awake:
            return False
        if isinstance(event, QKeyEvent) and isinstance(watched, QWidget) and _has_focus(watched):
            if event.type() == QEvent.Type.ShortcutOverride:
                return self._before_shortcut(event)
            if event.type() == QEvent.Type.KeyPress:
                return self._key(watched, event)
        elif isinstance(event, QInputMethodEvent):
            return self._composed(event)
        elif isinstance(event, QFocusEvent) and event.lostFocus() and isinstance(watched, QWidget):
            self._left(watched)
        return False

    def settle(self) -> None:
        """Give back at once what is held: somebody is about to read the fields."""
        if not self._burst.certain:
            self._give_back()

    def _key(self, watched: QWidget, event: QKeyEvent) -> bool:
        if self._burst.certain and (event.key() in _SILENT or not character_of(event)):
            # Alt and the number pad write a letter that follows; whatever else comes here is the scanner's as well.
            return self._more(event.text())
        if self._giving_back or event.key() in _SILENT:
            return event.key() not in _SILENT and self._enter(watched, event)
        character = character_of(event)
        if character == "\n" and self._after_scan.isActive():
            return True
        if self._since_key.isValid() and self._since_key.hasExpired(WAIT_MS):
            # No scanner halts so long: what was typed before is none of its digits.
            self._passed.clear()
        if not character:
            self._give_back()
            self._passed.clear()
            return False
        # Another key than Enter or Tab: the scanner has ended, this is the clerk.
        self._after_scan.stop()
        return (character == "|" and self._take_back(watched)) or self._take(watched, event, character)

    def _take(self, watched: QWidget, event: QKeyEvent, character: str) -> bool:
        answer = self._burst.take(character)
        if answer == "release":
            self._give_back()
            answer = self._burst.take(character)
        if answer == "pass":
            self._passed.clear()
            return self._enter(QApplication.focusWidget() or watched, event)
        self._held.append(event.clone())
        self._listen()
        return True

    def _more(self, text: str) -> bool:
        """Something in the middle of a scan that no field may see."""
        if text and not text.isprintable():
            self._burst.take(text)
        self._listen()
        return True

    def _take_back(self, watched: QWidget) -> bool:
        """A slow scanner's digits went where the focus is already; a field that took them gives them back. One that
        halted once has sent some of them so, and the others are held."""
        held = self._burst.text
        if held.isdigit() and len(held) < DIGITS <= len(self._passed) + len(held):
            self._give_back()
            watched = QApplication.focusWidget() or watched
        if len(self._passed) < DIGITS or self._burst.text:
            return False
        digits = "".join(one.digit for one in self._passed)
        if isinstance(watched, QLineEdit) and not _taken_out(watched, digits):
            return False
        _answer_again(self._passed[0])
        self._burst.catch_up(digits)
        self._passed.clear()
        self._listen()
        return True

    def _before_shortcut(self, event: QKeyEvent) -> bool:
        """True for a letter that a scanner writes as Alt and its number: Alt+7 would leave for another page."""
        if self._burst.certain and event.modifiers() & Qt.KeyboardModifier.AltModifier and not character_of(event):
            event.accept()
            return True
        if not character_of(event) and event.key() not in _SILENT:
            # A command, F6 say: the scanner has ended, and the Enter that follows is the clerk's.
            self._after_scan.stop()
            self.settle()
        return False

    def _left(self, watched: QWidget) -> None:
        """The pointer went elsewhere: what is held was typed here."""
        if not self._burst.certain and not self._giving_back:
            self._give_back(watched)

    def _composed(self, event: QInputMethodEvent) -> bool:
        text = event.commitString()
        if is_scan(text):
            self._tell(text)
            return True
        if self._burst.certain:
            for character in f"{MEDDLED}{text}":
                self._burst.take(character)
            self._listen()
            return True
        if text:
            self._after_scan.stop()
        self._give_back()
        return False

    def _enter(self, watched: QWidget, event: QKeyEvent) -> bool:
        """Enter goes to the next field, and presses a button."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or event.modifiers() & _COMMANDS:
            return False
        if isinstance(watched, QPushButton):
            watched.click()
            return True
        box = box_around(watched)
        if box is not None:
            self.entered.emit(box)
        return box is not None

    def _listen(self) -> None:
        self._late = 0
        self._since_key.start()
        self._silence.start(self._burst.patience)

    def _ended(self) -> None:
        if self._since_key.elapsed() > self._burst.patience + _BUSY_MS and self._late < _OFTEN_LATE:
            late = self._late + 1
            self._listen()
            self._late = late
            return
        held = self._burst.text
        text = self._burst.pause()
        if text is None and is_bar_code(held) and not _takes_digits(QApplication.focusWidget()):
            text = held
        if text is None:
            self._give_back()
            return
        self._held.clear()
        self._tell(text)

    def _tell(self, text: str) -> None:
        self._after_scan.start()
        self.scanned.emit(text)

    def _give_back(self, to: QWidget | None = None) -> None:
        """It was typing after all: the keys go where they were meant to, in order."""
        self._silence.stop()
        self._burst.pause()
        held, self._held = self._held, []
        self._giving_back = True
        try:
            for event in held:
                character = character_of(event)
                if character.isdigit():
                    box = box_around(to or QApplication.focusWidget())
                    self._passed.append(_Passed(character, box, box.answer() if box is not None else ""))
                else:
                    self._passed.clear()
                target = to or QApplication.focusWidget()
                if target is not None:
                    QApplication.sendEvent(target, event)
        finally:
            self._giving_back = False


def _taken_out(line: QLineEdit, digits: str) -> bool:
    """Whether they stood before the cursor; they leave the field, and its memory of steps, as they came."""
    before, text = line.cursorPosition() - len(digits), line.text()
    if before < 0 or text[before : before + len(digits)] != digits:
        return False
    line.setText(text[:before] + text[before + len(digits) :])
    line.setCursorPosition(before)
    return True


def _answer_again(first: _Passed) -> None:
    """Digits of a card chose an answer: what stood there before the first of them stands there again."""
    box = first.box
    if box is not None and box.answer() != first.answer:
        box.put(first.answer)
        box.written.emit(box.field.name, first.answer)
        box.entry.setFocus()


def box_around(widget: QWidget | None) -> FieldBox | None:
    """The field box in which a widget stands."""
    while widget is not None and not isinstance(widget, FieldBox):
        widget = widget.parentWidget()
    return widget


def _takes_digits(widget: QWidget | None) -> bool:
    """Whether somebody may mean to type a number here: a name, a day or a place is none."""
    box = box_around(widget)
    if box is None:
        return isinstance(widget, QLineEdit)
    return box.field.kind in ("text", "number") and not box.field.name.endswith("_name")


def character_of(event: QKeyEvent) -> str:
    """What the key writes: one character, an end of line, a step back; nothing for a command."""
    if event.key() in _ENDS and not event.modifiers() & _COMMANDS:
        return "\n"
    commands = event.modifiers() & _COMMANDS
    # AltGr arrives as Ctrl+Alt: some layouts write | that way.
    alt_gr = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    if commands and commands != alt_gr:
        return ""
    if event.key() == Qt.Key.Key_Backspace:
        return "\b"
    text = event.text()
    return text if len(text) == 1 and text.isprintable() else ""


def _has_focus(widget: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is None or focused is widget
