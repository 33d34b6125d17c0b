"""Words of the settings page."""

from __future__ import annotations

from collections.abc import Mapping

from common.words.troubles import ROLES

TITLE = "Thiết lập"
OFFICE = "Liên hệ và lời trong thư"
OFFICE_TEXT = "Thư in từ nay theo các ô này; thư đã lập giữ nguyên."
FIELDS: Mapping[str, tuple[str, str]] = {
    "phone": ("Điện thoại của xã", "in trên thư, để người dân gọi lại"),
    "name": ("Tên xã trên đầu thư", "để trống thì theo danh mục đơn vị"),
    "place": ("Địa danh cạnh ngày", "để trống thì theo tên xã"),
    "officer": ("Người liên hệ trong thư chia buồn", "họ tên cán bộ gia đình có thể gọi"),
    "officer-title": ("Chức danh người liên hệ", ""),
    "community": ("Cách gọi cộng đồng", "chọn trong danh sách hoặc gõ"),
    "home-word": ("Cách gọi quê", "quê nhà, bản mình, buôn mình"),
    "book": ("Quyển đang dùng", "điền sẵn khi ghi việc mới"),
    "support": ("Số gọi hỗ trợ", "hiện ở màn hình khóa"),
}
COMMUNITIES = ("xóm làng", "bản làng", "buôn làng", "phum sóc", "khu phố")
SWITCHES: Mapping[str, tuple[str, str]] = {
    "condolence-code": (
        "Thư chia buồn có mã góp ý nhẹ nhàng",
        "Thường để tắt: lúc tang gia không nên hỏi ý kiến. Bật thì trang góp ý hỏi rất khẽ.",
    ),
    "second-person": (
        "Gói tháng có người thứ hai xem lại",
        "Bật thì trước khi ghi gói, một người dùng khác của máy này xem các con số rồi gõ mật khẩu của mình.",
    ),
}
SAVE = "Ghi thiết lập"
SAVED = "Đã ghi thiết lập. Thư đã lập trước đó giữ nguyên."
UNSAVED = "Có thay đổi chưa ghi."
NOTHING_NEW = "Chưa có thay đổi."
PEOPLE = "Người dùng máy này"
PERSON_NAME = "Tên người dùng mới"
PERSON_ROLE = "Vai trò"
PERSON_PASSWORD = "Mật khẩu lần đầu"
PERSON_SHORT = "Mật khẩu có ít nhất 10 ký tự. Bốn chữ dễ nhớ là đủ."
ADD = "Thêm người dùng"
ADDING = "Đang thêm người dùng."
KEYS: Mapping[str, str] = {
    "office": "Ctrl+1",
    "signer": "Ctrl+2",
    "people": "Ctrl+3",
    "called": "Ctrl+4",
    "password": "Ctrl+5",
    "machine": "Ctrl+6",
    "staff": "Ctrl+7",
    "units": "Ctrl+8",
    "numbers": "Ctrl+9",
    "hamlets": "Ctrl+0",
    "questions": "Ctrl+Shift+Q",
}
CALLED = "Tên gọi trên máy"
CALLED_TEXT = "Máy chào và ghi tên theo đây; tên đăng nhập giữ nguyên."
CALLED_WHO, CALLED_NAME = "Tên đăng nhập", "Họ tên hiện ra"
CALLED_ADDRESS, NO_ADDRESS = "Cách gọi", "gọi cả họ tên"
CALLED_TITLE, CALLED_TITLE_HINT = "Chức danh", "cán bộ một cửa, tư pháp - hộ tịch"
CALL = "Ghi tên gọi"
PASSWORD = "Mật khẩu của mình"
PASSWORD_TEXT = "Mỗi người một mật khẩu. Quên thì mở sổ bằng tờ cứu hộ."
PASSWORD_OLD, PASSWORD_NEW, PASSWORD_AGAIN = "Mật khẩu đang dùng", "Mật khẩu mới", "Gõ lại mật khẩu mới"
PASSWORD_WRONG = "Mật khẩu đang dùng chưa đúng. Xem lại phím Caps Lock và bộ gõ."
PASSWORD_OTHER = "Hai lần gõ khác nhau. Gõ lại mật khẩu mới."
CHANGE_PASSWORD = "Đổi mật khẩu"
CHANGING_PASSWORD = "Đang đổi mật khẩu."
PASSWORD_CHANGED = "Đã đổi mật khẩu. Lần mở sổ tới gõ mật khẩu mới."
MACHINE = "Máy này"
TYPE = "Cỡ chữ"
TYPE_KEPT = "Đã đổi cỡ chữ, các trang theo cỡ mới."
GROUND = "Nền"
GROUNDS = {"system": "Theo Windows", "light": "Sáng", "dark": "Tối"}
GROUND_KEPT = "Đã đổi nền. Thư trên màn hình vẫn là giấy trắng, như tờ in ra."
IDLE = "Tự khóa màn hình sau"
IDLE_TEXT = "Chỉ che màn hình, bài đang gõ còn nguyên. Đang in, đang sao lưu thì không khóa."
IDLE_KEPT = "Đã ghi. Không ai chạm phím chuột thì máy tự che màn hình."
NOT_ALLOWED = "Các mục của xã do người quản trị đổi. Tên gọi, mật khẩu của mình, cỡ chữ và nền thì ai cũng đổi được."
TROUBLE = "Chưa ghi được"
LEAVE_TITLE = "Có thiết lập chưa ghi"
LEAVE_TEXT = "Rời trang này thì các ô vừa đổi trở về như cũ."
LEAVE_SAVE, LEAVE_DROP, LEAVE_STAY = "Ghi rồi rời", "Bỏ thay đổi", "Ở lại"


def person(name: str, role: str) -> str:
    """One who may open this register."""
    return f"{name}, {ROLES.get(role, role)}"


def called_now(greeting: str) -> str:
    """Another name for somebody."""
    return f"Đã ghi. Từ nay máy gọi là {greeting}."


def minutes(count: int) -> str:
    """How long nobody touches anything."""
    return f"{count} phút"


def role(code: str) -> str:
    """A role as it stands in the list."""
    return ROLES[code]


def added(name: str) -> str:
    """Another person may open the register."""
    return f"Đã thêm {name}. Báo mật khẩu lần đầu cho người ấy."


def percent(size: int) -> str:
    """A size of the type."""
    return f"{size} %"
