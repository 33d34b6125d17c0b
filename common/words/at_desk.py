"""What is said of answers taken at the desk, by question set and question."""

from __future__ import annotations

from collections.abc import Mapping

from common.questions import REASON, Choice, QuestionSet
from common.words.ratings_page import CHANNELS

TITLE = "Ghi tại quầy"
TURN = "Xoay màn hình cho dân"
NONE = "Chưa có góp ý nào ghi tại quầy trong kỳ này."
LEVELS, REASONS = "Mức hài lòng", "Được nhắc tới"
COST, YES = "cost", "yes"


def later(n: int) -> str:
    """What was tapped and is not told yet."""
    return (
        f"{n} người chạm trên màn hình chưa cộng vào đây: máy cộng từng nhóm 5 người, từ hôm sau, để không đoán ra ai."
    )


def head(questions: QuestionSet, n: int, by_channel: Mapping[str, int]) -> str:
    """One set: how many answers, and how they came."""
    told = ", ".join(f"{word} {by_channel[code]}" for code, word in CHANNELS.items() if by_channel.get(code))
    levels = "ba" if questions.scale == 3 else "năm"
    return f"{n} góp ý, {levels} mức hài lòng (phiếu {questions.mark}): {told}"


def levels(questions: QuestionSet, by_score: Mapping[str, int]) -> str:
    """Every level with its count."""
    return _counts(questions.overall.choices, by_score)


def question(questions: QuestionSet, code: str, counts: Mapping[str, int]) -> tuple[str, str]:
    """A question and how it was answered, with its n; money asked for as a fact."""
    if code == REASON:
        return REASONS, _counts(tuple(one for one in (*questions.low, *questions.high) if counts.get(one.code)), counts)
    asked = next(one for one in questions.questions if one.code == code)
    n = sum(counts.values())
    if code == COST:
        return asked.say(), f"{counts.get(YES, 0)} trong {n} người trả lời câu này nói có"
    return asked.say(), f"{_counts(asked.choices, counts)} (n = {n})"


def _counts(choices: tuple[Choice, ...], counts: Mapping[str, int]) -> str:
    return ", ".join(f"{_small(choice.say())} {counts.get(choice.code, 0)}" for choice in choices)


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
