"""A card on its way into the form: scanned, given to a person, its address made today's where the clerk says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from common.words import scans as said
from desk_app.ui.form.answer_box import AnswersBox
from desk_app.ui.parts.choices import Choices, Group, Question

if TYPE_CHECKING:
    from desk_app.ui.form.event_form import EventForm


class Giving(QObject):
    """What scanner and card keys do to one form."""

    def __init__(self, form: EventForm) -> None:
        super().__init__(form)
        self._form = form

    def scanned(self, text: str) -> None:
        """A scan came: the card waits in the strip."""
        if self._form.model.saved is None:
            self._form.scan.feed(text)
            self._form.show_strip()

    def by_key(self, key: str) -> None:
        """The card goes to the person of this key (F6, F7, F8); without a card F8 says who declares."""
        form = self._form
        form.filter.settle()
        person = next((target.person for target in form.scan.targets if target.key == key), "")
        if person and form.scan.card is not None:
            self.hand(person)
            return
        box = form.sections.boxes.get("pick:declarant")
        if key == "F8" and isinstance(box, AnswersBox) and form.model.saved is None:
            form.sections.focus("pick:declarant")
            box.choose_next()

    def hand(self, person: str) -> None:
        """The card's parts go into this person's fields."""
        self._changed(self._form.scan.give(person))

    def new_home(self) -> None:
        """The address of today in the place of the card's; where the unit was split, a person says which part."""
        home = self._form.scan.home
        if home is None or self._form.model.saved is not None:
            return
        if len(home.hint.offers) == 1:
            self._changed(self._form.scan.take_home(0))
            return
        answers = tuple((str(place), offer.unit) for place, offer in enumerate(home.hint.offers))
        group = Group("", answers)
        question = Question(
            said.HOME_WHICH, said.HOME_WHICH_MORE, (group,), said.HOME_TAKE, said.HOME_KEPT, decided=False
        )
        asked = Choices(question, self._form.window())
        asked.answered.connect(lambda told: self._changed(self._form.scan.take_home(int(told[0]))))
        asked.open()

    def _changed(self, fields: tuple[str, ...]) -> None:
        form = self._form
        if fields:
            form.fill()
            form.sections.part_of(fields[0]).fold(False)
            form.sections.reveal(form.sections.boxes[fields[0]])
            form.touched()
        form.show_strip()
