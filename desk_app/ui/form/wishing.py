"""What is chosen for the letter of one form: its paper, its line, and the sheet with everything else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from common.words import choosing as said
from desk_app.services.letter_values import Wish
from desk_app.ui.choosing.sheet import ChoosingSheet

if TYPE_CHECKING:
    from desk_app.ui.form.event_form import EventForm


class Wishing(QObject):
    """Takes down what is wished, keeps it with the draft and has the letter drawn at once."""

    def __init__(self, form: EventForm) -> None:
        super().__init__(form)
        self._form = form

    def connect_side(self) -> None:
        """Everything that the letter's column lets choose."""
        side = self._form.side
        side.line_written.connect(self._line)
        side.choice_wanted.connect(self.choose)
        side.template_chosen.connect(self._template)

    def next_template(self) -> None:
        """The letter on its other paper."""
        model = self._form.model
        if model.saved is None and model.next_template():
            self._wished(model.wish)

    def choose(self) -> None:
        """What may be chosen for the letter, until something is saved."""
        form = self._form
        options = form.model.options() if form.model.saved is None else None
        if options is None:
            form.around.say(said.NOT_YET if form.model.saved is None else said.SAVED_ALREADY)
            return
        sheet = ChoosingSheet(options, form.model.wish, form.window())
        sheet.changed.connect(self._wished)
        sheet.chosen.connect(self._wished)
        # A card scanned meanwhile is read; its digits choose nothing.
        form.filter.watch(sheet)
        sheet.open()

    def _template(self, name: str) -> None:
        self._wished(replace(self._form.model.wish, template=name or None))

    def _line(self, text: str) -> None:
        self._form.model.say(text)
        self._form.touched()

    def _wished(self, wish: Wish) -> None:
        form = self._form
        form.model.wish = wish
        form.side.show_wish(wish)
        form.touched()
        form.draw(now=True)
