"""Values check themselves once: what is outside the format is never made, however it is asked for."""

import base64
import io
import struct
import zipfile
from typing import Any

import msgspec
import pytest
from exchange_kit import DESK, OFFICE, REGISTER, Build, senders
from other_documents import CARD, RECEIPT

from exchange import card, parcel
from exchange.bundle import open_bundle
from exchange.documents import is_moment, read_manifest
from exchange.files import bundle_name, receipt_name
from exchange.journal import BadLine, Line, first_digest, write_line
from exchange.keys import DeskKeys, key_id
from exchange.parcel import MANIFEST, SIGNATURE, Parcel, pack, unpack
from exchange.verdicts import Refused


def test_a_register_id_has_32_bytes() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        first_digest(REGISTER[:-1])


def test_keys_have_their_lengths() -> None:
    with pytest.raises(ValueError, match="length"):
        DeskKeys(bytes(8), bytes(31), bytes(32))


def test_a_fraction_is_never_a_figure() -> None:
    told = {"event": "birth", "registered_on": "2026-10-05", "registration_type": 1, "late": 0, "unit": "21796"}
    line = Line(1, "registered", "2026-10-05", "ab" * 16, 1, told | {"late": 0.0}, None, None)
    with pytest.raises(BadLine, match="figure-value"):
        write_line(line)


@pytest.mark.parametrize(
    ("value", "change"),
    [
        (CARD, {"made_on": "2026-13-01"}),
        (CARD, {"replaces": DESK.public.verify}),
        (CARD, {"replaces": "RW"}),
        (RECEIPT, {"issued_at": "2026-10-31"}),
        (RECEIPT.messages[0], {"on": "today"}),
        (RECEIPT.call_backs[0], {"on": "today"}),
    ],
)
def test_a_document_with_a_wild_date_or_key_cannot_be_made(value: Any, change: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r".+"):
        type(value)(**(msgspec.structs.asdict(value) | change))


def test_a_head_before_the_basis_is_refused_before_the_lines_are_looked_at() -> None:
    raw = Build(lines=[], basis=4, fields={"head": 3}).file()
    with pytest.raises(Exception, match="damaged: manifest-fields"):
        open_bundle(raw, OFFICE, senders())


def test_more_entries_than_a_reader_takes_are_never_packed() -> None:
    members = {f"m{count}": b"" for count in range(7)}
    with pytest.raises(ValueError, match="more than one file"):
        pack(Parcel(b"{}", b"", None, members))


def test_file_names_hold_no_colon_and_no_letter_that_windows_refuses() -> None:
    for name in (bundle_name("21796", 7, "2026-10", 1), receipt_name("21796", 7, 1)):
        assert not set(name) & set('<>:"/\\|?*')
        assert name.isascii()


@pytest.mark.parametrize(
    "text",
    ["2026-10-31T09:00:0Z", "２０２６-10-31T09:00:00Z", "2026-10-31T09:00:00z", "2026-02-29T09:00:00Z"],
)
def test_a_moment_has_twenty_signs_and_exists(text: str) -> None:
    assert not is_moment(text)
    assert is_moment("2026-10-31T09:00:00Z")


def test_a_manifest_that_is_no_object_is_refused() -> None:
    for raw in (b"[]", b'"format"', b"null", b"7"):
        with pytest.raises(Refused) as caught:
            read_manifest(raw, "motcua-card/1", type(CARD))
        assert caught.value.verdict in ("damaged", "not-a-bundle")


def test_a_verification_key_has_42_bytes_and_one_spelling() -> None:
    raw = base64.b64decode(DESK.public.verify)
    assert key_id(DESK.public.verify) == DESK.key_id
    for wrong in (raw[:-1], raw + b"x", b"ED" + raw[2:]):
        with pytest.raises(ValueError, match="verification key"):
            key_id(base64.b64encode(wrong).decode())
    for spelled in (DESK.public.verify + "\n", "*" + DESK.public.verify, DESK.public.verify[:-1] + "é"):
        with pytest.raises(ValueError, match="verification key"):
            key_id(spelled)


def test_a_card_may_be_as_large_as_any_file_of_the_exchange(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = card.write_card(CARD, DESK).raw
    monkeypatch.setattr(card, "LARGEST_FILE", len(raw))
    assert card.read_card(raw).card == CARD
    with pytest.raises(Refused, match="file-size"):
        card.read_card(raw + b" ")


END = struct.Struct("<4s4H2LH")


@pytest.mark.parametrize("place", [1, 2, 3, 7])
def test_an_end_record_that_speaks_of_more_disks_entries_or_comments_is_refused(place: int) -> None:
    raw = pack(Parcel(b"{}", b"s", None, {}))
    told = list(END.unpack(raw[-END.size :]))
    told[place] += 1
    with pytest.raises(Refused) as caught:
        unpack(raw[: -END.size] + END.pack(*told))
    assert (caught.value.verdict, caught.value.detail) == ("not-a-bundle", "zip-end")


def test_an_end_record_alone_holds_no_manifest_and_half_of_one_is_no_end() -> None:
    alone = END.pack(b"PK\x05\x06", 0, 0, 0, 0, 0, 0, 0)
    for raw, detail in ((alone, "no-manifest"), (alone[:-1], "zip-end"), (b"XK" + alone[2:], "zip-end")):
        with pytest.raises(Refused) as caught:
            unpack(raw)
        assert (caught.value.verdict, caught.value.detail) == ("not-a-bundle", detail)


def _with_comment(comment: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in (MANIFEST, SIGNATURE):
            entry = zipfile.ZipInfo(name)
            entry.comment = comment if name == SIGNATURE else b""
            archive.writestr(entry, b"{}")
    return file.getvalue()


def test_a_second_end_hidden_at_the_end_of_the_directory_is_refused() -> None:
    assert unpack(_with_comment(b"PK\x06\x08" + bytes(16))).manifest == b"{}"
    assert unpack(_with_comment(b"PK\x06\x07" + bytes(15))).manifest == b"{}"
    with pytest.raises(Refused, match="zip-end"):
        unpack(_with_comment(b"PK\x06\x07" + bytes(16)))


def test_a_directory_may_be_as_long_as_its_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = _with_comment(b"x" * 100)
    size = END.unpack(raw[-END.size :])[5]
    monkeypatch.setattr(parcel, "_LARGEST_DIRECTORY", size)
    assert unpack(raw).manifest == b"{}"
    monkeypatch.setattr(parcel, "_LARGEST_DIRECTORY", size - 1)
    with pytest.raises(Refused, match="zip-entries"):
        unpack(raw)
