"""The page Tìm mọi thứ and Sổ hộ tịch."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QTableView, QVBoxLayout, QWidget

from common.words import find as words
from common.words import window as said
from desk_app.services.lookup import Lookup
from desk_app.services.trouble import Trouble
from desk_app.ui.find.acts import RecordActs, possible_on
from desk_app.ui.find.column import BUTTONS, RecordColumn
from desk_app.ui.find.model import EVENTS, FindModel
from desk_app.ui.find.tables import LETTER_COLUMNS, RECORD_COLUMNS, as_tall_as_rows, bar, filter_button, hits_table
from desk_app.ui.page import Around
from desk_app.ui.parts.button import button
from desk_app.ui.parts.card import words as label
from desk_app.ui.parts.page_head import ElidedLabel, PageHead, SearchField
from desk_app.ui.theme.look import face, px
from desk_app.ui.told import sentence_of

PAUSE_MS = 150
"""How long typing rests before the register is asked."""

_ROOMY = 930
_FILTER_KEYS = ("Ctrl+0", "Ctrl+1", "Ctrl+2", "Ctrl+3")


class FindPage(QWidget):
    """Typing searches; an empty box lists the book, newest first; the record under the bar stands at the right."""

    actions = frozenset(BUTTONS)  # type: ignore[assignment]

    def __init__(self, around: Around) -> None:
        super().__init__()
        self.setObjectName("page")
        self.title = words.SEEK
        self._around = around
        self.model = FindModel(Lookup(around.desk.seat))
        self.head = PageHead(words.BOOKS).without_search()
        self.box = SearchField(words.BOX_HINT, "F3")
        self.box.setObjectName("seekBox")
        self.box.setFont(face(13))
        self.filters = [filter_button(event, key) for event, key in zip(EVENTS, _FILTER_KEYS, strict=True)]
        self.records, self.record_rows = hits_table(RECORD_COLUMNS, words.RECORDS)
        self.letters, self.letter_rows = hits_table(LETTER_COLUMNS, words.LETTERS)
        self.record_head, self.letter_head = label("", points=11.25), label("", points=11.25)
        self.foot, self.next_group = label("", "second", 10.5), label(words.NEXT_GROUP, "second", 10)
        self.scan = button(words.SCAN_CODE, "F4", icon="scan")
        self._small = self._opened = False
        self.column = RecordColumn()
        self._acts = RecordActs(around, self, self._done, self.column.reveal)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.box)

    # ---- the page protocol

    def refresh(self) -> None:
        """Look again for the same; the record under the bar stays."""
        held = self.column.record
        self.model.read()
        self.head.say(words.SEEK if self.model.seeking else words.BOOKS, self.model.counted())
        self._show(held.id if held else 0)

    def arrive(self, **what: object) -> None:
        """`seek` puts words into the box ("" only the bar), `show` is a registration to open; neither: the book."""
        self._pause.stop()
        self.box.blockSignals(True)
        self.box.setText(str(what.get("seek", "")))
        self.box.blockSignals(False)
        self.model.seek(self.box.text())
        self.column.put(None, frozenset())
        self._fit(opened="show" in what)
        shown = what.get("show")
        if isinstance(shown, int):
            self.open(shown)
        self.setFocusProxy(self.box if "seek" in what or not self.model.records else self.records)
        self.setFocus()
        self.box.selectAll()

    def act(self, action_id: str) -> bool:
        """Only what is possible on the record shown; a letter's code is scanned into the box."""
        if action_id == "scan-code":
            self.box.setFocus()
            return True
        held = self.focusWidget()
        if action_id == "see-record-letter" and isinstance(held, QAbstractButton):
            held.click()  # Space on a button that has the focus presses it
            return True
        record = self.column.record
        if record is None or action_id not in possible_on(record):
            return False
        self._acts.do(action_id, record)
        return True

    def may_leave(self) -> bool:
        """Nothing is kept by this page alone."""
        return True

    # ---- acts

    def search_now(self) -> None:
        """Look for what stands in the box without waiting for a pause."""
        self._pause.stop()
        self.model.seek(self.box.text())
        self.head.say(words.SEEK if self.model.seeking else words.BOOKS, self.model.counted())
        self._show()

    def open(self, id: int) -> None:
        """Show one registration at the right."""
        try:
            record = self.model.record(id)
        except Trouble as trouble:
            self._around.asker.tell(said.TROUBLE, sentence_of(trouble))
            return
        self.column.put(record, possible_on(record))

    def _done(self, told: str) -> None:
        record = self.column.record
        self.refresh()
        if record is not None:
            self.open(record.id)
        self._around.changed()
        self._around.say(told)

    # ---- showing

    def _show(self, held: int = 0) -> None:
        self.record_rows.put(self.model.records)
        self.letter_rows.put(self.model.letters)
        seeking = self.model.seeking
        self.record_head.setText(words.group_head(words.RECORDS if seeking else words.BOOKS, len(self.model.records)))
        self.letter_head.setText(words.group_head(words.LETTERS, len(self.model.letters)))
        self.box.tell(self.model.found.words if seeking else "")
        for widget in (self.letter_head, self.letters, self.next_group):
            widget.setVisible(bool(self.model.letters))
        self.records.setVisible(bool(self.model.records))
        as_tall_as_rows(self.letters, self.letter_rows, 4)
        as_tall_as_rows(self.records, self.record_rows, 1000)
        self.foot.setText(self._foot())
        ids = [line.id for line in self.model.records]
        if ids and not (held and held not in ids):
            bar(self.records, ids.index(held) if held else 0)
        elif not held:
            self.column.put(None, frozenset())

    def _foot(self) -> str:
        if not self.model.records and not self.model.letters:
            return words.nothing(self.model.text.strip()) if self.model.seeking else words.BOOK_EMPTY
        return words.NOT_FOUND_HINT if self.model.seeking else words.NEWEST_FIRST

    def _choose_filter(self, event: str) -> None:
        self.model.filter(event)
        for each, known in zip(self.filters, EVENTS, strict=True):
            each.setChecked(known == event)
            each.set_kind("primary" if known == event else "neutral")
        self._show()

    def _moved(self, index: QModelIndex, table: QTableView) -> None:
        row = (self.record_rows if table is self.records else self.letter_rows).row(index)
        if row is None:
            return
        self.open(row.id if table is self.records else row.record)
        if table is self.records and index.row() == len(self.model.records) - 1:
            self._read_on(index.row())

    def _read_on(self, place: int) -> None:
        if not self.model.more():
            return
        self.record_rows.put(self.model.records)
        as_tall_as_rows(self.records, self.record_rows, 1000)
        bar(self.records, place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down leaves the box for the table, Ctrl+Down goes to the next group, Enter searches at once."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return bool(super().eventFilter(watched, event))
        down = event.key() == Qt.Key.Key_Down
        if down and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return self._enter(self.letters if watched is self.records else self.records)
        if down and watched is self.box:
            return self._enter(self.records if self.model.records else self.letters)
        if watched is self.box and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.search_now()
            return True
        return bool(super().eventFilter(watched, event))

    def _enter(self, table: QTableView) -> bool:
        if table.isVisible():
            table.setFocus()
            bar(table, max(0, table.currentIndex().row()))
        return True

    def _enter_record(self, index: QModelIndex, table: QTableView) -> None:
        self._moved(index, table)
        self._fit(opened=True)
        first = next((press for press in self.column.buttons.values() if press.isEnabled()), None)
        if first is not None:
            first.setFocus()

    def _back(self) -> None:
        """From the record to the list, from the list to the box."""
        held = self.focusWidget()
        in_record = held is not None and self.column.isAncestorOf(held)
        self._fit(opened=False)
        table = self.records if self.model.records else self.letters
        (table if in_record and table.isVisible() else self.box).setFocus()

    def _fit(self, opened: bool) -> None:
        """On a small screen the record stands in place of the list once it is opened."""
        self._opened = opened
        self.column.lie(self._small)
        self.column.setVisible(opened or not self._small)
        self.left.setVisible(not (opened and self._small))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other where there is room for both."""
        super().resizeEvent(event)
        self._small = self.width() < px(_ROOMY)
        self._fit(self._opened)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+0 to Ctrl+3 choose what is listed, Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self._back()
            return
        place = event.key() - Qt.Key.Key_0
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier and 0 <= place < len(EVENTS):
            self._choose_filter(EVENTS[place])
            return
        super().keyPressEvent(event)

    # ---- making

    def _connect(self) -> None:
        self._pause.timeout.connect(self.search_now)
        self.box.textChanged.connect(lambda _: self._pause.start())
        for table in (self.records, self.letters):
            table.installEventFilter(self)
            move = table.selectionModel().currentChanged
            move.connect(lambda index, _, table=table: self._moved(index, table))
            table.activated.connect(lambda index, table=table: self._enter_record(index, table))
        self.box.installEventFilter(self)
        for press, event in zip(self.filters, EVENTS, strict=True):
            press.clicked.connect(lambda checked=False, event=event: self._choose_filter(event))
        self.column.asked.connect(self._asked)
        self.scan.clicked.connect(lambda: self.act("scan-code"))

    def _asked(self, id: str) -> None:
        self.records.setFocus()
        self.act(id)

    def _lay_out(self) -> None:
        chips = QHBoxLayout()
        chips.setSpacing(8)
        for press in self.filters:
            chips.addWidget(press)
        chips.addWidget(ElidedLabel(words.FORGIVING), 1)
        self.left = QWidget()
        left = QVBoxLayout(self.left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(8)
        top = QHBoxLayout()
        self.next_group.setWordWrap(False)
        top.addWidget(self.record_head, 1)
        top.addWidget(self.next_group)
        left.addLayout(top)
        left.addWidget(self.records, 1000)
        left.addWidget(self.letter_head)
        left.addWidget(self.letters, 500)
        left.addWidget(self.foot)
        left.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addWidget(self.left, 1)
        both.addWidget(self.column)
        body = QVBoxLayout()
        body.setContentsMargins(20, 16, 20, 12)
        body.setSpacing(10)
        seek = QHBoxLayout()
        seek.setSpacing(10)
        seek.addWidget(self.box, 1)
        self.scan.setProperty("tall", True)
        seek.addWidget(self.scan)
        body.addLayout(seek)
        body.addLayout(chips)
        body.addLayout(both, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(body, 1)
