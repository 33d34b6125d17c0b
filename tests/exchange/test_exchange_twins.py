"""Small files with a digest of themselves and a second copy: one turned bit costs nothing, two lost copies are kept."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from exchange.files import FileTrouble
from exchange.twins import (
    CHECK,
    LOST,
    MENDED,
    WHOLE,
    done_with,
    heal,
    lay_aside,
    read_either,
    spare_of,
    stamped,
    told_in,
    write_both,
    write_over,
)

TOLD: dict[str, Any] = {"tên": "Sen", "10": [1, 2], "9": {"a": None}}
RAW = stamped(TOLD)


def test_a_stamped_object_is_read_back_and_says_the_same_whatever_the_order_of_its_names() -> None:
    assert told_in(RAW) == TOLD
    assert stamped(dict(reversed(TOLD.items()))) == RAW
    assert told_in(stamped({9: "number", 10: "name"})) == {"9": "number", "10": "name"}
    assert json.loads(RAW).keys() == TOLD.keys() | {CHECK}
    assert "tên" in RAW.decode("utf-8")
    assert RAW.startswith(b'{\n "')
    assert told_in(b'{"a": "\\ud800"}') == {"a": "\ud800"}


def test_an_object_of_the_days_before_digests_is_taken_and_a_changed_one_is_not() -> None:
    assert told_in(b'{"a": 1}') == {"a": 1}
    for raw in (RAW.replace(b"Sen", b"Sem"), RAW[:-1], b"[]", b"7", b"", b"[" * 100_000):
        with pytest.raises(ValueError, match=r"."):
            told_in(raw)


def test_both_copies_are_written_and_the_second_lies_beside_the_first(tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    write_both(path, RAW)
    assert spare_of(path) == tmp_path / "keys.spare.json"
    assert sorted(os.listdir(tmp_path)) == ["keys.json", "keys.spare.json"]
    assert path.read_bytes() == spare_of(path).read_bytes() == RAW


def test_a_second_copy_that_cannot_be_written_now_stops_nobody_and_a_first_one_does(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 240 + ".json")  # its spare's name is longer than a name may be
    write_both(path, RAW)
    assert os.listdir(tmp_path) == [path.name]
    with pytest.raises(FileTrouble):
        write_both(tmp_path / "gone" / "keys.json", RAW)


def test_a_folder_that_took_the_place_of_a_file_lies_aside_and_the_next_one_too(tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    for name in ("keys.lost-1.json", "keys.lost-2.json"):
        path.mkdir()
        write_over(path, RAW)
        assert path.read_bytes() == RAW
        assert (tmp_path / name).is_dir()
        path.unlink()
    path.write_bytes(b"x")
    lay_aside(path)
    assert (tmp_path / "keys.lost-3.json").read_bytes() == b"x"
    write_over(path, b"a")
    write_over(path, b"b")
    assert path.read_bytes() == b"b"
    assert len(os.listdir(tmp_path)) == 4


def test_a_note_that_is_done_with_goes_and_a_folder_of_its_name_lies_aside(tmp_path: Path) -> None:
    path = tmp_path / "owed.json"
    path.write_bytes(b"x")
    done_with(path)
    done_with(path)
    assert not os.listdir(tmp_path)
    path.mkdir()
    done_with(path)
    assert os.listdir(tmp_path) == ["owed.lost-1.json"]


def test_a_note_that_the_disk_keeps_stops_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(path: Path, missing_ok: bool = False) -> None:
        raise PermissionError(path)

    monkeypatch.setattr(Path, "unlink", refused)
    (tmp_path / "owed.json").write_bytes(b"x")
    done_with(tmp_path / "owed.json")
    assert (tmp_path / "owed.json").read_bytes() == b"x"


def test_either_copy_is_read_and_what_the_first_one_said_is_raised_when_neither_can_be(tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    write_both(path, RAW)
    path.write_bytes(b"{")
    assert read_either(path, told_in) == TOLD
    path.unlink()
    assert read_either(path, told_in) == TOLD
    spare_of(path).write_bytes(b"[]")
    with pytest.raises(FileNotFoundError):
        read_either(path, told_in)
    path.write_bytes(b"{")
    with pytest.raises(json.JSONDecodeError):
        read_either(path, told_in)
    write_over(path, b"{}")

    def never(raw: bytes) -> None:
        raise LookupError("first" if raw == b"{}" else "second")

    with pytest.raises(LookupError, match="first"):
        read_either(path, never)
    with pytest.raises(LookupError, match="first"):
        read_either(path, never, (LookupError,))


def test_healing_brings_both_copies_to_say_the_same_and_touches_nothing_that_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    spare = spare_of(path)
    assert heal(path, told_in) == WHOLE
    write_both(path, RAW)
    assert heal(path, told_in) == WHOLE
    for broken, other in ((path, spare), (spare, path)):
        broken.write_bytes(RAW.replace(b"Sen", b"Sem"))
        assert heal(path, told_in) == MENDED
        assert broken.read_bytes() == other.read_bytes() == RAW
        broken.unlink()
        assert heal(path, told_in) == MENDED
        assert broken.read_bytes() == RAW
    newer = stamped({"a": 1})
    path.write_bytes(newer)
    assert heal(path, told_in) == MENDED
    assert spare.read_bytes() == newer
    for copy in (path, spare):
        copy.write_bytes(b"{")
    assert heal(path, told_in) == LOST
    spare.unlink()
    assert heal(path, told_in) == LOST
    assert path.read_bytes() == b"{"
    path.rename(spare)
    assert heal(path, told_in) == LOST

    def never(raw: bytes) -> None:
        raise LookupError(raw)

    with pytest.raises(LookupError):
        heal(path, never)
    assert heal(path, never, (LookupError, OSError)) == LOST


def test_an_empty_copy_heals_into_an_empty_one(tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    spare_of(path).write_bytes(b"")
    assert heal(path, bytes) == MENDED
    assert path.read_bytes() == b""


def test_a_folder_that_cannot_be_moved_away_is_told_by_the_writing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(path: Path) -> None:
        raise PermissionError(path)

    monkeypatch.setattr("exchange.twins.lay_aside", refused)
    (tmp_path / "keys.json").mkdir()
    with pytest.raises(FileTrouble, match="not-a-file"):
        write_over(tmp_path / "keys.json", RAW)
