"""What the system says of a file has a name; what was moved still stands after a power cut."""

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from exchange.files import PAUSES, read_small, settle, trouble_of, update_name, write_beside


@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.ENOSPC, "disk-full"), (errno.EROFS, "read-only"), (errno.EPERM, "not-allowed"), (errno.EIO, "drive-gone"),
     (errno.EBUSY, "file-in-use"), (errno.EINVAL, "not-written"), (None, "not-written")],
)  # fmt: skip
def test_what_the_system_says_of_a_file_has_its_name(number: int | None, code: str) -> None:
    trouble = trouble_of(OSError(number, "x") if number else OSError("x"), "a.mctt")
    assert (trouble.code, trouble.file, str(trouble)) == (code, "a.mctt", f"{code}: a.mctt")


def test_a_small_file_is_read_up_to_its_bound_and_a_grown_one_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    path.write_bytes(b"x" * 10)
    assert read_small(path, 10) == b"x" * 10
    with pytest.raises(ValueError, match="small"):
        read_small(path, 9)
    path.write_bytes(bytes(1 << 20))
    assert len(read_small(path)) == 1 << 20
    path.write_bytes(bytes((1 << 20) + 1))
    with pytest.raises(ValueError, match="small"):
        read_small(path)
    with pytest.raises(FileNotFoundError):
        read_small(tmp_path / "gone")


class Synced:
    """What was brought to the disk, by name, in order."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.names: list[str] = []
        self._fsync = os.fsync
        monkeypatch.setattr(os, "fsync", self.fsync)

    def fsync(self, handle: int) -> None:
        self.names.append(Path(f"/proc/self/fd/{handle}").readlink().name)
        self._fsync(handle)


def test_what_was_moved_is_brought_to_the_disk_with_the_folders_it_lies_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    (tmp_path / "one" / "a").write_bytes(b"")
    synced = Synced(monkeypatch)
    settle(tmp_path / "one" / "a", tmp_path / "one" / "gone", tmp_path / "two")
    assert synced.names[0] == "a"
    assert sorted(synced.names[1:]) == sorted(["one", tmp_path.name])


def test_a_folder_that_cannot_be_synced_and_one_on_windows_stop_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settle(tmp_path / "gone" / "a")
    synced = Synced(monkeypatch)
    monkeypatch.setattr("exchange.files.os.name", "nt")
    settle(tmp_path)
    monkeypatch.undo()
    assert synced.names == []


def test_a_stick_that_keeps_no_rights_takes_the_file_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.mctt"
    path.write_bytes(b"older")

    def refused(*_: object) -> None:
        raise PermissionError(errno.EPERM, "no rights here")

    monkeypatch.setattr(Path, "chmod", refused)
    write_beside(path, b"new")
    assert path.read_bytes() == b"new"


def test_a_file_held_while_it_is_opened_is_waited_for_with_the_callers_own_patience(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[float] = []
    tries = iter([OSError(errno.EBUSY, "held"), None])
    opened = Path.open

    def open_(path: Path, *words: Any, **named: Any) -> Any:
        if path.name.endswith(".part") and (error := next(tries, None)):
            raise error
        return opened(path, *words, **named)

    monkeypatch.setattr(Path, "open", open_)
    write_beside(tmp_path / "a.mctt", b"new", waited.append)
    assert waited == list(PAUSES[:1])


def test_an_update_is_named_after_its_office_and_its_day() -> None:
    assert update_name("10", "2027-01-01") == "CN-10_2027-01-01.mctt"
    for unit, edition in (("../", "2027-01-01"), ("10", "2027-02-30")):
        with pytest.raises(ValueError, match="unit code and a day"):
            update_name(unit, edition)


def test_a_file_stands_under_its_name_on_the_disk_unless_it_can_be_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced = Synced(monkeypatch)
    write_beside(tmp_path / "a.mctt", b"new")
    assert synced.names == ["a.mctt.part", tmp_path.name]
