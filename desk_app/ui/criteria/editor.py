"""A draft of a set over the page: criteria added, changed, moved, taken out; then it is put in force."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from common.criteria import CriteriaSet, Criterion
from common.words import criteria as told
from common.words import criteria_page as said
from desk_app.domain.problems import Problem
from desk_app.services.criteria_editing import told as typed
from desk_app.services.trouble import Trouble
from desk_app.ui.criteria.over_keys import KeyOver
from desk_app.ui.page import Around
from desk_app.ui.parts.button import button, quiet_button
from desk_app.ui.parts.card import block_title, put_words, words
from desk_app.ui.parts.fields_dialog import FieldOf, FieldsDialog
from desk_app.ui.parts.flow_row import FlowRow
from desk_app.ui.parts.rows import Column, RowsModel, rows_table
from desk_app.ui.theme.look import px
from desk_app.ui.told import sentence_of, tried

_WIDE, _TALL = 860, 300


class SetEditor(KeyOver):
    """Everything is kept as soon as it is done; `said` is what the page tells after it closed."""

    def __init__(self, around: Around, mark: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(said.EDITOR_TITLE)
        self.setAccessibleName(said.EDITOR_TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._around, self._mark, self.said = around, mark, ""
        self._editing = around.desk.criteria.editing
        self.rows = RowsModel(_columns())
        self.table = rows_table(self.rows, said.EDITOR_ROWS, two_lines=False)
        self.table.setMinimumHeight(px(_TALL if self.room().height() > px(600) else 120))
        self.title, self.trouble = words("", "second"), words("", "wrong", 10.5)
        self.add, self.change = button(said.ADD, "Insert", icon="plus"), button(said.CHANGE, "Enter", icon="pencil")
        self.remove = button(said.REMOVE, "Del")
        self.up, self.down = button(said.UP, "Alt+↑"), button(said.DOWN, "Alt+↓")
        self.facts, self.drop = button(said.HEAD, "F2"), quiet_button(said.DROP, "Ctrl+Shift+D")
        self.leave, self.use = quiet_button(said.LEAVE, "Esc"), button(said.USE, "Ctrl+Enter", primary=True)
        self._connect()
        self._lay_out()
        self._show()

    @property
    def draft(self) -> CriteriaSet:
        """The set as it stands."""
        return self._around.desk.criteria.one(self._mark)

    @property
    def criterion(self) -> Criterion | None:
        """The one under the bar."""
        found = self.rows.row(self.table.currentIndex())
        return found if isinstance(found, Criterion) else None

    def _show(self, code: str = "") -> None:
        draft, at = self.draft, max(self.table.currentIndex().row(), 0)
        self.rows.put(draft.criteria)
        places = {one.code: place for place, one in enumerate(draft.criteria)}
        self.table.setCurrentIndex(self.rows.index(places.get(code, min(at, len(places) - 1)), 0))
        self.title.setText(said.editor(draft.name, draft.edition, draft.most))
        self.trouble.hide()
        self.table.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Alt with an arrow moves the criterion; the table would move the bar."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self._move(step)
                return True
        return bool(super().eventFilter(watched, event))

    # ---- acts

    def _add(self) -> None:
        held = self.criterion
        groups = self.draft.groups
        group = next((each.code for each in groups if held in each.criteria), groups[-1].code if groups else "")
        blank = {"group": group, "rule": "hand", "fed": "", "code": "", "most": ""}
        self._ask(said.ADD, blank, lambda values: self._editing.add(self._mark, values))

    def _change(self) -> None:
        held = self.criterion
        if held is not None:
            self._ask(said.CHANGE, typed(held), partial(self._editing.change, self._mark, held.code))

    def _remove(self) -> None:
        held = self.criterion
        if held is not None:
            self._write(lambda: self._editing.remove(self._mark, held.code), "")

    def _move(self, step: int) -> None:
        held = self.criterion
        if held is not None:
            self._write(lambda: self._editing.move(self._mark, held.code, step), held.code)

    def _describe(self) -> None:
        draft = self.draft
        last = f"{draft.last_day:%d/%m/%Y}" if draft.last_day else ""
        days = {"first_day": f"{draft.first_day:%d/%m/%Y}", "last_day": last, "calendar": draft.calendar}
        values = {"name": draft.name, "source": draft.source, "levels": told.levels_text(draft.levels), **days}
        choices = {"calendar": said.calendar_choices(self._around.desk.seat.calendars())}
        wide = {"name", "source", "calendar", "levels"}
        fields = [
            FieldOf(name, label, said.SET_HINTS.get(name, ""), choices.get(name, ()), name in wide)
            for name, label in said.SET_FIELDS.items()
        ]
        keep = partial(self._editing.describe, self._mark)
        dialog = FieldsDialog(said.HEAD, fields, values, keep, self)
        dialog.kept.connect(self._show)
        dialog.open()

    def _put_in_force(self) -> None:
        ways = (said.USE_YES, said.STAY)
        if self._around.asker.ask(said.USE_TITLE, said.USE_TEXT, ways) != 0:
            return
        try:
            used = self._editing.put_in_force(self._mark)
        except Trouble as trouble:
            self._tell(sentence_of(trouble))
            return
        self.said = told.used(used.name, used.edition)
        self.accept()

    def _drop(self) -> None:
        if self._around.asker.ask(said.DROP_TITLE, said.DROP_TEXT, (said.DROP_YES, said.STAY)) != 0:
            return
        if tried(lambda: self._editing.drop(self._mark), self._tell):
            self.accept()

    def _ask(
        self, title: str, values: Mapping[str, str], keep: Callable[[Mapping[str, object]], Sequence[Problem]]
    ) -> None:
        choices = {"rule": tuple(told.RULES.items()), "fed": said.fed_choices()}
        names = [name for name in said.CRITERION_FIELDS if name != "group" or "group" in values]
        wide = {"group", "text", "evidence", "bands"}
        fields = [
            FieldOf(
                name,
                said.CRITERION_FIELDS[name],
                said.CRITERION_HINTS.get(name, ""),
                choices.get(name, ()),
                name in wide,
            )
            for name in names
        ]
        dialog = FieldsDialog(title, fields, values, keep, self)
        dialog.kept.connect(lambda: self._show(str(dialog.values()["code"])))
        dialog.open()

    def _write(self, act: Callable[[], object], code: str) -> None:
        if tried(act, self._tell):
            self._show(code)

    def _tell(self, text: str) -> None:
        put_words(self.trouble, text)

    # ---- making

    def _connect(self) -> None:
        self.table.installEventFilter(self)
        self.add.clicked.connect(self._add)
        self.change.clicked.connect(self._change)
        self.remove.clicked.connect(self._remove)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.facts.clicked.connect(self._describe)
        self.drop.clicked.connect(self._drop)
        self.leave.clicked.connect(self.reject)
        self.use.clicked.connect(self._put_in_force)

    def _lay_out(self) -> None:
        body, foot, tools = QWidget(), QHBoxLayout(), FlowRow()
        tools.put((self.add, self.change, self.remove, self.up, self.down, self.facts, self.drop))
        column = QVBoxLayout(body)
        column.setSpacing(10)
        for widget in (block_title(said.EDITOR_TITLE), self.title, self.table, self.trouble, tools):
            column.addWidget(widget)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        foot.addWidget(self.use)
        self.hold(body, foot, px(_WIDE))


def _columns() -> tuple[Column, ...]:
    code, text, most, rule = said.EDITOR_COLUMNS
    return (
        Column(code, lambda one: one.code, width=70),
        Column(text, lambda one: one.text),
        Column(most, lambda one: told.points(one.most), width=80),
        Column(rule, lambda one: said.rule(one.rule, one.fed, "").rstrip("."), width=300),
    )
