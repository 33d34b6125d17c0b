"""The toolkit's own words, spoken as the desk speaks."""

from __future__ import annotations

from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from common.words.toolkit import TOOLKIT


class Tongue(QTranslator):
    """Words of standard buttons, file dialogs and context menus, wherever the toolkit takes them from."""

    def isEmpty(self) -> bool:
        """An empty translator would not be asked."""
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        """Our words, or nothing: then the toolkit's stay."""
        return TOOLKIT.get(source)


def speak(app: QApplication) -> None:
    """Once for a program, however often it is dressed."""
    if app.findChild(Tongue) is None:
        app.installTranslator(Tongue(app))
