"""What the demo tells the person who started it."""

from collections.abc import Mapping
from typing import Any

EVENT_NAMES = {"birth": "khai sinh", "marriage": "kết hôn", "death": "khai tử"}
ALONE = {"thanks": "cảm ơn", "apology": "xin lỗi"}
"""Letters for which nothing is registered."""


def opening(registrations: int) -> str:
    """The first line."""
    return (
        f"Diễn lại ba tháng ở xã Phước Quang và xã Phước Nghĩa, 01/03 đến 31/05/2024: {registrations} việc hộ tịch.\n"
        "Mọi tên người, số định danh và số điện thoại đều do máy đặt ra."
    )


def ready() -> str:
    """After both desks and the district are set up."""
    return "Đã lập sổ cho hai quầy, đã trao khóa với cấp trên."


def month_played(month: str, sheets: int, bundles: int) -> str:
    """After a month of both desks."""
    year, number = month.split("-")
    return f"Tháng {int(number)}/{year}: đã trao {sheets} tờ thư, đã niêm phong {bundles} gói tháng."


def month_answered(month: str, answers: int, receipts: int) -> str:
    """After the families' taps and the receipts."""
    year, number = month.split("-")
    return f"Tháng {int(number)}/{year}: {answers} gia đình đã góp ý trên điện thoại, {receipts} biên nhận đã về quầy."


def no_browser() -> str:
    """In place of the pictures of the pages."""
    return "Máy này chưa mở được Chromium nên chưa chụp trang điện thoại và bảng tổng. Mọi phần khác vẫn đủ."


def closing(district: Mapping[str, Any], waiting: int, sheets: int, took: tuple[float, str]) -> str:
    """The closing table: what the level above recounted from what it holds."""
    rows = [f"  {'':<10}{'đăng ký':>9}{'thư in':>9}{'đã trao':>9}"]
    for event, name in EVENT_NAMES.items():
        letters = district["letters"][event]
        rows.append(f"  {name:<10}{district['events'][event]:>9}{letters['printed']:>9}{letters['delivered']:>9}")
    for kind, name in ALONE.items():
        letters = district["letters"].get(kind)
        rows += [f"  {name:<10}{'':>9}{letters['printed']:>9}{letters['delivered']:>9}"] if letters else []
    delivered = " / ".join(str(district["letters"][event]["delivered"]) for event in EVENT_NAMES)
    taken = district["reactions"]
    seconds, out = took
    return "\n".join(
        [
            "",
            "Cấp trên đếm lại từ những gì đã nhận:",
            *rows,
            f"Đã trao {delivered} thư, trên {sheets} tờ giấy.",
            f"Gia đình phản ánh: vui {taken['good']}, chưa vui {taken['bad']}, không nói gì {taken['none']}.",
            f"Góp ý bằng điện thoại: {district['ratings']['n']} đã về xã theo đợt, {waiting} còn chờ đủ nhóm.",
            f"Xong trong {seconds:.0f} giây. Thư, gói, biên nhận, báo cáo nằm trong {out}",
        ]
    )


def differs(desks: Mapping[str, Any], district: Mapping[str, Any]) -> str:
    """When the two sides do not count the same."""
    return f"Hai bên đếm khác nhau, cần xem lại: quầy {desks['events']}, cấp trên {district['events']}."


def serving(public: str, office: str) -> str:
    """The addresses of `make run`."""
    return (
        f"Trang của bà con:      {public}/\n"
        f"Trang của cấp trên:    {office}/  (người dùng officer, mật khẩu demo)\n"
        "Chỉ máy này mở được hai địa chỉ trên. Bấm Ctrl+C để dừng."
    )
