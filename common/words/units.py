"""How units are told through time: places with the units above them, and what became of old names."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

_TOLD = 3
"""Of more heirs only the number is told."""


def place(names: Sequence[str]) -> str:
    """`xã Phước Quang, huyện Tuy Phước, tỉnh Bình Định`: the unit, then what it lies in."""
    return ", ".join(names)


def now_called(heirs: Sequence[str]) -> str:
    """What became of an old unit: `nay là xã Tuy Phước Bắc, tỉnh Gia Lai`; "" where nothing is known."""
    if len(heirs) <= 1:
        return f"nay là {heirs[0]}" if heirs else ""
    if len(heirs) > _TOLD:
        return f"nay thuộc {len(heirs)} xã, phường khác nhau"
    return f"nay thuộc {', '.join(heirs[:-1])} hoặc {heirs[-1]}"


def with_heirs(old: str, heirs: Sequence[str]) -> str:
    """An old place and what became of it."""
    now = now_called(heirs)
    return f"{old} ({now})" if now else old


def with_old(new: str, old: str) -> str:
    """Today's place, found by an old name."""
    return f"{new} (trước là {old})"


def figures_of(names: Sequence[tuple[str, date | None, date | None]], today: str) -> str:
    """Whose figures a report of an earlier time holds: each name with its days, and what the unit is called now."""
    told = "; ".join(_within(*one) for one in names)
    return f"Số liệu của {told}{f' (nay là {today})' if today else ''}."


def _within(name: str, first: date | None, last: date | None) -> str:
    days = f"từ {first:%d/%m/%Y}" if first else f"đến hết {last:%d/%m/%Y}" if last else ""
    if first and last:
        days = f"từ {first:%d/%m/%Y} đến hết {last:%d/%m/%Y}"
    return f"{name}, {days}" if days else name
