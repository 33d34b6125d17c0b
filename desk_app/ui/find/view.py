"""The page Tìm mọi thứ and Sổ hộ tịch."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QTableView, QVBoxLayout, QWidget

from common.words import find as words
from common.words import window as said
from desk_app.services.courtesy_letters import COURTESIES
from desk_app.services.elsewhere import DRAFTS, OtherHit
from desk_app.services.lookup import Lookup
from desk_app.services.trouble import Trouble
from desk_app.ui.courtesy.acts import CourtesyActs
from desk_app.ui.find.acts import RecordActs, possible_on
from desk_app.ui.find.chips import Chips, SeekRow
from desk_app.ui.find.column import BUTTONS, RecordColumn
from desk_app.ui.find.export import MinistryExport
from desk_app.ui.find.lists import HitLists
from desk_app.ui.find.model import CHIPS, FindModel
from desk_app.ui.find.tables import bar
from desk_app.ui.page import Around
from desk_app.ui.parts.page_head import PageHead
from desk_app.ui.parts.scroll import Scrolled
from desk_app.ui.theme.look import px
from desk_app.ui.told import sentence_of

PAUSE_MS = 150
"""How long typing rests before every way of finding is gone; what stands exactly so is shown with each key."""

_ROOMY, _NARROW, _LOW = 930, 660, 400
"""px of the design: from here on a record beside the list, wide margins, all the words."""


class FindPage(QWidget):
    """Typing searches; an empty box lists the book, newest first; the record under the bar stands at the right."""

    actions = frozenset({*BUTTONS, "find-table"})  # type: ignore[assignment]

    def __init__(self, around: Around) -> None:
        super().__init__()
        self.setObjectName("page")
        self.title = words.SEEK
        self._around = around
        self.model = FindModel(Lookup(around.desk.seat))
        self.head = PageHead(words.BOOKS).without_search()
        self.seek_row = SeekRow()
        self.box, self.scan = self.seek_row.box, self.seek_row.scan
        self.chips = Chips(CHIPS, words.FORGIVING)
        self.lists = HitLists()
        self.records, self.record_rows = self.lists.records, self.lists.record_rows
        self.letters, self.letter_rows = self.lists.letters, self.lists.letter_rows
        self.foot = self.lists.foot
        self._small = self._opened = self._glancing = False
        self.column = RecordColumn()
        self._acts = RecordActs(around, self, self._done, self.column.reveal)
        self._courtesy, self._export = CourtesyActs(around, self, self._done), MinistryExport(around, self)
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
        self._show(held.key if held else 0)

    def arrive(self, **what: object) -> None:
        """`seek` puts words into the box ("" only the bar), `show` is a registration to open (Record.key); neither: the
        book. `amend`: the field of that registration to look into at once."""
        self._pause.stop()
        self._write(str(what.get("seek", "")))
        self.model.seek(self.box.text())
        self.column.put(None, frozenset())
        self._fit(opened="show" in what)
        shown = what.get("show")
        if isinstance(shown, int):
            self.open(shown)
        self.setFocusProxy(self.box if "seek" in what or not self.model.records else self.records)
        self.setFocus()
        self.box.selectAll()
        if "amend" in what and self.column.record is not None:
            self._acts.amend(self.column.record, str(what["amend"]))

    def act(self, action_id: str) -> bool:
        """Only what is possible on the record shown; a letter's code is scanned into the box."""
        if action_id == "scan-code":
            self.box.setFocus()
            return True
        if action_id == "find-table":
            self._export.ask(self.model.chosen)
            return True
        held = self.focusWidget()
        if action_id == "see-record-letter" and isinstance(held, QAbstractButton):
            held.click()  # Space on a button that has the focus presses it
            return True
        record = self.column.record
        if record is None or action_id not in possible_on(record, self._around.desk.seat.role):
            return False
        if record.event in COURTESIES and self._courtesy.do(action_id, record):
            return True
        self._acts.do(action_id, record)
        return True

    def may_leave(self) -> bool:
        """Nothing is kept by this page alone."""
        return True

    # ---- acts

    def search_now(self) -> None:
        """Look for what stands in the box without waiting for a pause; of a card only what was sought stays there."""
        self._pause.stop()
        held = self.column.record.key if self.column.record else 0
        self.model.seek(self.box.text())
        self._write(self.model.text)
        self._show(held if any(line.id == held for line in self.model.records[:1]) else 0)

    def glance(self) -> None:
        """Show with the key what stands exactly so; the record at the right and everything else wait for the pause."""
        self._pause.start()
        if not self.model.glance(self.box.text()):
            return
        self._glancing = True
        self._show()
        self._glancing = False

    def open(self, id: int) -> None:
        """Show one registration at the right, or a letter that stands alone (its id below zero)."""
        try:
            record = self.model.record(id)
        except Trouble as trouble:
            self._around.asker.tell(said.TROUBLE, sentence_of(trouble))
            return
        self.column.put(record, possible_on(record, self._around.desk.seat.role))

    def _done(self, told: str) -> None:
        record = self.column.record
        self.refresh()
        if record is not None:
            self.open(record.key)
        self._around.changed()
        self._around.say(told)

    # ---- showing

    def _write(self, text: str) -> None:
        if text != self.box.text():
            with QSignalBlocker(self.box):
                self.box.setText(text)

    def _show(self, held: int = 0) -> None:
        self.lists.put(self.model)
        listing = not (self.model.seeking or self.model.elsewhere)
        self.head.say(words.BOOKS if listing else words.SEEK, self.model.counted())
        self.box.tell(self.model.told if self.model.seeking else "")
        ids = [line.id for line in self.model.records]
        if ids and not (held and held not in ids):
            bar(self.records, ids.index(held) if held else 0)
        elif not ids and self.model.letters:
            bar(self.letters, 0)
        elif not held:
            self.column.put(None, frozenset())

    def _choose_filter(self, kind: str) -> None:
        self.model.filter(kind)
        self.chips.show_chosen(kind)
        self._show()

    def _moved(self, index: QModelIndex, table: QTableView) -> None:
        row = (self.record_rows if table is self.records else self.letter_rows).row(index)
        if row is None or self._glancing:
            return
        if isinstance(row, OtherHit):
            self.column.tell(row)
        else:
            self.open(row.id if table is self.records else row.record or -row.id)
        listed = self.record_rows if table is self.records else self.letter_rows
        last = index.row() == len(listed.rows) - 1 and (table is self.records or self.model.elsewhere)
        if last and self.model.more():
            self.lists.read_on(self.model, table, index.row())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down leaves the box for the table, Ctrl+Down goes to the next group, Enter searches at once."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return bool(super().eventFilter(watched, event))
        down = event.key() == Qt.Key.Key_Down
        if down and self._pause.isActive():
            self.search_now()
        if down and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return self._enter(self.letters if watched is self.records else self.records)
        if down and watched is self.box:
            return self._enter(self.lists.first())
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
        if self.column.other is not None:
            self._go_to(self.column.other)
            return
        self._fit(opened=True)
        first = next((press for press in self.column.buttons.values() if press.isEnabled()), None)
        if first is not None:
            first.setFocus()

    def _go_to(self, hit: OtherHit) -> None:
        """A draft goes on in its form, what a citizen said stands on the page of ratings."""
        if hit.kind == DRAFTS:
            self._around.go(self._around.desk.drafts.page(hit.id), draft=hit.id)
        else:
            self._around.go("ratings")

    def _back(self) -> None:
        """From the record to the list, from the list to the box."""
        held = self.focusWidget()
        in_record = held is not None and self.column.isAncestorOf(held)
        self._fit(opened=False)
        table = self.lists.first()
        (table if in_record and table.isVisible() else self.box).setFocus()

    def _fit(self, opened: bool) -> None:
        """On a small screen the record stands in place of the list once it is opened."""
        self._opened = opened
        self.column.lie(self._small)
        self.column.setVisible(opened or not self._small)
        self.lists.setVisible(not (opened and self._small))
        self.chips.setVisible(not (opened and self._small and self.height() < px(_LOW)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other where there is room for both."""
        super().resizeEvent(event)
        self._small = self.width() < px(_ROOMY)
        low = self.height() < px(_LOW)
        side, edge = (20, 16) if self.width() >= px(_NARROW) else (8, 4)
        self._body.setContentsMargins(side, edge, side, min(edge, 12))
        self.chips.explain(not low)
        self._fit(self._opened)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+0 to Ctrl+6 choose what is listed, Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self._back()
            return
        place = event.key() - Qt.Key.Key_0
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier and 0 <= place < len(CHIPS):
            self._choose_filter(CHIPS[place])
            return
        super().keyPressEvent(event)

    # ---- making

    def _connect(self) -> None:
        self._pause.timeout.connect(self.search_now)
        self.box.textChanged.connect(lambda _: self.glance())
        for table in (self.records, self.letters):
            table.installEventFilter(self)
            move = table.selectionModel().currentChanged
            move.connect(lambda index, _, table=table: self._moved(index, table))
            table.activated.connect(lambda index, table=table: self._enter_record(index, table))
        self.box.installEventFilter(self)
        self.chips.chosen.connect(self._choose_filter)
        self.column.asked.connect(self._asked)
        self.column.opened.connect(self._go_to)
        self.scan.clicked.connect(lambda: self.act("scan-code"))

    def _asked(self, id: str) -> None:
        self.records.setFocus()
        self.act(id)

    def _lay_out(self) -> None:
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addWidget(self.lists, 1)
        both.addWidget(self.column)
        held = QWidget()
        self._body = body = QVBoxLayout(held)
        body.setSpacing(10)
        body.addLayout(self.seek_row)
        body.addWidget(self.chips)
        body.addLayout(both, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(Scrolled(held), 1)
