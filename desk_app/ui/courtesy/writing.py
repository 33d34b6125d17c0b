"""The end of the form: written, stopped, or taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from common.words import courtesy as words
from common.words import form as said
from desk_app.services.trouble import Mistake, Trouble
from desk_app.ui.courtesy.model import Written
from desk_app.ui.form.findings import Stopped
from desk_app.ui.told import sentence_of

if TYPE_CHECKING:
    from desk_app.ui.courtesy.form import CourtesyForm


class Writing(QObject):
    """What Save, Print and Undo do to one form."""

    def __init__(self, form: CourtesyForm) -> None:
        super().__init__(form)
        self._form = form
        self._wrong: tuple[str, ...] = ()

    def save(self) -> bool:
        """Look at everything, then write; whether the letter is on disk."""
        form = self._form
        if form.model.saved is not None:
            return True
        form.filter.settle()
        try:
            result = form.model.save()
        except (Trouble, Mistake) as error:
            form.around.asker.tell(said.NOT_SAVED, sentence_of(error))
            return False
        form.fill()
        if isinstance(result, Written):
            self._done(result)
            return True
        self._stopped(result)
        return False

    def save_and_print(self) -> None:
        """Write, then go to the printing table with this letter chosen; errors keep the focus in the form."""
        if self.save() and self._form.model.saved:
            self._form.around.go("printing", registrations=(-self._form.model.saved.letter,))

    def undo(self) -> None:
        """Take back what was written, as long as it is offered and nothing is printed."""
        form = self._form
        if not form.bar.offers_undo:
            return
        try:
            undone = form.model.undo()
        except (Trouble, Mistake) as error:
            form.around.asker.tell(said.NOT_UNDONE, sentence_of(error))
            return
        if not undone:
            form.around.asker.tell(said.NOT_UNDONE, words.PRINTED_ALREADY)
            return
        form.show_all()
        form.front.focus_first()
        form.around.changed()
        form.around.say(words.UNDONE)

    def next_problem(self, field: str) -> bool:
        """Enter in a field that was to be mended leads to the next such field; False where there is none."""
        known = self._wrong if self._form.checked else ()
        following = known[known.index(field) + 1 :] if field in known else ()
        if following:
            self._form.front.focus(following[0])
        return bool(following)

    def _stopped(self, stopped: Stopped) -> None:
        form = self._form
        form.checked = True
        self._wrong = tuple(dict.fromkeys(one.field for one in stopped.errors))
        form.two_sides.bring(0)
        form.tell(stopped.findings)
        first = (stopped.errors or stopped.findings)[0]
        reason = form.problems.first_reason
        if not first.needs_reason and stopped.errors:
            form.problems.chosen.emit(first.field)
        elif reason is not None and form.problems.isVisible():
            form.front.show_field(first.field)
            form.hold(reason)

    def _done(self, saved: Written) -> None:
        form = self._form
        form.keeping.stop()
        form.checking.stop()
        form.tell(())
        form.bar.show_written(form.model.letter, saved)
        form.card.show()
        form.changed.emit()
        form.around.changed()
        form.side.letter_is_there()
        form.live.show_letter(saved.letter)
