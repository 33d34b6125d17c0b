"""The update: what the level above hands down to all its desks, on one stick: the table of units, letters, report
calendars, question sets.

It is signed and, like the card, not sealed: what it carries is public, and one file serves every desk.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from common.unit_check import LARGEST, BadUnitTable, checked_table
from common.units import UnitTable
from exchange.documents import (
    UPDATE,
    Member,
    ShortText,
    UnitCode,
    Written,
    check_members,
    identity,
    is_moment,
    listed,
    read_manifest,
    write_manifest,
)
from exchange.keys import OfficeKeys, check_signature, key_id, signer
from exchange.parcel import Parcel, pack, unpack
from exchange.shapes import is_day
from exchange.update_parts import CALENDARS, LETTERS, QUESTIONS, Parts, read_parts
from exchange.verdicts import Refused

UNITS = "units.tsv"
MEMBERS = frozenset({UNITS, LETTERS, CALENDARS, QUESTIONS})
LARGEST_UPDATE = 4 << 20
"""Bytes of the largest file; the country's table is packed a twentieth of that."""


class Update(msgspec.Struct, frozen=True, kw_only=True):
    """The manifest of an update: whose it is (`office` is the verification key that signs, `office_unit` its unit), its
    `edition`, a day (the table's where one travels, else that of the issue), and when it was issued: of two updates
    that bring the same thing the one issued later is the newer."""

    format: Literal["motcua-update/1"] = "motcua-update/1"
    office: Annotated[str, Meta(max_length=100)]
    office_unit: UnitCode
    edition: str
    issued_at: str
    app: ShortText
    members: tuple[Member, ...] = ()

    def __post_init__(self) -> None:
        key_id(self.office)
        if not is_day(self.edition):
            raise ValueError("edition is an ISO date")
        if not is_moment(self.issued_at):
            raise ValueError("issued_at is a moment in UTC")


@dataclass(frozen=True, slots=True)
class OpenedUpdate:
    """An update of the office that was asked for, every part of it looked through; `raw` are the bytes of the table
    `units` where one travels."""

    update: Update
    document: str
    raw: bytes
    units: UnitTable | None
    parts: Parts


def write_update(update: Update, keys: OfficeKeys, members: Mapping[str, bytes]) -> Written:
    """The update's file. Raises ValueError; BadUnitTable and Refused for a part that no desk would take."""
    edition = checked_table(members[UNITS]).edition.isoformat() if UNITS in members else update.edition
    if update.office != keys.public.verify or update.edition != edition:
        raise ValueError("an update is signed by the key that it names, and names its table's edition")
    if not members or members.keys() - MEMBERS:
        raise ValueError("an update carries something, and nothing that no desk knows")
    read_parts(members)
    whole = msgspec.structs.replace(update, members=listed(members))
    manifest = write_manifest(whole)
    written = Parcel(manifest, keys.sign(manifest, f"{UPDATE} {update.edition}"), None, members)
    return Written(identity(manifest), pack(written))


def open_update(raw: bytes, office: str) -> OpenedUpdate:
    """An update that the office with this verification key signed; raises Refused. Whether it is newer than what is in
    force the caller decides."""
    if len(raw) > LARGEST_UPDATE:
        raise Refused("too-large", "file-size")
    parcel = unpack(raw)
    if signer(parcel.signature) != key_id(office):
        raise Refused("unknown-sender", "signature-of-another-key")
    check_signature(office, parcel.manifest, parcel.signature)
    update = read_manifest(parcel.manifest, UPDATE, Update)
    if update.office != office:
        raise Refused("unknown-sender", "key")
    if {member.name for member in update.members} - MEMBERS:
        raise Refused("too-new", "member-unknown")
    if not update.members or parcel.previous is not None:
        raise Refused("damaged", "members")
    check_members(update.members, parcel.members)
    units = parcel.members.get(UNITS, b"")
    table = _table(units, update.edition) if UNITS in parcel.members else None
    return OpenedUpdate(update, identity(parcel.manifest), units, table, read_parts(parcel.members))


def _table(raw: bytes, edition: str) -> UnitTable:
    if len(raw) > LARGEST:
        raise Refused("too-large", "units-size")
    try:
        table = checked_table(raw)
    except BadUnitTable as bad:
        raise Refused("damaged", f"units-{bad.code}") from bad
    if table.edition.isoformat() != edition:
        raise Refused("damaged", "units-edition")
    return table
