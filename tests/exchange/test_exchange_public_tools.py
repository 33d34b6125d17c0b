"""No office is locked in: the public commands `age`, `unzip`, `minisign` open what we write, and we what they write."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from bad_bundles import good
from exchange_kit import DESK, NEW_DESK, OFFICE, Build, frame, lines, senders
from other_documents import CARD, ENROLMENT, NEW_CARD, RECEIPT

from exchange.bundle import final_manifest, open_bundle, seal_bundle
from exchange.card import write_card
from exchange.documents import identity
from exchange.enrolment import write_enrolment
from exchange.keys import Keys
from exchange.parcel import pack
from exchange.receipt import write_receipt

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run one of the public commands in an empty folder."""

    def command(tool: str, *arguments: str) -> "subprocess.CompletedProcess[bytes]":
        found = shutil.which(tool)
        if found is None:
            pytest.fail(f"the command {tool} is missing: apt-get install {tool}")
        return subprocess.run([found, *arguments], cwd=tmp_path, capture_output=True, check=False)

    return command


def opened_by_hand(run: Run, folder: Path, raw: bytes, keys: Keys) -> None:
    """age -d, then unzip, as the documentation tells."""
    (folder / "file.mctt").write_bytes(raw)
    (folder / "key.txt").write_text(keys.identity() + "\n", encoding="utf-8")
    assert run("age", "-d", "-i", "key.txt", "-o", "file.zip", "file.mctt").returncode == 0
    unzip(run, folder)


def unzip(run: Run, folder: Path) -> None:
    done = run("unzip", "-o", "-q", "file.zip")
    assert (done.returncode, done.stderr) == (0, b"")
    assert (folder / "manifest.json").exists()


def verified(run: Run, verify: str, signature: str = "manifest.json.minisig") -> bool:
    """minisign -V over the unpacked manifest; -H refuses the older form."""
    done = run("minisign", "-V", "-H", "-P", verify, "-m", "manifest.json", "-x", signature)
    return done.returncode == 0


def test_a_bundle_opens_with_age_unzip_and_minisign(run: Run, tmp_path: Path) -> None:
    manifest = final_manifest(frame(), lines(9))
    opened_by_hand(run, tmp_path, seal_bundle(manifest, lines(9), None, DESK, [OFFICE.public.receive]), OFFICE)
    assert (tmp_path / "manifest.json").read_bytes() == manifest
    assert (tmp_path / "lines.ndjson").read_bytes().split(b"\n")[:-1] == lines(9)
    assert verified(run, DESK.public.verify)
    assert not verified(run, NEW_DESK.public.verify)


def test_minisign_notices_one_changed_letter(run: Run, tmp_path: Path) -> None:
    opened_by_hand(run, tmp_path, good()["first"].file(), OFFICE)
    changed = (tmp_path / "manifest.json").read_bytes().replace(b'"seq":1', b'"seq":2')
    (tmp_path / "manifest.json").write_bytes(changed)
    assert not verified(run, DESK.public.verify)


def test_age_opens_nothing_with_another_key(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file.mctt").write_bytes(good()["first"].file())
    (tmp_path / "key.txt").write_text(DESK.identity() + "\n", encoding="utf-8")
    assert run("age", "-d", "-i", "key.txt", "file.mctt").returncode != 0


def test_a_card_needs_only_unzip_and_minisign_and_a_rotated_one_has_two_signatures(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file.zip").write_bytes(write_card(CARD, DESK).raw)
    unzip(run, tmp_path)
    assert verified(run, DESK.public.verify)
    (tmp_path / "file.zip").write_bytes(write_card(NEW_CARD, NEW_DESK, DESK).raw)
    unzip(run, tmp_path)
    assert verified(run, NEW_DESK.public.verify)
    assert verified(run, DESK.public.verify, "manifest.json.previous.minisig")


def test_an_enrolment_and_a_receipt_open_with_the_same_commands(run: Run, tmp_path: Path) -> None:
    for written in (
        write_enrolment(ENROLMENT, OFFICE, DESK.public.receive),
        write_receipt(RECEIPT, OFFICE, DESK.public.receive),
    ):
        opened_by_hand(run, tmp_path, written.raw, DESK)
        assert verified(run, OFFICE.public.verify)
        assert identity((tmp_path / "manifest.json").read_bytes()) == written.document
        (tmp_path / "file.zip").unlink()
    contents = json.loads((tmp_path / "contents.json").read_text(encoding="utf-8"))
    assert contents["batches"][0]["comments"] == ["Chờ hơi lâu.", "Cảm ơn cô Sen ở quầy."]


def test_what_the_age_command_sealed_opens_here(run: Run, tmp_path: Path) -> None:
    build = Build()
    (tmp_path / "file.zip").write_bytes(pack(build.parcel()))
    assert run("age", "-r", OFFICE.public.receive, "-o", "file.mctt", "file.zip").returncode == 0
    opened = open_bundle((tmp_path / "file.mctt").read_bytes(), OFFICE, senders())
    assert opened.document == identity(build.manifest())
