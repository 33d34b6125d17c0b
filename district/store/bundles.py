"""Bundles that were received, and the sealed files of those that wait or forked."""

from dataclasses import dataclass, fields

from sqlalchemy import Connection, Integer, Text, bindparam, case, delete, func, insert, select, update

from district.store.tables import bundles, kept_files


@dataclass(frozen=True, slots=True)
class BundleRow:
    """One received bundle by its document identity (64 hex); `verdict` is the latest one given to it."""

    document: str
    desk: int
    epoch: int
    seq: int
    period: str
    basis: int
    head: int
    last_receipt: int
    counts: str
    created_at: str
    received_at: str
    verdict: str
    applied: int
    set_aside: int


@dataclass(frozen=True, slots=True)
class Mail:
    """What came from one desk: the moment of its newest bundle, how many wait and how many tell another history."""

    last: str = ""
    waiting: int = 0
    forked: int = 0


class BundleRows:
    """The rows of bundles within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, document: str) -> BundleRow | None:
        """The bundle of that identity, if it ever came."""
        row = self._connection.execute(_THIS, {"document": document}).first()
        return BundleRow(*row) if row else None

    def add(self, bundle: BundleRow) -> None:
        """Remember a bundle that came for the first time."""
        self._connection.execute(_ADD, {field.name: getattr(bundle, field.name) for field in fields(bundle)})

    def decide(self, document: str, verdict: str, applied: int, set_aside: int) -> None:
        """Give a remembered bundle a newer verdict."""
        self._connection.execute(
            update(bundles)
            .where(bundles.c.document == document)
            .values(verdict=verdict, applied=applied, set_aside=set_aside)
        )

    def newest_seq(self, desk: int) -> int:
        """The highest number that a bundle of the desk bore; 0 when none came."""
        return self._connection.execute(_NEWEST_SEQ, {"desk": desk}).scalar() or 0

    def periods(self, desk: int) -> frozenset[str]:
        """The months of which a bundle of the desk came."""
        asked = select(bundles.c.period).where(bundles.c.desk == desk).distinct()
        return frozenset(self._connection.execute(asked).scalars())

    def of_desk(self, desk: int) -> tuple[BundleRow, ...]:
        """Every bundle of the desk, in the order of the positions it reaches."""
        return tuple(BundleRow(*row) for row in self._connection.execute(_OF_DESK, {"desk": desk}))

    def mail(self, desk: int | None = None) -> dict[int, Mail]:
        """What came from that desk, or from every desk that ever sent, in one question."""
        waits, forks = (func.sum(case((bundles.c.verdict == word, 1), else_=0)) for word in ("waiting", "forked"))
        asked = select(bundles.c.desk, func.max(bundles.c.received_at), waits, forks).group_by(bundles.c.desk)
        if desk is not None:
            asked = asked.where(bundles.c.desk == desk)
        return {row[0]: Mail(row[1], row[2], row[3]) for row in self._connection.execute(asked)}

    def keep_file(self, document: str, sealed: bytes) -> None:
        """Keep the sealed file of a remembered bundle; keeping it again changes nothing."""
        held = self._connection.execute(select(kept_files.c.document).where(kept_files.c.document == document))
        if held.first() is None:
            self._connection.execute(insert(kept_files).values(document=document, sealed=sealed))

    def drop_file(self, document: str) -> None:
        """Let go of the sealed file of a bundle whose lines are held now."""
        self._connection.execute(_DROP, {"document": document})

    def kept(self, desk: int, verdict: str) -> tuple[tuple[str, bytes], ...]:
        """Sealed files kept under that verdict: (document, file), those that begin earliest first."""
        found = self._connection.execute(_KEPT, {"desk": desk, "verdict": verdict})
        return tuple((row.document, row.sealed) for row in found)

    def waiting(self, desk: int) -> tuple[tuple[str, int], ...]:
        """Bundles whose files wait: (document, basis), those that begin earliest first."""
        found = self._connection.execute(_WAITING, {"desk": desk, "verdict": "waiting"})
        return tuple((row.document, row.basis) for row in found)

    def file(self, document: str) -> bytes:
        """The sealed file of a bundle that waits or forked."""
        asked = select(kept_files.c.sealed).where(kept_files.c.document == document)
        return bytes(self._connection.execute(asked).scalar_one())


# Composed once: for a bundle of few lines, composing them each time would take longer than all its lines.
_DOCUMENT, _DESK = bindparam("document", type_=Text), bindparam("desk", type_=Integer)
_ADD, _DROP = insert(bundles), delete(kept_files).where(kept_files.c.document == _DOCUMENT)
_THIS = select(bundles).where(bundles.c.document == _DOCUMENT)
_NEWEST_SEQ = select(func.max(bundles.c.seq)).where(bundles.c.desk == _DESK)
_OF_DESK = select(bundles).where(bundles.c.desk == _DESK).order_by(bundles.c.head, bundles.c.document)
_KEPT = (
    select(kept_files.c.document, kept_files.c.sealed, bundles.c.basis)
    .join(bundles, bundles.c.document == kept_files.c.document)
    .where(bundles.c.desk == _DESK, bundles.c.verdict == bindparam("verdict"))
    .order_by(bundles.c.basis, bundles.c.head, bundles.c.document)
)
_WAITING = _KEPT.with_only_columns(kept_files.c.document, bundles.c.basis)
