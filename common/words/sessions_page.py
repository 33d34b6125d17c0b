"""Words of the page Buổi gặp dân."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from common.words.sessions import ANSWERS, FIELDS

TITLE, CONTEXT = "Buổi gặp dân", "Buổi sáng với Nhân dân"
SESSIONS, OPINIONS = "Các buổi, mới nhất ở trên", "Ý kiến của buổi đang chọn"
SESSION_COLUMNS, OPINION_COLUMNS = ("Buổi", "Ghi nhận"), ("Ý kiến", "Lĩnh vực", "Trả lời")
EMPTY = "Chưa có buổi nào. Nhấn Insert để lên lịch: ngày, nơi gặp, người chủ trì."
NOT_HELD = "Buổi này mới có lịch. Họp xong, nhấn Ctrl+T ghi số người dân, cơ quan dự, rồi gõ ý kiến."
NO_OPINIONS = "Buổi này chưa ghi ý kiến nào. Nhấn Ctrl+Enter; ô nhập ở lại để gõ liền nhiều ý kiến."
PLAN, REPLAN, HOLD, MINUTES = "Lên lịch", "Sửa lịch", "Ghi đã họp", "In biên bản"
PDF, DOCX, BOARD, OUT = "Biên bản PDF", "Biên bản Word", "Tờ kết quả", "Bỏ buổi này"
SAY, CHANGE, DONE, TAKE, ERASE = "Ghi ý kiến", "Sửa ý kiến", "Ghi kết quả", "Bỏ ý kiến", "Xóa theo luật…"
PLAN_TITLE, REPLAN_TITLE, HOLD_TITLE = "Lên lịch một buổi gặp dân", "Sửa lịch của buổi này", "Ghi buổi đã họp"
SAY_TITLE, CHANGE_TITLE, DONE_TITLE = "Ghi ý kiến của người dân", "Sửa ý kiến", "Ghi kết quả của ý kiến"
TAKE_SESSION, TAKE_OPINION = "Bỏ buổi này cùng các ý kiến, có lý do", "Bỏ ý kiến này, có lý do"
TAKE_FIELD, TAKE_HINT = "Vì sao bỏ", "ghi hai lần"
ERASE_TITLE, ERASE_FIELD, ERASE_HINT = (
    "Xóa lời ghi của ý kiến này theo luật",
    "Lý do (không ghi tên người ấy)",
    "người ấy đề nghị",
)
ERASED = "Đã xóa mọi lời ghi của ý kiến này; số đếm giữ nguyên."
ERASED_NOT_WRITTEN = (
    "Đã xóa mọi lời ghi của ý kiến này; số đếm giữ nguyên. Đĩa gần đầy nên trang cũ của sổ sẽ được ghi đè dần."
)
KEPT, LEAVE = "Đã ghi {count} ý kiến. Gõ tiếp ý kiến nữa, hoặc Esc để xong.", "Xong"
SAVE_TITLE = "Lưu ra tệp"
KINDS: Mapping[bool, str] = {False: "PDF (*.pdf)", True: "Word (*.docx)"}
SAVED = "Đã lưu {file}."
NAMED = "biên bản buổi gặp dân"
_CHOICES: Mapping[str, Mapping[str, str]] = {"field": FIELDS, "answer": ANSWERS}
_Field = tuple[str, str, str, tuple[tuple[str, str], ...], bool]


def choices(name: str) -> tuple[tuple[str, str], ...]:
    """Codes and words of a fact, each with the digit that chooses it."""
    return tuple((code, f"{at}. {told}") for at, (code, told) in enumerate(_CHOICES.get(name, {}).items(), 1))


def _fields(*rows: tuple[str, str, str, bool]) -> tuple[_Field, ...]:
    return tuple((name, label, hint, choices(name), wide) for name, label, hint, wide in rows)


PLAN_FIELDS = _fields(
    ("on", "Ngày", "như 25/11/2026", False),
    ("place", "Nơi gặp", "Nhà văn hóa thôn Trung", False),
    ("chair", "Người chủ trì", "Bà Lê Thị Hà, Chủ tịch UBND xã", True),
    ("topic", "Nội dung dự kiến", "để trống được", True),
)
HOLD_FIELDS = _fields(
    ("on", "Ngày họp", "", False),
    ("citizens", "Số người dân dự", "như 42", False),
    ("begun", "Giờ bắt đầu", "như 7h30, để trống được", False),
    ("ended", "Giờ kết thúc", "như 9h15, để trống được", False),
    ("bodies", "Cơ quan, đoàn thể dự", "cách nhau dấu chấm phẩy", True),
    ("clerk", "Người ghi biên bản", "", True),
)
OPINION_FIELDS = _fields(
    ("field", "Lĩnh vực (1–6)", "", False),
    ("answer", "Trả lời (1–3)", "", False),
    ("text", "Ý kiến", "ngắn gọn, đúng ý người nói", True),
    ("reply", "Đã trả lời thế nào", "trả lời ngay thì ghi; hẹn, chuyển thì để trống được", True),
    ("who", "Ai nhận, chuyển đến đâu", "hẹn, chuyển thì ghi", False),
    ("due_on", "Hạn trả lời", "như 05/12/2026", False),
    ("speaker", "Tên người nói", "để trống được, ở lại quầy", False),
    ("hamlet", "Thôn, ấp", "để trống được", False),
)
DONE_FIELDS = _fields(
    ("on", "Ngày xong", "", False),
    ("result", "Kết quả", "đã thay bóng đèn ở ngõ 3", True),
)
REASON = _fields(("reason", TAKE_FIELD, TAKE_HINT, True))
ERASE_REASON = _fields(("reason", ERASE_FIELD, ERASE_HINT, True))


def day(on: date) -> str:
    """The day of a session."""
    return f"{on:%d/%m/%Y}"


def beside(citizens: int | None, opinions: int, waiting: int, late: int) -> str:
    """What came of a session, on its tag."""
    if citizens is None:
        return "chưa họp"
    if late:
        return f"{late} quá hạn"
    return f"{waiting} việc chờ" if waiting else f"{opinions} ý kiến"


def under(place: str, citizens: int | None) -> str:
    """The line under a session's day."""
    return place if citizens is None else f"{place}, {citizens} người dân"


def state(answer: str, due: date | None, done_on: date | None) -> str:
    """Where an opinion stands, on its tag."""
    if answer == "answered":
        return "trả lời ngay"
    if done_on:
        return f"xong {done_on:%d/%m}"
    return f"{'hẹn' if answer == 'promised' else 'chuyển'} {due:%d/%m}" if due else ANSWERS[answer].lower()


def spoke(speaker: str, hamlet: str) -> str:
    """Who said it, in small letters under the words."""
    return ", ".join(one for one in (speaker, hamlet) if one)
