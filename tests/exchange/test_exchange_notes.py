"""A citizen's words travel sealed inside a receipt; only their desk reads them, and junk blocks nothing."""

import base64
import json

import msgspec
import pytest
from exchange_kit import DESK, NEW_DESK, OFFICE, seal
from other_documents import RECEIPT

from exchange.note import Note, SealedNote, carried, read_note
from exchange.receipt import open_receipt, write_receipt

TOLD = {"on": "2026-10-30", "text": "Cảm ơn cô Sen.", "phone": ""}


def sealed(told: object) -> SealedNote:
    return carried("0d" * 16, seal(json.dumps(told).encode(), DESK))


def test_a_note_is_read_by_its_desk_and_by_no_other() -> None:
    assert read_note(sealed(TOLD), DESK) == Note(on="2026-10-30", text="Cảm ơn cô Sen.")
    assert read_note(sealed(TOLD), NEW_DESK) is None


@pytest.mark.parametrize(
    "told", ["text", [], {}, {"on": "yesterday"}, TOLD | {"phone": "0" * 41}, TOLD | {"text": "x" * 2001}]
)
def test_a_note_of_another_form_is_nothing(told: object) -> None:
    assert read_note(sealed(told), DESK) is None


@pytest.mark.parametrize("raw", [b"", b"age", b"[" * 100_000, b"\xff", b"{}"])
def test_junk_sealed_or_not_is_nothing(raw: bytes) -> None:
    assert read_note(SealedNote(id="0d" * 16, sealed=base64.b64encode(raw).decode()), DESK) is None
    assert read_note(SealedNote(id="0d" * 16, sealed="chữ"), DESK) is None
    assert read_note(carried("0d" * 16, seal(raw, DESK)), DESK) is None


def test_a_receipt_brings_readable_notes_as_messages_and_call_backs_and_junk_blocks_nothing() -> None:
    notes = (sealed(TOLD), sealed(TOLD | {"phone": "0900 000 000"}), SealedNote(id="0e" * 16, sealed="AAAA"))
    bare = msgspec.structs.replace(RECEIPT, messages=(), call_backs=(), notes=notes)
    told = open_receipt(write_receipt(bare, OFFICE, DESK.public.receive).raw, DESK, OFFICE.public.verify).receipt
    assert [one.text for one in told.messages] == ["Cảm ơn cô Sen."]
    assert [one.phone for one in told.call_backs] == ["0900 000 000"]


def test_a_note_opens_with_any_pair_of_the_desk_and_junk_between_its_letters_is_no_note() -> None:
    told = sealed(TOLD)
    for ours in (
        (DESK, NEW_DESK),
        (NEW_DESK, DESK),
        (NEW_DESK, NEW_DESK, DESK),
        (NEW_DESK, DESK, NEW_DESK),
        (DESK, NEW_DESK, NEW_DESK),
    ):
        assert read_note(told, *ours) == Note(on="2026-10-30", text="Cảm ơn cô Sen.")
    assert read_note(told, NEW_DESK, NEW_DESK) is None
    bent = msgspec.structs.replace(told, sealed=told.sealed[:20] + "*" + told.sealed[20:])
    assert read_note(bent, DESK) is None
    cut = msgspec.structs.replace(told, sealed=base64.b64encode(base64.b64decode(told.sealed)[:-1]).decode())
    assert read_note(cut, DESK, NEW_DESK) is None


def test_what_a_note_says_comes_out_of_the_receipt_under_its_own_number() -> None:
    notes = (carried("0a" * 16, seal(json.dumps(TOLD).encode(), DESK)),
             carried("0b" * 16, seal(json.dumps(TOLD | {"phone": "09"}).encode(), DESK)))  # fmt: skip
    bare = msgspec.structs.replace(RECEIPT, messages=(), call_backs=(), notes=notes)
    told = open_receipt(write_receipt(bare, OFFICE, DESK.public.receive).raw, DESK, OFFICE.public.verify).receipt
    assert [(one.id, one.on, one.text) for one in told.messages] == [("0a" * 16, "2026-10-30", TOLD["text"])]
    assert [(one.id, one.on, one.phone, one.text) for one in told.call_backs] == [
        ("0b" * 16, "2026-10-30", "09", TOLD["text"])
    ]
