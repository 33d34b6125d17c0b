"""Nhắc việc of reports: what closes soon, what waits to be issued, the leader's sheet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date


def waiting(names: Sequence[str], late: int) -> tuple[str, str]:
    """Figures are closed and nobody has issued the report."""
    many = f"{len(names)} báo cáo chờ chốt" if len(names) > 1 else f"Báo cáo {names[0]} chờ chốt"
    overdue = f" Đã quá ngày gửi {late} báo cáo." if late else ""
    listed = f"{_first(', '.join(names))}. " if len(names) > 1 else ""
    return many, f"{listed}Số liệu đã đủ: xem lại, viết phần lời rồi chốt.{overdue}"


def closing(names: Sequence[str], days: tuple[date, date | None], left: int) -> tuple[str, str]:
    """Figures close within days."""
    last, due = days
    told = f"Còn {left} ngày." if left else "Hôm nay là ngày cuối."
    sent = f" Gửi chậm nhất {due:%d/%m}." if due else ""
    return f"Báo cáo {', '.join(names)} sắp chốt", f"{told} Số liệu chốt hết {last:%d/%m}.{sent}"


def leader_sheet(month: int) -> tuple[str, str]:
    """The month before on one sheet."""
    return (
        f"Tháng {month} trong một trang",
        "Một trang A4 cho lãnh đạo: việc đã làm, điều dân nói, việc quá hạn, việc sắp tới.",
    )


def _first(text: str) -> str:
    return text[:1].upper() + text[1:]
