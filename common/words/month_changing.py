"""Words of a change of the desk's keys, of a level above that comes under other keys, and of a new PC."""

from __future__ import annotations

TITLE = "Đổi khóa của quầy"
TEXT = (
    "Làm khi cấp trên yêu cầu, hoặc khi ngờ có người ngoài giữ bản sao của sổ. Ba bước như lần đầu: thẻ mới, "
    "tệp khóa mới, sáu chữ. Trong lúc chờ gói vẫn gửi như thường; thư đã phát giữ nguyên mã."
)
BEGIN, STOP = "Đổi khóa của quầy", "Thôi đổi khóa"
ASK = "Đổi khóa của quầy?"
ASK_TEXT = (
    "Máy lập khóa mới cạnh khóa đang dùng. Khóa đang dùng chưa thay cho đến khi nhập tệp khóa mới của cấp trên "
    "và sáu chữ khớp. Lúc nào cũng thôi được."
)
ASK_BUTTONS = ("Lập khóa mới", "Để sau")
CHANGING = "Đang đổi khóa: khóa cũ còn dùng cho đến khi sáu chữ của khóa mới khớp"
CHANGING_TEXT = "Làm tiếp ba bước dưới đây. Gói ghi trong lúc này vẫn ký bằng khóa cũ, cấp trên vẫn mở được."
CARD, CARD_TEXT = "Xuất thẻ mới", "Khóa cũ và khóa mới cùng ký, để cấp trên biết là của quầy này."
AGREED = "Sáu chữ đã đối chiếu"
DROP = "Bỏ tệp khóa này"
STRANGER = "Tệp khóa này không do khóa cấp trên đang dùng lập ra"
STRANGER_TEXT = (
    "Có thể cấp trên vừa thay khóa, cũng có thể là người mạo danh. Gọi cấp trên theo số quen dùng, hỏi có vừa thay "
    "khóa không, rồi mới đọc sáu chữ. Chưa gõ sáu chữ thì chưa có gì đổi, gói vẫn gửi theo khóa đang dùng."
)
NEW_PC = "Khi thay máy tính"
IN_FORCE_ALREADY = "Tệp khóa này đang dùng rồi, không phải làm gì thêm."


def since(day: str) -> str:
    """Since when the tie is in force; `day` ISO, empty where an earlier version kept it."""
    return f"Sáu chữ đã đối chiếu ngày {_day(day)}." if day else "Sáu chữ đã đối chiếu."


def other_desk(number: int, held: int) -> str:
    """What waits gives this desk another number; empty where it does not."""
    if number == held:
        return ""
    return f"Tệp này cấp số quầy {number}, quầy đang là số {held}: hỏi cấp trên vì sao đổi số."


def told_office(name: str) -> str:
    """Whom a key file says that it is from; empty where it says nothing known."""
    return f"Tệp tự ghi là của {name}." if name else ""


def signing(key: str) -> str:
    """Which key signs."""
    return f"Gói đang ký bằng khóa {_grouped(key)}."


def before(key: str, until: str) -> str:
    """A key that signs no more; `until` an ISO day."""
    return f"Khóa {_grouped(key)}: thôi ký từ {_day(until)}, chỉ còn để mở tệp gửi từ trước."


def new_pc(desk: int) -> str:
    """What stays and what does not on another PC."""
    return (
        f"Sổ khôi phục từ bản sao sang máy khác vẫn là quầy số {desk}, khóa này đi theo sổ, không phải làm lại gì; "
        "máy cũ thì thôi dùng. Máy lập sổ từ đầu là một quầy khác: xuất thẻ riêng, nhận số riêng, và mỗi quyển sổ "
        "giấy chỉ ghi ở một quầy (Sổ và số, Alt+9)."
    )


def _day(iso: str) -> str:
    return f"{iso[8:10]}/{iso[5:7]}/{iso[:4]}"


def _grouped(key: str) -> str:
    told = key.upper()
    return " ".join(told[start : start + 4] for start in range(0, len(told), 4))
