"""The card of the table of communes: which one is in force, taking in a newer one, going back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from common.words import settings_page as page_words
from common.words import unit_updates as said
from desk_app.services.own_future import parts
from desk_app.services.trouble import Trouble
from desk_app.services.unit_updates import Preview, UnitUpdates, told_of
from desk_app.ui.page import Around
from desk_app.ui.parts.button import button
from desk_app.ui.parts.card import words
from desk_app.ui.parts.labelled import Labelled
from desk_app.ui.settings.keyed import KeyedCard
from desk_app.ui.told import sentence_of


class UnitsCard(KeyedCard):
    """A file is looked at first; what it would change is told before anybody consents."""

    def __init__(self, around: Around) -> None:
        super().__init__(said.CARD, page_words.KEYS["units"])
        self._around, self._updates = around, UnitUpdates(around.desk.seat)
        self.state = words("", "second", 10.5)
        self.take = button(said.TAKE, "Ctrl+Shift+U", icon="file-import")
        self.back = button(said.BACK, "Ctrl+Shift+Z", icon="history")
        self.body.addWidget(words(said.CARD_TEXT, "second", 10))
        self.body.addWidget(self.state)
        row = QHBoxLayout()
        row.setSpacing(8)
        for each, act in ((self.take, self._look), (self.back, self._put_back)):
            each.clicked.connect(act)
            row.addWidget(each, 0, Qt.AlignmentFlag.AlignLeft)
        row.addStretch(1)
        self.body.addLayout(row)
        self.part = QComboBox()
        self.part.setAccessibleName(said.PART)
        self.part.activated.connect(self._choose_part)
        self.parts = Labelled(said.PART, self.part)
        self.body.addWidget(self.parts)

    def doors(self) -> tuple[QWidget, ...]:
        """The newer table first."""
        return self.take, self.back, self.part

    def put(self) -> None:
        """Show what is in force."""
        stands = self._updates.in_force()
        taken = date.fromisoformat(stands.kept.taken_on) if stands.kept else None
        told = said.in_force(stands.edition, taken)
        self.state.setText(told if stands.tied else f"{told} {said.NO_OFFICE}")
        seat = self._around.desk.seat
        may = seat.role == "administrator" and not seat.training
        self.take.setEnabled(may)
        self.back.setEnabled(may and stands.way_back)
        self._put_parts(may)

    def _put_parts(self, may: bool) -> None:
        seat, head = self._around.desk.seat, self._around.desk.settings.all()
        choices = parts(head, seat.units, seat.today())
        self.part.blockSignals(True)
        while self.part.count():
            self.part.removeItem(0)
        for code, name in (("", said.NO_PART), *choices.items()):
            self.part.addItem(name, code)
        self.part.setCurrentIndex(max(0, self.part.findData(head.heir)))
        self.part.blockSignals(False)
        self.part.setEnabled(may)
        self.parts.setVisible(bool(choices))

    def _choose_part(self, row: int) -> None:
        try:
            self._around.desk.settings.put("heir", str(self.part.itemData(row)))
        except Trouble as trouble:
            self._failed(trouble)
            return
        self._show(said.PART_KEPT.format(name=self.part.itemText(row)))

    def _look(self) -> None:
        path = self._around.asker.choose_file(said.CHOOSE, None, said.KINDS)
        if path is None:
            return
        updates = self._updates
        start = self._around.jobs.start
        start(lambda step: updates.look(path), lambda preview: self._ask(path, preview), self._failed, said.LOOKING)

    def _ask(self, path: Path, preview: Preview) -> None:
        told = "\n\n".join(told_of(preview))
        if self._around.asker.ask(said.ASK_TITLE, told, (said.ASK_YES, said.ASK_NO), 1) != 0:
            return
        updates = self._updates
        start = self._around.jobs.start
        start(lambda step: updates.take(path, preview.document), self._taken, self._failed, said.LOOKING)

    def _taken(self, preview: Preview) -> None:
        self._show(said.TAKEN.format(day=preview.edition))

    def _put_back(self) -> None:
        if self._around.asker.ask(said.BACK_TITLE, said.BACK_TEXT, (said.BACK_YES, said.BACK_NO), 1) != 0:
            return
        try:
            stands = self._updates.put_back()
        except Trouble as trouble:
            self._failed(trouble)
            return
        self._show(said.PUT_BACK.format(day=stands.edition))

    def _show(self, told: str) -> None:
        self.put()
        self._around.changed()
        self._around.say(told)

    def _failed(self, error: Exception) -> None:
        self._around.asker.tell(said.NOT_TAKEN, sentence_of(error))
