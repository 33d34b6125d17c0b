"""Words of the first run: which commune, who signs, who opens the machine, the rescue sheet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

TITLE = "Cài đặt lần đầu"
CONTEXT = ("khoảng 8 phút", "còn khoảng 6 phút", "còn khoảng 5 phút", "còn khoảng 3 phút", "xong")
STEPS = (
    ("Xã của mình", "tên, mã, cấp trên"),
    ("Người ký thư", "họ tên, chức danh, điện thoại"),
    ("Người dùng đầu tiên", "tên và mật khẩu mở máy"),
    ("Tờ cứu hộ", "giữ chìa khóa của xã"),
    ("Xong", "bắt đầu làm việc"),
)
NEXT = ("Tiếp: người ký thư", "Tiếp: người dùng", "Lập sổ của xã", "Tiếp: xong", "Bắt đầu")
BACK = "Quay lại"
COMMUNE_TITLE = "Anh chị làm việc ở xã nào?"
COMMUNE_TEXT = "Gõ vài chữ, không cần dấu. Danh mục có sẵn trong máy, không cần mạng."
COMMUNE_FIELD = "Xã, phường, đặc khu"
COMMUNE_HINT = "Ví dụ: an lien, hoặc an lien, nam hai"
COMMUNE_LIST = "Các xã tìm thấy"
COMMUNE_NONE = "Chưa thấy xã nào. Thử tên xã cũ, hoặc thêm tên tỉnh sau dấu phẩy."
COMMUNE_FIRST = "Nút mở khi đã chọn một xã."
NO_NETWORK = "Máy này không cần mạng."
NO_NETWORK_TEXT = "Mọi thứ nằm trong máy, chỉ rời máy khi anh chị tự chép gói tháng ra USB."
SIGNER_TITLE = "Ai ký thư của xã?"
SIGNER_TEXT = "Họ tên in đúng như gõ, không ghi học hàm, học vị. Sau này đổi người ký ở trang Thiết lập."
SIGNER_NAME = "Họ tên người ký"
SIGNER_NAME_HINT = "Ví dụ: Phạm Quốc Thịnh"
SIGNER_POST = "Chức danh"
POSTS = ("Chủ tịch", "Phó Chủ tịch", "TM. Ủy ban nhân dân / Chủ tịch", "Q. Chủ tịch")
PHONE = "Điện thoại của xã"
PHONE_HINT = "Số để người dân gọi lại, in trên thư"
SIGNER_EMPTY = "Nhập họ tên người ký thư."
PHONE_EMPTY = "Nhập số điện thoại để người dân gọi được."
USER_TITLE = "Ai mở máy này?"
USER_TEXT = "Người này là người quản trị: thêm người khác, đổi thiết lập. Mật khẩu không nằm ở đâu ngoài trí nhớ."
USER_NAME = "Tên người dùng"
USER_NAME_HINT = "Ví dụ: Nguyễn Thu Hằng"
PASSWORD = "Mật khẩu"
PASSWORD_HINT = "Ít nhất 10 ký tự, nên là bốn chữ dễ nhớ"
PASSWORD_AGAIN = "Gõ lại mật khẩu"
USER_EMPTY = "Nhập tên người dùng."
PASSWORD_SHORT = "Mật khẩu có ít nhất 10 ký tự. Bốn chữ dễ nhớ là đủ."
PASSWORD_DIFFERS = "Hai lần gõ chưa giống nhau. Gõ lại."
MAKING = "Đang lập sổ và khóa dữ liệu."
SHEET_TITLE = "Giữ chìa khóa của xã"
SHEET_TEXT = "Mất cả mật khẩu lẫn tờ cứu hộ thì không ai mở lại được dữ liệu, kể cả người làm phần mềm."
SHEET_COPY = "1. Chép tám nhóm chữ ra giấy"
SHEET_COPY_TEXT = "Viết rõ từng chữ. Bỏ phong bì, niêm phong, để két của văn phòng. Không chụp ảnh, không gửi qua mạng."
SHEET_HIDE = "Đã chép xong, che tờ này"
SHEET_SHOW = "Xem lại tờ cứu hộ"
SHEET_TRY = "2. Làm thử ngay bây giờ"
SHEET_TRY_TEXT = "Nhìn tờ giấy vừa chép, gõ ba nhóm dưới đây để chắc tờ giấy đọc được."
SHEET_FIRST = "Nút mở khi ba nhóm đã đúng."
SHEET_HIDDEN = "Tờ cứu hộ đang được che. Nhìn vào tờ giấy vừa chép."
SHEET_HEAD = "Tờ cứu hộ"
SHEET_LINES = (
    "Không chụp ảnh, không gửi qua mạng.",
    "Dùng khi quên mật khẩu, cùng bản sao lưu.",
)
SHEET_ONCE = "Tờ này chỉ hiện một lần, trong lần cài đặt này."
LEAVE_TITLE = "Tờ cứu hộ chưa thử xong"
LEAVE_TEXT = "Đóng bây giờ thì tờ cứu hộ không hiện lại nữa. Sổ đã lập, mật khẩu vẫn mở được."
LEAVE_STAY, LEAVE_GO = "Ở lại chép cho xong", "Đóng, tôi đã có tờ giấy"
DONE_TITLE = "Xong rồi"
DONE_TEXT = "Sổ của xã đã sẵn sàng. Mọi thứ đổi lại được ở trang Thiết lập."
DONE_NEXT = (
    "Bấm Bắt đầu, gõ mật khẩu vừa đặt, rồi ghi việc đầu tiên.",
    "Nối với cấp trên: trang Gửi cấp trên, Trao đổi khóa. Chưa nối vẫn ghi sổ và in thư được.",
    "Sao lưu ra USB mỗi tuần: thực đơn Tệp, Sao lưu ngay.",
)
LETTERHEAD = "Đầu thư sẽ như thế này"
LETTERHEAD_TEXT = "Tên xã, người ký có thể đổi về sau. Thư cũ luôn giữ tên lúc in."
TROUBLE = "Chưa lập được sổ"


def commune_under(parent: str, code: str) -> str:
    """The second line of a commune in the list."""
    return f"{parent}, mã {code}"


def merged(old: Sequence[str]) -> str:
    """The old communes that went into this one."""
    return f"Gộp từ: {', '.join(old)}." if old else ""


def group_label(number: int) -> str:
    """Which group of the sheet to type."""
    return f"Nhóm {number}"


def groups_right(count: int) -> str:
    """How many of the three are right so far."""
    return ("chưa nhóm nào đúng", "một nhóm đã đúng", "hai nhóm đã đúng", "cả ba nhóm đã đúng")[count]


def sheet_head(unit: str) -> str:
    """The head of the rescue sheet."""
    return f"TỜ CỨU HỘ, {unit.upper()}"


def sheet_made(on: date) -> str:
    """When the sheet was made, and a line for whoever keeps it."""
    return f"Lập ngày {on:%d/%m/%Y}. Người giữ: …………"


def summary(unit: str, signer: str, user: str) -> tuple[str, ...]:
    """What was set up."""
    return (f"Sổ của {unit}", f"Người ký thư: {signer}", f"Người quản trị: {user}")


def place_line(place: str) -> str:
    """The dated line of a letter, before there is a date."""
    return f"{place or '…'}, ngày … tháng … năm …"
