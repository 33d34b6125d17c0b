"""Receipts given to desks: numbered without a gap per desk, kept as the bytes that were handed over."""

from dataclasses import dataclass, fields

from sqlalchemy import Connection, func, insert, select

from district.store.tables import receipts


@dataclass(frozen=True, slots=True)
class ReceiptRow:
    """One receipt: what it says (manifest bytes) and the sealed file that says it."""

    desk: int
    number: int
    document: str
    verdict: str
    upto: int
    said: bytes
    sealed: bytes
    made_at: str


class ReceiptRows:
    """The rows of receipts within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def next_number(self, desk: int) -> int:
        """One more than the desk's newest receipt."""
        asked = select(func.max(receipts.c.number)).where(receipts.c.desk == desk)
        return (self._connection.execute(asked).scalar() or 0) + 1

    def get(self, desk: int, number: int) -> ReceiptRow | None:
        """The desk's receipt of that number."""
        asked = select(receipts).where(receipts.c.desk == desk, receipts.c.number == number)
        row = self._connection.execute(asked).first()
        return ReceiptRow(*row) if row else None

    def newest(self, desk: int) -> ReceiptRow | None:
        """The desk's newest receipt."""
        asked = select(receipts).where(receipts.c.desk == desk).order_by(receipts.c.number.desc()).limit(1)
        row = self._connection.execute(asked).first()
        return ReceiptRow(*row) if row else None

    def newest_for(self, desk: int, document: str) -> ReceiptRow | None:
        """The newest receipt that the desk was given for that bundle."""
        asked = (
            select(receipts)
            .where(receipts.c.desk == desk, receipts.c.document == document)
            .order_by(receipts.c.number.desc())
            .limit(1)
        )
        row = self._connection.execute(asked).first()
        return ReceiptRow(*row) if row else None

    def after(self, desk: int, number: int) -> tuple[ReceiptRow, ...]:
        """The desk's receipts with a higher number, by number."""
        asked = select(receipts).where(receipts.c.desk == desk, receipts.c.number > number).order_by(receipts.c.number)
        return tuple(ReceiptRow(*row) for row in self._connection.execute(asked))

    def add(self, receipt: ReceiptRow) -> None:
        """Keep a receipt that is about to be handed over."""
        self._connection.execute(
            insert(receipts).values({field.name: getattr(receipt, field.name) for field in fields(receipt)})
        )
