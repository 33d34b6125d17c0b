"""Evidence by the command line alone."""

from __future__ import annotations

from desk_terminal import Terminal
from PIL import Image


def test_a_photo_is_kept_tied_listed_saved_and_taken_back(seated: Terminal) -> None:
    ask, path, out = seated.ask, seated.root / "anh.jpg", seated.root / "ra.jpg"
    Image.new("RGB", (9, 9), "red").save(path)
    words = ("--title", "Ghế chờ mới", "--on", "18/11/2026")
    added = ask("evidence", "add", str(path), *words, "--for", "criterion:ctt-1:II.3")
    assert (added["id"], added["fresh"]) == (1, True)
    assert ask("evidence", "add", str(path), *words, "--for", "criterion:ctt-1:II.4")["fresh"] is False
    (one,) = ask("evidence", "list", "--for", "criterion")["evidence"]
    assert one["links"] == ["criterion:ctt-1:II.3", "criterion:ctt-1:II.4"]
    assert "1. 18/11/2026 · Ghế chờ mới · Tiêu chí ctt-1:II.3" in seated.run("evidence", "list").stdout
    ask("evidence", "link", "1", "criterion:ctt-1:II.4", "--off")
    ask("evidence", "open", "1", "--out", str(out))
    assert out.read_bytes()[:3] == b"\xff\xd8\xff"
    packed = ask("evidence", "pack", "2026", "--out", str(seated.root / "tap.zip"))
    assert (packed["version"], packed["files"], packed["letters"]) == (1, 1, 0)
    seen = ask("evidence", "check-pack", str(seated.root / "tap.zip"))
    assert (seen["digest"], seen["differing"], seen["known"]) == (packed["digest"], [], True)
    pack = seated.root / "tap.zip"
    raw = bytearray(pack.read_bytes())
    raw[400] ^= 1
    pack.write_bytes(raw)
    bent = seated.run("evidence", "check-pack", str(pack)).stdout
    assert "nhưng tập không còn nguyên: đừng dùng." in bent
    assert "Đúng là bản" not in bent
    assert seated.refused(2, "evidence", "pack", "2027", "--out", str(out))["trouble"]["code"] == "pack-year"
    ask("evidence", "take-back", "1", "--reason", "nhầm tệp")
    assert ask("evidence", "list") == {"evidence": []}
    for words, code in (
        (("add", str(path), "--title", "x", "--on", "hôm ấy"), "evidence-when"),
        (("list", "--for", "gì"), "evidence-target"),
        (("open", "1", "--out", str(out)), "no-such-evidence"),
        (("open", "1", "--out", str(seated.folder / "ra.jpg")), "own-folder"),
    ):
        assert seated.refused(2, "evidence", *words)["trouble"]["code"] == code
