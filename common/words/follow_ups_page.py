"""Words of the page Việc sau góp ý."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from common.voice_counts import FollowUps
from common.words.follow_ups import OUTCOMES

TITLE = "Việc sau góp ý"
CONTEXT = "điều bà con chưa hài lòng, ai làm, hạn ngày nào, đã làm gì"
ROWS = "Việc phải làm trước, việc đã làm sau"
COLUMNS = ("Việc", "Từ đâu", "Hạn", "Ai nhận", "Kết quả")
EMPTY = (
    "Chưa có việc nào. Góp ý chưa hài lòng có kèm lời nói và lời nhờ gọi lại tự mở việc ở đây; "
    "việc khác tự nhận bằng phím Insert."
)
ADD, MARK, REOPEN = "Thêm việc", "Ghi đã làm gì", "Mở lại"
ADD_TITLE, ADD_LABEL, ADD_HINT = "Thêm việc tự nhận", "Việc phải làm", "Kê thêm ghế ở chỗ chờ"
LETTERS: Mapping[str, tuple[str, str]] = {
    "apology": ("Soạn thư xin lỗi", "Ctrl+E"),
    "thanks": ("Soạn thư cảm ơn", "Ctrl+M"),
}
OPEN_LETTER = "Mở thư đã soạn"
MARK_TITLE = "Ghi đã làm gì"
MARK_FIELDS: Mapping[str, str] = {
    "outcome": "Kết quả (1–5)",
    "told": "Đã làm gì",
    "public": "Câu cho bảng tin, nếu muốn đăng (không ghi tên người dân)",
}
MARK_HINTS: Mapping[str, str] = {"told": "Đã kê thêm sáu ghế ở chỗ chờ", "public": "Xã đã kê thêm ghế ở chỗ chờ."}
OPENED_AGAIN = "Việc đã mở lại, lời ghi trước vẫn còn."
NO_TASK = "chưa ghi việc"


def outcome_choices() -> tuple[tuple[str, str], ...]:
    """Codes and words, each with the digit that chooses it."""
    return tuple((code, f"{at}. {told}") for at, (code, told) in enumerate(OUTCOMES.items(), 1))


def due(day: date, late: bool) -> str:
    """By when."""
    return f"quá hạn {day:%d/%m}" if late else f"{day:%d/%m/%Y}"


def outcome(code: str, day: date | None) -> str:
    """What came of it, or that it waits."""
    return f"{OUTCOMES.get(code, 'đã xong')} {day:%d/%m}" if day else "đang làm"


def figures(done: FollowUps) -> str:
    """The line of this quarter."""
    told = f"Quý này: nhận {done.opened} việc, làm xong {done.done}"
    if not done.done:
        return f"{told}."
    half = f"trong {done.median} ngày" if done.median else "ngay trong ngày"
    return f"{told}, đúng hạn {done.in_time}; một nửa xong {half}."


def reminder(soon: int, late: int) -> tuple[str, str]:
    """The card on Hôm nay."""
    title = f"{TITLE}: {soon} việc, {late} quá hạn" if late else f"{TITLE}: {soon} việc sắp đến hạn"
    return title, "Mở danh sách, làm việc gấp nhất trước, rồi ghi đã làm gì."
