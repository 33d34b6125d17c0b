"""A damaged register as one page: a key, then what can be read of it beside what cannot; nothing can be entered."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from common.words import salvage as said
from desk_app.services.salvage import Found
from desk_app.ui.actions import ACTIONS, BY_ID
from desk_app.ui.ask import Asker
from desk_app.ui.jobs import Jobs
from desk_app.ui.parts.banner import Banner
from desk_app.ui.parts.button import button, quiet_button
from desk_app.ui.parts.card import Card
from desk_app.ui.parts.foot import Foot
from desk_app.ui.parts.key_page import KeyPage, spoken
from desk_app.ui.parts.page_head import ElidedLabel
from desk_app.ui.parts.scroll import Scrolled
from desk_app.ui.parts.strip import Strip
from desk_app.ui.salvage.lists import Lists
from desk_app.ui.salvage.model import SalvageModel, Ways, Written
from desk_app.ui.shell.guide import show_guide
from desk_app.ui.shell.key_card import KeyCard
from desk_app.ui.take_back.prove import ProveStep
from desk_app.ui.theme.icons import ornament
from desk_app.ui.theme.look import SEMIBOLD, face, px
from desk_app.ui.told import sentence_of

_EVERYWHERE = ("keys-card", "back", "next-part")
_SHORTEST = 8
_FIND = BY_ID["salvage-find"].shown_key
KEY, FOUND = 0, 1


class SalvagePage(KeyPage):
    """`left`: back to the lock. `take_back_asked`: on to the copies."""

    left = Signal()
    take_back_asked = Signal()

    def __init__(self, ways: Ways, asker: Asker, jobs: Jobs) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAccessibleName(said.TITLE)
        self._asker, self._jobs = asker, jobs
        self.model, self.prove, self.lists = SalvageModel(ways), ProveStep(ways.doorstep), Lists()
        self.band, self.told = Banner("son", said.BAND, said.BAND_TEXT), Banner("son", "", "")
        self.keys = button(said.KEYS, BY_ID["keys-card"].shown_key, icon="keyboard")
        self.keys.set_kind("neutral")
        self.leave = quiet_button(said.BACK, BY_ID["back"].shown_key)
        self.copies = button(said.TAKE_BACK, BY_ID["salvage-take-back"].shown_key, icon="history")
        self.copies.set_kind("neutral")
        self.beside = button(said.OTHER_FOLDER, BY_ID["salvage-beside"].shown_key)
        self.read = button(said.READ, BY_ID["salvage-read"].shown_key, primary=True)
        self.out = button(said.EXPORT, BY_ID["salvage-out"].shown_key, primary=True, icon="usb")
        self.stack = QStackedLayout()
        self._lay_out()
        self._connect()
        self._ask_for_key()
        self._stand(KEY)

    @property
    def busy(self) -> bool:
        """Whether something is being read or written out."""
        return self._jobs.busy

    # ---- layout

    def _lay_out(self) -> None:
        card = Card()
        card.body.addWidget(Scrolled(self.prove))
        self.stack.addWidget(card)
        self.stack.addWidget(self.lists)
        held = QWidget()
        body = QVBoxLayout(held)
        self._body = body
        body.setSpacing(px(10))
        for widget in (self.band, self.told):
            body.addWidget(widget)
        body.addLayout(self.stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(Scrolled(held), 1)
        column.addWidget(Foot((self.leave, self.copies), (self.beside, self.read, self.out)))

    def _head(self) -> Strip:
        head, mark, title, context = Strip("page-head"), QLabel(), QLabel(said.TITLE), ElidedLabel(said.CONTEXT)
        head.setObjectName("pageHead")
        mark.setPixmap(ornament("dau-hieu", px(32), self.devicePixelRatioF()))
        title.setFont(face(16, SEMIBOLD))
        context.setFont(face(10.5))
        row = QHBoxLayout(head)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(14)
        for widget in (mark, title):
            row.addWidget(widget)
        row.addWidget(context, 1)
        row.addWidget(self.keys)
        return head

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A small window keeps the band's first line only: the lists need the room."""
        super().resizeEvent(event)
        self.band.text.setVisible(event.size().height() >= px(600))
        side, edge = (20, 12) if event.size().width() >= px(700) else (10, 6)
        self._body.setContentsMargins(px(side), px(edge), px(side), px(edge))

    def showEvent(self, event: QShowEvent) -> None:
        """Keys work at once."""
        super().showEvent(event)
        self._focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One key goes to the search; from there every key but Enter still means what it means on the page. F1 opens
        the guide."""
        if event.key() == Qt.Key.Key_F1 and not event.modifiers():
            show_guide(None, self, "salvage")
            return
        search = self.lists.search
        if spoken(QKeySequence(event.keyCombination()).toString()) == _FIND and search.isVisible():
            search.setFocus()
            search.selectAll()
            return
        if self.focusWidget() is search and event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.setFocus()
        super().keyPressEvent(event)

    # ---- states

    def _connect(self) -> None:
        self.prove.other.clicked.connect(self._turn_code)
        self.read.clicked.connect(self._read)
        self.beside.clicked.connect(self._look_beside)
        self.out.clicked.connect(self._ask_where)
        self.leave.clicked.connect(self.left)
        self.copies.clicked.connect(self.take_back_asked)
        self.keys.clicked.connect(self._show_keys)
        self.lists.changed.connect(self._show_rows)
        self._jobs.busy_changed.connect(self._on_busy)

    def _stand(self, at: int) -> None:
        self.told.hide()
        self.stack.setCurrentIndex(at)
        self.read.setVisible(at == KEY)
        self.out.setVisible(at == FOUND)
        self.beside.setVisible(at == KEY and self.model.by_code)
        self._on_busy(self._jobs.busy)
        self._focus()

    def _focus(self) -> None:
        at_key = self.stack.currentIndex() == KEY
        (self.prove.first() if at_key else self.lists.table).setFocus()

    def _on_busy(self, busy: bool) -> None:
        found = self.model.found
        for each in (self.read, self.beside, self.leave, self.copies):
            each.setEnabled(not busy)
        self.out.setEnabled(not busy and bool(found and found.known))

    # ---- the key

    def _ask_for_key(self) -> None:
        self.prove.ask_for(self.model.by_code, trial=True)
        self.prove.title.setText(said.KEY_TITLE)
        self.prove.text.setText(said.CODE_TEXT if self.model.by_code else said.KEY_TEXT)
        self.prove.name.setVisible(not self.prove.known and not self.model.by_code)
        self.prove.other.setVisible(True)

    def _turn_code(self) -> None:
        self.model.by_code = not self.model.by_code
        self.prove.empty()
        self._ask_for_key()
        self._stand(KEY)

    def _look_beside(self) -> None:
        folder = self._asker.choose_folder(said.WHERE_COPY)
        if folder:
            self.model.also = (*self.model.also, folder)
            self._focus()

    def _read(self) -> None:
        typed = self.prove.typed()
        words = (typed.user, typed.password, typed.code)
        lacks = self.model.lacks(*words)
        self.prove.say(lacks)
        if lacks or self.busy:
            return
        self.model.take_key(*words)
        self._jobs.start(self.model.read, self._found, self._not_read, said.READING)

    def _not_read(self, error: Exception) -> None:
        wrong = self.model.refused(error)
        self._ask_for_key()
        self._stand(KEY)
        self.prove.clear()
        self.prove.say(wrong)
        if not wrong:
            self.told.tell("son", sentence_of(error))

    def _found(self, found: Found) -> None:
        self.prove.empty()
        self.model.saw(found)
        self.lists.put(found)
        self._show_rows()
        self._stand(FOUND)

    # ---- what was found

    def _show_rows(self) -> None:
        self.model.which, self.model.text = self.lists.which, self.lists.search.text()
        self.lists.show_rows(self.model.rows(), (self.model.count(0), self.model.count(1)))

    # ---- writing out

    def _ask_where(self) -> None:
        how = self._asker.ask(said.HOW_TITLE, said.HOW_TEXT, said.HOW)
        if how == len(said.HOW) - 1:
            return
        password = self._ask_password() if how == 0 else ""
        folder = self._asker.choose_folder(said.WHERE) if password is not None else None
        if folder is None or password is None:
            return
        model = self.model
        self._jobs.start(
            lambda step: model.write(folder, password, step), self._written, self._not_written, said.WRITING
        )

    def _ask_password(self) -> str | None:
        """The password of a sealed file, typed twice; None when nothing is to be written."""
        typed = self._asker.ask_text(said.PASSWORD_TITLE, said.PASSWORD_LABEL, secret=True)
        if typed is None:
            return None
        if len(typed) < _SHORTEST:
            self.told.tell("hoe", said.PASSWORD_LABEL)
            return None
        if self._asker.ask_text(said.PASSWORD_TITLE, said.PASSWORD_AGAIN, secret=True) != typed:
            self.told.tell("hoe", said.PASSWORD_OTHER)
            return None
        return typed

    def _written(self, written: Written) -> None:
        left_out = f" {said.letters_left_out(written.left_out)}" if written.left_out else ""
        self.told.tell("sen", said.written(written.name, written.registrations, written.letters) + left_out)

    def _not_written(self, error: Exception) -> None:
        self.told.tell("son", sentence_of(error))

    def _show_keys(self) -> None:
        here = [action.id for action in ACTIONS if action.page == "salvage"]
        card = KeyCard((*here, *_EVERYWHERE), self, "salvage")
        card.setModal(True)
        card.finished.connect(card.deleteLater)
        card.show()
