"""One desk through three months: typing, scanning, letters, handing over, month end."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

from demo import days
from demo.communes import Commune
from demo.courtesies import MONTH as COURTESY_MONTH
from demo.courtesies import courtesy
from demo.folders import Folders
from demo.program import Program, Refused, write_json
from demo.surveys import DESK, survey
from demo.visits import Visit

READ = ("citizen_id", "name", "born", "residence")
VOID_REASON = "Ghi thử khi tập, không có người đến đăng ký"
BOOK = "01/2024"
TEXTS = {
    "difficulties": "Máy in của bộ phận một cửa đã cũ, in thư khổ A5 còn chậm.",
    "proposals": "Cấp thêm giấy in thư; nhân rộng mô hình ra các xã còn lại.",
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A letter that was printed: its number at the desk, its kind, the registrations it covers, its link, its day."""

    letter: int
    kind: str
    covers: tuple[int, ...]
    link: str
    day: date


@dataclass(frozen=True, slots=True)
class DemoDesk:
    """A commune's desk, played by its command line."""

    commune: Commune
    program: Program
    folders: Folders

    def set_up(self) -> Path:
        """Make the register and write the desk's card; returns the card."""
        commune, now = self.commune, _clock(days.FIRST, 9)
        self.program.ask(
            *("setup", "--unit", commune.code, "--leader", commune.leader, "--title", commune.title),
            *("--phone", commune.phone, "--book", BOOK),
            now=now,
        )
        self.program.ask("set", "officer", commune.officer, now=now)
        card = self.folders["keys"] / f"THE-{commune.code}.mctt"
        self.program.ask("card", "--out", card, now=now)
        return card

    def enrol(self, enrolment: Path) -> None:
        """Take the district's keys."""
        self.program.ask("enrol", enrolment, now=_clock(days.FIRST, 9))

    def month(self, month: str, visits: Sequence[Visit]) -> Iterator[Sheet]:
        """Play every sitting of this month; the sheets that were handed over."""
        sittings = [sitting for sitting in days.sittings(days.working_days()) if days.month_of(sitting[0]) == month]
        for number, sitting in enumerate(sittings):
            present = [visit for visit in visits if visit.on in sitting]
            if number == 0 and month == COURTESY_MONTH:
                self._courtesy(sitting)
            if present:
                yield from self._sit(present, sitting[-1], number)

    def export(self, month: str) -> list[Path]:
        """Close the month and write its bundle; a month in which nothing happened has none."""
        last = max(day for day in days.working_days() if days.month_of(day) == month)
        words = ("export", "--out", self.folders["bundles"], "--period", month)
        try:
            return [Path(self.program.ask(*words, now=_clock(last, 17))["file"])]
        except Refused as refusal:
            if refusal.code != "nothing-to-export":
                raise
            return []

    def slip(self, day: date) -> None:
        """Type the one paper slip that lay in the box this month."""
        answer = {"channel": "slip", "score": "3", "comment": "Cán bộ hướng dẫn dễ hiểu", "on": day.isoformat()}
        path = write_json(self.folders["drafts"] / f"{self.commune.desk}-slip-{day.isoformat()}.json", answer)
        self.program.ask("rate", path, now=_clock(day, 16))

    def survey(self, day: date) -> None:
        """The slips of the one survey, which one desk holds."""
        if str(self.commune.desk) == DESK:
            survey(lambda *words: self.program.ask(*words, now=_clock(day, 16)), self.folders["drafts"], day)

    def receive(self, receipt: Path, day: date) -> None:
        """Take the district's receipt."""
        self.program.ask("receive", receipt, now=_clock(day, 18))

    def report(self, period: str) -> Any:
        """The desk's own count."""
        return self.program.ask("report", period, now=_clock(days.LAST, 18))

    def issue(self, period: str) -> None:
        """The desk's report with what it wrote to it, issued on the last day and left as a PDF."""
        now, written = _clock(days.LAST, 18), self.folders["drafts"] / f"{self.commune.desk}-report.json"
        self.program.ask("reports", "texts", period, write_json(written, TEXTS), now=now)
        out = self.folders.out / f"bao-cao-quay-{self.commune.desk}.pdf"
        self.program.ask("reports", "issue", period, "--number", "07/BC-UBND", "--out", out, now=now)

    def _courtesy(self, sitting: Sequence[date]) -> None:
        """The letter of thanks or apology of this desk; it is printed with the others."""
        kind, typed = courtesy(self.commune.desk, sitting[0])
        draft = write_json(self.folders["drafts"] / f"{self.commune.desk}-{kind}.json", typed)
        self.program.ask("courtesy", kind, draft, now=_clock(sitting[-1], 15))

    def _sit(self, visits: Sequence[Visit], day: date, number: int) -> Iterator[Sheet]:
        now = _clock(day, 16)
        entered: dict[int, Visit] = {}
        for event, together in groupby(sorted(visits, key=lambda v: v.event), key=lambda v: v.event):
            entered |= self._enter(event, list(together), now)
        sheets = self._letters(day, now)
        self._hand_over(sheets, number, now)
        for id, visit in entered.items():
            if visit.void:
                self.program.ask("void", str(id), "--reason", VOID_REASON, now=now)
        void = {id for id, visit in entered.items() if visit.void}
        yield from (sheet for sheet in sheets if not void & set(sheet.covers))

    def _hand_over(self, sheets: Sequence[Sheet], number: int, now: str) -> None:
        def handed(sheet: Sheet) -> tuple[str, str]:
            return handing_over(sheet.kind, number)

        for (way, reaction), pile in groupby(sorted(sheets, key=handed), key=handed):
            letters = [str(sheet.letter) for sheet in pile]
            self.program.ask("delivered", *letters, "--way", way, "--reaction", reaction, now=now)

    def _enter(self, event: str, visits: Sequence[Visit], now: str) -> dict[int, Visit]:
        files = []
        for n, visit in enumerate(visits):
            read = {part: self._scan(card, now) for part, card in visit.cards.items()}
            name = f"{self.commune.desk}-{event}-{visit.on:%m%d}-{n}.json"
            files.append(write_json(self.folders["drafts"] / name, visit.draft(read)))
        answer = self.program.ask("enter", event, *files, now=now)
        rows = [answer] if isinstance(answer, Mapping) else answer
        return {row["id"]: visit for row, visit in zip(rows, visits, strict=True)}

    def _scan(self, card: str, now: str) -> dict[str, str]:
        answer = self.program.ask("scan", typed=card + "\n", now=now)
        return {name: answer[name] for name in READ if answer[name]}

    def _letters(self, day: date, now: str) -> list[Sheet]:
        out = self.folders["letters"] / f"thu-quay-{self.commune.desk}-{day.isoformat()}.pdf"
        rows = self.program.ask("letters", "--pending", "--out", out, now=now)["letters"]
        sheets = [Sheet(row["letter"], row["kind"], tuple(row["covers"]), row["link"], day) for row in rows]
        if sheets:
            self.program.ask("printed", *(str(sheet.letter) for sheet in sheets), now=now)
        return sheets


def handing_over(kind: str, sitting: int) -> tuple[str, str]:
    """How letters of this kind are handed over in this sitting of the month, and how families take them."""
    if kind in ("thanks", "apology"):
        return "home", "good"
    if kind == "death":
        return "home", "none" if sitting == 1 else "good"
    if kind == "marriage" and sitting == 1:
        return "ceremony", "good"
    return ("home", "good") if kind == "birth" and sitting == 2 else ("counter", "good")


def _clock(day: date, hour: int) -> str:
    return days.clock(day, hour, 30)
