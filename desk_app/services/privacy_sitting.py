"""What one person did at an open register and nobody has written down yet."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Note:
    """One thing that was looked at: `at` (ISO), the act, and what by its id ("" for none)."""

    at: str
    act: str
    what: str = ""


class Sitting:
    """One person at one open register; what they look at twice is noted once."""

    def __init__(self) -> None:
        self._known: set[tuple[str, str]] = set()
        self.notes: list[Note] = []

    def once(self, note: Note) -> None:
        """Remember an act, the first time in this sitting."""
        if (note.act, note.what) not in self._known:
            self._known.add((note.act, note.what))
            self.notes.append(note)

    def again(self, note: Note) -> None:
        """Remember an act that counts each time it is done."""
        self.notes.append(note)
