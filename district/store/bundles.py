"""Bundles that were received, and the sealed files of those that wait or forked."""

from dataclasses import dataclass, fields

from sqlalchemy import Connection, delete, insert, select, update

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


class BundleRows:
    """The rows of bundles within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, document: str) -> BundleRow | None:
        """The bundle of that identity, if it ever came."""
        row = self._connection.execute(select(bundles).where(bundles.c.document == document)).first()
        return BundleRow(*row) if row else None

    def add(self, bundle: BundleRow) -> None:
        """Remember a bundle that came for the first time."""
        self._connection.execute(
            insert(bundles).values({field.name: getattr(bundle, field.name) for field in fields(bundle)})
        )

    def decide(self, document: str, verdict: str, applied: int, set_aside: int) -> None:
        """Give a remembered bundle a newer verdict."""
        self._connection.execute(
            update(bundles)
            .where(bundles.c.document == document)
            .values(verdict=verdict, applied=applied, set_aside=set_aside)
        )

    def of_desk(self, desk: int) -> tuple[BundleRow, ...]:
        """Every bundle of the desk, in the order of the positions it reaches."""
        asked = select(bundles).where(bundles.c.desk == desk).order_by(bundles.c.head, bundles.c.document)
        return tuple(BundleRow(*row) for row in self._connection.execute(asked))

    def keep_file(self, document: str, sealed: bytes) -> None:
        """Keep the sealed file of a remembered bundle; keeping it again changes nothing."""
        held = self._connection.execute(select(kept_files.c.document).where(kept_files.c.document == document))
        if held.first() is None:
            self._connection.execute(insert(kept_files).values(document=document, sealed=sealed))

    def drop_file(self, document: str) -> None:
        """Let go of the sealed file of a bundle whose lines are held now."""
        self._connection.execute(delete(kept_files).where(kept_files.c.document == document))

    def kept(self, desk: int, verdict: str) -> tuple[tuple[str, bytes], ...]:
        """Sealed files kept under that verdict: (document, file), those that begin earliest first."""
        asked = (
            select(kept_files.c.document, kept_files.c.sealed)
            .join(bundles, bundles.c.document == kept_files.c.document)
            .where(bundles.c.desk == desk, bundles.c.verdict == verdict)
            .order_by(bundles.c.basis, bundles.c.head, bundles.c.document)
        )
        return tuple((row.document, row.sealed) for row in self._connection.execute(asked))
