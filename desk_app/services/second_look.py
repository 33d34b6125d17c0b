"""A second person looks at the month before its bundle is written, and says so with their own password."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from common.names import tidy
from desk_app.db.keyring import Keyring
from desk_app.db.register import Reading, Work
from desk_app.db.users import User
from desk_app.services.access_notes import is_access
from desk_app.services.lines import act_entry
from desk_app.services.office import read_letterhead
from desk_app.services.seat import Seat
from desk_app.services.trouble import Mistake, Trouble, told_as_trouble
from exchange.journal import BadLine, read_line

LOOK, HANDS = "second-look", "bundle-hands"
"""Under these names the office's papers keep the newest look, and who made and saw each bundle."""


@dataclass(frozen=True, slots=True)
class Look:
    """Who looked (`by`), at which moment of the office's clock, and how long the journal was with the look in it."""

    by: str
    at: str
    head: int


@dataclass(frozen=True, slots=True)
class Hands:
    """Who made a bundle, who saw it first ("" when nobody was asked), and when it was written (ISO, local)."""

    made_by: str
    seen_by: str
    at: str


@dataclass(frozen=True, slots=True)
class SecondLook:
    """The look of another user of this desk. Names stay here: the journal only counts that there was an act."""

    seat: Seat

    def others(self) -> tuple[User, ...]:
        """Everyone who may look: the users of this register but the one at the desk."""
        with self.seat.reading() as reading:
            return tuple(user for user in reading.users.all() if user.name != self.seat.user)

    def confirm(self, name: str, password: str, head: int) -> Look:
        """Keep that this person saw the contents, counted when the journal was `head` lines long.

        Raises Mistake("second-look-self" | "changed-since-look"), Trouble("unknown-user" | "wrong-password" | …)."""
        self.seat.may("month")
        name = tidy(name)
        if name == self.seat.user:
            raise Mistake("second-look-self")
        if name not in {user.name for user in self.others()}:
            raise Trouble("unknown-user", {"name": name})
        with told_as_trouble():
            Keyring(self.seat.folder, self.seat.random).unwrap(name, password)
        return self._keep(name, head)

    def _keep(self, name: str, head: int) -> Look:
        with self.seat.work() as work:
            if work.journal.head()[0] != head:
                raise Mistake("changed-since-look")
            at = self.seat.moment()
            home = {"act": LOOK, "seen_by": name, "lines": head - work.bundles.acknowledged()}
            position = work.journal.append(act_entry(self.seat, "local", self.seat.subject(), {}, home))
            look = Look(name, at, position)
            work.office.put(LOOK, json.dumps(asdict(look), ensure_ascii=False, sort_keys=True))
            work.commit()
        return look


def is_wanted(store: Reading | Work) -> bool:
    """Whether this office lets nothing go that only one person has seen."""
    return read_letterhead(store.office).second_person


def look_over(store: Reading | Work, head: int) -> Look | None:
    """The newest look, if it saw all lines up to `head` but notes of who looked at what and the tallies that
    go with the bundle itself."""
    kept = store.office.get(LOOK)
    if not kept:
        return None
    look = Look(**json.loads(kept))
    quiet = {part.position for part in store.journal.home_parts(look.head + 1, head) if is_access(part.body)}
    rest = (raw for at, raw in enumerate(store.journal.slice(look.head + 1, head), look.head + 1) if at not in quiet)
    return look if all(_is_tally(raw) for raw in rest) else None


def keep_hands(work: Work, seq: int, hands: Hands) -> None:
    """Beside the bundle: who made it and who saw it."""
    known = json.loads(work.office.get(HANDS) or "{}")
    work.office.put(HANDS, json.dumps({**known, str(seq): asdict(hands)}, ensure_ascii=False, sort_keys=True))


def hands_of(store: Reading | Work) -> Mapping[int, Hands]:
    """Who made and saw each bundle, by its number; bundles of older programs are missing."""
    known = json.loads(store.office.get(HANDS) or "{}")
    return {int(seq): Hands(**told) for seq, told in known.items()}


def _is_tally(raw: bytes) -> bool:
    try:
        return read_line(raw).kind == "ratings-tally"
    except BadLine:
        return False
