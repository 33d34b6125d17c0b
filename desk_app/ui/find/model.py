"""What the page of searching and listing knows: words sought, kind chosen, lines shown. No widget."""

from __future__ import annotations

from common.words import find as words
from desk_app.services.elsewhere import KINDS, OtherHit
from desk_app.services.lookup import LetterHit, Lookup, RecordLine, Results, Wanted
from desk_app.services.record import Record

PAGE = 100
"""Lines of the book that are read at once."""

HITS = 50
"""Hits that are shown at once; more come when the bar reaches the last."""

GLANCE = 12
"""Hits that are shown with a pressed key: as many as stand in the window, the rest comes with the pause."""

CHIPS = ("", "birth", "marriage", "death", *KINDS)
"""What may be listed, in its order; "" is everything."""

LONGEST_TYPED = 60
"""More characters than a name has are a scan that is still coming in."""


class FindModel:
    """With words it searches, without them it lists the book, newest first."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup
        self.text = ""
        self.chosen = ""
        self._limit = HITS
        self.found = Results((), ())
        self.records: tuple[RecordLine, ...] = ()
        self.letters: tuple[LetterHit | OtherHit, ...] = ()
        self.exhausted = False
        self._counted = ""
        self.read()

    @property
    def seeking(self) -> bool:
        """Whether there are words to look for."""
        return bool(self.text.strip())

    @property
    def elsewhere(self) -> bool:
        """Whether something else than registrations is listed."""
        return self.chosen in KINDS

    @property
    def told(self) -> str:
        """How many hits, in words."""
        return words.results(len(self.records) + len(self.letters), not self.exhausted)

    def read(self) -> None:
        """Look again for the same."""
        self._counted = self._lookup.counted()
        if self.elsewhere:
            self._look_elsewhere()
        elif self.seeking:
            self._search(at_once=False)
        else:
            self.found = Results((), ())
            self.records, self.letters = self._lookup.newest(self.chosen, limit=PAGE), ()
            self.exhausted = len(self.records) < PAGE

    def seek(self, text: str) -> None:
        """Other words. Of a scanned card only what `text` is then is kept."""
        self.text, self._limit = text, HITS
        self.read()
        self.text = self.found.shown or text

    def glance(self, text: str) -> bool:
        """Other words, but only what is found while a key goes down; whether that was worth showing."""
        if not text.strip() or len(text) > LONGEST_TYPED or "|" in text or self.elsewhere:
            return False
        self.text, self._limit = text, GLANCE
        self._search(at_once=True)
        return bool(self.records or self.letters)

    def filter(self, kind: str) -> None:
        """Only this event, this kind, or everything."""
        self.chosen, self._limit = kind, HITS
        self.read()

    def more(self) -> int:
        """Read the next hits or the next lines; how many came."""
        if self.exhausted:
            return 0
        before = len(self.records) + len(self.letters)
        if self.elsewhere or self.seeking:
            self._limit += HITS
            self.read()
            return len(self.records) + len(self.letters) - before
        come = self._lookup.newest(self.chosen, self.records[-1].id, PAGE)
        self.exhausted = len(come) < PAGE
        self.records += come
        return len(come)

    def record(self, id: int) -> Record:
        """One registration with its history, or a letter of thanks or apology (its id below zero)."""
        return self._lookup.record(id) if id > 0 else self._lookup.letter(-id)

    def counted(self) -> str:
        """How much the register holds, as of the last full look."""
        return self._counted

    def _search(self, at_once: bool) -> None:
        self.found = self._lookup.find(self.text, Wanted(self._limit, self.chosen, at_once=at_once))
        self.records, self.letters = self.found.records, self.found.letters
        self.exhausted = not self.found.more

    def _look_elsewhere(self) -> None:
        others = self._lookup.elsewhere(self.chosen, self.text, self._limit)
        self.found = Results((), (), others.more, others.note, others.shown)
        self.records, self.letters, self.exhausted = (), others.hits, not others.more
