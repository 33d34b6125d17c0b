"""A place: typed freely, what was written before in a list under the line. Nothing is completed inside the line."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QIcon, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QListWidget, QListWidgetItem, QWidget

from common.names import fold
from common.words import form as said
from desk_app.ui.form.field_box import LineBox
from desk_app.ui.form.fields import Field
from desk_app.ui.parts.keycap import KeyCap
from desk_app.ui.theme.icons import picture
from desk_app.ui.theme.look import face, px
from desk_app.ui.theme.tokens import MUC

Places = Callable[[str], Sequence[str]]
_IN_SIGHT, _ROW = 6, 32


class PlaceBox(LineBox):
    """`places` tells what was written into this field before; `linked` says that it follows another field or not."""

    linked = Signal(bool)

    def __init__(self, field: Field, places: Places) -> None:
        self._places = places
        super().__init__(field)
        self.tick: QCheckBox | None = None
        if field.same_as:
            self.tick = self._same(field)

    @property
    def offered(self) -> PlaceList:
        """The list under the line."""
        return self._offered

    def leave(self) -> None:
        """Enter takes the place that is chosen in the list."""
        chosen = self._offered.chosen()
        if chosen:
            self.entry.setText(chosen)
        self._offered.hide()

    def show_linked(self, linked: bool) -> None:
        """Tick or untick without telling it back."""
        if self.tick is not None:
            self.tick.blockSignals(True)
            self.tick.setChecked(linked)
            self.tick.blockSignals(False)

    def _same(self, field: Field) -> QCheckBox:
        tick = QCheckBox(said.SAME_HOME)
        tick.setFont(face(10))
        tick.setObjectName(field.same_as)
        tick.setAccessibleName(f"{field.full_label}: {said.SAME_HOME}")
        tick.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        tick.toggled.connect(self.linked)
        self.label_row.addWidget(tick)
        self.label_row.addWidget(KeyCap("Ctrl+M"))
        return tick

    def _make_line(self) -> QLineEdit:
        line = _PlaceLine()
        self._offered = PlaceList(line)
        line.offered = self._offered
        line.wanted.connect(self._offer)
        line.left.connect(self._offered.hide)
        line.textEdited.connect(self._narrow)
        self._offered.itemClicked.connect(lambda item: self._take(item.text()))
        chevron = line.addAction(
            QIcon(picture("chevron-down", px(18), MUC, self.devicePixelRatioF())),
            QLineEdit.ActionPosition.TrailingPosition,
        )
        chevron.triggered.connect(self._offer)
        return line

    def _offer(self) -> None:
        self._offered.offer(self._places(self.field.name))
        self._offered.setCurrentRow(0)

    def _narrow(self, typed: str) -> None:
        known = self._places(self.field.name) if typed.strip() else ()
        wanted = fold(typed)
        self._offered.offer([place for place in known if wanted in fold(place) and wanted != fold(place)])

    def _take(self, place: str) -> None:
        self.entry.setText(place)
        self._offered.hide()


class PlaceList(QListWidget):
    """A list that never takes the focus, lying over the form under its line."""

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self._line = line
        self.setObjectName("places")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.hide()

    def offer(self, places: Sequence[str]) -> None:
        """Show these, none chosen; nothing to show hides the list."""
        self.clear()
        for place in places:
            item = QListWidgetItem(place)
            item.setToolTip(place)
            item.setSizeHint(QSize(0, px(_ROW)))
            self.addItem(item)
        self.setCurrentRow(-1)
        if places:
            self._lie_under(min(len(places), _IN_SIGHT))
        self.setVisible(bool(places))

    def chosen(self) -> str:
        """The place under the bar, nothing while the list is hidden."""
        item: QListWidgetItem | None = self.currentItem()
        return item.text() if self.isVisible() and item is not None else ""

    def step(self, by: int) -> None:
        """The bar up or down; it stays inside the list."""
        self.setCurrentRow(max(0, min(self.count() - 1, self.currentRow() + by)))

    def _lie_under(self, rows: int) -> None:
        window: QWidget = self._line.window()
        self.setParent(window)
        tall = rows * px(_ROW) + 4
        under = self._line.mapTo(window, QPoint(0, self._line.height() + 2))
        above = self._line.mapTo(window, QPoint(0, -tall - 2))
        fits = under.y() + tall <= window.height()
        self.setGeometry(under.x(), under.y() if fits else above.y(), self._line.width(), tall)
        self.raise_()


class _PlaceLine(QLineEdit):
    """`wanted` asks for the list, `left` says that the pointer is elsewhere."""

    wanted = Signal()
    left = Signal()
    offered: PlaceList

    def event(self, event: QEvent) -> bool:
        """Esc closes an open list before it closes the form."""
        if not (isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride):
            return super().event(event)
        if event.key() == Qt.Key.Key_Escape and self.offered.isVisible():
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move in the list."""
        steps = {int(Qt.Key.Key_Down): 1, int(Qt.Key.Key_Up): -1}
        if event.key() == Qt.Key.Key_Escape and self.offered.isVisible():
            self.offered.hide()
        elif event.key() in steps and self.offered.isVisible():
            self.offered.step(steps[event.key()])
        elif event.key() == Qt.Key.Key_Down:
            self.wanted.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The list goes with the pointer."""
        super().focusOutEvent(event)
        self.left.emit()
