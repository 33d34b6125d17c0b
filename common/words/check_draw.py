"""Words of the check draw: letters that the level above drew by lot, and who signed for them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

TITLE = "Đối chiếu chữ ký nhận thư"
CONTEXT = "cấp trên rút thăm, không cho biết ai đã trả lời gì"
ROWS = "Thư được rút thăm"
COLUMNS = ("Đợt", "Loại thư", "Gửi ai", "Đã trao", "Sổ ký nhận")
EMPTY = "Cấp trên chưa rút thăm thư nào. Mỗi biên nhận có thể kèm vài lá thư rút thăm, khi ấy thư hiện ở đây."
NOTE = (
    "Với mỗi lá thư, mở sổ ký nhận và xem có chữ ký của người nhận hay không. Kết quả đi cùng gói tháng sau; "
    "tên người nhận ở lại quầy."
)
FOUND: Mapping[str, str] = {
    "": "chưa xem",
    "signed": "có chữ ký",
    "unsigned": "không có chữ ký",
    "missing": "không thấy sổ",
}
TONES: Mapping[str, str] = {"": "hoe", "signed": "sen", "unsigned": "son", "missing": "son"}
MARKS: Mapping[str, str] = {"signed": "Có chữ ký", "unsigned": "Không có chữ ký", "missing": "Không thấy sổ"}
PRINT = "In phiếu đối chiếu"
OPEN = "Mở thư"
LEADERS = "Chỉ lãnh đạo ghi kết quả đối chiếu. Đăng nhập bằng tên lãnh đạo, rồi ghi ở trang này."
NO_LETTER = "không có thư này trong sổ"
NOT_HANDED = "chưa ghi ngày trao"
ALL_SHOWN = "Đã xem đủ {n} lá. Kết quả đi cùng gói tháng sau."
LEFT = "Còn {n} lá chưa xem."
SHEET_TITLE = "PHIẾU ĐỐI CHIẾU CHỮ KÝ NHẬN THƯ"
SHEET_HEAD = ("STT", "Người nhận", "Thư", "Ngày trao, cách trao", "Sổ ký nhận (trang, dòng)", "Kết quả")
SHEET_NOTES = (
    "Cấp trên rút thăm ngẫu nhiên; việc rút thăm không cho biết ai đã trả lời gì.",
    "Lãnh đạo xem sổ ký nhận, ghi trang và dòng, ghi kết quả, rồi ký tên dưới đây. Phiếu lưu tại xã.",
)
SHEET_NAME = "Phiếu đối chiếu"
SHEET_FILE = "phieu-doi-chieu-chu-ky.pdf"
WIDTHS = (12.0, 52.0, 30.0, 34.0, 28.0, 22.0)


def drawn_on(day: date) -> str:
    """With which receipt of which day."""
    return f"{day:%d/%m/%Y}"


def handed(day: date | None, way: str) -> str:
    """When and how a letter was handed over."""
    return f"{day:%d/%m/%Y}, {way}" if day else NOT_HANDED


def noted(found: str) -> str:
    """The result was kept."""
    return f"Đã ghi: {FOUND[found]}."


def state(left: int, n: int) -> str:
    """How many are still to be looked up."""
    return LEFT.format(n=left) if left else ALL_SHOWN.format(n=n)


def sheet_under(office: str, n: int) -> str:
    """The line under the sheet's title."""
    return f"{n} lá thư của {office}, rút thăm theo biên nhận của cấp trên"


def reminder(n: int) -> tuple[str, str]:
    """The card on Hôm nay."""
    return (
        f"Cấp trên rút thăm {n} lá thư",
        "Mở sổ ký nhận, xem ai đã ký nhận thư, rồi ghi kết quả ở Góp ý. Rút thăm không cho biết ai trả lời gì.",
    )
