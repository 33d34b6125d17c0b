"""The leader's sheet: the month before on one page of A4, nobody named."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from common.model_report import Figures, ModelReport
from common.words import model_report as paper
from common.words import reports
from common.words.reports import amount
from common.year_counts import YearCounts

TITLE = "THÁNG {month} NĂM {year} TRONG MỘT TRANG"
NAME = "Tờ lãnh đạo đầu tháng"
FILE = "to-lanh-dao_{month}.pdf"
DONE, SAID, LATE, PRAISE, COMING = (
    "Đã làm",
    "Người dân nói",
    "Quá hạn, cần thúc",
    "Nên khen, nên nhắc",
    "Tháng này phải gửi",
)
NOTHING_LATE = "Không có việc quá hạn."
NOTHING_COMING = "Không có báo cáo nào đến hạn."
FOOT = "Số đếm từ sổ đến hết ngày {day}. Không nêu tên người dân; số phản ánh về thái độ xem ở Hoạt động trong năm."


def compared(now: int, before: int | None) -> str:
    """`44 (tháng trước 39)`"""
    return amount(now) if before is None else f"{amount(now)} (tháng trước {amount(before)})"


def done(report: ModelReport) -> tuple[str, ...]:
    """Registrations, letters, how many reached their families."""
    now, before = report.figures, report.before
    events, given = _events(now), _given(now)
    late = sum(now.report.late.values())
    return (
        f"Đăng ký {compared(events, _events(before) if before else None)} việc"
        f"{f', {amount(late)} quá hạn' if late else ', không việc nào quá hạn'}.",
        f"Trao {compared(given, _given(before) if before else None)} thư. {reports.delivered(now.report)}",
        *_people(now.year),
    )


def said(figures: Figures) -> tuple[str, ...]:
    """Answers with n and range, what was done after them."""
    return reports.satisfied(figures.report.ratings), reports.reactions(figures.report), paper.follow_ups(figures)


def late(tasks: int, promises: int, owed: Sequence[str], copy_days: int | None) -> tuple[str, ...]:
    """What is owed."""
    told = []
    if tasks:
        told.append(f"{amount(tasks)} việc sau góp ý quá hạn.")
    if promises:
        told.append(f"{amount(promises)} lời hứa ở buổi gặp dân quá hạn.")
    if copy_days is None:
        told.append("Chưa sao lưu lần nào.")
    elif copy_days > 7:
        told.append(f"Chưa sao lưu {amount(copy_days)} ngày.")
    return (*told, *owed) or (NOTHING_LATE,)


def more(left: int) -> str:
    """So many lines did not find room."""
    return f"và {amount(left)} việc nữa, xem ở Hôm nay."


def praise(year: YearCounts) -> tuple[str, ...]:
    """Commendations and conduct, counted."""
    return paper.commendations(year), paper.conduct(year)


def report_owed(title: str, due: date) -> str:
    """A report whose day is over."""
    return f"Báo cáo {title}: quá hạn từ {due:%d/%m/%Y}."


def receipt_missing(seq: int, days: int) -> str:
    """A bundle that nobody above has answered."""
    return f"Gói số {seq} đi {amount(days)} ngày chưa có biên nhận."


def report_coming(title: str, last: date, due: date | None) -> str:
    """A report that closes or is due within the month."""
    sent = f", gửi chậm nhất {due:%d/%m}" if due else ""
    return f"Báo cáo {title}: chốt hết {last:%d/%m}{sent}."


def _people(year: YearCounts) -> tuple[str, ...]:
    met = sum(one.n for one in year.meetings.values())
    told = (paper.sessions(year),) if year.sessions else ()
    return (*told, f"Tiếp dân, đối thoại, đơn: {amount(met)} lượt, vụ.") if met else told


def _events(figures: Figures) -> int:
    return sum(figures.report.events.values())


def _given(figures: Figures) -> int:
    return sum(stages["delivered"] for stages in figures.report.letters.values())
