"""The values of Hôm nay: rows with every word ready, and the queues they stand in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from common.words import today as words
from desk_app.services.naming import Tagged


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to do. `kind` registration, letter, draft or message; `id` of that kind; `covers` the registrations
    behind it; `letter` the archived letter, 0 before there is one; `goes` the page where it is done;
    of a letter held back `at` is the field of its record where the reason stands, `because` another record that gives
    it."""

    kind: str
    id: int | str
    who: str
    second: str
    tag: Tagged
    todo: str
    note: str = ""
    due: str = ""
    late: bool = False
    covers: tuple[int, ...] = ()
    letter: int = 0
    goes: str = "find"
    at: str = ""
    because: int = 0

    @property
    def key(self) -> str:
        """The same for the same thing after a refresh."""
        return f"{self.kind}-{self.id}"


@dataclass(frozen=True, slots=True)
class Queue:
    """One tile and its table: `count` may be more than the rows shown; `note` stands under the words."""

    id: str
    rows: tuple[Row, ...]
    count: int
    note: str = ""
    late: bool = False

    @property
    def words(self) -> str:
        """The queue's name."""
        return words.QUEUE_WORDS[self.id]

    @property
    def counted(self) -> str:
        """The count with its unit: "5 thư"."""
        return words.QUEUE_UNITS[self.id].format(n=self.count)

    @property
    def empty(self) -> str:
        """The sentence of the empty queue."""
        return words.QUEUE_EMPTY[self.id]

    @property
    def hint(self) -> str:
        """What a clerk should know of this queue, or nothing."""
        if len(self.rows) < self.count:
            return words.MORE_ROWS.format(shown=len(self.rows), n=self.count)
        return words.QUEUE_HINTS.get(self.id, "")


def queue(id: str, rows: Sequence[Row], note: str = "", hidden: int = 0) -> Queue:
    """A queue of these rows and `hidden` more."""
    return Queue(id, tuple(rows), len(rows) + hidden, note, any(row.late for row in rows))
