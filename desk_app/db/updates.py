"""Updates from the level above that this desk took in, and what each of them brought."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Connection, insert, select, update

from desk_app.db.brought_rows import update_papers, updates
from desk_app.db.quick import asked

_UPDATE, _PAPER = updates.c, update_papers.c
_FROM = "FROM update_papers JOIN updates ON updates.id = update_papers.update_id WHERE kind = ?"
_LAST = f"SELECT updates.id {_FROM} AND put_back_on IS NULL ORDER BY updates.id DESC LIMIT 1"
_NAMES = "SELECT update_id, kind, name FROM update_papers ORDER BY update_id, kind, name"
_EVERY = f"SELECT content, put_back_on {_FROM} ORDER BY updates.id, name"


@dataclass(frozen=True, slots=True)
class KeptUpdate:
    """One update that was taken in: the identity of its document, its edition, the moment of its issue (ISO, UTC), the
    days on which it was taken in and put back; `body` is a JSON object."""

    id: int
    document: str
    edition: date
    issued_at: str
    taken_on: date
    put_back_on: date | None = None
    body: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class UpdatePaper:
    """A piece of an update: `kind` calendar, questions, letter or units; its name; its bytes."""

    kind: str
    name: str
    content: bytes


class Updates:
    """What the level above sent, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, one: KeptUpdate, papers: Iterable[UpdatePaper]) -> int:
        """Keep an update (its `id` is given here) and everything it brought; its number."""
        told = {
            "document": one.document,
            "edition": one.edition.isoformat(),
            "issued_at": one.issued_at,
            "taken_on": one.taken_on.isoformat(),
            "body": dict(one.body),
        }
        key = self._connection.execute(insert(updates), told).inserted_primary_key
        assert key is not None
        id = int(key[0])
        pieces = [{"update_id": id, "kind": p.kind, "name": p.name, "content": p.content} for p in papers]
        if pieces:
            self._connection.execute(insert(update_papers), pieces)
        return id

    def all(self) -> tuple[KeptUpdate, ...]:
        """Every update, the newest first, those put back among them."""
        return tuple(_update(row) for row in self._connection.execute(select(updates).order_by(_UPDATE.id.desc())))

    def papers(self, id: int) -> tuple[UpdatePaper, ...]:
        """What one update brought."""
        wanted = select(update_papers).where(_PAPER.update_id == id).order_by(_PAPER.kind, _PAPER.name)
        return tuple(UpdatePaper(row.kind, row.name, row.content) for row in self._connection.execute(wanted))

    def in_force(self, kind: str) -> tuple[UpdatePaper, ...]:
        """The pieces of one kind that updates brought and that were not put back, older updates first."""
        wanted = (
            select(update_papers)
            .join(updates, _UPDATE.id == _PAPER.update_id)
            .where(_PAPER.kind == kind, _UPDATE.put_back_on.is_(None))
            .order_by(_UPDATE.id, _PAPER.name)
        )
        return tuple(UpdatePaper(row.kind, row.name, row.content) for row in self._connection.execute(wanted))

    def last(self, kind: str) -> tuple[KeptUpdate, UpdatePaper] | None:
        """The newest update in force that brought a piece of this kind, with that piece."""
        found = next(asked(self._connection, _LAST, kind), None)
        if found is None:
            return None
        one = next(one for one in self.all() if one.id == found[0])
        return one, next(paper for paper in self.papers(one.id) if paper.kind == kind)

    def names(self) -> Mapping[int, tuple[tuple[str, str], ...]]:
        """Kind and name of every piece of each update, without what is in it."""
        found: dict[int, tuple[tuple[str, str], ...]] = {}
        for id, kind, name in asked(self._connection, _NAMES):
            found[id] = (*found.get(id, ()), (kind, name))
        return found

    def every(self, kind: str) -> tuple[tuple[bytes, bool], ...]:
        """The pieces of one kind that ever came, older updates first, and whether each is in force."""
        return tuple((content, back is None) for content, back in asked(self._connection, _EVERY, kind))

    def mark_put_back(self, id: int, on: date) -> None:
        """From this day on it is as if the update had not come."""
        self._connection.execute(update(updates).where(_UPDATE.id == id).values(put_back_on=on.isoformat()))


def _update(row: Any) -> KeptUpdate:
    back = date.fromisoformat(row.put_back_on) if row.put_back_on else None
    days = date.fromisoformat(row.edition), date.fromisoformat(row.taken_on)
    return KeptUpdate(row.id, row.document, days[0], row.issued_at, days[1], back, row.body)
