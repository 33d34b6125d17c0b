"""Words beside the letter of a form: its free line, the way from a name to its field, the tabs of a narrow window."""

from __future__ import annotations

TAB_FORM, TAB_LETTER = "Bài ghi", "Thư sẽ in  Ctrl+Tab"
TABS = "Bài ghi và thư"
CHANGE_WORDS = "Đổi lời"
TO_FIELD = "Tới ô"
FREE_LINE = "Lời riêng trong thư, không bắt buộc"
LINE_MOST = 160
CLICK_NAMES = "Bấm tên trên thư để tới ô đó"


def line_left(length: int) -> str:
    """How much of the free line is used."""
    return f"{length}/{LINE_MOST} chữ"
