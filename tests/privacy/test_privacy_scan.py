"""The scanner itself: it finds what is planted, passes what is allowed, and never says the value again."""

import json
import logging
import subprocess
import sys
from pathlib import Path

import pytest
from privacy_scan import TESTS, Passing, Search, scan_file, scan_tree

NAME = "Nguyễn " + "Trần Minh Anh"
NUMBER = "0791" + "99012345"


@pytest.fixture(scope="module")
def search() -> Search:
    return Search()


def test_a_name_in_a_file_or_folder_name_is_found_with_and_without_marks(search, pretend_tree):
    pretend_tree([f"thu {NAME}.pdf", "nguyen-tran-minh-anh", "so 212.pdf"])
    assert {one.kind for one in scan_tree(Path("/pretend"), search)} == {"a name"}
    assert len({one.value for one in scan_tree(Path("/pretend"), search)}) >= 1


@pytest.fixture
def pretend_tree(monkeypatch):
    """A folder told without being made: a real one with a name in it would be found at the end of the session."""
    return lambda names: monkeypatch.setattr("privacy_scan.os.walk", lambda top: [(str(top), [], names)])


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"stopped at {NAME}", "a name"),
        (f"citizen {NUMBER} twice", "a personal number"),
        ("old 2123" + "45678.", "an old personal number"),
        ("call 0912 345 " + "678", "a telephone"),
        ("from Thôn Phước " + "Lộc", "an address"),
    ],
)
def test_a_log_line_about_a_person_is_found_and_its_value_is_not_told(tmp_path, search, text, kind):
    log = tmp_path / "desk.log"
    log.write_text(f"2026-11-20 09:30:00,123 {text}\n", encoding="utf-8")
    found = list(scan_tree(tmp_path, search))
    log.unlink()
    assert {one.kind for one in found} == {kind}
    assert {one.place for one in found} == {str(log)}
    assert not any(one.value in str(one) for one in found)


def test_a_small_file_may_name_the_people_who_work_here_and_nobody_else(tmp_path, search):
    door = tmp_path / "doorstep.json"
    told = {"people": [{"login": "clerk", "name": NAME}], "support": "0912345" + "678", "office": "xã Tây Phú"}
    door.write_text(json.dumps(told), encoding="utf-8")
    assert list(scan_file(door, search)) == []
    door.write_text(json.dumps({**told, "newest": NAME}), encoding="utf-8")
    found = list(scan_file(door, search))
    door.unlink()
    assert {one.kind for one in found} == {"a name"}


def test_what_only_passed_by_is_found_as_well(search):
    passing = Passing()
    passing.titles.add(f"Thư của {NAME}")
    passing.emit(logging.LogRecord("x", logging.INFO, "", 0, "sought %s", (NUMBER,), None))
    passing.written.add("so 212.pdf")
    assert {(one.place, one.kind) for one in passing.findings(search)} == {
        ("a window title", "a name"),
        ("a log line", "a personal number"),
    }


def test_a_session_that_leaves_a_name_in_a_log_fails(tmp_path):
    (tmp_path / "conftest.py").write_text((TESTS / "conftest.py").read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "test_planted.py").write_text(
        f"def test_planted(tmp_path):\n    (tmp_path / 'desk.log').write_text('{NAME} {NUMBER}', encoding='utf-8')\n",
        encoding="utf-8",
    )
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(tmp_path / "test_planted.py")]
    places = {"PYTHONPATH": f"{TESTS}:{TESTS.parent}", "PATH": str(Path(sys.executable).parent), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [*command, "--basetemp", str(tmp_path / "left")], cwd=tmp_path, env=places, capture_output=True, timeout=60
    )
    told = done.stdout.decode()
    (next((tmp_path / "left").rglob("desk.log"))).unlink()
    assert done.returncode == 1, told
    assert "personal data outside the register" in told
    assert "a personal number" in told
    assert NUMBER not in told
