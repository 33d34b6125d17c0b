"""Copies through years, clocks that jump, a second place that is away, and the drill that proves them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from hand_clock import Clock

from desk_app.db.trouble import RegisterTrouble
from desk_app.domain.drafts import BirthDraft
from desk_app.house import Login, World, open_desk
from desk_app.services.clock_watch import confirm_clock
from desk_app.services.copies import FOLDER, copies_in, make_copy
from desk_app.services.desk import Desk
from desk_app.services.doorplate import renew_doorstep
from desk_app.services.drill import drill_held, last_drill, note_drill
from desk_app.services.outlook import outlook
from desk_app.services.papers import drill_sheet
from desk_app.services.registering import Entered
from desk_app.services.today import Today
from desk_app.services.trouble import Trouble
from desk_app.ui.shell.model import status_parts

Enter = Callable[[], None]
MORNING = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)


@pytest.fixture
def enter(desk: Desk, clock: Clock) -> Enter:
    names: Iterator[str] = (f"Nguyễn Trần {first} {second}nh" for first in "ABCDEGHIKL" for second in "ABCDEGHIKL")

    def birth() -> None:
        today = f"{clock.moment:%d/%m/%Y}"
        draft = BirthDraft(child_name=next(names), born=today, sex="nữ", mother_name="Lê Thị Hoa", registered_on=today)
        outcome = desk.register.enter(draft)
        assert isinstance(outcome, Entered), outcome

    return birth


@pytest.fixture
def stick(desk: Desk, tmp_path: Path) -> Path:
    place = tmp_path / "usb"
    place.mkdir()
    desk.care.choose_second_place(place)
    return place


def own(desk: Desk) -> list[datetime]:
    return [copy.made_at for copy in copies_in(desk.seat.folder / FOLDER)]


def cards(desk: Desk) -> list[str]:
    return [card.title for card in Today(desk.seat).view().reminders]


def status(desk: Desk) -> tuple[str, str]:
    part = status_parts(outlook(desk.seat), desk.seat.now())[0]
    return part.text, part.tone


# ---- clocks


@pytest.mark.parametrize(
    "jump", [timedelta(days=-1, hours=-8), timedelta(days=3650), datetime(1970, 1, 2, 8, tzinfo=UTC) - MORNING]
)
def test_after_a_jump_of_the_clock_the_copy_just_made_stays_and_the_earlier_ones_too(
    desk: Desk, enter: Enter, clock: Clock, jump: timedelta
) -> None:
    for _ in range(3):
        enter()
        desk.care.look_after()
        clock.forward(days=1)
    before = set(own(desk))
    clock.moment += jump
    enter()
    copied = desk.care.look_after().copied
    assert copied is not None
    assert copied.path.is_dir()
    clock.moment = MORNING + timedelta(days=4)
    enter()
    desk.care.look_after()
    assert before <= set(own(desk))


def test_a_copy_dated_in_the_future_is_no_rest_from_copying_nor_from_being_told(
    desk: Desk, enter: Enter, clock: Clock
) -> None:
    clock.forward(days=3650)
    enter()
    desk.care.look_after()
    clock.moment = MORNING + timedelta(days=1)
    enter()
    assert desk.care.left_over()
    assert status(desk) == ("Đồng hồ máy chỉ 21/11/2026, xem lại", "hoe")
    assert cards(desk)[0] == "Xem lại ngày giờ của máy"
    desk.care.look_after()
    confirm_clock(desk.seat)
    assert status(desk) == ("Sao lưu lúc 09:30 hôm nay", "sen")
    assert [copy.made_at.year for copy in desk.care.copies()] == [2026, 2036], "which one is taken back first"


def test_a_week_is_borne_and_the_eighth_day_is_told(desk: Desk, enter: Enter, clock: Clock) -> None:
    enter()
    desk.care.look_after()
    clock.forward(days=7)
    assert status(desk)[1] == "sen"
    clock.forward(days=1)
    assert status(desk) == ("Chưa sao lưu 8 ngày", "hoe")
    urgent = {card.title: card.urgent for card in Today(desk.seat).view().reminders}
    assert urgent["Chưa sao lưu 8 ngày"]


# ---- the second place


def test_a_second_place_that_is_away_is_told_after_a_week_and_gets_its_copy_when_it_is_back(
    desk: Desk, enter: Enter, clock: Clock, stick: Path
) -> None:
    away = stick.rename(stick.with_name("ở nhà"))
    for _ in range(9):
        clock.forward(days=1)
        enter()
        assert desk.care.look_after().second == "folder-gone"
    assert status(desk) == ("Nơi thứ hai 9 ngày chưa có bản sao", "hoe")
    assert "Nơi thứ hai 9 ngày chưa có bản sao" in cards(desk)
    away.rename(stick)
    looked = desk.care.look_after()
    assert (looked.copied, looked.second) == (None, "done"), "nothing new, and yet the stick lacked what there is"
    assert copies_in(stick)[0].registrations == 9
    assert status(desk)[1] == "sen"
    assert not any(title.startswith("Nơi thứ hai") for title in cards(desk))
    assert desk.care.look_after().second == "", "once is enough"


def test_a_copy_made_by_hand_on_a_stick_does_not_stand_for_the_one_beside_the_register(
    desk: Desk, enter: Enter, tmp_path: Path
) -> None:
    enter()
    desk.care.backup(tmp_path / "usb của khách")
    assert own(desk) == []
    assert desk.care.look_after().copied is not None


# ---- believed only when it is equal


def test_a_copy_whose_journal_ends_elsewhere_than_the_registers_is_thrown_away(
    desk: Desk, enter: Enter, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rows are counted alike, and yet the last line is another: as if a page had been taken from an older file."""
    from desk_app.db import backup

    enter()
    looked = backup.look_into
    monkeypatch.setattr(backup, "look_into", lambda path, key: replace(looked(path, key), digest="00" * 32))
    with pytest.raises(Trouble) as told:
        make_copy(desk.seat, desk.care.keyring, desk.seat.folder / FOLDER)
    assert told.value.code == "backup-differs"
    assert isinstance(told.value.__cause__, RegisterTrouble)
    assert list((desk.seat.folder / FOLDER).iterdir()) == []


# ---- the drill


def test_half_a_year_without_a_drill_is_told_last_and_quietly(desk: Desk, enter: Enter, clock: Clock) -> None:
    enter()
    clock.forward(days=182)
    assert "Đến kỳ tập khôi phục" not in cards(desk)
    clock.forward(days=1)
    due = Today(desk.seat).view().reminders[-1]
    assert (due.title, due.urgent, due.goes) == ("Đến kỳ tập khôi phục", False, "copies")
    drill_held(desk.seat)
    assert "Đến kỳ tập khôi phục" not in cards(desk)
    clock.forward(days=183)
    assert "Đến kỳ tập khôi phục" in cards(desk)


@pytest.mark.parametrize(
    ("word", "kept"), [('{"on": "2026-11-19"}', True), ('{"on": "2036-01-01"}', False), ("[", False)]
)
def test_a_drill_held_while_the_register_was_closed_is_noted_at_the_next_opening(
    desk_folder: Path, world: World, word: str, kept: bool
) -> None:
    note_drill(desk_folder, MORNING.date())
    note = desk_folder / "drill.json"
    note.write_text(word, encoding="utf-8")
    desk = open_desk(desk_folder, world, Login("clerk", "demo"))
    renew_doorstep(desk.seat)
    with desk.seat.reading() as reading:
        assert (last_drill(reading) is not None) == kept
    assert not note.exists()
    desk.close()


def test_the_sheet_says_where_copies_lie_and_whom_to_call(desk: Desk, stick: Path) -> None:
    desk.settings.put("support", "0200 3555 018")
    with pdfium.PdfDocument(drill_sheet(desk.seat)) as document:
        assert len(document) == 1
        assert [round(edge / 72 * 25.4) for edge in document[0].get_size()] == [210, 148]
        text = " ".join(document[0].get_textpage().get_text_range().split())
    for told in (
        "TẬP KHÔI PHỤC TRONG MƯỜI PHÚT",
        "XÃ XUÂN ĐỊNH",
        "0200 3555 018",
        "Tập khôi phục…",
        "Kết thúc buổi tập",
    ):
        assert told in text
    assert str(stick)[-40:].replace(" ", "") in text.replace(" ", "")
    shutil.rmtree(stick)
