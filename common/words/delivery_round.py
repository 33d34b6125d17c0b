"""Đi trao tại nhà: letters brought from house to house, hamlet by hamlet."""

from __future__ import annotations

from datetime import date

from common.words.desk_papers import NO_HAMLET, letter
from common.words.today import short

TITLE, CONTEXT = "Đi trao tại nhà", "thư đã in, chưa trao, xếp theo thôn"
HAMLETS, HAMLET_COLUMNS = "Thôn, tổ dân phố", ("Thôn, tổ dân phố", "Thư")
ROWS, COLUMN = "Thư của thôn này", "Gửi ai"
EMPTY = "Không có thư nào chờ trao. Thư in xong và đếm đủ tờ thì vào đây, cho tới khi ghi đã trao."
TOGETHER, TOGETHER_HINT = "Đi cùng", "Hội Liên hiệp Phụ nữ xã, trưởng thôn"
TOGETHER_USUAL = "Hội Liên hiệp Phụ nữ {kind}"
ENVELOPES = "Phong bì"
PRINT, PRINT_NONE = "In phiếu {n} thôn", "In phiếu"
HANDED, HANDED_NONE = "Ghi đã trao {n} thư", "Ghi đã trao cả chuyến"
IN_CEREMONY = "đang chờ lễ trao"
IN_MOURNING = "nhà đang có tang"
STALE = "bản ghi đã sửa sau khi in"
ASK_HANDED, HANDED_YES, NOT_YET = "Ghi đã trao cả chuyến?", "Ghi đã trao", "Chưa"
REACTION = "Các gia đình đón nhận thế nào?"
DONE = "Đã ghi trao tại nhà {n} thư."
SHEET_TITLE, SHEET_TEXT = (
    "In phiếu đi trao",
    "Mỗi thôn một tờ. Nơi cư trú chỉ in khi anh chị chọn, số định danh không bao giờ in.",
)
SHEET_WAYS = (("name", "Chỉ tên gia đình"), ("address", "Tên và nơi cư trú"))
SHEET_WHAT, SHEET_YES = "In gì trên phiếu?", "In phiếu"
PAPER_NAME, PAPER_FILE = "phiếu đi trao tại nhà", "Phieu-di-trao-tai-nha.pdf"
ONLY_HERE, CEREMONY = "Chỉ thôn này", "Lễ trao"
KEY_HINT = "Bỏ dấu ở gia đình vắng: thư ấy ở lại hàng Chờ trao."


def hamlet(name: str) -> str:
    """A hamlet in the list."""
    told = name or NO_HAMLET
    return f"{told[:1].upper()}{told[1:]}"


def told(kind: str, names: tuple[str, ...], printed_on: date | None, waits: str) -> str:
    """The line under a family."""
    day = f"in {short(printed_on)}" if printed_on else ""
    return " · ".join(one for one in (letter(kind, names), day, waits) if one)


def ask_handed(count: int, hamlets: int, together: str) -> str:
    """What whoever writes it down should know before."""
    where = f"{hamlets} thôn" if hamlets > 1 else "một thôn"
    along = f", đi cùng: {together}" if together else ""
    return f"{count} thư đã dấu, ở {where}{along}. Những thư bỏ dấu vẫn chờ trao."
