"""Genuine files of every kind, made in a real office for a real desk; the fuzzer bends them at every layer."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any

from district.enrolling import Order
from district.house import District, World, make_district
from district.keyring import Cost
from district.paths import Folder
from district.sitting import Sitting
from district.store.office import OfficeFacts
from district.users import Newcomer
from exchange.bundle import Frame, final_manifest, shared_line
from exchange.card import Card, write_card
from exchange.documents import listed
from exchange.enrolment import OpenedEnrolment, open_enrolment
from exchange.journal import Line, commitment, first_digest, next_digest, write_line
from exchange.keys import DeskKeys, Keys, OfficeKeys
from exchange.parcel import Parcel, pack
from exchange.seal import seal_to

UNIT, AT, APP = "00070", "2026-11-01T02:00:00Z", "fuzz"
NOW = datetime(2026, 11, 5, 5, 0, tzinfo=UTC)
HELD = 9
"""The office holds so many lines before the fuzzing begins: bundles may go on, repeat, leave a gap, or contradict."""
LAST = 18


@dataclass
class Road:
    """An office, a desk that it enrolled with names, and the desk's history."""

    district: District
    sitting: Sitting
    desk: DeskKeys
    office: OfficeKeys
    card: bytes
    register: bytes
    enrolled: OpenedEnrolment
    key: bytes
    lines: list[bytes] = field(default_factory=list)
    parts: dict[int, tuple[bytes, bytes]] = field(default_factory=dict)

    def frame(self, basis: int, **changed: Any) -> Frame:
        """What a bundle says before its lines."""
        number, register = self.enrolled.enrolment.desk, self.register.hex()
        fields: dict[str, Any] = {
            "to": self.office.key_id, "unit": UNIT, "desk": number, "register": register, "epoch": 1, "seq": basis + 1,
            "period": "2026-10", "basis": basis, "digest_at_basis": self.digest(basis).hex(), "last_receipt": 0,
            "created_at": AT, "app": APP,
        }  # fmt: skip
        return Frame(**(fields | changed))

    def digest(self, position: int) -> bytes:
        """The chain's digest after that many lines."""
        digest = first_digest(self.register)
        for raw in self.lines[:position]:
            digest = next_digest(digest, raw)
        return digest

    def shared(self, first: int, last: int) -> list[bytes]:
        """The names of those lines, as a bundle carries them."""
        return [shared_line(place, *self.parts[place]) for place in range(first, last + 1) if place in self.parts]

    def bundle(self, basis: int, lines: Sequence[bytes], told: Mapping[str, Any] | None = None) -> bytes:
        """A bundle over these lines as they are, its manifest true unless something else is `told` in it."""
        shared = self.shared(basis + 1, basis + len(lines))
        manifest = final_manifest(self.frame(basis), lines, shared)
        members = {"lines.ndjson": b"".join(raw + b"\n" for raw in lines)}
        members["shared.ndjson"] = b"".join(raw + b"\n" for raw in shared)
        if told:
            manifest = canonical(json.loads(manifest) | told)
        return self.sealed(signed(manifest, self.desk, members), up=True)

    def sealed(self, raw: bytes, *, up: bool) -> bytes:
        """raw as an age file to the office, or down to the desk."""
        return seal_to(raw, [(self.office if up else self.desk).public.receive])


def signed(manifest: bytes, keys: Keys, members: Mapping[str, bytes]) -> bytes:
    """The ZIP of a document over these bytes, whatever they are, with a genuine signature."""
    return pack(Parcel(manifest, keys.sign(manifest, "fuzz"), None, members))


def canonical(value: Any) -> bytes:
    """The value in the canonical spelling, nothing checked."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode(errors="surrogatepass")


def with_members(manifest: bytes, members: Mapping[str, bytes]) -> bytes:
    """The manifest, its list of members true to these."""
    told = [{"name": one.name, "size": one.size, "sha256": one.sha256} for one in listed(members)]
    return canonical(json.loads(manifest) | {"members": told})


def drawn(seed: str) -> Callable[[int], bytes]:
    """Bytes that are the same in every run."""
    return Random(seed).randbytes


def make_road(folder: Path) -> Road:
    """A fresh office in this folder, with one desk whose first lines it holds."""
    world, facts = World(lambda: NOW, drawn("office")), OfficeFacts("01", "gopy.example", "", "2026-11-01", True, 5)
    first = Newcomer("officer", "administrator", "demo")
    district = make_district((Folder(folder), None), world, facts, first, Cost(memory=64, passes=1, lanes=1))
    member, keys, register = district.users.log_in("officer", "demo"), DeskKeys.make(drawn("desk")), drawn("book")(32)
    card = Card(unit=UNIT, label="Quầy 1", register=register.hex(), keys=keys.public, made_on="2026-11-01", app=APP)
    written = write_card(card, keys)
    order = Order(UNIT, profile="register", legal_basis="Công văn 12")
    enrolled = district.enrolling(member).enrol(written.raw, order)
    opened = open_enrolment(enrolled.raw, keys, written.document)
    office = member.open_secrets().keys
    road = Road(district, district.sitting(member), keys, office, written.raw, register, opened, enrolled.raw)
    for place, (kind, figures, subject) in enumerate(_history(), 1):
        _write(road, place, kind, figures, subject)
    road.sitting.receive(road.bundle(0, road.lines[:HELD]))
    return road


def _history() -> Sequence[tuple[str, Mapping[str, Any], str]]:
    """A line of every kind, twice over: a registration with its letter, and what may happen to both."""
    born = {"event": "birth", "registered_on": "2026-10-05", "registration_type": 1, "late": 0, "unit": UNIT}
    letter = {"letter": "birth"}
    given = letter | {"delivered_on": "2026-10-07", "way": "home", "reaction": "good"}
    half: list[tuple[str, Mapping[str, Any], str]] = [
        ("registered", born | {"lateness": "on-time", "flags": ["mobile"]}, "a"),
        ("letter-prepared", letter | {"covers": 2, "serial": 77}, "b"),
        ("letter-printed", letter | {"copies": 1, "reprint": 0}, "b"),
        ("letter-delivered", given, "b"),
        ("amended", born | {"event": "death", "registration_type": 4}, "a"),
        ("letter-voided", letter | {"covers": 1}, "b"),
        ("ratings-tally", {"period": "2026-10", "channel": "slip", "n": 3, "by_score": {"1": 1, "5": 2}}, "c"),
        ("voided", {}, "a"),
        ("local", {}, "d"),
    ]
    return [*half, *((kind, figures, name + "2") for kind, figures, name in half)]


def _write(road: Road, place: int, kind: str, figures: Mapping[str, Any], name: str) -> None:
    subject = hashlib.sha256(name.encode()).hexdigest()[:32]
    promise = None
    if kind == "registered":
        road.parts[place] = hashlib.sha256(b"salt %d" % place).digest(), b'{"names":["A"]}'
        promise = commitment("shared", *road.parts[place])
    version = 2 if kind == "amended" else 1
    road.lines.append(write_line(Line(place, kind, "2026-10-05", subject, version, figures, promise, None)))
