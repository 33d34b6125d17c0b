"""Words of the lock."""

from __future__ import annotations

from collections.abc import Mapping

WHO = "Ai đang ngồi máy?"
OPEN = "Mở khóa"
OPENING = "Đang mở sổ…"
FIVE = "Sai 5 lần thì đợi 1 phút."
WELCOME = "Chọn tên mình rồi gõ mật khẩu."
NO_NAMES = "Máy chưa đọc được danh sách người dùng. Gõ tên và mật khẩu."
NAME = "Tên người dùng"
NO_PASSWORD = "Gõ mật khẩu rồi bấm Enter."
OFFLINE = "Không cần mạng"

# ---- the PIN of a running session

PIN_NOTE = "6 số. Sai 5 lần thì dùng mật khẩu."
PIN_SHORT = "Mã PIN có 6 số, gõ đủ rồi bấm Enter."
PIN_GONE = "Mã PIN đã gõ chưa đúng 5 lần nên máy bỏ mã ấy. Bài đang gõ còn nguyên, gõ mật khẩu để làm tiếp."
PIN_FORGOTTEN = "Gõ mật khẩu để làm tiếp. Bài đang gõ còn nguyên."
PIN_TITLE = "Đặt mã PIN cho buổi làm này"
PIN_TEXT = "Màn hình đã che. Mã PIN mở lại nhanh khi anh chị quay về; tắt chương trình thì máy quên mã."
PIN_NEW, PIN_AGAIN = "Mã PIN mới, 6 số", "Gõ lại mã PIN"
PIN_SET, PIN_SKIP = "Nhớ mã PIN rồi khóa", "Khóa không cần mã PIN"
PIN_EASY = "Mã này dễ đoán. Chọn 6 số khác."
PIN_OTHER = "Hai lần gõ khác nhau. Gõ lại cả hai ô."

# ---- the links

FORGOT_PIN = "Quên mã PIN"
FORGOT_PASSWORD = "Quên mật khẩu"
CHANGE_PERSON = "Đổi người, bài đang gõ giữ riêng"
PRACTISE = "Vào chế độ tập"
TAKE_BACK, SALVAGE = "Khôi phục từ bản sao", "Đọc cứu hộ"
KEYS: Mapping[str, str] = {"forgot": "F2", "change": "F4", "take-back": "F6", "salvage": "F7", "practise": "F8"}
STAYS_OPEN = "Người trước còn một việc chưa xong nên sổ chưa đổi người. Mời người ấy mở khóa trước."
CHANGING = "Chọn tên mình rồi gõ mật khẩu. Bài đang gõ của người trước được giữ riêng."

# ---- the rescue sheet

RESCUE_TITLE = "Mở sổ bằng tờ cứu hộ"
RESCUE_CODE = "Tám nhóm chữ trên tờ cứu hộ"
RESCUE_NEW, RESCUE_AGAIN = "Mật khẩu mới", "Gõ lại mật khẩu mới"
RESCUE_SET, BACK = "Đặt mật khẩu mới rồi mở sổ", "Trở lại"
RESCUE_HINT = "gõ liền hay cách đều được, máy tự chia nhóm"
RESCUE_LONG = "có ít nhất 10 ký tự; bốn chữ dễ nhớ là đủ"
PASSWORD_SHORT = "Mật khẩu có ít nhất 10 ký tự. Bốn chữ dễ nhớ là đủ."
PASSWORD_OTHER = "Hai lần gõ khác nhau. Gõ lại mật khẩu mới."

# ---- practice

PRACTICE_LATER = "Máy chưa biết đây là xã nào. Mở sổ một lần bằng mật khẩu, lần sau vào tập được."
LEAVE_PRACTICE = "Rời chế độ tập"
PRACTICE_OPENING = "Đang mở sổ tập…"


def password_of(user: str) -> str:
    """The label over the password."""
    return f"Mật khẩu của {user}" if user else "Mật khẩu"


def pin_of(user: str) -> str:
    """The label over the PIN."""
    return f"Mã PIN của {user}"


def office(unit: str, parent: str) -> str:
    """The line under the program's name."""
    return ", ".join(part for part in (f"Ủy ban nhân dân {unit}", parent) if part) if unit else ""


def at_work(work: str, drafts: int) -> str:
    """The line under a name: what the person does, and what lies open."""
    return ", ".join(part for part in (work, f"đang gõ dở {drafts} bài" if drafts else "") if part)


def support(phone: str) -> str:
    """Whom to call."""
    return f"Hỗ trợ: {phone}" if phone else ""


def kept(at: str) -> tuple[str, str]:
    """The screen was locked during work: since when, and what of the work."""
    return f"Máy tạm khóa từ {at}.", "Bài đang gõ còn nguyên, mở khóa là làm tiếp."


def wrong(left: int) -> str:
    """The password did not open the register."""
    return f"Mật khẩu chưa đúng. Xem lại phím Caps Lock và bộ gõ, rồi gõ lại; còn {left} lần thử."


def wrong_pin(left: int) -> str:
    """The PIN did not open the session."""
    return f"Mã PIN chưa đúng, còn {left} lần thử. Bài đang gõ còn nguyên."


def wait(seconds: int) -> str:
    """Too many wrong passwords."""
    return f"Đã gõ chưa đúng 5 lần. Đợi {seconds} giây rồi gõ lại."


def rescue_text(user: str) -> str:
    """What the rescue sheet is for."""
    return f"Lấy tờ cứu hộ trong két. {user} đặt mật khẩu mới, sổ và thư giữ nguyên."


def rescue_short(groups: int) -> str:
    """The code is not whole yet."""
    return f"Tờ cứu hộ có tám nhóm bốn chữ, ô này mới đủ {groups} nhóm."
