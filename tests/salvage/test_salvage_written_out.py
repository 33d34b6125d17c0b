"""What was read of a damaged register is written out so that a clerk can use it, and nowhere else."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from click.testing import CliRunner
from hand_clock import Clock
from python_calamine import CalamineWorkbook
from salvage_kit import (
    ENTERED,
    FORMULA,
    KEY,
    KNOWN_NAME,
    LETTERS,
    LOGIN,
    PAGE,
    Made,
    break_keyring,
    copy_of,
    copy_on_a_stick,
    last_root,
    overwrite,
    prints,
)

from common.words import salvage as said
from desk_app.cli.commands import main
from desk_app.db.lock import RegisterLock
from desk_app.services.restoring import Ground
from desk_app.services.salvage import Found, salvage
from desk_app.services.salvage_export import Exported, Place, export, open_sealed
from desk_app.services.trouble import Mistake, Trouble
from desk_app.ui.jobs import Cancelled

PASSWORD = "một câu dễ nhớ"


def no_step(done: int, total: int) -> None:
    """Nobody watches."""


@pytest.fixture(scope="module")
def ruin(made: Made, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register in whose middle 64 KB are zeros; nothing is ever written into it."""
    folder = copy_of(made, tmp_path_factory.mktemp("ruin") / "quầy 1")
    overwrite(folder, (last_root(made) + 10) * PAGE, bytes(16 * PAGE))
    return folder


@pytest.fixture(scope="module")
def found(ruin: Path) -> Found:
    """What is left of it."""
    return salvage(Ground(ruin, Clock(), os.urandom), KEY, no_step)


@pytest.fixture(scope="module")
def done(found: Found, ruin: Path) -> Exported:
    """What was written out of it, plain."""
    return export(found, Place(ruin.parent / "usb", ruin, os.urandom, "xã Xuân Định"), no_step)


@pytest.fixture
def written() -> Iterator[list[str]]:
    """Every path that Python opens for writing, as the interpreter itself tells it."""
    paths: list[str] = []
    watching = [True]

    def watch(event: str, told: tuple[Any, ...]) -> None:
        if watching and event == "open" and told[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            paths.append(str(told[0]))

    sys.addaudithook(watch)
    yield paths
    watching.clear()


def text_of(pdf: bytes) -> str:
    pages = pypdfium2.PdfDocument(pdf)
    return "\n".join(str(page.get_textpage().get_text_range()) for page in pages)


def test_the_three_books_are_text_in_excel_and_the_missing_ones_are_listed_beside(found: Found, done: Exported) -> None:
    assert {path.name for path in done.path.iterdir()} == {said.BOOK_FILE, said.LOST_FILE, "thu-1.pdf"}
    book = CalamineWorkbook.from_filelike(BytesIO((done.path / said.BOOK_FILE).read_bytes()))
    assert book.sheet_names[:3] == ["Khai sinh", "Kết hôn", "Khai tử"]
    rows = [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]
    assert sum(len(rows[place]) - 1 for place in range(3)) == len(found.read) < ENTERED
    cells = [cell for sheet in rows for row in sheet for cell in row]
    assert all(isinstance(cell, str) for cell in cells)
    assert FORMULA in cells, "what looks like a formula stands there as it was typed"
    assert rows[0][0][:4] == ["Số", "Quyển", "Ngày đăng ký", "Họ tên trẻ"]
    assert len(rows[3]) - 1 == len(found.missing) == ENTERED - len(found.read)
    assert "Lê Gia Hân" in rows[4][1][2]


def test_the_list_on_paper_names_every_number_and_the_lines_of_the_journal(found: Found, done: Exported) -> None:
    text = text_of((done.path / said.LOST_FILE).read_bytes())
    assert "xã Xuân Định" in text
    assert all(one.number in text for one in found.missing)
    spans = [(span.first, span.last) for span in found.spans]
    assert said.journal_line(spans, found.gaps) in " ".join(text.split())
    letters = pypdfium2.PdfDocument((done.path / "thu-1.pdf").read_bytes())
    assert len(letters) == done.letters == len(found.letters)
    assert (done.left_out, len(found.letters) + len(found.letters_lost)) == (0, LETTERS)


def test_a_sealed_file_is_all_that_is_written_and_opens_again(ruin: Path, tmp_path: Path, written: list[str]) -> None:
    before, usb = prints(ruin), tmp_path / "usb"
    again = salvage(Ground(ruin, Clock(), os.urandom), KEY, no_step)
    assert written == [], "reading writes nothing"
    done = export(
        replace(again, letters=again.letters[:1]), Place(usb, ruin, os.urandom, "xã Xuân Định", PASSWORD), no_step
    )
    assert {Path(path).name for path in written} == {done.path.name + ".part"}, "no plain copy lies in between"
    assert [path.name for path in usb.iterdir()] == [done.path.name]
    assert KNOWN_NAME.encode() not in done.path.read_bytes()
    assert len(done.path.read_bytes()) > 2 * 65536, "it stands in several pieces"
    with pytest.raises(Mistake) as wrong:
        open_sealed(done.path, "một câu khác hẳn", tmp_path / "mở")
    assert wrong.value.code == "wrong-password"
    files = open_sealed(done.path, PASSWORD, tmp_path / "mở")
    assert {file.name for file in files} == {said.BOOK_FILE, said.LOST_FILE, "thu-1.pdf"}
    assert prints(ruin) == before


def test_nothing_is_written_into_the_folder_of_the_register_or_under_a_short_password(
    found: Found, damaged: Path, tmp_path: Path
) -> None:
    before = prints(damaged)
    for place, code in (
        (Place(damaged / "ra", damaged, os.urandom), "own-folder"),
        (Place(tmp_path, damaged, os.urandom, "", "ngắn"), ""),
    ):
        with pytest.raises(Mistake) as refused:
            export(found, place, no_step)
        assert refused.value.code == (code or "password-too-short")
    assert prints(damaged) == before


def test_writing_that_is_stopped_leaves_nothing(found: Found, damaged: Path, tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        raise Cancelled

    usb = tmp_path / "usb"
    usb.mkdir()
    with pytest.raises(Cancelled):
        export(found, Place(usb, damaged, os.urandom), stop)
    with pytest.raises(Cancelled):
        salvage(Ground(damaged, Clock(), os.urandom), KEY, stop)
    assert list(usb.iterdir()) == []


def run(folder: Path, *words: str, recovery: str = "", password: str = LOGIN.password) -> tuple[int, Any]:
    line = ["--data", str(folder), "--now", "2026-11-20T09:30", "salvage", *words, "--json"]
    env = {"DESK_USER": LOGIN.user, "DESK_PASSWORD": password, "DESK_RECOVERY": recovery}
    result = CliRunner().invoke(main, line, env=env)
    return result.exit_code, json.loads(result.stdout)


def test_the_command_reads_by_a_password_and_writes_out(damaged: Path, tmp_path: Path) -> None:
    overwrite(damaged, 0, bytes(PAGE))
    status, told = run(damaged, "--out", str(tmp_path / "usb"))
    assert (status, told["read"], told["known"], told["missing"]) == (0, ENTERED, ENTERED, [])
    assert (Path(told["written"]) / said.BOOK_FILE).is_file()
    assert run(damaged, password="sai")[0] == 1


def test_without_a_keyring_the_code_of_the_sheet_opens_by_a_copy(made: Made, damaged: Path, tmp_path: Path) -> None:
    stick = copy_on_a_stick(made, tmp_path / "usb")
    break_keyring(damaged)
    (damaged / "register.marker").unlink()
    assert run(damaged)[1]["trouble"]["code"] == "keyring-damaged"
    assert run(damaged, recovery=made.recovery)[1]["trouble"]["code"] == "keyring-damaged"
    status, told = run(damaged, "--beside", str(stick), recovery=made.recovery)
    assert (status, told["read"]) == (0, ENTERED)
    wrong = made.recovery[:-1] + ("0" if made.recovery[-1] != "0" else "1")
    assert run(damaged, "--beside", str(stick), recovery=wrong)[1]["trouble"]["code"] == "wrong-recovery-code"


def test_a_register_that_somebody_has_open_is_left_alone_and_a_missing_one_is_told(made: Made, tmp_path: Path) -> None:
    (tmp_path / "keyring.json").write_bytes((made.folder / "keyring.json").read_bytes())
    with pytest.raises(Trouble) as missing:
        salvage(Ground(tmp_path, Clock(), os.urandom), KEY, no_step)
    assert missing.value.code == "register-missing"
    lock = RegisterLock(tmp_path, "chị Hằng")
    lock.take()
    with pytest.raises(Trouble) as held:
        salvage(Ground(tmp_path, Clock(), os.urandom), KEY, no_step)
    lock.let_go()
    assert (held.value.code, held.value.details["holder"]) == ("register-locked", "chị Hằng")
