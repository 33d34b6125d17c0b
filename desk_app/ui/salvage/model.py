"""What the page of a damaged register knows: who opens it, what was found, which list is looked at; no widget."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from common.names import fold
from common.words import lock as lock_words
from common.words import take_back as key_words
from common.words.troubles import sentence
from desk_app.services.doorstep import Doorstep
from desk_app.services.salvage import Found
from desk_app.services.salvage_tables import Shown, shown_missing, shown_read
from desk_app.services.taking_back import Key, Step
from desk_app.services.trouble import Trouble
from desk_app.ui.lock.model import GROUPS, Attempts, grouped, whole_groups

_WRONG = ("wrong-password", "wrong-recovery-code")
_NO_KEYS = ("keyring-damaged", "keyring-missing")


@dataclass(frozen=True, slots=True)
class Written:
    """What was written out: the name of the folder or file, and how many registrations and letters stand there."""

    name: str
    registrations: int
    letters: int
    left_out: int


@dataclass(frozen=True, slots=True)
class Ways:
    """What the page may ask: reading (a key, folders with copies), and writing out (what was found, where to, a
    password or ""). `seconds` runs evenly."""

    read: Callable[[Key, Sequence[Path], Step], Found]
    write: Callable[[Found, Path, str, Step], Written]
    doorstep: Doorstep
    seconds: Callable[[], float]


@dataclass
class SalvageModel:
    """`by_code`: the rescue sheet is asked for. `also`: folders with copies that somebody chose."""

    ways: Ways
    by_code: bool = False
    also: tuple[Path, ...] = ()
    key: Key | None = None
    found: Found | None = None
    which: int = 0
    text: str = ""
    _lists: tuple[tuple[Shown, ...], tuple[Shown, ...]] = ((), ())
    _attempts: Attempts = field(default_factory=Attempts)

    def __post_init__(self) -> None:
        # Nobody's password stands in the keyring any more: only the sheet opens anything.
        self.by_code = not self.ways.doorstep.people

    # ---- the key

    def lacks(self, user: str, password: str, code: str) -> dict[str, str]:
        """Sentences by the name of the field that must be mended first."""
        wait = self._attempts.seconds(self.ways.seconds())
        if wait:
            return {self.field: lock_words.wait(wait)}
        if self.by_code:
            groups = whole_groups(code)
            return {"code": lock_words.rescue_short(groups)} if groups < GROUPS else {}
        if not user.strip():
            return {"user": key_words.NAME_EMPTY}
        return {} if password else {"password": key_words.PASSWORD_EMPTY}

    def take_key(self, user: str, password: str, code: str) -> None:
        """What was typed, as the services take it."""
        self.key = Key("", "", grouped(code)) if self.by_code else Key(user.strip(), password)

    def refused(self, error: Exception) -> dict[str, str]:
        """What must be typed again, by field; empty when the trouble is not what was typed."""
        self.key = None
        code = error.code if isinstance(error, Trouble) else ""
        if code in _NO_KEYS:
            self.by_code = True
            return {"code": sentence(code)}
        if code not in _WRONG:
            return {}
        self._attempts.failed(self.ways.seconds())
        wait = self._attempts.seconds(self.ways.seconds())
        if wait:
            return {self.field: lock_words.wait(wait)}
        return {self.field: sentence(code) if self.by_code else lock_words.wrong(self._attempts.left())}

    @property
    def field(self) -> str:
        """What is typed now."""
        return "code" if self.by_code else "password"

    # ---- what was found

    def read(self, step: Step) -> Found:
        """May run in the worker thread."""
        assert self.key
        return self.ways.read(self.key, self.also, step)

    def saw(self, found: Found) -> None:
        """The register was read; nobody's password stays in memory."""
        self._attempts.passed()
        self.key, self.found = None, found
        self._lists = shown_read(found), shown_missing(found)

    def rows(self) -> tuple[Shown, ...]:
        """The lines of the list in view that hold every word sought."""
        sought = fold(self.text).split()
        return tuple(row for row in self._lists[self.which] if all(word in row.folded for word in sought))

    def count(self, which: int) -> int:
        """How many stand in a list."""
        return len(self._lists[which])

    def write(self, folder: Path, password: str, step: Step) -> Written:
        """May run in the worker thread."""
        assert self.found
        return self.ways.write(self.found, folder, password, step)
