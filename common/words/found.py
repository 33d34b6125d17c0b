"""Why a registration is among the hits of a search."""

from __future__ import annotations

from collections.abc import Iterable

NEAR = "gõ gần giống"
KEYS = "đoán theo phím đã gõ"
ALIKE = "i, y viết khác"
OTHER_MARKS = "khác dấu"
MOTHER, FATHER, DECLARANT = "mẹ", "cha", "người đi khai"
CHILD, HUSBAND, WIFE, DECEASED = "trẻ", "chồng", "vợ", "người mất"
CODE_NEAR = "Mã gõ lệch một hai chữ; đây là thư có mã gần giống nhất. So lại với mã trên thư trước khi dùng."
CODE_OTHER = "Không có thư nào của quầy này mang mã ấy. Có thể thư do quầy khác in; xem lại từng chữ của mã."
CARD_READ = "Đã tìm theo thẻ căn cước vừa quét. Những gì đọc từ thẻ không được giữ lại."
CARD_UNKNOWN = (
    "Chưa có bản ghi nào của người trên thẻ vừa quét, theo số cũng như theo tên và ngày sinh. Thẻ không được giữ lại."
)


def joined(told: Iterable[str]) -> str:
    """Several reasons in one line."""
    return ", ".join(told)


def role(who: str, name: str) -> str:
    """Somebody whom the line does not name otherwise."""
    return f"{who}: {name}"


def number_of(who: str) -> str:
    """Whose personal number it is."""
    return f"số định danh của {who}"


def number_ends(who: str) -> str:
    """Whose personal number ends so."""
    return f"số định danh của {who} có đuôi này"


def born(who: str, day: str) -> str:
    """Whose day of birth it is."""
    return f"{who} sinh {day}"


def died(day: str) -> str:
    """The day of death."""
    return f"mất {day}"


def registered(day: str) -> str:
    """The day of registration."""
    return f"đăng ký {day}"


def place(text: str) -> str:
    """A place of somebody in it."""
    return f"nơi chốn: {text}"


def kept_at(unit: str) -> str:
    """The commune in whose book it stands."""
    return f"ghi tại {unit}"
