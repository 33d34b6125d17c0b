"""Hôm nay: six queues, the day's sentence and the reminders, on a real desk."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from test_services_letters import DEATH, prepared
from test_services_registering import BIRTH, entered

from desk_app.db.ratings import Message
from desk_app.domain.drafts import MarriageDraft
from desk_app.services import decided, today, waiting
from desk_app.services.calls import CallBacks
from desk_app.services.decided import Deciding
from desk_app.services.desk import Desk
from desk_app.services.letter_desk import Wish
from desk_app.services.naming import after_working_days, working_days
from desk_app.services.queues import Queue
from desk_app.services.today import Today
from exchange.documents import SetAside
from tools.pretend_office import PretendOffice

TWIN = replace(BIRTH, child_name="Nguyễn Trần Minh Khang", sex="nam")
WEDDING = MarriageDraft(
    husband_name="Trần Quốc Việt",
    husband_born="1998",
    wife_name="Nguyễn Thị Hồng Gấm",
    wife_born="1999",
    registered_on="19/11/2026",
)


def queues(desk: Desk) -> dict[str, Queue]:
    return {queue.id: queue for queue in Today(desk.seat).queues()}


def sheet(desk: Desk, draft: object) -> int:
    id = entered(desk.register.enter(draft)).id  # type: ignore[arg-type]
    return prepared(desk.letters.prepare([id], Wish())).letter


def test_an_empty_desk_has_six_empty_queues_with_their_sentences(desk: Desk) -> None:
    found = Today(desk.seat).queues()
    assert [queue.words for queue in found] == [
        "Cần in thư",
        "Chờ ký, đóng dấu",
        "Chờ trao",
        "Cần gọi lại",
        "Đang gõ dở",
        "Cần xem lại",
    ]
    assert [(queue.count, queue.note) for queue in found] == [(0, "")] * 6
    assert all(queue.empty.endswith(".") for queue in found)


def test_twins_wait_for_the_printer_as_one_row(desk: Desk) -> None:
    ids = tuple(entered(desk.register.enter(draft)).id for draft in (BIRTH, TWIN))
    (row,) = queues(desk)["print"].rows
    assert row.who == "Nguyễn Trần Minh Anh và Nguyễn Trần Minh Khang"
    assert row.second == "cha mẹ: Nguyễn Văn Bình, Trần Thị Ngọc Lan, sinh đôi"
    assert (row.tag.words, row.todo, row.due, row.covers) == ("Khai sinh", "In thư chúc mừng", "hôm nay", ids)


def test_each_kind_says_whom_its_letter_goes_to(desk: Desk) -> None:
    entered(desk.register.enter(WEDDING))
    entered(desk.register.enter(replace(DEATH, declarant_name="Đặng Quốc Huy", declarant_relation="con trai")))
    wedding, death = queues(desk)["print"].rows
    assert (wedding.who, wedding.second) == ("Trần Quốc Việt, Nguyễn Thị Hồng Gấm", "kết hôn ngày 19/11")
    assert (death.who, death.second) == ("Gia quyến cụ Đặng Văn Khoan", "con trai: Đặng Quốc Huy")


def test_a_letter_is_late_after_the_next_day_of_work(desk: Desk, clock) -> None:
    entered(desk.register.enter(BIRTH))
    clock.forward(3)
    assert (queues(desk)["print"].rows[0].due, queues(desk)["print"].late) == ("hôm nay", False)
    clock.forward(1)
    queue = queues(desk)["print"]
    assert (queue.rows[0].due, queue.late, queue.note) == ("trễ 1 ngày", True, "lâu nhất: trễ 1 ngày")


def test_a_letter_over_an_amended_registration_says_that_it_will_be_written_anew(desk: Desk) -> None:
    letter = sheet(desk, BIRTH)
    id = queues(desk)["print"].rows[0].covers[0]
    desk.register.amend(id, {"child_name": "Nguyễn Trần Minh Ánh"}, "gõ nhầm")
    (row,) = queues(desk)["print"].rows
    assert (row.letter, row.note) == (letter, "bản ghi đã sửa, thư sẽ soạn lại")


def test_a_letter_held_back_waits_for_a_look_and_one_refused_is_nowhere(desk: Desk) -> None:
    entered(desk.register.enter(replace(DEATH, born="2015", deceased_name="Đặng Gia Bảo")))
    entered(desk.register.enter(replace(BIRTH, case="opted_out")))
    found = queues(desk)
    (row,) = found["look"].rows
    assert (row.who, row.note) == ("Gia đình cháu Đặng Gia Bảo", "Người mất chưa đủ 18 tuổi")
    assert found["look"].note == "1 giữ lại"
    assert found["print"].count == 0


def test_a_letter_that_may_be_printed_is_in_sight_behind_many_that_are_held(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting, "MOST", 2)
    for name in ("An", "Bình", "Chi"):
        entered(desk.register.enter(replace(DEATH, born="2015", deceased_name=f"Đặng Gia {name}")))
    free = entered(desk.register.enter(WEDDING)).id
    found = queues(desk)
    assert [row.covers for row in found["print"].rows] == [(free,)]
    assert (found["print"].count, found["look"].count) == (1, 3)


def test_a_queue_counts_what_it_does_not_show(desk: Desk, clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(today, "MOST", 1)
    other = replace(BIRTH, child_name="Lê Gia Hân", mother_name="Lê Thị Hoa")
    desk.letters.printed([sheet(desk, draft) for draft in (BIRTH, other)])
    assert (queues(desk)["sign"].count, len(queues(desk)["sign"].rows)) == (2, 1)
    clock.forward(1)
    found = queues(desk)
    assert (found["sign"].count, found["hand"].count, len(found["hand"].rows)) == (0, 2, 1)


def test_what_came_in_twice_and_lost_its_like_is_forgotten_in_time(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decided, "_LOOKED_THROUGH", 2)
    draft = replace(BIRTH, case="opted_out")
    one, two = (entered(desk.register.enter(draft)).id for _ in range(2))
    desk.register.void(one, "trùng")
    three = entered(desk.register.enter(draft)).id
    with desk.seat.reading() as reading:
        assert decided.may_be_twice(reading) == (two, three), "two and three look alike"
    desk.register.void(three, "trùng")
    with desk.seat.reading() as reading:
        assert decided.may_be_twice(reading) == (two,)
    others = [entered(desk.register.enter(replace(draft, child_name="Lê Gia Hân", mother_name="Lê Mai"))) for _ in "ab"]
    with desk.seat.reading() as reading:
        assert decided.may_be_twice(reading) == (others[1].id,)


def test_a_call_back_waits_three_days_of_work_and_goes_when_it_was_made(desk: Desk, clock) -> None:
    with desk.seat.work() as work:
        body = {"phone": "0912 345 678", "text": "Xin gọi buổi chiều"}
        work.ratings.keep_message(Message("ab" * 16, date(2026, 11, 20), "call-back", body))
        work.ratings.keep_message(Message("cd" * 16, date(2026, 11, 20), "message", {"text": "Cảm ơn"}))
        work.commit()
    (row,) = queues(desk)["call"].rows
    assert (row.who, row.second, row.due) == ("Gọi lại số 0912 345 678", "Xin gọi buổi chiều", "trước 25/11")
    clock.forward(6)
    assert queues(desk)["call"].rows[0].due == "quá hạn 25/11"
    CallBacks(desk.seat).called("ab" * 16)
    assert queues(desk)["call"].count == 0


def test_a_draft_shows_the_names_typed_so_far(desk: Desk) -> None:
    desk.drafts.keep(desk.drafts.begin(), replace(WEDDING, wife_name=""))
    (row,) = queues(desk)["draft"].rows
    assert (row.who, row.second, row.tag.words) == ("Trần Quốc Việt", "lưu lúc 09:30", "Kết hôn")


def test_the_day_is_summed_up_and_the_day_of_work_before_is_told(desk: Desk, clock) -> None:
    today = Today(desk.seat)
    assert today.day_summary() == "Hôm nay chưa ghi việc nào."
    letter = sheet(desk, BIRTH)
    desk.letters.printed([letter])
    desk.letters.printed([letter])
    assert today.day_summary() == "Hôm nay đã ghi 1 việc, in 1 thư, trao 0 thư."
    clock.forward(3)
    desk.letters.delivered([letter], "counter", "none")
    view = today.view()
    assert view.summary == "Hôm nay đã ghi 0 việc, in 0 thư, trao 1 thư."
    assert view.before == "Ngày làm việc trước (20/11): ghi 1 việc, in 1 thư. Không có thư nào trễ."


def test_the_desk_reminds_of_backup_bundle_receipt_and_quarter(desk: Desk, clock, tmp_path: Path) -> None:
    office = PretendOffice(tmp_path)
    desk.district.enrol(office.enrol(desk))
    entered(desk.register.enter(BIRTH))
    titles = [card.title for card in Today(desk.seat).view().reminders]
    assert titles == ["Chưa sao lưu lần nào", "Gói tháng 11: từ 01/12"]
    assert told(desk, "Gói tháng 11: từ 01/12") == "Hạn gửi 05/12. 3 dòng đang chờ, xem trước ở Gửi cấp trên."
    desk.care.backup(tmp_path / "usb")
    assert "Chưa sao lưu lần nào" not in {card.title for card in Today(desk.seat).view().reminders}
    clock.forward(12)
    titles = [card.title for card in Today(desk.seat).view().reminders]
    assert titles == ["Chưa sao lưu 12 ngày", "Gói tháng 11 chưa gửi", "Tháng 11 trong một trang"]
    assert told(desk, "Gói tháng 11 chưa gửi") == "Hạn gửi 05/12, còn 3 ngày. 3 dòng đang chờ."
    clock.forward(3)
    assert told(desk, "Gói tháng 11 chưa gửi").startswith("Hạn gửi 05/12, là hôm nay.")
    clock.forward(1)
    assert told(desk, "Gói tháng 11 chưa gửi").startswith(
        "Hạn 05/12 đã qua 1 ngày. Ghi gói hôm nay, cấp trên vẫn nhận."
    )
    (bundle,) = desk.month.close(tmp_path / "usb")
    assert "Chờ biên nhận gói số 1" in {card.title for card in Today(desk.seat).view().reminders}
    clock.forward(11)
    assert told(desk, "Gói số 1 đi 11 ngày chưa có biên nhận").startswith("Gọi cấp trên hỏi tệp biên nhận.")
    aside = (SetAside(3, "figure-value"),)
    desk.month.receive(office.receipt(office.opened(bundle.path.read_bytes()), set_aside=aside))
    titles = [card.title for card in Today(desk.seat).view().reminders]
    assert titles == ["Chưa sao lưu 27 ngày", "Cấp trên để riêng 1 dòng", "Báo cáo quý IV năm 2026 chờ chốt"]
    Deciding(desk.seat).looked_into(aside[0].position)
    assert "Cấp trên để riêng 1 dòng" not in {card.title for card in Today(desk.seat).view().reminders}


def told(desk: Desk, title: str) -> str:
    return next(card.text for card in Today(desk.seat).view().reminders if card.title == title)


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [(20, 20, 0), (20, 21, 0), (20, 23, 1), (18, 20, 2), (16, 23, 5), (20, 19, 0)],
)
def test_days_of_work_leave_out_the_weekend(first: int, last: int, days: int) -> None:
    assert working_days(date(2026, 11, first), date(2026, 11, last)) == days


def test_three_days_of_work_after_a_friday_end_on_wednesday() -> None:
    assert after_working_days(date(2026, 11, 20), 3) == date(2026, 11, 25)


def test_a_draft_with_a_free_line_for_its_letter_stands_among_the_others(desk: Desk) -> None:
    desk.drafts.keep(desk.drafts.begin(), WEDDING, "Chúc hai cháu trăm năm hạnh phúc")
    (row,) = queues(desk)["draft"].rows
    assert row.who == "Trần Quốc Việt, Nguyễn Thị Hồng Gấm"
