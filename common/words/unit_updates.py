"""Words about a new table of communes: what it changes, what becomes of the own commune, what is wrong with a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from common.words.reports import amount

TROUBLES: Mapping[str, str] = {
    "bad-unit-table": (
        "Danh mục trong tệp chưa dùng được (mã {detail}). Chưa ký, chưa ghi gì. Xem lại tệp theo hướng dẫn rồi làm lại."
    ),
    "unit-table-damaged": (
        "Tệp {file} đã hỏng, máy đang dùng danh mục xã, phường đi cùng chương trình. Các bản ghi còn nguyên. "
        "Ký lại danh mục bằng district-cli update, hoặc chép tệp ấy từ bản sao lưu."
    ),
    "unit-table-older": (
        "Danh mục trong tệp cũ hơn danh mục ngày {day} đang dùng. Chưa ký, chưa ghi gì. "
        "Ghi ngày mới ở dòng V rồi làm lại."
    ),
}


def in_force(edition: date, taken_on: date | None) -> str:
    """The table this desk goes by."""
    came = f"cấp trên gửi, nhập ngày {taken_on:%d/%m/%Y}" if taken_on else "đi cùng chương trình"
    return f"Đang dùng danh mục xã, phường ngày {edition:%d/%m/%Y}, {came}."


def edition(day: date) -> str:
    """Which table it is."""
    return f"Danh mục ngày {day:%d/%m/%Y}."


def counted(added: int, ended: int, renamed: int, corrected: int, lost: int) -> str:
    """How many units are told otherwise."""
    told = (
        (added, "thêm {} đơn vị"),
        (ended, "{} đơn vị thôi dùng"),
        (renamed, "{} đơn vị đổi tên"),
        (corrected, "chữa lại {} dòng cũ"),
        (lost, "không còn {} dòng đang có"),
    )
    parts = [text.format(amount(count)) for count, text in told if count]
    return f"Khác danh mục đang dùng: {', '.join(parts)}." if parts else "Không khác danh mục đang dùng điều gì."


def since(day: date | None) -> str:
    """From when the new units count."""
    return f"Tên mới có hiệu lực từ {day:%d/%m/%Y}." if day else ""


def own(day: date, name: str, parent: str, split: Sequence[str], chosen: bool) -> str:
    """What becomes of this office's own unit."""
    if split:
        told = f"Từ {day:%d/%m/%Y} xã mình được chia về {', '.join(split)}: chọn nơi mình thuộc về ở Thiết lập."
    else:
        told = f"Từ {day:%d/%m/%Y} xã mình là {name}, {parent}: thư, sổ và số theo tên ấy."
    hand = " Tên trên đầu thư xã tự ghi vẫn giữ, xem lại ở Thiết lập." if chosen else ""
    return f"{told}{hand}"


def coming_card(day: date, name: str) -> tuple[str, str]:
    """Another name is near."""
    return (
        f"Từ {day:%d/%m/%Y} xã mình là {name.split(',')[0]}",
        f"Thư, sổ và số tự theo tên {name} từ ngày ấy. Lo con dấu, biển tên; sổ cũ khóa như thường lệ.",
    )


OWN_STAYS = "Tên xã mình không đổi."
SPLIT_CARD = (
    "Xã mình đã được chia: chọn nơi mình thuộc về",
    "Vào Thiết lập, Cập nhật từ cấp trên. Chưa chọn thì thư và sổ còn mang tên cũ.",
)
PART = "Xã mình nay thuộc về"
NO_PART = "(chưa chọn)"
PART_KEPT = "Đã ghi. Từ nay thư và sổ mang tên {name}."
