"""Card, enrolment and receipt: written, sealed, opened; keys and rotation."""

import msgspec
import pyrage
import pytest
from exchange_kit import DESK, NEW_DESK, OFFICE, OTHER_OFFICE, STRANGER, stream
from other_documents import CARD, CARD_DOCUMENT, ENROLMENT, NEW_CARD, RECEIPT

from exchange.card import read_card, write_card
from exchange.documents import is_moment
from exchange.enrolment import open_enrolment, write_enrolment
from exchange.keys import DeskKeys, OfficeKeys, PublicKeys, check_signature, key_id, signer
from exchange.receipt import open_receipt, write_receipt
from exchange.seal import LARGEST_FILE, seal_to
from exchange.verdicts import Refused

replaced = msgspec.structs.replace


def test_a_card_is_public_and_read_by_everybody() -> None:
    written = write_card(CARD, DESK)
    opened = read_card(written.raw)
    assert (opened.card, opened.document) == (CARD, written.document)
    assert write_card(CARD, DESK) == written


def test_a_rotated_card_is_signed_by_the_new_and_by_the_old_key() -> None:
    opened = read_card(write_card(NEW_CARD, NEW_DESK, DESK).raw)
    assert opened.card.keys == NEW_DESK.public
    assert opened.card.replaces == DESK.public.verify


def test_a_card_is_not_written_without_the_keys_that_it_names() -> None:
    for card, keys, previous in ((CARD, NEW_DESK, None), (NEW_CARD, NEW_DESK, None), (NEW_CARD, NEW_DESK, STRANGER)):
        with pytest.raises(ValueError, match="signed by the keys"):
            write_card(card, keys, previous)


def test_a_card_too_large_is_refused_before_anything_is_read() -> None:
    with pytest.raises(Refused, match="too-large: file-size"):
        read_card(bytes(LARGEST_FILE + 1))


def test_an_enrolment_reaches_its_desk_and_only_it() -> None:
    written = write_enrolment(ENROLMENT, OFFICE, DESK.public.receive)
    opened = open_enrolment(written.raw, DESK, CARD_DOCUMENT)
    assert (opened.enrolment, opened.document) == (ENROLMENT, written.document)
    with pytest.raises(Refused, match="not-for-us"):
        open_enrolment(written.raw, STRANGER, CARD_DOCUMENT)


def test_an_enrolment_for_an_older_card_is_not_for_this_one() -> None:
    written = write_enrolment(ENROLMENT, OFFICE, DESK.public.receive)
    with pytest.raises(Refused, match="not-for-us: card"):
        open_enrolment(written.raw, DESK, write_card(NEW_CARD, NEW_DESK, DESK).document)


@pytest.mark.parametrize(
    "change",
    [
        {"host": "góp-ý.vn"},
        {"host": "a" * 41},
        {"smallest_group": 4},
        {"profile": "register"},
        {"number": 0},
        {"desk": 0},
        {"desk": 2**14},
        {"token_key": "00"},
        {"unit": "xã"},
        {"legal_basis": "An\u0301"},
    ],
)
def test_an_enrolment_outside_the_format_is_never_written(change: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r".+"):
        write_enrolment(replaced(ENROLMENT, **change), OFFICE, DESK.public.receive)
    with pytest.raises(ValueError, match="signed by the keys"):
        write_enrolment(ENROLMENT, OTHER_OFFICE, DESK.public.receive)


def test_the_profile_register_goes_with_its_legal_basis() -> None:
    wider = replaced(ENROLMENT, profile="register", legal_basis="Công văn 12/STP ngày 01/10/2026")
    written = write_enrolment(wider, OFFICE, DESK.public.receive)
    assert open_enrolment(written.raw, DESK, CARD_DOCUMENT).enrolment == wider


def test_a_receipt_comes_back_whole() -> None:
    written = write_receipt(RECEIPT, OFFICE, DESK.public.receive)
    opened = open_receipt(written.raw, DESK, OFFICE.public.verify)
    assert (opened.receipt, opened.document) == (RECEIPT, written.document)
    again = write_receipt(RECEIPT, OFFICE, DESK.public.receive)
    assert (again.document, again.raw == written.raw) == (written.document, False)


def test_a_receipt_with_thousands_of_lines_set_aside_still_fits() -> None:
    aside = tuple(msgspec.convert({"position": n, "reason": "fork"}, type(RECEIPT.set_aside[0])) for n in range(20_000))
    written = write_receipt(replaced(RECEIPT, set_aside=aside), OFFICE, DESK.public.receive)
    assert len(open_receipt(written.raw, DESK, OFFICE.public.verify).receipt.set_aside) == 20_000


def test_a_receipt_exists_only_for_four_verdicts() -> None:
    for verdict in ("accepted", "already-accepted", "waiting", "forked"):
        write_receipt(replaced(RECEIPT, verdict=verdict), OFFICE, DESK.public.receive)
    with pytest.raises(ValueError, match=r"verdict|enum"):
        write_receipt(replaced(RECEIPT, verdict="damaged"), OFFICE, DESK.public.receive)


@pytest.mark.parametrize(
    "change",
    [
        {"n": 7},
        {"n": 0, "by_score": {}, "by_channel": {}},
        {"by_score": {"6": 6}},
        {"by_channel": {"counter": 6}},
        {"reasons": {"Chờ lâu": 1}},
        {"comments": ("b", "a")},
        {"kinds": ("marriage", "birth")},
        {"kinds": ("wedding",)},
        {"comments": ("x" * 2001,)},
        {"formed_on": "2026-11-31"},
        {"id": "12"},
    ],
)
def test_a_batch_that_does_not_add_up_or_says_more_than_it_may_is_never_written(change: dict[str, object]) -> None:
    fields = {name: getattr(RECEIPT.batches[0], name) for name in RECEIPT.batches[0].__struct_fields__}
    with pytest.raises(ValueError, match=r".+"):
        write_receipt(
            replaced(RECEIPT, batches=(type(RECEIPT.batches[0])(**(fields | change)),)), OFFICE, DESK.public.receive
        )


def test_a_receipt_of_another_office_is_from_an_unknown_sender() -> None:
    foreign = write_receipt(replaced(RECEIPT, office=OTHER_OFFICE.public), OTHER_OFFICE, DESK.public.receive)
    with pytest.raises(Refused, match="unknown-sender"):
        open_receipt(foreign.raw, DESK, OFFICE.public.verify)


def test_keys_made_of_the_same_randomness_are_the_same_and_never_shown() -> None:
    assert DeskKeys.make(stream("desk")) == DESK
    assert DESK.signing.hex() not in repr(DESK)
    assert DESK.identity() not in repr(DESK)
    assert OfficeKeys.from_bytes(OFFICE.to_bytes()) == OFFICE


def test_the_receiving_key_is_one_that_the_age_library_knows() -> None:
    identity = pyrage.x25519.Identity.from_str(DESK.identity())
    assert str(identity) == DESK.identity()
    assert str(identity.to_public()) == DESK.public.receive


@pytest.mark.parametrize(
    "raw", [b"", b"{}", b'{"number":"00","receiving":"00","signing":"00"}', b"[]", b'{"number":1}']
)
def test_what_are_no_keys_is_said_so(raw: bytes) -> None:
    with pytest.raises(ValueError, match=r".+"):
        DeskKeys.from_bytes(raw)


@pytest.mark.parametrize("verify", ["", "RW", "ký", "A" * 56, DESK.public.verify + "\n", DESK.public.verify[:-1]])
def test_what_is_no_verification_key_is_said_so(verify: str) -> None:
    with pytest.raises(ValueError, match="verification key"):
        key_id(verify)


@pytest.mark.parametrize("receive", ["", "age1", DESK.identity(), DESK.public.receive.upper(), "age1" + "q" * 58])
def test_what_is_no_receiving_key_is_said_so(receive: str) -> None:
    with pytest.raises(ValueError, match="receiving key"):
        PublicKeys(DESK.public.verify, receive)


def test_a_signature_is_of_one_key_over_one_text() -> None:
    minisig = DESK.sign(b"manifest", "for people")
    check_signature(DESK.public.verify, b"manifest", minisig)
    assert signer(minisig) == DESK.key_id == key_id(DESK.public.verify)
    with pytest.raises(Refused, match="bad-signature: signature"):
        check_signature(DESK.public.verify, b"Manifest", minisig)


def test_a_key_of_the_same_name_and_another_point_does_not_verify() -> None:
    twin = DeskKeys(DESK.number, STRANGER.signing, STRANGER.receiving)
    with pytest.raises(Refused, match="bad-signature: signature"):
        check_signature(twin.public.verify, b"manifest", DESK.sign(b"manifest", "for people"))


def test_nothing_is_sealed_to_nobody_or_to_a_crowd() -> None:
    for recipients in ([], [DESK.public.receive] * 4):
        with pytest.raises(ValueError, match="recipients"):
            seal_to(b"x", recipients)


@pytest.mark.parametrize(
    "text", ["2026-10-31T09:00:00", "2026-10-31T09:00:00+07", "2026-02-30T00:00:00Z", "", "x" * 20]
)
def test_a_moment_is_utc_to_the_second(text: str) -> None:
    assert not is_moment(text)
    assert is_moment("2026-10-31T09:00:00Z")
