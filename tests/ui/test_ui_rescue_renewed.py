"""Another rescue sheet by keys: the password, the paper, the proof, and only then the old sheet is void."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from cheap_passwords import cheapen
from clipped import clipped
from file_printers import FilePrinters
from first_run_kit import CTRL, PASSWORD, WORLD, go_on, groups_on, type_groups
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from window_kit import Answers, press, type_text

from common.words import first_run as sheet_words
from common.words import rescue as said
from desk_app import paths
from desk_app.db.keyring import Keyring
from desk_app.db.trouble import RegisterTrouble
from desk_app.house import Login, open_desk, set_up
from desk_app.services.desk import Desk
from desk_app.services.setup import UNPROVED, Wished
from desk_app.ui.first_run.renew import Hands, RenewRescue, RescueCard, offer_rescue
from desk_app.ui.jobs import Jobs
from desk_app.ui.theme.look import dress

USER = "Nguyễn Thu Hằng"


@dataclass
class Office:
    """A desk whose rescue sheet nobody proved, a window over it, and printers that write files."""

    desk: Desk
    code: str
    window: QWidget
    printers: FilePrinters
    qtbot: QtBot
    asker: Answers = field(default_factory=Answers)
    jobs: Jobs = field(default_factory=Jobs)

    def hands(self) -> Hands:
        return Hands(self.asker, self.jobs, self.printers)

    def offered(self, *answers: object) -> RenewRescue | None:
        self.asker.answers = list(answers)
        return offer_rescue(self.desk, self.hands(), self.window)

    def opens(self, code: str) -> bool:
        try:
            Keyring(self.desk.seat.folder, secrets.token_bytes).unwrap_recovery(code)
        except RegisterTrouble:
            return False
        return True

    def with_password(self, dialog: RenewRescue, password: str) -> None:
        """Type it and press Enter."""
        type_text(dialog, password)
        go_on(dialog)

    def to_paper(self, dialog: RenewRescue) -> tuple[str, ...]:
        """Past the password, and the new sheet printed."""
        self.with_password(dialog, PASSWORD)
        self.qtbot.waitUntil(dialog.page.use.isVisible)
        self.asker.answers = ["Canon LBP2900"]
        press(dialog, Qt.Key.Key_P, CTRL)
        self.qtbot.waitUntil(lambda: dialog.page.sheet.print.text() == sheet_words.PRINT_AGAIN)
        return groups_on(self.printers.paper())


@pytest.fixture
def office(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Office]:
    dress(qapp, paths.resources())
    folder = tmp_path / "quầy"
    made = set_up(folder, WORLD, Login(USER, PASSWORD), Wished("26461", "Phạm Quốc Thịnh", sheet=UNPROVED))
    cheapen(folder, USER, PASSWORD)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1366, 698)
    window.show()
    desk = open_desk(folder, WORLD, Login(USER, PASSWORD))
    shown = Office(desk, made.recovery_code, window, FilePrinters(tmp_path), qtbot)
    yield shown
    shown.jobs.close()
    shown.desk.close()


def test_who_was_cut_off_before_the_proof_is_offered_another_sheet_and_the_old_one_is_void(office: Office) -> None:
    dialog = office.offered(0)
    assert dialog is not None
    assert office.asker.asked == [(said.OFFER_TITLE, said.OFFER_TEXT)]
    groups = office.to_paper(dialog)
    new = "-".join(groups)
    assert not office.opens(new)
    assert not dialog.page.use.isEnabled()
    type_groups(dialog, groups, small=True)
    assert dialog.page.use.isEnabled()
    go_on(dialog)
    office.qtbot.waitUntil(lambda: office.asker.asked[-1] == (said.DONE_TITLE, said.DONE_TEXT))
    assert office.opens(new)
    assert not office.opens(office.code)
    assert office.offered(0) is None


def test_leaving_before_the_last_key_keeps_the_old_sheet(office: Office) -> None:
    dialog = office.offered(0)
    assert dialog is not None
    groups = office.to_paper(dialog)
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert office.opens(office.code)
    assert not office.opens("-".join(groups))
    assert office.offered(1) is None
    assert office.asker.asked[-1] == (said.OFFER_TITLE, said.OFFER_TEXT)


def test_a_wrong_password_is_said_under_its_field_and_makes_nothing(office: Office) -> None:
    dialog = office.offered(0)
    assert dialog is not None
    office.with_password(dialog, "một mật khẩu khác")
    office.qtbot.waitUntil(lambda: dialog.page.place.under.text() == said.WRONG)
    assert not dialog.page.use.isVisible()
    assert dialog.page.make.isEnabled()


def test_a_sheet_that_was_proved_is_never_asked_about(office: Office) -> None:
    office.desk.seat.may("people")
    card = RescueCard(office.desk, office.hands())
    office.qtbot.addWidget(card)
    card.put()
    assert card.state.text() == "Tờ đang dùng lập ngày 20/11/2026, chưa gõ thử lần nào."
    card.new.click()
    assert card.dialog is not None
    groups = office.to_paper(card.dialog)
    type_groups(card.dialog, groups)
    go_on(card.dialog)
    office.qtbot.waitUntil(lambda: card.state.text() == "Tờ đang dùng lập ngày 20/11/2026.")
    assert office.offered(0) is None


@pytest.mark.parametrize(("wide", "tall", "percent"), [(910, 455, 100)])
def test_nothing_of_the_dialog_is_cut_at_any_size(
    wide: int, tall: int, percent: int, office: Office, qapp: QApplication
) -> None:
    dress(qapp, paths.resources(), percent)
    office.window.resize(wide, tall)
    dialog = office.offered(0)
    assert dialog is not None
    found = []
    for step in (lambda: None, lambda: dialog.page._show(PASSWORD, "-".join(["WWMM"] * 8))):
        step()
        for _ in range(3):
            qapp.processEvents()
        found += clipped(dialog)
    assert (dialog.width() <= wide, dialog.height() <= tall) == (True, True)
    dress(qapp, paths.resources())
    assert found == []


def test_a_clerk_is_not_asked_and_cannot_make_a_sheet(office: Office) -> None:
    office.desk.people.add("Thảo", "clerk", PASSWORD)
    folder = office.desk.seat.folder
    office.desk.close()
    cheapen(folder, "Thảo", PASSWORD)
    office.desk = open_desk(folder, WORLD, Login("Thảo", PASSWORD))
    assert office.offered(0) is None
    assert office.asker.asked == []
    card = RescueCard(office.desk, office.hands())
    office.qtbot.addWidget(card)
    card.put()
    assert not card.new.isEnabled()
    assert said.ONLY_ADMINISTRATOR in card.state.text()
