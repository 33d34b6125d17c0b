"""The page Hồ sơ kiểm chứng: files by day with what they prove; Insert or a drop takes one in, Enter opens it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from common.words import evidence as words_of
from common.words import evidence_page as said
from desk_app.services.evidence import EvidenceFile
from desk_app.ui.evidence.acts import EvidenceActs, Viewer, view_file
from desk_app.ui.evidence.model import EvidenceModel
from desk_app.ui.page import Around
from desk_app.ui.parts.banner import Banner
from desk_app.ui.parts.button import button, quiet_button
from desk_app.ui.parts.card import Card, words
from desk_app.ui.parts.flow_row import FlowRow
from desk_app.ui.parts.foot import Foot
from desk_app.ui.parts.key_page import KeyPage
from desk_app.ui.parts.keycap import KeyCap
from desk_app.ui.parts.page_head import PageHead
from desk_app.ui.parts.rows import Column, RowsModel, put_rows, rows_table
from desk_app.ui.theme.look import px

_TYPE, _SIZE, _WHO = 2, 3, 4
_NARROW, _VERY_NARROW = 900, 640


class EvidencePage(KeyPage):
    """Menu Báo cáo, Hồ sơ kiểm chứng."""

    def __init__(self, around: Around, viewer: Viewer = view_file) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAcceptDrops(True)
        self.title, self._around, self.model = said.TITLE, around, EvidenceModel(around.desk)
        self.acts = EvidenceActs(around, self.model, self, viewer)
        self.head, self.state = PageHead(said.TITLE, said.CONTEXT), Banner("sen", "", "")
        self.total, self.kind = words("", "second", 10.5), QComboBox()
        self.empty, self.none = Card(said.EMPTY_TITLE), words(said.NONE_OF_KIND, "second")
        self.rows = RowsModel(self._columns())
        self.table = rows_table(self.rows, said.ROWS)
        self.one, self._whole, self.beside = Card(), words("", "", 10.5), FlowRow()
        self.add = button(said.ADD, "Insert", primary=True, icon="plus")
        self.show_one, self.take = button(said.OPEN, "Enter"), button(said.TAKE, "Del")
        self.tie, self.untie = button(said.TIE, "Ctrl+G"), button(said.UNTIE, "Ctrl+B")
        self.change, self.save = button(said.CHANGE, "F2", icon="pencil"), button(said.SAVE, "Ctrl+S")
        self.pack, self.check = quiet_button(said.PACK, "Ctrl+Shift+P"), quiet_button(said.CHECK, "Ctrl+O")
        self._wire()
        self._lay_out()

    def _wire(self) -> None:
        self.head.sought.connect(lambda text: self._around.go("find", seek=text))
        self.kind.setAccessibleName(said.SHOWN)
        self.kind.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for code, told in said.filters():
            self.kind.addItem(told, code)
        self.kind.currentIndexChanged.connect(self._other_kind)
        self.table.setMinimumSize(px(420), px(150))
        self.table.installEventFilter(self)
        self.table.selectionModel().currentRowChanged.connect(lambda now, before: self._weigh())
        self.table.doubleClicked.connect(lambda _: self.show_one.click())
        acts = self.acts
        for each, act in (
            *((self.show_one, acts.open), (self.take, acts.take_back), (self.tie, acts.tie)),
            *((self.untie, acts.untie), (self.change, acts.change), (self.save, acts.save)),
        ):
            each.clicked.connect(self._with_row(act))
        self.add.clicked.connect(acts.choose)
        self.pack.clicked.connect(acts.pack)
        self.check.clicked.connect(acts.check)
        acts.done.connect(self._changed)
        acts.told.connect(self.state.tell)

    def _with_row(self, act: Callable[[EvidenceFile], None]) -> Callable[[], None]:
        def run() -> None:
            row = self.row
            if row is not None:
                act(row)

        return run

    def _lay_out(self) -> None:
        body, on_top = QWidget(), QHBoxLayout()
        on_top.addWidget(self.total, 1)
        for each in (words(said.SHOWN, "second", 10.5), self.kind, KeyCap("F6")):
            on_top.addWidget(each)
        self.empty.body.addWidget(words(said.EMPTY, "second"))
        self._whole.setTextFormat(Qt.TextFormat.PlainText)
        self.one.body.addWidget(self._whole)
        for small in (self.tie, self.untie, self.change, self.save):
            small.setProperty("small", True)
        self.beside.put((self.tie, self.untie, self.change, self.save))
        inside = QVBoxLayout(body)
        inside.setContentsMargins(20, 12, 20, 12)
        inside.setSpacing(10)
        inside.addWidget(self.state)
        inside.addLayout(on_top)
        for widget in (self.empty, self.none):
            inside.addWidget(widget)
        inside.addWidget(self.table, 1)
        inside.addWidget(self.one)
        inside.addWidget(self.beside)
        inside.addStretch(0)
        self.stand_between(self.head, body, Foot((self.pack, self.check), (self.take, self.show_one, self.add)))
        self.state.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window who keeps it and its size, then its type give way."""
        super().resizeEvent(event)
        wide = event.size().width()
        for column in (_WHO, _SIZE):
            self.table.setColumnHidden(column, wide < px(_NARROW))
        self.table.setColumnHidden(_TYPE, wide < px(_VERY_NARROW))

    # ---- what the shell asks

    def arrive(self, **what: object) -> None:
        """`kind` shows what proves that kind, `show` the file of this id; what was said before is over."""
        self.state.hide()
        shown = what.get("show")
        self.model.touched = shown if isinstance(shown, int) else 0
        at = self.kind.findData(str(what.get("kind", "")))
        self.kind.setCurrentIndex(max(at, 0))

    def refresh(self) -> None:
        """Read the files again; the one just touched stays under the bar."""
        self.model.read()
        rows = self.model.rows
        put_rows(self.table, self.rows, rows, self.model.touched)
        self.total.setText(self.model.total)
        self.empty.setVisible(not self.model.total)
        self.none.setVisible(bool(self.model.total) and not rows)
        for widget in (self.table, self.one, self.beside):
            widget.setVisible(bool(rows))
        self._weigh()
        front = self.table if rows else self.add
        self.setFocusProxy(front)
        front.setFocus()

    def may_leave(self) -> bool:
        """Everything is kept as soon as it is done."""
        return True

    # ---- keys and drops

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped here."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Each file gets its form, one after the other."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.state.hide()
        self.acts.take_in(paths)

    def own_key(self, event: QKeyEvent) -> bool:
        """F6 shows the next kind; the list would not."""
        if event.key() != Qt.Key.Key_F6:
            return False
        self.kind.setCurrentIndex((self.kind.currentIndex() + 1) % self.kind.count())
        return True

    # ---- what is shown

    @property
    def row(self) -> EvidenceFile | None:
        """The file under the bar."""
        found: EvidenceFile | None = self.rows.row(self.table.currentIndex())
        return found

    def _other_kind(self, at: int) -> None:
        self.model.kind = str(self.kind.itemData(at))
        self.refresh()

    def _weigh(self) -> None:
        row = self.row
        for each in (self.show_one, self.take, self.tie, self.change, self.save):
            each.setEnabled(row is not None)
        self.untie.setEnabled(row is not None and bool(row.links))
        if row is not None:
            self._whole.setText(said.whole(row.title, self.model.proves(row), row.known, row.digest))

    def _changed(self, text: str) -> None:
        self.refresh()
        self._around.changed()
        self.state.tell("sen", text)

    def _columns(self) -> tuple[Column, ...]:
        day, told, kind, size, who = said.COLUMNS
        return (
            Column(day, lambda one: said.day(one.on), width=112),
            Column(told, lambda one: one.title, lambda one: "; ".join(self.model.proves(one)) or said.PROVES_NOTHING),
            Column(kind, lambda one: said.TYPES[one.ending], tone=lambda one: "cham", tag=True, width=110),
            Column(size, lambda one: words_of.size_told(one.size), width=90),
            Column(who, lambda one: one.who, width=165),
        )
