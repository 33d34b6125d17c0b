"""What the page of searching and listing knows: words sought, event chosen, lines shown. No widget."""

from __future__ import annotations

from desk_app.services.lookup import LetterHit, Lookup, RecordLine, Results
from desk_app.services.record import Record

PAGE = 100
"""Lines of the book that are read at once."""

EVENTS = ("", "birth", "marriage", "death")
"""The filters in their order; "" is everything."""


class FindModel:
    """With words it searches, without them it lists the book, newest first."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup
        self.text = ""
        self.event = ""
        self.found = Results((), ())
        self.records: tuple[RecordLine, ...] = ()
        self.letters: tuple[LetterHit, ...] = ()
        self.exhausted = False
        self.read()

    @property
    def seeking(self) -> bool:
        """Whether there are words to look for."""
        return bool(self.text.strip())

    def read(self) -> None:
        """Look again for the same."""
        if self.seeking:
            self.found = self._lookup.find(self.text)
            self.records, self.letters = self._kept(self.found.records), self.found.letters
            self.exhausted = True
        else:
            self.found = Results((), ())
            self.records, self.letters = self._lookup.newest(self.event, limit=PAGE), ()
            self.exhausted = len(self.records) < PAGE

    def seek(self, text: str) -> None:
        """Other words."""
        self.text = text
        self.read()

    def filter(self, event: str) -> None:
        """Only this event, or all."""
        self.event = event
        self.read()

    def more(self) -> int:
        """Read the next lines of the book; how many came."""
        if self.exhausted or not self.records:
            return 0
        further = self._lookup.newest(self.event, self.records[-1].id, PAGE)
        self.records += further
        self.exhausted = len(further) < PAGE
        return len(further)

    def record(self, id: int) -> Record:
        """One registration with its history."""
        return self._lookup.record(id)

    def counted(self) -> str:
        """How much the register holds."""
        return self._lookup.counted()

    def _kept(self, lines: tuple[RecordLine, ...]) -> tuple[RecordLine, ...]:
        return tuple(line for line in lines if not self.event or line.event == self.event)
