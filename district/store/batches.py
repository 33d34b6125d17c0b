"""Rating batches: answers of one office put together so that none can be told apart, and which desk was sent which."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, RowMapping, bindparam, insert, select, update

from district.store.office_tables import noted, splits
from district.store.tables import batches, counted_answers, sent


@dataclass(frozen=True, slots=True)
class Batch:
    """At least the smallest group of one office's answers, of one letter kind or pooled; comments lie apart. `scale` is
    how many levels the scores have."""

    id: str
    unit: str
    formed_on: str
    kinds: tuple[str, ...]
    n: int
    by_score: Mapping[str, int]
    by_channel: Mapping[str, int]
    reasons: Mapping[str, int]
    comments: tuple[str, ...]
    contradicted: int
    scale: int = 3


class BatchRows:
    """The rows of batches within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._sent: dict[int, Mapping[str, int]] = {}  # asked four times for every file, and changed here only

    def add(self, batch: Batch) -> None:
        """Keep a new batch; its id must be new."""
        self._connection.execute(
            insert(batches).values(
                id=batch.id,
                unit=batch.unit,
                formed_on=batch.formed_on,
                kinds=_json(list(batch.kinds)),
                n=batch.n,
                by_score=_json(batch.by_score),
                by_channel=_json(batch.by_channel),
                reasons=_json(batch.reasons),
                comments=_json(list(batch.comments)),
                contradicted=batch.contradicted,
                scale=batch.scale,
            )
        )

    def of_unit(self, unit: str) -> tuple[Batch, ...]:
        """Every batch of the office, by day of forming and id."""
        return tuple(_batch(row) for row in self._connection.execute(_OF_UNIT, {"unit": unit}).mappings())

    def all(self) -> tuple[Batch, ...]:
        """Every batch, by day of forming and id."""
        asked = select(batches).order_by(batches.c.formed_on, batches.c.id)
        return tuple(_batch(row) for row in self._connection.execute(asked).mappings())

    def first_sent(self, desk: int) -> Mapping[str, int]:
        """The receipt number with which each batch or message first went to the desk, by its id."""
        if desk not in self._sent:
            self._sent[desk] = {row.item: row.receipt for row in self._connection.execute(_SENT, {"desk": desk})}
        return self._sent[desk]

    def mark_sent(self, desk: int, receipt: int, items: Iterable[str]) -> None:
        """Record that these batches and messages went to the desk for the first time with that receipt."""
        rows = [{"desk": desk, "item": item, "receipt": receipt} for item in items]
        if rows:
            self._sent.pop(desk, None)
            self._connection.execute(insert(sent), rows)

    def follow(self, unit: str, new: str) -> None:
        """The office of this unit became another: its batches are that one's from now on."""
        for table in (batches, noted, splits):
            self._connection.execute(update(table).where(table.c.unit == unit).values(unit=new))

    def pass_over(self, desk: int, items: Iterable[str]) -> None:
        """Never send these batches to this desk: another desk's office had them before the two became one."""
        self.mark_sent(desk, 0, sorted(set(items) - set(self.first_sent(desk))))

    def counted(self, desk: int) -> frozenset[int]:
        """Serials of the desk's letters whose answer is in some batch already."""
        asked = select(counted_answers.c.serial).where(counted_answers.c.desk == desk)
        return frozenset(self._connection.execute(asked).scalars())

    def mark_counted(self, answers: Iterable[tuple[int, int]]) -> None:
        """Record that the answers to these letters (desk, serial) are in some batch."""
        rows = [{"desk": desk, "serial": serial} for desk, serial in answers]
        if rows:
            self._connection.execute(insert(counted_answers), rows)


_SENT = select(sent.c.item, sent.c.receipt).where(sent.c.desk == bindparam("desk"))
_OF_UNIT = select(batches).where(batches.c.unit == bindparam("unit")).order_by(batches.c.formed_on, batches.c.id)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _batch(row: RowMapping) -> Batch:
    return Batch(
        id=row["id"],
        unit=row["unit"],
        formed_on=row["formed_on"],
        kinds=tuple(json.loads(row["kinds"])),
        n=row["n"],
        by_score=json.loads(row["by_score"]),
        by_channel=json.loads(row["by_channel"]),
        reasons=json.loads(row["reasons"]),
        comments=tuple(json.loads(row["comments"])),
        contradicted=row["contradicted"],
        scale=row["scale"],
    )
