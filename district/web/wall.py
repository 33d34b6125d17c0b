"""How the wall chart speaks: a sign or a word for each cell (LOOK.md 6), and the day it was drawn."""

from collections.abc import Mapping
from datetime import date

from district.dashboards import Cell

# cell → (what stands in it, what the legend says)
CELL_WORDS: Mapping[Cell, tuple[str, str]] = {
    "on-time": ("✓", "đúng hạn"),
    "late": ("muộn", "sau ngày 05 tháng sau"),
    "amended": ("sửa", "có bản điều chỉnh"),
    "missing": ("chưa", "quá hạn chưa thấy"),
    "look": ("xem", "cần người xem"),
    "due": ("…", "chưa tới hạn"),
    "absent": ("", "chưa tham gia"),
}
WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def told_day(day: date) -> str:
    """A day as the chart's heading says it: "thứ Ba 08/12/2026"."""
    return f"{WEEKDAYS[day.weekday()]} {day:%d/%m/%Y}"
