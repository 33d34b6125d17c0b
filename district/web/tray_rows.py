"""How a table of files reads: the commune, which bundle, one sentence, the pile, and what a person does next."""

from collections.abc import Callable
from dataclasses import astuple, dataclass
from datetime import date

from common.words import taking_in as words
from district.decisions import HELD, NEW_CARD, Decision, sentence
from district.tabletop import Row, Table
from district.web.door import Office

SHOWN_AT_ONCE = 12
"""More files than these are shown shortened: all that needs a look, and a few of each other pile."""
OF_EACH = 2
KEYS, DESK_KEYS, COMMUNE = "/khoa", "/khoa/quay/{desk}", "/xa"
_LEADS: dict[str, tuple[str, str]] = {
    "forked": ("fork", DESK_KEYS),
    HELD: ("words", DESK_KEYS),
    NEW_CARD: ("card", KEYS),
    "bad-signature": ("key", KEYS),
    "unknown-sender": ("key", KEYS),
    "revoked": ("key", KEYS),
}


@dataclass(frozen=True, slots=True)
class Lead:
    """Where a person goes on: a path of the office's pages and what the link says."""

    path: str
    words: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One line of the table. `sign` names the drawing before it, `before` is what the preview said otherwise, `receipt`
    is the name of the file to hand over, `unit_path` leads to the commune's page."""

    unit: str
    unit_path: str
    bundle: str
    sentence: str
    pile: str
    tag: str
    sign: str
    before: str
    receipt: str
    lead: Lead | None


@dataclass(frozen=True, slots=True)
class Reader:
    """Turns rows into lines; `paths` tells whether this office's pages have such a page."""

    office: Office
    today: date
    has_page: Callable[[str], bool]

    def lines(self, table: Table) -> list[Shown]:
        """Every line, in the order in which the files were put there."""
        return [self._line(row) for row in table.rows]

    def _line(self, row: Row) -> Shown:
        decision = row.decision
        told = decision if decision.unit else row.peek
        return Shown(
            unit=self.unit(told.unit) if told else words.NO_UNIT,
            unit_path=f"{COMMUNE}/{decision.unit}" if decision.unit and self.has_page(COMMUNE) else "",
            bundle=words.bundle(told.seq, told.period, self.today) if told else row.file.name,
            sentence=sentence(decision, self.today),
            pile=decision.pile,
            tag=words.TAGS[decision.pile],
            sign=_sign(decision),
            before=words.shown_before(*astuple(row.before)) if row.before else "",
            receipt=decision.receipt.name if decision.receipt else "",
            lead=self._lead(decision),
        )

    def unit(self, code: str) -> str:
        """The name of a unit; of a code that nobody knows, the code."""
        return self.office.unit_on_day(code).full_name if self.office.units.known(code) else f"mã {code}"

    def _lead(self, decision: Decision) -> Lead | None:
        kind, path = _LEADS.get(decision.detail) or _LEADS.get(decision.verdict) or ("", "")
        if not kind or not self.has_page(path):
            return None
        return Lead(path.format(desk=decision.desk), words.next_step(kind, decision.desk))


def shortened(lines: list[Shown]) -> list[Shown]:
    """What is shown at first of a long table: everything but the many that were simply received or are no bundles."""
    if len(lines) <= SHOWN_AT_ONCE:
        return lines
    left = dict.fromkeys(("received", "known", "none"), OF_EACH)
    short = []
    for line in lines:
        if left.get(line.pile, 1) > 0:
            short.append(line)
        if line.pile in left:
            left[line.pile] -= 1
    return short


def _sign(decision: Decision) -> str:
    if decision.verdict in ("bad-signature", "unknown-sender", "revoked") or decision.detail == HELD:
        return "key"
    if decision.verdict == "too-new":
        return "newer"
    return decision.pile
