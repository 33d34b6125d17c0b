"""The foot of the forms: what is kept, what has to be typed, and the three ways on; in fewer words where the window is
narrow, for no button is ever cut."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt

from common.words import form as said
from common.words import form_saving as words_of
from common.words.form_cases import REQUIRED_HINT, REQUIRED_SHORT
from desk_app.ui.form.event_form import EventForm
from desk_app.ui.parts.banner import sign
from desk_app.ui.parts.button import button, quiet_button
from desk_app.ui.parts.card import words
from desk_app.ui.parts.foot import Foot
from desk_app.ui.theme.sheet import restyle
from desk_app.ui.theme.tokens import SEN_CHU

_SIDES, _GAP = 40, 10


class FormFoot(Foot):
    """`.leave`, `.save`, `.print` are its buttons; `read` makes it say what the form in front asks for."""

    def __init__(self) -> None:
        floppy, kept, hint = sign("device-floppy", SEN_CHU, 18), words("", "good", 10.5), words("", "second", 10.5)
        leave, save = quiet_button(said.CLOSE, "Esc"), button(words_of.SAVE, "Ctrl+Enter")
        prints = button(words_of.SAVE_AND_PRINT, "Ctrl+P", primary=True, icon="printer")
        super().__init__((floppy, kept, hint), (leave, save, prints))
        self._floppy, self._kept, self._hint = floppy, kept, hint
        self.leave, self.save, self.print = leave, save, prints
        for label in (kept, hint):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(False)

    def read(self, form: EventForm, room: int, goes_on: str = "") -> None:
        """What stands in the foot of a page that is `room` px wide; `goes_on` is what comes after saving."""
        model, beside = form.model, not form.two_sides.narrow
        self._name_ways(form, goes_on, short=False)
        if self._wide() > room:
            self._name_ways(form, goes_on, short=True)
        left = room - self._wide()
        self._tell_kept(form, left)
        left -= self._kept.sizeHint().width() + _GAP if self._kept.isVisibleTo(self) else 0
        quiet = bool(form.errors or model.saved or form.trouble or (not beside and self._kept.text()))
        self._tell_required((REQUIRED_HINT, REQUIRED_SHORT) if beside else (REQUIRED_SHORT,), 0 if quiet else left)

    def _tell_kept(self, form: EventForm, left: int) -> None:
        """The hour of the last draft where there is room for it; what went wrong in any case."""
        model, beside = form.model, not form.two_sides.narrow
        kept = said.draft_kept(model.kept_at) if model.kept_at and not model.saved else ""
        self._kept.setText(form.trouble or kept)
        self._kept.setWordWrap(bool(form.trouble))
        # A print button that says why it is off needs the room more than the hour of the last draft.
        crowded = (bool(form.errors) and not beside) or self._kept.sizeHint().width() + _GAP > left
        self._kept.setVisible(bool(form.trouble) or (bool(kept) and not crowded))
        self._kept.setProperty("voice", "wrong" if form.trouble else "good")
        restyle(self._kept)
        self._floppy.setToolTip(self._kept.text())
        self._floppy.setVisible(bool(kept) and beside and not form.trouble)

    def _tell_required(self, hints: Sequence[str], left: int) -> None:
        """The first of these hints that there is room for."""
        wide = self._hint.fontMetrics().horizontalAdvance
        fitting = next((hint for hint in hints if wide(hint) + 2 * _GAP <= left), "")
        self._hint.setText(fitting)
        self._hint.setVisible(bool(fitting))

    def _name_ways(self, form: EventForm, goes_on: str, short: bool) -> None:
        saved = form.model.saved
        way = words_of.next_way(goes_on, short) if saved else words_of.save_way(short)
        self.save.set_words(way)
        self.print.set_words(words_of.print_way(form.errors, bool(saved), short))
        # Of a child that lived under 24 hours both acts are written, then come letters.
        second = bool(saved and saved.follows)
        self.save.set_kind("primary" if second else "")
        self.print.set_kind("" if form.errors or second else "primary")
        self.print.setEnabled(not form.errors)

    def _wide(self) -> int:
        """px that the ways on take."""
        return _SIDES + sum(way.sizeHint().width() + _GAP for way in (self.leave, self.save, self.print))
