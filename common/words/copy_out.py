"""Words of the panel that copies a registration field by field, and of the question before an export."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

TITLE = "Chép sang phần mềm của Bộ"
BUTTON, SHORT = "Chép sang phần mềm của Bộ", "Chép sang Bộ"
FIELDS = "Các ô theo thứ tự của Bộ"
NUMBER, FIELD = "Số", "Ô"
COPY, AGAIN, OTHER, LEAVE = "Chép ô này", "Chép lại", "Kiểu khác", "Đóng"
ON_TOP = "Luôn nằm trên (F8)"
EMPTY, HIDDEN = "để trống", "vai trò này không xem"
FIRST = "Bấm Enter để chép ô đầu, sang phần mềm của Bộ dán bằng Ctrl+V, rồi trở lại đây bấm Enter."
COPIED = "Đã chép. Dán sang bên kia, rồi Enter chép ô tiếp."
BLANK = "Ô này không có gì để dán. Bảng nhớ tạm đã xóa, bấm Enter chép ô tiếp."
LAST = "Đã chép ô cuối. Bấm Esc để đóng; bảng nhớ tạm được xóa theo."
FORGOTTEN = "Quá một phút nên bảng nhớ tạm đã xóa, vì có tên người dân. Bấm phím cách để chép lại."
HINT = "Gõ số hoặc chữ đầu để tới ô khác. Đóng là bảng nhớ tạm được xóa."

EXPORT_TITLE = "Xuất theo cột của Bộ"
EXPORT_RUNS = "Đang xuất theo cột của Bộ"
EXPORT_DONE = "Đã xuất"
EXPORT_YES = "Chọn nơi ghi"
PERIOD, FIRST_DAY, LAST_DAY, EVENT, FORM, WHOLE, REASON = (
    *("Kỳ", "Từ ngày", "Đến hết ngày", "Loại việc", "Tệp", "Số giấy tờ, dân tộc, nguyên nhân chết"),
    "Xuất để làm gì",
)
DAYS, DAYS_HINT = "Chọn ngày ở hai ô bên", "như 01/11/2026"
REASON_HINT = "như: đối chiếu với phần mềm của Bộ tháng 10"
EVENTS: Mapping[str, str] = {"": "Tất cả", "birth": "Khai sinh", "marriage": "Kết hôn", "death": "Khai tử"}
FORMS: Mapping[str, str] = {"xlsx": "Bảng tính XLSX, mỗi loại việc một trang", "csv": "CSV, mỗi loại việc một tệp"}
KINDS: Mapping[str, str] = {"xlsx": "Bảng tính (*.xlsx)", "csv": "CSV (*.csv)"}
LESS, MORE = "Không kèm", "Kèm đủ"
REPLACE, NOT_NOW = "Ghi thay", "Thôi"


def already(names: Sequence[str]) -> str:
    """Files of these names stand where the new ones would go."""
    return f"Ở đó đã có {', '.join(names)}. Ghi thay thì nội dung cũ mất; muốn giữ thì chọn Thôi rồi đặt tên khác."


def place_of(at: int, count: int) -> str:
    """Which field of how many."""
    return f"Ô {at} trong {count}"


def head(event: str, number: str) -> str:
    """Which registration is being copied; nobody's name."""
    return f"{EVENTS[event]} số {number}" if number else EVENTS[event]


def periods(today: date) -> tuple[tuple[str, str], ...]:
    """What is asked for most: this month and the five before, four quarters, two years; then days of one's own."""
    months = [(today.year * 12 + today.month - 1 - back) for back in range(6)]
    quarters = [(today.year * 4 + (today.month - 1) // 3 - back) for back in range(4)]
    found = [(f"{month // 12}-{month % 12 + 1:02}", f"Tháng {month % 12 + 1}/{month // 12}") for month in months]
    found += [(f"{quarter // 4}-Q{quarter % 4 + 1}", f"Quý {quarter % 4 + 1}/{quarter // 4}") for quarter in quarters]
    found += [(str(year), f"Năm {year}") for year in (today.year, today.year - 1)]
    return (*found, ("", DAYS))


def file_name(period: str, event: str, form: str) -> str:
    """What the file is called to begin with."""
    kind = {"": "so-ho-tich", "birth": "khai-sinh", "marriage": "ket-hon", "death": "khai-tu"}[event]
    return f"{kind}-{period.replace('..', '-den-')}.{form}"
