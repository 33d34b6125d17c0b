"""Step 1: a few letters without accents, the communes they may mean, and what the letterhead will say."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QVBoxLayout, QWidget

from common.words import first_run as said
from desk_app.services.communes import Commune
from desk_app.ui.first_run.model import FirstRunModel
from desk_app.ui.first_run.step import Chips, StepView, hair, pair
from desk_app.ui.parts.banner import sign
from desk_app.ui.parts.card import words
from desk_app.ui.parts.key_page import field
from desk_app.ui.parts.labelled import Labelled
from desk_app.ui.parts.two_lines import SECOND, TwoLineDelegate
from desk_app.ui.theme.look import px
from desk_app.ui.theme.tokens import CHAM

_SHOWN = 3
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Found(QAbstractListModel):
    """The communes of the list, each with its province and code on a second line.

    A list widget would make an item for each, and Shiboken 6.11 now and then frees such an item twice.
    """

    def __init__(self) -> None:
        super().__init__()
        self._communes: tuple[Commune, ...] = ()

    def put(self, communes: tuple[Commune, ...]) -> None:
        """Show these."""
        self.beginResetModel()
        self._communes = communes
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """How many."""
        return 0 if parent.isValid() else len(self._communes)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The name, or what stands under it."""
        if not index.isValid():
            return None
        commune = self._communes[index.row()]
        if role == SECOND:
            return said.commune_under(commune.parent, commune.code)
        return commune.official if role == Qt.ItemDataRole.DisplayRole else None


class CommuneStep(StepView):
    """Typing finds, up and down choose; the names follow the choice until somebody changes them."""

    def __init__(self, model: FirstRunModel) -> None:
        super().__init__(model, said.COMMUNE_TITLE, said.COMMUNE_TEXT)
        self.typed, self.list, self.rows = field(said.COMMUNE_FIELD), QListView(), Found()
        self.above, self.name, self.place = field(said.ABOVE), field(said.HEAD_NAME), field(said.PLACE)
        self.note = words(said.COMMUNE_WAIT, "second", 10.5)
        self.merged, self.old = QWidget(), Chips(said.COMMUNE_LIST)
        self.merged_title = words("", bold=True)
        self.found: tuple[Commune, ...] = ()
        self._places = {
            "commune": Labelled(said.COMMUNE_FIELD, self.typed),
            "above": Labelled(said.ABOVE, self.above),
            "name": Labelled(said.HEAD_NAME, self.name),
            "place": Labelled(said.PLACE, self.place),
        }
        self._prepare()
        self._lay_out()
        self._show_choice()

    def first(self) -> QWidget:
        """Type at once."""
        return self.typed

    def places(self) -> dict[str, Labelled]:
        """The search, and the names on the letterhead."""
        return {name: place for name, place in self._places.items() if name != "above"}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down move in the list while one types."""
        moves = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in moves:
            self._stand_on(self.list.currentIndex().row() + moves[Qt.Key(event.key())])
            return True
        return super().eventFilter(watched, event)

    def _prepare(self) -> None:
        self.typed.setPlaceholderText(said.COMMUNE_HINT)
        self.typed.textChanged.connect(self._find)
        self.typed.installEventFilter(self)
        # Who is above follows from the unit: shown like a field, passed over by Tab.
        self.above.setReadOnly(True)
        self.above.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.name.textEdited.connect(self._rename)
        self.place.textEdited.connect(self._rename)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.list.setAccessibleName(said.COMMUNE_LIST)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setModel(self.rows)
        self.list.selectionModel().currentChanged.connect(self._choose)
        self.list.setItemDelegate(TwoLineDelegate(self.list))

    def _lay_out(self) -> None:
        search = _stacked(self._places["commune"], self.list, self.note)
        self.column.addLayout(pair((search,), [self._places[name] for name in ("above", "name", "place")]))
        told = QVBoxLayout(self.merged)
        told.setContentsMargins(0, 0, 0, 0)
        told.setSpacing(0)
        for widget in (hair(), self.merged_title, words(said.MERGED_TEXT, "second", 10.5), self.old):
            told.addWidget(widget)
        told.insertSpacing(1, 12)
        told.insertSpacing(4, 8)
        self.column.addWidget(self.merged)
        self.column.addWidget(hair())
        self.column.addLayout(_network())

    def _find(self, text: str) -> None:
        self.found = self.model.find(text)
        self.rows.put(self.found)
        self._stand_on(0)
        self.note.setText(said.COMMUNE_NONE if text.strip() else said.COMMUNE_WAIT)
        self._show_choice()

    def _stand_on(self, row: int) -> None:
        self.list.setCurrentIndex(self.rows.index(min(max(row, 0), len(self.found) - 1), 0))

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid() and self.found[index.row()] != self.model.commune:
            self.model.choose(self.found[index.row()])
            self._show_choice()

    def _rename(self) -> None:
        self.model.name, self.model.place = said.unit_in(self.name.text()), self.place.text()
        self.changed.emit()

    def _show_choice(self) -> None:
        commune = self.model.commune
        self.list.setFixedHeight(px(48) * min(max(len(self.found), 1), _SHOWN) + 2)
        self.list.setVisible(bool(self.found))
        self.note.setVisible(not self.found)
        self.above.setText(said.committee_of(commune.parent) if commune else "")
        self.name.setText(said.head_name(self.model.name) if commune else "")
        self.place.setText(self.model.place)
        for each in (self.above, self.name, self.place):
            each.setCursorPosition(0)
            each.setEnabled(commune is not None)
        self._show_old(commune)
        self.changed.emit()

    def _show_old(self, commune: Commune | None) -> None:
        title = said.merged(commune.official, commune.old, commune.since) if commune else ""
        self.merged.setVisible(bool(title))
        self.merged_title.setText(title)
        if commune and title:
            self.old.show_words([said.tag_of_old(name, commune.full_name) for name in commune.old])


def _stacked(*widgets: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    for each in widgets:
        column.addWidget(each)
    return made


def _network() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    told = QVBoxLayout()
    told.setSpacing(0)
    told.addWidget(words(said.NO_NETWORK, bold=True))
    told.addWidget(words(said.NO_NETWORK_TEXT, "second", 10.5))
    row.addWidget(sign("cloud-off", CHAM, 24), 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(told, 1)
    return row
