"""Receipts that came back from the district, each kept as its manifest's bytes."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, func, insert, select

from desk_app.db import rows
from desk_app.db.trouble import RegisterTrouble


@dataclass(frozen=True, slots=True)
class KeptReceipt:
    """A receipt: its `number` at this desk, what it said of which bundle (64 hex), and how far it acknowledged."""

    number: int
    manifest: bytes
    bundle: str
    verdict: str
    upto: int
    taken_on: date


class Receipts:
    """The receipts of one register, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def take(self, receipt: KeptReceipt) -> bool:
        """Keep a receipt; False when the same one is here already.

        Raises RegisterTrouble("receipt-number-twice") when another receipt came under this number.
        """
        here = self.get(receipt.number)
        if here is not None:
            if here.manifest != receipt.manifest:
                raise RegisterTrouble("receipt-number-twice", {"number": str(receipt.number)})
            return False
        values = {
            "number": receipt.number,
            "manifest": receipt.manifest,
            "bundle": receipt.bundle,
            "verdict": receipt.verdict,
            "upto": receipt.upto,
            "taken_on": receipt.taken_on.isoformat(),
        }
        self._connection.execute(insert(rows.receipts), values)
        return True

    def get(self, number: int) -> KeptReceipt | None:
        """The receipt of this number."""
        found = self._connection.execute(select(rows.receipts).where(rows.receipts.c.number == number)).first()
        return _kept(found) if found else None

    def latest_number(self) -> int:
        """The highest number taken; 0 before the first."""
        return int(self._connection.execute(select(func.max(rows.receipts.c.number))).scalar() or 0)

    def all(self) -> tuple[KeptReceipt, ...]:
        """Every receipt by number."""
        return tuple(map(_kept, self._connection.execute(select(rows.receipts).order_by(rows.receipts.c.number))))


def _kept(row: Any) -> KeptReceipt:
    return KeptReceipt(row.number, row.manifest, row.bundle, row.verdict, row.upto, date.fromisoformat(row.taken_on))
