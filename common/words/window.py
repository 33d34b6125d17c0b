"""Words of the window's frame: shell, lock, questions, waiting."""

from __future__ import annotations

from datetime import date, datetime

PRODUCT = "Một Cửa Thân Thiện"
SEARCH_HINT = "Tên, số, mã thư, điện thoại"
UNDERSTOOD = "Đã hiểu"
CHOOSE = "Chọn"
KEEP = "Ghi"
CLOSE = "Đóng"
SEEN_LETTER = "Trang thư"
STOP = "Dừng lại"
LOOK_IN = "Tìm trong:"
FILE_NAME = "Tên tệp:"
FILE_KIND = "Loại tệp:"


def counted(words: str, done: int, total: int) -> str:
    """What is being done and how far it is."""
    return f"{words} {done}/{total}" if total else words


# ---- days

WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")


def short_day(day: date) -> str:
    """Thứ Sáu, 20/11/2026."""
    return f"{WEEKDAYS[day.weekday()]}, {day:%d/%m/%Y}"


def lunar_day(day: date) -> str:
    """12 tháng 10, Bính Ngọ; "nhuận" when it is a leap month; empty outside the years the calendar covers."""
    from common.lunar import lunar_of  # loads a calendar that the lock screen can do without

    lunar = lunar_of(day)
    return lunar.said() if lunar else ""


# ---- the status line


def backup_line(last: datetime | None, now: datetime) -> tuple[str, bool]:
    """When the last copy was made, and whether that is recent enough (a week)."""
    if last is None:
        return "Chưa sao lưu lần nào", False
    days = (now.date() - last.date()).days
    if days < 0:
        return f"Sao lưu mang ngày {last:%d/%m/%Y}, xem lại đồng hồ", False
    if days > 7:
        return f"Chưa sao lưu {days} ngày", False
    when = {0: "hôm nay", 1: "hôm qua"}.get(days, f"ngày {last:%d/%m}")
    return f"Sao lưu lúc {last:%H:%M} {when}", True


def second_line(last: datetime | None, now: datetime) -> str:
    """The second place has had no copy for a week; empty while it is in order, or none is chosen."""
    days = (now.date() - last.date()).days if last else 0
    if days < 0:
        return "Chưa rõ nơi thứ hai có bản sao mới"
    return f"Nơi thứ hai {days} ngày chưa có bản sao" if days > 7 else ""


def tie_line(seq: int, month: str, receipt_on: date | None) -> str:
    """The newest bundle: answered or not."""
    if receipt_on is None:
        return f"Chờ biên nhận gói số {seq}"
    return f"Gói tháng {int(month[5:7])} đã gửi, đã có biên nhận {receipt_on:%d/%m}"


def stopped_line(seq: int) -> str:
    """The newest bundle was answered and not taken."""
    return f"Cấp trên để chờ gói số {seq}, xem biên nhận"


def lines_here(lines: int) -> str:
    """What a desk that is tied to nobody has written."""
    return f"{lines} dòng giữ trong máy này" if lines else "Chưa có dòng nào"


def waiting_line(lines: int, month: int) -> str:
    """What the next bundle would carry."""
    return f"{lines} dòng chờ gói tháng {month}" if lines else "Không có dòng nào chờ gửi"


NO_COPY_HERE = "Sổ tập, không phải sao lưu"
NO_DISTRICT = "Chưa nối với cấp trên"
NO_BUNDLE_YET = "Chưa gửi gói nào"
WORDS_WAIT = "Chờ so sáu chữ với cấp trên"
HELP_KEY = "xem trợ giúp"
KEY = "Phím"

# ---- leaving, backing up, checking

LEAVE_TITLE = "Máy đang làm dở một việc"
LEAVE_TEXT = "Đóng bây giờ thì việc ấy dừng ở chỗ an toàn gần nhất, không có tệp nào ghi dở. Sổ không thay đổi."
LEAVE_STAY, LEAVE_GO = "Đợi cho xong", "Dừng việc và đóng"
BACKUP_WHERE = "Chọn nơi cất bản sao lưu, nên là USB"
BACKUP_RUNS = "Đang chép và mở lại bản sao lưu"
BACKUP_DONE = "Đã sao lưu xong"
CHECK_RUNS = "Đang kiểm tra từng trang của sổ"
CHECK_DONE = "Sổ còn nguyên vẹn"
TROUBLE = "Việc này chưa làm được"
STOPPED = "Đã dừng theo ý anh chị. Không có gì thay đổi."
BUG = "Máy gặp chuyện chưa lường trước. Sổ không thay đổi. Mở lại chương trình rồi thử lần nữa."


def backed_up(folder: str, registrations: int, letters: int) -> str:
    """A copy was made, opened and counted."""
    return f"Bản sao nằm trong {folder}: đã mở lại và đếm đủ {registrations} bản ghi, {letters} thư."


def checked(lines: int) -> str:
    """The whole register was looked at."""
    return f"Đã xem mọi trang và nối đủ {lines} dòng nhật ký."


def sorry(code: str) -> str:
    """What support asks for by telephone."""
    return f"Mã để gọi hỗ trợ: {code}"


# ---- the key card and about

KEYS_TITLE = "Thẻ phím tắt"
KEYS_TEXT = "Mỗi việc có một phím. Esc lùi một bước, không làm mất chữ nào đã gõ."
NEW_ENTRY = "Ghi mới"
NAVIGATION = "Các trang"
STATUS = "Dòng trạng thái"
RELEASE = "Phiên bản {}"
ABOUT = "Sổ hộ tịch, thư và gói tháng của xã. Mọi thứ nằm trên máy này, không cần mạng."
PRACTICE = "TẬP"
