"""Over the page of a letter: which paper and words it has, of those that may be chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from common.words import choosing
from desk_app.services.choosing import Option
from desk_app.ui.actions import BY_ID
from desk_app.ui.parts.card import words
from desk_app.ui.parts.keycap import KeyCap


class PaperBox(QWidget):
    """`chosen` carries the template's name, "" for the usual one. A single paper is told and cannot be changed."""

    chosen = Signal(str)

    def __init__(self, action: str) -> None:
        super().__init__()
        self.box, self._key = QComboBox(), KeyCap(BY_ID[action].shown_key)
        self.box.setObjectName("template")
        self.box.setAccessibleName(choosing.TEMPLATE)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(_SHORTEST)
        self.box.activated.connect(lambda place: self.chosen.emit(self.box.itemData(place)))
        self._only = words("", "second", 10.5)
        self._only.setWordWrap(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for part in (self.box, self._key, self._only):
            row.addWidget(part)

    def put(self, papers: Sequence[Option]) -> None:
        """These may be chosen, the usual one first."""
        self.box.clear()
        for place, one in enumerate(papers):
            self.box.addItem(one.words, one.code if place else "")
        self._only.setText(self.box.currentText())
        for part in (self.box, self._key, self._only):
            part.setVisible((part is self._only) == (len(papers) == 1))

    def show_chosen(self, name: str) -> None:
        """This one is chosen."""
        self.box.setCurrentIndex(max(0, self.box.findData(name)))

    def text(self) -> str:
        """What is chosen, in words."""
        return self.box.currentText()


_SHORTEST = 18
