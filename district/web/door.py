"""What the office's pages stand on, handed in from outside: the open office and who may come in."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol

from common.units import Unit, UnitTable
from district import upkeep
from district.dashboards import WallReader
from district.enrolling import Enrolling
from district.keyring import Cost
from district.office_keys import OfficeSecrets
from district.places import Places
from district.sitting import Sitting
from district.store.office import OfficeFacts
from district.updating import Updating
from district.users import Member, Users
from district.web.guard import Limits


class Clock(Protocol):
    """The office's clock and randomness."""

    @property
    def now(self) -> Callable[[], datetime]:
        """The moment, with its zone."""
        ...

    @property
    def random(self) -> Callable[[int], bytes]:
        """That many random bytes."""
        ...

    def today(self) -> date:
        """The day by the office's own clock."""
        ...


class Office(upkeep.Office, Protocol):
    """The open office, as `district.house.District` gives it."""

    @property
    def facts(self) -> OfficeFacts:
        """What was settled at set-up."""
        ...

    @property
    def world(self) -> Clock:
        """Clock and randomness."""
        ...

    @property
    def units(self) -> UnitTable:
        """The table of administrative units."""
        ...

    @property
    def places(self) -> Places:
        """Communes as they are called today."""
        ...

    def recount(self) -> int:
        """Count what came in since the last time, so that no page has to; how many desks that were."""
        ...

    def unit_on_day(self, code: str) -> Unit:
        """The unit that bears the code today; one that ended keeps its last name."""
        ...

    def sitting(self, member: Member) -> Sitting:
        """Taking files in, for somebody who holds keys."""
        ...

    def enrolling(self, member: Member) -> Enrolling:
        """Taking desks in, for somebody who holds keys."""
        ...

    def updating(self, member: Member) -> Updating:
        """Signing updates for all desks, for somebody who holds keys."""
        ...

    def use_units(self, raw: bytes) -> None:
        """Go by this table of units from the next opening on."""
        ...

    @property
    def users(self) -> Users:
        """Who may sit here."""
        ...

    @property
    def cost(self) -> Cost:
        """How dear a guess of a new password is."""
        ...

    def enter_network(self, user: str, unit: str, text: str) -> tuple[str, bool]:
        """Enter a network as the commune's own: the network, and whether it is new."""
        ...

    def leave_network(self, user: str, unit: str, text: str) -> str:
        """Take a network out."""
        ...

    def refresh_public(self, secrets: OfficeSecrets) -> None:
        """Write anew what the public face may know, after desks came or changed."""
        ...


@dataclass(frozen=True, slots=True)
class OfficeDoor:
    """The open office, who reads its chart, who proves a password (same time for unknown names), the office's own name,
    and the only proxies that are believed about who calls and whether it is https."""

    office: Office
    reader: WallReader
    let_in: Callable[[str, str], Member | None]
    name: str
    proxies: tuple[str, ...] = ()
    limits: Limits = field(default_factory=Limits)
