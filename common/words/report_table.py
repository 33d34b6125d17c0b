"""The columns of letters against events, as pages and files tell them."""

from __future__ import annotations

from datetime import date

from common.counts import EVENTS, LETTERS, REACTIONS

TOTAL = "Cộng"
_LETTERS = {
    "birth": "Thư mừng khai sinh",
    "marriage": "Thư mừng kết hôn",
    "death": "Thư chia buồn",
    "thanks": "Thư cảm ơn",
    "apology": "Thư xin lỗi",
}
_STAGES = {"prepared": "đã lập", "printed": "đã in", "delivered": "đã trao", "returned": "trả lại"}
_EVENTS = {"birth": "Khai sinh", "marriage": "Kết hôn", "death": "Khai tử"}
_REACTIONS = {"good": "Phản ánh tích cực", "bad": "Phản ánh tiêu cực", "none": "Chưa có phản ánh"}
_COLUMNS = {
    **{f"event {event}": f"{_EVENTS[event]}, đăng ký" for event in EVENTS},
    **{f"late {event}": f"{_EVENTS[event]}, quá hạn" for event in EVENTS},
    **{f"{kind} {stage}": f"{_LETTERS[kind]}, {word}" for kind in LETTERS for stage, word in _STAGES.items()},
    **{f"reaction {reaction}": _REACTIONS[reaction] for reaction in REACTIONS},
}
NAMES = tuple(_COLUMNS)
"""The figures of a file's columns, in their order."""

WITHOUT_LETTER = "Chưa lập thư"
NOT_HANDED = "Chưa trao"
HEAD = ("Mã", "Đơn vị", *_COLUMNS.values(), WITHOUT_LETTER, NOT_HANDED, "Góp ý theo thư")
EXPLAINED = (
    "Đếm theo ngày trong kỳ, theo số trường hợp mà thư gửi tới. Chưa lập thư: việc đăng ký nhiều hơn thư đã lập bao "
    "nhiêu, kể cả khi gia đình không nhận thư. Chưa trao: thư đã lập nhiều hơn thư đã trao bao nhiêu; thư lập cuối kỳ "
    "có thể trao kỳ sau. Trả lại: thư đang nằm ở xã vì không trao được."
)


def month_words(first: date) -> str:
    """The name of a month's row: `Tháng 10/2026`."""
    return f"Tháng {first.month}/{first.year}"
