"""What is said of the office's letter templates: their versions, what stands in the way, the command line."""

from collections.abc import Mapping
from datetime import date

TROUBLES: Mapping[str, str] = {
    "no-such-letter-template": "Không có mẫu thư {name}. Chưa có gì thay đổi. Xem lại danh sách mẫu rồi chọn lại.",
    "template-not-a-draft": (
        "Bản {version} của mẫu {name} đã duyệt nên lời của bản ấy giữ nguyên mãi. "
        "Chưa có gì thay đổi. Bắt đầu một bản thảo mới rồi sửa ở đó."
    ),
    "template-not-approved": (
        "Bản {version} của mẫu {name} chưa được duyệt nên không có gì để thôi dùng. Bản thảo thì anh chị bỏ đi là được."
    ),
    "template-day-past": (
        "Mẫu thư chỉ có hiệu lực từ hôm nay trở đi. Thư đã viết giữ nguyên lời cũ. Chọn hôm nay hoặc một ngày sau đó."
    ),
    "template-file": (
        "Tệp {file} chưa phải là một mẫu thư viết bằng chữ UTF-8. Chưa có gì thay đổi. "
        "Mở tệp bằng Notepad, lưu lại với mã UTF-8 rồi lấy vào."
    ),
    "template-file-name": (
        "Tệp {file} không nói mẫu thư nào. Chưa có gì thay đổi. "
        "Đặt tên tệp theo tên mẫu, ví dụ birth-card.txt, rồi lấy vào lại."
    ),
    "template-no-layout": ("Không có khuôn thư {name}. Chưa có gì thay đổi. Chọn một khuôn có sẵn: {known}."),
    "template-title-empty": "Mẫu thư mới chưa có tên. Chưa có gì thay đổi. Đặt cho mẫu một tên ngắn, dễ nhận.",
    "template-not-sound": (
        "Mẫu thư {name} chưa dùng được. {place}: {what} Chưa có gì thay đổi. Nhờ nơi gửi sửa rồi gửi lại."
    ),
}
STATES: Mapping[str, str] = {
    "shipped": "đi kèm phần mềm",
    "draft": "bản thảo",
    "approved": "đã duyệt",
    "withdrawn": "đã thôi dùng",
}
LAYOUT_TITLES: Mapping[str, str] = {
    "birth-card": "Khai sinh, thẻ A5",
    "birth-official": "Khai sinh, khổ A4",
    "marriage-card": "Kết hôn, thẻ A5",
    "condolence-card": "Khai tử, thẻ A5",
    "thanks-card": "Cảm ơn, thẻ A5",
    "apology-official": "Xin lỗi, khổ A4",
    "birth-back-en": "Khai sinh, mặt sau tiếng Anh",
    "marriage-back-en": "Kết hôn, mặt sau tiếng Anh",
}
UPDATE_PUT_BACK = "gỡ bản cập nhật đã mang mẫu này"
NEWER_SHIPPED = (
    "Bản mới của phần mềm có mẫu này ở bản {shipped}. Thư của xã vẫn theo bản {mine} đã duyệt, "
    "cho tới khi lãnh đạo thôi dùng bản ấy."
)
SAVED = "Đã giữ bản thảo {version} của mẫu {name}."
APPROVED = "Đã duyệt bản {version} của mẫu {name}, dùng từ ngày {day}."
WITHDRAWN = "Đã thôi dùng bản {version} của mẫu {name}. Thư viết từ nay theo bản trước đó."
WRITTEN = "Đã ghi mẫu {name} ra {file}."
DRAWN = "Đã vẽ mẫu {name} với {case} ra {file}."
NAME_HELP = "Tên mẫu; để trống thì theo tên tệp."
SOUND = "Mẫu đọc được, mọi trường hợp đều vừa trang."


def version_line(version: int, state: str, from_day: date | None, in_force: bool) -> str:
    """One version in one line."""
    since = f", từ {from_day:%d/%m/%Y}" if from_day else ""
    now = ", đang dùng" if in_force else ""
    return f"bản {version}: {STATES[state]}{since}{now}"


def newer_shipped(shipped: int, mine: int) -> str:
    """That the program brings a higher version than the one in force."""
    return NEWER_SHIPPED.format(shipped=shipped, mine=mine)
