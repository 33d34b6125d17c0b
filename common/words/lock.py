"""Words of the lock."""

from __future__ import annotations

WHO = "Ai đang ngồi máy?"
OPEN = "Mở khóa"
OPENING = "Đang mở sổ…"
FIVE = "Sai 5 lần thì đợi 1 phút."
WELCOME = "Chọn tên mình rồi gõ mật khẩu."
NO_NAMES = "Máy chưa đọc được danh sách người dùng. Gõ tên và mật khẩu."
NAME = "Tên người dùng"
NO_PASSWORD = "Gõ mật khẩu rồi bấm Enter."
OFFLINE = "Không cần mạng"


def password_of(user: str) -> str:
    """The label over the password."""
    return f"Mật khẩu của {user}" if user else "Mật khẩu"


def kept(at: str) -> str:
    """The screen was locked during work."""
    return f"Máy tạm khóa từ {at}. Bài đang gõ còn nguyên, mở khóa là làm tiếp."


def wrong(left: int) -> str:
    """The password did not open the register."""
    return f"Mật khẩu chưa đúng. Xem lại phím Caps Lock và bộ gõ, rồi gõ lại; còn {left} lần thử."


def wait(seconds: int) -> str:
    """Too many wrong passwords."""
    return f"Đã gõ chưa đúng 5 lần. Đợi {seconds} giây rồi gõ lại."
