"""What is told of a cell: what stood there, and what was made of it."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Level = Literal["note", "look"]

NOTES = frozenset({"all-caps", "spaces", "signs-dropped", "number-shown-whole", "date-from-serial", "formula"})
"""What anybody would do with such a cell; everything else is worth a look."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Told of a cell under a caption ("" for the row as a whole): common.words.intake has the sentence for `code`.
    `details` are `text` (what stands there), `taken` (what goes into the draft) and what the code needs besides;
    `field` is the draft's, "" where we keep nothing."""

    column: str
    code: str
    details: Mapping[str, str] = dataclasses.field(default_factory=dict, hash=False)
    field: str = ""

    @property
    def level(self) -> Level:
        """ "note" for what is done as anybody would, "look" for what a person should see."""
        return "note" if self.code in NOTES else "look"
