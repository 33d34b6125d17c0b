"""What is said of people at the desk: who there is, who goes, first passwords."""

from collections.abc import Mapping, Sequence


def listed(people: Sequence[tuple[str, str, bool]]) -> list[str]:
    """Login, whole name with work, and a mark for a first password, a line each."""
    return [f"{login}: {full}{' (chưa tự đặt mật khẩu)' if first else ''}" for login, full, first in people]


def password_reset(name: str, password: str) -> str:
    """A first password, told once."""
    return f"Mật khẩu lần đầu của {name} (chỉ hiện một lần, người ấy đổi ngay khi vào): {password}"


def role_given(name: str, role: str) -> str:
    """Another role."""
    return f"{name} nay là {role}, kể từ lần mở sổ tới."


def drafts_passed(count: int, giver: str, taker: str) -> str:
    """Drafts changed hands."""
    return f"{count} bài gõ dở của {giver} nay do {taker} giữ." if count else f"{giver} không còn bài gõ dở nào."


def removed(name: str, copied: bool) -> list[str]:
    """Somebody opens the register no more; what holds for older copies."""
    told = [
        f"{name} không mở được sổ nữa. Sổ đã sang khóa mới; bản ghi, thư, bài gõ dở còn nguyên.",
        "Các bản sao cũ vẫn theo khóa cũ: cất tờ cứu hộ cũ cùng với chúng, đừng bỏ.",
    ]
    return told if copied else [*told, "Chưa sao lưu được theo khóa mới. Sao lưu một bản ngay hôm nay."]


def first_passwords(passwords: Mapping[str, str]) -> list[str]:
    """Everybody who remains, with the password of the first log-in."""
    return [password_reset(name, password) for name, password in passwords.items()]


STAFF = "Người đến, người đi"
STAFF_TEXT = "Chọn một người rồi chọn việc. Bản ghi, thư của người rời quầy vẫn mang tên họ."
STAFF_WHO = "Người"
GIVE_ROLE, RESET, HANDOVER, LEAVE = "Đổi vai", "Mật khẩu lần đầu", "Tờ bàn giao", "Cho rời quầy"
WHICH_ROLE = "Vai mới của {name}"
RESET_TITLE, RESET_YES, RESET_NO = "Đặt mật khẩu lần đầu?", "Đặt mật khẩu", "Để nguyên"
RESET_TEXT = "Mật khẩu đang dùng của {name} sẽ không mở được sổ nữa. Máy nói mật khẩu mới ra một lần."
RESETTING = "Đang đặt mật khẩu."
TAKER = "Ai nhận việc của {name}?"
TAKER_LATER = "Chưa biết, để trống"
HEIR = "Ai giữ tiếp các bài gõ dở của {name}?"
REASON = "Vì sao {name} rời quầy? Ví dụ: chuyển công tác, nghỉ hưu."
LEAVE_TITLE, LEAVE_YES, LEAVE_NO = "Cho {name} rời quầy?", "Làm tiếp", "Thôi, để sau"
LEAVE_TEXT = (
    "Sổ sẽ sang khóa mới, mất chừng một phút; máy đóng sổ rồi trở về màn hình khóa. Cần: mật khẩu của anh chị, "
    "máy in cho tờ cứu hộ mới, giấy bút để ghi mật khẩu lần đầu cho từng người ở lại. Dừng lúc nào trước nút cuối thì "
    "không có gì thay đổi. Nên in tờ bàn giao trước."
)
LEAVE_USE = "Cho rời quầy, dùng tờ mới"
REMOVING = "Đang chép sổ sang khóa mới. Đừng tắt máy."
REMOVED_TITLE, NOT_REMOVED = "Đã đổi khóa", "Chưa đổi khóa"
REMOVED_HINT = "Ghi ra giấy rồi đưa tận tay từng người. Lạc mất thì đặt lại ở Thiết lập, Ctrl+7."
AFTERWARDS = "Sổ đã sang khóa mới. Mở sổ bằng mật khẩu của anh chị như mọi ngày."
OWN_TITLE, OWN_NOW, OWN_LATER = "Đặt mật khẩu của riêng mình", "Đặt bây giờ", "Lần sau"
OWN_TEXT = "Mật khẩu đang dùng do người khác đặt nên còn người biết. Đặt một câu dễ nhớ, ít nhất 10 ký tự."
OWN_NEW, OWN_AGAIN = "Mật khẩu mới, ít nhất 10 ký tự", "Gõ lại mật khẩu mới"
OWN_SHORT = "Mật khẩu chưa đủ 10 ký tự nên chưa đổi. Gõ một câu dài hơn."
OWN_OTHER = "Hai lần gõ khác nhau nên chưa đổi. Gõ lại từ đầu."
OWN_DONE = "Đã đặt. Lần mở sổ tới gõ mật khẩu mới."


def told_removed(name: str, copied: bool, passwords: Mapping[str, str]) -> str:
    """After the exchange: what holds, and the first passwords, once."""
    lines = removed(name, copied)
    if passwords:
        lines += ["", "Mật khẩu lần đầu, chỉ hiện một lần:", *(f"{one}:  {told}" for one, told in passwords.items())]
        lines += ["", REMOVED_HINT]
    return "\n".join(lines)
