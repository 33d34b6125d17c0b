"""What the level above says of citizens' answers: pages, files and the command line, every share beside its n."""

from __future__ import annotations

from collections.abc import Mapping

from common.counts import wilson
from common.periods import Period
from common.words.reports import amount, period_words

LETTERS: Mapping[str, str] = {
    "birth": "khai sinh",
    "marriage": "kết hôn",
    "death": "chia buồn",
    "thanks": "cảm ơn",
    "apology": "xin lỗi",
    "pooled": "gộp nhiều loại",
}
EVERY_KIND = "Mọi loại thư"
CHANNELS: Mapping[str, str] = {"qr": "quét ô vuông", "code": "gõ mã"}
DESK_CHANNELS: Mapping[str, str] = {"counter": "máy ở quầy", "slip": "phiếu giấy", "phone": "điện thoại"}
OUTCOMES: Mapping[str, str] = {
    "fixed": "đã sửa",
    "explained": "đã giải thích",
    "letter": "đã gửi thư",
    "passed-on": "đã chuyển nơi khác",
    "nothing": "chưa làm gì thêm",
}
SURVEYS: Mapping[str, str] = {"regular": "định kỳ", "unannounced": "đột xuất"}
SURVEYORS: Mapping[str, str] = {"office": "cơ quan", "front": "Mặt trận", "other": "nơi khác"}
RESPONDENTS: Mapping[str, str] = {"people": "người dân", "bodies": "tổ chức", "units": "đơn vị"}
FOUND: Mapping[str, str] = {
    "": "chưa trình",
    "signed": "có chữ ký",
    "unsigned": "chưa có chữ ký",
    "missing": "không tìm thấy sổ giao",
}

TROUBLES = {
    "commune-not-here": (
        "Chưa có quầy nào của {unit} gửi gói. Không có gì thay đổi. Xem mã các xã tham gia bằng lệnh status."
    ),
    "no-such-kind": "Chưa hiểu loại thư {kind}. Không có gì thay đổi. Chọn một trong: {kinds}.",
}
FEW = "dưới 5"
TITLE = "Góp ý theo xã"
FAIR = "Đọc thế nào cho công bằng"
FAIR_TOLD = (
    "Chấm là tỷ lệ, vạch đậm là khoảng tin cậy 95%. Hai vạch chồng lên nhau thì",
    "chưa nói được xã nào hơn",
)
NOT_RANKED = "Vì sao không xếp hạng"
NOT_RANKED_TOLD = "Ít góp ý thì hơn kém vài phần trăm chỉ là may rủi. Danh sách luôn xếp theo tên."
WAYS = "Kênh"
TOTAL = "Cộng"
COUNTING = (
    "Thư đã trao: chỉ đếm thư có mã góp ý, trao trong kỳ. Góp ý tính vào ngày đủ nhóm từ 5 người trở lên, nên một phần "
    "có thể là của thư trao kỳ trước; khi góp ý nhiều hơn thư đã trao thì không nêu tỷ lệ trả lời. Góp ý ghi tại quầy "
    "nêu riêng, không tính vào tỷ lệ. Nhóm dưới 5 chờ gộp với góp ý về sau, không mất."
)
HEAD = (
    *("Mã", "Đơn vị", "Thư có mã đã lập", "Thư có mã đã trao", "Góp ý", "Trả lời (%)", "Hài lòng trở lên"),
    *("Hài lòng trở lên (%)", "Khoảng 95%, từ (%)", "đến (%)"),
)
HEAD_WAYS = ("Quét ô vuông", "Gõ mã", "Máy ở quầy (nêu riêng)", "Phiếu giấy (nêu riêng)", "Điện thoại (nêu riêng)")
HEAD_NOTED = "Góp ý có ghi chú"
PAPER_TITLE = "GÓP Ý CỦA NGƯỜI DÂN"
PAPER_FEW = "chưa đủ số liệu"
PAPER_FEW_TOLD = "Chưa đủ số liệu: dưới 5 góp ý, chờ gộp với góp ý về sau."
PAPER_HEAD = ("Đơn vị, xếp theo tên", "Thư trao", "Góp ý", "Trả lời", "Từ 0 đến 100%", "Hài lòng trở lên")
_NEXT = {"Q": "quý sau", "M": "tháng sau", "Y": "năm sau", "": "kỳ sau"}


def percent(part: float) -> str:
    """`88%`"""
    return f"{part * 100:.0f}%"


def reach(content: int, n: int) -> str:
    """`74 đến 95`: the 95 % range of the share, in per cent."""
    low, high = wilson(content, n)
    return f"{low * 100:.0f} đến {high * 100:.0f}"


def period_short(period: Period) -> str:
    """`quý IV/2026`, `tháng 10/2026`, `năm 2026`, or the days."""
    return period_words(period).replace(" năm ", "/") if _sort(period) in ("Q", "M") else period_words(period)


def too_few(period: Period, delivered: int | None) -> str:
    """In the place of a share: why there is none, and what becomes of the answers."""
    if delivered == 0:
        return "kỳ này chưa trao thư có mã"
    return f"chưa đủ số liệu (dưới 5 góp ý), chờ gộp sang {_NEXT[_sort(period)]}"


def number(n: int) -> str:
    """How many answers, as it may be told."""
    return amount(n) if n else FEW


def days(period: Period) -> str:
    """`01/10 đến 31/12`, with the years where they differ."""
    first, last = period.first, period.last
    begin = f"{first:%d/%m}" if first.year == last.year else f"{first:%d/%m/%Y}"
    return f"{begin} đến {last:%d/%m/%Y}"


def letters(kinds: tuple[str, ...]) -> str:
    """`thư khai sinh, kết hôn`: of which letters answers are told."""
    told = [LETTERS[kind] for kind in kinds if kind != "pooled"]
    more = ["nhóm gộp nhiều loại"] if "pooled" in kinds else []
    return ", ".join([f"thư {', '.join(told)}"] * bool(told) + more) or "chưa có góp ý đủ nhóm"


def ways(by_channel: Mapping[str, int]) -> str:
    """How the answers to letters came."""
    n = sum(by_channel.values())
    told = [f"{word} {percent(by_channel[code] / n)}" for code, word in CHANNELS.items() if by_channel.get(code)]
    return f"Theo thư: {', '.join(told)}, trong {amount(n)} góp ý." if told else "Theo thư: chưa đủ số liệu."


def at_desks(tallies: Mapping[str, int]) -> str:
    """What desks took down, told apart."""
    told = [f"{word} {amount(tallies[code])}" for code, word in DESK_CHANNELS.items() if tallies.get(code)]
    return f"Xã ghi lại, nêu riêng: {', '.join(told)}." if told else "Xã ghi lại tại quầy: chưa có."


def band(content: int, n: int, whose: str) -> str:
    """`Dải nhạt là cả tỉnh: 80 đến 85%.`"""
    return f"Dải nhạt là {whose}: {reach(content, n)}%."


def _sort(period: Period) -> str:
    year, _, part = period.name.partition("-")
    if not year.isdigit() or len(year) != 4 or ".." in period.name:
        return ""
    if not part:
        return "Y"
    return "Q" if part.startswith("Q") else "M" if part.isdigit() else ""


def line(name: str, delivered: int | None, n: int, share: tuple[int, int] | None) -> str:
    """One commune, or all, as the command line tells it."""
    letters = f"{amount(delivered)} thư có mã đã trao, " if delivered is not None else ""
    if share is None:
        return f"{name}: {letters}{FEW} góp ý, chưa đủ số liệu."
    content, of = share
    told = f"{percent(content / of)} hài lòng trở lên (khoảng {reach(content, of)}%)"
    return f"{name}: {letters}{amount(n)} góp ý, {told}."
