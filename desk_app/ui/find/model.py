"""What the page of searching and listing knows: words sought, event chosen, lines shown. No widget."""

from __future__ import annotations

from desk_app.services.lookup import LetterHit, Lookup, RecordLine, Results, Wanted
from desk_app.services.record import Record

PAGE = 100
"""Lines of the book that are read at once."""

HITS = 50
"""Hits that are shown at once; more come when the bar reaches the last."""

GLANCE = 12
"""Hits that are shown with a pressed key: as many as stand in the window, the rest comes with the pause."""

EVENTS = ("", "birth", "marriage", "death")
"""The filters in their order; "" is everything."""

LONGEST_TYPED = 60
"""More characters than a name has are a scan that is still coming in."""


class FindModel:
    """With words it searches, without them it lists the book, newest first."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup
        self.text = ""
        self.event = ""
        self._limit = HITS
        self.found = Results((), ())
        self.records: tuple[RecordLine, ...] = ()
        self.letters: tuple[LetterHit, ...] = ()
        self.exhausted = False
        self._counted = ""
        self.read()

    @property
    def seeking(self) -> bool:
        """Whether there are words to look for."""
        return bool(self.text.strip())

    def read(self) -> None:
        """Look again for the same."""
        self._counted = self._lookup.counted()
        if self.seeking:
            self._search(at_once=False)
        else:
            self.found = Results((), ())
            self.records, self.letters = self._lookup.newest(self.event, limit=PAGE), ()
            self.exhausted = len(self.records) < PAGE

    def seek(self, text: str) -> None:
        """Other words. Of a scanned card only what `text` is then is kept."""
        self.text, self._limit = text, HITS
        self.read()
        self.text = self.found.shown or text

    def glance(self, text: str) -> bool:
        """Other words, but only what is found while a key goes down; whether that was worth showing."""
        if not text.strip() or len(text) > LONGEST_TYPED or "|" in text:
            return False
        self.text, self._limit = text, GLANCE
        self._search(at_once=True)
        return bool(self.records or self.letters)

    def filter(self, event: str) -> None:
        """Only this event, or all."""
        self.event = event
        self.read()

    def more(self) -> int:
        """Read the next hits or the next lines of the book; how many came."""
        if self.exhausted or not self.records:
            return 0
        before = len(self.records)
        if self.seeking:
            self._limit += HITS
            self._search(at_once=False)
        else:
            further = self._lookup.newest(self.event, self.records[-1].id, PAGE)
            self.records += further
            self.exhausted = len(further) < PAGE
        return len(self.records) - before

    def record(self, id: int) -> Record:
        """One registration with its history."""
        return self._lookup.record(id)

    def counted(self) -> str:
        """How much the register holds, as of the last full look."""
        return self._counted

    def _search(self, at_once: bool) -> None:
        self.found = self._lookup.find(self.text, Wanted(self._limit, self.event, at_once=at_once))
        self.records, self.letters = self.found.records, self.found.letters
        self.exhausted = not self.found.more
