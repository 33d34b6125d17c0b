"""The two lists at the left: registrations, and under them letters or whatever else was asked for."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QHBoxLayout, QTableView, QVBoxLayout, QWidget

from common.words import elsewhere as other_words
from common.words import find as words
from desk_app.ui.find.model import FindModel
from desk_app.ui.find.tables import LETTER_COLUMNS, RECORD_COLUMNS, as_tall_as_rows, bar, hits_table
from desk_app.ui.parts.card import words as label

_ANY = 1000
_LETTERS_BESIDE = 4


class HitLists(QWidget):
    """`put` shows what a model holds; the tables' rows are `record_rows` and `letter_rows`."""

    def __init__(self) -> None:
        super().__init__()
        self.records, self.record_rows = hits_table(RECORD_COLUMNS, words.RECORDS)
        self.letters, self.letter_rows = hits_table(LETTER_COLUMNS, words.LETTERS)
        self.record_head, self.letter_head = label("", points=11.25), label("", points=11.25)
        self.foot, self.next_group = label("", "second", 10.5), label(words.NEXT_GROUP, "second", 10)
        self.next_group.setWordWrap(False)
        self._lay_out()

    def put(self, model: FindModel) -> None:
        """Other lines under their heads."""
        self.record_rows.put(model.records)
        self.letter_rows.put(model.letters)
        for table in (self.records, self.letters):
            # Told that there is no bar, a table sets none by itself when Tab comes, and the record shown stays.
            table.setCurrentIndex(QModelIndex())
        kind, group = model.chosen, words.RECORDS if model.seeking else words.BOOKS
        self.record_head.setText(words.group_head(group, len(model.records), model.seeking))
        below = other_words.GROUPS[kind] if model.elsewhere else words.LETTERS
        self.letter_head.setText(words.group_head(below, len(model.letters), model.seeking))
        for part in (self.letter_head, self.letters):
            part.setVisible(bool(model.letters))
        self.next_group.setVisible(bool(model.letters and model.records))
        self.record_head.setVisible(not model.elsewhere)
        self.records.setVisible(bool(model.records))
        as_tall_as_rows(self.letters, self.letter_rows, _ANY if model.elsewhere else _LETTERS_BESIDE)
        as_tall_as_rows(self.records, self.record_rows, _ANY)
        self.foot.setText(_foot(model))

    def read_on(self, model: FindModel, table: QTableView, place: int) -> None:
        """More lines behind those there are; the bar stays on its line."""
        self.put(model)
        bar(table, place)

    def first(self) -> QTableView:
        """The table that keys go into."""
        return self.records if self.record_rows.rows else self.letters

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        top = QHBoxLayout()
        top.addWidget(self.record_head, 1)
        top.addWidget(self.next_group)
        column.addLayout(top)
        column.addWidget(self.records, 1000)
        column.addWidget(self.letter_head)
        column.addWidget(self.letters, 500)
        column.addWidget(self.foot)
        column.addStretch(1)


def _foot(model: FindModel) -> str:
    if model.found.note:
        return model.found.note
    if model.elsewhere:
        return _foot_elsewhere(model)
    if not model.records and not model.letters:
        return words.nothing(model.text.strip()) if model.seeking else words.BOOK_EMPTY
    return words.NOT_FOUND_HINT if model.seeking else words.NEWEST_FIRST


def _foot_elsewhere(model: FindModel) -> str:
    if model.letters:
        return other_words.HINTS[model.chosen]
    if model.seeking:
        return other_words.nothing(model.chosen, model.text.strip())
    return other_words.NO_WONDER[model.chosen]
