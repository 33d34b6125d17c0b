"""A pack of evidence is looked at member by member, and nothing of it is trusted that its manifest does not prove."""

import hashlib
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from exchange import evidence_pack
from exchange.evidence_pack import MANIFEST, NotAPack, look_at_pack

FILES = {"anh/1.jpg": b"jpg" * 1000, "giay/2.pdf": b"pdf", "trong": b"", "lon.bin": bytes(3 << 20)}


def _listed(files: dict[str, bytes]) -> list[dict[str, Any]]:
    return [{"path": name, "sha256": hashlib.sha256(raw).hexdigest(), "size": len(raw)} for name, raw in files.items()]


def _pack(path: Path, files: dict[str, bytes], **changes: Any) -> bytes:
    told = {"unit": "26461", "year": 2026, "version": 2, "members": _listed(FILES), **changes}
    manifest = json.dumps(told).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(MANIFEST, manifest)
        for name, raw in files.items():
            archive.writestr(name, raw)
    return manifest


def test_a_whole_pack_tells_whose_it_is_its_digest_and_its_count(tmp_path: Path) -> None:
    manifest = _pack(tmp_path / "goi.zip", FILES)
    steps: list[tuple[int, int]] = []
    seen = look_at_pack(tmp_path / "goi.zip", lambda done, total: steps.append((done, total)))
    assert (seen.unit, seen.year, seen.version, seen.members) == ("26461", 2026, 2, 4)
    assert (seen.digest, seen.differing) == (hashlib.sha256(manifest).hexdigest(), ())
    assert steps == [(0, 4), (1, 4), (2, 4), (3, 4)]
    assert look_at_pack(tmp_path / "goi.zip") == seen


CHANGES: dict[str, tuple[Callable[[dict[str, bytes]], dict[str, bytes]], tuple[str, ...]]] = {
    "changed": (lambda files: {**files, "giay/2.pdf": b"pdg"}, ("giay/2.pdf",)),
    "longer": (lambda files: {**files, "trong": b"x"}, ("trong",)),
    "shorter": (lambda files: {**files, "lon.bin": bytes((3 << 20) - 1)}, ("lon.bin",)),
    "far longer": (lambda files: {**files, "lon.bin": bytes(9 << 20)}, ("lon.bin",)),
    "missing": (lambda files: {name: raw for name, raw in files.items() if name != "trong"}, ("trong",)),
    "added": (lambda files: {**files, "moi.txt": b"x"}, ("moi.txt",)),
    "two": (lambda files: {**files, "a.txt": b"x", "trong": b"x"}, ("a.txt", "trong")),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_member_that_is_not_as_the_manifest_says_is_named(tmp_path: Path, change: str) -> None:
    act, differing = CHANGES[change]
    _pack(tmp_path / "goi.zip", act(dict(FILES)))
    assert look_at_pack(tmp_path / "goi.zip").differing == differing


def test_a_manifest_may_be_as_large_as_its_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    manifest = _pack(tmp_path / "goi.zip", FILES)
    monkeypatch.setattr(evidence_pack, "_LARGEST_MANIFEST", len(manifest))
    assert look_at_pack(tmp_path / "goi.zip").differing == ()
    monkeypatch.setattr(evidence_pack, "_LARGEST_MANIFEST", len(manifest) - 1)
    with pytest.raises(NotAPack):
        look_at_pack(tmp_path / "goi.zip")


def test_a_member_that_stands_twice_differs_even_when_both_are_right(tmp_path: Path) -> None:
    _pack(tmp_path / "goi.zip", FILES)
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(tmp_path / "goi.zip", "a") as archive:
        archive.writestr("giay/2.pdf", b"pdf")
    assert look_at_pack(tmp_path / "goi.zip").differing == ("giay/2.pdf",)


def test_one_byte_turned_over_inside_a_member_names_that_member(tmp_path: Path) -> None:
    path = tmp_path / "goi.zip"
    _pack(path, FILES)
    with zipfile.ZipFile(path) as archive:
        place = archive.getinfo("anh/1.jpg").header_offset + 30 + len("anh/1.jpg") + 5
    raw = bytearray(path.read_bytes())
    raw[place] ^= 0x40
    path.write_bytes(raw)
    assert look_at_pack(path).differing == ("anh/1.jpg",)


@pytest.mark.parametrize(
    "changes",
    [{"members": None}, {"members": [{}]}, {"year": "năm"}, {"version": None}, {"members": [{"path": "a"}]}],
)
def test_a_manifest_that_says_no_pack_is_refused_by_the_bare_name(tmp_path: Path, changes: dict[str, Any]) -> None:
    _pack(tmp_path / "goi.zip", FILES, **changes)
    with pytest.raises(NotAPack, match=r"^goi\.zip$"):
        look_at_pack(tmp_path / "goi.zip")


def test_what_is_no_zip_was_cut_has_no_manifest_or_an_endless_one_is_no_pack(tmp_path: Path) -> None:
    path = tmp_path / "goi.zip"
    _pack(path, FILES)
    whole = path.read_bytes()
    for raw in (b"", b"PK", whole[:-30], whole[:100]):
        path.write_bytes(raw)
        with pytest.raises(NotAPack):
            look_at_pack(path)
    with pytest.raises(NotAPack):
        look_at_pack(tmp_path / "gone.zip")
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("manifest.txt", b"{}")
    with pytest.raises(NotAPack):
        look_at_pack(path)
    _pack(path, {}, members=[], filled=" " * (16 << 20))
    with pytest.raises(NotAPack):
        look_at_pack(path)
