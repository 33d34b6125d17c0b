"""Fields over the page, gone through by Enter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk_app.ui.parts.button import KeyButton, button, quiet_button
from desk_app.ui.parts.over import Over


class TypedOver(Over):
    """Enter goes on from field to field and keeps at the last, Ctrl+Enter keeps from anywhere, Esc leaves everything
    as it was; `leave` and `yes` are its buttons."""

    leave: KeyButton
    yes: KeyButton

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def typed_fields(self) -> Sequence[QWidget]:
        """The fields in the order in which they are typed."""
        raise NotImplementedError

    def keep(self) -> None:
        """Keep what stands in the fields, or say what is wrong with it."""
        raise NotImplementedError

    def go_to(self, field: QWidget) -> None:
        """Enter led here."""
        field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter: the next field, at the last one keep."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        each, held = self.typed_fields(), self.focusWidget()
        at = each.index(held) if held in each else len(each)
        if at + 1 < len(each) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.go_to(each[at + 1])
        elif held is self.leave:
            self.reject()
        else:
            self.keep()

    def ways_out(self, no: str, yes: str) -> QHBoxLayout:
        """Both buttons at the right."""
        self.leave = quiet_button(no, "Esc")
        self.yes = button(yes, "Ctrl+Enter", primary=True)
        self.leave.clicked.connect(self.reject)
        self.yes.clicked.connect(self.keep)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.yes)
        return row
