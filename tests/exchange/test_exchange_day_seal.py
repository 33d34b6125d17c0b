"""Many small files to one recipient in a day: ordinary age files, with one header and a payload key each."""

import os
import subprocess
from pathlib import Path

import pyrage
import pytest

from exchange.day_seal import LARGEST, DayOpener, DaySeal
from exchange.keys import OfficeKeys, recipient_bytes

OFFICE = OfficeKeys.make(os.urandom)


def test_what_is_sealed_opens_with_the_library_and_with_the_public_tool(tmp_path: Path) -> None:
    seal = DaySeal(OFFICE.public.receive, os.urandom)
    for length in (0, 1, 320, LARGEST):
        raw = os.urandom(length)
        assert OFFICE.unseal(seal.seal(raw, "2026-11-21")) == raw
    (tmp_path / "id").write_text(OFFICE.identity(), encoding="ascii")
    (tmp_path / "ballot.age").write_bytes(seal.seal(b"xin chao", "2026-11-21"))
    tool = ["age", "-d", "-i", tmp_path / "id", tmp_path / "ballot.age"]
    assert subprocess.run(tool, capture_output=True, check=True).stdout == b"xin chao"
    with pytest.raises(ValueError, match="longer"):
        seal.seal(bytes(LARGEST + 1), "2026-11-21")


def test_files_of_a_day_share_a_header_and_no_key_and_the_next_day_begins_anew() -> None:
    seal = DaySeal(OFFICE.public.receive, os.urandom)
    first, second, later = (seal.seal(b"a" * 320, day) for day in ("2026-11-21", "2026-11-21", "2026-11-22"))
    assert len(first) == len(second) == len(later)
    header = first.index(b"\n---")
    assert first[:header] == second[:header] != later[:header]
    assert len({one[-336:] for one in (first, second, later)}) == 3


def test_a_bit_turned_over_and_another_recipient_open_nothing() -> None:
    raw = bytearray(DaySeal(OFFICE.public.receive, os.urandom).seal(b"a", "2026-11-21"))
    with pytest.raises(pyrage.DecryptError):
        OfficeKeys.make(os.urandom).unseal(bytes(raw))
    for place in (30, 120, len(raw) - 1):
        bent = bytearray(raw)
        bent[place] ^= 1
        with pytest.raises(pyrage.DecryptError):
            OFFICE.unseal(bytes(bent))


def test_files_of_one_header_are_opened_as_the_library_opens_them() -> None:
    seal, opener, stranger = DaySeal(OFFICE.public.receive, os.urandom), DayOpener(OFFICE), OfficeKeys.make(os.urandom)
    files = [seal.seal(bytes([n]) * 320, day) for n, day in enumerate(("2026-11-21", "2026-11-21", "2026-11-22"))]
    plain = pyrage.encrypt(b"plain", [pyrage.x25519.Recipient.from_str(OFFICE.public.receive)])
    assert [opener.unseal(raw) for raw in (*files, plain)] == [OFFICE.unseal(raw) for raw in (*files, plain)]
    for place in range(0, len(files[0]), 7):
        bent = bytearray(files[0])
        bent[place] ^= 1
        with pytest.raises(pyrage.DecryptError):
            DayOpener(OFFICE).unseal(bytes(bent))
        with pytest.raises(pyrage.DecryptError):
            opener.unseal(bytes(bent))
    for raw in (*files, plain, b"", files[0][:200], files[0][:-1]):
        with pytest.raises(pyrage.DecryptError):
            DayOpener(stranger).unseal(raw)


def test_the_header_of_a_day_is_opened_once_and_the_library_is_asked_only_for_what_is_of_another_kind(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[bytes] = []
    unseal = OfficeKeys.unseal
    monkeypatch.setattr(OfficeKeys, "unseal", lambda keys, raw: asked.append(raw) or unseal(keys, raw))
    seal, opener = DaySeal(OFFICE.public.receive, os.urandom), DayOpener(OFFICE)
    files = [seal.seal(bytes([n]) * n, "2026-11-21") for n in range(5)]
    assert [opener.unseal(raw) for raw in files] == [bytes([n]) * n for n in range(5)]
    assert asked == []
    recipients = [
        pyrage.x25519.Recipient.from_str(each.public.receive) for each in (OFFICE, OfficeKeys.make(os.urandom))
    ]
    foreign = pyrage.encrypt(b"plain", recipients)
    assert opener.unseal(foreign) == b"plain"
    assert asked == [foreign]


def test_a_header_whose_proof_was_bent_is_left_to_the_library_which_refuses_it() -> None:
    raw = DaySeal(OFFICE.public.receive, os.urandom).seal(b"a", "2026-11-21")
    proof = raw.index(b"\n---") + 10
    bent = raw[:proof] + (b"A" if raw[proof : proof + 1] != b"A" else b"B") + raw[proof + 1 :]
    with pytest.raises(pyrage.DecryptError):
        DayOpener(OFFICE).unseal(bent)


def test_a_day_without_a_name_begins_a_header_as_any_other() -> None:
    seal = DaySeal(OFFICE.public.receive, os.urandom)
    assert [OFFICE.unseal(seal.seal(b"a", day)) for day in ("", "2026-11-21", "")] == [b"a"] * 3


def test_a_recipient_is_read_as_the_public_key_behind_it() -> None:
    identity = pyrage.x25519.Identity.generate()
    recipient = str(identity.to_public())
    assert identity is not None
    assert len(recipient_bytes(recipient)) == 32
    with pytest.raises(ValueError, match="receiving key"):
        recipient_bytes(recipient[:-1] + ("q" if recipient[-1] != "q" else "p"))
