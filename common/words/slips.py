"""Words of the small papers: the rescue sheet, and the slip that goes with a month's bundle (LOOK.md 3.6)."""

from __future__ import annotations

from datetime import date, datetime

from common.periods import Period
from common.words.reports import COMMITTEE, period_words

RESCUE_TITLE = "TỜ CỨU HỘ"
RESCUE_UNDER = "Chìa khóa dự phòng của sổ: mở lại được dữ liệu khi quên mật khẩu"
KEEPER, KEPT_AT = "Người giữ:", "Nơi cất:"
RESCUE_WARNING = "Không chụp ảnh, không gửi qua mạng."
RESCUE_LINES = (
    "Dùng khi quên mật khẩu: ở màn hình khóa bấm F2. Bỏ phong bì, niêm phong, để két của văn phòng.",
    "Không có chữ I, L, O, U: thấy giống thì đó là số 1 hoặc số 0. Gõ chữ thường hay chữ hoa đều được.",
)
SLIP_TITLE = "PHIẾU GỬI GÓI"
SLIP_NUMBER, SLIP_MONTH, SLIP_LINES, SLIP_AT = "Gói số", "Tháng", "Số bản ghi", "Lập lúc"
WORDS, FIGURES = "Sáu chữ đối chiếu", "Dạng số:"
WORDS_USE = "đọc qua điện thoại cho cấp trên nếu cần kiểm tra"
MADE_BY, SEEN_BY, TAKEN_BY = "Người lập", "Người xem lại", "Người nhận gói"
SIGN_HERE, SIGN_AND_DATE = "ký", "ký, ghi rõ họ tên, ngày giờ nhận"


def agency(body: str) -> tuple[str, str]:
    """The two lines of the head: "ỦY BAN NHÂN DÂN", "XÃ AN LIÊN"."""
    return COMMITTEE.upper(), body.upper()


def made_on(day: date) -> str:
    """When the rescue sheet was made."""
    return f"Lập ngày {day:%d/%m/%Y}"


def rescue_name(body: str) -> str:
    """The document's own title."""
    return f"Tờ cứu hộ, {body}"


def slip_name(number: int, body: str) -> str:
    """The document's own title."""
    return f"Phiếu gửi gói số {number}, {body}"


def to_committee(parent: str) -> str:
    """To whom the bundle goes; empty when nobody stands above."""
    return f"Kính gửi: {COMMITTEE} {parent}" if parent else ""


def clock(at: datetime) -> str:
    """08:29, 01/12/2026"""
    return f"{at:%H:%M}, {at:%d/%m/%Y}"


def month_words(period: Period) -> str:
    """10/2026; a span that is no month as the reports call it."""
    year, _, month = period.name.partition("-")
    plain = len(period.name) == 7 and month.isdigit()
    return f"{month}/{year}" if plain else period_words(period)


PRINT_TITLE = "In ra giấy"
WHICH = "In {name} bằng"
AS_FILE = "Lưu thành tệp PDF"
PRINTING = "Đang gửi {name} sang máy in"
SAVE_TITLE = "Lưu {name} thành tệp PDF"
PDF_FILTER = "Tệp PDF (*.pdf)"
NOT_PRINTED = "Chưa in được"
NO_PRINTER = "Máy này chưa có máy in nào. Nối máy in rồi in lại."
NO_PRINTER_KEEP = "Máy này chưa có máy in nào. Nối máy in rồi in lại, hoặc lưu {name} thành tệp PDF để in ở máy khác."
GONE = "Chưa thấy máy in {printer}. Bật máy in, kiểm tra dây, rồi in lại."
REFUSED = "Máy in {printer} chưa nhận {name}. Xem giấy và mực trong máy in, rồi in lại."
STOPPED = "Đã dừng in. Tờ nào ra dở thì xé bỏ, rồi in lại."
LATER = "Để sau"
