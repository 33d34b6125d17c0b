"""The end of a form: saved, stopped, undone, or found to be in the register already."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from common.words import form as said
from desk_app.services.comparing import compare
from desk_app.services.trouble import Trouble
from desk_app.ui.form.both_letters import drawing
from desk_app.ui.form.compare import DROP, OPEN, OTHER, CompareDialog
from desk_app.ui.form.ending import Ending
from desk_app.ui.form.findings import ALIKE, Saved, Stopped
from desk_app.ui.form.model import alike_of
from desk_app.ui.form.other_record import ask_why_other
from desk_app.ui.told import sentence_of

if TYPE_CHECKING:
    from desk_app.ui.form.event_form import EventForm


class Saving(Ending):
    """What Save, Print, Undo and Compare do to one form."""

    printed_already, undone = said.PRINTED_ALREADY, said.UNDONE
    _form: EventForm

    def save(self) -> None:
        """Look at everything, then save."""
        self._try(self._form.model.save, printing=False)

    def save_and_print(self) -> None:
        """Save, make the letter and hand it to the printing table; errors keep the focus in the form."""
        saved = self._form.model.saved
        if saved and saved.held:
            self._open_letter()
        else:
            self._try(self._form.model.save_and_letter, printing=True)

    def compare(self) -> None:
        """The typed registration beside the one it may be."""
        form = self._form
        found = alike_of(form.model.check()) if form.model.saved is None else None
        if found is None:
            return
        both = compare(form.around.desk.seat, form.model.settled(), found.record)
        dialog = CompareDialog(both, form.window(), drawing(form.around, both))
        dialog.chosen.connect(lambda way: self._decided(way, found.record))
        dialog.open()

    # ---- inside

    def _decided(self, way: str, record: int) -> None:
        form = self._form
        if way == OPEN:
            form.to_record.emit(record)
        elif way == OTHER:
            self._ask_why(record)
        elif way == DROP:
            self._quiet()
            form.model.give_up()
            form.show_all()
            form.around.changed()
            form.to_record.emit(record)

    def _ask_why(self, record: int) -> None:
        ask_why_other(self._form.window(), lambda reason: self._is_other(reason, record))

    def _is_other(self, reason: str, record: int) -> None:
        self._form.model.give_reason(ALIKE, reason, record)
        self._form.touched()
        self._form.check_again()

    def _try(self, act: Callable[[], Saved | Stopped], printing: bool) -> None:
        form = self._form
        form.filter.settle()
        try:
            result = act()
        except Trouble as error:
            form.around.asker.tell(said.NOT_SAVED, sentence_of(error))
            return
        form.fill()
        if isinstance(result, Saved):
            self._done(result, printing)
        else:
            self._stopped(result)

    def _open_letter(self) -> None:
        reason = self._form.bar.reason.text()
        if not reason.strip():
            self._form.bar.reason.setFocus()
            return
        self._try(lambda: self._form.model.prepare_letter(reason), printing=True)

    def _stopped(self, stopped: Stopped) -> None:
        form = self._form
        self._remember(stopped)
        self.fold_finished({one.field for one in stopped.findings})
        form.tell(stopped.findings)
        if stopped.errors:
            form.sections.focus(stopped.errors[0].field)
            return
        form.sections.show_field(stopped.findings[0].field)
        reason = form.problems.first_reason
        if reason is not None and form.problems.isVisible():
            form.hold(reason)
        else:
            form.hold(form.alike.press)

    def _quiet(self) -> None:
        """Nothing waits to be kept or checked any more."""
        self._form.keeping.stop()
        self._form.checking.stop()

    def fold_finished(self, wrong: set[str]) -> None:
        """A section with nothing to mend becomes one line; one with something opens."""
        for part in self._form.sections.parts.values():
            if wrong & {field.name for field in part.section.fields}:
                part.fold(False)
                continue
            summary = self._form.model.summary(part.section)
            if summary or part.section.rare:
                part.fold(True, summary)

    def _done(self, saved: Saved, printing: bool) -> None:
        form = self._form
        first_time = not form.bar.isVisible()
        form.tell(())
        self._quiet()
        form.strip.hide()
        form.sections.let_type(False)
        form.side.line.setVisible(bool(form.side.line.entry.text().strip()))
        form.bar.show_saved(saved, offer_undo=first_time)
        form.changed.emit()
        if first_time:
            form.saved.emit(saved.id)
            form.around.changed()
        if saved.letter is not None:
            form.side.letter_is_there()
            form.live.show_letter(saved.letter)
        if saved.letter is not None and printing:
            form.to_print.emit(saved.covers)
        elif form.bar.asks_reason:
            form.bar.reason.setFocus()
