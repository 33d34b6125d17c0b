"""Law as dated rows: which limit held on which day, and where it is written."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from common.names import fold

RuleName = Literal[
    "birth-limit-days",
    "death-limit-days",
    "husband-age",
    "wife-age",
    "residence-of-one-spouse",
    "mourning-days",
]

_KINDS_OF_UNIT = ("xa", "phuong", "thi tran", "dac khu")


@dataclass(frozen=True, slots=True)
class Rule:
    """One row: a value (days, years, or 1 for a rule that holds) between two days inclusive, with its legal source."""

    name: RuleName
    value: int
    valid_from: date
    valid_to: date | None
    source: str

    def __post_init__(self) -> None:
        if self.valid_to is not None and self.valid_to < self.valid_from:
            raise ValueError("a rule ends after it begins")

    def holds(self, on: date) -> bool:
        """Whether this row is law on a day."""
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Rules:
    """The rows an office applies, its own unit code, and the names its area has had (for the residence of spouses)."""

    rows: tuple[Rule, ...]
    unit: str
    commune_names: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for row in self.rows:
            if any(row is not other and row.name == other.name and other.holds(row.valid_from) for other in self.rows):
                raise ValueError(f"two rows for {row.name} hold on {row.valid_from}")

    @classmethod
    def standard(cls, unit: str, commune_names: Sequence[str] = ()) -> "Rules":
        """The law as this version knows it; `commune_names` ("xã An Liên", old names too) may be empty."""
        return _standard(unit, tuple(commune_names))

    def value(self, name: RuleName, on: date) -> int | None:
        """The value that was law on the registration day; None where no row reaches."""
        return next((row.value for row in self.rows if row.name == name and row.holds(on)), None)

    def lives_here(self, residence: str) -> bool:
        """Whether a residence as written names one of the office's communes."""
        place = f" {fold(residence.replace(',', ' '))} "
        return any(f" {_bare_name(name)} " in place for name in self.commune_names)


@lru_cache(maxsize=64)
def _standard(unit: str, commune_names: tuple[str, ...]) -> Rules:
    return Rules(_ROWS, unit, commune_names)


def _bare_name(name: str) -> str:
    folded = fold(name)
    kinds = (f"{kind} " for kind in _KINDS_OF_UNIT)
    bare = next((folded.removeprefix(kind) for kind in kinds if folded.startswith(kind)), folded)
    # "Phường 1" without its kind would be found in every house number.
    return folded if bare.isdigit() else bare


# The new law's own numbers are not published yet: its rows carry on with the limits of the law it replaces.
_ROWS = (
    Rule("birth-limit-days", 60, date(2006, 4, 1), date(2015, 12, 31), "Nghị định 158/2005/NĐ-CP, Điều 14"),
    Rule("birth-limit-days", 60, date(2016, 1, 1), date(2027, 2, 28), "Luật Hộ tịch 60/2014/QH13, Điều 15"),
    Rule("birth-limit-days", 60, date(2027, 3, 1), None, "Luật Hộ tịch 03/2026/QH16"),
    Rule("death-limit-days", 15, date(2006, 4, 1), date(2015, 12, 31), "Nghị định 158/2005/NĐ-CP, Điều 20"),
    Rule("death-limit-days", 15, date(2016, 1, 1), date(2027, 2, 28), "Luật Hộ tịch 60/2014/QH13, Điều 33"),
    Rule("death-limit-days", 15, date(2027, 3, 1), None, "Luật Hộ tịch 03/2026/QH16"),
    Rule("husband-age", 20, date(1960, 1, 15), date(2014, 12, 31), "Luật Hôn nhân và gia đình 1959, 1986, 2000"),
    Rule("husband-age", 20, date(2015, 1, 1), None, "Luật Hôn nhân và gia đình 52/2014/QH13, Điều 8"),
    Rule("wife-age", 18, date(1960, 1, 15), date(2014, 12, 31), "Luật Hôn nhân và gia đình 1959, 1986, 2000"),
    Rule("wife-age", 18, date(2015, 1, 1), None, "Luật Hôn nhân và gia đình 52/2014/QH13, Điều 8"),
    # No law: the desk's own courtesy, on the day that custom ends the first mourning.
    Rule("mourning-days", 49, date(2000, 1, 1), None, "Tục lệ"),
    Rule("residence-of-one-spouse", 1, date(2016, 1, 1), date(2027, 2, 28), "Luật Hộ tịch 60/2014/QH13, Điều 17"),
)
