"""Words of those who sign: the list, one entry, what is worth knowing before it is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

CARD = "Người ký thư"
CARD_TEXT = "Nhiều người ký cùng lúc được, mỗi người một chức danh. Thư đã lập giữ nguyên người ký."
LIST = "Những người ký thư"
COLUMNS = ("Họ tên, chức danh", "Thời gian ký")
ADD, OPEN = "Thêm người ký", "Sửa, ghi ngày cuối"
NEW_TITLE, OLD_TITLE = "Thêm người ký", "Người ký"
NAME, NAME_HINT = "Họ và tên", "Ví dụ: Phạm Quốc Thịnh"
TITLE, TITLE_HINT = "Chức danh trên thư", "Chọn, hoặc gõ; xuống dòng bằng dấu /"
FIRST, LAST = "Ký từ ngày", "Ký đến hết ngày"
LAST_HINT = "Để trống khi chưa biết"
USUAL = "Không chọn ai thì người này ký"
USUAL_WORDS: Mapping[str, str] = {
    "every": "mọi thư",
    "birth": "thư mừng khai sinh",
    "marriage": "thư mừng kết hôn",
    "death": "thư chia buồn",
    "thanks": "thư cảm ơn",
    "apology": "thư xin lỗi",
}
FORMS = (
    "Chủ tịch",
    "KT. Chủ tịch / Phó Chủ tịch",
    "TM. Ủy ban nhân dân / Chủ tịch",
    "TM. Ủy ban nhân dân / KT. Chủ tịch / Phó Chủ tịch",
    "Q. Chủ tịch",
    "TUQ. Chủ tịch / Công chức tư pháp - hộ tịch",
    "TL. Chủ tịch / Chánh Văn phòng",
)
"""LOOK.md 3.1 and NĐ 30/2020: what usually stands above a name."""
BLOCK, BLOCK_NAME, BLOCK_ROOM = "Trên thư sẽ là", "Khối chữ ký trên thư", "chữ ký, dấu"
KEEP, LEAVE, REMOVE = "Ghi", "Thôi", "Bỏ dòng này"
SIGNED = "Đã có thư mang tên này: tên, chức danh và ngày đầu giữ nguyên. Đổi chức danh thì thêm một dòng mới."
DAY_UNREAD = "Ghi đủ ngày, tháng, năm như 31/12/2027."
LAST_UNREAD = "Ghi như 31/12/2027, hoặc để trống."
LAST_BEFORE = "Ngày cuối không trước ngày đầu."
NAME_EMPTY, TITLE_EMPTY = "Nhập họ tên người ký.", "Chọn hoặc gõ chức danh."
HEADS_TITLE = "Đã có người ký Chủ tịch"
HEADS_END, HEADS_BOTH, HEADS_BACK = "Người cũ ký đến hết {day}", "Giữ cả hai", "Xem lại"
REMOVE_TITLE = "Bỏ dòng của {name}?"
REMOVE_TEXT = "Chưa thư nào mang tên này. Những người khác giữ nguyên."
REMOVE_YES, REMOVE_NO = "Bỏ dòng", "Giữ lại"
NOBODY = "Chưa có người ký. Thư chưa in được."
USE = "Dùng: {name}"


def period(first: date, last: date | None) -> str:
    """From when to when."""
    begin = f"từ {first:%d/%m/%Y}"
    return f"{begin} đến hết {last:%d/%m/%Y}" if last else begin


def days(first: date, last: date | None) -> str:
    """The same where there is little room."""
    return f"{first:%d/%m/%Y} – {last:%d/%m/%Y}" if last else f"từ {first:%d/%m/%Y}"


def state(state: str, first: bool, usual: Sequence[str]) -> str:
    """What this person does today, and what for by default."""
    told = {"now": "đang ký", "coming": "chưa tới ngày", "past": "đã thôi ký"}[state]
    kinds = [USUAL_WORDS[kind] for kind in USUAL_WORDS if kind in usual]
    parts = [told, f"mặc định {', '.join(kinds)}" if kinds else "ký khi không chọn ai" if first else ""]
    return "; ".join(part for part in parts if part)


def titles(titles: Sequence[str]) -> str:
    """What stood before a name."""
    return f"Trước tên người ký không ghi {' '.join(titles)} (NĐ 30/2020)."


NAME_LONG = (
    "Tên dài hơn chỗ ký trên thẻ, cả khi xuống hai dòng; thư mang tên này chưa in được. "
    "Ghi tên gọn như trong quyết định, hoặc người khác ký."
)
TITLE_LONG = "Dòng chức danh dài hơn chỗ ký trên thẻ. Ngắt làm hai dòng bằng dấu /."
CAPITALS = "Tên viết hoa cả. Trên thư tên viết thường, hoa chữ đầu."


def heads(names: Sequence[tuple[str, str, date, date | None]]) -> str:
    """Who is chair on some of the same days."""
    told = [f"{name} ký {authority} {period(first, last)}" for name, authority, first, last in names]
    return f"{'; '.join(told)}. Hai người cùng ký Chủ tịch một ngày thì thư dễ nhầm."


def kept(name: str, after: int = 0) -> str:
    """Written down; letters of later days that bear the name all the same."""
    told = f"Đã ghi người ký {name}. Thư đã lập giữ nguyên."
    if not after:
        return told
    count = "hơn 999" if after > 999 else str(after)
    return f"{told} {count} thư ghi ngày sau đó vẫn mang tên này: xem lại ở Sổ thư đã in."


def removed(name: str) -> str:
    """Taken out of the list."""
    return f"Đã bỏ dòng của {name}."


def ends_soon(name: str, last: date) -> tuple[str, str]:
    """The only one who signs stops soon."""
    return (
        f"Sau {last:%d/%m} chưa có người ký",
        f"{name} ký thư đến hết {last:%d/%m/%Y}. Thêm người ký tiếp ở Thiết lập để thư không phải chờ.",
    )


def line(told: str, when: str, state: str) -> str:
    """One of the list in a terminal."""
    return f"{told}, {when} ({state})"
