"""Words about a new table of communes that the level above sends: preview, consent, what is wrong with a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from common.words.reports import amount

_SAFE = "Danh mục đang dùng giữ nguyên."

TROUBLES: Mapping[str, str] = {
    "update-no-office": (
        f"Quầy chưa nối với cấp trên nên chưa biết chữ ký của ai là đúng. {_SAFE} "
        "Nối với cấp trên (Ctrl+Shift+T) rồi nhập tệp này; "
        "chưa nối được thì danh mục mới có trong bản chương trình mới."
    ),
    "update-in-force": f"Tệp này đã nhập rồi, quầy đang dùng danh mục ngày {{day}}. {_SAFE} Không phải làm gì thêm.",
    "update-older": f"Tệp này cũ hơn danh mục ngày {{day}} đang dùng. {_SAFE} Xin cấp trên tệp mới nhất.",
    "update-own-unit": f"Trong tệp này không có {{unit}}. {_SAFE} Xin cấp trên xem lại danh mục rồi gửi tệp khác.",
    "update-changed": f"Tệp đã đổi từ lúc xem trước. {_SAFE} Xem lại từ đầu rồi mới dùng.",
    "no-table-before": f"Chưa có danh mục nào trước danh mục này. {_SAFE} Không phải làm gì thêm.",
    "update-not-a-bundle": f"Tệp này không phải tệp cập nhật của phần mềm này. {_SAFE} Chọn tệp CN-….",
    "update-damaged": (
        f"Tệp cập nhật đã hỏng trên đường đi, hoặc danh mục bên trong chưa dùng được (mã {{detail}}). {_SAFE} "
        "Chép lại từ USB; vẫn vậy thì báo mã ấy cho cấp trên."
    ),
    "update-not-for-us": f"Tệp cập nhật này gửi cho nơi khác. {_SAFE} Xem lại có chọn đúng tệp không.",
    "update-unknown-sender": f"Tệp cập nhật không do cấp trên của quầy ký. {_SAFE} Đừng dùng, gọi cấp trên.",
    "update-bad-signature": f"Chữ ký trên tệp cập nhật không khớp. {_SAFE} Đừng dùng, xin cấp trên gửi lại.",
    "update-revoked": f"Khóa ký tệp này đã bị thu hồi. {_SAFE} Gọi cấp trên.",
    "update-too-new": f"Tệp cập nhật do bản mới hơn viết. {_SAFE} Cài bản mới rồi nhập lại.",
    "update-too-large": f"Tệp lớn hơn mức của một tệp cập nhật. {_SAFE} Xem lại có chọn đúng tệp không.",
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
TAKEN = "Đã dùng danh mục ngày {day:%d/%m/%Y}. Thư, sổ đã có giữ tên cũ của chúng."
PUT_BACK = "Đã trở về danh mục ngày {day:%d/%m/%Y}."
LOOKED = "Mới xem trước, chưa đổi gì. Thêm --accept để dùng danh mục này."
WRITTEN = "Đã ghi {file}: danh mục ngày {day:%d/%m/%Y}, ký bằng khóa của nơi này. Một tệp dùng cho mọi quầy."

NO_OFFICE = "Chưa nối với cấp trên nên chưa nhập được tệp: nối trước (Ctrl+Shift+T), hoặc cài bản chương trình mới."
SPLIT_CARD = (
    "Xã mình đã được chia: chọn nơi mình thuộc về",
    "Vào Thiết lập, Danh mục xã, phường. Chưa chọn thì thư và sổ còn mang tên cũ.",
)
PART = "Xã mình nay thuộc về"
NO_PART = "(chưa chọn)"
PART_KEPT = "Đã ghi. Từ nay thư và sổ mang tên {name}."

CARD = "Danh mục xã, phường"
CARD_TEXT = "Xã nhập, tách, đổi tên: cấp trên gửi một tệp CN-…, không cần cài lại chương trình."
TAKE, BACK = "Nhập tệp…", "Trở về trước"
CHOOSE, KINDS = "Chọn tệp cập nhật danh mục", "Tệp của phần mềm (*.mctt)"
ASK_TITLE, ASK_YES, ASK_NO = "Dùng danh mục mới?", "Dùng danh mục này", "Để sau"
BACK_TITLE, BACK_YES, BACK_NO = "Trở về danh mục trước?", "Trở về", "Giữ như cũ"
BACK_TEXT = "Quầy lại đọc tên xã, phường theo danh mục dùng trước tệp này. Dữ liệu trong sổ giữ nguyên."
NOT_TAKEN = "Chưa dùng được tệp này"
LOOKING = "Đang xem danh mục mới."
