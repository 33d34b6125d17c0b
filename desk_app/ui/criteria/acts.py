"""What the page Bộ tiêu chí does: dialogs, the leader's word, papers, sets taken in and edited."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from common.dates import exact_day
from common.words import criteria as told
from common.words import criteria_page as said
from common.words import criteria_sheet as sheet_words
from desk_app.domain.problems import Problem
from desk_app.services.criteria_sheet import Row
from desk_app.services.files import write_file
from desk_app.services.trouble import Trouble
from desk_app.ui.criteria.editor import SetEditor
from desk_app.ui.criteria.model import CriteriaModel
from desk_app.ui.criteria.preview import TakeIn
from desk_app.ui.jobs import Cancelled
from desk_app.ui.page import Around
from desk_app.ui.parts.fields_dialog import FieldOf, FieldsDialog
from desk_app.ui.print_paper import Paper, print_here
from desk_app.ui.printing.printer import Printery
from desk_app.ui.told import sentence_of


class CriteriaActs(QObject):
    """`done(text)` after anything that changed, with what is said of it; `troubled(text)` when it could not be done."""

    done = Signal(str)
    troubled = Signal(str)

    def __init__(self, around: Around, model: CriteriaModel, page: QWidget, printery: Printery | None) -> None:
        super().__init__(page)
        self._around, self._model, self._page, self._printery = around, model, page, printery

    # ---- points

    def score(self, row: Row | None, first: str = "points") -> None:
        """Points and reason of a criterion."""
        if row is None:
            return
        most = told.points(row.criterion.most)
        hints = {**said.SCORE_HINTS}
        if row.proposed is not None:
            hints["points"] = f"{said.COLUMNS[3]}: {told.points(row.proposed)}; {hints['points']}"
        fields = tuple(
            FieldOf(name, label.format(most=most), hints[name], wide=True) for name, label in said.SCORE_FIELDS.items()
        )
        title = f"{row.criterion.code}. {row.criterion.text}"
        dialog = self._ask((title, fields, self._model.typed(row)), partial(self._model.score, row), "")
        dialog.fields[first].setFocus()

    def province(self, row: Row | None) -> None:
        """The decision of the level above, with the points of the criterion under the bar."""
        code = row.criterion.code if row else ""
        fields = tuple(
            FieldOf(name, label.format(code=code), said.PROVINCE_HINTS[name])
            for name, label in said.PROVINCE_FIELDS.items()
            if row is not None or name != "points"
        )
        about = (said.PROVINCE_TITLE, fields, self._model.decision(row))
        self._ask(about, partial(self._model.decide, row), "")

    def add_file(self, row: Row | None) -> None:
        """A file that proves the criterion."""
        path = self._around.asker.choose_file(said.FILE_TITLE, None, said.FILE_KINDS) if row else None
        if row is None or path is None:
            return
        today = f"{self._around.desk.seat.today():%d/%m/%Y}"
        fields = tuple(FieldOf(name, label, wide=True) for name, label in said.FILE_FIELDS.items())
        link = ("criterion", self._model.ref(row))

        def keep(values: Mapping[str, object]) -> Sequence[Problem]:
            on = exact_day(str(values["on"]))
            if on is None:
                return (Problem("on", "criteria-file-day", "error"),)
            self._around.desk.evidence.add(path, str(values["title"]), on, (link,))
            return ()

        values = {"title": row.criterion.evidence, "on": today}
        self._ask((said.FILE_TITLE, fields, values), keep, said.file_kept(row.criterion.code))

    # ---- the year

    def confirm(self) -> None:
        """After a question."""
        sheet = self._model.shown
        got = told.total(sheet.points, sheet.criteria.most)
        text = said.confirm_text(sheet.year, got, told.level(sheet.level))
        missing = any(row.lacks for row in sheet.rows)
        ways = (said.CONFIRM_YES, said.CONFIRM_NO)
        if missing or self._around.asker.ask(said.CONFIRM_TITLE, text, ways) == 0:
            self._write(self._model.confirm)

    def reopen(self) -> None:
        """With a reason."""
        reason = self._around.asker.ask_text(said.REOPEN_TITLE, said.REOPEN_WHY)
        if reason is not None:
            self._write(lambda: self._model.reopen(reason))

    def other_year(self) -> None:
        """One of those on offer."""
        chosen = self._around.asker.choose_one(
            said.YEAR_TITLE, said.YEAR_LABEL, self._model.years(), str(self._model.year)
        )
        if chosen:
            self._model.year = int(chosen)
            self.done.emit("")

    # ---- papers

    def print_sheet(self) -> None:
        """Draw the sheet aside, then ask for a printer or a file."""
        seat, sheet = self._around.desk.seat, self._model.shown

        def drawn(pdf: bytes) -> None:
            print_here(self._around, Paper(pdf, sheet_words.PRINT, sheet_words.FILE_PDF), self._printery)

        def work(step: object) -> bytes:
            # Drawing loads the PDF library, which the page itself does not need.
            from desk_app.services.criteria_papers import criteria_paper

            return criteria_paper(seat, sheet.year, sheet.criteria.mark)

        self._around.jobs.start(work, drawn, self._failed, "")

    def save_table(self) -> None:
        """Real numbers, as XLSX."""
        seat, sheet = self._around.desk.seat, self._model.shown
        path = self._around.asker.save_file(said.SAVE_TITLE, Path(sheet_words.FILE_XLSX), said.SAVE_KINDS)
        if path is None:
            return

        def work() -> str:
            from desk_app.services.criteria_papers import criteria_table

            write_file(path, criteria_table(seat, sheet.year, sheet.criteria.mark))
            return said.saved(path.name)

        self._write(work)

    # ---- sets

    def take_in(self) -> None:
        """A spreadsheet is read, looked at, and kept as a draft when agreed to."""
        path = self._around.asker.choose_file(said.TAKE_TITLE, None, said.TAKE_KINDS)
        if path is None:
            return
        editing = self._around.desk.criteria.editing
        try:
            taken = editing.take_in_xlsx(path)
        except Trouble as trouble:
            self.troubled.emit(sentence_of(trouble))
            return
        dialog = TakeIn(taken, lambda: editing.take(taken), self._page)
        dialog.kept.connect(self._edit_draft)
        dialog.open()

    def edit(self) -> None:
        """The draft there is, or a new one out of the set in use."""
        draft = next((one.criteria.mark for one in self._around.desk.criteria.sets() if one.state == "draft"), "")
        if draft:
            self._edit_draft(draft)
            return
        one = self._model.shown.criteria
        ways = (said.BEGIN_YES, said.LEAVE)
        if self._around.asker.ask(said.BEGIN_TITLE, said.begin_text(one.name), ways) != 0:
            return
        try:
            begun = self._around.desk.criteria.editing.begin(one.id)
        except Trouble as trouble:
            self.troubled.emit(sentence_of(trouble))
            return
        self._edit_draft(begun.mark)

    def _edit_draft(self, mark: str) -> None:
        dialog = SetEditor(self._around, mark, self._page)
        dialog.finished.connect(lambda _: self.done.emit(dialog.said))
        dialog.open()

    # ---- how

    def _ask(
        self,
        about: tuple[str, Sequence[FieldOf], Mapping[str, str]],
        keep: Callable[[Mapping[str, object]], Sequence[Problem]],
        text: str,
    ) -> FieldsDialog:
        dialog = FieldsDialog(*about, keep, self._page)
        dialog.kept.connect(lambda: self.done.emit(text))
        dialog.open()
        return dialog

    def _write(self, act: Callable[[], str]) -> None:
        try:
            text = act()
        except Exception as error:
            self._failed(error)
            return
        self.done.emit(text)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self.troubled.emit(sentence_of(error))
