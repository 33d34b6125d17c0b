"""What is told by the report calendars, and the month before on one sheet for the leader."""

from __future__ import annotations

from datetime import UTC, date, datetime
from io import BytesIO

import pypdfium2
import pytest
from hand_clock import Clock
from test_services_model_reports import registered

from desk_app.db.journal import Entry
from desk_app.services.desk import Desk
from desk_app.services.follow_ups import FollowUps
from desk_app.services.leader_sheet import leader_sheet, sheet_done
from desk_app.services.reports_asked import CLOSED, RUNNING, asked
from desk_app.services.today import Today
from desk_app.services.trouble import Mistake


def cards(desk: Desk) -> dict[str, str]:
    return {card.title: card.text for card in Today(desk.seat).view().reminders if card.goes == "reports"}


def test_a_quarter_is_told_a_week_before_it_closes_then_until_it_is_issued(desk: Desk, clock: Clock) -> None:
    registered(desk, "birth", date(2026, 11, 20))
    clock.moment = datetime(2026, 12, 6, 9, tzinfo=UTC)
    assert not [title for title in cards(desk) if "sắp chốt" in title]
    clock.moment = datetime(2026, 12, 7, 9, tzinfo=UTC)
    (title,) = [title for title in cards(desk) if "sắp chốt" in title]
    assert (title, cards(desk)[title]) == (
        "Báo cáo quý IV năm 2026 sắp chốt",
        "Còn 7 ngày. Số liệu chốt hết 14/12. Gửi chậm nhất 14/12.",
    )
    clock.moment = datetime(2026, 12, 15, 9, tzinfo=UTC)
    waiting = next(text for title, text in cards(desk).items() if "chờ chốt" in title)
    assert "Đã quá ngày gửi 1 báo cáo" in waiting
    desk.yearly.issue("2026-Q4@quy-14")
    assert not [title for title in cards(desk) if "chờ chốt" in title]
    desk.yearly.follow([])
    assert [title for title in cards(desk) if "báo cáo" in title.lower()] == []


@pytest.mark.parametrize(("first_day", "owed"), [(None, False), ((12, 14), True), ((12, 15), False)])
def test_a_report_is_owed_only_where_the_desk_worked_before_its_period_was_over(
    desk: Desk, clock: Clock, first_day: tuple[int, int] | None, owed: bool
) -> None:
    if first_day:
        clock.moment = datetime(2026, *first_day, 9, tzinfo=UTC)
        registered(desk, "birth", clock.moment.date())
    clock.moment = datetime(2026, 12, 16, 9, tzinfo=UTC)
    with desk.seat.reading() as reading:
        closed = [one.period.name for one in asked(desk.seat, reading) if one.state == CLOSED]
    assert ("2026-Q4@quy-14" in closed) is owed
    assert any("chờ chốt" in title for title in cards(desk)) is owed


def test_nothing_that_ended_before_the_desk_was_set_up_is_owed_whatever_was_brought_in(desk: Desk) -> None:
    made_on = desk.seat.register.identity.made_on
    registered(desk, "birth", made_on)
    with desk.seat.reading() as reading:
        told = asked(desk.seat, reading)
    assert told
    assert {one.state for one in told} == {RUNNING}
    assert not any("chờ chốt" in title for title in cards(desk))


def test_the_sheet_is_offered_in_the_first_days_until_it_is_printed_or_put_off(desk: Desk, clock: Clock) -> None:
    clock.moment = datetime(2026, 12, 1, 9, tzinfo=UTC)
    assert "Tháng 11 trong một trang" in cards(desk)
    clock.moment = datetime(2026, 12, 11, 9, tzinfo=UTC)
    assert "Tháng 11 trong một trang" not in cards(desk)
    clock.moment = datetime(2026, 12, 2, 9, tzinfo=UTC)
    sheet_done(desk.seat)
    sheet_done(desk.seat)
    assert "Tháng 11 trong một trang" not in cards(desk)
    clock.moment = datetime(2027, 1, 1, 9, tzinfo=UTC)
    assert "Tháng 12 trong một trang" in cards(desk)


def test_it_is_one_page_of_figures_and_of_what_is_owed_with_nobody_named(desk: Desk, clock: Clock) -> None:
    registered(desk, "birth", date(2026, 11, 24))
    registered(desk, "death", date(2026, 11, 25))
    FollowUps(desk.seat).open("own", "", "Gọi lại cho bà Lê Thị Tám")
    said = {"held_on": "2026-11-21", "field": "land", "answer": "promised", "due_on": "2026-12-05"}
    with desk.seat.work() as work:
        work.journal.append(Entry("session-opinion", date(2026, 11, 21), "ab" * 16, 1, said, None, b"{}"))
        work.commit()
    with pytest.raises(Mistake):
        leader_sheet(desk.seat, "2026-11")
    clock.moment = datetime(2026, 12, 20, 9, tzinfo=UTC)
    document = pypdfium2.PdfDocument(BytesIO(leader_sheet(desk.seat, "2026-11")))
    assert len(document) == 1
    text = " ".join(document[0].get_textpage().get_text_range().split())
    for told in (
        *("THÁNG 11 NĂM 2026 TRONG MỘT TRANG", "Đăng ký 2 việc, không việc nào quá hạn", "1 việc sau góp ý quá hạn"),
        "1 lời hứa ở buổi gặp dân quá hạn",
        *("Báo cáo quý IV năm 2026: quá hạn từ 14/12/2026", "Chưa sao lưu lần nào", "chưa có khen thưởng"),
    ):
        assert told in text, told
    assert "Tám" not in text
