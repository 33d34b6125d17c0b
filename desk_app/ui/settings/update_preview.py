"""What was found in an update, part by part, and the two answers to it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from common.words import updates as said
from desk_app.services.updates import Preview
from desk_app.ui.parts.button import button
from desk_app.ui.parts.card import words


class UpdatePreview(QWidget):
    """Hidden until a file was looked at; `asked` is that file and what was found in it."""

    def __init__(self) -> None:
        super().__init__()
        self._asked: tuple[Path, Preview] | None = None
        self._labels: list[QLabel] = []
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 4, 0, 0)
        whole.setSpacing(4)
        self.head = words("", bold=True)
        whole.addWidget(self.head)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        whole.addLayout(self._lines)
        self.use = button(said.USE, "Ctrl+Shift+Y", primary=True)
        self.later = button(said.LATER, "Ctrl+Shift+X")
        row = QHBoxLayout()
        row.setSpacing(8)
        for each in (self.use, self.later):
            row.addWidget(each, 0, Qt.AlignmentFlag.AlignLeft)
        row.addStretch(1)
        whole.addLayout(row)
        self.clear()

    @property
    def asked(self) -> tuple[Path, Preview]:
        """What somebody consents to."""
        assert self._asked is not None
        return self._asked

    @property
    def told(self) -> tuple[str, ...]:
        """Every line that is shown."""
        return tuple(label.text() for label in self._labels)

    def put(self, path: Path, found: Preview) -> None:
        """Show what is in the file."""
        self.clear()
        self._asked = (path, found)
        self.head.setText(said.IN_FILE.format(day=found.edition, file=path.name))
        for part in found.parts:
            title = words(part.title, points=10.5, bold=True)
            title.setContentsMargins(0, 8, 0, 0)
            self._add(title)
            for line in part.told:
                self._add(words(line, points=10.5))
        self._stand(True)

    def _add(self, label: QLabel) -> None:
        self._labels.append(label)
        self._lines.addWidget(label)

    def clear(self) -> None:
        """Nothing to consent to."""
        self._asked = None
        for label in self._labels:
            self._lines.removeWidget(label)
            label.deleteLater()
        self._labels = []
        self._stand(False)

    def _stand(self, asks: bool) -> None:
        self.setVisible(asks)
        self.use.setEnabled(asks)
