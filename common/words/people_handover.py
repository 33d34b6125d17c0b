"""Words of the handover sheet "tờ bàn giao": what is open when somebody leaves the desk, no citizen named."""

from __future__ import annotations

from datetime import date, datetime

TITLE = "TỜ BÀN GIAO VIỆC TẠI QUẦY"
NAME = "Tờ bàn giao"
PAPER_NAME, PAPER_FILE = "tờ bàn giao", "to-ban-giao.pdf"
GIVER, TAKER = "Người giao", "Người nhận"
BLANK = "……………………………………"
OPEN, OPEN_HEAD = "1. Việc còn mở trong sổ", ("Việc", "Còn", "Đã nhận")
OWN_DRAFTS, ALL_DRAFTS = "Bài gõ dở của người giao", "Bài gõ dở của cả quầy"
NUMBERS_AND_CEREMONIES = "Thư đã in chưa có số (Ctrl+Shift+O), lễ trao sắp tới (Alt+4)"
COUNTS_NOTE = "Chỉ ghi số lượng; từng việc xem ở trang Hôm nay (Alt+1). Người nhận mở trang ấy, so với cột Còn."
KEPT = "2. Giấy tờ, bản sao, chìa khóa"
KEPT_HEAD = ("Thứ", "Tình trạng", "Đã nhận")
SAFE, SAFE_STATE = "Chìa khóa két, tủ đựng tờ cứu hộ", "tay trao tay"
STICK, STICK_STATE = "USB gửi gói, ổ sao lưu thứ hai", "tay trao tay"
RESCUE, BACKUP, SECOND = "Tờ cứu hộ đang dùng", "Sao lưu gần nhất", "Sao lưu ở nơi thứ hai"
BUNDLE, RECEIPT, LINES = "Gói gửi cấp trên gần nhất", "Biên nhận của gói ấy", "Dòng chờ đi gói sau"
BOOKS, BOOKS_STATE = "Sổ giấy đang mở", "tay trao tay"
THEN = "3. Làm xong thì đánh dấu"
STEPS = (
    "□  Các bài gõ dở đã chuyển cho người nhận (Thiết lập, Người đến, người đi).",
    "□  Người quản trị đã cho người giao thôi mở sổ; tờ cứu hộ mới đã in và cất.",
    "□  Người nhận đã tự đặt mật khẩu và mở được sổ.",
)
SIGNS = ("NGƯỜI GIAO", "NGƯỜI NHẬN", "LÃNH ĐẠO")
SIGN_HINT = "(ký, ghi rõ họ tên)"
TICK = "□"
NONE = "chưa có"


def at(moment: datetime | None) -> str:
    """A moment, or that there is none."""
    return f"{moment:%H:%M, %d/%m/%Y}" if moment else NONE


def rescue(made_on: date | None, proved: bool) -> str:
    """The sheet in force."""
    made = f"lập {made_on:%d/%m/%Y}" if made_on else "không rõ ngày lập"
    return made if proved else f"{made}, chưa đối chiếu"


def bundle(number: int, month: str) -> str:
    """The newest bundle: "số 14, tháng 11/2026"."""
    return f"số {number}, tháng {month[5:]}/{month[:4]}" if number else NONE


def receipt(number: int, taken_on: date | None) -> str:
    """Whether it came back."""
    if not number:
        return "không có gói nào chờ"
    return f"đã về {taken_on:%d/%m/%Y}" if taken_on else "đang chờ"


def lines(count: int) -> str:
    """Lines that the next bundle carries."""
    return f"{count} dòng"


def drafts(count: int) -> str:
    """Drafts of one person."""
    return f"{count} bài"


def numbers_and_ceremonies(letters: int, ceremonies: int) -> str:
    """Letters without a number, ceremonies to come."""
    return f"{letters} thư, {ceremonies} lễ"


def printed(name: str) -> str:
    """The sheet was written into a file."""
    return f"Đã ghi tờ bàn giao của {name}. In ra, hai bên ký."
