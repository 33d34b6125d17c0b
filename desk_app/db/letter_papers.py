"""What belongs to a letter besides its page: the wish it was written from, its back, the thanks or apology in it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select

from common.names import fold, word_suffixes
from desk_app.db.letter_rows import backs, courtesies, courtesy_names, handings, wishes
from desk_app.db.packed import pack, unpack


class LetterPapers:
    """Inside one transaction; bodies are JSON objects, `letter` the id of an archived letter."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep_wish(self, letter: int, body: Mapping[str, Any]) -> None:
        """What was chosen for this letter, kept once, to write it again in the same way."""
        self._put(wishes, letter, {"body": dict(body)})

    def wish(self, letter: int) -> Mapping[str, Any]:
        """What was chosen; nothing for an ordinary letter."""
        found = self._connection.execute(select(wishes.c.body).where(wishes.c.letter_id == letter)).first()
        return found.body if found else {}

    def keep_back(self, letter: int, page: bytes, digest: str) -> None:
        """The page on the other side of the sheet, archived as the front is."""
        self._put(backs, letter, {"page": pack(page), "digest": digest})

    def back(self, letter: int) -> bytes:
        """The archived page of the other side; b"" where there is none."""
        found = self._connection.execute(select(backs.c.page).where(backs.c.letter_id == letter)).first()
        return unpack(found.page) if found else b""

    def with_backs(self, letters: Sequence[int]) -> frozenset[int]:
        """Those of these letters that have another side."""
        wanted = select(backs.c.letter_id).where(backs.c.letter_id.in_(letters))
        return frozenset(self._connection.scalars(wanted))

    def keep_courtesy(self, letter: int, name: str, body: Mapping[str, Any]) -> None:
        """The thanks or apology as typed, found by every word of the name it goes to."""
        self._put(courtesies, letter, {"body": dict(body)})
        suffixes = sorted(set(word_suffixes(fold(name))))
        self._connection.execute(
            insert(courtesy_names), [{"suffix": suffix, "letter_id": letter} for suffix in suffixes]
        )

    def courtesy(self, letter: int) -> Mapping[str, Any] | None:
        """What was typed; None where the letter is none of thanks or apology, or the law had it erased."""
        return next((body for _, body in self.courtesies([letter])), None)

    def courtesies(self, letters: Sequence[int]) -> Iterator[tuple[int, Mapping[str, Any]]]:
        """Those of these letters that are thanks or apologies, with what was typed."""
        wanted = select(courtesies).where(courtesies.c.letter_id.in_(letters)).order_by(courtesies.c.letter_id)
        for row in self._connection.execute(wanted):
            yield row.letter_id, row.body

    def addressed(self, begun: str, limit: int) -> tuple[int, ...]:
        """Letters of thanks and apology to a name with words that begin so, the newest first."""
        suffix, letter, begun = courtesy_names.c.suffix, courtesy_names.c.letter_id, fold(begun)
        wanted = select(letter).where(suffix >= begun, suffix < begun + "\U0010ffff").distinct()
        return tuple(self._connection.scalars(wanted.order_by(letter.desc()).limit(limit)))

    def forget(self, letter: int) -> None:
        """Erase by law, after the page of the letter went (`Letters.erase_page` calls it); what was typed when it was
        handed over may name people too."""
        for table in (wishes, backs, courtesies, courtesy_names, handings):
            self._connection.execute(delete(table).where(table.c.letter_id == letter))

    def _put(self, table: Table, letter: int, values: Mapping[str, Any]) -> None:
        self._connection.execute(insert(table), {"letter_id": letter, **values})
