"""The mail of all desks at once, for the pages: what came when, and what was given back."""

from dataclasses import dataclass

from sqlalchemy import Connection, Select, func, select

from district.store.tables import bundles, positions, receipts

TAKEN = ("accepted", "already-accepted")
LONGEST_LIST = 50


@dataclass(frozen=True, slots=True)
class Arrival:
    """One bundle as the pages need it: which desk, number, month ("2026-10"), when it came (UTC), its verdict."""

    desk: int
    seq: int
    period: str
    received_at: str
    verdict: str


@dataclass(frozen=True, slots=True)
class Given:
    """A receipt that was handed over: its number, for which bundle, when (UTC)."""

    number: int
    document: str
    made_at: str


class MailRows:
    """Bundles and receipts as they are looked at, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def since(self, month: str) -> tuple[Arrival, ...]:
        """Bundles of all desks for that month or a later one."""
        columns = (bundles.c.desk, bundles.c.seq, bundles.c.period, bundles.c.received_at, bundles.c.verdict)
        rows = self._connection.execute(select(*columns).where(bundles.c.period >= month))
        return tuple(Arrival(row.desk, row.seq, row.period[:7], row.received_at, row.verdict) for row in rows)

    def ends(self) -> dict[int, tuple[str, str]]:
        """By desk, when the first and the newest bundle came that was taken (UTC)."""
        asked = (
            select(bundles.c.desk, func.min(bundles.c.received_at), func.max(bundles.c.received_at))
            .where(bundles.c.verdict.in_(TAKEN))
            .group_by(bundles.c.desk)
        )
        return {desk: (first, last) for desk, first, last in self._connection.execute(asked)}

    def numbered(self, seq: int) -> tuple[Arrival, ...]:
        """Bundles that bear that number, the newest first, at most fifty."""
        asked = select(bundles).where(bundles.c.seq == seq).order_by(bundles.c.received_at.desc())
        return self._arrivals(asked.limit(LONGEST_LIST))

    def coded(self, start: str) -> tuple[Arrival, ...]:
        """Bundles whose document code begins so (hex), the newest first, at most fifty."""
        asked = select(bundles).where(bundles.c.document.like(f"{start}%")).order_by(bundles.c.received_at.desc())
        return self._arrivals(asked.limit(LONGEST_LIST))

    def given(self, desk: int) -> tuple[Given, ...]:
        """The receipts of a desk by number."""
        columns = (receipts.c.number, receipts.c.document, receipts.c.made_at)
        asked = select(*columns).where(receipts.c.desk == desk).order_by(receipts.c.number)
        return tuple(Given(*row) for row in self._connection.execute(asked))

    def receipt(self, desk: int, number: int) -> bytes | None:
        """The sealed file of that receipt."""
        asked = select(receipts.c.sealed).where(receipts.c.desk == desk, receipts.c.number == number)
        return self._connection.execute(asked).scalar()

    def held(self, desk: int) -> int:
        """How many lines of the desk's history are held: as many as its head says where none is missing."""
        asked = select(func.count()).where(positions.c.desk == desk, positions.c.branch == 0)
        return self._connection.execute(asked).scalar() or 0

    def _arrivals(self, asked: Select[*tuple[object, ...]]) -> tuple[Arrival, ...]:
        rows = self._connection.execute(asked)
        return tuple(Arrival(row.desk, row.seq, row.period[:7], row.received_at, row.verdict) for row in rows)
