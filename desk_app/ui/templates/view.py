"""The page Mẫu thư: every letter with its version in force and its draft; Enter writes on."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from common.letter_check import LAYOUTS
from common.letter_findings import Finding, errors
from common.words import templates_page as said
from desk_app.services.letter_samples import Case, LiveLetter
from desk_app.services.letter_templates import Draft, Listed, Version
from desk_app.services.preview import Check, PagePixels
from desk_app.services.trouble import Trouble
from desk_app.ui.page import Around
from desk_app.ui.parts.banner import Banner
from desk_app.ui.parts.button import button, quiet_button
from desk_app.ui.parts.card import words
from desk_app.ui.parts.flow_row import FlowRow
from desk_app.ui.parts.foot import Foot
from desk_app.ui.parts.key_page import KeyPage
from desk_app.ui.parts.page_head import ElidedLabel, PageHead
from desk_app.ui.parts.rows import RowsModel, rows_table
from desk_app.ui.parts.scroll import Scrolled
from desk_app.ui.templates.acts import TemplateActs
from desk_app.ui.templates.editor import Editor, Open
from desk_app.ui.templates.listed import columns
from desk_app.ui.theme.look import face, px
from desk_app.ui.told import sentence_of

_KEPT_AFTER_MS = 1000
_HIDDEN_UNDER = {2: 640}


class TemplatesPage(KeyPage):
    """Menu Thư, Mẫu thư."""

    def __init__(self, around: Around) -> None:
        super().__init__()
        self.setObjectName("page")
        self.title, self._around, self.acts = said.TITLE, around, TemplateActs(around, self)
        self._templates = around.desk.templates
        self.head, self.state = PageHead(said.TITLE, said.CONTEXT), Banner("sen", "", "")
        self.rows = RowsModel(columns())
        self.table = rows_table(self.rows, said.ROWS)
        self.table.setMinimumSize(px(300), px(140))
        self.note = words("", "second", 10.5)
        self.editor = Editor(self._look, self._weigh, around.jobs)
        self._draft: Draft | None = None
        self._cases: tuple[Case, ...] = ()
        self._live = LiveLetter(around.desk.seat, "birth-card")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_KEPT_AFTER_MS)
        self._make_buttons()
        self._lay_out()
        self._connect()

    # ---- what the shell asks

    def arrive(self, **what: object) -> None:
        """`show`: that template under the bar."""
        self.state.hide()
        self._wanted = str(what.get("show", ""))

    def refresh(self) -> None:
        """Read the templates again; what is being written stays."""
        if self._draft is None and not self._reading:
            self._list()

    def may_leave(self) -> bool:
        """A draft is kept as it is typed; one that cannot be kept is asked about."""
        return self._kept_or_let_go()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the draft gives way."""
        super().resizeEvent(event)
        for column, least in _HIDDEN_UNDER.items():
            self.table.setColumnHidden(column, event.size().width() < px(least))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the editor for the list."""
        if event.key() == Qt.Key.Key_Escape and self._stack.currentIndex() == 1:
            self.leave()
            return
        super().keyPressEvent(event)

    # ---- the list

    @property
    def row(self) -> Listed | None:
        """The template under the bar."""
        found = self.rows.row(self.table.currentIndex())
        return found if isinstance(found, Listed) else None

    def _list(self) -> None:
        held = self._wanted or (self.row.name if self.row else "")
        self._wanted = ""
        listed = self._templates.listed()
        self.rows.put(listed)
        names = [one.name for one in listed]
        self.table.setCurrentIndex(self.rows.index(names.index(held) if held in names else 0, 0))
        self.head.say(said.TITLE, said.CONTEXT)
        self._stack.setCurrentIndex(0)
        self._feet.setCurrentIndex(0)
        self.setFocusProxy(self.table)
        self.table.setFocus()
        self._weigh_row()

    def _weigh_row(self) -> None:
        row = self.row
        now, draft = (row.in_force, row.draft) if row else (None, None)
        self.out.setEnabled(now is not None and now.state != "shipped")
        for each in (self.approve, self.drop):
            each.setEnabled(draft is not None)
        self.note.setText(row.notice if row else "")

    # ---- writing

    def _write(self, draft: Draft) -> None:
        self._draft, self._reading = draft, False
        head = said.EDITOR_TITLE.format(title=draft.title), said.EDITOR_CONTEXT.format(version=draft.version)
        self._open(draft.layout, draft.text, head)
        self._tell_kept(said.KEPT_AT.format(time=f"{self._around.desk.seat.now():%H:%M}"))

    def _read(self, row: Listed, one: Version) -> None:
        if one.state == "draft":
            self.acts.write(row)
            return
        self._draft, self._reading = None, True
        head = said.READING_TITLE.format(title=one.title), said.READING_CONTEXT.format(version=one.version)
        self._open(row.layout, self._templates.text(row.name, one.version), head)
        self._tell_kept("")

    def _open(self, layout: str, text: str, head: tuple[str, str]) -> None:
        self._live = LiveLetter(self._around.desk.seat, layout)
        self._cases = self._live.cases(text)
        self.head.say(*head)
        self._stack.setCurrentIndex(1)
        self._feet.setCurrentIndex(1)
        self.keep.setEnabled(not self._reading)
        self.editor.begin(Open(text, LAYOUTS[layout].kind, tuple(one.caption for one in self._cases), self._reading))
        self.setFocusProxy(self.editor)
        self.editor.writing.take_focus()

    def _edited(self) -> None:
        if self._draft is not None:
            self._tell_kept(said.NOT_KEPT_YET)
            self._pause.start()

    def save(self) -> bool:
        """Keep the draft; False where something has to be mended first."""
        self._pause.stop()
        draft = self._draft
        if draft is None or not self.editor.is_changed:
            return True
        try:
            found = self._templates.save(draft.name, draft.version, self.editor.whole())
        except Trouble as trouble:
            self._tell("son", sentence_of(trouble))
            return False
        if isinstance(found, tuple):
            self._tell_kept(said.NOT_KEPT.format(n=len(errors(found))))
            return False
        self.editor.kept()
        self._tell_kept(said.KEPT_AT.format(time=f"{self._around.desk.seat.now():%H:%M}"))
        return True

    def leave(self) -> None:
        """Back to the list."""
        if self._kept_or_let_go():
            self._wanted = self._draft.name if self._draft else self._wanted
            self._draft, self._reading = None, False
            self.editor.live.forget()
            self._list()

    def _kept_or_let_go(self) -> bool:
        if self._draft is None or self.save():
            return True
        answer = self._around.asker.ask(said.LEAVE_TITLE, said.LEAVE_TEXT, (said.THROW, said.STAY))
        if answer == 0:
            self.editor.kept()
        return answer == 0

    def _look(self, text: str, case: int) -> PagePixels:
        """The page of a family; what this family alone has against the words stands in its steps."""
        drawn = self._live.drawn(text, self._cases[case].name)
        said_already = set(self._weigh(text))
        more = [one for one in drawn.findings if one not in said_already]
        told = tuple(Check("son" if one.level == "error" else "hoe", one.sentence) for one in more)
        page = drawn.page if drawn.fresh else PagePixels(0, 0, b"", "")
        return replace(page, steps=(*page.steps, *told))

    def _weigh(self, text: str) -> tuple[Finding, ...]:
        return self._templates.findings(text, self._live.layout)

    def _tell_kept(self, text: str) -> None:
        self.kept_line.setText(text)

    # ---- what is said

    def _changed(self, text: str) -> None:
        self._list()
        self._around.changed()
        self._tell("sen", text)

    def _tell(self, tone: str, text: str) -> None:
        self.state.say(tone, "", text)
        self.state.setVisible(bool(text))

    # ---- making

    def _make_buttons(self) -> None:
        self._wanted, self._reading = "", False
        self.write = button(said.WRITE, "Enter", primary=True, icon="pencil")
        self.new = button(said.NEW, "Insert", icon="plus")
        self.approve = button(said.APPROVE, "Ctrl+Enter", icon="check")
        self.older, self.drop = quiet_button(said.OLDER, "F6"), quiet_button(said.DROP, "Del")
        self.out, self.take = quiet_button(said.OUT, "Ctrl+B"), quiet_button(said.TAKE, "Ctrl+O")
        self.keep_file = quiet_button(said.KEEP_FILE, "Ctrl+E")
        self.back = quiet_button(said.BACK, "Esc")
        self.keep = button(said.KEEP, "Ctrl+S", primary=True, icon="device-floppy")
        self.kept_line = ElidedLabel()
        self.kept_line.setFont(face(10.5))
        self.tools = FlowRow()

    def _lay_out(self) -> None:
        listed = QWidget()
        inside = QVBoxLayout(listed)
        inside.setContentsMargins(20, 14, 20, 12)
        inside.setSpacing(8)
        inside.addWidget(self.table, 1)
        inside.addWidget(self.note)
        self.tools.put((self.older, self.drop, self.out, self.take, self.keep_file))
        inside.addWidget(self.tools)
        self._stack, self._feet = QStackedLayout(), QStackedLayout()
        for each in (Scrolled(listed), self.editor):
            self._stack.addWidget(each)
        for foot in (Foot((), (self.new, self.approve, self.write)), Foot((self.back, self.kept_line), (self.keep,))):
            self._feet.addWidget(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.head, self.state):
            column.addWidget(widget)
        column.addLayout(self._stack, 1)
        column.addLayout(self._feet)
        self.state.hide()

    def _connect(self) -> None:
        acts = self.acts
        self.head.sought.connect(lambda text: self._around.go("find", seek=text))
        self.table.selectionModel().currentRowChanged.connect(lambda now, before: self._weigh_row())
        self.table.doubleClicked.connect(lambda _: self.write.click())
        for made, act in ((self.write, acts.write), (self.older, acts.older), (self.approve, acts.approve)):
            made.clicked.connect(lambda _=False, act=act: act(self.row))
        for made, act in ((self.out, acts.out), (self.drop, acts.drop), (self.keep_file, acts.keep_file)):
            made.clicked.connect(lambda _=False, act=act: act(self.row))
        self.new.clicked.connect(acts.new)
        self.take.clicked.connect(acts.take)
        self.back.clicked.connect(self.leave)
        self.keep.clicked.connect(self.save)
        self._pause.timeout.connect(self.save)
        self.editor.changed.connect(self._edited)
        acts.done.connect(self._changed)
        acts.opened.connect(self._write)
        acts.shown.connect(self._read)
        acts.troubled.connect(lambda text: self._tell("son", text))
