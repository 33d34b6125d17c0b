"""The page Việc sau góp ý: a row for every task; Enter says what was done."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from common.words import follow_ups as words_of
from common.words import follow_ups_page as said
from desk_app.services.follow_ups import FollowUp
from desk_app.ui.follow_ups.model import FollowUpsModel
from desk_app.ui.page import Around
from desk_app.ui.parts.banner import Banner
from desk_app.ui.parts.button import button, quiet_button
from desk_app.ui.parts.card import Card, words
from desk_app.ui.parts.fields_dialog import FieldOf, FieldsDialog
from desk_app.ui.parts.flow_row import FlowRow
from desk_app.ui.parts.foot import Foot
from desk_app.ui.parts.key_page import KeyPage
from desk_app.ui.parts.page_head import PageHead
from desk_app.ui.parts.rows import Column, RowsModel, put_rows, rows_table
from desk_app.ui.theme.look import px
from desk_app.ui.told import tried

_SOURCE, _WHO = 1, 3
_NARROW, _VERY_NARROW = 900, 700


class FollowUpsPage(KeyPage):
    """Reached from Góp ý, from Hôm nay and by the menu Xem."""

    def __init__(self, around: Around) -> None:
        super().__init__()
        self.setObjectName("page")
        self.title, self._around, self.model = said.TITLE, around, FollowUpsModel(around.desk)
        self.head, self.state = PageHead(said.TITLE, said.CONTEXT), Banner("sen", "", "")
        self.head.sought.connect(lambda text: around.go("find", seek=text))
        self.figures, self.whole, self._told = words("", "second"), Card(), words("")
        self.empty = words(said.EMPTY, "second")
        self.rows = RowsModel(self._columns())
        self.table = rows_table(self.rows, said.ROWS, two_lines=False)
        self.table.setMinimumSize(px(420), px(150))
        self.table.selectionModel().currentRowChanged.connect(lambda now, before: self._weigh())
        self.add, self.reopen = button(said.ADD, "Insert", icon="plus"), quiet_button(said.REOPEN, "Ctrl+B")
        self.mark = button(said.MARK, "Enter", primary=True)
        self.letters = {kind: quiet_button(told, key) for kind, (told, key) in said.LETTERS.items()}
        self.open_letter, self.beside = quiet_button(said.OPEN_LETTER, "Ctrl+O"), FlowRow()
        self.add.clicked.connect(self._add)
        self.mark.clicked.connect(self._mark)
        self.reopen.clicked.connect(self._reopen)
        self.open_letter.clicked.connect(self._open_letter)
        for kind, write in self.letters.items():
            write.clicked.connect(partial(self._write, kind))
        self._lay_out()

    def _lay_out(self) -> None:
        body = QWidget()
        inside = QVBoxLayout(body)
        inside.setContentsMargins(20, 14, 20, 12)
        inside.setSpacing(10)
        self.whole.body.addWidget(self._told)
        for widget in (self.state, self.figures, self.empty):
            inside.addWidget(widget)
        inside.addWidget(self.table, 1)
        inside.addWidget(self.whole)
        inside.addWidget(self.beside)
        self.beside.put((*self.letters.values(), self.open_letter))
        inside.addStretch(0)
        self.stand_between(self.head, body, Foot((self.add, self.reopen), (self.mark,)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window who took it on, then where it comes from give way; both stand beneath the rows."""
        super().resizeEvent(event)
        self.table.setColumnHidden(_WHO, event.size().width() < px(_NARROW))
        self.table.setColumnHidden(_SOURCE, event.size().width() < px(_VERY_NARROW))

    # ---- what the shell asks

    def arrive(self, **what: object) -> None:
        """What was said before is over."""
        self.state.hide()
        self.model.touched = 0

    def refresh(self) -> None:
        """Read the tasks again; the one just touched stays under the bar."""
        tasks = self.model.rows()
        put_rows(self.table, self.rows, tasks, self.model.touched)
        self.figures.setText(said.figures(self.model.quarter()))
        for widget in (self.table, self.figures, self.whole, self.beside):
            widget.setVisible(bool(tasks))
        self.empty.setVisible(not tasks)
        self._weigh()
        front = self.table if tasks else self.add
        self.setFocusProxy(front)
        front.setFocus()

    def may_leave(self) -> bool:
        """Nothing is typed here."""
        return True

    # ---- acts

    @property
    def task(self) -> FollowUp | None:
        """The task under the bar."""
        found: FollowUp | None = self.rows.row(self.table.currentIndex())
        return found

    def _weigh(self) -> None:
        task = self.task
        self.mark.setEnabled(task is not None)
        self.reopen.setEnabled(task is not None and task.done_on is not None)
        has_letter = task is not None and task.letter is not None
        for write in self.letters.values():
            write.setEnabled(task is not None and not has_letter)
        self.open_letter.setEnabled(has_letter)
        if task is not None:
            parts = (task.task, f"{words_of.SOURCES[task.source]}, {task.who}", task.told, task.public)
            self._told.setText("\n".join(part for part in parts if part))

    def _write(self, kind: str) -> None:
        """A letter of thanks or apology from this task; whom it goes to is typed there, never guessed."""
        task = self.task
        if task is None:
            return
        words = {"kind": "opinion", "words": task.task} if kind == "thanks" else {"kind": "manner"}
        self._around.go("courtesy", letter=kind, task=str(task.id), **words)

    def _open_letter(self) -> None:
        task = self.task
        if task is not None and task.letter is not None:
            self._around.go("find", show=-task.letter)

    def _add(self) -> None:
        fields = (FieldOf("task", said.ADD_LABEL, said.ADD_HINT, wide=True),)
        self._ask(FieldsDialog(said.ADD_TITLE, fields, {}, self.model.add, self))

    def _mark(self) -> None:
        task = self.task
        if task is None:
            return
        choices = {"outcome": said.outcome_choices()}
        fields = [
            FieldOf(name, label, said.MARK_HINTS.get(name, ""), choices.get(name, ()), wide=True)
            for name, label in said.MARK_FIELDS.items()
        ]
        outcome = task.outcome or ("letter" if task.letter else "")
        values = {"outcome": outcome, "told": task.told, "public": task.public}
        self._ask(FieldsDialog(said.MARK_TITLE, fields, values, partial(self.model.done, task), self))

    def _ask(self, dialog: FieldsDialog) -> None:
        dialog.kept.connect(lambda: self._changed(self.model.said))
        dialog.open()

    def _reopen(self) -> None:
        task = self.task
        if task is None:
            return
        if tried(lambda: self.model.reopen(task), partial(self.state.tell, "son")):
            self._changed(said.OPENED_AGAIN)

    def _changed(self, text: str) -> None:
        self.refresh()
        self._around.changed()
        self.state.tell("sen", text)

    # ---- making

    def _columns(self) -> tuple[Column, ...]:
        task, source, due, who, outcome = said.COLUMNS
        late = self.model.late
        return (
            Column(task, lambda one: one.task or said.NO_TASK),
            Column(source, lambda one: words_of.SOURCES[one.source], width=175),
            Column(
                due,
                lambda one: said.due(one.due_on, late(one)),
                tone=lambda one: "son" if late(one) else "",
                width=130,
            ),
            Column(who, lambda one: one.who, width=150),
            Column(
                outcome,
                lambda one: said.outcome(one.outcome, one.done_on),
                tone=lambda one: "sen" if one.done_on else "hoe",
                tag=True,
                width=272,
            ),
        )
