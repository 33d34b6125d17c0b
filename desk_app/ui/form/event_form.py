"""One form at work: strip, problems, fields and letter around one model. What may be saved is the model's to say."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from common.words import form as said
from desk_app.domain.events import Event
from desk_app.services.drafting import Unfinished
from desk_app.services.preview import Preview
from desk_app.services.trouble import Trouble
from desk_app.ui.form.field_box import FieldBox
from desk_app.ui.form.live_page import LivePage
from desk_app.ui.form.model import Finding, FormModel, Saved, Stopped
from desk_app.ui.form.problems_box import ProblemsBox
from desk_app.ui.form.saved_bar import SavedBar
from desk_app.ui.form.scan_filter import ScanFilter
from desk_app.ui.form.scan_strip import ScanStrip
from desk_app.ui.form.scanning import CardScan
from desk_app.ui.form.sections import SectionsView
from desk_app.ui.form.side import Side
from desk_app.ui.page import Around
from desk_app.ui.theme.look import px
from desk_app.ui.told import sentence_of

KEEP_MS = 700
"""What was typed is in the register this long after the first key that is not, so a power cut costs under a second."""
CHECK_MS = 300
NARROWEST = 560


class EventForm(QWidget):
    """`changed` says that the foot should be read again, `at_end` that Enter left the last field, `saved` carries
    the id of what was saved, `to_print` the registrations whose letter should go to the printer,
    `to_record` a registration to look at."""

    changed = Signal()
    at_end = Signal()
    saved = Signal(int)
    to_print = Signal(tuple)
    to_record = Signal(int)

    def __init__(self, around: Around, event: Event) -> None:
        super().__init__()
        self._around = around
        self.model = FormModel(around.desk, event)
        self.scan = CardScan(self.model)
        self.errors = 0
        self.trouble = ""
        self._checked = False
        self._make(event)
        self._lay_out()
        self._connect()
        self.filter.watch(self)
        self._shown()

    # ---- what the page asks for

    def begin_anew(self) -> None:
        """An empty form; what was typed before is kept as a draft."""
        self.keep()
        self.model.begin_anew()
        self._shown()

    def open_draft(self, unfinished: Unfinished) -> None:
        """Go on with a draft."""
        self.keep()
        self.model.open_draft(unfinished)
        self._shown()

    def save(self) -> None:
        """Look at everything, then save."""
        self._try(self.model.save)

    def save_and_print(self) -> None:
        """Save, make the letter and hand it to the printing table; errors keep the focus in the form."""
        if self.model.saved and self.model.saved.held:
            self._open_letter()
        else:
            self._try(self.model.save_and_letter)

    def keep(self) -> bool:
        """Keep what was typed; False when the world is in the way (the words stay on the screen)."""
        self.filter.settle()
        self._keeping.stop()
        try:
            self.model.keep()
            self.trouble = ""
        except Trouble as error:
            self._troubled(error)
        self.changed.emit()
        return not self.trouble

    def give(self, key: str) -> None:
        """The card goes to the person of this key (F6, F7, F8)."""
        for target in self.scan.targets:
            if target.key == key:
                self._give(target.person)

    def step_back(self) -> bool:
        """Esc: a card that waits is dropped first; False when there was none."""
        dropped = self.scan.drop()
        self.strip.show_strip(self.scan.strip)
        return dropped

    def showEvent(self, event: QShowEvent) -> None:
        """In front again: draw what is typed."""
        if self.model.saved is None:
            self.live.show_draft(self.model.draft)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where fields and letter do not fit beside each other, the letter waits behind Ctrl+K."""
        super().resizeEvent(event)
        fields = max(self.sections.least_width(), self.strip.minimumSizeHint().width(), px(NARROWEST))
        self.side.setVisible(self.width() >= fields + self.side.width() + 56)
        self.changed.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight nothing is drawn any more, nor after the window has closed."""
        self.live.forget()

    # ---- making

    def _make(self, event: Event) -> None:
        self.filter = ScanFilter(self)
        self.bar = SavedBar()
        self.strip = ScanStrip(self.scan.targets)
        self.problems = ProblemsBox(self.filter.watch)
        self.sections = SectionsView(self.model.sections)
        self.side = Side(event)
        self.live = LivePage(Preview(self._around.desk.seat), self._around.jobs, self)
        self._keeping, self._checking = QTimer(self), QTimer(self)
        for timer, wait in ((self._keeping, KEEP_MS), (self._checking, CHECK_MS)):
            timer.setSingleShot(True)
            timer.setInterval(wait)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(10)
        for each in (self.bar, self.strip, self.problems):
            left.addWidget(each)
        left.addWidget(self.sections, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 16, 20, 16)
        row.setSpacing(16)
        row.addLayout(left, 1)
        row.addWidget(self.side)
        # Said outright, or the letter's column would keep a narrow window from ever becoming narrow.
        self.setMinimumWidth(px(NARROWEST))

    def _connect(self) -> None:
        self.sections.written.connect(self._written)
        self.filter.scanned.connect(self._scanned)
        self.filter.entered.connect(self._entered)
        self.strip.given.connect(self._give)
        self.strip.dropped.connect(self.step_back)
        self.problems.chosen.connect(self.sections.focus)
        self.problems.reasoned.connect(self._reasoned)
        self.problems.record_asked.connect(self.to_record)
        self.side.zoom_wanted.connect(self.side.zoom)
        self.live.drawn.connect(self.side.show_page)
        self._keeping.timeout.connect(self.keep)
        self._checking.timeout.connect(self._check_again)

    # ---- what happens

    def _shown(self) -> None:
        """Everything as the model has it."""
        self._checked, self.errors = False, 0
        self._checking.stop()
        self.sections.setEnabled(True)
        self.sections.fill(self.model.text, self.model.echo)
        self._tell(())
        self.scan.drop()
        self.strip.show_strip(self.scan.strip)
        self.strip.show()
        self.bar.hide()
        self.side.letter_is_there(False)
        self.live.show_draft(self.model.draft)
        self.changed.emit()

    def _written(self, field: str, text: str) -> None:
        self.model.write(field, text)
        self.sections.boxes[field].say(self.model.echo(field))
        self._touched()

    def _reasoned(self, code: str, text: str) -> None:
        self.model.give_reason(code, text)
        self._touched()

    def _touched(self) -> None:
        if not self._keeping.isActive():
            self._keeping.start()
        if self._checked:
            self._checking.start()
        self.live.show_draft(self.model.draft)

    def _entered(self, box: FieldBox) -> None:
        following = self.sections.after(box)
        if following is None:
            self.at_end.emit()
        else:
            self.sections.focus(following.field.name)

    def _scanned(self, text: str) -> None:
        if self.model.saved is None:
            self.strip.show_strip(self.scan.feed(text))
            self.strip.show()

    def _give(self, person: str) -> None:
        changed = self.scan.give(person)
        for field in changed:
            self.sections.boxes[field].put(self.model.text(field))
            self.sections.boxes[field].say(self.model.echo(field))
        if changed:
            self.sections.reveal(self.sections.boxes[changed[0]])
            self._touched()
        self.strip.show_strip(self.scan.strip)

    def _check_again(self) -> None:
        if self.model.saved is not None:
            return
        try:
            self._tell(self.model.check())
        except Trouble as error:
            self._troubled(error)

    def _tell(self, findings: tuple[Finding, ...]) -> None:
        self.errors = sum(one.level == "error" for one in findings)
        self.sections.show_findings(findings)
        self.problems.show_findings(findings)
        self.side.say_blocked(self.errors)
        self.strip.setVisible(not findings or self.scan.strip.state in ("read", "failed"))
        self.changed.emit()

    def _troubled(self, error: Trouble) -> None:
        """What happens between two keys is told at the foot, not in a box over the typing."""
        self.trouble = sentence_of(error).splitlines()[0]
        self.changed.emit()

    def _try(self, act: Callable[[], Saved | Stopped]) -> None:
        self.filter.settle()
        try:
            result = act()
        except Trouble as error:
            self._around.asker.tell(said.NOT_SAVED, sentence_of(error))
            return
        if isinstance(result, Saved):
            self._done(result)
        else:
            self._stopped(result)

    def _open_letter(self) -> None:
        reason = self.bar.reason.text()
        if not reason.strip():
            self.bar.reason.setFocus()
            return
        self._try(lambda: self.model.prepare_letter(reason))

    def _stopped(self, stopped: Stopped) -> None:
        self._checked = True
        self._tell(stopped.findings)
        first = stopped.findings[0].field if not stopped.errors else stopped.errors[0].field
        reason = self.problems.first_reason
        if stopped.errors or reason is None:
            self.sections.focus(first)
        else:
            self.sections.reveal(self.sections.boxes[first])
            reason.setFocus()

    def _done(self, saved: Saved) -> None:
        first_time = not self.bar.isVisible()
        self._tell(())
        for timer in (self._keeping, self._checking):
            timer.stop()
        self.strip.hide()
        self.sections.setEnabled(False)
        self.bar.show_saved(saved)
        self.changed.emit()
        if first_time:
            self.saved.emit(saved.id)
            self._around.changed()
        if saved.letter is not None:
            self.side.letter_is_there(True)
            self.live.show_letter(saved.letter)
            self.to_print.emit(saved.covers)
        elif self.bar.asks_reason:
            self.bar.reason.setFocus()
