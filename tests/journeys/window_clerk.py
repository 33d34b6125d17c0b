"""A clerk who has a keyboard and eyes: opens the real window, presses keys, reads what stands on the screen.

What a form asks is found by the names of its fields and what a page offers by its keys and words, so that a form may
change its order without a journey noticing.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QRadioButton

sys.path.append(str(Path(__file__).resolve().parents[1] / "ui"))

from file_printers import FilePrinters
from window_keys import Keyboard, KeyLog
from window_kit import LOGIN, Answers

from common.words import printing as print_words
from desk_app.app.door import Door
from desk_app.services.desk import Desk
from desk_app.ui.form.form_page import FormPage
from desk_app.ui.shell.window import MainWindow

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
_EVENTS = {"birth": Qt.Key.Key_S, "marriage": Qt.Key.Key_H, "death": Qt.Key.Key_T}
_CARDS = {"F6": Qt.Key.Key_F6, "F7": Qt.Key.Key_F7, "F8": Qt.Key.Key_F8}
_SEXES = ("male", "female", "unknown")
_OF_TWO_PARTS = ("case:", "pick:", "reason:", "link:")
"""Boxes to tick, lines for a reason, sentences of the summary."""
_LONGEST_WALK = 90
"""So many keys lead from one end of any form to the other."""
_TICK_MS, _PATIENCE_MS = 5, 20_000


def until(seen: Callable[[], bool], what: str | Callable[[], str], patience: int = _PATIENCE_MS) -> None:
    """Let the program work until this is so; `what` is wrong if it never is, asked for when the patience is over."""
    loop, tick, end = QEventLoop(), QTimer(), QTimer()
    end.setSingleShot(True)
    end.timeout.connect(loop.quit)
    tick.timeout.connect(lambda: loop.quit() if seen() else None)
    QApplication.processEvents()
    if not seen():
        end.start(patience)
        tick.start(_TICK_MS)
        loop.exec()
        # A dialog that has just closed would eat the next key: it has the focus until the window system is heard.
        QApplication.processEvents()
    # The frame of a test that failed lives on, and its timer would go on asking through all tests that follow.
    tick.stop()
    end.stop()
    assert seen(), what if isinstance(what, str) else what()


@dataclass
class Clerk:
    """One person at one desk, from the lock to the end of the day."""

    door: Door
    printers: FilePrinters
    asker: Answers
    log: KeyLog = field(init=False)
    keys: Keyboard = field(init=False)
    _typed: str = ""

    def __post_init__(self) -> None:
        self.log = KeyLog(lambda: (self.page(), self.at()))
        self.keys = Keyboard(self.log, self._to_front)

    def _to_front(self) -> None:
        self.door.frame.activateWindow()
        until(self.door.frame.isActiveWindow, "the window does not come back to the front")

    # ---- what is seen

    @property
    def window(self) -> MainWindow:
        """The main window."""
        front = self.door.frame.front()
        assert isinstance(front, MainWindow)
        return front

    @property
    def desk(self) -> Desk:
        """The register behind it, for what a test wants to know afterwards."""
        assert self.door.desk is not None
        return self.door.desk

    def page(self) -> str:
        """The name of the page in front; none while the lock is shut."""
        front = self.door.frame.front()
        return front.front() if isinstance(front, MainWindow) else ""

    def at(self) -> str:
        """The name of the field that has the keys; of an answer among several, the name of the question."""
        focused = QApplication.focusWidget()
        return focused.objectName().partition(":")[0] if focused else ""

    def sees(self, text: str) -> bool:
        """Whether these words stand somewhere on the screen."""
        return any(text in told for told in self.told())

    def told(self) -> list[str]:
        """All labels and buttons that can be seen, in the dialog in front or in the window."""
        top = QApplication.activeModalWidget() or self.door.frame
        labels = [each.text() for each in top.findChildren(QLabel) if each.isVisible()]
        return labels + [each.text() for each in top.findChildren(QAbstractButton) if each.isVisible()]

    def until_seen(self, text: str) -> None:
        """Wait for words."""
        until(lambda: self.sees(text), lambda: f"{text!r} is not among {self.told()}")

    def idle(self) -> None:
        """Wait until nothing is being done in the background that a person waits for."""
        until(lambda: not self.window.jobs.busy, "the work does not end")

    def _state(self) -> str:
        """Where the keys are and what was told, for a wait that was in vain."""
        busy = " and busy" if self.window.jobs.busy else ""
        return f"the keys are at {QApplication.focusWidget()!r}{busy}, told was {self.asker.asked[-2:]}"

    # ---- keys

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, text: str = "") -> None:
        """A command; the program does what it asks for before the next key."""
        self._typed = ""
        self.keys.press(key, held, text)
        QApplication.processEvents()

    def enter(self) -> None:
        """Enter."""
        self.press(Qt.Key.Key_Return, text="\r")

    def unlock(self, password: str = LOGIN.password) -> None:
        """From the lock to the first page."""
        until(self.door.frame.isActiveWindow, "the frame is not in front")
        self.keys.characters(password)
        self.enter()
        until(lambda: bool(self.page()), "the register does not open")

    def open_page(self, digit: int) -> None:
        """Alt and the page's number."""
        self.press(Qt.Key(Qt.Key.Key_0 + digit), ALT)
        self.idle()

    # ---- forms

    def begin(self, event: str) -> None:
        """Ctrl+N and the letter of the event."""
        self.press(Qt.Key.Key_N, CTRL)
        self.press(_EVENTS[event], text=chr(_EVENTS[event]).lower())
        until(lambda: self.page() == "form" and self.at() in self.fields(), "the form is not in front")

    def next_one(self) -> None:
        """What Ctrl+Enter does once a form is saved."""
        self.save()
        until(lambda: not self.saved() and self.at() in self.fields(), "the next form is not in front")

    def fields(self) -> Sequence[str]:
        """The fields of the form in front, in their order."""
        page = self.window.page()
        assert isinstance(page, FormPage)
        return list(page.form.sections.boxes)

    def fill(self, texts: Mapping[str, str]) -> None:
        """Go through the form with Enter and type where there is something to type."""
        left = dict(texts)
        for _ in range(_LONGEST_WALK):
            here = self._box()
            if here in left:
                self._answer(here, left.pop(here))
            if not left:
                return
            if self._box() not in left:
                self.enter()
        raise AssertionError(f"no way leads to {list(left)}")

    def back_to(self, name: str) -> None:
        """Shift+Tab until this has the keys."""
        for _ in range(_LONGEST_WALK):
            focused = QApplication.focusWidget()
            if focused is not None and focused.objectName() == name:
                return
            self.press(Qt.Key.Key_Backtab, SHIFT)
        raise AssertionError(f"no way leads back to {name}")

    def mend(self, field: str, text: str) -> None:
        """From the sentence in the summary to its field, which is typed anew."""
        self.back_to(f"link:{field}")
        self.enter()
        assert self._box() == field
        self.again(field, text)

    def again(self, field: str, text: str) -> None:
        """Type a field anew."""
        self.press(Qt.Key.Key_A, CTRL)
        self._answer(field, text)

    def scan(self, card: str, key: str) -> None:
        """A card under the scanner, then the key of its person."""
        page = self.window.page()
        assert isinstance(page, FormPage)
        before = page.form.scan.strip
        # From the keys to the card a hand takes longer than digits are held for a scan that may follow.
        until(self._stands, "what was typed does not arrive")
        self.keys.scan(card)
        until(lambda: page.form.scan.strip is not before, "the card is not read")
        self.press(_CARDS[key])

    def save(self) -> None:
        """Ctrl+Enter."""
        self.press(Qt.Key.Key_Return, CTRL)

    def asked_for_reason(self) -> bool:
        """Whether the program waits for a reason to go on."""
        return self._box().startswith("reason:")

    def saved(self) -> str:
        """The number in the words "Đã lưu số …", or nothing."""
        said = next((told for told in self.told() if told.startswith("Đã lưu số ")), "")
        return said.removeprefix("Đã lưu số ").rstrip(".")

    def _stands(self) -> bool:
        """Whether what was typed last has come to the field that has the keys."""
        focused = QApplication.focusWidget()
        if isinstance(focused, QLineEdit):
            return focused.text().endswith(self._typed[-1:])
        return not self._typed or not isinstance(focused, QRadioButton) or focused.isChecked()

    def _box(self) -> str:
        """The field that has the keys, with the name of a case."""
        focused = QApplication.focusWidget()
        name = focused.objectName() if focused else ""
        return name if name.startswith(_OF_TWO_PARTS) else name.partition(":")[0]

    def _answer(self, name: str, text: str) -> None:
        if name.startswith(_OF_TWO_PARTS):
            self.press(Qt.Key.Key_Space, text=" ")
        elif text in _SEXES:
            self.keys.characters(str(_SEXES.index(text) + 1))
        elif isinstance(QApplication.focusWidget(), QLineEdit):
            self.keys.write(text)
        else:
            for _ in range(int(text)):
                self.press(Qt.Key.Key_Down)
        self._typed = text
        QApplication.processEvents()

    # ---- letters

    def print_here(self) -> None:
        """Ctrl+P on the printing page, and wait for the question."""
        self.idle()
        self.press(Qt.Key.Key_P, CTRL)
        until(lambda: self.sees(print_words.NONE_HERE), lambda: f"nobody asks for the sheets: {self._state()}")

    def all_here(self) -> None:
        """The sheets were counted."""
        self.press(Qt.Key.Key_1, text="1")
        until(lambda: not self.sees(print_words.NONE_HERE), lambda: f"the question stays: {self._state()}")
        self.idle()

    def leave(self, log: Path) -> None:
        """Close the window; the log of keys is kept there."""
        self.log.close()
        self.log.keep(log)
        assert self.door.frame.close()
        self.door.frame.deleteLater()
        QApplication.processEvents()
