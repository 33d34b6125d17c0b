"""Words of what is to be done after an opinion, and of letters drawn by lot."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

SOURCES: Mapping[str, str] = {
    "call-back": "gọi lại người dân",
    "message": "lời nhắn gửi ngay",
    "comment": "lời góp ý",
    "answer": "góp ý ghi tại quầy",
    "survey": "khảo sát",
    "own": "việc tự nhận",
}
OUTCOMES: Mapping[str, str] = {
    "fixed": "đã sửa",
    "explained": "đã giải thích",
    "letter": "đã gửi thư",
    "passed-on": "đã chuyển nơi có thẩm quyền",
    "nothing": "không phải làm gì",
}
FOUND: Mapping[str, str] = {"signed": "có chữ ký", "unsigned": "không có chữ ký", "missing": "không tìm thấy"}
CALL_TASK = "Gọi lại cho người dân"
LOW_TASK = "Xem lại điều người dân chưa hài lòng"
TAKEN_BACK = "Góp ý đã gỡ hoặc đã ghi lại, không còn việc phải làm."
CALLED = "Đã gọi lại."
LETTER_HANDED = "Đã trao thư."
NONE = "Không có việc nào phải làm."
NONE_DRAWN = "Cấp trên chưa rút thăm thư nào."
TROUBLES: Mapping[str, str] = {
    "no-such-follow-up": "Chưa thấy việc số {id}. Chưa có gì thay đổi. Xem lại số ở danh sách việc.",
    "follow-up-task-empty": "Chưa ghi việc nào. Ghi việc phải làm rồi lưu lại.",
    "follow-up-told-empty": "Việc này vẫn để mở. Ghi đã làm gì rồi lưu lại.",
    "follow-up-too-long": "Lời ghi dài quá {limit} chữ cái. Bài đang gõ còn nguyên, viết gọn lại rồi lưu.",
    "no-such-draw": "Lá thư này không có trong đợt rút thăm. Chưa có gì thay đổi.",
}


def low_task(told: str, longest: int) -> str:
    """The task after an answer that was not content, with what was said; no longer than so many characters."""
    task = f"{LOW_TASK}: “{told}”"
    return task if len(task) <= longest else f"{task[: longest - 2]}…”"


def opened(id: int, due_on: date) -> str:
    """A task was taken on."""
    return f"Đã nhận việc số {id}, hạn {due_on:%d/%m/%Y}."


def reopened(id: int, due_on: date) -> str:
    """A task is to be done again."""
    return f"Việc số {id} mở lại, hạn {due_on:%d/%m/%Y}. Lời ghi trước vẫn còn."


def done(id: int, outcome: str) -> str:
    """A task was done."""
    return f"Đã ghi việc số {id}: {OUTCOMES[outcome]}."


def line(id: int, source: str, task: str, state: str) -> str:
    """One task of a list."""
    return f"{id}. {task} ({SOURCES[source]}), {state}"


def state(due_on: date, done_on: date | None, outcome: str, today: date) -> str:
    """Where a task stands."""
    if done_on is not None:
        return f"{OUTCOMES.get(outcome, 'đã xong')} ngày {done_on:%d/%m/%Y}"
    return f"{'quá hạn' if due_on < today else 'hạn'} {due_on:%d/%m/%Y}"


def drawn(receipt: int, serial: int, who: str, handed: str, found: str) -> str:
    """One letter drawn by lot."""
    name, told = who or "không có trong sổ này", FOUND.get(found, "chưa đối chiếu")
    return f"Biên nhận {receipt}, thư số {serial}: {name}, {handed}; {told}"


def handed(day: date | None, way: str) -> str:
    """When a letter was handed over, and how."""
    if day is None:
        return "chưa ghi ngày trao"
    return f"trao ngày {day:%d/%m/%Y}{f' ({way})' if way else ''}"


def shown(serial: int, found: str) -> str:
    """What was found of a letter was kept."""
    return f"Đã ghi thư số {serial}: {FOUND[found]}."
