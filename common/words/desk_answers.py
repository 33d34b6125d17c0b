"""What is said where answers are taken at the desk: from a slip, at the counter, by phone."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from common.words.ratings_page import CHANNELS

TITLE = "Ghi góp ý tại quầy"
TEXT = "Những góp ý này được nêu riêng, không tính vào tỷ lệ của thư."
CHANNEL, DAY, SCORE, COMMENT = "Nhận qua", "Ngày nhận", "Mức hài lòng", "Lời góp ý, không bắt buộc"
KEEP, CLOSE, TAKE_BACK = "Ghi và sang phiếu sau", "Đóng", "Bỏ phiếu vừa ghi"
CHOOSE_SCORE = "Chọn mức hài lòng: bấm 1, 2 hoặc 3."
TAKEN_BACK = "Đã bỏ phiếu vừa ghi."
LEAVE_TEXT, STAY, DROP = "Lời đang gõ chưa ghi.", "Gõ tiếp", "Bỏ lời này"
SCORES: tuple[tuple[str, str], ...] = (("3", "Rất hài lòng"), ("2", "Hài lòng"), ("1", "Chưa hài lòng"))
"""Score and words, as they stand on the slip from the top: 1 is the best."""
_SCORE_WORDS: Mapping[str, str] = dict(SCORES)
_LONGEST = 60


def channels() -> tuple[tuple[str, str], ...]:
    """Channel and words, the paper slip first: those come in piles."""
    order = ("slip", "counter", "phone")
    return tuple((code, CHANNELS[code][:1].upper() + CHANNELS[code][1:]) for code in order)


def kept(channel: str, score: int, comment: str) -> str:
    """What was kept last."""
    short = comment if len(comment) <= _LONGEST else f"{comment[:_LONGEST].rstrip()}…"
    told = f": {short}" if short else ""
    return f"Vừa ghi: {CHANNELS[channel]}, {_SCORE_WORDS[str(score)].lower()}{told}"


def counted(day: date, by_channel: Mapping[str, int]) -> str:
    """How many are kept for the day."""
    told = ", ".join(f"{word} {by_channel[code]}" for code, word in CHANNELS.items() if by_channel.get(code))
    return f"Ngày {day:%d/%m/%Y} đã ghi {sum(by_channel.values())}" + (f": {told}." if told else ".")
