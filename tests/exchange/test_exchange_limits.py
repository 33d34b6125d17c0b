"""Values check themselves once: what is outside the format is never made, however it is asked for."""

from typing import Any

import msgspec
import pytest
from exchange_kit import DESK, OFFICE, REGISTER, Build, senders
from other_documents import CARD, RECEIPT

from exchange.bundle import open_bundle
from exchange.files import bundle_name, receipt_name
from exchange.journal import BadLine, Line, first_digest, write_line
from exchange.keys import DeskKeys
from exchange.parcel import Parcel, pack


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
