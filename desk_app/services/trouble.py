"""The world failed, or was asked for something it cannot give: named by a code, worded in common.words.troubles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from desk_app.db.trouble import RegisterTrouble


class Trouble(Exception):
    """Something outside the clerk's typing is in the way; `code` finds the sentence, `details` fill it."""

    def __init__(self, code: str, details: Mapping[str, str] | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.details: Mapping[str, str] = dict(details or {})


class Mistake(Trouble):
    """What was asked for cannot be understood or is not there: the asker can mend it (exit status 2)."""


@contextmanager
def told_as_trouble() -> Iterator[None]:
    """Doors know Trouble only: what the register says of its file is passed on under the same code."""
    try:
        yield
    except RegisterTrouble as error:
        raise Trouble(error.code, error.details) from error
