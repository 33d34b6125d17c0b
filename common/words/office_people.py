"""What the district says of the people who sit there and of the list of what was done."""

from collections.abc import Mapping

TROUBLES = {
    "user-name-used": (
        "Tên {name} từng là của một người đã thôi. Chưa thêm ai. Chọn tên khác, để danh sách việc đã làm không lẫn "
        "hai người."
    ),
    "last-administrator": (
        "{name} là người quản trị duy nhất. Chưa có gì thay đổi. Cho một người khác làm quản trị trước, rồi làm lại."
    ),
    "password-for-keys": (
        "Vai này mở được khóa của nơi nhận, nên cần mật khẩu mới của {name} ngay lúc này. Chưa có gì thay đổi. "
        "Gõ mật khẩu mới, hoặc mời người ấy gõ, rồi làm lại."
    ),
    "not-this-password": (
        "Mật khẩu của anh chị chưa đúng. Chưa có gì thay đổi. Gõ lại mật khẩu đang dùng để vào trang này."
    ),
    "too-many-passwords": (
        "Đã gõ sai nhiều lần. Chưa có gì thay đổi, máy nghỉ nhận mật khẩu một lúc. Đợi mười lăm phút rồi làm lại."
    ),
}
ROLES: Mapping[str, str] = {
    "officer": "cán bộ",
    "leader": "lãnh đạo",
    "auditor": "kiểm tra",
    "administrator": "quản trị",
}
MAY_DO: Mapping[str, str] = {
    "view": "Xem bảng tổng, các xã, báo cáo",
    "import": "Nhận gói, gỡ hai nội dung, trả biên nhận",
    "comments": "Đọc lời góp ý của người dân",
    "network": "Ghi mạng của xã, để ghi chú góp ý gửi từ đó",
    "enrol": "Nhận thẻ, xác nhận sáu chữ, thu hồi khóa",
    "plan": "Sửa kế hoạch triển khai",
    "backup": "Sao lưu nơi nhận",
    "user": "Thêm, đổi, bớt người dùng",
    "journal": "Xem nhật ký: ai đã làm gì, đã xem gì",
}
ACTS: Mapping[str, str] = {
    "view": "xem",
    "import": "nhận gói",
    "take-tray": "nhận các gói trên bàn",
    "release": "đọc lại dòng để riêng",
    "enrol": "lập tệp khóa",
    "enrol-anyway": "lập tệp khóa theo số quầy, không có khóa cũ",
    "confirm": "xác nhận sáu chữ",
    "drop": "bỏ lượt chờ",
    "revoke": "thu hồi khóa",
    "revoke-older": "thu hồi khóa cũ",
    "end-desk": "cho quầy thôi dùng",
    "settle-fork": "gỡ hai nội dung",
    "update": "ký tệp cập nhật cho các quầy",
    "user-add": "thêm người dùng",
    "user-change": "đổi vai hoặc mật khẩu",
    "user-remove": "cho người dùng thôi",
    "put-back": "làm tiếp trên bản sao lưu",
    "questions": "đổi bộ câu hỏi",
    "network-enter": "ghi mạng của xã",
    "network-leave": "bỏ mạng của xã",
    "plan": "sửa kế hoạch triển khai",
    "plan-drop": "bỏ khỏi kế hoạch triển khai",
    "plan-goal": "ghi mốc phải đạt",
    "plan-goal-drop": "bỏ mốc phải đạt",
}
_SUBJECTS = {
    "wall": "bảng tổng {rest}",
    "desk": "quầy {rest}",
    "fork": "hai nội dung của quầy {rest}",
    "unit": "đơn vị {rest}",
    "user": "{rest}",
    "set": "bộ {rest}",
    "units": "danh mục ngày {rest}",
    "handed": "bản ngày {rest}",
    "keys": "khóa các xã",
    "updates": "cập nhật cho các quầy",
    "people": "người dùng",
    "journal": "nhật ký {rest}",
    "report": "báo cáo {rest}",
    "opinions": "góp ý {rest}",
    "comments": "lời góp ý {rest}",
    "receipt": "biên nhận, quầy/số {rest}",
    "communes": "các xã",
    "rollout": "kế hoạch triển khai",
    "tray": "bàn nhận gói {rest}",
    "import": "bàn nhận gói",
    "lines": "dòng để riêng",
}


MEMBERS: Mapping[str, str] = {
    "letters.json": "mẫu thư",
    "calendars.json": "lịch báo cáo",
    "questions.json": "bộ câu hỏi",
    "units.tsv": "danh mục xã, phường",
}
IDENTITY = 64


def act(code: str) -> str:
    """An act as the list tells it; one that a newer program wrote stands under its own name."""
    return ACTS.get(code, code)


def subject(text: str) -> str:
    """What an act touched; a document by the beginning of its identity."""
    kind, _, rest = text.partition(" ")
    if kind == "handed":
        day, *members = rest.split(" ")
        rest = f"{day}: {', '.join(MEMBERS.get(one, one) for one in members)}"
    if len(kind) == IDENTITY and not rest:
        return f"gói {kind[:12]}…"
    return _SUBJECTS.get(kind, text).format(rest=rest).strip()


def listed(name: str, role: str, since: str) -> str:
    """One person in the list."""
    return f"{name}, {ROLES.get(role, role)}, từ {since[8:10]}/{since[5:7]}/{since[:4]}"


def changed(name: str, role: str, password: str) -> str:
    """Somebody has another role or password; it is told only where the machine made it."""
    told = f" Mật khẩu mới: {password}" if password else ""
    return f"{name} nay là {ROLES.get(role, role)}. Người ấy phải đăng nhập lại.{told}"


def removed(name: str) -> str:
    """Somebody comes in no more."""
    return f"{name} không vào được nữa. Những việc đã làm vẫn còn trong nhật ký."


def line(at: str, user: str, done: str, touched: str) -> str:
    """One line of the list of acts, its parts as they are told."""
    return f"{at}  {user}: {done}{f', {touched}' if touched else ''}"
