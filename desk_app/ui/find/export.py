"""The register in the ministry's columns as a file: which days, what, as which file, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QComboBox, QWidget

from common.words import copy_out as said
from common.words import ministry_desk as told
from common.words import window as window_words
from desk_app.domain.problems import Problem
from desk_app.services.guarded import reach_of
from desk_app.services.ministry import Exported, Wanted, days_between
from desk_app.services.reasons import reason_given
from desk_app.services.report_making import read_period
from desk_app.ui.jobs import Cancelled
from desk_app.ui.page import Around
from desk_app.ui.parts.fields_dialog import FieldOf, FieldsDialog
from desk_app.ui.told import sentence_of

Values = Mapping[str, object]


class ExportDialog(FieldsDialog):
    """The two days are asked for only where no period of the list is meant."""

    def __init__(
        self, fields: Sequence[FieldOf], values: Mapping[str, str], act: MinistryExport, over: QWidget
    ) -> None:
        super().__init__(said.EXPORT_TITLE, fields, values, act.look, over)
        self.yes.set_words(said.EXPORT_YES)
        period = self.fields["period"]
        assert isinstance(period, QComboBox)
        period.currentIndexChanged.connect(lambda _: self._weigh())
        self._weigh()

    def _weigh(self) -> None:
        for name in ("first", "last"):
            self.labelled[name].setEnabled(not self.values()["period"])


class MinistryExport(QObject):
    """Asks, then writes beside the window; what was answered stands there again the next time."""

    def __init__(self, around: Around, over: QWidget) -> None:
        super().__init__(over)
        self._around, self._over = around, over
        self._answered: dict[str, str] = {}
        self._wanted: Wanted | None = None

    def ask(self, event: str = "") -> None:
        """The question, `event` chosen beforehand."""
        seat = self._around.desk.seat
        periods = said.periods(seat.today())
        usual = {"period": periods[1][0], "form": "xlsx", **self._answered, "event": event}
        dialog = ExportDialog(self._fields(periods), usual, self, self._over.window())
        dialog.kept.connect(self._choose)
        dialog.open()

    def look(self, values: Values) -> Sequence[Problem]:
        """What is wanted, read before a file is chosen. Raises Mistake: reason-empty, export-days."""
        named = {name: str(value) for name, value in values.items()}
        days = named["first"], named["last"]
        period = read_period(self._around.desk.seat, named["period"]) if named["period"] else days_between(*days)
        reason = reason_given(named["reason"])
        self._wanted = Wanted(reason, period, whole=named.get("whole") == "whole", event=named["event"])
        self._answered = named
        return ()

    def _fields(self, periods: tuple[tuple[str, str], ...]) -> tuple[FieldOf, ...]:
        fields = [
            FieldOf("period", said.PERIOD, choices=periods),
            FieldOf("event", said.EVENT, choices=tuple(said.EVENTS.items())),
            FieldOf("first", said.FIRST_DAY, said.DAYS_HINT),
            FieldOf("last", said.LAST_DAY, said.DAYS_HINT),
            FieldOf("form", said.FORM, choices=tuple(said.FORMS.items()), wide=True),
        ]
        if reach_of(self._around.desk.seat.role).sensitive:
            fields.append(FieldOf("whole", said.WHOLE, choices=(("", said.LESS), ("whole", said.MORE)), wide=True))
        return (*fields, FieldOf("reason", said.REASON, said.REASON_HINT, wide=True))

    def _choose(self) -> None:
        wanted, form = self._wanted, self._answered["form"]
        if wanted is None or wanted.period is None:
            return
        name = said.file_name(wanted.period.name, wanted.event, form)
        path = self._around.asker.save_file(said.EXPORT_TITLE, Path(name), said.KINDS[form])
        if path is not None and self._may_replace(path, wanted):
            work = partial(self._around.desk.ministry.export, wanted, path)
            self._around.jobs.start(work, self._done, self._failed, said.EXPORT_RUNS)

    def _may_replace(self, path: Path, wanted: Wanted) -> bool:
        """The file that was chosen has been asked about; a CSV for each event stands beside it under further names."""
        several = path.suffix == ".csv" and not wanted.event
        beside = (path.with_stem(f"{path.stem}-{name}") for name in told.FILE_NAMES.values() if several)
        there = [each.name for each in beside if each.exists()]
        ways = (said.REPLACE, said.NOT_NOW)
        return not there or self._around.asker.ask(said.EXPORT_TITLE, said.already(there), ways) == 0

    def _done(self, done: Exported) -> None:
        # What for, and whether with numbers and causes, is a question of each time.
        self._answered = {name: text for name, text in self._answered.items() if name not in ("reason", "whole")}
        lines = (told.exported(done.counts, len(done.files)), *(file.name for file in done.files))
        self._around.asker.tell(said.EXPORT_DONE, "\n".join(lines))

    def _failed(self, error: Exception) -> None:
        title = said.EXPORT_TITLE if isinstance(error, Cancelled) else window_words.TROUBLE
        self._around.asker.tell(title, sentence_of(error))
