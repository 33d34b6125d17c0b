"""What the page Báo cáo does: days chosen by hand, words, issuing, files."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from common.model_report import ModelReport
from common.words import leader_sheet as leader
from common.words import reports_page as said
from desk_app.services.files import write_file
from desk_app.services.leader_sheet import leader_sheet, sheet_done
from desk_app.services.report_reminders import sheet_month
from desk_app.services.trouble import Trouble
from desk_app.ui.jobs import Step
from desk_app.ui.page import Around
from desk_app.ui.print_paper import Paper, print_here
from desk_app.ui.printing.printer import Printery
from desk_app.ui.reports.model import ReportsModel
from desk_app.ui.reports.texts_dialog import TextsDialog
from desk_app.ui.told import sentence_of


class ReportActs(QObject):
    """`moved` when another period stands in front, `written` when its words changed, `issued(text)` when it was frozen,
    `troubled(text)` when something could not be done."""

    moved = Signal()
    written = Signal()
    issued = Signal(str)
    troubled = Signal(str)

    def __init__(self, around: Around, model: ReportsModel, page: QWidget, printery: Printery | None) -> None:
        super().__init__(page)
        self._around, self._model, self._page = around, model, page
        self._printery = printery

    def ask_days(self) -> None:
        """Two days make a period."""
        asker = self._around.asker
        first = asker.ask_text(said.CHOOSE_DAYS, said.ASK_FIRST)
        last = asker.ask_text(said.CHOOSE_DAYS, said.ASK_LAST) if first else None
        if not first or not last:
            return
        if self._model.days(first, last):
            self.moved.emit()
        else:
            self.troubled.emit(said.NOT_DAYS)

    def write_texts(self) -> None:
        """What people say to the figures."""
        dialog = TextsDialog(self._model.texts(), self._model.keep, self._page)
        dialog.kept.connect(self.written)
        dialog.open()

    def issue(self) -> None:
        """Freeze the report; again only with a reason."""
        asker, reason = self._around.asker, ""
        if self._model.version:
            reason = asker.ask_text(said.ISSUE, said.ISSUE_WHY) or ""
            if not reason:
                return
        number = asker.ask_text(said.ISSUE, said.ISSUE_NUMBER)
        if number is None or asker.ask(said.ISSUE, said.ISSUE_TOLD, (said.ISSUE_SURE, said.NOT_NOW)) != 0:
            return
        try:
            made = self._model.issue(number, reason)
        except Trouble as trouble:
            self.troubled.emit(sentence_of(trouble))
            return
        self._around.changed()
        self.issued.emit(said.issued(made.issued.version, made.issued.number))

    def save(self, form: str) -> None:
        """What is in front as a file: the newest issued version where there is one, else the figures as they stand."""
        report, versions = self._model.report, self._model.versions
        if report is None:
            return
        newest = max(versions, key=lambda one: one.issued.version, default=None)
        self._write_out(newest.id if newest else report, form)

    def save_older(self) -> None:
        """A version that was issued, as it was."""
        names = {
            said.version_name(each.version, date.fromisoformat(each.on), each.number): one.id
            for one, each in ((one, one.issued) for one in self._model.versions)
        }
        chosen = self._around.asker.choose_one(said.OLDER, said.CHOOSE_VERSION, tuple(names)) if names else None
        if chosen:
            self._write_out(names[chosen], "pdf")

    def print_leader(self) -> None:
        """The month before on one sheet; once it is printed or kept no card asks for it."""
        seat = self._around.desk.seat
        month = sheet_month(seat.today()).name

        def drawn(pdf: bytes) -> None:
            print_here(self._around, Paper(pdf, leader.NAME, leader.FILE.format(month=month)), self._printery, done)

        def done() -> None:
            sheet_done(seat)
            self._around.changed()

        self._around.jobs.start(lambda step: leader_sheet(seat), drawn, self._failed, "")

    def _write_out(self, report: int | ModelReport, form: str) -> None:
        period = self._model.chosen.replace("@", "_").replace("..", "_")
        path = self._around.asker.save_file(said.SAVE_TITLE, Path(f"BC_{period}.{form}"), said.KINDS[form])
        if path is None:
            return
        yearly = self._around.desk.yearly

        def work(step: Step) -> None:
            write_file(path, yearly.written(report, form))

        self._around.jobs.start(
            work, lambda nothing: self._around.say(said.saved(path.name)), self._failed, said.SAVE_TITLE
        )

    def _failed(self, error: Exception) -> None:
        self.troubled.emit(sentence_of(error))
