"""Nhắc việc: each card comes with what it tells of, leads somewhere by a key, and goes when that is done."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from test_services_registering import BIRTH, entered

from desk_app.services import desk_reminders, own_future, reminders
from desk_app.services.copy_owed import owe, settle
from desk_app.services.desk import Desk
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


def test_what_is_half_done_at_the_desk_is_told_until_it_is_done(desk: Desk) -> None:
    draft = desk.drafts.begin()
    desk.drafts.keep(draft, BIRTH)
    card = cards(desk)["Bài đang gõ lúc 09:30"]
    assert (card.does, card.text.startswith("Khai sinh, còn nguyên")) == ("reopen-draft", True)
    with desk.seat.reading() as reading:
        assert desk_reminders.newest_draft(desk.seat, reading) == draft
    entered(desk.register.enter(BIRTH, draft))
    for second, title in ((False, "Lần sao lưu trước chưa xong"), (True, "Nơi thứ hai còn thiếu bản sao")):
        owe(desk.seat, "disk-full", second)
        assert (cards(desk)[title].goes, cards(desk)[title].urgent) == ("copies", True)
    settle(desk.seat, "done")
    with desk.seat.work() as work:
        keep_rescue(work.office, desk.seat.today(), proved=False)
        work.commit()
    assert cards(desk)["Tờ cứu hộ chưa đối chiếu"].goes == "settings"
    clerk = {card.title for card in Today(replace(desk.seat, role="clerk")).view().reminders}
    gone = {"Tờ cứu hộ chưa đối chiếu", "Nơi thứ hai còn thiếu bản sao", "Bài đang gõ lúc 09:30"}
    assert not gone & clerk, "whoever cannot make another sheet is not asked for one; the rest is done"


def test_keys_half_exchanged_and_a_tie_of_the_unit_before_are_told(desk: Desk, tmp_path: Path) -> None:
    tie = desk.district.enrol(PretendOffice(tmp_path).enrol(desk), hold=True)
    assert cards(desk)["Chờ so sáu chữ với cấp trên"].does == "exchange-keys"
    tie = desk.district.confirm(" ".join(tie.words().words))
    assert "exchange-keys" not in {card.does for card in cards(desk).values()}
    desk.district.change_keys()
    assert cards(desk)["Đang đổi khóa của quầy"].does == "exchange-keys"
    desk.district.keep_keys()
    assert "exchange-keys" not in {card.does for card in cards(desk).values()}
    with desk.seat.work() as work:
        work.office.put(IN_FORCE, replace(tie, unit="26464").to_json())
        work.commit()
    card = cards(desk)["Nối lại với cấp trên theo tên mới"]
    assert (card.does, "Quầy nay là xã Xuân Định" in card.text) == ("exchange-keys", True)
