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
