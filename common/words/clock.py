"""Words about a PC whose clock does not fit what stands in the register."""

from __future__ import annotations

from datetime import date

TITLE = "Xem lại ngày giờ của máy"
RIGHT, LOOK = "Ngày giờ đang đúng", "Để tôi xem lại"
CONFIRMED = "Đã ghi nhận ngày giờ của máy đang đúng."
SOUND = "Ngày giờ của máy khớp với sổ."


def doubt(now: date, last: date) -> str:
    """What is compared, what is safe, what to do."""
    return f"{_both(now, last)} Sổ còn nguyên. Thư và gói tháng lấy ngày của máy: chỉnh ngày giờ rồi làm tiếp."


def card(now: date, last: date) -> tuple[str, str]:
    """The reminder, as long as it is so."""
    return TITLE, f"{_both(now, last)} Sai thì chỉnh rồi mở lại phần mềm."


def status(now: date) -> str:
    """The status line."""
    return f"Đồng hồ máy chỉ {slashed(now)}, xem lại"


def _both(now: date, last: date) -> str:
    return f"Đồng hồ máy đang chỉ {slashed(now)}, việc cuối cùng ghi ngày {slashed(last)}."


def slashed(day: date) -> str:
    """20/11/2026."""
    return f"{day:%d/%m}/{day.year:04}"
