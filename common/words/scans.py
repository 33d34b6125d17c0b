"""The strip that waits for a card, and what became of an address on it."""

from __future__ import annotations

from collections.abc import Sequence

from common.words.form import PERSONS
from common.words.labels import CARD_NOTE_WORDS, SEX_WORDS

SCAN_WAITING = "Sẵn sàng quét thẻ căn cước"
SCAN_WAITING_MORE = "Quét lúc nào cũng được, con trỏ đang ở đâu cũng được. Chữ đang gõ giữ nguyên."
SCAN_WHOM = "Điền cho ai?"
SCAN_DROP = "Bỏ"


def card_read(name: str) -> str:
    """The head of the strip after a scan."""
    return f"Đã đọc thẻ: {name}" if name else "Đã đọc số định danh"


def card_more(sex: str, born: str, notes: Sequence[str]) -> str:
    """Who it is, and what to look at before using it."""
    facts = ", ".join(text for text in (SEX_WORDS.get(sex, "") if sex != "unknown" else "", born) if text)
    told = [CARD_NOTE_WORDS[note] for note in notes]
    return " ".join(f"{text.rstrip('.')}." for text in (facts, *told) if text)


def card_given(person: str, name: str) -> str:
    """The strip after a card was given to a person."""
    whom = PERSONS[person]
    return f"Đã điền thẻ {name} vào phần {whom[:1].lower()}{whom[1:]}." if name else f"Đã điền số định danh: {whom}."


SCANNED_ELSEWHERE = "Vừa có thẻ quét ở chỗ không nhận thẻ, máy đã bỏ qua. Mở bài ghi rồi quét lại."
HOME_KEPT = "Giữ như thẻ"
HOME_NEW = "Ghi theo nay"
HOME_TAKEN = "Đã ghi địa chỉ theo đơn vị hiện nay. Ctrl+Z ở ô ấy lấy lại như trên thẻ."
HOME_WHICH = "Xã trên thẻ đã chia ra. Nhà ở phần nào?"
HOME_WHICH_MORE = "Hỏi bà con thôn, xóm mình nay thuộc xã nào. Chưa rõ thì bấm Esc, ô giữ như trên thẻ."
HOME_TAKE = "Ghi xã này"


def home_moved(old: str, now: Sequence[str]) -> str:
    """What became of the unit on the card: offered, not yet written."""
    if len(now) == 1:
        return f"Thẻ ghi {old}. Nay là {now[0]}. Ô vẫn giữ như trên thẻ."
    return f"Thẻ ghi {old}. Nơi ấy nay chia về {len(now)} xã, phường. Ô vẫn giữ như trên thẻ."


def home_gone(old: str) -> str:
    """A unit that ended before the table begins."""
    return f"Thẻ ghi {old}. Xã này đã nhập từ trước 07/2025, anh chị hỏi bà con tên xã hiện nay."
