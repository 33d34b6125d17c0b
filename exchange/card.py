"""The desk card, public: who this desk is, which register it keeps and which keys are its own.

A card that takes over from an older one (`replaces`) is signed by the new key and by the old one.
"""

from dataclasses import dataclass
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from exchange.documents import (
    CARD,
    Hex64,
    Member,
    ShortText,
    UnitCode,
    Written,
    check_members,
    identity,
    read_manifest,
    write_manifest,
)
from exchange.keys import DeskKeys, PublicKeys, check_signature, key_id
from exchange.parcel import Parcel, pack, unpack
from exchange.seal import LARGEST_FILE
from exchange.shapes import is_day
from exchange.verdicts import Refused


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """The manifest of a card: `label` as people call the desk, `replaces` the older verification key or empty."""

    format: Literal["motcua-card/1"] = "motcua-card/1"
    unit: UnitCode
    label: Annotated[str, Meta(min_length=1, max_length=80)]
    register: Hex64
    keys: PublicKeys
    replaces: str = ""
    made_on: str
    app: ShortText
    members: tuple[Member, ...] = ()

    def __post_init__(self) -> None:
        if not is_day(self.made_on):
            raise ValueError("made_on is an ISO date")
        if self.replaces and key_id(self.replaces) == self.keys.key_id:
            raise ValueError("a card does not replace itself")


@dataclass(frozen=True, slots=True)
class OpenedCard:
    """A card whose signatures hold, with its identity (64 hex digits)."""

    card: Card
    document: str


def write_card(card: Card, keys: DeskKeys, previous: DeskKeys | None = None) -> Written:
    """The card's file, signed by its own keys and, when it replaces a card, by the previous ones too."""
    if card.keys != keys.public or card.replaces != (previous.public.verify if previous else ""):
        raise ValueError("a card is signed by the keys that it names")
    manifest = write_manifest(card)
    comment = f"{CARD} {card.unit}"
    older = previous.sign(manifest, comment) if previous else None
    return Written(identity(manifest), pack(Parcel(manifest, keys.sign(manifest, comment), older, {})))


def read_card(raw: bytes) -> OpenedCard:
    """A card as another desk wrote it; raises Refused. Whose it really is, people compare."""
    if len(raw) > LARGEST_FILE:
        raise Refused("too-large", "file-size")
    parcel = unpack(raw)
    card = read_manifest(parcel.manifest, CARD, Card)
    check_signature(card.keys.verify, parcel.manifest, parcel.signature)
    _check_previous(card, parcel)
    check_members(card.members, parcel.members)
    return OpenedCard(card, identity(parcel.manifest))


def _check_previous(card: Card, parcel: Parcel) -> None:
    if not card.replaces and parcel.previous is None:
        return
    if not card.replaces or parcel.previous is None:
        raise Refused("bad-signature", "previous-signature-missing")
    check_signature(card.replaces, parcel.manifest, parcel.previous)
