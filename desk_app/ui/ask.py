"""Questions and messages behind one object, so that every word is Vietnamese and tests can answer.

The dialogs are loaded by the first question: making their types ready takes a tenth of the time until the lock stands.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from common.words import window as said

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog

    from desk_app.services.sticks import Stick


class Asker:
    """Asks over the window that `parent()` names at that moment. Tests put their own with the same methods in place."""

    def __init__(
        self, parent: Callable[[], QWidget | None] = lambda: None, ready: Callable[[], None] = lambda: None
    ) -> None:
        """`ready` returns when a person of the office is there to be asked."""
        self._parent, self._ready = parent, ready

    def tell(self, title: str, text: str) -> None:
        """Say something that needs no choice."""
        self.ask(title, text, (said.UNDERSTOOD,))

    def ask(self, title: str, text: str, buttons: Sequence[str], harmless: int = -1) -> int:
        """The index of the chosen button; Esc chooses the harmless one (counted as in a list, the last by default),
        which also has the focus."""
        from PySide6.QtWidgets import QMessageBox

        self._ready()
        box = QMessageBox(self._parent())
        box.setWindowTitle(title)
        box.setText(title)
        box.setInformativeText(text)
        box.setTextFormat(Qt.TextFormat.PlainText)  # a name may hold signs that would read as layout
        made: list[QPushButton] = [box.addButton(words, QMessageBox.ButtonRole.ActionRole) for words in buttons]
        box.setEscapeButton(made[harmless])
        box.setDefaultButton(made[harmless])
        box.exec()
        clicked = box.clickedButton()
        return next((i for i, each in enumerate(made) if each is clicked), range(len(made))[harmless])

    def ask_text(self, title: str, label: str, text: str = "", secret: bool = False) -> str | None:
        """One line typed by the person, or None when they leave."""
        from PySide6.QtWidgets import QInputDialog

        dialog = QInputDialog(self._parent())
        dialog.setWindowTitle(title)
        dialog.setLabelText(label)
        dialog.setTextValue(text)
        dialog.setTextEchoMode(QLineEdit.EchoMode.Password if secret else QLineEdit.EchoMode.Normal)
        dialog.setOkButtonText(said.CHOOSE)
        dialog.setCancelButtonText(said.CLOSE)
        return dialog.textValue() if dialog.exec() else None

    def choose_one(self, title: str, label: str, names: Sequence[str], usual: str = "") -> str | None:
        """One of the names, `usual` chosen beforehand where it is among them, or None when they leave."""
        from PySide6.QtWidgets import QInputDialog

        dialog = QInputDialog(self._parent())
        dialog.setWindowTitle(title)
        dialog.setLabelText(label)
        dialog.setComboBoxItems(list(names))
        dialog.setComboBoxEditable(False)
        dialog.setTextValue(usual if usual in names else names[0])
        dialog.setOkButtonText(said.CHOOSE)
        dialog.setCancelButtonText(said.CLOSE)
        return dialog.textValue() if dialog.exec() else None

    def sticks(self) -> tuple[Stick, ...]:
        """What the person has plugged in."""
        from desk_app.services.sticks import plugged_in

        return plugged_in()

    def choose_folder(self, title: str, start: Path | None = None) -> Path | None:
        """A folder that exists, or None."""
        dialog = self._dialog(title, start)
        dialog.setFileMode(dialog.FileMode.Directory)
        dialog.setOption(dialog.Option.ShowDirsOnly)
        return self._chosen(dialog)

    def choose_file(self, title: str, start: Path | None = None, kinds: str = "") -> Path | None:
        """A file that exists, or None; `kinds` as in "Biên nhận (*.mctt)"."""
        dialog = self._dialog(title, start)
        dialog.setFileMode(dialog.FileMode.ExistingFile)
        if kinds:
            dialog.setNameFilter(kinds)
        return self._chosen(dialog)

    def save_file(self, title: str, suggested: Path, kinds: str = "") -> Path | None:
        """Where to write a file, or None; overwriting is asked about by the dialog."""
        dialog = self._dialog(title, suggested.parent)
        dialog.setAcceptMode(dialog.AcceptMode.AcceptSave)
        dialog.setLabelText(dialog.DialogLabel.Accept, said.KEEP)
        dialog.selectFile(suggested.name)
        dialog.setDefaultSuffix(suggested.suffix.removeprefix("."))
        if kinds:
            dialog.setNameFilter(kinds)
        return self._chosen(dialog)

    def _dialog(self, title: str, start: Path | None) -> QFileDialog:
        from PySide6.QtWidgets import QFileDialog

        begin = start or next((stick.folder for stick in self.sticks()), "")  # what people look for mostly came on one
        dialog = QFileDialog(self._parent(), title, str(begin))
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        part = QFileDialog.DialogLabel
        dialog.setLabelText(part.LookIn, said.LOOK_IN)
        dialog.setLabelText(part.FileName, said.FILE_NAME)
        dialog.setLabelText(part.FileType, said.FILE_KIND)
        dialog.setLabelText(part.Reject, said.CLOSE)
        dialog.setLabelText(part.Accept, said.CHOOSE)
        return dialog

    @staticmethod
    def _chosen(dialog: QFileDialog) -> Path | None:
        return Path(dialog.selectedFiles()[0]) if dialog.exec() else None
