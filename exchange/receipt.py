"""The receipt: what the level above says back to one desk about one bundle, with the ratings that are due.

The manifest holds the decision; what may grow long (lines set aside, batches, messages, call-backs) lies in one member,
`contents.json`, since a manifest has at most 64 KiB.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from exchange import canonical
from exchange.documents import (
    RECEIPT,
    Count,
    DeskNumber,
    Hex32,
    Hex64,
    LongText,
    Member,
    Number,
    SetAside,
    ShortText,
    UnitCode,
    Written,
    check_members,
    identity,
    is_moment,
    listed,
    read_canonical,
    read_manifest,
    shaped,
    write_manifest,
)
from exchange.figures import LETTERS
from exchange.fork import Fork
from exchange.keys import DeskKeys, OfficeKeys, PublicKeys, check_signature, key_id, signer
from exchange.note import SealedNote, read_note
from exchange.parcel import Parcel, pack, unpack
from exchange.seal import open_by_any, seal_to
from exchange.shapes import is_day
from exchange.verdicts import Refused

CONTENTS = "contents.json"
Answer = Literal["accepted", "already-accepted", "waiting", "forked"]
Score = Literal["1", "2", "3", "4", "5"]
Channel = Literal["qr", "code"]
Code = Annotated[str, Meta(pattern=r"\A[a-z0-9][a-z0-9_-]{0,31}\Z")]


class Batch(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Answers to letters, pooled: at least the smallest group, comments sorted by text and joined to no score. `scale`
    is how many levels the scores have; absent: three."""

    id: Hex32
    formed_on: str
    n: Number
    by_score: Mapping[Score, Count]
    by_channel: Mapping[Channel, Count]
    reasons: Mapping[Code, Count]
    comments: tuple[LongText, ...]
    kinds: tuple[str, ...]
    scale: Literal[3, 5] = 3

    def __post_init__(self) -> None:
        if not is_day(self.formed_on):
            raise ValueError("formed_on is an ISO date")
        if self.n != sum(self.by_score.values()) or self.n != sum(self.by_channel.values()):
            raise ValueError("scores and channels each add up to n")
        if list(self.comments) != sorted(self.comments):
            raise ValueError("comments are sorted by text")
        if not set(self.kinds) <= LETTERS or list(self.kinds) != sorted(set(self.kinds)):
            raise ValueError("kinds are letters, sorted, each once")


class Message(msgspec.Struct, frozen=True, kw_only=True):
    """Words that a citizen asked to send to the office at once; no score, no letter."""

    id: Hex32
    on: str
    text: LongText

    def __post_init__(self) -> None:
        if not is_day(self.on):
            raise ValueError("on is an ISO date")


class CallBack(msgspec.Struct, frozen=True, kw_only=True):
    """A citizen's wish to be called back."""

    id: Hex32
    on: str
    phone: Annotated[str, Meta(max_length=40)]
    text: LongText = ""

    def __post_init__(self) -> None:
        if not is_day(self.on):
            raise ValueError("on is an ISO date")


class Drawn(msgspec.Struct, frozen=True, kw_only=True):
    """A letter drawn by lot: the office shows who signed when it was handed over."""

    serial: Annotated[int, Meta(ge=0, le=2**22 - 1)]
    letter: str

    def __post_init__(self) -> None:
        if self.letter not in LETTERS:
            raise ValueError("letter is one of the letters")


class Receipt(msgspec.Struct, frozen=True, kw_only=True):
    """The whole receipt. `number` rises by one for a desk; `bundle` is the identity of the bundle answered; the chain
    of the level above reaches position `upto` with `digest_at_upto`. `notes` are messages and call-backs that only the
    desk can open: opening the receipt adds them to `messages` and `call_backs`. `since` is the receipt that the bundle
    had named: all that is due after it is in this one (None: written before receipts said so). `forks` is what a
    restored desk lacks. `draw` are letters whose hand-over is to be shown."""

    format: Literal["motcua-receipt/1"] = "motcua-receipt/1"
    number: Number
    unit: UnitCode
    desk: DeskNumber
    register: Hex64
    bundle: Hex64
    verdict: Answer
    upto: Count
    digest_at_upto: Hex64
    office: PublicKeys
    issued_at: str
    app: ShortText
    set_aside: tuple[SetAside, ...] = ()
    batches: tuple[Batch, ...] = ()
    messages: tuple[Message, ...] = ()
    call_backs: tuple[CallBack, ...] = ()
    notes: tuple[SealedNote, ...] = ()
    since: Count | None = None
    forks: tuple[Fork, ...] = ()
    draw: tuple[Drawn, ...] = ()

    def __post_init__(self) -> None:
        if not is_moment(self.issued_at):
            raise ValueError("issued_at is a moment in UTC")


class _Manifest(msgspec.Struct, frozen=True, kw_only=True):
    members: tuple[Member, ...]


class _Contents(msgspec.Struct, frozen=True, kw_only=True):
    set_aside: tuple[SetAside, ...]
    batches: tuple[Batch, ...]
    messages: tuple[Message, ...]
    call_backs: tuple[CallBack, ...]
    notes: tuple[SealedNote, ...] = ()
    forks: tuple[Fork, ...] = ()
    draw: tuple[Drawn, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenedReceipt:
    """A receipt for this desk, with its identity (64 hex digits)."""

    receipt: Receipt
    document: str


def write_receipt(receipt: Receipt, keys: OfficeKeys, receive: str) -> Written:
    """The receipt's file, signed by the office and sealed to the desk's receiving key; raises ValueError."""
    write_manifest(receipt)  # every field checked, also those that move into the member
    fields = msgspec.to_builtins(receipt)
    told = {name: fields.pop(name) for name in _Contents.__struct_fields__}
    for newer in ("notes", "forks", "draw"):
        if not told[newer]:
            del told[newer]
    if fields["since"] is None:
        del fields["since"]
    members = {CONTENTS: canonical.encode(told)}
    manifest = canonical.encode(fields | {"members": msgspec.to_builtins(listed(members))})
    comment = f"{RECEIPT} {receipt.unit}-{receipt.desk} number {receipt.number}"
    parcel = pack(Parcel(manifest, keys.sign(manifest, comment), None, members))
    return Written(identity(manifest), seal_to(parcel, [receive]))


def open_receipt(raw: bytes, ours: DeskKeys, office: str, others: Sequence[DeskKeys] = ()) -> OpenedReceipt:
    """The receipt that the office with this verification key wrote to us; raises Refused. `others` are pairs of ours
    that may open it, or what lies in it, as well.

    The caller takes it only for its own unit, desk and register, and only with a number that it has not yet seen.
    """
    keys = (ours, *others)
    parcel = unpack(open_by_any(raw, keys))
    if signer(parcel.signature) != key_id(office):
        raise Refused("unknown-sender", "signature-of-another-key")
    check_signature(office, parcel.manifest, parcel.signature)
    receipt = read_manifest(parcel.manifest, RECEIPT, Receipt)
    members = read_manifest(parcel.manifest, RECEIPT, _Manifest).members
    if [member.name for member in members] != [CONTENTS] or parcel.previous is not None:
        raise Refused("damaged", "members")
    check_members(members, parcel.members)
    found = read_canonical(parcel.members[CONTENTS], "contents-form")
    contents = shaped(found, _Contents, "contents-fields")
    filled = {name: getattr(contents, name) for name in _Contents.__struct_fields__}
    whole = _with_notes(msgspec.structs.replace(receipt, **filled), keys)
    return OpenedReceipt(whole, identity(parcel.manifest))


def _with_notes(receipt: Receipt, keys: Sequence[DeskKeys]) -> Receipt:
    read = [(note.id, told) for note in receipt.notes if (told := read_note(note, *keys)) is not None]
    calls = [CallBack(id=one, on=told.on, phone=told.phone, text=told.text) for one, told in read if told.phone]
    words = [Message(id=one, on=told.on, text=told.text) for one, told in read if not told.phone]
    return msgspec.structs.replace(
        receipt, messages=(*receipt.messages, *words), call_backs=(*receipt.call_backs, *calls)
    )
