"""Forms of opinions: digits choose and go on, and one stays while many are typed one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from common.words import sessions_page as said
from desk_app.ui.parts.fields_dialog import FieldOf, FieldsDialog, Keep


class OpinionFields(FieldsDialog):
    """A digit chooses field or answer and goes on; who and when are passed over where it was answered at once."""

    def __init__(self, title: str, values: Mapping[str, str], keep: Keep, parent: QWidget) -> None:
        super().__init__(title, fields_of(said.OPINION_FIELDS), values, keep, parent)
        for field in self.fields.values():
            field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Digits: a list would gather them into one word."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, QComboBox):
            digit = int(event.text()) if event.text() in tuple("123456") else 0
            if 0 < digit <= watched.count():
                watched.setCurrentIndex(digit - 1)
                self.focusNextChild()
                return True
        return bool(super().eventFilter(watched, event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter after what was answered at once goes to who spoke."""
        plain = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not (
            event.modifiers() & Qt.KeyboardModifier.ControlModifier
        )
        at_once = self.values()["answer"] == "answered" and self.focusWidget() is self.fields["reply"]
        if plain and at_once:
            self.fields["speaker"].setFocus()
            return
        super().keyPressEvent(event)


class OpinionForm(OpinionFields):
    """`kept()` with each opinion; Esc is the end."""

    def __init__(self, keep: Keep, parent: QWidget) -> None:
        super().__init__(said.SAY_TITLE, {}, keep, parent)
        self.leave.set_words(said.LEAVE)
        self._count = 0

    def finish(self) -> None:
        """Kept: the next one."""
        self._count += 1
        self.note.setText(said.KEPT.format(count=self._count))
        self.note.show()
        self.grow()
        for field in self.fields.values():
            if isinstance(field, QLineEdit):
                field.clear()
        self.fields["field"].setFocus()
        self.kept.emit()


def fields_of(rows: Iterable[tuple[str, str, str, tuple[tuple[str, str], ...], bool]]) -> tuple[FieldOf, ...]:
    """What is asked."""
    return tuple(FieldOf(*one) for one in rows)
