"""Evidence through kills, copies, restores and checks: whole or not there, and back from wherever it still lies."""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import sys
from pathlib import Path

import pytest
from evidence_kit import photo
from hand_clock import Clock
from test_services_evidence import DAY, LOGIN, sealed

from desk_app.house import World, open_desk
from desk_app.services.copies import copies_in
from desk_app.services.desk import Desk
from desk_app.services.erasing_words import files_naming, forget_words, words_to_go
from desk_app.services.restoring import Asked, Ground, put_in_place, restore
from desk_app.services.sealed_files import FOLDER
from desk_app.services.trouble import Trouble
from desk_app.ui.copies.model import told
from exchange.files import FileTrouble


def test_a_kill_between_file_and_row_leaves_nothing_behind_after_the_next_look(desk: Desk, tmp_path: Path) -> None:
    kept = desk.evidence.add(photo(tmp_path / "a.jpg"), "Ảnh", DAY)
    cut, other = photo(tmp_path / "b.jpg", "blue"), desk.seat.folder / FOLDER / ("f" * 64)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("desk_app.db.work.Work.commit", lambda work: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            desk.evidence.add(cut, "Ảnh", DAY)
    (desk.seat.folder / FOLDER / "abc.part").write_bytes(b"half")
    other.write_bytes(b"what another register left")
    assert len(sealed(desk)) == 4
    desk.care.look_after()
    assert [one.id for one in desk.evidence.listed()] == [kept.id]
    assert len(sealed(desk)) == 2
    assert other in sealed(desk)
    assert desk.evidence.add(cut, "Ảnh", DAY).fresh


def struck(folder: Path, world: World, path: Path, at: int) -> bool:
    """Keep a file in a process that is killed at its `at`-th step on the folder of sealed files; whether it was."""
    child = os.fork()
    if child == 0:
        left = [at]

        def count(event: str, values: tuple[object, ...]) -> None:
            if event in ("os.rename", "os.mkdir", "open") and f"{os.sep}{FOLDER}" in str(values[0]):
                left[0] -= 1
                if left[0] == 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        opened = open_desk(folder, world, LOGIN)
        sys.addaudithook(count)
        try:
            opened.evidence.add(path, "Ảnh", DAY)
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def test_a_kill_at_any_step_leaves_no_half_evidence(desk_folder: Path, world: World, tmp_path: Path) -> None:
    path, at = photo(tmp_path / "a.jpg"), 0
    while struck(desk_folder, world, path, at := at + 1):
        opened = open_desk(desk_folder, world, LOGIN)
        opened.care.look_after()
        assert (opened.evidence.listed(), sealed(opened)) == ((), [])
        opened.close()
    assert at > 4
    opened = open_desk(desk_folder, world, LOGIN)
    assert (opened.evidence.read(1)[0].title, opened.care.check() > 0) == ("Ảnh", True)
    opened.close()


def test_words_about_a_file_that_name_somebody_are_found_and_taken_away(desk: Desk, tmp_path: Path) -> None:
    desk.evidence.add(photo(tmp_path / "a.jpg"), "Ảnh trao thư cho bà Lê Thị Hoa", DAY)

    def names(text: str) -> bool:
        return "Lê Thị Hoa" in text

    with desk.seat.work() as work:
        assert words_to_go(work, names) == 1 == len(files_naming(work, names))
        assert forget_words(work, names) == 1
        work.commit()
    shown, raw = desk.evidence.read(1)
    assert "Hoa" not in shown.title
    assert raw


def test_a_copy_tells_of_files_that_lie_nowhere(desk: Desk, tmp_path: Path) -> None:
    desk.evidence.add(photo(tmp_path / "a.jpg"), "Ảnh", DAY)
    copied = desk.care.backup(tmp_path / "usb").path
    assert desk.care.compare(copied).lost_files == 0
    for place in (tmp_path / "usb", desk.seat.folder):
        shutil.rmtree(place / FOLDER)
    assert "1 tệp kiểm chứng" in told(desk.care.compare(copied))


def test_copies_have_every_file_once_and_what_is_lost_comes_back_from_them(
    desk: Desk, tmp_path: Path, desk_folder: Path
) -> None:
    second = tmp_path / "usb"
    second.mkdir()
    desk.care.choose_second_place(second)
    desk.evidence.add(photo(tmp_path / "a.jpg"), "Ảnh một", DAY)
    assert desk.care.look_after().second == "done"
    desk.evidence.add(photo(tmp_path / "b.jpg", "blue"), "Ảnh hai", DAY)
    desk.care.look_after()
    for place in (second, desk_folder / "backups"):
        assert [path.name for path in sorted((place / FOLDER).iterdir())] == [path.name for path in sealed(desk)]
    one, two = sealed(desk)
    two.unlink()
    desk.care.look_after()
    assert two.exists()
    one.write_bytes(one.read_bytes()[:-1] + b"\0")
    assert desk.care.check() > 0  # a whole one comes from the copies
    for place in (desk_folder, second, desk_folder / "backups"):
        (place / FOLDER / one.name).write_bytes(b"gone bad")
        (place / FOLDER / two.name).unlink()
    with pytest.raises(Trouble) as lost:
        desk.care.check()
    assert (lost.value.code, lost.value.details["n"]) in {("evidence-damaged", "1"), ("evidence-missing", "1")}


def test_what_was_taken_back_leaves_a_stick_with_the_last_copy_that_names_it(
    desk: Desk, tmp_path: Path, clock: Clock
) -> None:
    kept = desk.evidence.add(photo(tmp_path / "a.jpg"), "Ảnh", DAY)
    copied = desk.care.backup(stick := tmp_path / "usb")
    desk.evidence.take_back(kept.id, "nhầm")
    clock.forward(1)
    desk.care.backup(stick)
    assert len(list((stick / FOLDER).iterdir())) == 1
    shutil.rmtree(copied.path)
    desk.care.backup(stick)
    assert list((stick / FOLDER).iterdir()) == []


def test_a_stick_without_room_for_the_files_has_the_register_and_is_told_of(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.evidence.add(photo(tmp_path / "a.jpg"), "Ảnh", DAY)

    def full(*_: object) -> None:
        raise FileTrouble("disk-full", "x")

    with monkeypatch.context() as patch:
        patch.setattr("desk_app.services.evidence_fetch.write_beside", full)
        with pytest.raises(Trouble, match="disk-full"):
            desk.care.look_after()
    assert len(copies_in(desk.seat.folder / "backups")) == 1
    desk.care.look_after()
    assert len(list((desk.seat.folder / "backups" / FOLDER).iterdir())) == 1


def test_a_restored_register_has_its_evidence_wherever_it_is_put(desk: Desk, tmp_path: Path, world: World) -> None:
    done = desk.evidence.add(photo(tmp_path / "a.jpg"), "Ảnh một", DAY)
    code = secrets.token_hex(8)
    desk.care.keyring.renew_recovery(code, desk.people.data_key)
    copied = desk.care.backup(tmp_path / "usb")
    later = desk.evidence.add(photo(tmp_path / "b.jpg", "blue"), "Ảnh hai", DAY)
    desk.close()
    folder = desk.seat.folder
    restore(Asked(copied.path, tmp_path / "mới", "clerk", "demo", code), world.now, world.random)
    again = open_desk(tmp_path / "mới", world, LOGIN)
    assert again.evidence.read(done.id)[0].title == "Ảnh một"
    assert again.care.check() > 0
    again.close()
    shutil.rmtree(folder / FOLDER)
    put_in_place(Ground(folder, world.now, world.random), Asked(copied.path, folder, "clerk", "demo", code))
    back = open_desk(folder, world, LOGIN)
    assert [one.id for one in back.evidence.listed()] == [done.id]
    assert back.care.check() > 0
    with pytest.raises(Trouble, match="no-such-evidence"):
        back.evidence.read(later.id)
    back.close()
