"""The first run by keys: commune without accents, signer, user, the rescue sheet proved from paper."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from file_printers import FilePrinters
from first_run_kit import ALT, CTRL, PASSWORD, WORLD, door, go_on, groups_on, tab, type_groups, type_steps
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_kit import Answers, press, type_text

from common.words import first_run as said
from common.words import slips as papers
from desk_app import paths
from desk_app.house import Login, open_desk
from desk_app.services.care import last_backup
from desk_app.services.office import read_signatories
from desk_app.services.tie_view import key_exchange
from desk_app.ui.first_run.model import FirstRunModel
from desk_app.ui.first_run.proof import Proof
from desk_app.ui.first_run.view import FirstRun
from desk_app.ui.jobs import Jobs
from desk_app.ui.theme.look import dress

sys.path.append(str(Path(__file__).resolve().parents[1] / "services"))
from tools.pretend_office import PretendOffice

CANON = "Canon LBP2900"


@dataclass
class Hand:
    """The page, whoever answers its questions, and its printers."""

    page: FirstRun
    asker: Answers
    printers: FilePrinters
    qtbot: QtBot

    def to_keys(self) -> None:
        """Through the first three steps."""
        type_steps(self.page)
        self.qtbot.waitUntil(self.page.keys.isVisible)

    def print_sheet(self) -> tuple[str, ...]:
        """The sheet on paper, and what its symbol says."""
        self.asker.answers = [CANON]
        press(self.page, Qt.Key.Key_P, CTRL)
        self.qtbot.waitUntil(lambda: self.page.keys.sheet.print.text() == said.PRINT_AGAIN)
        return groups_on(self.printers.paper())


@pytest.fixture
def hand(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Hand]:
    dress(qapp, paths.resources())
    jobs, asker, printers = Jobs(), Answers(), FilePrinters(tmp_path)
    shown = FirstRun(door(tmp_path / "sổ"), asker, jobs, printers)
    qtbot.addWidget(shown)
    shown.resize(1366, 698)
    shown.show()
    yield Hand(shown, asker, printers, qtbot)
    jobs.close()
    shown.leave()


@pytest.fixture
def page(hand: Hand) -> FirstRun:
    return hand.page


def test_a_commune_is_chosen_by_a_few_letters_and_the_letterhead_follows(page: FirstRun) -> None:
    assert not page.next.isEnabled()
    type_text(page, "xuan dinh")
    assert page.next.isEnabled()
    press(page, Qt.Key.Key_Down)
    assert page.model.commune is not None
    assert page.model.commune.official == "Xã Xuân Định"
    assert page.papers.letterhead.lines[:3] == ("THÀNH PHỐ ĐỒNG NAI", "ỦY BAN NHÂN DÂN", "XÃ XUÂN ĐỊNH")
    assert page.commune.above.text() == "UBND thành phố Đồng Nai"
    assert page.commune.merged_title.text() == "Xã được gộp từ ba xã cũ, từ 01/07/2025"
    assert "xã Xuân Định (cũ)" in page.commune.old.accessibleName()


def test_the_name_in_the_head_and_the_place_for_the_date_can_be_changed(page: FirstRun) -> None:
    type_text(page, "xuan dinh, dong nai")
    tab(page)
    assert page.focusWidget() is page.commune.name
    press(page, Qt.Key.Key_End)
    type_text(page, " mới")
    tab(page)
    press(page, Qt.Key.Key_A, CTRL)
    type_text(page, "Xuân Bảo")
    assert page.papers.letterhead.lines[2] == "XÃ XUÂN ĐỊNH MỚI"
    assert page.papers.letterhead.lines[3].startswith("Xuân Bảo, ngày")
    press(page, Qt.Key.Key_A, CTRL)
    press(page, Qt.Key.Key_Backspace)
    go_on(page)
    assert page.commune.isVisible()
    assert page.commune.places()["place"].under.text() == said.PLACE_EMPTY


@pytest.mark.parametrize(
    ("typed", "unit"),
    [
        ("Ủy ban nhân dân xã An Liên", "xã An Liên"),
        ("ủy ban nhân dân  xã An Liên", "xã An Liên"),
        ("UBND xã An Liên", "xã An Liên"),
        ("xã An Liên", "xã An Liên"),
        ("Ủy ban nhân dân", ""),
        ("", ""),
    ],
)
def test_the_unit_is_what_stands_behind_the_committee(typed: str, unit: str) -> None:
    assert said.unit_in(typed) == unit


def test_what_is_missing_is_said_under_its_field_and_goes_when_mended(page: FirstRun) -> None:
    type_text(page, "xuan dinh")
    go_on(page)
    go_on(page)
    places = page.signer.places()
    assert places["leader"].under.text() == said.SIGNER_EMPTY
    assert places["phone"].under.text() == said.PHONE_EMPTY
    assert page.focusWidget() is page.signer.leader
    type_text(page, "Phạm Quốc Thịnh")
    assert not places["leader"].under.isVisible()
    assert page.papers.letterhead.lines[-1] == "Phạm Quốc Thịnh"


def test_going_back_keeps_every_word_that_was_typed(page: FirstRun) -> None:
    type_text(page, "xuan dinh, dong nai")
    go_on(page)
    type_text(page, "Phạm Quốc Thịnh")
    tab(page, 2)
    type_text(page, "0200 3555 018")
    press(page, Qt.Key.Key_Left, ALT)
    assert page.commune.isVisible()
    assert page.commune.typed.text() == "xuan dinh, dong nai"
    go_on(page)
    assert (page.signer.leader.text(), page.signer.phone.text()) == ("Phạm Quốc Thịnh", "0200 3555 018")


def test_five_steps_with_the_keyboard_leave_a_register_that_opens(hand: Hand, tmp_path: Path) -> None:
    page = hand.page
    hand.to_keys()
    assert not page.next.isEnabled()
    groups = hand.print_sheet()
    assert groups == page.model.proof.groups
    assert hand.asker.asked == [(papers.PRINT_TITLE, "In tờ cứu hộ bằng")]
    assert page.focusWidget() is page.keys.sheet.proof.fields[0]
    assert page.papers.rescue.covered
    assert groups[0] not in page.papers.rescue.accessibleName()
    type_groups(page, groups, small=True)
    go_on(page)
    assert page.done.isVisible()
    copies = tmp_path / "usb"
    copies.mkdir()
    hand.asker.answers = [copies]
    press(page, Qt.Key.Key_B, CTRL)
    hand.qtbot.waitUntil(lambda: page.done.backup.text() == said.BACKUP_AGAIN)
    assert [path.name[:7] for path in copies.iterdir()] == ["SAO-LUU"]
    hand.asker.answers = [CANON]
    press(page, Qt.Key.Key_P, CTRL)
    assert page.done.test.text() == said.TEST_AGAIN, hand.asker.asked
    assert hand.printers.sheets() == 1
    page.next.setFocus()
    with hand.qtbot.waitSignal(page.made) as told:
        go_on(page)
    assert told.args == [tmp_path / "sổ"]
    desk = open_desk(tmp_path / "sổ", WORLD, Login("Nguyễn Thu Hằng", PASSWORD))
    try:
        assert (desk.settings.all().phone, desk.settings.all().unit) == ("0200 3555 018", "26461")
        assert (desk.settings.all().name, desk.settings.all().place) == ("", "")
        with desk.seat.reading() as reading:
            assert last_backup(reading.office) == WORLD.now()
        assert desk.care.second_place() == copies
    finally:
        desk.close()


def test_signer_officer_and_the_name_of_the_first_user_are_kept(hand: Hand, tmp_path: Path) -> None:
    page = hand.page
    type_text(page, "xuan dinh, dong nai")
    go_on(page)
    type_text(page, "Phạm Quốc Thịnh")
    tab(page)
    press(page, Qt.Key.Key_Down)
    tab(page)
    type_text(page, "0200 3555 018")
    tab(page)
    type_text(page, "32/13/2027")
    go_on(page)
    assert page.signer.places()["until"].under.text() == said.UNTIL_UNREAD
    press(page, Qt.Key.Key_A, CTRL)
    type_text(page, "31/12/2025")
    go_on(page)
    assert page.signer.places()["until"].under.text() == said.UNTIL_PAST
    press(page, Qt.Key.Key_A, CTRL)
    type_text(page, "31/12/2027")
    tab(page)
    type_text(page, "Lê Văn Nam")
    go_on(page)
    type_text(page, "Nguyễn Thu Hằng")
    tab(page)
    press(page, Qt.Key.Key_C)
    press(page, Qt.Key.Key_Down)
    chosen = page.user.address.currentData()
    tab(page)
    type_text(page, "cán bộ một cửa")
    for _ in range(2):
        tab(page)
        type_text(page, PASSWORD)
    go_on(page)
    hand.qtbot.waitUntil(page.keys.isVisible)
    assert not page.user.password.text()
    desk = page.model.desk
    assert desk is not None
    assert chosen
    assert desk.people.me().greeting == f"{chosen} Hằng"
    assert desk.people.me().title == "cán bộ một cửa"
    assert desk.settings.all().officer == "Lê Văn Nam"
    with desk.seat.reading() as reading:
        (signer,) = read_signatories(reading.office)
    assert (signer.name, signer.authority) == ("Phạm Quốc Thịnh", ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"))
    assert signer.valid_to is not None
    assert signer.valid_to.isoformat() == "2027-12-31"


def test_without_a_printer_the_sheet_is_copied_by_hand_and_no_file_holds_it(hand: Hand, tmp_path: Path) -> None:
    page = hand.page
    hand.to_keys()
    hand.printers.listed = ()
    press(page, Qt.Key.Key_P, CTRL)
    assert hand.asker.asked[-1] == (papers.NOT_PRINTED, papers.NO_PRINTER)
    copied = tuple(page.papers.rescue.accessibleName().rpartition(". ")[2].split())
    assert copied == page.model.proof.groups
    tab(page, 2)
    type_groups(page, copied)
    assert page.next.isEnabled()
    code = "-".join(copied).encode()
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert all(code not in path.read_bytes() for path in files)
    assert not list(tmp_path.rglob("*.pdf"))


def test_the_sheet_can_be_covered_and_seen_again_by_one_key(hand: Hand) -> None:
    page = hand.page
    hand.to_keys()
    press(page, Qt.Key.Key_H, CTRL)
    assert page.papers.rescue.covered
    press(page, Qt.Key.Key_H, CTRL)
    assert not page.papers.rescue.covered


def test_the_card_goes_to_a_stick_and_the_keys_come_in_by_six_words(hand: Hand, tmp_path: Path) -> None:
    page = hand.page
    hand.to_keys()
    desk = page.model.desk
    assert desk is not None
    stick = tmp_path / "usb"
    stick.mkdir()
    hand.asker.answers = [stick]
    press(page, Qt.Key.Key_E, CTRL)
    hand.qtbot.waitUntil(lambda: "THE-26461" in page.keys.told.text())
    (card,) = stick.iterdir()
    assert card.name in page.keys.told.text()
    hand.asker.answers = [PretendOffice(tmp_path).enrol(desk)]
    press(page, Qt.Key.Key_O, CTRL)
    hand.qtbot.waitUntil(page.keys.heard.isVisible)
    waiting = key_exchange(desk.seat).waiting
    assert waiting is not None
    assert page.focusWidget() is page.keys.heard
    type_text(page, "sen sen sen sen sen sen")
    press(page, Qt.Key.Key_Return, CTRL)
    assert page.keys.told.text() == said.TIE_DIFFER
    press(page, Qt.Key.Key_A, CTRL)
    type_text(page, " ".join(waiting.words))
    press(page, Qt.Key.Key_Return, CTRL)
    assert page.keys.told.text() == said.TIE_DONE
    assert key_exchange(desk.seat).in_force == replace(waiting, since=desk.seat.today().isoformat())
    assert not page.keys.heard.isVisible()


def test_a_file_that_is_no_key_is_told_and_nothing_changes(hand: Hand, tmp_path: Path) -> None:
    page = hand.page
    hand.to_keys()
    (tmp_path / "KHOA.mctt").write_bytes(b"no key")
    hand.asker.answers = [tmp_path / "KHOA.mctt"]
    press(page, Qt.Key.Key_O, CTRL)
    hand.qtbot.waitUntil(lambda: hand.asker.asked[-1][0] == said.NOT_DONE)
    assert not page.keys.heard.isVisible()


def test_leaving_asks_while_something_would_be_lost(hand: Hand) -> None:
    page = hand.page
    assert page.may_leave()
    assert hand.asker.asked == []
    type_text(page, "xuan dinh")
    assert not page.may_leave()
    hand.asker.answers = [0]
    assert page.may_leave()
    assert [title for title, _ in hand.asker.asked] == [said.STOP_TITLE] * 2
    press(page, Qt.Key.Key_A, CTRL)
    press(page, Qt.Key.Key_Backspace)
    hand.to_keys()
    assert not page.may_leave()
    assert hand.asker.asked[-1] == (said.LEAVE_TITLE, said.LEAVE_TEXT)
    type_groups(page, hand.print_sheet())
    assert page.may_leave()


def test_a_folder_that_cannot_be_written_is_told_and_nothing_typed_is_lost(hand: Hand, tmp_path: Path) -> None:
    page = hand.page
    (tmp_path / "sổ").write_text("a file in the place of the folder", encoding="utf-8")
    type_steps(page)
    hand.qtbot.waitUntil(page.trouble.isVisible)
    assert page.next.isEnabled()
    assert page.user.user.text() == "Nguyễn Thu Hằng"
    assert page.user.password.text() == PASSWORD


def test_help_tells_about_the_step_in_front(hand: Hand) -> None:
    press(hand.page, Qt.Key.Key_F1)
    assert hand.asker.asked == [(said.STEPS[0][0], said.HELP_TEXT[0])]


def test_the_model_asks_for_a_longer_password_and_for_a_name_that_fits(tmp_path: Path) -> None:
    model = FirstRunModel(door(tmp_path), user="Hằng", password="ngắn", again="ngắn")
    assert model.lacks(2) == {"password": said.PASSWORD_SHORT}
    model.password = PASSWORD
    assert model.lacks(2) == {"again": said.PASSWORD_DIFFERS}
    model.again, model.user = PASSWORD, "H" * 61
    assert model.lacks(2) == {"user": said.USER_LONG}


def test_a_proof_reads_look_alikes_as_figures() -> None:
    proof = Proof("AAAA-B0C1-CCCC-DDDD-E1E1-FFFF-GGGG-H2H2")
    assert proof.proved(("bo cl", "ElEI", "h2h2"))
    assert proof.right(("b0c1", "", "xxxx")) == 1
    assert not Proof().proved(("", "", ""))
