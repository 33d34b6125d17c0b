"""A commune's desk as the district meets it: real keys, real lines, real bundles, nothing of the desk's own app."""

import hashlib
import itertools
from dataclasses import dataclass, field
from datetime import UTC, datetime

from district.enrolling import Order
from district.house import World, make_district
from district.keyring import Cost
from district.paths import Folder
from district.store.office import OfficeFacts
from district.users import Newcomer
from exchange.bundle import Frame, final_manifest, seal_bundle
from exchange.card import Card, write_card
from exchange.documents import identity
from exchange.enrolment import open_enrolment
from exchange.journal import Line, first_digest, next_digest, write_line
from exchange.keys import DeskKeys
from exchange.receipt import open_receipt
from exchange.token import Token

CHEAP = Cost(memory=64, passes=1, lanes=1)
NOON = datetime(2026, 11, 5, 5, 0, tzinfo=UTC)
COMMUNE = "00070"
OTHER_COMMUNE = "00082"
PROVINCE = "01"


def counting_random(seed):
    """Bytes that look random and are the same in every run."""
    numbers = itertools.count()

    def random(length):
        found = b""
        while len(found) < length:
            found += hashlib.sha256(f"{seed}:{next(numbers)}".encode()).digest()
        return found[:length]

    return random


@dataclass
class Clock:
    """The office's clock, moved by hand."""

    moment: datetime = NOON

    def __call__(self):
        return self.moment


def new_district(root, clock=None, smallest_group=5):
    """A practice office of Hà Nội with its administrator `officer`, password `demo`."""
    facts = OfficeFacts(PROVINCE, "gopy.namhai.example", "", "2026-11-01", True, smallest_group)
    world = World(clock or Clock(), counting_random("district"))
    return make_district((Folder(root), None), world, facts, Newcomer("officer", "administrator", "demo"), CHEAP)


@dataclass
class PretendDesk:
    """One desk with its journal in memory."""

    seed: str = "desk"
    unit: str = COMMUNE
    lines: list = field(default_factory=list)
    number: int = 0
    office: object = None
    seq: int = 0

    def __post_init__(self):
        self.random = counting_random(self.seed)
        self.keys = DeskKeys.make(self.random)
        self.register = self.random(32)

    def card(self):
        return write_card(
            Card(
                unit=self.unit,
                label="Quầy 1",
                register=self.register.hex(),
                keys=self.keys.public,
                made_on="2026-11-01",
                app="test",
            ),
            self.keys,
        )

    def take_enrolment(self, raw):
        enrolment = open_enrolment(raw, self.keys, self.card().document).enrolment
        self.number, self.office, self.token_key = enrolment.desk, enrolment.office, enrolment.token_key
        return self

    def add(self, kind, figures, subject=None, version=1, on="2026-10-05"):
        subject = subject or self.random(16).hex()
        line = Line(len(self.lines) + 1, kind, on, subject, version, figures, None, None)
        self.lines.append(write_line(line))
        return subject

    def register_birth(self, on="2026-10-05"):
        return self.add(
            "registered",
            {"event": "birth", "registered_on": on, "registration_type": 1, "late": 0, "unit": self.unit},
            on=on,
        )

    def prepare_letter(self, serial, letter="birth", on="2026-10-06"):
        return self.add("letter-prepared", {"letter": letter, "serial": serial, "covers": 1}, on=on)

    def digest(self, position):
        digest = first_digest(self.register)
        for raw in self.lines[:position]:
            digest = next_digest(digest, raw)
        return digest

    def bundle(self, basis=0, head=None, last_receipt=0, **changed):
        self.seq += 1
        head = len(self.lines) if head is None else head
        lines = self.lines[basis:head]
        facts = {
            "to": self.office.key_id,
            "unit": self.unit,
            "desk": self.number,
            "register": self.register.hex(),
            "epoch": 1,
            "seq": self.seq,
            "period": "2026-10",
            "basis": basis,
            "digest_at_basis": self.digest(basis).hex(),
            "last_receipt": last_receipt,
            "created_at": "2026-11-01T02:00:00Z",
            "app": "test",
        }
        manifest = final_manifest(Frame(**(facts | changed)), lines)
        self.last_manifest = manifest
        return seal_bundle(manifest, lines, None, self.keys, [self.office.receive])

    def read_receipt(self, handed):
        return open_receipt(handed.raw, self.keys, self.office.verify).receipt

    def token(self, serial, letter="birth"):
        return Token(letter, self.number, serial)


def enrol(district, desk, member, **order):
    """Take the desk in and hand it its enrolment."""
    enrolled = district.enrolling(member).enrol(desk.card().raw, Order(desk.unit, **order))
    district.refresh_public(member.open_secrets())
    return desk.take_enrolment(enrolled.raw)


def document_of(desk):
    return identity(desk.last_manifest)


def state_of(district):
    """Everything that imports may change, receipts and acts left out."""
    with district.store.reading() as work:
        desks = work.desks.all()
        lines = {desk.number: list(work.lines.raw(desk.number)) for desk in desks}
        aside = {desk.number: work.lines.aside(desk.number) for desk in desks}
        kept = {desk.number: work.bundles.kept(desk.number, "waiting") for desk in desks}
    return desks, lines, aside, kept


def named_bundle(desk, shared):
    """The desk's whole history with these entries of names."""
    frame = Frame(
        to=desk.office.key_id, unit=desk.unit, desk=desk.number, register=desk.register.hex(), epoch=1, seq=1,
        period="2026-10", basis=0, digest_at_basis=desk.digest(0).hex(), last_receipt=0,
        created_at="2026-11-01T02:00:00Z", app="test",
    )  # fmt: skip
    return seal_bundle(final_manifest(frame, desk.lines, shared), desk.lines, shared, desk.keys, [desk.office.receive])
