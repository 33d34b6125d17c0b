"""Words of saving a form: the buttons of its foot, and what comes next once something is saved."""

from __future__ import annotations

from collections.abc import Mapping

SAVE = "Xem lại rồi lưu"
SAVE_AND_PRINT = "Lưu và in thư"
PRINT = "In thư"
NEXT_ONE = "Ghi bản tiếp theo"
_NEXT: Mapping[str, tuple[str, str]] = {
    "": (NEXT_ONE, "Bản tiếp"),
    "twin": ("Ghi cháu tiếp theo", "Cháu tiếp"),
    "death": ("Ghi khai tử của cháu", "Khai tử cháu"),
    "birth": ("Ghi khai sinh của cháu", "Khai sinh cháu"),
}
SAVED_NEXT = "Việc tiếp theo: in thư."
SAVED_HELD = "Thư chưa làm."
SAVED_FIRST: Mapping[str, str] = {
    "birth": "Việc tiếp theo: ghi khai tử của cháu, máy đã điền sẵn. Để sau thì bài nằm ở Đang gõ dở.",
    "death": "Việc tiếp theo: ghi khai sinh của cháu, máy đã điền sẵn. Để sau thì bài nằm ở Đang gõ dở.",
}
"""Of a child that lived under 24 hours, after the first of both acts."""
SAVED_TWIN = "Ghi tiếp cháu kia, rồi in chung một tờ. Muốn in riêng tờ này thì bấm In thư."


def save_way(short: bool = False) -> str:
    """The button that saves; `short` where the window is narrow."""
    return "Lưu" if short else SAVE


def next_way(goes_on: str, short: bool = False) -> str:
    """The button that goes on after saving; `goes_on` as in FormModel.goes_on."""
    return _NEXT[goes_on][short]


def print_way(count: int, is_saved: bool, short: bool = False) -> str:
    """The print button; it says why it is off while `count` problems have to be mended."""
    if count:
        return f"Còn {count} vấn đề" if short else f"{SAVE_AND_PRINT} (còn {count} vấn đề)"
    if is_saved:
        return PRINT
    return "Lưu và in" if short else SAVE_AND_PRINT


def saved_second(other: str) -> str:
    """After the second of both acts; `other` is where the first stands."""
    return f"Hai bản của cháu đi cùng nhau: {other}. Máy không tự làm thư."
