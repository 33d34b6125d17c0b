"""How a form that ends in a letter ends: what was saved is taken back, what was stopped leads through its problems."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QObject

from common.words import form as said
from desk_app.services.trouble import Trouble
from desk_app.ui.form.findings import Stopped
from desk_app.ui.told import sentence_of

if TYPE_CHECKING:
    from desk_app.ui.form.letter_form import LetterForm


class Ending(QObject):
    """`printed_already` and `undone` are the form's own words of taking back."""

    printed_already: ClassVar[str]
    undone: ClassVar[str]

    def __init__(self, form: LetterForm) -> None:
        super().__init__(form)
        self._form = form
        self._wrong: tuple[str, ...] = ()

    def undo(self) -> None:
        """Take back what was saved, as long as it is offered and nothing is printed."""
        form = self._form
        if not form.bar.offers_undo:
            return
        try:
            undone = form.model.undo()
        except Trouble as error:
            form.around.asker.tell(said.NOT_UNDONE, sentence_of(error))
            return
        if not undone:
            form.around.asker.tell(said.NOT_UNDONE, self.printed_already)
            return
        form.show_all()
        form.front.focus_first()
        form.around.changed()
        form.around.say(self.undone)

    def next_problem(self, field: str) -> bool:
        """Enter in a field that was to be mended leads to the next such field; False where there is none."""
        known = self._wrong if self._form.checked else ()
        following = known[known.index(field) + 1 :] if field in known else ()
        if following:
            self._form.front.focus(following[0])
        return bool(following)

    def _remember(self, stopped: Stopped) -> None:
        """From now on the form is checked as it is typed, and Enter goes through what is wrong."""
        self._form.checked = True
        self._wrong = tuple(dict.fromkeys(one.field for one in stopped.errors))
        self._form.two_sides.bring(0)
