"""From dice to a bent file: which genuine document, at which layer, bent how."""

from __future__ import annotations

import io
import json
import warnings
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

import msgspec

from common.letter_check import LAYOUTS
from desk_app.paths import resources
from exchange.bundle import final_manifest, shared_line
from exchange.documents import SetAside
from exchange.enrolment import write_enrolment
from exchange.keys import Keys
from exchange.note import SealedNote
from exchange.parcel import Parcel, unpack
from exchange.receipt import Batch, CallBack, Message, Receipt, write_receipt
from exchange.update import UNITS, Update, write_update
from exchange.update_parts import write_parts
from tools.fuzz.bits import bent
from tools.fuzz.papers import APP, AT, HELD, LAST, UNIT, Road, canonical, signed, with_members
from tools.fuzz.trees import spelled, twisted

OUTSIDE = ("file", "zip", "entries")
"""Layers at which nobody but the genuine writer could sign: what opens must be the genuine document."""
Seal = Callable[[bytes], bytes]


@dataclass(frozen=True)
class Paper:
    """One genuine document, taken apart: how it is sealed, who signs it."""

    file: bytes
    parcel: Parcel
    keys: Keys
    seal: Seal


@dataclass(frozen=True)
class Bent:
    """A file to be opened: the layer at which it was bent, and the genuine one behind it."""

    layer: str
    raw: bytes
    genuine: bytes


def bend(dice: Random, paper: Paper, other: Paper) -> Bent:
    """A paper bent at some layer; `other` is a genuine one to borrow from."""
    layer = dice.choice(list(_LAYERS))
    return Bent(layer, _LAYERS[layer](dice, paper, other), paper.file)


def _file(dice: Random, paper: Paper, other: Paper) -> bytes:
    return bent(dice, paper.file, other.file)


def _zip(dice: Random, paper: Paper, other: Paper) -> bytes:
    zips = [signed(one.parcel.manifest, one.keys, one.parcel.members) for one in (paper, other)]
    return paper.seal(bent(dice, zips[0], zips[1]))


def _entries(dice: Random, paper: Paper, other: Paper) -> bytes:
    """Entries of two genuine files mixed, named twice, hidden, stored, in other orders, under odd names."""
    parts = [_parts(paper), _parts(other)]
    names = [dice.choice((name, name, name, *_ODD)) for name in parts[0]] + dice.choices(
        _ODD, k=dice.choice((0, 0, 1, 9))
    )
    dice.shuffle(names)
    packed = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(packed, "w") as archive:
        warnings.simplefilter("ignore")  # names twice are what is wanted here
        for name in names:
            raw = dice.choice(parts).get(name, b"x" * dice.choice((0, 1, 70_000)))
            archive.writestr(zipfile.ZipInfo(name), raw, dice.choice((0, 8, 8, 12)))
        archive.comment = dice.choice((b"", b"", b"PK\x05\x06"))
    return paper.seal(packed.getvalue())


def _manifest(dice: Random, paper: Paper, other: Paper) -> bytes:
    manifest = bent(dice, paper.parcel.manifest, other.parcel.manifest)
    return paper.seal(_signed(manifest, paper, paper.parcel.members))


def _fields(dice: Random, paper: Paper, _: Paper) -> bytes:
    told = twisted(dice, json.loads(paper.parcel.manifest), dice.choice((1, 1, 2, 3)))
    return paper.seal(_signed(spelled(dice, told), paper, paper.parcel.members))


def _members(dice: Random, paper: Paper, other: Paper) -> bytes:
    """Members bent, and a manifest that is true of them."""
    members = {name: bent(dice, raw, other.parcel.members.get(name, b"")) for name, raw in paper.parcel.members.items()}
    return paper.seal(_signed(with_members(paper.parcel.manifest, members), paper, members))


def _values(dice: Random, paper: Paper, _: Paper) -> bytes:
    """What stands in the members bent value by value, line by line, and a manifest that is true of them."""
    members = {name: _twisted_member(dice, raw) for name, raw in paper.parcel.members.items()}
    return paper.seal(_signed(with_members(paper.parcel.manifest, members), paper, members))


_ODD = (
    "../lines.ndjson",
    "/etc/motd",
    "c:\\x",
    "lines.ndjson ",
    "LINES.NDJSON",
    "dòng.ndjson",
    "a" * 65,
    "x/y",
    "note.txt",
)
_LAYERS: Mapping[str, Callable[[Random, Paper, Paper], bytes]] = {
    "file": _file, "zip": _zip, "entries": _entries, "manifest": _manifest, "fields": _fields, "members": _members,
    "values": _values,
}  # fmt: skip


def _parts(paper: Paper) -> dict[str, bytes]:
    whole = signed(paper.parcel.manifest, paper.keys, paper.parcel.members)
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _signed(manifest: bytes, paper: Paper, members: Mapping[str, bytes]) -> bytes:
    # What is too long to be packed is cut: the length itself is tried where the file is bent.
    return signed(manifest[: 64 * 1024], paper.keys, members)


def _twisted_member(dice: Random, raw: bytes) -> bytes:
    try:
        lines = [json.loads(line) for line in raw.splitlines() if line]
    except ValueError:
        return raw
    if not lines:
        return raw
    place = dice.randrange(len(lines))
    lines[place] = twisted(dice, lines[place], dice.choice((1, 2)))
    end = b"\n" if raw.endswith(b"\n") else b""
    return b"\n".join(canonical(line) if n != place else spelled(dice, line) for n, line in enumerate(lines)) + end


def bundle_papers(road: Road) -> tuple[Paper, Paper]:
    """A bundle that goes on where the office stands, and one that tells the whole history again."""
    papers = []
    for basis in (HELD, 0):
        lines = road.lines[basis:]
        shared = road.shared(basis + 1, LAST)
        manifest = final_manifest(road.frame(basis), lines, shared)
        members = {"lines.ndjson": b"".join(one + b"\n" for one in lines)}
        members["shared.ndjson"] = b"".join(one + b"\n" for one in shared)
        papers.append(_paper(signed(manifest, road.desk, members), road.desk, lambda raw: road.sealed(raw, up=True)))
    return papers[0], papers[1]


def lying_bundle(dice: Random, road: Road) -> Bent:
    """What an enrolled desk that is broken or means harm can write: any lines, chained, counted and signed by it."""
    basis = dice.choice((HELD, HELD, HELD, 0, HELD - 3, HELD + 2))
    lines = list(road.lines[basis:])
    for _ in range(dice.choice((1, 1, 2, 5))):
        place = dice.randrange(len(lines))
        lines[place] = _lying_line(dice, lines[place], dice.choice(road.lines))
    if dice.random() < 0.2:
        dice.shuffle(lines)
    told: dict[str, Any] = {}
    if dice.random() < 0.2:
        told = twisted(
            dice, {"epoch": 1, "seq": 2, "last_receipt": 0, "period": "2026-10", "app": "x", "created_at": AT}
        )
    lines = b"\n".join(lines).split(b"\n")
    raw = road.bundle(basis, lines, told if isinstance(told, dict) else {})
    return Bent("lying", raw, b"")


def _lying_line(dice: Random, raw: bytes, other: bytes) -> bytes:
    if dice.random() < 0.25:
        return bent(dice, raw, other)
    try:
        told = json.loads(raw)
    except ValueError:
        return other
    if dice.random() < 0.3:
        return canonical(twisted(dice, told, dice.choice((1, 2))))
    if isinstance(told, dict) and isinstance(told.get("figures"), dict):
        told["figures"] = twisted(dice, told["figures"])
    return canonical(told)


def lying_names(dice: Random, road: Road) -> Bent:
    """Lines as they should be, with names that belong to no line, to another, twice, or to nobody."""
    lines = road.lines[HELD:]
    entries = [*road.shared(1, LAST), shared_line(LAST, bytes(32), b"{}")]
    entries = [
        bent(dice, dice.choice(entries), entries[0]) if dice.random() < 0.5 else dice.choice(entries) for _ in range(4)
    ]
    members = {
        "lines.ndjson": b"".join(one + b"\n" for one in lines),
        "shared.ndjson": b"".join(one + b"\n" for one in entries),
    }
    manifest = final_manifest(road.frame(HELD), lines, road.shared(HELD + 1, LAST))
    raw = road.sealed(signed(with_members(manifest, members), road.desk, members), up=True)
    return Bent("names", raw, b"")


def card_papers(road: Road) -> tuple[Paper, Paper]:
    """The desk's card, and the same one again."""
    paper = _paper(road.card, road.desk, lambda raw: raw)
    return paper, paper


def enrolment_papers(road: Road) -> tuple[Paper, Paper]:
    """The desk's enrolment, and one under the next number."""
    again = msgspec.structs.replace(road.enrolled.enrolment, number=2)
    written = (
        write_enrolment(one, road.office, road.desk.public.receive).raw for one in (road.enrolled.enrolment, again)
    )
    first, second = (
        _paper(road.desk.unseal(raw), road.office, lambda raw: road.sealed(raw, up=False)) for raw in written
    )
    return first, second


def receipt_papers(road: Road) -> tuple[Paper, Paper]:
    """A receipt with everything in it, and a short one."""
    batch = Batch(
        id="0a" * 16, formed_on="2026-11-01", n=5, by_score={"5": 5}, by_channel={"qr": 5}, reasons={"fast": 3},
        comments=("Cảm ơn.",), kinds=("birth",),
    )  # fmt: skip
    short = Receipt(
        number=1, unit=UNIT, desk=road.enrolled.enrolment.desk, register=road.register.hex(), bundle="cd" * 32,
        verdict="accepted", upto=HELD, digest_at_upto=road.digest(HELD).hex(), office=road.office.public, issued_at=AT,
        app=APP, since=0,
    )  # fmt: skip
    full = msgspec.structs.replace(
        short,
        set_aside=(SetAside(3, "figure-value"),),
        batches=(batch,),
        messages=(Message(id="0b" * 16, on="2026-10-30", text="Xin thêm ghế."),),
        call_backs=(CallBack(id="0c" * 16, on="2026-10-30", phone="0900 000 000"),),
        notes=(SealedNote(id="0d" * 16, sealed="YWdl"),),
    )
    files = (write_receipt(one, road.office, road.desk.public.receive).raw for one in (full, short))
    first, second = (
        _paper(road.desk.unseal(raw), road.office, lambda raw: road.sealed(raw, up=False)) for raw in files
    )
    return first, second


def update_papers(road: Road) -> tuple[Paper, Paper]:
    """An update with a small table of units, a letter and a calendar, and one with the table alone."""
    update = Update(office=road.office.public.verify, office_unit="10", edition="2027-01-01", issued_at=AT, app=APP)
    parts = write_parts([LETTER], [(resources() / "calendars" / "quy-14.json").read_bytes()])
    files = (write_update(update, road.office, {UNITS: TABLE, **more}).raw for more in (parts, {}))
    first, second = (_paper(raw, road.office, lambda raw: raw) for raw in files)
    return first, second


LETTER = {
    "name": "marriage-back-en", "kind": "marriage", "layout": "marriage-back-en", "title": "Bản tiếng Anh",
    "from": "2027-01-01", "text": "tên: Bản tiếng Anh\nphiên bản: 2\n" + "".join(
        f"\n== {section}\nCongratulations, {{ten_mien}}.\n" for section in LAYOUTS["marriage-back-en"].sections
    ),
}  # fmt: skip
TABLE = "\n".join(
    (
        "motcua-units/1", "V\t2027-01-01", "E\told\t2008-08-01\t2025-06-30\tcũ", "E\tnew\t2025-07-01\t\tmới",
        "U\t10\t\tTỉnh\tNam Hải\told\tnam hai", "U\t10\t\tTỉnh\tNam Hải\tnew\tnam hai",
        "U\t100\t10\tHuyện\tAn Hòa\told\tan hoa", "U\t10001\t100\tXã\tAn Liên\told\tan lien",
        "U\t10001\t10\tXã\tAn Liên\tnew\tan lien", "S\t100\t10001", "",
    )
).encode()  # fmt: skip


def _paper(packed: bytes, keys: Keys, seal: Seal) -> Paper:
    return Paper(seal(packed), unpack(packed), keys, seal)
