"""What the first run knows: five steps, what each still lacks, and whether the rescue sheet can be read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from common.names import tidy
from common.words import first_run as said
from desk_app.services.communes import Commune
from desk_app.services.setup import FirstRun as Made
from desk_app.services.setup import Wished

SHORTEST_PASSWORD = 10
ASKED = (2, 5, 8)
"""The groups of the rescue sheet that are typed as a proof."""

_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})


@dataclass(frozen=True, slots=True)
class Door:
    """What the program gives: finding communes, making the register in `folder`, today's date."""

    find: Callable[[str], Sequence[Commune]]
    set_up: Callable[[Wished, str, str], Made]
    folder: Path
    today: date


@dataclass
class FirstRunModel:
    """What was typed so far. `made` is there once the register is."""

    door: Door
    commune: Commune | None = None
    leader: str = ""
    title: str = said.POSTS[0]
    phone: str = ""
    user: str = ""
    password: str = ""
    again: str = ""
    made: Made | None = None

    def find(self, text: str) -> tuple[Commune, ...]:
        """Communes for the typed letters; the best one counts as chosen."""
        found = tuple(self.door.find(text))
        self.commune = found[0] if found else None
        return found

    def lacks(self, step: int) -> dict[str, str]:
        """Field → sentence of what the step still needs."""
        asks: tuple[Callable[[], dict[str, str]], ...] = (self._commune, self._signer, self._user)
        return asks[step]() if step < len(asks) else {}

    def _commune(self) -> dict[str, str]:
        return {} if self.commune else {"commune": said.COMMUNE_FIRST}

    def _signer(self) -> dict[str, str]:
        found = {"leader": said.SIGNER_EMPTY} if not tidy(self.leader) else {}
        return found if tidy(self.phone) else {**found, "phone": said.PHONE_EMPTY}

    def _user(self) -> dict[str, str]:
        found = {} if tidy(self.user) else {"user": said.USER_EMPTY}
        if len(self.password) < SHORTEST_PASSWORD:
            return {**found, "password": said.PASSWORD_SHORT}
        return found if self.password == self.again else {**found, "again": said.PASSWORD_DIFFERS}

    def set_up(self) -> Made:
        """Make the register; raises Trouble. May run in the worker thread."""
        if self.commune is None:
            raise ValueError("a register belongs to a commune")
        wished = Wished(self.commune.code, self.leader, self.title, self.phone)
        return self.door.set_up(wished, tidy(self.user), self.password)

    @property
    def groups(self) -> tuple[str, ...]:
        """The eight groups of the rescue sheet."""
        return tuple(self.made.recovery_code.split("-")) if self.made else ()

    def right(self, typed: Sequence[str]) -> int:
        """How many of the groups asked for were read from the paper as they are."""
        wanted = [self.groups[number - 1] for number in ASKED] if self.made else []
        return sum(_read(text) == group for text, group in zip(typed, wanted, strict=False))

    def proved(self, typed: Sequence[str]) -> bool:
        """Whether all three are right."""
        return self.right(typed) == len(ASKED)


def _read(text: str) -> str:
    return "".join(text.upper().split()).replace("-", "").translate(_READ_AS)
