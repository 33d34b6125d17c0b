"""Nhắc việc: each card comes with what it tells of, leads somewhere by a key, and goes when that is done."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from test_services_letters import prepared
from test_services_registering import BIRTH, entered

from desk_app.services import desk_reminders, own_future, reminders
from desk_app.services.copy_owed import owe, settle
from desk_app.services.desk import Desk
from desk_app.services.letter_desk import Wish
from desk_app.services.print_question import OpenQuestion, PrintQuestion
from desk_app.services.reminders import Reminder
from desk_app.services.rescue import keep_rescue
from desk_app.services.today import Today
from desk_app.sync.link import IN_FORCE
from desk_app.ui.actions import BY_ID
from tools.pretend_office import PretendOffice


def cards(desk: Desk) -> dict[str, Reminder]:
    return {card.title: card for card in Today(desk.seat).view().reminders}


def made() -> Iterator[ast.Call]:
    """Every place where a card is written."""
    for module in (reminders, desk_reminders, own_future):
        for node in ast.walk(ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Reminder":
                yield node


def test_every_card_leads_to_a_page_or_an_act_that_has_a_key() -> None:
    told = list(made())
    assert len(told) >= 20
    for call in told:
        ways = {word.arg: ast.literal_eval(word.value) for word in call.keywords if word.arg in ("goes", "does")}
        assert len(ways) == 1, ast.unparse(call)
        action = BY_ID[ways.get("does") or f"page-{ways['goes']}"]
        assert action.shown_key, action.id


def test_sheets_nobody_counted_stand_first_until_somebody_has(desk: Desk) -> None:
    question = PrintQuestion(desk.seat)
    letter = prepared(desk.letters.prepare([entered(desk.register.enter(BIRTH)).id], Wish())).letter
    question.keep(OpenQuestion((letter,)))
    (first, *_) = Today(desk.seat).view().reminders
    assert (first.title, first.goes, first.urgent) == ("Chưa đếm 1 tờ đã in", "printing", True)
    question.drop()
    assert first.title not in cards(desk)


def test_a_form_left_open_is_offered_until_it_is_entered(desk: Desk) -> None:
    draft = desk.drafts.begin()
    desk.drafts.keep(draft, BIRTH)
    card = cards(desk)["Bài đang gõ lúc 09:30"]
    assert (card.does, card.text.startswith("Khai sinh, còn nguyên")) == ("reopen-draft", True)
    with desk.seat.reading() as reading:
        assert desk_reminders.newest_draft(desk.seat, reading) == draft
    entered(desk.register.enter(BIRTH, draft))
    assert "reopen-draft" not in {one.does for one in cards(desk).values()}


@pytest.mark.parametrize("second", [False, True])
def test_a_copy_that_failed_is_told_until_one_stands(desk: Desk, second: bool) -> None:
    owe(desk.seat, "disk-full", second)
    card = cards(desk)["Nơi thứ hai còn thiếu bản sao" if second else "Lần sao lưu trước chưa xong"]
    assert (card.goes, card.urgent) == ("copies", True)
    settle(desk.seat, "done")
    assert card.title not in cards(desk)


def test_a_rescue_sheet_that_was_never_proved_is_asked_for_of_the_administrator_alone(desk: Desk) -> None:
    with desk.seat.work() as work:
        keep_rescue(work.office, desk.seat.today(), proved=False)
        work.commit()
    assert cards(desk)["Tờ cứu hộ chưa đối chiếu"].goes == "settings"
    clerk = replace(desk.seat, role="clerk")
    assert "Tờ cứu hộ chưa đối chiếu" not in {card.title for card in Today(clerk).view().reminders}


def test_keys_half_exchanged_and_a_tie_of_the_unit_before_are_told(desk: Desk, tmp_path: Path) -> None:
    tie = desk.district.enrol(PretendOffice(tmp_path).enrol(desk), hold=True)
    assert cards(desk)["Chờ so sáu chữ với cấp trên"].does == "exchange-keys"
    tie = desk.district.confirm(" ".join(tie.words().words))
    assert "exchange-keys" not in {card.does for card in cards(desk).values()}
    with desk.seat.work() as work:
        work.office.put(IN_FORCE, replace(tie, unit="26464").to_json())
        work.commit()
    card = cards(desk)["Nối lại với cấp trên theo tên mới"]
    assert (card.does, "Quầy nay là xã Xuân Định" in card.text) == ("exchange-keys", True)
