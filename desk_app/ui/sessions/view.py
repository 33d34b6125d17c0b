"""The page Buổi gặp dân: sessions at left, what was said at right, both by keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from common.words import sessions_page as said
from desk_app.domain.sessions import typed
from desk_app.services.session_papers import Kind
from desk_app.services.sessions_kept import Said, Session
from desk_app.ui.page import Around
from desk_app.ui.parts.banner import Banner
from desk_app.ui.parts.button import button, quiet_button
from desk_app.ui.parts.card import Card, words
from desk_app.ui.parts.fields_dialog import FieldsDialog, Keep
from desk_app.ui.parts.flow_row import FlowRow
from desk_app.ui.parts.foot import Foot
from desk_app.ui.parts.key_page import KeyPage
from desk_app.ui.parts.page_head import PageHead
from desk_app.ui.parts.rows import RowsModel, put_rows, rows_table
from desk_app.ui.print_paper import Paper, print_here
from desk_app.ui.sessions.columns import said_columns, session_columns
from desk_app.ui.sessions.forms import OpinionFields, OpinionForm, fields_of
from desk_app.ui.sessions.model import SessionsModel, whole
from desk_app.ui.theme.look import px
from desk_app.ui.told import tried

_FIELD, _NARROW, _VERY_NARROW = 1, 900, 640
_Rows = tuple[tuple[str, str, str, tuple[tuple[str, str], ...], bool], ...]


class SessionsPage(KeyPage):
    """Menu Báo cáo, Buổi gặp dân; menu Ghi mới comes with `new`."""

    def __init__(self, around: Around) -> None:
        super().__init__()
        self.setObjectName("page")
        self.title, self._around, self.model, self._new = said.TITLE, around, SessionsModel(around.desk), False
        self.head, self.state = PageHead(said.TITLE, said.CONTEXT), Banner("sen", "", "")
        self.head.sought.connect(lambda text: around.go("find", seek=text))
        self.empty, self.one, self._whole = words("", "second"), Card(), words("", "", 10.5)
        self.sessions, self.opinions = RowsModel(session_columns(self.model)), RowsModel(said_columns(self.model))
        self.list = rows_table(self.sessions, said.SESSIONS)
        self.table = rows_table(self.opinions, said.OPINIONS)
        self.plan = button(said.PLAN, "Insert", icon="plus")
        self.hold, self.replan = button(said.HOLD, "Ctrl+T"), quiet_button(said.REPLAN, "F2")
        self.print, self.pdf = button(said.MINUTES, "Ctrl+P"), quiet_button(said.PDF, "Ctrl+S")
        self.docx, self.board = quiet_button(said.DOCX, "Ctrl+D"), quiet_button(said.BOARD, "Ctrl+B")
        self.say = button(said.SAY, "Ctrl+Enter", primary=True, icon="plus")
        self.done, self.change = button(said.DONE, "Enter"), button(said.CHANGE, "Ctrl+E")
        self.take, self.out = button(said.TAKE, "Del"), quiet_button(said.OUT, "Ctrl+Shift+D")
        self.erase = quiet_button(said.ERASE, "Ctrl+Shift+X")
        self._wire()
        self._lay_out()

    def _wire(self) -> None:
        self.list.setMinimumSize(px(280), px(120))
        self.table.setMinimumSize(px(340), px(120))
        self.list.selectionModel().currentRowChanged.connect(lambda now, before: self._put_said())
        self.table.selectionModel().currentRowChanged.connect(lambda now, before: self._weigh())
        self.list.doubleClicked.connect(lambda _: self._hold())
        self.table.doubleClicked.connect(lambda _: self._done())
        acts: Mapping[QWidget, Callable[[], None]] = {
            **{self.plan: self._plan, self.replan: self._replan, self.hold: self._hold, self.print: self._print},
            **{self.say: self._say, self.change: self._change, self.done: self._done, self.erase: self._erase},
            **{self.take: self._take, self.out: self._out, self.pdf: partial(self._save, "minutes", False)},
            **{self.docx: partial(self._save, "minutes", True), self.board: partial(self._save, "board", False)},
        }
        for each, act in acts.items():
            each.clicked.connect(lambda _=False, act=act: act())  # type: ignore[attr-defined]

    def _lay_out(self) -> None:
        body, self.row_of = QWidget(), FlowRow()
        self.row_of.put((self.plan, self.hold, self.replan, self.print, self.pdf, self.docx, self.board, self.out))
        self._whole.setTextFormat(Qt.TextFormat.PlainText)
        self.one.body.addWidget(self._whole)
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addWidget(self.empty)
        right.addWidget(self.table, 1)
        right.addWidget(self.one)
        right.addStretch(0)
        self.both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.both.setSpacing(14)
        self.both.addWidget(self.list, 2)
        self.both.addLayout(right, 3)
        inside = QVBoxLayout(body)
        inside.setContentsMargins(20, 12, 20, 12)
        inside.setSpacing(10)
        inside.addWidget(self.state)
        inside.addWidget(self.row_of)
        inside.addLayout(self.both, 1)
        erase = QHBoxLayout()
        erase.addWidget(self.erase)
        erase.addStretch(1)
        inside.addLayout(erase)
        self.stand_between(self.head, body, Foot((self.take,), (self.done, self.change, self.say)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the sessions stand over their opinions, and the field gives way."""
        super().resizeEvent(event)
        wide, ways = event.size().width(), QBoxLayout.Direction
        self.both.setDirection(ways.TopToBottom if wide < px(_NARROW) else ways.LeftToRight)
        self.table.setColumnHidden(_FIELD, wide < px(_NARROW + 200) and not px(_VERY_NARROW) < wide < px(_NARROW))

    # ---- what the shell asks

    def arrive(self, **what: object) -> None:
        """`show` the session of this id, `new` the form of a new one; what was said before is over."""
        self.state.hide()
        self.model.touched = int(str(what["show"])) if isinstance(what.get("show"), int) else 0
        self._new = bool(what.get("new"))

    def refresh(self) -> None:
        """Read them again; the one just touched stays under the bar."""
        self._read()
        self._stand()
        if self._new:
            self._new = False
            self._plan()

    def may_leave(self) -> bool:
        """Everything is kept as soon as it is typed."""
        return True

    # ---- what is shown

    @property
    def session(self) -> Session | None:
        """The session under the bar."""
        found: Session | None = self.sessions.row(self.list.currentIndex())
        return found

    @property
    def opinion(self) -> Said | None:
        """The opinion under the bar."""
        found: Said | None = self.opinions.row(self.table.currentIndex())
        return found

    def _read(self) -> None:
        self._try(self.model.read)
        put_rows(self.list, self.sessions, self.model.rows, self.model.touched)
        self.list.setVisible(bool(self.model.rows))
        self._put_said()
        self.row_of.refit()

    def _put_said(self) -> None:
        session = self.session
        each = session.said if session else ()
        put_rows(self.table, self.opinions, each, self.model.touched_said)
        told = said.EMPTY if session is None else said.NO_OPINIONS if session.held else said.NOT_HELD
        self.empty.setText(told)
        self.empty.setVisible(not each)
        for widget in (self.table, self.one):
            widget.setVisible(bool(each))
        self._weigh()

    def _weigh(self) -> None:
        session, opinion = self.session, self.opinion
        held = session is not None and session.held is not None
        for each in (self.hold, self.replan, self.out):
            each.setEnabled(session is not None)
        for each in (self.print, self.pdf, self.docx, self.board, self.say):
            each.setEnabled(held)
        for each in (self.change, self.take):
            each.setEnabled(opinion is not None)
        self.done.setEnabled(opinion is not None and opinion.opinion.answer != "answered")
        self.erase.setVisible(self.model.may_erase and opinion is not None)
        self._whole.setText(whole(opinion) if opinion else "")

    def _stand(self) -> None:
        """The keys go to the sessions, where there are any."""
        front = self.list if self.model.rows else self.plan
        self.setFocusProxy(front)
        front.setFocus()

    # ---- acts

    def _plan(self) -> None:
        self._fields(said.PLAN_TITLE, said.PLAN_FIELDS, self.model.blank_plan(), partial(self.model.plan, 0))

    def _replan(self) -> None:
        if one := self.session:
            self._fields(said.REPLAN_TITLE, said.PLAN_FIELDS, typed(one.plan), partial(self.model.plan, one.id))

    def _hold(self) -> None:
        if one := self.session:
            self._fields(said.HOLD_TITLE, said.HOLD_FIELDS, self.model.held(one), partial(self.model.hold, one))

    def _say(self) -> None:
        if one := self.session:
            self._ask(OpinionForm(partial(self.model.say, one), self))

    def _change(self) -> None:
        if one := self.opinion:
            keep = partial(self.model.change, one)
            self._ask(OpinionFields(said.CHANGE_TITLE, typed(one.opinion), keep, self))

    def _done(self) -> None:
        one = self.opinion
        if one is not None and self.done.isEnabled():
            self._fields(said.DONE_TITLE, said.DONE_FIELDS, self.model.blank_done(one), partial(self.model.done, one))

    def _take(self) -> None:
        if one := self.opinion:
            self._fields(said.TAKE_OPINION, said.REASON, {}, partial(self.model.drop, one))

    def _out(self) -> None:
        if one := self.session:
            self._fields(said.TAKE_SESSION, said.REASON, {}, partial(self.model.take_back, one))

    def _erase(self) -> None:
        if one := self.opinion:
            self._fields(said.ERASE_TITLE, said.ERASE_REASON, {}, partial(self.model.erase, one))

    def _print(self) -> None:
        one = self.session
        if one is None:
            return
        found: list[bytes] = []
        if self._try(lambda: found.append(self.model.paper(one, "minutes"))):
            print_here(self._around, Paper(found[0], said.NAMED, str(self.model.suggested(one, "minutes"))))

    def _save(self, kind: Kind, docx: bool) -> None:
        one = self.session
        if one is None:
            return
        path = self._around.asker.save_file(said.SAVE_TITLE, self.model.suggested(one, kind, docx), said.KINDS[docx])
        if path is not None and self._try(lambda: self.model.save(path, self.model.paper(one, kind, docx))):
            self.state.tell("sen", said.SAVED.format(file=path.name))

    def _fields(self, title: str, rows: _Rows, values: Mapping[str, str], keep: Keep) -> None:
        self._ask(FieldsDialog(title, fields_of(rows), values, keep, self))

    def _ask(self, dialog: FieldsDialog) -> None:
        front = self.table if self.table.hasFocus() else self.list
        dialog.kept.connect(self._changed)
        dialog.finished.connect(lambda _: front.setFocus() if front.isVisible() else self._stand())
        dialog.open()

    def _changed(self) -> None:
        self._read()
        self._around.changed()
        self.state.tell("sen", self.model.said)

    def _try(self, act: Callable[[], None]) -> bool:
        return tried(act, partial(self.state.tell, "son"))
