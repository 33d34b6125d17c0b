"""The log of letters handed over against the report that counts the same lines, and the tables it is kept as."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

from courtesy_cases import apology, written
from hand_clock import Clock
from test_services_letters import DEATH
from test_services_registering import BIRTH, entered

from desk_app.services.delivery import Delivery, Given
from desk_app.services.delivery_log import GIVEN, RETURNED, WAITING, DeliveryLog, periods
from desk_app.services.desk import Desk
from desk_app.services.erasing import Erasing
from desk_app.services.letter_desk import Prepared, Wish
from desk_app.services.today import Today


def printed(desk: Desk, *ids: int) -> int:
    done = desk.letters.prepare(ids, Wish())
    assert isinstance(done, Prepared)
    desk.letters.printed([done.letter])
    return done.letter


def courtesy(desk: Desk) -> int:
    letter: int = written(desk.courtesy.prepare(apology()))
    desk.letters.printed([letter])
    return letter


def agree(desk: Desk, period: str) -> None:
    totals, report = DeliveryLog(desk.seat).log(period).totals, desk.reports.report(period)
    counted = {kind: stages["delivered"] for kind, stages in report.letters.items() if stages["delivered"]}
    assert {kind: n for kind, n in totals.delivered.items() if n} == counted
    reactions = {taken: n for taken, n in report.reactions.items() if n}
    assert {taken: n for taken, n in totals.reactions.items() if n} == reactions


def test_the_log_agrees_with_the_report_through_handing_over_coming_back_and_voiding(desk: Desk, clock: Clock) -> None:
    first = entered(desk.register.enter(BIRTH)).id
    twin = entered(desk.register.enter(replace(BIRTH, child_name="Nguyễn Trần Minh Khang", sex="nam"))).id
    twins, death = printed(desk, first, twin), printed(desk, entered(desk.register.enter(DEATH)).id)
    thanks, delivery = courtesy(desk), Delivery(desk.seat)
    delivery.hand_over([twins, thanks], Given("home", "good", "Hội Liên hiệp Phụ nữ xã", "ảnh 12"))
    delivery.hand_over([death], Given("post", "none"))
    agree(desk, "2026-11")
    clock.forward(15)
    delivery.came_back([death], "nhà đi vắng")
    agree(desk, "2026-11")
    delivery.hand_over([death], Given("home", "none"))
    desk.register.void(twin, "ghi thử")
    for period in ("2026-11", "2026-12", "2026-Q4", "2026"):
        agree(desk, period)
    log = DeliveryLog(desk.seat).log("2026")
    assert log.totals.delivered == {"birth": 1, "death": 1, "apology": 1}
    told = [(row.shown_day, row.title, row.how, row.taken, row.together, row.evidence) for row in log.rows]
    assert told[0] == ("05/12/2026", "Gia quyến cụ Đặng Văn Khoan", "trao tại nhà", "chưa có phản hồi", "", "")
    assert told[1][:2] == ("20/11/2026", "Bà Hoàng Thị Vân")
    assert told[1][4:] == ("Hội Liên hiệp Phụ nữ xã", "ảnh 12")
    assert log.rows[0].returned == "trả lại 05/12/2026: nhà đi vắng"


def test_what_the_law_had_erased_stays_handed_over_in_log_and_report_alike(desk: Desk) -> None:
    first = entered(desk.register.enter(BIRTH)).id
    twin = entered(desk.register.enter(replace(BIRTH, child_name="Nguyễn Trần Minh Khang", sex="nam"))).id
    death = entered(desk.register.enter(DEATH)).id
    Delivery(desk.seat).hand_over([printed(desk, first, twin), printed(desk, death)], Given("home", "good"))
    desk.register.void(twin, "ghi thử")
    for gone in (twin, death):
        erasing = Erasing(desk.seat)
        erasing.erase(gone, "theo đơn của gia đình", erasing.look(gone).number)
        agree(desk, "2026-11")
    assert DeliveryLog(desk.seat).log("2026-11").totals.delivered == {"birth": 1, "death": 1}


def test_what_waits_and_what_came_back_is_told_however_old_and_on_the_first_page(desk: Desk, clock: Clock) -> None:
    letter, log = printed(desk, entered(desk.register.enter(BIRTH)).id), DeliveryLog(desk.seat)
    assert [row.state for row in log.log("2025", WAITING).rows] == [WAITING]
    Delivery(desk.seat).hand_over([letter], Given("post", "none"))
    clock.forward(3)
    Delivery(desk.seat).came_back([letter], "không tìm ra địa chỉ")
    (row,) = log.log("2025", RETURNED).rows
    assert (row.how, row.returned) == ("trả lại, chờ trao lại", "trả lại 23/11/2026: không tìm ra địa chỉ")
    assert log.log("2026-11", GIVEN).rows == ()
    assert [one.letter for one in log.log("2026-11", kind="birth").rows] == [letter]
    assert log.log("2026-11", kind="death").rows == ()
    (hand,) = [one for one in Today(desk.seat).queues() if one.id == "hand"]
    assert [one.note for one in hand.rows] == ["trả lại 23/11/2026: không tìm ra địa chỉ"]


def test_the_table_is_text_without_formulas_and_who_saved_it_is_noted(desk: Desk, tmp_path: Path) -> None:
    letter, log = printed(desk, entered(desk.register.enter(BIRTH)).id), DeliveryLog(desk.seat)
    Delivery(desk.seat).hand_over([letter], Given("home", "good", "=2+3", "ảnh 12"))
    assert log.companions()[0] == "=2+3"
    rows = log.log("2026-11")
    log.save(rows, tmp_path / "sổ.csv")
    table = list(csv.reader(io.StringIO((tmp_path / "sổ.csv").read_text("utf-8-sig"))))
    assert table[1][:4] == ["20/11/2026", "Thư chúc mừng khai sinh", "Nguyễn Trần Minh Anh", "1"]
    assert table[1][6] == "'=2+3"
    log.save(rows, tmp_path / "sổ.xlsx")
    with ZipFile(tmp_path / "sổ.xlsx") as book:
        assert "ảnh 12" in book.read("xl/sharedStrings.xml").decode()
    assert [note.act for note in desk.seat.sitting.notes].count("deliveries-saved") == 2


def test_the_periods_offered_begin_with_this_month(desk: Desk) -> None:
    assert periods(desk.seat.today()) == ("2026-11", "2026-10", "2026-09", "2026-Q4", "2026", "2025")
