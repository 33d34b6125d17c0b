"""Step 5: a first copy, a first sheet from the printer, and what stands now."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from common.words import first_run as said
from desk_app.ui.first_run.model import FirstRunModel
from desk_app.ui.first_run.step import Row, StepView, hair
from desk_app.ui.parts.button import button
from desk_app.ui.parts.card import words


class DoneStep(StepView):
    """Both acts may wait; what was set up stands under them."""

    backup_asked = Signal()
    test_asked = Signal()

    def __init__(self, model: FirstRunModel) -> None:
        super().__init__(model, said.DONE_TITLE, said.DONE_TEXT)
        self.backup, self.test = button(said.BACKUP, "Ctrl+B", icon="usb"), button(said.TEST, "Ctrl+P", icon="printer")
        self.copy, self.trial = (
            Row("usb", said.ROW_BACKUP, said.ROW_BACKUP_TEXT),
            Row("printer", said.ROW_TEST, said.ROW_TEST_TEXT),
        )
        self.stands = Row("circle-check", said.ROW_STANDS, "")
        self.stands.text.setTextFormat(Qt.TextFormat.PlainText)
        self.copy.right(self.backup)
        self.trial.right(self.test)
        self.backup.clicked.connect(self.backup_asked)
        self.test.clicked.connect(self.test_asked)
        rows = QVBoxLayout()
        rows.setSpacing(0)
        for widget in (hair(), self.copy, hair(), self.trial, hair(), self.stands, hair()):
            rows.addWidget(widget)
        self.column.addLayout(rows)
        self.column.addWidget(words(said.DONE_NEXT))

    def first(self) -> QWidget:
        """The copy."""
        return self.backup

    def put(self) -> None:
        """Say what stands now."""
        lines = said.summary(self.model.name, self.model.leader.strip(), self.model.user.strip())
        self.stands.text.setText("\n".join(lines))

    def copied(self, folder: str) -> None:
        """A copy lies there."""
        self.copy.done(said.ROW_DONE)
        self.copy.text.setText(said.backed_up(folder))
        self.backup.set_words(said.BACKUP_AGAIN)

    def tried(self) -> None:
        """The printer has taken the sheet with rulers."""
        self.trial.done(said.TEST_SENT)
        self.test.set_words(said.TEST_AGAIN)
