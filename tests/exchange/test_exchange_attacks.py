"""Bundles under attack: whatever the bytes, a named verdict or the honest document; never another exception."""

import random
from collections.abc import Callable
from typing import Any

import pytest
from exchange_kit import DESK, OFFICE, Build, hand_zip, lines, seal, senders, with_shared
from hypothesis import given
from hypothesis import strategies as st
from other_documents import CARD, ENROLMENT, enrolment_file, file_of, receipt_zip

from exchange.bundle import open_bundle
from exchange.card import read_card, write_card
from exchange.enrolment import open_enrolment
from exchange.parcel import pack, unpack
from exchange.receipt import open_receipt
from exchange.verdicts import VERDICTS, Refused

KNOWN = senders()
SMALL = Build(lines=lines(1))
HONEST = open_bundle(SMALL.file(), OFFICE, KNOWN)
STORED = hand_zip([type(entry)(entry.name, entry.raw, method=0) for entry in SMALL.entries()])


def meets_a_verdict(raw: bytes) -> bool:
    """True when refused with a verdict; else the bundle must be the honest one to the last line."""
    try:
        opened = open_bundle(raw, OFFICE, KNOWN)
    except Refused as refused:
        return refused.verdict in VERDICTS
    assert (opened.document, opened.lines) == (HONEST.document, HONEST.lines)
    return False


@pytest.mark.parametrize("mask", [0x01, 0x80, 0xFF])
def test_every_byte_flipped_in_turn_meets_a_verdict(mask: int) -> None:
    raw = SMALL.file()
    for place in range(len(raw)):
        assert meets_a_verdict(raw[:place] + bytes([raw[place] ^ mask]) + raw[place + 1 :])


def test_every_cut_and_every_tail_meets_a_verdict() -> None:
    raw = SMALL.file()
    assert all(meets_a_verdict(raw[:length]) for length in range(len(raw)))
    assert all(meets_a_verdict(raw + raw[:length]) for length in range(1, len(raw), 7))
    assert all(meets_a_verdict(raw[length:]) for length in range(1, len(raw), 7))


@pytest.mark.parametrize(("inner", "step"), [(pack(SMALL.parcel()), 3), (STORED, 1)], ids=["deflated", "stored"])
def test_bytes_flipped_inside_the_seal_meet_a_verdict_or_change_nothing(inner: bytes, step: int) -> None:
    opened = 0
    for place in range(0, len(inner), step):
        flipped = inner[:place] + bytes([inner[place] ^ 0x41]) + inner[place + 1 :]
        opened += not meets_a_verdict(seal(flipped))
    assert opened < 200  # dates, versions and attributes of ZIP entries, which nobody reads


def test_cuts_inside_the_seal_meet_a_verdict() -> None:
    assert all(meets_a_verdict(seal(STORED[:length])) for length in range(0, len(STORED), 3))


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
    for _ in range(800):
        place, raw = dice.randrange(len(STORED)), bytearray(STORED)
        raw[place : place + dice.randrange(4)] = dice.randbytes(dice.randrange(6))
        meets_a_verdict(seal(bytes(raw)))


NAMES = st.sampled_from(sorted(HONEST.manifest.__struct_fields__))


@given(st.dictionaries(NAMES, st.none() | st.integers(-(2**52), 2**52) | st.text()))
def test_a_signed_manifest_with_wild_fields_meets_a_verdict_or_brings_the_honest_lines(fields: dict[str, Any]) -> None:
    try:
        raw = Build(lines=lines(1), fields=fields).file()
    except ValueError:
        return  # text that is not NFC or not text has no canonical bytes
    opened = _refused_or_opened(lambda: open_bundle(raw, OFFICE, KNOWN))
    assert opened is None or opened.lines == HONEST.lines


def test_every_byte_flipped_in_a_card_meets_a_verdict_or_changes_nothing() -> None:
    raw = write_card(CARD, DESK).raw
    honest = read_card(raw)
    for place in range(len(raw)):
        flipped = raw[:place] + bytes([raw[place] ^ 0x01]) + raw[place + 1 :]
        opened = _refused_or_opened(lambda flipped=flipped: read_card(flipped))
        assert opened in (None, honest)


def test_every_byte_flipped_in_an_enrolment_or_receipt_meets_a_verdict() -> None:
    card = ENROLMENT.card
    for raw, opening in (
        (enrolment_file(), lambda raw: open_enrolment(raw, DESK, card)),
        (seal(receipt_zip(), DESK), lambda raw: open_receipt(raw, DESK, OFFICE.public.verify)),
    ):
        for place in range(0, len(raw), 3):
            with pytest.raises(Refused):
                opening(raw[:place] + bytes([raw[place] ^ 0x10]) + raw[place + 1 :])


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
    entries = SMALL.entries()
    bomb = type(entries[0])("lines.ndjson", bytes(129 * 1024 * 1024))
    raw = seal(hand_zip([*entries[:2], bomb]))
    assert len(raw) < 200_000
    with pytest.raises(Refused, match="too-large: zip-member-size"):
        open_bundle(raw, OFFICE, KNOWN)


def test_a_bomb_that_lies_about_its_size_is_never_unpacked_beyond_it() -> None:
    entries = SMALL.entries()
    bomb = type(entries[0])("lines.ndjson", bytes(20 * 1024 * 1024), size=1000)
    with pytest.raises(Refused, match="damaged: zip-content"):
        unpack(hand_zip([*entries[:2], bomb]))


def _refused_or_opened(opening: Callable[[], Any]) -> Any:
    try:
        return opening()
    except Refused:
        return None
