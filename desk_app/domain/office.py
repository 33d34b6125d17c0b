"""The commune as its letters show it, and who signs them."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Office:
    """One commune; names as inside a sentence ("xã An Liên"), `officer` is whom a bereaved family may call."""

    unit: str
    unit_name: str
    parent_name: str
    place: str
    phone: str = ""
    officer: str = ""
    officer_title: str = ""
    community: str = "xóm làng"
    home_word: str = "quê nhà"

    def __post_init__(self) -> None:
        if not (self.unit and self.unit_name and self.parent_name and self.place):
            raise ValueError("an office has a code, its name, the name of the level above and a place name")


EVERY = "every"
"""Stands among `Signatory.usual` for whoever signs when nobody is chosen."""


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who may sign between two days (inclusive); `authority` is the lines above the name ("KT. CHỦ TỊCH", …). `usual`:
    the kinds of letter this person signs when nobody is chosen ("death", "birth", …), or EVERY."""

    name: str
    authority: tuple[str, ...]
    valid_from: date
    valid_to: date | None = None
    usual: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.name or not self.authority:
            raise ValueError("a signatory has a name and at least one authority line")
        if self.valid_to is not None and self.valid_to < self.valid_from:
            raise ValueError("a signatory's last day is not before the first")

    def in_office(self, on: date) -> bool:
        """Whether this person may sign a letter dated `on`."""
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)

    @property
    def told(self) -> str:
        """Name and capacity in one line; what tells two capacities of one person apart."""
        return f"{self.name} ({' / '.join(self.authority)})"
