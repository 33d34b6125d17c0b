"""The enrolment: the level above takes a desk in, gives it number, host, token key and profile, sealed to that desk.

It is signed by the key that it brings, so the signature proves only that it is whole; that it is from the right office
the six words of its identity prove, compared by telephone.
"""

from dataclasses import dataclass
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from exchange.documents import (
    ENROLMENT,
    DeskNumber,
    Hex64,
    LongText,
    Member,
    Number,
    ShortText,
    UnitCode,
    Written,
    check_members,
    identity,
    is_moment,
    read_manifest,
    write_manifest,
)
from exchange.keys import DeskKeys, OfficeKeys, PublicKeys, check_signature
from exchange.parcel import Parcel, pack, unpack
from exchange.seal import open_seal, seal_to
from exchange.token import is_host
from exchange.verdicts import Refused


class Enrolment(msgspec.Struct, frozen=True, kw_only=True):
    """The manifest of an enrolment; `number` rises with each one for a desk, `card` is the identity of its card."""

    format: Literal["motcua-enrolment/1"] = "motcua-enrolment/1"
    number: Number
    unit: UnitCode
    desk: DeskNumber
    card: Hex64
    office: PublicKeys
    office_unit: UnitCode
    host: str
    token_key: Hex64
    token_generation: Annotated[int, Meta(ge=1, le=2**32 - 1)]
    profile: Literal["figures", "register"]
    legal_basis: LongText = ""
    smallest_group: Annotated[int, Meta(ge=5, le=1000)]
    issued_at: str
    app: ShortText
    members: tuple[Member, ...] = ()

    def __post_init__(self) -> None:
        if not is_host(self.host):
            raise ValueError("host has letters, digits, dots and hyphens, 40 at most")
        if not is_moment(self.issued_at):
            raise ValueError("issued_at is a moment in UTC")
        if self.profile == "register" and not self.legal_basis.strip():
            raise ValueError("the profile register needs its legal basis")


@dataclass(frozen=True, slots=True)
class OpenedEnrolment:
    """An enrolment for this desk, with the identity (64 hex digits) of which the six words are made."""

    enrolment: Enrolment
    document: str


def write_enrolment(enrolment: Enrolment, keys: OfficeKeys, receive: str) -> Written:
    """The enrolment's file, signed by the office and sealed to the desk's receiving key."""
    if enrolment.office != keys.public:
        raise ValueError("an enrolment is signed by the keys that it brings")
    manifest = write_manifest(enrolment)
    comment = f"{ENROLMENT} {enrolment.unit}-{enrolment.desk} number {enrolment.number}"
    parcel = pack(Parcel(manifest, keys.sign(manifest, comment), None, {}))
    return Written(identity(manifest), seal_to(parcel, [receive]))


def open_enrolment(raw: bytes, ours: DeskKeys, card: str) -> OpenedEnrolment:
    """The enrolment of the desk whose card has this identity; raises Refused. The caller lets no number go back."""
    parcel = unpack(open_seal(raw, ours))
    enrolment = read_manifest(parcel.manifest, ENROLMENT, Enrolment)
    check_signature(enrolment.office.verify, parcel.manifest, parcel.signature)
    if enrolment.card != card:
        raise Refused("not-for-us", "card")
    if parcel.previous is not None:
        raise Refused("damaged", "members")
    check_members(enrolment.members, parcel.members)
    return OpenedEnrolment(enrolment, identity(parcel.manifest))
