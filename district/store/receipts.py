"""Receipts given to desks: numbered without a gap per desk, kept as the bytes that were handed over."""

from dataclasses import dataclass, fields

from sqlalchemy import Connection, Integer, Text, bindparam, func, insert, select

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
        return (self._connection.execute(_HIGHEST, {"desk": desk}).scalar() or 0) + 1

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
        row = self._connection.execute(_NEWEST_FOR, {"desk": desk, "document": document}).first()
        return ReceiptRow(*row) if row else None

    def said_after(self, desk: int, number: int) -> tuple[bytes, ...]:
        """What the desk's receipts with a higher number say, by number."""
        return tuple(self._connection.execute(_SAID_AFTER, {"desk": desk, "number": number}).scalars())

    def add(self, receipt: ReceiptRow) -> None:
        """Keep a receipt that is about to be handed over."""
        self._connection.execute(_ADD, {field.name: getattr(receipt, field.name) for field in fields(receipt)})


_DESK = bindparam("desk", type_=Integer)
_ADD, _HIGHEST = insert(receipts), select(func.max(receipts.c.number)).where(receipts.c.desk == _DESK)
_NEWEST_FOR = (
    select(receipts)
    .where(receipts.c.desk == _DESK, receipts.c.document == bindparam("document", type_=Text))
    .order_by(receipts.c.number.desc())
    .limit(1)
)
_SAID_AFTER = (
    select(receipts.c.said)
    .where(receipts.c.desk == _DESK, receipts.c.number > bindparam("number", type_=Integer))
    .order_by(receipts.c.number)
)
