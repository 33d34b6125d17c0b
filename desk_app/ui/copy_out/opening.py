"""Where the copying panel comes from: a record of the book, or what a form has just saved."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from common.words import copy_out as words
from common.words import window as said
from desk_app.services.trouble import Trouble
from desk_app.ui.copy_out.model import CopyModel
from desk_app.ui.copy_out.panel import CopyPanel
from desk_app.ui.page import Around
from desk_app.ui.told import sentence_of


class CopyOut:
    """Opens the panel over a page; `panel` is the one that is open. How days were written last is kept."""

    def __init__(self, around: Around, page: QWidget) -> None:
        self._around, self._page = around, page
        self.panel: CopyPanel | None = None
        self.slashed = False

    def open(self, id: int, event: str) -> None:
        """The panel for this registration; the one before it goes, whichever page it came from."""
        try:
            fields = self._around.desk.ministry.fields(id)
        except Trouble as trouble:
            self._around.asker.tell(said.TROUBLE, sentence_of(trouble))
            return
        for each in [each for each in QApplication.topLevelWidgets() if isinstance(each, CopyPanel)]:
            each.close()
        number = next((one.shown for one in fields if one.key == "so"), "")
        # Its own window without one above it, or it would be made small together with the register.
        model = CopyModel(fields, self.slashed)
        self.panel = panel = CopyPanel(model, words.head(event, number), _register_window(self._page))
        panel.finished.connect(self._gone)
        panel.stand(self._page.screen().availableGeometry())
        panel.show()
        panel.activateWindow()

    def _gone(self) -> None:
        if self.panel is not None:
            self.slashed = self.panel.model.slashed
        self.panel = None


def _register_window(page: QWidget) -> QWidget:
    """What the lock covers: the window of the register, however it is framed."""
    each: QWidget | None = page
    while each is not None and not isinstance(each, QMainWindow):
        each = each.parentWidget()
    return each or page.window()
