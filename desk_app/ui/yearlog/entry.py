"""A form that stays while many entries are typed one after the other."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QLineEdit, QWidget

from common.words import yearlog_page as said
from desk_app.ui.parts.fields_dialog import FieldOf, FieldsDialog, Keep


class EntryForm(FieldsDialog):
    """`kept()` with each entry; day and choices stay for the next one, Esc is the end."""

    def __init__(self, kind: str, values: Mapping[str, str], keep: Keep, parent: QWidget) -> None:
        super().__init__(said.title(said.ADD_TITLE, kind), fields_of(kind), values, keep, parent)
        self.leave.set_words(said.LEAVE)
        self._count = 0

    def finish(self) -> None:
        """Kept: the next one."""
        self._count += 1
        self.note.setText(said.KEPT.format(count=self._count))
        self.note.show()
        self.grow()
        for name, field in self.fields.items():
            if isinstance(field, QLineEdit) and name != "on":
                field.clear()
        first = self.fields["on"]
        first.setFocus()
        if isinstance(first, QLineEdit):
            first.selectAll()
        self.kept.emit()


def fields_of(kind: str) -> tuple[FieldOf, ...]:
    """What is asked of this kind."""
    return tuple(FieldOf(*one) for one in said.fields(kind))
