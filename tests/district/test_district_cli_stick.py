"""A whole stick at the command line: order, piles that add up, junk in folders, lines that are read again."""

import os

import pytest
from test_district_cli import desk, folder, run, written

from district.cli import taking
from exchange import figures, journal

__all__ = ["desk", "folder", "run"]


@pytest.fixture
def stick(desk, tmp_path):
    """Two bundles the wrong way round, one of them twice, beside a clerk's own files and what an attacker leaves."""
    root = tmp_path / "usb"
    (root / "ảnh" / "2026").mkdir(parents=True)
    desk.register_birth()
    first = desk.bundle()
    desk.register_birth()
    written(root / "1-sau.mctt", desk.bundle(basis=1))
    written(root / "2-truoc.mctt", first)
    written(root / "ảnh" / "lần nữa.mctt", first)
    written(root / "ảnh" / "2026" / "a\u202egnp.exe", b"MZ" + bytes(2000))
    written(root / "ghi chú.txt", "gửi chị Hoa".encode())
    os.mkfifo(root / "pipe")
    (root / "vòng").symlink_to(root)
    (root / "keys").symlink_to("/etc/passwd")
    return root


def test_a_whole_stick_goes_in_the_best_order_and_the_piles_add_up(run, stick, tmp_path):
    status, told = run("import", stick, "--dry-run")
    assert "2 nhận được, 1 đã có từ trước, giống hệt, 0 chờ gói trước hoặc bản mới, 1 cần người xem, 2 không" in told
    assert "2 + 1 + 0 + 1 + 2 = 6. Không tệp nào bị rơi." in told
    assert "Bản ghi sẽ vào: 2, sửa: 0, bị giữ lại: 0." in told
    assert (status, "ghi chú.txt" in told, "\u202e" in told) == (1, False, False)
    os.unlink(stick / "pipe")
    status, rows = run("import", stick, "--json", "--receipts", tmp_path / "bn")
    assert status == 0
    assert [row["verdict"] for row in rows].count("accepted") == 2
    assert len(rows) == 5
    assert sorted(path.name for path in (tmp_path / "bn").iterdir()) == ["BN-00070-1_so-1.mctt", "BN-00070-1_so-2.mctt"]
    written(tmp_path / "bn" / "BN-00070-1_so-3.mctt", (tmp_path / "bn" / "BN-00070-1_so-1.mctt").read_bytes())
    status, told = run("import", tmp_path / "bn", "--dry-run")
    assert (status, "0 + 0 + 0 + 1 + 2 = 3." in told) == (1, True)
    (tmp_path / "leer").mkdir()
    assert run("import", tmp_path / "leer")[0] == 2


def test_a_film_is_not_read_and_is_named_as_too_large(run, desk, tmp_path):
    film = tmp_path / "phim.mctt"
    with film.open("wb") as file:
        file.truncate(taking.LARGEST_FILE + 1)
    status, (row,) = run("import", film, "--json")
    assert (status, row["verdict"]) == (1, "too-large")


def test_lines_set_aside_are_read_again_at_the_command_line(run, desk, tmp_path, monkeypatch):
    newer = {**figures.KINDS, "adopted": figures.KINDS["voided"]}
    with monkeypatch.context() as tomorrow:
        tomorrow.setattr(journal, "KINDS", newer)
        desk.add("adopted", {})
    run("import", written(tmp_path / "goi.mctt", desk.bundle()))
    assert "1 dòng đang để riêng. Máy này chưa đọc được thêm dòng nào." in run("release", "--dry-run")[1]
    assert run("release", "--json")[1] == {"released": {}, "left": 1, "receipts": []}
    monkeypatch.setattr(journal, "KINDS", newer)
    assert "1 dòng để riêng nay đọc được." in run("import", tmp_path / "goi.mctt")[1]
    status, told = run("release", "--receipts", tmp_path / "bn")
    assert (status, "Đã đọc lại và tính 1 dòng của 1 quầy." in told) == (0, True)
    assert [path.name for path in (tmp_path / "bn").iterdir()] == ["BN-00070-1_so-2.mctt"]
    assert run("status", "--json")[1]["desks"][0]["head"] == 1
