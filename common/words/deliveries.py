"""What the page "Sổ trao thư" says: letters handed over, lying here, come back (seed 002: with whom, how taken)."""

from collections.abc import Mapping
from datetime import date

TITLE = "Sổ trao thư"
CONTEXT = "thư đã trao, chưa trao, trả lại; số liệu khớp báo cáo cùng kỳ"
ROWS = "Các thư"
STATES: Mapping[str, str] = {"all": "Tất cả", "waiting": "Chưa trao", "given": "Đã trao", "returned": "Trả lại"}
STATE_WORDS: Mapping[str, str] = {"waiting": "chưa trao", "given": "đã trao", "returned": "trả lại, chờ trao lại"}
PERIOD, KIND, EVERY_KIND = "Kỳ xem", "Loại thư", "Mọi loại thư"
DAY, LETTER, HOW, FAMILY = "Ngày", "Thư gửi ai", "Cách trao", "Gia đình"
SHEET = "Trao thư"
FILE_COLUMNS = (
    "Ngày",
    "Loại thư",
    "Gửi ai",
    "Số việc",
    "Đang ở bước",
    "Cách trao",
    "Cùng với",
    "Gia đình đón nhận",
    "Bằng chứng",
    "Trả lại",
)
ERASED = "(đã xóa theo luật)"
WOMENS_UNION = "Hội Liên hiệp Phụ nữ xã"
TOGETHER = "cùng {who}"
EVIDENCE = "bằng chứng: {what}"
EMPTY = "Kỳ này chưa có thư nào như vậy. Thư in xong và đã đếm đủ tờ sẽ vào đây."
GIVE, GIVE_MANY, CHANGE = "Ghi đã trao…", "Ghi đã trao {count} thư…", "Sửa lần trao…"
BACK, OPEN, SAVE = "Thư trả lại…", "Mở hồ sơ", "Lưu bảng"
SAVE_TITLE, SAVE_FILE, SAVE_KINDS = (
    "Lưu sổ trao thư thành bảng",
    "so-trao-thu-{period}.xlsx",
    ("Bảng tính XLSX (*.xlsx);;Bảng CSV (*.csv)"),
)
SAVED = "Đã lưu {count} thư vào {file}. Trong tệp có họ tên người dân: cất nơi an toàn."
GIVEN_NOW, BACK_NOW = "Đã ghi {count} thư là đã trao.", "Đã ghi {count} thư trả lại. Thư nằm ở hàng Chờ trao."
BACK_TITLE, BACK_WHY, BACK_YES = "Ghi thư trả lại", "Vì sao thư trở về?", "Ghi trả lại"
BACK_TEXT = "Thư thôi tính là đã trao, cả trong báo cáo của tháng đã ghi, cho đến khi trao lại."
BACK_REASONS: Mapping[str, str] = {
    "away": "nhà đi vắng",
    "moved": "nhà đã chuyển đi",
    "address": "không tìm ra địa chỉ",
    "refused": "gia đình không nhận",
    "other": "lý do khác, ghi ở dưới",
}
OWN_REASON = "Lý do khác"
WITH, PROOF = "Cùng ai trao (có thể bỏ trống)", "Bằng chứng: số ảnh, trang sổ theo dõi (có thể bỏ trống)"
GIVEN_ALL, BREAK = "Đã trao {n} việc", " · "
PERIOD_MONTH, PERIOD_QUARTER, PERIOD_YEAR = "Tháng {month}/{year}", "Quý {quarter}/{year}", "Năm {year}"


def waiting_now(waiting: int, returned: int) -> str:
    """What lies here now, whatever the period."""
    if not waiting:
        return "Không còn thư nào nằm ở đây."
    back = f", trong đó {returned} thư trả lại" if returned else ""
    return f"Đang nằm ở đây, tính mọi kỳ: {waiting} thư{back}."


def came_back(day: date, why: str) -> str:
    """That a letter came back, when and why."""
    return f"trả lại {day.strftime('%d/%m/%Y')}" + (f": {why}" if why else "")


def period_named(code: str) -> str:
    """A period as people say it: 2026-11, 2026-Q4, 2026."""
    year, _, part = code.partition("-")
    if part.startswith("Q"):
        return PERIOD_QUARTER.format(quarter=part[1:], year=year)
    return PERIOD_MONTH.format(month=int(part), year=year) if part else PERIOD_YEAR.format(year=year)
