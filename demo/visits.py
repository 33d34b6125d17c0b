"""A visit: somebody comes to a desk with papers, and one registration comes of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from demo.people import Somebody


@dataclass(frozen=True, slots=True)
class Visit:
    """One registration to come. `people` stand in the draft under their part, `cards` are scanned instead of typed."""

    event: str
    on: date
    values: Mapping[str, str]
    people: Mapping[str, Somebody]
    cards: Mapping[str, str] = field(default_factory=dict)
    twin: str = ""
    void: bool = False

    def draft(self, read: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
        """What is typed; `read` holds by part what the scanner said of the cards that were scanned."""
        typed = {**self.values, "registered_on": f"{self.on:%d/%m/%Y}"}
        for part, person in self.people.items():
            typed |= person.values(part)
            typed |= {f"{part}_{name}": text for name, text in read.get(part, {}).items()}
        return typed

    def with_card(self, part: str, text: str) -> "Visit":
        """The same visit, this person's card lying under the scanner."""
        return replace(self, cards={**self.cards, part: text})
