"""A place: typed freely; what was written before, and units of the day, in a list under the line. Nothing is completed
inside the line, and nothing is taken that was not chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QIcon, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QListWidget, QListWidgetItem, QWidget

from common.words import form as said
from desk_app.services.places import Offer
from desk_app.ui.form.field_box import LineBox
from desk_app.ui.form.fields import Field
from desk_app.ui.parts.keycap import KeyCap
from desk_app.ui.theme.icons import picture
from desk_app.ui.theme.look import face, px
from desk_app.ui.theme.tokens import MUC

Places = Callable[[str, str], Sequence[Offer]]
_IN_SIGHT, _ROW, _SIDES, _EDGE, _WIDEST = 6, 32, 14, 8, 620


class PlaceBox(LineBox):
    """`places` tells, by field and what is typed, which may be meant; `linked` says that it follows another field or
    not."""

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
        self._offered.itemClicked.connect(lambda item: self._take(self._offered.place_of(item)))
        chevron = line.addAction(
            QIcon(picture("chevron-down", px(18), MUC, self.devicePixelRatioF())),
            QLineEdit.ActionPosition.TrailingPosition,
        )
        chevron.triggered.connect(self._offer)
        return line

    def _offer(self) -> None:
        self._offered.offer(self._places(self.field.name, self.entry.text()) or self._places(self.field.name, ""))
        self._offered.setCurrentRow(0)

    def _narrow(self, typed: str) -> None:
        self._offered.offer(self._places(self.field.name, typed) if typed.strip() else ())

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
        self.setAccessibleName(said.PLACES_OFFERED)
        self.setWordWrap(True)
        self.hide()

    def offer(self, places: Sequence[Offer]) -> None:
        """Show these, none chosen; nothing to show hides the list."""
        while self.count():
            self.takeItem(0)
        wide = self._width(places)
        for place in places:
            item = QListWidgetItem(place.shown)
            item.setData(Qt.ItemDataRole.UserRole, place.text)
            item.setSizeHint(QSize(0, self._height(place.shown, wide)))
            self.addItem(item)
        self.setCurrentRow(-1)
        if places:
            self._lie_under(wide)
        self.setVisible(bool(places))

    def chosen(self) -> str:
        """The place under the bar, nothing while the list is hidden."""
        item: QListWidgetItem | None = self.currentItem()
        return self.place_of(item) if self.isVisible() and item is not None else ""

    def place_of(self, item: QListWidgetItem) -> str:
        """What a row would write into the line."""
        return str(item.data(Qt.ItemDataRole.UserRole))

    def step(self, by: int) -> None:
        """The bar up or down; it stays inside the list."""
        self.setCurrentRow(max(0, min(self.count() - 1, self.currentRow() + by)))

    def _width(self, places: Sequence[Offer]) -> int:
        """As wide as the longest row asks, at least as the line; what is longer than a line of print stands in two."""
        longest = max((self.fontMetrics().horizontalAdvance(one.shown) for one in places), default=0)
        asked = min(longest + 3 * px(_SIDES), px(_WIDEST))
        return min(max(self._line.width(), asked), self._line.window().width() - 2 * px(_EDGE))

    def _height(self, text: str, wide: int) -> int:
        room = QRect(0, 0, wide - 3 * px(_SIDES), 10_000)
        lines = self.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), text)
        return max(px(_ROW), lines.height() + px(_ROW) - self.fontMetrics().height())

    def _lie_under(self, wide: int) -> None:
        """Under the line, or above it where the window ends; never beyond the window at the right."""
        window: QWidget = self._line.window()
        self.setParent(window)
        tall = sum(self.item(row).sizeHint().height() for row in range(min(self.count(), _IN_SIGHT))) + 4
        under = self._line.mapTo(window, QPoint(0, self._line.height() + 2))
        above = self._line.mapTo(window, QPoint(0, -tall - 2))
        fits = under.y() + tall <= window.height() or above.y() < 0
        left = max(px(_EDGE), min(under.x(), window.width() - wide - px(_EDGE)))
        tall = min(tall, window.height() - under.y() - 2) if fits else tall
        self.setGeometry(left, under.y() if fits else above.y(), wide, tall)
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
