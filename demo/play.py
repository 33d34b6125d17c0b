"""The whole play: two desks beside one another, the families' telephones, the level above."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from demo import days, told
from demo.above import Above
from demo.communes import COMMUNES
from demo.desk import DemoDesk, Sheet
from demo.folders import Folders
from demo.phone import Family, serving, tap
from demo.plan import Plan
from demo.program import Program, write_json
from demo.summary import added, agree

MONTHS = ("2024-03", "2024-04", "2024-05")
PERIOD = f"{days.FIRST.isoformat()}..{days.LAST.isoformat()}"
# Every second family that has had its letter for some days answers, a third of all. Most are very content, every
# seventh a little less, every ninth not yet and says why; every fifth types the code instead of scanning it.
ANSWERING = 2
LESS = 7
UNHAPPY = 9
TYPING = 5
TYPED = "?c=1"
WHY = "Chờ hơi lâu, chưa biết hỏi ai"
SLIP_MONTH = "2024-04"


class Differs(Exception):
    """The desks and the district do not count the same."""


@dataclass(frozen=True, slots=True)
class Played:
    """What came of it: the district's report, how many answers still wait there, how many sheets were handed over, one
    link for the pictures."""

    report: Any
    waiting: int
    sheets: int
    link: str


def cast(folders: Folders) -> tuple[Above, tuple[DemoDesk, ...]]:
    """The district and the desks, each with its folder."""
    above = Above(Program("district.cli", folders["district"], "officer"), folders)
    desks = (
        DemoDesk(commune, Program("desk_app.cli", folders[f"desk-{commune.desk}"], "clerk"), folders)
        for commune in COMMUNES
    )
    return above, tuple(desks)


def play(plan: Plan, folders: Folders, months: int = len(MONTHS)) -> Played:
    """Play the plan into fresh folders and recount it on both sides. Raises Differs."""
    folders.fresh()
    above, desks = cast(folders)
    with ThreadPoolExecutor(len(desks)) as side_by_side:
        stage = Stage(above, desks, side_by_side)
        stage.set_up()
        sheets = [sheet for month in MONTHS[:months] for sheet in stage.month(month, plan)]
        reports = dict(zip((str(desk.commune.desk) for desk in desks), stage.each("report", PERIOD), strict=True))
        issued = side_by_side.submit(desks[0].issue, PERIOD)
        district = above.report(PERIOD)
        issued.result()
    together = added(reports.values())
    write_json(folders.out / "summary.json", {"desks": reports, "all": together, "district": district})
    folders.tidy()
    if not agree(together, district):
        raise Differs(told.differs(together, district))
    return Played(district, above.waiting(), len(sheets), next((sheet.link for sheet in sheets if sheet.link), ""))


@dataclass(frozen=True, slots=True)
class Stage:
    """Everybody who takes part; the desks work beside one another."""

    above: Above
    desks: Sequence[DemoDesk]
    side_by_side: ThreadPoolExecutor

    def each(self, act: str, *words: Any) -> list[Any]:
        """Let every desk do the same."""
        return list(self.side_by_side.map(lambda desk: getattr(desk, act)(*words), self.desks))

    def set_up(self) -> None:
        """Registers, keys, the handshake between them."""
        district = self.side_by_side.submit(self.above.set_up)
        cards = self.each("set_up")
        district.result()
        planned = self.side_by_side.submit(self.above.plan)
        for desk, card in zip(self.desks, cards, strict=True):
            desk.enrol(self.above.enrol(desk.commune, card))
        planned.result()
        print(told.ready(), flush=True)

    def month(self, month: str, plan: Plan) -> list[Sheet]:
        """One month at both desks, on the families' telephones, at the district, and back."""
        piles = list(self.side_by_side.map(lambda desk: list(desk.month(month, plan[desk.commune.desk])), self.desks))
        sheets = [sheet for pile in piles for sheet in pile]
        closing = max(day for day in days.working_days() if days.month_of(day) == month)
        answers = self._answer([sheet for sheet in sheets if sheet.day < closing])
        if month == SLIP_MONTH:
            self.each("slip", closing)
            self.each("survey", closing)
        bundles: list[Path] = [bundle for written in self.each("export", month) for bundle in written]
        print(told.month_played(month, len(sheets), len(bundles)), flush=True)
        receipts = self.above.take(bundles, closing) if bundles else {}
        waiting = [desk for desk in self.desks if desk.commune.code in receipts]
        list(self.side_by_side.map(lambda desk: desk.receive(receipts[desk.commune.code], closing), waiting))
        print(told.month_answered(month, answers, len(receipts)), flush=True)
        return sheets

    def _answer(self, sheets: Sequence[Sheet]) -> int:
        """The families' taps, on the evening of the last of these sheets."""
        asked = [sheet.link for sheet in sheets if sheet.link][::ANSWERING]
        if not asked:
            return 0
        evening = days.clock(max(sheet.day for sheet in sheets), 19)
        with serving(self.above.program, "public", now=evening) as address:
            for n, link in enumerate(asked, start=1):
                home = f"198.18.{n}.{len(asked)}"
                family = Family(home, "" if n % TYPING else TYPED, "" if n % UNHAPPY else WHY)
                tap(address, link, 2 if not n % UNHAPPY else 0 if n % LESS else 1, family)
        return len(asked)
