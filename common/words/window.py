"""Words of the window's frame: shell, lock, questions, waiting."""

from __future__ import annotations

PRODUCT = "Một Cửa Thân Thiện"
SEARCH_HINT = "Tên, số, mã thư, điện thoại"
UNDERSTOOD = "Đã hiểu"
CHOOSE = "Chọn"
KEEP = "Ghi"
CLOSE = "Đóng"
STOP = "Dừng lại"
LOOK_IN = "Tìm trong:"
FILE_NAME = "Tên tệp:"
FILE_KIND = "Loại tệp:"


def counted(words: str, done: int, total: int) -> str:
    """What is being done and how far it is."""
    return f"{words} {done}/{total}" if total else words
