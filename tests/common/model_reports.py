"""A report of the model with something in every section, for tests of what is written from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from common.counts import Answers, Report, count
from common.model_report import (
    Asked,
    Evidence,
    Figures,
    Issued,
    ModelReport,
    MonthBar,
    SurveyCount,
    UnitEvents,
    content_of,
    digest_of,
)
from common.paper.sheet import Heading
from common.periods import Period
from common.voice_counts import FollowUps, follow_ups_of
from common.year_counts import FIELDS, MeetingCount, YearCounts, count_year

SPAN = Period("2026-Q4@quy-14", date(2026, 9, 15), date(2026, 12, 14))
ASKED = Asked(
    "quy-14",
    "Báo cáo quý",
    "Mô hình “Chính quyền thân thiện”",
    ("Chủ tịch Ủy ban nhân dân thành phố Đồng Nai (qua Sở Nội vụ)",),
    "Công văn 8283/UBND-KGVX ngày 16/7/2024",
    "2026-12-14",
)
TEXTS = {
    "results": "Đã trao thư tại nhà cùng Hội Phụ nữ.",
    "difficulties": "Máy in hỏng hai ngày.\nThiếu giấy màu.",
    "proposals": "Cấp thêm giấy màu <b>cho</b> quý sau.",
}
HEADING = Heading(
    "thành phố Đồng Nai",
    "xã Xuân Định",
    "Xuân Định, ngày 14 tháng 12 năm 2026",
    ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Phạm Quốc Thịnh"),
)


def full_figures(births: int = 71) -> Figures:
    """Every figure there is."""
    stages = {"birth": (68, 66), "marriage": (33, 33), "death": (18, 17), "thanks": (12, 12), "apology": (5, 5)}
    letters = {kind: {"prepared": a, "printed": a, "delivered": b} for kind, (a, b) in stages.items()}
    answers = Answers(41, {"3": 20, "2": 16, "1": 5}, {"qr": 30, "code": 11, "slip": 14}, 3)
    report = Report(
        SPAN,
        {"birth": births, "marriage": 33, "death": 19},
        letters,
        answers,
        {"good": 110, "bad": 1, "none": 22},
        {"birth": 3, "marriage": 0, "death": 2},
    )
    opinions = {field: {"answered": at + 1, "promised": at % 3, "passed-on": at % 2} for at, field in enumerate(FIELDS)}
    met = {"reception": (9, 41, 0), "dialogue": (1, 60, 0), "complaint": (2, 3, 2), "denunciation": (0, 0, 0)}
    year = YearCounts(
        *(2, 57, 6, opinions, 7, 6, 3, 1),
        {what: MeetingCount(*counts) for what, counts in met.items()},
        {"person": 4, "body": 1},
        {"attitude": 3, "initiative": 1, "results": 1, "other": 0},
        *(2, 1, 1),
    )
    large = SurveyCount("regular", "front", "2026-10-01", "2026-10-20", 120, 98, 95, 5, {"5": 50, "4": 36, "1": 9})
    small = SurveyCount("unannounced", "office", "2026-11-02", "2026-11-03", 9, 4, 4, 3, {})
    tasks = FollowUps(9, 7, 6, {"fixed": 5, "explained": 2}, {2: 3, 4: 4})
    return Figures(report, year, tasks, (large, small))


def full_report(**texts: str) -> ModelReport:
    """A quarter with everything in it."""
    months = ((6, 44, 39), (7, 51, 46), (8, 47, 45), (9, 52, 50), (10, 58, 57), (11, 37, 35))
    units = (
        UnitEvents("26110", "xã Xuân Định", {"birth": 20, "marriage": 9, "death": 4}),
        UnitEvents("26113", "xã Bảo Hòa", {"birth": 51, "marriage": 24, "death": 15}),
    )
    return ModelReport(
        unit="26110",
        office="xã Xuân Định",
        period=SPAN,
        as_of="2026-12-14",
        asked=ASKED,
        figures=full_figures(),
        before=full_figures(60),
        units=units,
        months=tuple(MonthBar(f"2026-{month:02}", *bars) for month, *bars in months),
        evidence=Evidence(136, 133, {"session": 4, "press": 2}),
        texts=texts or TEXTS,
    )


def issued(report: ModelReport, version: int = 1, reason: str = "") -> Issued:
    """As if it had been issued."""
    return Issued(version, "142/BC-UBND", "2026-12-14", digest_of(content_of(report)), reason)


def empty_report() -> ModelReport:
    """A quarter in which nothing was done, asked for by nobody, not over yet."""
    nothing = Figures(count((), SPAN, Answers()), count_year((), SPAN), follow_ups_of({}))
    return ModelReport("26110", "xã Xuân Định", SPAN, "2026-11-20", None, nothing)


LONG_NAME = "xã Ia Đơk Nhơn Hòa Lập Nguyễn Thị Minh Khai Bắc"


def largest_report() -> ModelReport:
    """Forty surveys, thirty old communes with long names, three years of months, words of several pages, signs that no
    XML may hold and words that look like formulas."""
    full = full_report()
    figures = replace(full.figures, surveys=full.figures.surveys * 20)
    units = tuple(
        UnitEvents(f"{at:05}", f"{LONG_NAME} số {at}", {"birth": at, "marriage": 1, "death": 0}) for at in range(30)
    )
    months = tuple(MonthBar(f"{2024 + at // 12}-{at % 12 + 1:02}", 1000 + at, 990 + at) for at in range(36))
    said = {
        "results": "Trao thư tại nhà, thăm hỏi từng gia đình. " * 150,
        "difficulties": "=1+1\n@SUM(A1)\n-2\x0b\x07 tiếng chuông",
        "proposals": "Đề xuất.\n" * 60,
    }
    asked = replace(ASKED, recipients=tuple(f"Ủy ban nhân dân {LONG_NAME}" for _ in range(3)))
    return replace(
        full, office=LONG_NAME, asked=asked, figures=figures, last_year=full_figures(48), units=units, months=months,
        texts=said,
    )  # fmt: skip
