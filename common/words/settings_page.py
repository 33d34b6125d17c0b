"""Words of the settings page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from common.words.troubles import ROLES

TITLE = "Thiết lập"
OFFICE = "Liên hệ và lời trong thư"
OFFICE_TEXT = "Thư in từ nay theo các ô này; thư đã lập giữ nguyên."
FIELDS: Mapping[str, tuple[str, str]] = {
    "phone": ("Điện thoại của xã", "in trên thư, để người dân gọi lại"),
    "officer": ("Người liên hệ trong thư chia buồn", "họ tên cán bộ gia đình có thể gọi"),
    "officer-title": ("Chức danh người liên hệ", ""),
    "community": ("Cách gọi cộng đồng", "chọn trong danh sách hoặc gõ"),
    "home-word": ("Cách gọi quê", "quê nhà, bản mình, buôn mình"),
    "book": ("Quyển đang dùng", "điền sẵn khi ghi việc mới"),
    "support": ("Số gọi hỗ trợ", "hiện ở màn hình khóa, để gọi khi máy có chuyện"),
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
SIGNER = "Người ký thư"
SIGNER_NAME = "Họ tên người ký mới"
SIGNER_POST = "Chức danh"
SIGN = "Ký từ hôm nay"
SIGNER_NONE = "Chưa có người ký. Thư chưa in được."
SIGNER_TITLE = "Đổi người ký từ hôm nay?"
SIGN_YES, SIGN_NO = "Đổi người ký", "Giữ như cũ"
PEOPLE = "Người dùng máy này"
PERSON_NAME = "Tên người dùng mới"
PERSON_ROLE = "Vai trò"
PERSON_PASSWORD = "Mật khẩu lần đầu"
PERSON_SHORT = "Mật khẩu có ít nhất 10 ký tự. Bốn chữ dễ nhớ là đủ."
ADD = "Thêm người dùng"
ADDING = "Đang thêm người dùng."
TYPE = "Cỡ chữ"
TYPE_TEXT = "Đổi xong, mở lại chương trình để mọi trang theo cỡ mới."
TYPE_KEPT = "Đã ghi cỡ chữ. Mở lại chương trình để mọi trang theo cỡ mới."
NOT_ALLOWED = "Chỉ người quản trị đổi được các mục này. Cỡ chữ thì ai cũng đổi được."
TROUBLE = "Chưa ghi được"
LEAVE_TITLE = "Có thiết lập chưa ghi"
LEAVE_TEXT = "Rời trang này thì các ô vừa đổi trở về như cũ."
LEAVE_SAVE, LEAVE_DROP, LEAVE_STAY = "Ghi rồi rời", "Bỏ thay đổi", "Ở lại"


def signer(name: str, authority: Sequence[str], since: date, now: bool) -> str:
    """One who signs, or signed."""
    begin = f"{name}, {' / '.join(authority)}, từ {since:%d/%m/%Y}"
    return f"{begin} (đang ký)" if now else begin


def person(name: str, role: str) -> str:
    """One who may open this register."""
    return f"{name}, {ROLES.get(role, role)}"


def role(code: str) -> str:
    """A role as it stands in the list."""
    return ROLES[code]


def sign_question(name: str) -> str:
    """Before another person signs."""
    return f"Từ hôm nay thư mới do {name} ký. Thư đã lập giữ người ký cũ."


def signs_now(name: str) -> str:
    """Another person signs."""
    return f"Từ hôm nay {name} ký thư."


def added(name: str) -> str:
    """Another person may open the register."""
    return f"Đã thêm {name}. Báo mật khẩu lần đầu cho người ấy."


def percent(size: int) -> str:
    """A size of the type."""
    return f"{size} %"
