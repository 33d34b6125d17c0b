"""What is said where answers are taken at the desk: from a slip, at the counter, by phone."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from common.questions import QuestionSet
from common.words.ratings_page import CHANNELS

TITLE = "Ghi góp ý tại quầy"
TEXT = "Những góp ý này được nêu riêng, không tính vào tỷ lệ của thư."
DAY, COMMENT = "Ngày nhận", "Lời góp ý, không bắt buộc (gõ chữ là vào đây)"
SET, CALL = "Phiếu in bộ câu hỏi", "Số gọi lại, khi người gọi muốn"
REASONS_LOW, REASONS_HIGH = "Cần sửa điều gì", "Điều gì làm vui"
ROWS = "Các câu hỏi trên phiếu"
ROWS_HINT = "Số chọn câu trả lời, 0 sang câu sau, Enter ghi ngay lúc nào cũng được."
KEEP, CLOSE, TAKE_BACK, CORRECT = "Ghi và sang phiếu sau", "Đóng", "Bỏ phiếu vừa ghi", "Sửa phiếu vừa ghi"
TAKEN_BACK, CORRECTING = "Đã bỏ phiếu vừa ghi.", "Đang sửa phiếu vừa ghi: bấm Enter là thay bản cũ."
CALL_KEPT = "Đã ghi số gọi lại. Việc này nằm ở Hôm nay, Cần gọi lại; lời nhắn không gắn với mức hài lòng."
LEAVE_TEXT, STAY, DROP = "Phiếu đang gõ chưa ghi.", "Gõ tiếp", "Bỏ phiếu này"
_LONGEST = 60


def channels() -> tuple[tuple[str, str], ...]:
    """Channel and words, the paper slip first: those come in piles."""
    order = ("slip", "counter", "phone")
    return tuple((code, CHANNELS[code][:1].upper() + CHANNELS[code][1:]) for code in order)


def choose_score(scale: int) -> str:
    """No level was chosen."""
    return "Chọn mức hài lòng: bấm 1, 2 hoặc 3." if scale == 3 else "Chọn mức hài lòng: bấm một số từ 1 đến 5."


def set_words(questions: QuestionSet, in_force: bool) -> str:
    """A set as slips name it at their foot."""
    now = ", đang dùng" if in_force else ""
    return f"{questions.mark} ({questions.scale} mức{now})"


def level(questions: QuestionSet, score: str) -> str:
    """The words of a level, inside a sentence."""
    words = next(choice.say() for choice in questions.overall.choices if choice.code == score)
    return words[:1].lower() + words[1:]


def kept(channel: str, level: str, comment: str) -> str:
    """What was kept last."""
    short = comment if len(comment) <= _LONGEST else f"{comment[:_LONGEST].rstrip()}…"
    told = f": {short}" if short else ""
    return f"Vừa ghi: {CHANNELS[channel]}, {level}{told}"


def pile(questions: QuestionSet, scores: Mapping[str, int]) -> str:
    """What was typed in this sitting, to be compared with the counted paper."""
    told = ", ".join(f"{level(questions, one.code)} {scores.get(one.code, 0)}" for one in questions.overall.choices)
    return f"Cọc này đã nhập {sum(scores.values())}: {told}." if sum(scores.values()) else ""


def counted(day: date, by_channel: Mapping[str, int]) -> str:
    """How many are kept for the day."""
    told = ", ".join(f"{word} {by_channel[code]}" for code, word in CHANNELS.items() if by_channel.get(code))
    return f"Ngày {day:%d/%m/%Y} đã ghi {sum(by_channel.values())}" + (f": {told}." if told else ".")
