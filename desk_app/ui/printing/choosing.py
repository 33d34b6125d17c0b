"""Other words for the letter in view, as long as it is not printed: chosen on the sheet that the form shows too."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from common.words import choosing as said
from common.words import printing
from common.words.problems import sentence
from desk_app.services.choosing import Choosing
from desk_app.services.letter_desk import Prepared, Wish
from desk_app.services.print_desk import WaitingLetter
from desk_app.services.trouble import Mistake, Trouble
from desk_app.ui.choosing.sheet import ChoosingSheet
from desk_app.ui.page import Around
from desk_app.ui.printing.model import PrintingModel
from desk_app.ui.told import sentence_of


class ChoosingLetter(QObject):
    """`changed` once the letter is another."""

    changed = Signal()

    def __init__(self, around: Around, model: PrintingModel, page: QWidget) -> None:
        super().__init__(page)
        self._around, self._model, self._page = around, model, page

    def ask(self) -> bool:
        """The sheet over the letter in view; a letter of thanks or apology is changed where it is written."""
        row = self._model.row()
        if row is None or not row.covers:
            return False
        desk = self._around.desk
        before = desk.letters.chosen(row.covers)
        sheet = ChoosingSheet(Choosing(desk.seat).of_sheet(row.covers), before, self._page.window())
        sheet.chosen.connect(lambda wish: self._take(row, before, wish))
        sheet.open()
        return True

    def _take(self, row: WaitingLetter, before: Wish, wish: Wish) -> None:
        """Written anew at once, so that what was chosen is on disk; one that is held back waits with its choice."""
        if wish.body == before.body:
            return
        asked = replace(wish, anyway=self._model.reason(row), whole=True)
        try:
            done = self._around.desk.letters.prepare(row.covers, asked)
        except (Trouble, Mistake) as error:
            self._around.asker.tell(said.TITLE, sentence_of(error))
            return
        if isinstance(done, Prepared):
            self._around.say(said.CHANGED)
        elif all(one.code == "letter-held" for one in done):
            self._around.say(said.OPEN_FIRST)
        else:
            told = "; ".join(sentence(one.code, one.details) for one in done)
            self._around.asker.tell(printing.TROUBLE_TITLE, told)
        self.changed.emit()
