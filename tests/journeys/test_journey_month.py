"""ARCHITECTURE.md 3 from end to end: service, letter, bundle, district, a real browser's tap, receipt, rating."""

from __future__ import annotations

import json
import secrets
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from click.testing import CliRunner

from desk_app.domain.drafts import BirthDraft
from desk_app.house import Login, World, open_desk, set_up
from desk_app.services.desk import Desk
from desk_app.services.letter_desk import Prepared
from desk_app.services.registering import Entered
from desk_app.services.setup import Wished
from district.cli.commands import main as district_cli

NOW = "2026-11-20T09:30"
CHILDREN = ("Minh Anh", "Gia Hân", "Bảo Ngọc", "Đức Phúc", "Khánh Vy", "Ê Ban")
TAPS = ("Rất hài lòng", "Rất hài lòng", "Hài lòng", "Chưa hài lòng", "Rất hài lòng")
PASSWORDS = {"DISTRICT_USER": "officer", "DISTRICT_PASSWORD": "demo"}


def district(folder: Path, *words: str) -> Any:
    """The JSON answer of a district command that must be done."""
    line = ["--data", str(folder), "--now", NOW, *words, "--json"]
    result = CliRunner().invoke(district_cli, line, env=PASSWORDS)
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    world = World(lambda: datetime(2026, 11, 20, 2, 30, tzinfo=UTC), secrets.token_bytes, practice=True)
    set_up(tmp_path / "desk", world, Login("clerk", "demo"), Wished("26461", leader="Phạm Quốc Thịnh"))
    opened = open_desk(tmp_path / "desk", world, Login("clerk", "demo"))
    yield opened
    opened.close()


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The public face as its own process."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    words = ("--data", str(folder), "--now", NOW, "serve", "--only", "public", "--port", str(port))
    process = subprocess.Popen(
        [sys.executable, "-m", "district.cli", *words], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL
    )
    try:
        for _ in range(400):
            with socket.socket() as probe:
                probe.settimeout(0.2)
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            assert process.poll() is None
            select_wait(0.05)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.communicate(timeout=20)


def select_wait(seconds: float) -> None:
    """Let the other process run, without a sleep that hides a missing condition."""
    import select

    select.select([], [], [], seconds)


def tap(browser: Any, url: str, links: list[str], choices: tuple[str, ...]) -> None:
    """Open each printed link on a phone without JavaScript and tap one answer."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    phone = context.new_page()
    for link, choice in zip(links, choices, strict=True):
        phone.goto(url + "/G/" + link.rsplit("/", 1)[1])
        phone.get_by_role("button", name=choice, exact=True).click()
        phone.get_by_text(f"Đã ghi nhận: {choice}").wait_for()
    context.close()


def birth(name: str) -> BirthDraft:
    return BirthDraft(
        child_name=f"Nguyễn {name}",
        born="9/11/26",
        mother_name=f"Trần Thị Mẹ {name}",
        father_name="Nguyễn Văn Bình",
        registered_on="20/11/2026",
    )


def test_a_month_walks_the_whole_road_and_its_ratings_come_home(desk: Desk, browser: Any, tmp_path: Path) -> None:
    above = tmp_path / "district"
    district(above, "setup", "--unit", "75", "--host", "gopy.example")
    desk.district.card(tmp_path / "card.mctt")
    district(above, "enrol", str(tmp_path / "card.mctt"), "--profile", "figures", "--out", str(tmp_path / "key.mctt"))
    desk.district.enrol(tmp_path / "key.mctt")

    numbers = [desk.register.enter(birth(name)) for name in CHILDREN]
    assert all(isinstance(number, Entered) for number in numbers)
    letters, held = desk.letters.prepare_pending()
    assert (len(letters), held) == (6, ())
    pages = pypdfium2.PdfDocument(desk.letters.pdf([letter.letter for letter in letters]))
    assert "NGUYỄN MINH ANH" in pages[0].get_textpage().get_text_range()
    desk.letters.printed([letter.letter for letter in letters])
    desk.letters.delivered([letter.letter for letter in letters[:5]], "counter", "good")

    (bundle,) = desk.month.close(tmp_path / "usb")
    links = [letter.link for letter in letters if isinstance(letter, Prepared)]
    with served(above) as url:
        tap(browser, url, links[:2], TAPS[:2])
        (taken,) = district(above, "import", str(bundle.path), "--receipts", str(tmp_path / "first"))
        assert (taken["verdict"], taken["set_aside"]) == ("accepted", 0)
        tap(browser, url, links[2:5], TAPS[2:])
    (again,) = district(above, "import", str(bundle.path), "--receipts", str(tmp_path / "second"))
    assert again["verdict"] == "already-accepted"

    first, second = ([*(tmp_path / folder).iterdir()] for folder in ("first", "second"))
    assert desk.month.receive(first[0]).batches == 0, "two answers are told to nobody"
    got = desk.month.receive(second[0])
    assert (got.upto, got.batches) == (bundle.head, 1)

    ours = desk.reports.report("2026-11").to_json()
    theirs = district(above, "report", "2026-11", "--out", str(tmp_path / "report.pdf"))
    assert ours["ratings"] == {"n": 5, "by_score": {"3": 3, "2": 1, "1": 1}, "by_channel": {"qr": 5}}
    assert {name: theirs[name] for name in ours} == ours
    assert ours["letters"]["birth"] == {"prepared": 6, "printed": 6, "delivered": 5}  # type: ignore[index]
