"""The page Gửi cấp trên: it shows what the model says and asks for files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from common.words import month as said
from desk_app.services.month_view import MonthContents
from desk_app.services.trouble import Mistake
from desk_app.ui.jobs import Cancelled
from desk_app.ui.month.contents import ContentsPage
from desk_app.ui.month.keys import KeysPage
from desk_app.ui.month.model import MonthModel, ReceiptTold, Written, may_write
from desk_app.ui.month.result import ResultPage
from desk_app.ui.month.sent import ReceiptPage, SentPage, state_of
from desk_app.ui.page import Around
from desk_app.ui.parts.banner import Banner
from desk_app.ui.parts.button import button, quiet_button
from desk_app.ui.parts.foot import Foot
from desk_app.ui.parts.key_page import KeyPage
from desk_app.ui.parts.page_head import ElidedLabel, PageHead
from desk_app.ui.parts.scroll import Scrolled
from desk_app.ui.parts.step_list import StepList
from desk_app.ui.theme.look import face, is_tight
from desk_app.ui.told import sentence_of

T = TypeVar("T")


class MonthPage(KeyPage):
    """Alt+7. One stack of five views under one head and foot."""

    def __init__(self, around: Around) -> None:
        super().__init__()
        self.setObjectName("page")
        self.title = said.TITLE
        self._around, self.model = around, MonthModel(around.desk)
        self._contents: MonthContents | None = None
        self._written: Written | None = None
        self.head, self.steps = PageHead(said.TITLE), StepList(said.STEPS)
        self.head.sought.connect(lambda text: around.go("find", seek=text))
        self.trouble = Banner("son", "", "")
        self.contents, self.result = ContentsPage(), ResultPage()
        self.receipt, self.sent, self.keys = ReceiptPage(), SentPage(), KeysPage()
        self.stack = QStackedWidget()
        self._views: tuple[QWidget, ...] = (self.contents, self.result, self.receipt, self.sent, self.keys)
        for each in self._views:
            self.stack.addWidget(each if each is self.sent else Scrolled(each))
        self._make_buttons()
        self._lay_out()
        self._connect()

    def _make_buttons(self) -> None:
        self.back, self.finish = quiet_button(said.BACK, "Esc"), button(said.DONE, "Esc")
        self.to_sent, self.to_keys = quiet_button(said.SENT, "Ctrl+Shift+B"), quiet_button(said.KEYS, "Ctrl+Shift+T")
        self.take = button(said.TAKE_RECEIPT, "Ctrl+I", icon="file-import")
        self.write = button(said.WRITE, "Enter", primary=True, icon="usb")
        self.note = ElidedLabel("")
        self.note.setFont(face(10.5))
        # Hidden until a view asks for them: all buttons at once would make the window wider than a small screen.
        for waiting in (self.back, self.finish):
            waiting.hide()

    def _lay_out(self) -> None:
        middle = QVBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self.trouble)
        middle.addWidget(self.stack, 1)
        row = QHBoxLayout()
        row.setContentsMargins(20, 16, 20, 16)
        row.setSpacing(16)
        row.addWidget(self.steps)
        row.addLayout(middle, 1)
        quiet: tuple[QWidget, ...] = (self.back, self.to_sent, self.to_keys, self.note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(row, 1)
        column.addWidget(Foot(quiet, (self.take, self.write, self.finish)))

    def _connect(self) -> None:
        for pressed, act in (
            (self.back, self.refresh),
            (self.finish, self.refresh),
            (self.to_sent, self.show_sent),
            (self.to_keys, self.show_keys),
            (self.take, self.take_receipt),
            (self.result.take_receipt, self.take_receipt),
            (self.write, self.write_bundle),
            (self.result.copy_more, self.copy_more),
            (self.keys.card, self.write_card),
            (self.keys.take, self.take_key),
            (self.keys.confirm, self.confirm_words),
            (self.receipt.see_ratings, lambda: self._around.go("ratings")),
        ):
            pressed.clicked.connect(lambda _=False, do=act: do())
        self.contents.letters_asked.connect(lambda: self._around.go("printing"))

    # ---- what the shell asks

    def arrive(self, **what: object) -> None:
        """The shell brought us here; there is nothing to choose beforehand."""

    def refresh(self) -> None:
        """Show what a bundle would hold now."""
        contents = self._contents = self.model.contents()
        self.contents.put(contents)
        self._show(self.contents, 0, said.page_title(contents.month.name))
        stop = may_write(contents)
        self.write.setEnabled(not stop)
        self.write.setToolTip(stop)
        if contents.stop or not contents.sum.agrees:
            self.trouble.say("hoe" if contents.stop else "son", "", stop)
            self.trouble.show()
        (self.write if not stop else self.to_keys).setFocus()

    def act(self, action_id: str) -> bool:
        """Menu Gửi cấp trên."""
        acts: dict[str, Callable[[], None]] = {
            "month-bundle": self.refresh,
            "receive-receipt": self.take_receipt,
            "exchange-keys": self.show_keys,
            "sent-bundles": self.show_sent,
        }
        if action_id not in acts:
            return False
        acts[action_id]()
        return True

    def may_leave(self) -> bool:
        """Nothing is typed here that could be lost."""
        return True

    # ---- views

    def _show(self, view: QWidget, step: int, title: str) -> None:
        first, last = view is self.contents, view is self.result
        self.trouble.hide()
        self.note.setText("")
        self.steps.setVisible((first or last) and not is_tight())
        self.steps.stand(step)
        self.head.say(title, said.step_of(step + 1, len(said.STEPS)) if first or last else "")
        here = {
            self.back: not first and not last,
            self.to_sent: first,
            self.to_keys: first,
            self.write: first,
            self.finish: last,
            self.take: first or view is self.sent,
        }
        # What goes is hidden before what comes is shown: together they would push a small window wider.
        for each, wanted in sorted(here.items(), key=lambda pair: pair[1]):
            each.setVisible(wanted)
        self.note.setText(said.NOTHING_LEFT_YET if first and not is_tight() else "")
        self.stack.setCurrentIndex(self._views.index(view))
        front = self.stack.currentWidget()
        if isinstance(front, Scrolled):
            front.to_top()

    def shown(self) -> QWidget:
        """The view in front."""
        return self._views[self.stack.currentIndex()]

    def show_sent(self) -> None:
        """The bundles that went up."""
        self.sent.put(self.model.sent())
        self._show(self.sent, 0, said.SENT)
        self.sent.table.setFocus()

    def show_keys(self) -> None:
        """The exchange of keys."""
        keys = self.model.keys()
        self.keys.put(keys)
        self._show(self.keys, 0, said.KEY_TITLE)
        (self.keys.heard if keys.waiting else self.keys.take if keys.card else self.keys.card).setFocus()

    # ---- acts

    def write_bundle(self) -> None:
        """Step 2: choose where, write, read back."""
        folder = self._around.asker.choose_folder(said.WHERE_TO)
        if folder is None or self._around.jobs.busy:
            return
        self.steps.stand(1)
        model = self.model
        self._work(lambda step: model.write(folder, step), self._on_written, said.WRITING)

    def _on_written(self, written: Written) -> None:
        self._written = written
        parent = self._contents.to if self._contents else ""
        self.result.put(written, self.model.office(), parent)
        self._show(self.result, 2, self.head.title.text())
        rows = [(sent.seq, state_of(sent)) for sent in self.model.sent()[:3]]
        self.note.setText(said.sent_line(rows))
        self.result.copy_more.setFocus()
        self._around.changed()

    def copy_more(self) -> None:
        """The same bundle once more somewhere else."""
        written, folder = self._written, self._around.asker.choose_folder(said.WHERE_COPY)
        if written is None or folder is None:
            return
        model = self.model
        self._work(
            lambda step: model.copy(written, folder),
            lambda _: self.result.copied.setText(said.copied(str(folder))),
            said.WRITING,
        )

    def take_receipt(self) -> None:
        """A file from the level above."""
        path = self._around.asker.choose_file(said.WHICH_RECEIPT, kinds=said.RECEIPT_FILES)
        if path is not None:
            model, chosen = self.model, path
            self._work(lambda step: model.receive(chosen), self._on_receipt, said.TAKING_RECEIPT)

    def _on_receipt(self, receipt: ReceiptTold) -> None:
        self.receipt.put(receipt)
        self._show(self.receipt, 0, said.receipt_title(receipt.received.number))
        self.back.setFocus()
        self._around.changed()

    def write_card(self) -> None:
        """Our card into a folder."""
        folder = self._around.asker.choose_folder(said.WHERE_CARD)
        if folder is not None:
            model, chosen = self.model, folder
            self._work(lambda step: model.card_into(chosen), self._on_card, said.WORKING)

    def _on_card(self, path: Path) -> None:
        self.show_keys()
        self._around.say(said.card_written(path.name))

    def take_key(self) -> None:
        """The key file from the level above."""
        path = self._around.asker.choose_file(said.WHICH_KEY, kinds=said.KEY_FILES)
        if path is not None:
            model, chosen = self.model, path
            self._work(lambda step: model.enrol(chosen), lambda _: self._on_keys(), said.WORKING)

    def _on_keys(self) -> None:
        self.show_keys()
        self._around.changed()

    def confirm_words(self) -> None:
        """Six words, heard and typed."""
        waiting = self.keys.waiting
        if waiting is None:
            return
        model, typed = self.model, self.keys.heard.text()
        self._work(lambda step: model.confirm(typed, waiting.words), lambda _: self._on_keys(), said.WORKING)

    def _work(self, work: Callable[[Callable[[int, int], None]], T], done: Callable[[T], None], waiting: str) -> None:
        self.trouble.hide()
        self._around.jobs.start(work, done, self._on_failed, waiting)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, Mistake) and error.code == "words-differ":
            self.keys.say_wrong()
            return
        if self.shown() is self.contents:
            self.refresh()
        if isinstance(error, Cancelled):
            self.trouble.say("hoe", said.STOPPED, said.STOPPED_SAFE)
        else:
            self.trouble.say("son", said.TROUBLE, sentence_of(error))
        self.trouble.show()
