"""Words of the page Hoạt động trong năm."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from common.words.reports import amount
from common.words.year_log import CHOICES, FACTS, HINTS, KINDS
from common.year_counts import YearCounts

TITLE = "Hoạt động trong năm"
CONTEXT = "ghi theo ngày, cộng theo quý"
ROWS = "Các mục của năm, mới nhất ở trên"
COLUMNS = ("Ngày", "Nội dung", "Loại, kết quả", "Ai ghi")
YEAR, YEAR_LABEL = "Năm đang xem", "Các mục của năm"
TABS: Mapping[str, str] = {**KINDS, "meeting": "Tiếp dân, đơn thư", "conduct": "Phản ánh"}
EMPTY = "Năm {year} chưa ghi mục nào ở đây. Nhấn Insert để ghi; ô nhập ở lại để gõ liền nhiều dòng."
ADD, CHANGE, TAKE, SAVE, ERASE = "Ghi mới", "Sửa", "Bỏ", "Lưu bảng", "Xóa theo luật…"
ADD_TITLE, CHANGE_TITLE = "Ghi mới: {kind}", "Sửa: {kind}"
TAKE_TITLE, TAKE_FIELD, TAKE_HINT = "Bỏ mục này, có lý do", "Vì sao bỏ", "ghi hai lần"
ERASE_TITLE, ERASE_FIELD = "Xóa lời ghi của mục này theo luật", "Lý do (không ghi tên người ấy)"
ERASE_HINT = "người ấy đề nghị"
SAVE_TITLE, SAVE_KINDS = "Lưu bảng Hoạt động trong năm", "Excel (*.xlsx)"
SAVED = "Đã lưu bảng của năm {year} vào {file}. Phản ánh cán bộ chỉ có số đếm."
GUARDED_NOTE = "Lời phản ánh chỉ lãnh đạo và người quản trị đọc; cấp trên chỉ nhận số đếm và ngày."
KEPT = "Đã ghi {count} mục. Gõ tiếp mục nữa, hoặc Esc để xong."
LEAVE = "Xong"
FIGURES = ("Tiếp dân, đối thoại", "Đơn khiếu nại, tố cáo", "Khen thưởng", "Phản ánh cán bộ")
WIDE = frozenset({"who", "reason", "outlet", "title", "text", "members", "purpose", "about", "words", "done"})


def fields(kind: str) -> tuple[tuple[str, str, str, tuple[tuple[str, str], ...], bool], ...]:
    """Of each fact its name, label, hint, choices with their digits, and whether it takes a line of its own."""
    return tuple(
        (name, _label(name, label), HINTS.get(name, ""), choices(name), name in WIDE)
        for name, label in FACTS[kind].items()
    )


def choices(name: str) -> tuple[tuple[str, str], ...]:
    """Codes and words of a fact, each with the digit that chooses it."""
    return tuple((code, f"{at}. {told}") for at, (code, told) in enumerate(CHOICES.get(name, {}).items(), 1))


def figures(of: YearCounts) -> tuple[tuple[str, str], ...]:
    """The four figures and the line under each."""
    many = {what: one.n for what, one in of.meetings.items()}
    settled = sum(of.meetings[what].settled for what in ("complaint", "denunciation"))
    person, body = (of.commendations[to] for to in ("person", "body"))
    return (
        (
            amount(many["reception"] + many["dialogue"]),
            f"tiếp dân {amount(many['reception'])}, đối thoại {amount(many['dialogue'])}",
        ),
        (amount(many["complaint"] + many["denunciation"]), f"đã giải quyết {amount(settled)}"),
        (amount(person + body), f"{amount(person)} cá nhân, {amount(body)} tập thể"),
        (
            amount(of.conduct_told),
            f"đúng {amount(of.conduct_upheld)}, không có cơ sở {amount(of.conduct_unfounded)}",
        ),
    )


def in_one_line(quarter: str, told: Sequence[tuple[str, str]]) -> str:
    """The quarter and its figures where there is no room for four cards."""
    each = (f"{name.lower()} {number}" for name, (number, _) in zip(FIGURES, told, strict=True))
    return f"{quarter}. {'; '.join(each).capitalize()}."


def title(template: str, kind: str) -> str:
    """The title of a form for this kind."""
    return template.format(kind=KINDS[kind].lower())


TONES: Mapping[str, str] = {
    **{"good": "sen", "critical": "hoe"},
    **{"open": "hoe", "upheld": "son", "unfounded": "xam"},
}
"""The tone of what was chosen."""


def _label(name: str, label: str) -> str:
    many = len(CHOICES.get(name, ()))
    return f"{label} (1–{many})" if many else label
