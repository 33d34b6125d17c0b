"""Words of what happens to a record that stands: its letters, its history, what a change makes of both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from common.words.labels import LETTER_WORDS

HISTORY = "Lịch sử bản ghi"
HISTORY_TEXT = "Không bản nào mất đi: mỗi lần ghi, sửa, bỏ đều còn nguyên ở đây."
BEFORE, AFTER, PART = "Trước", "Sau", "Ô"
EMPTY_PART = "để trống"
WHY = "Vì sao: {reason}"
MASKED_CHANGE = "đã đổi, phần này được che"
CLOSE = "Đóng"
BY = "{who}, {when}"

LETTERS_TOUCHED = "Thư làm theo bản đang có"
NO_LETTERS = "Chưa có thư nào làm theo bản này."
ON_CHANGE: Mapping[str, str] = {
    "prepared": "máy soạn lại lúc in",
    "printed": "bỏ tờ đã in; Ctrl+P ở bản ghi in tờ mới rồi trao",
    "delivered": "gọi gia đình; Ctrl+P ở bản ghi in tờ mới rồi đổi tờ cũ",
}
ON_CHANGE_BY: Mapping[str, Mapping[str, str]] = {
    "letter-held": {
        "prepared": "giữ lại, chờ anh chị xem rồi quyết định",
        "printed": "bỏ tờ đã in; muốn in lại thì ghi lý do làm thư",
        "delivered": "gọi gia đình; muốn in lại thì ghi lý do làm thư",
    },
    "letter-never": {
        "prepared": "không in nữa",
        "printed": "bỏ tờ đã in, không trao",
        "delivered": "tờ đã trao thì thôi, không in lại",
    },
}
"""The same where the changed record holds its letter back."""
ON_VOID: Mapping[str, str] = {
    "prepared": "không in nữa",
    "printed": "bỏ tờ đã in, không trao",
    "delivered": "gọi gia đình, xin nhận lại tờ đã trao",
}
"""What to do about a letter by how far it is."""
_FAR: Mapping[str, str] = {"prepared": "đã soạn, chưa in", "printed": "đã in {printed}", "delivered": "đã trao {given}"}

BOTH_ACTS = "Hai bản của cháu đi cùng nhau: {line}"
STILL_THERE = "Bản kia của cháu vẫn còn trong sổ: {line}."
CHANGES = "Sẽ đổi"
NOTHING_CHANGED = "Chưa ô nào đổi."
LOOK_FIRST = "Xem lại rồi bấm lần nữa: {told}"
OPEN_OTHER = "Mở bản kia"
COMPARE = "So hai bản"
OTHER_REASON = "Lý do khác, ghi rõ"


def letter_line(kind: str, state: tuple[str, str, str], code: str, also: Sequence[str]) -> str:
    """A letter: what it is, how far (its state, the days of printing and handing over), its code, who else is on it."""
    far = _FAR[state[0]].format(printed=state[1], given=state[2])
    told = [LETTER_WORDS[kind], far, *([f"mã {code}"] if code else [])]
    return ", ".join([*told, f"chung tờ với {' và '.join(also)}"] if also else told)


def letter_named(kind: str, code: str, also: Sequence[str]) -> str:
    """A letter by what it is, its code, and who else is on it."""
    told = [LETTER_WORDS[kind], *([f"mã {code}"] if code else [])]
    return ", ".join([*told, f"chung tờ với {' và '.join(also)}"] if also else told)


def touched(line: str, todo: str) -> str:
    """A letter, and what to do about it."""
    return f"{line}: {todo}."


def void_text(text: str, letters: Sequence[str]) -> str:
    """The question before a record is taken out, with the letters that go with it."""
    if not letters:
        return f"{text}\n{NO_LETTERS}"
    return "\n".join([text, f"{LETTERS_TOUCHED}:", *(f"• {line}" for line in letters)])


def done_with(told: str, letters: Sequence[str]) -> str:
    """What was written, and what is still to be done about its letters."""
    return " ".join([told, *letters])
