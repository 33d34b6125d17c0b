"""The sentences of the office's report: plain figures, each share beside its n, nothing promised."""

from __future__ import annotations

import re
from collections.abc import Mapping

from common.counts import Answers, Report, wilson
from common.dates import PartialDate
from common.periods import Period
from common.words.labels import COMMITTEE as COMMITTEE

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
NUMBER = "Số:        /BC-UBND"
TITLE = "BÁO CÁO"
SUBJECT = "Kết quả gửi thư tới người dân và tiếp nhận góp ý"
RECEIVERS = "Nơi nhận:"
FILED = "- Lưu: VT."
END_MARK = "./."
SMALLEST = 5
"""Under this many answers no share is shown."""

EVENT_LETTERS = "1. Việc đăng ký và thư đã gửi"
LETTERS_HEAD = ("Loại việc", "Đăng ký", "Quá hạn", "Đã lập", "Đã in", "Đã trao", "Trao/đăng ký")
LETTER_ROWS: Mapping[str, str] = {
    "birth": "Khai sinh, thư chúc mừng",
    "marriage": "Kết hôn, thư chúc mừng",
    "death": "Khai tử, thư chia buồn",
    "thanks": "Thư cảm ơn",
    "apology": "Thư xin lỗi",
}
TOTAL = "Cộng"
COUNTING = (
    "Thư và phản ánh đếm theo số trường hợp mà thư gửi tới: một thư chung cho hai cháu sinh đôi tính là hai. "
    "Khung trống là việc đăng ký, phần đen là thư đã trao."
)
REACTIONS = "2. Phản ánh của gia đình khi nhận thư"
RATINGS = "3. Góp ý về cách phục vụ"
RATINGS_ROWS = ("Số góp ý", "Tỷ lệ")
PARTS = "4. Theo từng đơn vị"
PARTS_HEAD = ("Đơn vị", "Khai sinh", "Kết hôn", "Khai tử", "Thư đã trao", "Góp ý")
NO_SHARE = "chưa đủ"

_THREE = {"3": "Rất hài lòng", "2": "Hài lòng", "1": "Chưa hài lòng"}
_FIVE = {
    "5": "Rất hài lòng",
    "4": "Hài lòng",
    "3": "Bình thường",
    "2": "Không hài lòng",
    "1": "Rất không hài lòng",
}
_EVENTS = {"birth": "khai sinh", "marriage": "kết hôn", "death": "khai tử"}
_CHANNELS = {
    "qr": "quét ô vuông trên thư",
    "code": "gõ mã trên thư",
    "counter": "tại quầy",
    "slip": "phiếu giấy",
    "phone": "điện thoại",
}
_DESK_CHANNELS = ("counter", "slip", "phone")
_QUARTERS = {"Q1": "quý I", "Q2": "quý II", "Q3": "quý III", "Q4": "quý IV"}
_SPANS = {"H1": "6 tháng đầu năm", "H2": "6 tháng cuối năm", "9M": "9 tháng đầu năm"}


def amount(number: int) -> str:
    """A whole number as offices write it: 1.234."""
    return f"{number:,}".replace(",", ".")


def period_words(period: Period) -> str:
    """`quý IV năm 2026`, `tháng 10 năm 2026`, `9 tháng đầu năm 2026`, or from day to day."""
    if _is_span(period):
        return from_to(period)
    year, _, part = period.name.partition("-")
    if not part:
        return f"năm {year}"
    if part in _QUARTERS:
        return f"{_QUARTERS[part]} năm {year}"
    return f"{_SPANS[part]} {year}" if part in _SPANS else f"tháng {int(part)} năm {year}"


def from_to(period: Period) -> str:
    """`từ ngày 01/03/2024 đến ngày 31/05/2024`"""
    first, last = PartialDate.of(period.first).slashed(), PartialDate.of(period.last).slashed()
    return f"từ ngày {first} đến ngày {last}"


def registered(report: Report, body: str) -> str:
    """What was registered, and how much of it late."""
    late = sum(report.late.values())
    lateness = f", trong đó {amount(late)} trường hợp quá hạn" if late else ""
    time = "Trong thời gian này" if _is_span(report.period) else _capital(from_to(report.period))
    if not any(report.events.values()):
        return f"{time}, {body} chưa đăng ký trường hợp nào."
    told = _listed({word: report.events[event] for event, word in _EVENTS.items()}, "trường hợp")
    return f"{time}, {body} đã đăng ký {told}{lateness}."


def delivered(report: Report) -> str:
    """Which letters reached their families."""
    birth, marriage, death = (report.letters[kind]["delivered"] for kind in ("birth", "marriage", "death"))
    if not birth + marriage + death:
        return "Trong kỳ chưa trao thư chúc mừng hay thư chia buồn nào."
    told = []
    if birth + marriage:
        joyful = _listed({"khai sinh": birth, "kết hôn": marriage}, "trường hợp")
        told.append(f"trao Thư chúc mừng cho {joyful}")
    if death:
        told.append(f"gửi Thư chia buồn đối với {amount(death)} trường hợp khai tử")
    return f"Đã {' và '.join(told)}."


def reactions(report: Report) -> str:
    """How families took the letters: for each kind of reaction its count, and plainly when none was negative."""
    good, bad, none = (report.reactions[kind] for kind in ("good", "bad", "none"))
    if not good + bad + none:
        return "Trong kỳ chưa trao thư nào nên chưa có phản ánh."
    praise = f"{amount(good)} trường hợp có phản ánh tích cực, đánh giá cao sự khích lệ, động viên"
    praise = praise if good else "chưa nhận được phản ánh tích cực nào"
    blame = f"{amount(bad)} trường hợp có phản ánh tiêu cực" if bad else "chưa nhận được phản ánh tiêu cực nào"
    rest = f"; {amount(none)} trường hợp chưa có phản ánh" if none else ""
    return f"Trong {amount(good + bad + none)} trường hợp đã nhận thư, {praise}; {blame}{rest}."


def levels(answers: Answers) -> tuple[tuple[str, str], ...]:
    """Score and word of each level, the best first: three levels, or five where such answers are."""
    scale = _FIVE if answers.scale == 5 or {"4", "5"} & set(answers.by_score) else _THREE
    return tuple(scale.items())


def may_share(answers: Answers) -> bool:
    """Whether a share may be told: enough answers to letters."""
    return answers.n >= SMALLEST


def satisfied(answers: Answers) -> str:
    """The share of content answers with its n and range, or why there is none."""
    if not answers.n:
        return "Trong kỳ chưa có góp ý theo thư."
    if not may_share(answers):
        return f"Trong kỳ có {amount(answers.n)} góp ý theo thư, chưa đủ {SMALLEST} để nêu tỷ lệ."
    votes, n = answers.by_score, answers.n
    content = sum(
        votes.get(score, 0) for score, word in levels(answers) if word.lower() in ("rất hài lòng", "hài lòng")
    )
    low, high = wilson(content, n)
    return (
        f"{amount(content)} trong {amount(n)} góp ý theo thư ở mức hài lòng trở lên: {share(content, n)}, "
        f"khoảng tin cậy 95% từ {low * 100:.0f}% đến {high * 100:.0f}%."
    )


def share(part: int, n: int) -> str:
    """A share in whole per cent, the word for too few answers under five."""
    return f"{part / n * 100:.0f}%" if n >= SMALLEST else NO_SHARE


def channels(answers: Answers) -> str:
    """By which ways the answers came; those of the desk are named apart."""
    listed = "; ".join(f"{word} {amount(n)}" for word, n in channel_counts(answers))
    apart = any(answers.by_channel.get(channel, 0) for channel in _DESK_CHANNELS)
    note = " Góp ý ghi tại quầy đếm theo cả tháng, nêu riêng, không tính vào tỷ lệ." if apart else ""
    return f"Cách góp ý: {listed}.{note}" if listed else ""


def channel_counts(answers: Answers) -> tuple[tuple[str, int], ...]:
    """The word of each way that answers came, with how many."""
    told = ((word, answers.by_channel.get(channel, 0)) for channel, word in _CHANNELS.items())
    return tuple((word, n) for word, n in told if n)


def to_committee(parent: str) -> str:
    """Whom the report is for."""
    return f"Kính gửi: {COMMITTEE} {parent}"


def received_by(parent: str) -> tuple[str, ...]:
    """The list under the signature (NĐ 30/2020)."""
    return (f"- {COMMITTEE} {parent};", FILED) if parent else (FILED,)


def _is_span(period: Period) -> bool:
    return re.fullmatch(r"[0-9]{4}(-([0-9]{2}|Q[1-4]|H[12]|9M))?", period.name) is None


def _listed(counts: Mapping[str, int], unit: str) -> str:
    told = [f"{amount(n)} {unit} {word}" for word, n in counts.items() if n]
    return told[0] if len(told) == 1 else f"{', '.join(told[:-1])} và {told[-1]}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
