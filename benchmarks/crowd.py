"""Many desks at once, as a district meets them: true keys, true bundles, lines by the thousand in a moment."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from district.enrolling import Order
from district.house import District, World, make_district
from district.keyring import Cost
from district.paths import Folder
from district.store.office import OfficeFacts
from district.users import Member, Newcomer
from exchange.bundle import Frame, final_manifest, seal_bundle
from exchange.card import Card, write_card
from exchange.figures import book_mark
from exchange.journal import first_digest, next_digest
from exchange.keys import DeskKeys, PublicKeys

LINES_OF_A_CASE = 4
WHO, PASSWORD = "officer", "only for measuring"
CHEAP = Cost(memory=64, passes=1, lanes=1)
"""One guess of a password costs nothing here: keys are opened once in an hour, and never while anything is timed."""
_END = b'"shared":"%s","subject":"%s","version":1}'
_REGISTERED = (
    b'{"figures":{"book":"%s","event":"birth","late":0,"lateness":"on-time","registered_on":"%s","registration_type":1,'
    b'"unit":"%s"},"home":"%s","kind":"registered","on":"%s","position":%d,' + _END
)
_LETTERS = (
    b'{"figures":{"covers":1,"letter":"birth","serial":%d},"home":"%s","kind":"letter-prepared","on":"%s","position":%d,',
    b'{"figures":{"copies":1,"letter":"birth","reprint":0},"home":"%s","kind":"letter-printed","on":"%s","position":%d,',
    b'{"figures":{"delivered_on":"%s","letter":"birth","reaction":"good","way":"counter"},"home":"%s",'
    b'"kind":"letter-delivered","on":"%s","position":%d,',
)
_END_OF_LETTER = b'"shared":null,"subject":"%s","version":1}'


@dataclass
class Office:
    """The level above, with somebody logged in; its clock stands where it is put."""

    folder: Path
    moment: datetime = datetime(2026, 11, 5, 5, tzinfo=UTC)
    district: District = field(init=False)
    member: Member = field(init=False)

    def __post_init__(self) -> None:
        facts = OfficeFacts("01", "gopy.namhai.example", "", "2024-01-01", True, 5)
        world = World(lambda: self.moment, secrets.token_bytes)
        first = Newcomer(WHO, "administrator", PASSWORD)
        self.district = make_district((Folder(self.folder), None), world, facts, first, CHEAP)
        self.member = self.district.users.log_in(WHO, PASSWORD)

    def enrol(self, units: Sequence[str]) -> list[CrowdDesk]:
        """A desk of each of these units, enrolled by its card and trusted."""
        enrolling = self.district.enrolling(self.member)
        office = self.member.open_secrets().keys.public
        desks = [CrowdDesk(unit, office) for unit in units]
        for desk in desks:
            desk.number = enrolling.enrol(desk.card(), Order(desk.unit)).desk
        self.district.refresh_public(self.member.open_secrets())
        return desks

    def communes(self) -> list[str]:
        """Codes of every commune that lives today, the country over."""
        return [unit.code for unit in self.district.units.communes(self.moment.date())]


@dataclass
class CrowdDesk:
    """One desk with its journal in memory: `lines` and the chain's digest after each of them."""

    unit: str
    office: PublicKeys
    number: int = 0
    keys: DeskKeys = field(default_factory=lambda: DeskKeys.make(secrets.token_bytes))
    register: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    lines: list[bytes] = field(default_factory=list)
    digests: list[bytes] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.digests.append(first_digest(self.register))

    def card(self) -> bytes:
        """What the desk shows to be taken in."""
        mine = Card(
            unit=self.unit,
            label="Quầy 1",
            register=self.register.hex(),
            keys=self.keys.public,
            made_on="2024-01-01",
            app="benchmarks",
        )
        return write_card(mine, self.keys).raw

    def work(self, month: str, lines: int) -> None:
        """Write about so many lines of a month ("2026-10"): births, and a letter from the first line to the hand."""
        first = len(self.lines)
        for case in range(lines // LINES_OF_A_CASE):
            self.lines += _case(self, len(self.lines), f"{month}-{case % 28 + 1:02d}".encode())
        for raw in self.lines[first:]:
            self.digests.append(next_digest(self.digests[-1], raw))

    def frame(self, month: str, basis: int = 0, **told: Any) -> Frame:
        """What a bundle of the lines after `basis` says of itself; `told` is said in the place of it."""
        facts = {
            "to": self.office.key_id,
            "unit": self.unit,
            "desk": self.number,
            "register": self.register.hex(),
            "epoch": 1,
            "seq": 1,
            "period": month,
            "basis": basis,
            "digest_at_basis": self.digests[basis].hex(),
            "last_receipt": 0,
            "created_at": f"{month}-28T02:00:00Z",
            "app": "benchmarks",
        }
        return Frame(**(facts | told))

    def bundle(self, month: str, basis: int = 0, head: int | None = None, **told: Any) -> bytes:
        """The sealed bundle of positions basis+1 to head, the newest when none is named."""
        lines = self.lines[basis:head]
        manifest = final_manifest(self.frame(month, basis, **told), lines)
        return seal_bundle(manifest, lines, None, self.keys, [self.office.receive])


def _case(desk: CrowdDesk, position: int, day: bytes) -> Iterator[bytes]:
    subject, letter = (secrets.token_hex(16).encode() for _ in range(2))
    home = [secrets.token_hex(32).encode() for _ in range(LINES_OF_A_CASE)]
    named = (secrets.token_hex(32).encode(), subject)
    book = book_mark(desk.unit, "birth", f"KS {day[:4].decode()}").encode()
    yield _REGISTERED % (book, day, desk.unit.encode(), home[0], day, position + 1, *named)
    prepared, printed, delivered = _LETTERS
    serial = secrets.randbelow(2**22)
    yield (prepared + _END_OF_LETTER) % (serial, home[1], day, position + 2, letter)
    yield (printed + _END_OF_LETTER) % (home[2], day, position + 3, letter)
    yield (delivered + _END_OF_LETTER) % (day, home[3], day, position + 4, letter)
