"""The right column of a letter of thanks or apology: the letter as it is typed, its paper, its free line."""

from __future__ import annotations

from collections.abc import Sequence

from desk_app.services.choosing import Option
from desk_app.ui.form.letter_column import ColumnKeys, LetterColumn, small_row


class CourtesySide(LetterColumn):
    """Nothing but paper and free line is chosen for these letters."""

    def __init__(self) -> None:
        super().__init__(ColumnKeys("letter-paper", "zoom-letter", "letter-line"))
        self._foot.addLayout(small_row(self._zoom, self._change))

    def begin(self, papers: Sequence[Option], free_line: str) -> None:
        """Another letter, still to come: on one of these papers, the usual one first."""
        self.await_letter(papers)
        self.line.put(free_line)
