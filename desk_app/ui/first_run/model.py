"""What the first run knows: five steps, what each still lacks, and whether the rescue sheet can be read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from common.dates import PartialDate, exact_day
from common.names import tidy
from common.words import first_run as said
from desk_app.services.communes import Commune
from desk_app.services.desk import Desk
from desk_app.services.people import LONGEST_NAME, Called
from desk_app.services.rescue import Rescue
from desk_app.services.setup import UNPROVED, Wished
from desk_app.services.setup import FirstRun as Made
from desk_app.ui.first_run.proof import Proof

SHORTEST_PASSWORD = 10


@dataclass(frozen=True, slots=True)
class Door:
    """What the program gives: finding communes, making the register in `folder`, opening it, today's date."""

    find: Callable[[str], Sequence[Commune]]
    set_up: Callable[[Wished, str, str], Made]
    open: Callable[[str, str], Desk]
    folder: Path
    today: date


@dataclass
class FirstRunModel:
    """What was typed so far. `made` is there once the register is, `desk` while it is open for the last two steps."""

    door: Door
    commune: Commune | None = None
    name: str = ""
    place: str = ""
    leader: str = ""
    title: str = said.POSTS[0]
    until: str = ""
    phone: str = ""
    officer: str = ""
    officer_title: str = said.OFFICER_POST_USUAL
    user: str = ""
    address: str = ""
    job: str = ""
    password: str = ""
    again: str = ""
    made: Made | None = None
    desk: Desk | None = None
    proof: Proof = field(default_factory=Proof)

    def find(self, text: str) -> tuple[Commune, ...]:
        """Communes for the typed letters; the best one counts as chosen."""
        found = tuple(self.door.find(text)) if text.strip() else ()
        self.choose(found[0] if found else None)
        return found

    def choose(self, commune: Commune | None) -> None:
        """Take this commune, with the names that the table of units has for it."""
        self.commune = commune
        self.name = commune.full_name if commune else ""
        self.place = commune.name if commune else ""

    def typed_anything(self) -> bool:
        """Whether leaving now would lose something."""
        return bool(self.commune or self.leader.strip() or self.user.strip() or self.password)

    def lacks(self, step: int) -> dict[str, str]:
        """Field → sentence of what the step still needs."""
        asks: tuple[Callable[[], dict[str, str]], ...] = (self._commune, self._signer, self._user)
        return asks[step]() if step < len(asks) else {}

    def _commune(self) -> dict[str, str]:
        if self.commune is None:
            return {"commune": said.COMMUNE_FIRST}
        found = {} if tidy(self.name) else {"name": said.HEAD_NAME_EMPTY}
        return found if tidy(self.place) else {**found, "place": said.PLACE_EMPTY}

    def _signer(self) -> dict[str, str]:
        wanted = {"leader": self.leader, "title": self.title, "phone": self.phone}
        sentences = {"leader": said.SIGNER_EMPTY, "title": said.POST_EMPTY, "phone": said.PHONE_EMPTY}
        found = {name: sentences[name] for name, text in wanted.items() if not tidy(text).strip("/ ")}
        return {**found, **self._last_day()}

    def _last_day(self) -> dict[str, str]:
        if not self.until.strip():
            return {}
        last = exact_day(self.until, newest=2090)
        if last is None:
            return {"until": said.UNTIL_UNREAD}
        return {} if last >= self.door.today else {"until": said.UNTIL_PAST}

    def _user(self) -> dict[str, str]:
        name = tidy(self.user)
        found = {} if 0 < len(name) <= LONGEST_NAME else {"user": said.USER_LONG if name else said.USER_EMPTY}
        if len(self.password) < SHORTEST_PASSWORD:
            return {**found, "password": said.PASSWORD_SHORT}
        return found if self.password == self.again else {**found, "again": said.PASSWORD_DIFFERS}

    def set_up(self) -> Made:
        """Make the register and open it; raises Trouble. May run in the worker thread."""
        user = tidy(self.user)
        made = self.door.set_up(self._wished(), user, self.password)
        self.desk = self.door.open(user, self.password)
        self.desk.people.call(user, Called("", self.address, tidy(self.job)))
        self.made = made
        return made

    def _wished(self) -> Wished:
        commune = self.commune
        if commune is None:
            raise ValueError("a register belongs to a commune")
        until = PartialDate.parse(self.until, newest=2090).iso() if self.until.strip() else ""
        name, place = tidy(self.name), tidy(self.place)
        return Wished(
            unit=commune.code,
            leader=self.leader,
            title=self.title,
            phone=self.phone,
            # What the table says today may be said otherwise by the table of a later day: only a choice is kept.
            name="" if name.casefold() == commune.full_name.casefold() else name,
            place="" if place == commune.name else place,
            until=until,
            officer=self.officer,
            officer_title=self.officer_title,
            sheet=UNPROVED,
        )

    def rescue(self) -> Rescue:
        """The acts on the rescue sheet; ValueError before the register is made."""
        if self.desk is None:
            raise ValueError("no register is open")
        return Rescue(self.desk.seat, self.desk.care.keyring)

    def close(self) -> None:
        """Give the register back, if it is open."""
        if self.desk is not None:
            self.desk.close()
            self.desk = None
