"""The status line: three states with dots, the help key, who sits here, the lock."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QStatusBar, QWidget

from common.words import window as said
from desk_app.ui.actions import BY_ID
from desk_app.ui.parts.dot import paint_dot
from desk_app.ui.parts.page_head import ElidedLabel
from desk_app.ui.shell.model import Said
from desk_app.ui.theme.look import SEMIBOLD, face, px
from desk_app.ui.theme.tokens import HEIGHT, MUC, VIEN_BANG

_SAID_FOR_MS = 10_000


class StatusLine(QStatusBar):
    """`locked` when the lock at its end is pressed."""

    locked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(said.STATUS)
        self.setSizeGripEnabled(False)
        self.setFixedHeight(px(HEIGHT["status"]))
        self._dots = [_Dotted() for _ in range(3)]
        self._told = ElidedLabel("", MUC)
        self._told.setFont(face(9.5, SEMIBOLD))
        self._told.setContentsMargins(6, 0, 6, 0)
        self._told.hide()
        self._who = _label("")
        self._help = _keyed(said.KEY, BY_ID["guide"].shown_key, said.HELP_KEY)
        self._left = left = QWidget()
        left.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(left)
        row.setContentsMargins(6, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._told, 1)
        self._rules = {}
        for part in (*self._dots, self._help):
            row.addWidget(part)
            self._rules[part] = _Rule()
            row.addWidget(self._rules[part])
        row.addStretch()
        self.addWidget(left, 1)
        self._right = right = QWidget()
        end = QHBoxLayout(right)
        end.setContentsMargins(0, 0, 10, 0)
        end.setSpacing(0)
        end.addWidget(self._who)
        self._locker = self._lock()
        end.addWidget(self._locker)
        self.addPermanentWidget(right)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_SAID_FOR_MS)
        self._quiet.timeout.connect(self._hush)

    def put(self, parts: Sequence[Said], who: str) -> None:
        """Other states, another person."""
        for dotted, part in zip(self._dots, parts, strict=True):
            dotted.put(part)
        self._who.setText(who)
        self._fit()

    def say(self, text: str) -> None:
        """One line for ten seconds."""
        self._told.setText(text)
        self._told.show()
        self._quiet.start()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is less important gives way."""
        super().resizeEvent(event)
        self._fit()

    def _hush(self) -> None:
        self._told.hide()
        self._fit()

    def _fit(self) -> None:
        """Backup first, then the tie, the lines that wait, the help key, the person; what was just said goes before
        all of them and ends in an ellipsis where there is still no room."""
        room = self.width() - self._lock_wide() - px(30)
        # isHidden, not isVisible: the line is measured before the window is seen.
        if not self._told.isHidden():
            room -= min(self._told.sizeHint().width() + px(16), room)
        for part in (*self._dots, self._who, self._help):
            room -= part.sizeHint().width() + 1
            part.setVisible(room >= 0)
            if part in self._rules:
                self._rules[part].setVisible(room >= 0)

    def _lock_wide(self) -> int:
        return self._locker.sizeHint().width()

    def texts(self) -> tuple[str, ...]:
        """What the three states say."""
        return tuple(dotted.words.text() for dotted in self._dots)

    def _lock(self) -> QPushButton:
        action = BY_ID["lock"]
        press = QPushButton(f"{action.words}  {action.shown_key}")
        press.setProperty("kind", "link")
        press.setFixedHeight(px(24))
        press.setFont(face(9.5, SEMIBOLD))
        press.setAccessibleName(action.words)
        press.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        press.clicked.connect(self.locked)
        return press


class _Dotted(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._tone = "xam"
        self.words = _label("")
        row = QHBoxLayout(self)
        row.setContentsMargins(px(22), 0, px(8), 0)
        row.addWidget(self.words)

    def put(self, part: Said) -> None:
        self._tone = part.tone
        self.words.setText(part.text)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_dot(self, QRectF(px(8), self.height() / 2 - px(4), px(8), px(8)), self._tone)


class _Rule(QFrame):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(1, px(18))
        self.setStyleSheet(f"background: {VIEN_BANG.name()};")


def _label(text: str, bold: bool = False) -> QLabel:
    label = QLabel(text)
    label.setFont(face(9.5, SEMIBOLD) if bold else face(9.5))
    label.setContentsMargins(6, 0, 6, 0)
    return label


def _keyed(before: str, key: str, after: str) -> QWidget:
    held = QWidget()
    row = QHBoxLayout(held)
    row.setContentsMargins(6, 0, 6, 0)
    row.setSpacing(0)
    for label in (_label(before), _label(key, bold=True), _label(after)):
        label.setContentsMargins(2, 0, 2, 0)
        row.addWidget(label)
    return held
