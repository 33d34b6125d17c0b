"""Cards, enrolments and receipts: good ones, and bad ones with the verdict and the check that stops them."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import msgspec
from bad_bundles import Bad
from exchange_kit import (
    APP,
    DESK,
    MOMENT,
    NEW_DESK,
    NUMBER,
    OFFICE,
    OTHER_OFFICE,
    REGISTER,
    STRANGER,
    UNIT,
    digests,
    lines,
    seal,
)

from exchange import canonical
from exchange.card import Card, write_card
from exchange.documents import SetAside, identity, listed
from exchange.enrolment import Enrolment
from exchange.keys import Keys
from exchange.parcel import Parcel, pack, unpack
from exchange.receipt import CONTENTS, Batch, CallBack, Message, Receipt

CARD = Card(unit=UNIT, label="Quầy một cửa", register=REGISTER.hex(), keys=DESK.public, made_on="2026-10-01", app=APP)
NEW_CARD = msgspec.structs.replace(CARD, keys=NEW_DESK.public, replaces=DESK.public.verify, made_on="2027-01-04")
CARD_DOCUMENT = write_card(CARD, DESK).document
ENROLMENT = Enrolment(
    number=1,
    unit=UNIT,
    desk=NUMBER,
    card=CARD_DOCUMENT,
    office=OFFICE.public,
    office_unit="52",
    host="gopy.namhai.example",
    token_key=hashlib.sha256(b"token key").hexdigest(),
    token_generation=1,
    profile="figures",
    smallest_group=5,
    issued_at=MOMENT,
    app=APP,
)
BATCH = Batch(
    id="0a" * 16,
    formed_on="2026-11-01",
    n=6,
    by_score={"5": 4, "3": 2},
    by_channel={"qr": 5, "code": 1},
    reasons={"fast": 3, "waiting": 1},
    comments=("Chờ hơi lâu.", "Cảm ơn cô Sen ở quầy."),
    kinds=("birth", "marriage"),
)
RECEIPT = Receipt(
    number=1,
    unit=UNIT,
    desk=NUMBER,
    register=REGISTER.hex(),
    bundle="cd" * 32,
    verdict="accepted",
    upto=4,
    digest_at_upto=digests(lines(4))[4].hex(),
    office=OFFICE.public,
    issued_at=MOMENT,
    app=APP,
    set_aside=(SetAside(3, "figure-value"),),
    batches=(BATCH,),
    messages=(Message(id="0b" * 16, on="2026-10-30", text="Xin thêm ghế chờ."),),
    call_backs=(CallBack(id="0c" * 16, on="2026-10-30", phone="0900 000 000", text="Buổi chiều."),),
)


def file_of(document: msgspec.Struct, keys: Keys, members: Mapping[str, bytes], /, **changes: Any) -> bytes:
    """The ZIP of a document whose fields were changed (None drops one) before it was signed."""
    fields = (
        msgspec.to_builtins(document) | {"members": [msgspec.to_builtins(one) for one in listed(members)]} | changes
    )
    manifest = canonical.encode({name: value for name, value in fields.items() if value is not None})
    return pack(Parcel(manifest, keys.sign(manifest, "vector"), None, members))


def enrolment_file() -> bytes:
    """A good enrolment, sealed the same every time."""
    return seal(file_of(ENROLMENT, OFFICE, {}), DESK)


def receipt_zip(**changes: Any) -> bytes:
    """A receipt's ZIP, with changed manifest fields or another `contents`."""
    fields = msgspec.to_builtins(RECEIPT)
    told = {name: fields.pop(name) for name in ("set_aside", "batches", "messages", "call_backs")}
    contents = changes.pop("contents", None)
    members = changes.pop("members_found", {CONTENTS: canonical.encode(told) if contents is None else contents})
    listing = [msgspec.to_builtins(one) for one in listed(members)]
    manifest = canonical.encode(fields | {"members": listing} | changes)
    return pack(Parcel(manifest, OFFICE.sign(manifest, "vector"), None, members))


def bad_cards() -> Iterator[Bad]:
    """Cards that must be refused."""
    parcel = unpack(write_card(CARD, DESK).raw)
    rotated = unpack(write_card(NEW_CARD, NEW_DESK, DESK).raw)
    spaced = json.dumps(json.loads(parcel.manifest), sort_keys=True).encode()
    yield Bad("no-zip", "not-a-bundle", "zip-end", b"THE")
    yield Bad("form", "damaged", "manifest-form", pack(Parcel(spaced, DESK.sign(spaced, "v"), None, {})))
    yield Bad("newer", "too-new", "format", file_of(CARD, DESK, {}, format="motcua-card/2"))
    yield Bad("no-key", "damaged", "manifest-fields", file_of(CARD, DESK, {}, keys={"verify": "", "receive": ""}))
    yield Bad("other-key", "bad-signature", "signature-of-another-key", file_of(CARD, STRANGER, {}))
    yield Bad("altered", "bad-signature", "signature", pack(replace(parcel, signature=rotated_number(parcel))))
    one_hand = pack(replace(rotated, previous=None))
    wrong_hand = pack(replace(rotated, previous=STRANGER.sign(rotated.manifest, "v")))
    yield Bad("rotated-by-one", "bad-signature", "previous-signature-missing", one_hand)
    yield Bad("rotated-by-another", "bad-signature", "signature-of-another-key", wrong_hand)
    spare = pack(replace(parcel, previous=parcel.signature))
    yield Bad("signed-twice", "bad-signature", "previous-signature-missing", spare)
    yield Bad("member", "damaged", "members", pack(replace(parcel, members={"photo.jpg": b"x"})))


def bad_enrolments() -> Iterator[Bad]:
    """Enrolments that must be refused by the desk."""
    other = file_of(ENROLMENT, OFFICE, {}, card="ef" * 32)
    parcel = unpack(file_of(ENROLMENT, OFFICE, {}))
    yield Bad("of-another", "not-for-us", "age-recipient", seal(file_of(ENROLMENT, OFFICE, {}), NEW_DESK))
    yield Bad("other-card", "not-for-us", "card", seal(other, DESK))
    foreign = file_of(ENROLMENT, OTHER_OFFICE, {})
    yield Bad("other-key", "bad-signature", "signature-of-another-key", seal(foreign, DESK))
    twice = pack(replace(parcel, previous=parcel.signature))
    yield Bad("signed-twice", "damaged", "members", seal(twice, DESK))
    long_host = {"host": "a" * 41}
    for name, change in {
        "host": long_host,
        "group": {"smallest_group": 4},
        "profile": {"profile": "everything"},
        "basis": {"profile": "register", "legal_basis": " "},
        "moment": {"issued_at": "2026-10-31"},
    }.items():
        yield Bad(
            f"enrolment-{name}", "damaged", "manifest-fields", seal(file_of(ENROLMENT, OFFICE, {}, **change), DESK)
        )
    receipt = seal(receipt_zip(), DESK)
    yield Bad("is-receipt", "not-a-bundle", "format-of-another-document", receipt)


def bad_receipts() -> Iterator[Bad]:
    """Receipts that must be refused by the desk."""
    parcel = unpack(receipt_zip())
    forged = pack(replace(parcel, signature=STRANGER.sign(parcel.manifest, "v")))
    spare = pack(replace(parcel, previous=parcel.signature))
    batch = msgspec.to_builtins(BATCH) | {"n": 7}
    contents = {"set_aside": [], "batches": [batch], "messages": [], "call_backs": []}
    lying = canonical.encode(contents)
    yield Bad("forged", "unknown-sender", "signature-of-another-key", seal(forged, DESK))
    yield Bad("altered", "bad-signature", "signature", seal(pack(replace(parcel, manifest=b"{}")), DESK))
    yield Bad("signed-twice", "damaged", "members", seal(spare, DESK))
    yield Bad("refusing", "damaged", "manifest-fields", seal(receipt_zip(verdict="damaged"), DESK))
    yield Bad("empty", "damaged", "members", seal(receipt_zip(members_found={}), DESK))
    yield Bad("spaced", "damaged", "contents-form", seal(receipt_zip(contents=b"{ }"), DESK))
    yield Bad("lying", "damaged", "contents-fields", seal(receipt_zip(contents=lying), DESK))
    yield Bad("newer", "too-new", "format", seal(receipt_zip(format="motcua-receipt/2"), DESK))


def rotated_number(parcel: Parcel) -> bytes:
    """A signature over other bytes by the right key."""
    return DESK.sign(parcel.manifest + b" ", "vector")


def document(raw: bytes) -> str:
    """The identity of a ZIP's document."""
    return identity(unpack(raw).manifest)
