"""What the copying panel knows, without a widget: where the bar stands, what was copied, what was typed to jump."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from common.names import fold
from desk_app.services.ministry import Field

_SLASH = "/"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list: its number, the field, and whether it was copied already."""

    place: int
    field: Field
    copied: bool


class CopyModel:
    """`at` is the field that is copied next, `last` the one copied last; the bar passes over fields that hold
    nothing, but stands on one to which somebody jumps. `slashed`: days are copied with slashes, as the last one was
    asked for."""

    def __init__(self, fields: Sequence[Field], slashed: bool = False) -> None:
        self.fields, self.slashed = tuple(fields), slashed
        self.last: int | None = None
        self.text = ""
        self.ended = False
        self._done: set[int] = set()
        self._typed = ""
        self.at = next((at for at, one in enumerate(self.fields) if one.shown), 0)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The list as it stands."""
        return tuple(Row(at + 1, one, at in self._done) for at, one in enumerate(self.fields))

    @property
    def copied(self) -> Field | None:
        """The field copied last."""
        return None if self.last is None else self.fields[self.last]

    def take(self) -> str:
        """What stands in the field under the bar; the bar goes on."""
        self._typed = ""
        one = self.fields[self.at]
        self.last, self.text = self.at, one.other if self.slashed and _SLASH in one.other else one.shown
        self._done.add(self.at)
        following = next((at for at in range(self.at + 1, len(self.fields)) if self.fields[at].shown), None)
        self.ended = following is None
        self.at = self.at if following is None else following
        return self.text

    def turn(self) -> str:
        """The field copied last in its other way of writing, or in the first one again."""
        one = self.copied
        if one is not None and one.other:
            self.text = one.shown if self.text == one.other else one.other
            self.slashed = _SLASH in self.text if _SLASH in one.other else self.slashed
        return self.text

    def go(self, at: int) -> None:
        """The bar to this field."""
        self._typed = ""
        self.at = max(0, min(at, len(self.fields) - 1))

    def back(self) -> None:
        """The bar to the field before that holds something."""
        self.go(next((at for at in range(self.at - 1, -1, -1) if self.fields[at].shown), self.at))

    def type(self, sign: str) -> bool:
        """One more digit of a number or letter of a heading; False where nothing is called so."""
        for typed in (f"{self._typed}{sign}", sign):
            found = self._numbered(typed) if typed.isdigit() else self._named(fold(typed))
            if found is not None:
                self.at, self._typed = found, typed
                return True
        return False

    def _numbered(self, typed: str) -> int | None:
        return int(typed) - 1 if 1 <= int(typed) <= len(self.fields) else None

    def _named(self, typed: str) -> int | None:
        """The first field from the bar on whose heading begins so; typed on, the same one may stay. A first letter
        goes on to the next."""
        count = len(self.fields)
        begin = self.at + (len(typed) == 1)
        order = (at % count for at in range(begin, begin + count))
        return next((at for at in order if fold(self.fields[at].caption).startswith(typed)), None) if typed else None
