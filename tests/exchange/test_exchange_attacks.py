"""Bundles under attack: whatever the bytes, a named verdict or the honest document; never another exception."""

import base64
import random
import zlib
from collections.abc import Callable
from typing import Any

import pytest
from exchange_kit import DESK, OFFICE, Build, Entry, hand_zip, lines, seal, senders, with_shared
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from other_documents import CARD, ENROLMENT, enrolment_file, file_of, receipt_zip
from unit_tables import table, written

from exchange.bundle import open_bundle
from exchange.card import read_card, write_card
from exchange.enrolment import open_enrolment
from exchange.parcel import pack, unpack
from exchange.receipt import open_receipt
from exchange.seal import seal_to
from exchange.update import open_update
from exchange.verdicts import VERDICTS, Refused

KNOWN = senders()
SMALL = Build(lines=lines(1))
HONEST = open_bundle(SMALL.file(), OFFICE, KNOWN)
UP = [OFFICE.public.receive]
STORED = hand_zip([type(entry)(entry.name, entry.raw, method=0) for entry in SMALL.entries()])


def meets_a_verdict(raw: bytes) -> bool:
    """True when refused with a verdict; else the bundle must be the honest one to the last line."""
    try:
        opened = open_bundle(raw, OFFICE, KNOWN)
    except Refused as refused:
        return refused.verdict in VERDICTS
    assert (opened.document, opened.lines) == (HONEST.document, HONEST.lines)
    return False


CARD_FILE = write_card(CARD, DESK).raw
OPENINGS: dict[str, tuple[bytes, Callable[[bytes], Any]]] = {
    "bundle": (SMALL.file(), lambda raw: _told(open_bundle(raw, OFFICE, KNOWN))),
    "card": (CARD_FILE, read_card),
    "enrolment": (enrolment_file(), lambda raw: open_enrolment(raw, DESK, ENROLMENT.card)),
    "receipt": (seal(receipt_zip(), DESK), lambda raw: open_receipt(raw, DESK, OFFICE.public.verify)),
    "update": (written(table()).raw, lambda raw: _told(open_update(raw, OFFICE.public.verify))),
}
SEALED = ("bundle", "enrolment", "receipt")


@pytest.mark.parametrize("kind", OPENINGS)
def test_every_byte_flipped_in_turn_meets_a_verdict_or_changes_nothing(kind: str) -> None:
    raw, opening = OPENINGS[kind]
    honest, opened = opening(raw), 0
    for place in range(len(raw)):
        flipped = raw[:place] + bytes([raw[place] ^ 1 << place % 8]) + raw[place + 1 :]
        found = _refused_or_opened(lambda flipped=flipped: opening(flipped))
        assert found in (None, honest)
        opened += found is not None
    # Unsealed, a ZIP has dates, versions and attributes, and a signature words for people, which nobody reads.
    assert opened == 0 if kind in SEALED else 0 < opened < len(raw) // 4


@pytest.mark.parametrize("kind", OPENINGS)
def test_every_cut_every_byte_more_and_every_lost_beginning_meets_a_verdict(kind: str) -> None:
    raw, opening = OPENINGS[kind]
    bent = [raw[:length] for length in range(len(raw))]
    bent += [raw + bytes([n]) for n in (0, 10, 255)] + [raw + raw[:length] for length in range(1, len(raw), 97)]
    bent += [raw[length:] for length in range(1, len(raw), 7)]
    assert [len(one) for one in bent if _refused_or_opened(lambda one=one: opening(one)) is not None] == []


def test_a_file_in_the_armour_of_age_is_no_bundle_and_is_not_unpacked() -> None:
    lines = base64.encodebytes(SMALL.file())
    armoured = b"-----BEGIN AGE ENCRYPTED FILE-----\n" + lines + b"-----END AGE ENCRYPTED FILE-----\n"
    with pytest.raises(Refused, match="not-a-bundle: age-header"):
        open_bundle(armoured, OFFICE, KNOWN)


@pytest.mark.parametrize(("inner", "step"), [(pack(SMALL.parcel()), 3), (STORED, 1)], ids=["deflated", "stored"])
def test_bytes_flipped_inside_the_seal_meet_a_verdict_or_change_nothing(inner: bytes, step: int) -> None:
    opened = 0
    for place in range(0, len(inner), step):
        flipped = inner[:place] + bytes([inner[place] ^ 0x41]) + inner[place + 1 :]
        opened += not meets_a_verdict(seal_to(flipped, UP))
    assert opened < 200  # dates, versions and attributes of ZIP entries, which nobody reads


def test_cuts_inside_the_seal_meet_a_verdict() -> None:
    assert all(meets_a_verdict(seal_to(STORED[:length], UP)) for length in range(0, len(STORED), 3))


def test_members_swapped_between_two_honest_bundles_meet_a_verdict() -> None:
    first, second = Build().parcel(), with_shared(3).parcel()
    kinds: list[Callable[[Any, Any], Any]] = [
        lambda one, other: type(one)(other.manifest, one.signature, None, one.members),
        lambda one, other: type(one)(one.manifest, other.signature, None, one.members),
        lambda one, other: type(one)(one.manifest, one.signature, None, other.members),
    ]
    for swap in kinds:
        for one, other in ((first, second), (second, first)):
            with pytest.raises(Refused):
                open_bundle(seal(pack(swap(one, other))), OFFICE, KNOWN)


@given(st.data())
def test_random_splices_of_two_files_meet_a_verdict(data: st.DataObject) -> None:
    raw, other = SMALL.file(), seal(STORED)
    start = data.draw(st.integers(0, len(raw)))
    end = data.draw(st.integers(0, len(other)))
    meets_a_verdict(raw[:start] + data.draw(st.binary(max_size=8)) + other[end:])


def test_random_bytes_inside_seal_signature_and_manifest_never_raise_anything_else() -> None:
    dice = random.Random(6)
    for _ in range(400):
        place, raw = dice.randrange(len(STORED)), bytearray(STORED)
        raw[place : place + dice.randrange(4)] = dice.randbytes(dice.randrange(6))
        meets_a_verdict(seal_to(bytes(raw), UP))


NAMES = st.sampled_from(sorted(HONEST.manifest.__struct_fields__))


# To draw a bundle is to sign and seal one: on a busy machine that is slow, and says nothing about the bundle.
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(NAMES, st.none() | st.integers(-(2**52), 2**52) | st.text()))
def test_a_signed_manifest_with_wild_fields_meets_a_verdict_or_brings_the_honest_lines(fields: dict[str, Any]) -> None:
    try:
        raw = Build(lines=lines(1), fields=fields).file()
    except ValueError:
        return  # text that is not NFC or not text has no canonical bytes
    opened = _refused_or_opened(lambda: open_bundle(raw, OFFICE, KNOWN))
    assert opened is None or opened.lines == HONEST.lines


def test_bytes_flipped_inside_an_enrolment_or_receipt_meet_a_verdict_or_change_nothing() -> None:
    enrolment, receipt = file_of(ENROLMENT, OFFICE, {}), receipt_zip()
    for inner, opening in (
        (enrolment, lambda raw: open_enrolment(raw, DESK, ENROLMENT.card)),
        (receipt, lambda raw: open_receipt(raw, DESK, OFFICE.public.verify)),
    ):
        honest = opening(seal(inner, DESK))
        for place in range(0, len(inner), 4):
            raw = seal(inner[:place] + bytes([inner[place] ^ 0x02]) + inner[place + 1 :], DESK)
            assert _refused_or_opened(lambda raw=raw, opening=opening: opening(raw)) in (None, honest)


def test_a_bomb_of_zeros_is_stopped_by_its_declared_size() -> None:
    entries, deflate = SMALL.entries(), zlib.compressobj(9, zlib.DEFLATED, -15)
    mebibyte = deflate.compress(bytes(1 << 20)) + deflate.flush(zlib.Z_FULL_FLUSH)
    bomb = Packed("lines.ndjson", mebibyte * 129 + deflate.flush(), size=129 << 20, crc=0)
    raw = seal(hand_zip([*entries[:2], bomb]))
    assert len(raw) < 200_000
    with pytest.raises(Refused, match="too-large: zip-member-size"):
        open_bundle(raw, OFFICE, KNOWN)


def test_a_bomb_that_lies_about_its_size_is_never_unpacked_beyond_it() -> None:
    entries = SMALL.entries()
    bomb = type(entries[0])("lines.ndjson", bytes(4 << 20), size=1000)
    with pytest.raises(Refused, match="damaged: zip-content"):
        unpack(hand_zip([*entries[:2], bomb]))


class Packed(Entry):
    """An entry whose bytes are deflated already."""

    def packed(self) -> bytes:
        return self.raw


def _told(opened: Any) -> Any:
    return opened.document, getattr(opened, "lines", None) or opened.raw


def _refused_or_opened(opening: Callable[[], Any]) -> Any:
    try:
        return opening()
    except Refused:
        return None
