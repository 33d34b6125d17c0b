"""The card of what the level above sends: what is in force, a file looked at part by part, used, put back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from common.words import settings_page as page_words
from common.words import unit_updates as unit_words
from common.words import updates as said
from desk_app.services.own_future import parts
from desk_app.services.trouble import Trouble
from desk_app.services.updates import Preview, Updates
from desk_app.ui.page import Around
from desk_app.ui.parts.button import button
from desk_app.ui.parts.card import words
from desk_app.ui.parts.labelled import Labelled
from desk_app.ui.parts.refill import refill
from desk_app.ui.settings.keyed import KeyedCard
from desk_app.ui.settings.update_preview import UpdatePreview
from desk_app.ui.told import sentence_of


class UpdatesCard(KeyedCard):
    """A file is looked at first; what it would change is told here before anybody consents."""

    def __init__(self, around: Around) -> None:
        super().__init__(said.CARD, page_words.KEYS["units"])
        self._around, self._updates = around, Updates(around.desk.seat)
        self.state, self.units = words("", "second", 10.5), words("", "second", 10.5)
        self.take = button(said.TAKE, "Ctrl+Shift+U", icon="file-import")
        self.back = button(said.BACK, "Ctrl+Shift+Z", icon="history")
        for text in (words(said.CARD_TEXT, "second", 10), self.state, self.units):
            self.body.addWidget(text)
        row = QHBoxLayout()
        row.setSpacing(8)
        for each, act in ((self.take, self._choose), (self.back, self._put_back)):
            each.clicked.connect(act)
            row.addWidget(each, 0, Qt.AlignmentFlag.AlignLeft)
        row.addStretch(1)
        self.body.addLayout(row)
        self.preview = UpdatePreview()
        self.preview.use.clicked.connect(self._use)
        self.preview.later.clicked.connect(self._leave)
        self.body.addWidget(self.preview)
        self.part = QComboBox()
        self.part.setAccessibleName(unit_words.PART)
        self.part.activated.connect(self._choose_part)
        self.parts = Labelled(unit_words.PART, self.part)
        self.body.addWidget(self.parts)

    def doors(self) -> tuple[QWidget, ...]:
        """A file first, or what was found in it."""
        return self.preview.use, self.take, self.back, self.part

    def put(self) -> None:
        """Show what is in force."""
        stands = self._updates.standing()
        last = stands.last
        told = said.standing(last.edition, last.taken_on, last.names) if last else said.NOTHING_TAKEN
        self.state.setText(told if stands.tied else f"{told} {said.NO_OFFICE}")
        self.units.setText(unit_words.in_force(stands.units, stands.units_taken_on))
        seat = self._around.desk.seat
        may = seat.role == "administrator" and not seat.training
        self.take.setEnabled(may)
        self.back.setEnabled(may and last is not None)
        self._put_parts(may)

    def _put_parts(self, may: bool) -> None:
        seat, head = self._around.desk.seat, self._around.desk.settings.all()
        choices = parts(head, seat.units, seat.today())
        refill(self.part, [(unit_words.NO_PART, ""), *((name, code) for code, name in choices.items())], head.heir)
        self.part.setEnabled(may)
        self.parts.setVisible(bool(choices))

    def _choose_part(self, row: int) -> None:
        try:
            self._around.desk.settings.put("heir", str(self.part.itemData(row)))
        except Trouble as trouble:
            self._failed(trouble)
            return
        self._show(unit_words.PART_KEPT.format(name=self.part.itemText(row)))

    def _choose(self) -> None:
        path = self._on_stick() or self._around.asker.choose_file(said.CHOOSE, None, said.KINDS)
        if path is not None:
            self.look(path)

    def _on_stick(self) -> Path | None:
        asker = self._around.asker
        found = self._updates.found_in(stick.folder for stick in asker.sticks())
        if found is None:
            return None
        told = said.FOUND.format(file=found.name, place=found.parent)
        return found if asker.ask(said.FOUND_TITLE, told, (said.FOUND_YES, said.FOUND_NO), 0) == 0 else None

    def look(self, path: Path) -> None:
        """Tell what this file would change; nothing is used before somebody says so."""
        self.preview.clear()
        updates, start = self._updates, self._around.jobs.start
        start(lambda step: updates.look(path), lambda found: self._ask(path, found), self._failed, said.LOOKING)

    def _ask(self, path: Path, found: Preview) -> None:
        self.preview.put(path, found)
        self.preview.use.setFocus()

    def _use(self) -> None:
        path, found = self.preview.asked
        updates, start = self._updates, self._around.jobs.start
        start(lambda step: updates.take(path, found.document), self._taken, self._failed, said.LOOKING)

    def _leave(self) -> None:
        self.preview.clear()
        self.take.setFocus()
        self._around.say(said.LEFT)

    def _taken(self, preview: Preview) -> None:
        self.preview.clear()
        self._show(said.TAKEN.format(day=preview.edition))
        self.take.setFocus()

    def _put_back(self) -> None:
        last = self._updates.standing().last
        if last is None:
            return
        told = said.BACK_TEXT.format(day=last.edition, what=said.counted(last.names))
        if self._around.asker.ask(said.BACK_TITLE, told, (said.BACK_YES, said.BACK_NO), 1) != 0:
            return
        try:
            gone = self._updates.put_back()
        except Trouble as trouble:
            self._failed(trouble)
            return
        self._show(said.PUT_BACK.format(day=gone.edition))

    def _show(self, told: str) -> None:
        self.put()
        self._around.changed()
        self._around.say(told)

    def _failed(self, error: Exception) -> None:
        self._around.asker.tell(said.NOT_TAKEN, sentence_of(error))
