"""A file is whole or absent, and trouble has a name."""

import errno
import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from exchange.files import (
    PAUSES,
    FileTrouble,
    bundle_name,
    card_name,
    check_written,
    enrolment_name,
    receipt_name,
    write_beside,
)


def test_a_file_is_written_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "GOI-21796-7_2026-10_so-1.mctt"
    write_beside(path, "gói".encode())
    assert path.read_bytes() == "gói".encode()
    assert os.listdir(tmp_path) == [path.name]


def test_an_older_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.mctt"
    path.write_bytes(b"older and longer")
    write_beside(path, b"new")
    assert path.read_bytes() == b"new"


def test_a_full_disk_has_its_name_and_the_older_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.mctt"
    path.write_bytes(b"older")
    (tmp_path / "a.mctt.part").symlink_to("/dev/full")
    with pytest.raises(FileTrouble) as trouble:
        write_beside(path, b"x" * 100_000)
    assert trouble.value.code == "disk-full"
    assert path.read_bytes() == b"older"
    assert os.listdir(tmp_path) == ["a.mctt"]


def test_a_file_too_long_for_the_drive_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.mctt"
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    asked = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
    try:
        with pytest.raises(FileTrouble) as trouble:
            write_beside(path, b"x" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, asked)
    assert trouble.value.code == "file-too-large"
    assert os.listdir(tmp_path) == []


def test_a_folder_that_is_gone_has_its_name(tmp_path: Path) -> None:
    with pytest.raises(FileTrouble) as trouble:
        write_beside(tmp_path / "stick" / "a.mctt", b"x")
    assert (trouble.value.code, trouble.value.file) == ("folder-gone", "a.mctt")


def test_a_name_too_long_has_its_name(tmp_path: Path) -> None:
    with pytest.raises(FileTrouble) as trouble:
        write_beside(tmp_path / ("a" * 300), b"x")
    assert trouble.value.code == "name-too-long"


def test_a_folder_in_the_place_of_the_file_has_its_name(tmp_path: Path) -> None:
    (tmp_path / "a.mctt").mkdir()
    with pytest.raises(FileTrouble) as trouble:
        write_beside(tmp_path / "a.mctt", b"x")
    assert trouble.value.code == "not-a-file"
    assert os.listdir(tmp_path) == ["a.mctt"]


def test_a_drive_that_keeps_other_bytes_is_found_out(tmp_path: Path) -> None:
    (tmp_path / "a.mctt").write_bytes(b"kept")
    check_written(tmp_path / "a.mctt", b"kept")
    with pytest.raises(FileTrouble) as trouble:
        check_written(tmp_path / "a.mctt", b"sent")
    assert (trouble.value.code, trouble.value.file) == ("not-read-back", "a.mctt")


def test_a_drive_that_gives_back_other_bytes_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "read_bytes", lambda path: b"other")
    with pytest.raises(FileTrouble, match=r"^not-read-back: a\.mctt$"):
        write_beside(tmp_path / "a.mctt", b"sent")
    assert os.listdir(tmp_path) == []


def test_the_trouble_keeps_the_first_cause(tmp_path: Path) -> None:
    with pytest.raises(FileTrouble) as trouble:
        write_beside(tmp_path / "gone" / "a", b"x")
    cause = trouble.value.__cause__
    assert isinstance(cause, OSError)
    assert cause.errno == errno.ENOENT


def test_a_writer_killed_at_any_moment_leaves_the_older_or_the_new_file(tmp_path: Path) -> None:
    path = tmp_path / "a.mctt"
    endless = (
        "import sys, itertools; from pathlib import Path; from exchange.files import write_beside\n"
        "for n in itertools.count(): write_beside(Path(sys.argv[1]), bytes([n % 251]) * 300_000); print(n, flush=True)"
    )
    home = Path(__file__).parents[2]
    for _ in range(5):
        command = [sys.executable, "-c", endless, str(path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=home) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            writer.kill()
        kept = path.read_bytes()
        assert len(kept) == 300_000
        assert len(set(kept)) == 1


def test_files_are_named_for_people() -> None:
    assert bundle_name("21796", 7, "2026-10", 12) == "GOI-21796-7_2026-10_so-12.mctt"
    assert card_name("21796", "3fa91c" + "0" * 58) == "THE-21796-3fa91c.mctt"
    assert enrolment_name("21796", 7, 2) == "KHOA-21796-7_so-2.mctt"
    assert receipt_name("21796", 7, 3) == "BN-21796-7_so-3.mctt"


def test_a_name_is_never_made_of_what_somebody_typed() -> None:
    with pytest.raises(ValueError, match="unit code"):
        bundle_name("../x", 7, "2026-10", 12)
    with pytest.raises(ValueError, match="month"):
        bundle_name("21796", 7, "2026/10", 12)
    with pytest.raises(ValueError, match="identity"):
        card_name("21796", "..")


def test_whoever_was_let_in_to_the_older_file_stays_let_in(tmp_path: Path) -> None:
    path = tmp_path / "public-keys.json"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_beside(path, b"new")
    assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(("named", "syncs"), [(True, 2), (False, 1)])
def test_what_can_be_made_again_is_on_the_disk_with_its_bytes_and_not_with_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: bool, syncs: int
) -> None:
    asked: list[int] = []
    monkeypatch.setattr(os, "fsync", asked.append)
    write_beside(tmp_path / "thu.pdf", b"new", named=named)
    assert (len(asked), (tmp_path / "thu.pdf").read_bytes()) == (syncs, b"new")


class Windows:
    """os.replace as Windows answers while another program has the file open, `times` times; what was waited."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, times: int, winerror: int) -> None:
        self.times, self.winerror, self.waited = times, winerror, list[float]()
        self._replace = os.replace
        monkeypatch.setattr(os, "replace", self.replace)

    def replace(self, source: Path, target: Path) -> None:
        if self.times:
            self.times -= 1
            error = PermissionError(errno.EACCES, "in use", str(source), None, str(target))
            error.winerror = self.winerror  # type: ignore[attr-defined]
            raise error
        self._replace(source, target)


@pytest.mark.parametrize("winerror", [5, 32, 33])
def test_a_file_that_another_program_holds_for_a_while_is_waited_for(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, winerror: int
) -> None:
    path, windows = tmp_path / "a.mctt", Windows(monkeypatch, 3, winerror)
    path.write_bytes(b"older")
    write_beside(path, b"new", windows.waited.append)
    assert path.read_bytes() == b"new"
    assert windows.waited == list(PAUSES[:3])


def test_a_file_that_stays_held_is_told_after_five_seconds_and_the_older_one_stays(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path, windows = tmp_path / "a.mctt", Windows(monkeypatch, 1_000, 5)
    path.write_bytes(b"older")
    with pytest.raises(FileTrouble) as trouble:
        write_beside(path, b"new", windows.waited.append)
    assert (trouble.value.code, path.read_bytes(), os.listdir(tmp_path)) == ("file-in-use", b"older", ["a.mctt"])
    assert 5 <= sum(windows.waited) < 6


def test_nobody_waits_for_a_folder_that_is_closed_for_good(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    windows = Windows(monkeypatch, 1, 0)
    with pytest.raises(FileTrouble) as trouble:
        write_beside(tmp_path / "a.mctt", b"new", windows.waited.append)
    assert (trouble.value.code, windows.waited) == ("not-allowed", [])
