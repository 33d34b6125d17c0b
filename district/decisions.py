"""What was decided about a file that came in: its pile on the table, its sentence, and how it is written down."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any, Literal, get_args

from common.words import desk_keys, district, taking_in, verdicts
from district.moments import day_of
from district.receipts import Handed
from exchange.verdicts import Verdict

Pile = Literal["received", "known", "waiting", "person", "none"]
PILES: tuple[Pile, ...] = get_args(Pile)
"""Received, known already, waits for an earlier bundle or a newer program, needs a person, no bundle."""
HELD, TWICE, OWN_RECEIPT = "words-not-compared", "twice-on-table", "own-receipt"
NEW_CARD, KNOWN_CARD = "new-card", "known-card"
"""Details of a decision: the desk's six words are not compared yet; the very file lies on the table already; it is a
receipt that this office wrote; the card of a desk that nobody took in yet, or of one that is known."""
_NO_BUNDLE = (("too-large", "file-size"), ("not-for-us", OWN_RECEIPT))
_PILE_OF: Mapping[str, Pile] = {
    "accepted": "received",
    "already-accepted": "known",
    "waiting": "waiting",
    "too-new": "waiting",
    "not-a-bundle": "none",
}


@dataclass(frozen=True, slots=True)
class Woken:
    """A bundle that waited since an earlier day and came in with this one."""

    document: str
    seq: int
    applied: int
    set_aside: int
    corrected: int = 0


@dataclass(frozen=True, slots=True)
class Decision:
    """What became of one file. `detail` names the failed check for support, `known_on` is the ISO moment at which the
    same bundle, or the one it contradicts, came first; a receipt exists for desks whose words were compared.
    `corrected`, `months`, `made_up` and `copy_of` are what district.brought tells."""

    verdict: Verdict
    applied: int = 0
    set_aside: int = 0
    detail: str = ""
    document: str = ""
    desk: int = 0
    seq: int = 0
    known_on: str = ""
    receipt: Handed | None = None
    unit: str = ""
    period: str = ""
    corrected: int = 0
    months: tuple[str, ...] = ()
    made_up: tuple[str, ...] = ()
    copy_of: str = ""
    woken: tuple[Woken, ...] = ()
    rivals: tuple[int, ...] = ()
    """Other desks that wrote in a book in which this desk writes: their numbers may clash."""

    @property
    def pile(self) -> Pile:
        """Where the file lies: each file in exactly one pile, so that the piles add up to the files."""
        if self.detail in (HELD, NEW_CARD):
            return "person"
        if (self.verdict, self.detail) in _NO_BUNDLE:
            return "none"
        return _PILE_OF.get(self.verdict, "person")

    def to_json(self) -> str:
        """As it is written beside the file; of the receipt only its name and number."""
        told = {name: value for name, value in asdict(self).items() if name != "receipt"}
        if self.receipt:
            told["receipt"] = [self.receipt.name, self.receipt.number]
        return json.dumps(told, ensure_ascii=False, sort_keys=True)


TWIN = Decision("already-accepted", detail=TWICE)


def from_json(text: str) -> Decision:
    """The decision that was written down; its receipt has no bytes here. Fields of another version are left out."""
    told: dict[str, Any] = json.loads(text)
    known = {field.name for field in fields(Decision)}
    value: dict[str, Any] = {
        name: tuple(one) if isinstance(one, list) else one for name, one in told.items() if name in known
    }
    value["woken"] = tuple(Woken(**one) for one in told.get("woken", ()))
    name, number = told.get("receipt") or ("", 0)
    value["receipt"] = Handed(name, b"", False, number) if name else None
    return Decision(**value)


@dataclass(frozen=True, slots=True)
class Counted:
    """The piles of a table with the number of files in each, and the records: come in, corrected among them, kept back;
    `receipts` how many receipt files there are."""

    piles: Mapping[Pile, int]
    records: int
    corrected: int
    kept_back: int
    receipts: int

    @property
    def files(self) -> int:
        """All files."""
        return sum(self.piles.values())


def counted(decisions: Iterable[Decision]) -> Counted:
    """The piles of these decisions. A bundle that was woken counts once, also when its file lies here too."""
    held = list(decisions)
    here = {one.document for one in held if one.verdict == "accepted"}
    every = {bundle.document: bundle for one in held for bundle in one.woken}
    woken = {document: bundle for document, bundle in every.items() if document not in here}
    return Counted(
        piles={pile: sum(one.pile == pile for one in held) for pile in PILES},
        records=sum(one.applied for one in held) + sum(bundle.applied for bundle in woken.values()),
        corrected=sum(one.corrected for one in held) + sum(bundle.corrected for bundle in every.values()),
        kept_back=sum(one.set_aside for one in held) + sum(bundle.set_aside for bundle in woken.values()),
        receipts=len({one.receipt.name for one in held if one.receipt}),
    )


def sentence(decision: Decision, today: date) -> str:
    """What the officer is told about one file; days of this year without the year."""
    if decision.detail == HELD:
        return district.trouble(HELD)
    told = {"detail": decision.detail, "taken": str(decision.applied), "set_aside": str(decision.set_aside)}
    told |= {"corrected": str(decision.corrected), "months": taking_in.months(decision.months, today)}
    told |= {"made_up": taking_in.months(decision.made_up, today)}
    told |= {"copy_of": taking_in.short_day(date.fromisoformat(decision.copy_of), today)} if decision.copy_of else {}
    if decision.known_on:
        told |= {"on": taking_in.short_day(day_of(decision.known_on), today), "seq": str(decision.seq)}
    also = (verdicts.woken(one.seq, one.applied, one.set_aside) for one in decision.woken)
    clash = (desk_keys.rivals(decision.rivals),) if decision.rivals else ()
    return " ".join((verdicts.sentence(decision.verdict, told), *also, *clash))
