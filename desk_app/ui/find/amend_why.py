"""Why a record is changed: one of the usual reasons, or one's own."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from common.words import find as words
from common.words import record_changes as said
from desk_app.ui.theme.look import face


class AmendWhy(QWidget):
    """`.reason` is empty until there is one; `changed` tells of every other choice and key."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.choices, self.own = QButtonGroup(self), QLineEdit()
        self.own.setPlaceholderText(said.OTHER_REASON)
        self.own.setAccessibleName(said.OTHER_REASON)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for place, told in enumerate((*words.AMEND_REASONS, said.OTHER_REASON)):
            radio = QRadioButton(told)
            radio.setFont(face(11.25))
            radio.setChecked(not place)
            self.choices.addButton(radio, place)
            column.addWidget(radio)
        column.addWidget(self.own)
        self.own.hide()
        self.own.textChanged.connect(lambda _: self.changed.emit())
        self.choices.idToggled.connect(lambda *_: self._chosen())

    @property
    def reason(self) -> str:
        """The usual one that is chosen, or what was typed."""
        place = self.choices.checkedId()
        return words.AMEND_REASONS[place] if place < len(words.AMEND_REASONS) else self.own.text().strip()

    def _chosen(self) -> None:
        self.own.setVisible(self.choices.checkedId() == len(words.AMEND_REASONS))
        self.changed.emit()
