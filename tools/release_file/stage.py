"""One desk and the office above it, opened by plain calls, with the clock in hand."""

from __future__ import annotations

import secrets
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from desk_app import house
from desk_app.db.keyring import Cost, Keyring
from desk_app.services.desk import Desk
from district import house as office_house
from district.keyring import Cost as OfficeCost
from district.paths import Folder

VIETNAM = timezone(timedelta(hours=7))
PASSWORD = "demo"
ADMINISTRATOR, LEADER, CLERK = "hang", "binh", "lan"
OFFICER = "officer"
CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
CHEAP_OFFICE = OfficeCost(memory=64, passes=1, lanes=1)


@dataclass
class Clock:
    """Calls like a clock, moves like a finger."""

    moment: datetime = datetime(2024, 4, 1, 8, 30, tzinfo=VIETNAM)

    def __call__(self) -> datetime:
        """The moment."""
        return self.moment

    def set(self, day: str, hour: int) -> None:
        """Turn the hands to a quarter past this hour of an ISO day."""
        self.moment = datetime.fromisoformat(f"{day}T{hour:02d}:15").replace(tzinfo=VIETNAM)


@dataclass
class Stage:
    """`folder` is the desk's, `office_folder` the office's; `slips` is the stick that goes between them."""

    root: Path
    clock: Clock = field(default_factory=Clock)
    rescue: str = ""

    def __post_init__(self) -> None:
        self.slips.mkdir(parents=True)

    @property
    def folder(self) -> Path:
        """The desk's data folder."""
        return self.root / "desk"

    @property
    def office_folder(self) -> Path:
        """The office's data folder."""
        return self.root / "office"

    @property
    def slips(self) -> Path:
        """What is carried between the two."""
        return self.root / "stick"

    def desk(self, user: str = ADMINISTRATOR) -> AbstractContextManager[Desk]:
        """The open desk, closed at the end."""
        return closing(house.open_desk(self.folder, desk_world(self.clock), house.Login(user, PASSWORD)))

    def office(self) -> AbstractContextManager[office_house.District]:
        """The open office, closed at the end."""
        return closing(office_house.open_district(Folder(self.office_folder), None, office_world(self.clock)))

    def cheapen(self) -> None:
        """Wrap the desk's key anew for everybody, so that whoever tests the folder does not wait for a hash."""
        ring = Keyring(self.folder, secrets.token_bytes, CHEAP)
        for user in ring.users():
            ring.set_password(user, PASSWORD, ring.unwrap(user, PASSWORD))

    def desk_told(self) -> dict[str, Any]:
        """How the desk's folder is opened."""
        users = {user: PASSWORD for user in (ADMINISTRATOR, LEADER, CLERK)}
        return {"users": users, "rescue": self.rescue, "now": self.clock().isoformat()}

    def office_told(self) -> dict[str, Any]:
        """How the office's folder is opened."""
        return {"users": {OFFICER: PASSWORD}, "now": self.clock().isoformat()}


def desk_world(clock: Clock) -> house.World:
    """The desk's clock and randomness."""
    return house.World(clock, secrets.token_bytes, practice=True)


def office_world(clock: Clock) -> office_house.World:
    """The office's clock and randomness."""
    return office_house.World(clock, secrets.token_bytes)
