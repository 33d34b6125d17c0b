"""Words of the two records beside each other: what is typed, and what may be in the register already."""

from __future__ import annotations

from collections.abc import Mapping

BACK = "Quay lại"
OTHER_TITLE = "Vì sao đây là bản khác?"
OTHER_TEXT = "Lý do được giữ cùng bản ghi, để người xem lại sau này biết."
OTHER_REASONS = ("Sinh đôi", "Trùng tên, khác gia đình")
OWN_REASON = "Lý do khác"
OTHER_YES = "Giữ cả hai bản"
COMPARE_NOTE = "Chỗ khác nhau có dấu ≠, tô vàng"
DIFFERS = "≠ {text}"
SEE_LETTERS, SEE_LINES = "Xem hai lá thư", "Xem từng dòng"
DRAWING = "Đang vẽ hai lá thư"
NO_SHEET = "Chưa vẽ được thư này"
COMPARE_HINTS: Mapping[str, str] = {
    "birth": "Sinh đôi là hai trẻ khác nhau: chọn “Đây là trẻ khác”, lý do “Sinh đôi”. "
    "Cả hai bản đều được giữ cho tới khi anh chị chọn.",
    "marriage": "Cả hai bản đều được giữ cho tới khi anh chị chọn.",
    "death": "Cả hai bản đều được giữ cho tới khi anh chị chọn.",
}
_COMPARED: Mapping[str, tuple[str, str, str]] = {
    "birth": ("Hai bản này có phải cùng một trẻ?", "Đây là trẻ khác…", "Cùng một trẻ, bỏ bản đang gõ"),
    "marriage": ("Hai bản này có phải cùng một đôi?", "Đây là đôi khác…", "Cùng một đôi, bỏ bản đang gõ"),
    "death": ("Hai bản này có phải cùng một người?", "Đây là người khác…", "Cùng một người, bỏ bản đang gõ"),
}
COMPARED_ROWS: Mapping[str, str] = {
    "child_name": "Họ tên trẻ",
    "husband": "Chồng",
    "wife": "Vợ",
    "husband_residence": "Chồng cư trú",
    "wife_residence": "Vợ cư trú",
    "child_citizen_id": "Số định danh",
    "citizen_id": "Số định danh",
    "deceased_name": "Họ tên người mất",
    "born": "Ngày sinh",
    "sex": "Giới tính",
    "birth_place": "Nơi sinh",
    "mother": "Mẹ",
    "father": "Cha",
    "last_residence": "Nơi cư trú",
    "died_on": "Ngày mất",
    "registered_on": "Ngày đăng ký",
    "declarant": "Người đi khai",
    "letter": "Thư",
}
EMPTY_PART = "để trống"
LETTER_NOT_PRINTED = "chưa in"


def compare_title(event: str) -> str:
    """The question over two records."""
    return _COMPARED[event][0]


def compare_ways(event: str, number: str) -> tuple[str, str, str]:
    """The three ways out: open the kept one, keep both, drop the typed one."""
    return f"Mở bản số {number}", _COMPARED[event][1], _COMPARED[event][2]


def kept_ways(event: str, number: str) -> tuple[str, str, str]:
    """The three ways out where both stand in the register: open the other, keep both, take the one looked at out."""
    return f"Mở bản số {number}", _COMPARED[event][1], _COMPARED[event][2].replace("bản đang gõ", "bản đang xem")


def same_as(number: str) -> str:
    """Why a record was taken out: the other one stays."""
    return f"Trùng với bản số {number}"


KEPT_BOTH = "Đã ghi lý do giữ cả hai bản."
KEPT_HINT = "Cả hai bản đều ở trong sổ. Bản bị bỏ vẫn được giữ lại cùng lý do, số của nó không cấp cho ai khác."
CHANGED_HINT = "Bản sửa chưa ghi. Đúng là hai việc khác nhau thì ghi lý do rồi ghi bản sửa."


def changed_head(number: str) -> str:
    """The heading of a record about to be changed."""
    return f"Số {number}, theo bản sửa"


def typed_head(user: str, clock: str) -> str:
    """The heading of the record being typed; under it by whom and when."""
    return f"Bản đang gõ\n{user}, {clock} hôm nay"


def kept_head(book: str, number: str, who: str, day: str) -> str:
    """The heading of the record that is kept; under it by whom and when."""
    return "\n".join([f"Đã ghi: số {number}, quyển {book}", ", ".join(part for part in (who, day) if part)])


def letter_state(printed: str, delivered: str) -> str:
    """How far the letter of a record is; days as DD/MM."""
    told = [f"đã in {printed}" if printed else LETTER_NOT_PRINTED]
    return ", ".join([*told, f"đã trao {delivered}"] if delivered else told)


def alike_decided(reason: str) -> str:
    """The bar once the clerk has said why both are kept."""
    return f"Giữ cả hai bản. Lý do: {reason}."
