"""The page Nhập từ bảng tính: a sheet is chosen, its columns are looked at, then its rows, then it is taken in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from common.words import intake_page as said
from desk_app.services.intake import Look, Opened, Taken, Undone
from desk_app.ui.intake.choosing import ChoosingPane
from desk_app.ui.intake.columns import ColumnsPane
from desk_app.ui.intake.model import IntakeModel
from desk_app.ui.intake.piles import PilesPane
from desk_app.ui.jobs import Cancelled, Step
from desk_app.ui.page import Around
from desk_app.ui.parts.banner import Banner
from desk_app.ui.parts.button import button, quiet_button
from desk_app.ui.parts.card import Card, words
from desk_app.ui.parts.flow_row import FlowRow
from desk_app.ui.parts.foot import Foot
from desk_app.ui.parts.key_page import KeyPage
from desk_app.ui.parts.page_head import PageHead
from desk_app.ui.parts.scroll import Scrolled
from desk_app.ui.parts.step_list import StepList
from desk_app.ui.told import sentence_of

T = TypeVar("T")
CHOOSE, COLUMNS, PILES, DONE = range(4)


class IntakePage(KeyPage):
    """Menu Tệp, Nhập từ bảng tính."""

    def __init__(self, around: Around) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAcceptDrops(True)
        self.title, self.around, self.model = said.TITLE, around, IntakeModel(around.desk)
        self.head, self.steps = PageHead(said.TITLE, said.CONTEXTS[0]), StepList(said.STEPS)
        self.trouble = Banner("son", "", "")
        self.choosing, self.columns, self.piles = ChoosingPane(), ColumnsPane(self.model), PilesPane(self.model)
        self.result, self._came = Card(said.DONE_TITLE), words("")
        self.see, self.another = button(said.SEE_BOOK, "Alt+2", icon="books"), button(said.ANOTHER, "Ctrl+O")
        self.undo = quiet_button(said.UNDO, "Del")
        self.back = quiet_button(said.BACK, "Esc")
        self.on = button(said.ON, "Ctrl+Enter", primary=True)
        self._taken: Taken | None = None
        self.stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.trouble.hide()

    # ---- what the shell asks

    def arrive(self, **what: object) -> None:
        """Whatever was open stays open."""
        self.trouble.hide()

    def refresh(self) -> None:
        """Show the step one stands at; the imports of before may be others."""
        self._stand(self.stack.currentIndex())

    def may_leave(self) -> bool:
        """Nothing is written before the last step; what is open stays open."""
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+V pastes a range of a spreadsheet at the first step."""
        pastes = event.key() == Qt.Key.Key_V and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if pastes and self.stack.currentIndex() == CHOOSE:
            self.paste()
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file may be dropped on the page."""
        if _dropped(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """As if it had been chosen."""
        path = _dropped(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.open_file(path)

    # ---- the steps

    def choose_file(self) -> None:
        """Which file?"""
        path = self.around.asker.choose_file(said.FILE_TITLE, None, said.FILE_KINDS)
        if path is not None:
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Read a file and show its columns."""
        self._long(lambda step: self.model.open(path), self._opened, said.READING)

    def paste(self) -> None:
        """Read what was copied."""
        text = QGuiApplication.clipboard().text()
        if not text.strip():
            self.trouble.tell("hoe", said.NOTHING_COPIED)
            return
        self._long(lambda step: self.model.paste(text), self._opened, said.READING)

    def look(self) -> None:
        """Every row beside the register."""
        self._long(self.model.look_through, self._looked, said.LOOKING)

    def take(self) -> None:
        """Write what was looked at."""
        if self.piles.day_is_read():
            self._long(self.model.take, self._was_taken, said.TAKING)

    def step_on(self) -> None:
        """What the button in the foot says."""
        at = self.stack.currentIndex()
        if at == COLUMNS:
            self.look()
        elif at == PILES:
            self.take()

    def step_back(self) -> None:
        """One step back; from the first to Hôm nay."""
        at = self.stack.currentIndex()
        if at == CHOOSE:
            self.around.go("today")
        else:
            self._stand(CHOOSE if at == DONE else at - 1)

    def undo_import(self, id: int) -> None:
        """The whole of an import, with a reason."""
        reason = self.around.asker.ask_text(said.UNDO_TITLE, said.UNDO_WHY)
        if reason is not None:
            self._long(lambda step: self.model.undo(id, reason), self._was_undone, said.UNDOING)

    def _opened(self, opened: Opened) -> None:
        self.model.begin(opened)
        self._stand(COLUMNS)
        self.columns.to_suspected()

    def _looked(self, look: Look) -> None:
        self.model.looked(look)
        self._stand(PILES)

    def _was_taken(self, taken: Taken) -> None:
        self._taken = taken
        self._came.setText(said.done(taken.entered, taken.amended, taken.left, taken.waiting))
        self._stand(DONE)
        self.around.changed()

    def _was_undone(self, undone: Undone) -> None:
        told = said.undone(undone.voided, undone.put_back, len(undone.stayed))
        self._taken = None
        self._stand(CHOOSE)
        self.around.changed()
        stayed = "\n".join(said.stayed(one.number, one.why) for one in undone.stayed)
        self.trouble.say("sen", f"{said.UNDONE_TITLE}. {told}", stayed)
        self.trouble.show()

    def _stand(self, at: int) -> None:
        self.trouble.hide()
        self.stack.setCurrentIndex(at)
        self.steps.stand(at)
        self.head.say(said.TITLE, said.CONTEXTS[at])
        self.on.setVisible(at in (COLUMNS, PILES))
        if at == CHOOSE:
            self.choosing.show_imports(self.model.imports())
            self.choosing.take_focus()
        elif at == COLUMNS:
            self.columns.refresh()
            self.columns.take_focus()
        elif at == PILES:
            self.piles.refresh()
        else:
            self.see.setFocus()
        self._weigh()

    def _weigh(self) -> None:
        at = self.stack.currentIndex()
        if at == PILES:
            entered, amended = self.model.numbers()
            self.on.set_words(said.button(entered, amended))
            self.on.setEnabled(bool(entered or amended))
        elif at == COLUMNS:
            self.on.set_words(said.ON)
            self.on.setEnabled(not self.model.lacking())

    # ---- other ways of reading

    def other_sheet(self) -> None:
        """Another sheet of the file."""
        name = self.around.asker.choose_one(said.SHEET_TITLE, said.SHEET_LABEL, self.model.sheets())
        if name:
            self.model.take_sheet(name)
            self._stand(COLUMNS)

    def other_event(self) -> None:
        """The sheet tells of something else."""
        words_of = {told: event for event, told in self.model.events()}
        chosen = self.around.asker.choose_one(said.EVENT_TITLE, said.EVENT_LABEL, tuple(words_of))
        if chosen:
            self.model.take_event(words_of[chosen])
            self._stand(COLUMNS)

    # ---- within

    def _long(self, work: Callable[[Step], T], done: Callable[[T], None], told: str) -> None:
        self.trouble.hide()
        self.around.jobs.start(work, done, self._failed, told)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            self.trouble.tell("hoe", said.CANCELLED)
        else:
            self.trouble.tell("son", sentence_of(error))

    def _lay_out(self) -> None:
        tools = FlowRow()
        tools.put((self.see, self.another, self.undo))
        self.result.body.addWidget(self._came)
        self.result.body.addWidget(tools)
        ended = QWidget()
        inside = QVBoxLayout(ended)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.result)
        inside.addStretch(1)
        for pane in (self.choosing, self.columns, self.piles, ended):
            self.stack.addWidget(Scrolled(pane))
        held = QWidget()
        middle = QVBoxLayout(held)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(10)
        middle.addWidget(self.trouble)
        middle.addWidget(self.stack, 1)
        row = QHBoxLayout()
        row.setContentsMargins(20, 12, 20, 10)
        row.setSpacing(16)
        row.addWidget(self.steps)
        row.addWidget(held, 1)
        self.steps.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(row, 1)
        column.addWidget(Foot((self.back,), (self.on,)))

    def _connect(self) -> None:
        for pressed, act in (
            (self.choosing.file, self.choose_file),
            (self.choosing.paste, self.paste),
            (self.choosing.undo, self._undo_before),
            (self.columns.sheet, self.other_sheet),
            (self.columns.event_of, self.other_event),
            (self.piles.again, self.look),
            (self.see, lambda: self.around.go("find")),
            (self.another, lambda: self._stand(CHOOSE)),
            (self.undo, self._undo_now),
            (self.back, self.step_back),
            (self.on, self.step_on),
        ):
            pressed.clicked.connect(lambda _=False, act=act: act())
        self.head.sought.connect(lambda text: self.around.go("find", seek=text))
        self.piles.changed.connect(self._weigh)

    def _undo_before(self) -> None:
        row = self.choosing.row
        if row is not None:
            self.undo_import(row.id)

    def _undo_now(self) -> None:
        if self._taken is not None:
            self.undo_import(self._taken.import_id)


def _dropped(carried: QMimeData) -> Path | None:
    urls = carried.urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
