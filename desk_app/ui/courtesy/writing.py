"""The end of the form: written, stopped, or taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from common.words import courtesy as words
from common.words import form as said
from desk_app.services.trouble import Trouble
from desk_app.ui.courtesy.model import Written
from desk_app.ui.form.ending import Ending
from desk_app.ui.form.findings import Stopped
from desk_app.ui.told import sentence_of

if TYPE_CHECKING:
    from desk_app.ui.courtesy.form import CourtesyForm


class Writing(Ending):
    """What Save, Print and Undo do to one form."""

    printed_already, undone = words.PRINTED_ALREADY, words.UNDONE
    _form: CourtesyForm

    def save(self) -> bool:
        """Look at everything, then write; whether the letter is on disk."""
        form = self._form
        if form.model.saved is not None:
            return True
        form.filter.settle()
        try:
            result = form.model.save()
        except Trouble as error:
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

    def _stopped(self, stopped: Stopped) -> None:
        form = self._form
        self._remember(stopped)
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
