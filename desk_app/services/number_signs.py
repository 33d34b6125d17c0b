"""Ký hiệu: what stands behind the number of a letter ("TCM-UBND"), for each kind; or no numbers at all."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass, field, replace

from common.names import tidy
from desk_app.letters.order import Numbering
from desk_app.services.lines import local_entry
from desk_app.services.office import OfficeStore
from desk_app.services.seat import Seat
from desk_app.services.trouble import Mistake

NAME = "numbering"
USUAL = {"birth": "TCM-UBND", "marriage": "TCM-UBND", "death": "TCB-UBND", "thanks": "TCƠ-UBND", "apology": "TXL-UBND"}
"""What kinds of letter bear where the office says nothing else."""
_SIGN = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_LONGEST = 24


@dataclass(frozen=True, slots=True)
class Numbers:
    """How this office numbers its letters: `used` or not at all, the signs that differ from USUAL, and whether cards,
    which have no line for a number, get one in the book too."""

    used: bool = True
    signs: dict[str, str] = field(default_factory=dict)
    cards: bool = False

    def sign(self, kind: str) -> str:
        """Behind the number of letters of this kind."""
        return self.signs.get(kind) or USUAL[kind]


def read_numbers(store: OfficeStore) -> Numbers:
    """As the office said, else as usual."""
    return Numbers(**json.loads(store.get(NAME) or "{}"))


def numbering_of(store: OfficeStore, kind: str, number: int | None = None) -> Numbering:
    """What an order for a letter of this kind says of its number."""
    numbers = read_numbers(store)
    return Numbering(numbers.signs.get(kind, ""), number, numbers.used)


def read_sign(typed: str) -> str:
    """A typed sign in capitals, its groups joined by hyphens (NĐ 30/2020). Raises Mistake("number-sign")."""
    sign = re.sub(r"\s*[-–]\s*", "-", tidy(typed)).upper().removeprefix("/")
    if not _SIGN.fullmatch(sign) or len(sign) > _LONGEST:
        raise Mistake("number-sign", {"sign": tidy(typed) or "–"})
    return sign


@dataclass(frozen=True, slots=True)
class NumberSigns:
    """The settings of numbers, for whoever may change settings."""

    seat: Seat

    def all(self) -> Numbers:
        """As they stand."""
        with self.seat.reading() as reading:
            return read_numbers(reading.office)

    def put_sign(self, kind: str, typed: str) -> None:
        """Another sign for letters of this kind from now on, "" the usual one; what was numbered keeps its own. Raises
        Mistake("number-sign")."""
        sign = read_sign(typed) if tidy(typed) else ""
        signs = {one: kept for one, kept in self.all().signs.items() if one != kind}
        self._keep(replace(self.all(), signs=signs | ({kind: sign} if sign not in ("", USUAL[kind]) else {})))

    def use(self, used: bool) -> None:
        """Whether letters have numbers at all."""
        self._keep(replace(self.all(), used=used))

    def use_on_cards(self, cards: bool) -> None:
        """Whether cards get a number in the book too."""
        self._keep(replace(self.all(), cards=cards))

    def _keep(self, numbers: Numbers) -> None:
        self.seat.may("settings")
        with self.seat.work() as work:
            work.office.put(NAME, json.dumps(asdict(numbers), ensure_ascii=False, sort_keys=True))
            work.journal.append(local_entry(self.seat, "setting", NAME))
            work.commit()
