"""Words on the minutes of a morning with the people and on the sheet for the notice board."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from common.words.reports import amount

NUMBER = "Số:          /BB-UBND"
MINUTES = ("BIÊN BẢN", "Buổi sáng với Nhân dân")
BOARD = ("KẾT QUẢ GIẢI QUYẾT Ý KIẾN", "của người dân tại Buổi sáng với Nhân dân")
CLERK, CHAIR = ("NGƯỜI GHI BIÊN BẢN", "(Ký, ghi rõ họ tên)"), ("CHỦ TRÌ", "(Ký, ghi rõ họ tên)")
PRESENT, HEARD, ENDED = "I. THÀNH PHẦN", "II. Ý KIẾN CỦA NGƯỜI DÂN", "III. KẾT THÚC"
SOMEBODY = "Một người dân"
NO_OPINIONS = "Không có ý kiến nào."
BOARD_NOTE = "Tờ này không nêu tên người nói. Cần hỏi thêm, mời bà con đến Bộ phận Một cửa."
_BLANK = "……"


def opening(on: date, begun: str, place: str, topic: str) -> tuple[str, ...]:
    """Time, place and what it was about."""
    hour = _hour(begun)
    told = (f"Thời gian bắt đầu: {hour}, ngày {on.day} tháng {on.month} năm {on.year}.", f"Địa điểm: {_end(place)}")
    return (*told, f"Nội dung dự kiến: {_end(topic)}") if topic else told


def present(chair: str, clerk: str, bodies: Sequence[str], citizens: int) -> tuple[str, ...]:
    """Who was there."""
    invited = (f"Đại diện: {_end('; '.join(bodies))}",) if bodies else ()
    return (
        f"Chủ trì: {_end(chair)}",
        f"Người ghi biên bản: {_end(clerk)}",
        *invited,
        f"Người dân dự: {amount(citizens)} người.",
    )


def closing(on: date, ended: str, opinions: int, waiting: int) -> tuple[str, ...]:
    """How it ended."""
    owed = f", trong đó {amount(waiting)} ý kiến hẹn trả lời hoặc chuyển cấp trên" if waiting else ""
    heard = f"Buổi gặp ghi nhận {amount(opinions)} ý kiến{owed}. " if opinions else ""
    end = f"Buổi gặp kết thúc vào {_hour(ended)}, ngày {on.day} tháng {on.month} năm {on.year}. "
    return (heard + end + "Biên bản được đọc lại cho mọi người dự cùng nghe và thống nhất.",)


def spoke(speaker: str, hamlet: str) -> str:
    """Who said it, as minutes do."""
    return f"{speaker or SOMEBODY} ({hamlet})" if hamlet else speaker or SOMEBODY


def opinion(at: int, spoken: str, text: str) -> str:
    """One opinion; `spoken` is empty on the notice board."""
    return f"{at}. {spoken}: {_end(text)}" if spoken else f"{at}. {_end(text)}"


def answer(kind: str, reply: str, who: str, due: date | None) -> str:
    """What was answered."""
    if kind == "answered":
        return f"Trả lời tại buổi gặp: {_end(reply)}"
    told = f"{'Hẹn trả lời' if kind == 'promised' else 'Chuyển cấp trên'}: {who}"
    by = f", hạn {due:%d/%m/%Y}" if due else ""
    return f"{told}{by}. {_end(reply)}".rstrip() if reply else f"{told}{by}."


def result(on: date, text: str) -> str:
    """What was done since."""
    return f"Kết quả, {on:%d/%m/%Y}: {_end(text)}"


def waiting(due: date | None) -> str:
    """Nothing was done yet."""
    return f"Đang giải quyết, hạn {due:%d/%m/%Y}." if due else "Đang giải quyết."


def board_opening(on: date, place: str, told: date) -> str:
    """Which session the sheet is about, and up to which day."""
    return f"Buổi gặp ngày {on:%d/%m/%Y}, tại {place}. Kết quả tính đến ngày {told:%d/%m/%Y}."


def file_name(kind: str, on: date) -> str:
    """The name of a file, without names of people."""
    return f"{'bien-ban' if kind == 'minutes' else 'ket-qua'}-gap-dan-{on:%Y-%m-%d}"


def _hour(text: str) -> str:
    hour, _, minute = text.partition(":")
    return f"{int(hour)} giờ {minute} phút" if minute else f"{_BLANK} giờ {_BLANK} phút"


def _end(text: str) -> str:
    return text if text.endswith((".", "?", "…")) else f"{text}."
