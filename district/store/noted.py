"""What was noted about the answers of each batch, for this office alone, and the figures told with and without them."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from sqlalchemy import Connection, RowMapping, insert, select, update

from district.store.office_tables import noted, splits

NEVER_TOLD = "never"
"""Instead of a split: the flagged ones of this batch are told apart in none."""


@dataclass(frozen=True, slots=True)
class Noted:
    """Of one batch: how many answers bear each flag, how many bear any, and how those divide; `told_in` is the split
    in which they are told apart, empty while one side is too small. `reasons` wait for more answers of their side."""

    batch: str
    unit: str
    flags: Mapping[str, int]
    n: int
    by_score: Mapping[str, int]
    told_in: str = ""
    reasons: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Split:
    """Figures of some batches with and without the answers that bear a flag; both sides are large enough."""

    id: str
    unit: str
    formed_on: str
    scale: int
    flags: Mapping[str, int]
    noted_by_score: Mapping[str, int]
    rest_by_score: Mapping[str, int]


class NotedRows:
    """The rows of what was noted, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, one: Noted) -> None:
        """Keep what was noted about a batch."""
        self._connection.execute(insert(noted).values(_row(asdict(one))))

    def of_unit(self, unit: str) -> Mapping[str, Noted]:
        """What was noted about the office's batches, by batch."""
        found = self._connection.execute(select(noted).where(noted.c.unit == unit)).mappings()
        return {row["batch"]: Noted(**_read(row)) for row in found}

    def tell(self, batches: Iterable[str], split: str) -> None:
        """These batches are told in that split from now on."""
        mine = noted.c.batch.in_(sorted(batches))
        self._connection.execute(update(noted).where(mine).values(told_in=split))

    def let_reasons_go(self, unit: str) -> None:
        """The reasons that waited at this office's batches have been told."""
        mine = (noted.c.unit == unit) & (noted.c.reasons != "{}")
        self._connection.execute(update(noted).where(mine).values(reasons="{}"))


class SplitRows:
    """The rows of splits within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, split: Split) -> None:
        """Keep a new split; its id must be new."""
        self._connection.execute(insert(splits).values(_row(asdict(split))))

    def of_unit(self, unit: str) -> tuple[Split, ...]:
        """The office's splits, by day of forming and id."""
        asked = select(splits).where(splits.c.unit == unit).order_by(splits.c.formed_on, splits.c.id)
        return tuple(Split(**_read(row)) for row in self._connection.execute(asked).mappings())


def _row(told: Mapping[str, object]) -> dict[str, object]:
    return {
        name: json.dumps(value, sort_keys=True) if isinstance(value, dict) else value for name, value in told.items()
    }


def _read(row: RowMapping) -> dict[str, Any]:
    return {name: json.loads(value) if name in _JSON else value for name, value in row.items()}


_JSON = ("flags", "by_score", "noted_by_score", "rest_by_score", "reasons")
