"""What the page Hoạt động trong năm knows and does; no widget."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from common.words import year_log as words
from common.words import yearlog_page as said
from common.words.ratings_page import period_of
from desk_app.domain.problems import Problem
from desk_app.domain.year_log import GUARDED, to_json, typed
from desk_app.services.desk import Desk
from desk_app.services.files import write_file
from desk_app.services.log_words import erase_entry
from desk_app.services.seat import ACTS_OF
from desk_app.services.year_log import Logged
from desk_app.services.year_log_sheet import log_table


class YearLogModel:
    """The entries of one kind and year as they were last read."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._log = desk, desk.log
        self.kinds = self._log.kinds()
        self.kind, self.year = self.kinds[0], desk.seat.today().year
        self.rows: tuple[Logged, ...] = ()
        self.touched = 0
        self.said = ""

    def read(self) -> None:
        """Read the entries again."""
        self.rows = self._log.listed(self.year, self.kind)

    def show(self, id: int) -> None:
        """The kind and year in which this entry stands. Raises Trouble."""
        one = self._log.one(id)
        self.kind, self.year, self.touched = one.kind, one.entry.on.year, id

    @property
    def guarded(self) -> bool:
        """Whether what is shown is for leaders alone."""
        return self.kind == GUARDED

    @property
    def may_erase(self) -> bool:
        """Whether this person may erase by law."""
        return "erase" in ACTS_OF[self._desk.seat.role]

    def years(self) -> tuple[int, ...]:
        """The years offered."""
        return tuple(sorted({*self._log.years(), self.year}, reverse=True))

    def quarter(self) -> tuple[str, tuple[tuple[str, str], ...]]:
        """The running quarter in words, and its figures."""
        period = self._log.quarter()
        return period_of(period, self._desk.seat.today()), said.figures(self._log.counts(period))

    # ---- acts, each raises Trouble

    def blank(self) -> dict[str, str]:
        """What stands in a new form."""
        return {"on": f"{self._desk.seat.today():%d/%m/%Y}"}

    def facts(self, one: Logged) -> dict[str, str]:
        """An entry as it would be typed."""
        return typed(one.entry)

    def add(self, values: Mapping[str, object]) -> Sequence[Problem]:
        """A new entry of the kind that is shown."""
        kept = self._log.add(self.kind, values)
        if not isinstance(kept, Logged):
            return kept
        self.said, self.touched, self.year = words.added(kept.id, kept.kind), kept.id, kept.entry.on.year
        return ()

    def change(self, one: Logged, values: Mapping[str, object]) -> Sequence[Problem]:
        """Other facts."""
        kept = self._log.change(one.id, values)
        if not isinstance(kept, Logged):
            return kept
        self.said, self.touched, self.year = words.changed(kept.id, kept.version), kept.id, kept.entry.on.year
        return ()

    def take_back(self, one: Logged, values: Mapping[str, object]) -> Sequence[Problem]:
        """It counts nowhere any more."""
        self._log.take_back(one.id, str(values["reason"]))
        self.said = words.taken_back(one.id)
        return ()

    def erase(self, one: Logged, values: Mapping[str, object]) -> Sequence[Problem]:
        """Its words go by law."""
        whole = erase_entry(self._desk.seat, one.id, str(values["reason"]))
        self.said, self.touched = words.ERASED if whole else words.ERASED_NOT_WRITTEN, one.id
        return ()

    def suggested(self) -> Path:
        """The name of the table's file."""
        return Path(words.FILE.format(year=self.year))

    def save(self, path: Path) -> None:
        """Write the year's table."""
        write_file(path, log_table(self._desk.seat, self.year))


# ---- cells


def day(one: Logged) -> str:
    """The day of an entry."""
    return f"{one.entry.on:%d/%m/%Y}"


def head(one: Logged) -> str:
    """What it is."""
    return words.head(one.kind, to_json(one.entry))


def under(one: Logged) -> str:
    """What else is known of it."""
    return words.under(one.kind, to_json(one.entry), tagged=True)


def tag(one: Logged) -> str:
    """Of which sort it is, or what came of it."""
    return words.tag(one.kind, to_json(one.entry))


def tone(one: Logged) -> str:
    """The tone of the tag."""
    chosen = to_json(one.entry).get(words.TAGS.get(one.kind, ""), "")
    return said.TONES.get(str(chosen), "xam") if tag(one) else ""


def whole(one: Logged) -> str:
    """Everything of it, however narrow the columns are."""
    told = to_json(one.entry)
    lines = (words.head(one.kind, told), words.under(one.kind, told))
    return "\n".join(line for line in lines if line)
