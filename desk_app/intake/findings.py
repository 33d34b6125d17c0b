"""What is told of a cell: what stood there, and what was made of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Level = Literal["note", "look"]

NOTES = frozenset({"all-caps", "spaces", "signs-dropped", "number-shown-whole", "short-year", "converted"})
"""What changes nothing that matters; everything else is worth a look."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Told of a cell under a caption: common.words.intake has the sentence for `code`. `details` are `text` (what
    stands there), `taken` (what goes into the draft, where it is another) and what the code needs besides."""

    column: str
    code: str
    details: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def level(self) -> Level:
        """ "note" for what is done as anybody would, "look" for what a person should see."""
        return "note" if self.code in NOTES else "look"
