"""What people write to a report: three boxes, kept while they are typed in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from common.words import reports_page as said
from common.words.model_report import TEXT_TITLES
from desk_app.ui.parts.button import button
from desk_app.ui.parts.card import block_title, put_words, words
from desk_app.ui.parts.over import Over
from desk_app.ui.theme.look import px
from desk_app.ui.told import tried

_KEPT_AFTER_MS, _WIDE, _TALL = 800, 720, 96


class TextsDialog(Over):
    """`keep` gets what was typed, a moment after the last key and when the dialog closes."""

    kept = Signal()

    def __init__(self, texts: Mapping[str, str], keep: Callable[[Mapping[str, str]], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(said.TEXTS_TITLE)
        self._keep, self._said = keep, dict(texts)
        self.boxes: dict[str, QPlainTextEdit] = {}
        self.trouble = words("", "wrong")
        self.trouble.hide()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_KEPT_AFTER_MS)
        self._pause.timeout.connect(self.keep)
        body, column, foot = QWidget(), QVBoxLayout(), QHBoxLayout()
        body.setLayout(column)
        column.setSpacing(6)
        for told in (block_title(said.TEXTS_TITLE), words(said.TEXTS_HINT, "second"), self.trouble):
            column.addWidget(told)
        for name, title in TEXT_TITLES.items():
            column.addWidget(words(title, bold=True))
            column.addWidget(self._box(name, title, texts.get(name, "")))
        self.leave = button(said.KEEP, "Esc", primary=True)
        self.leave.clicked.connect(self.accept)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        self.hold(body, foot, px(_WIDE))
        next(iter(self.boxes.values())).setFocus()

    def _box(self, name: str, title: str, text: str) -> QPlainTextEdit:
        box = QPlainTextEdit(text)
        box.setAccessibleName(title)
        box.setTabChangesFocus(True)
        box.setFixedHeight(px(_TALL))
        box.textChanged.connect(self._pause.start)
        self.boxes[name] = box
        return box

    def typed(self) -> dict[str, str]:
        """What stands in the boxes."""
        return {name: box.toPlainText() for name, box in self.boxes.items()}

    def keep(self) -> bool:
        """Keep what is new; a trouble is told here and everything typed stays."""
        self._pause.stop()
        typed = self.typed()
        if typed == self._said:
            return True
        if not tried(lambda: self._keep(typed), partial(put_words, self.trouble)):
            return False
        self._said = typed
        self.trouble.hide()
        self.kept.emit()
        return True

    def done(self, result: int) -> None:
        """Esc and Xong both keep every word."""
        if self.keep():
            super().done(result)
