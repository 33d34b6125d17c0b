"""The page Báo cáo of the desk."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from common.counts import EVENTS, LETTERS
from common.model_report import Figures, ModelReport
from common.periods import Period
from common.words import model_report as paper
from common.words.model_report import content_of_answers, period_title
from common.words.reports import SMALLEST, amount, satisfied

TITLE, CONTEXT = "Báo cáo", "Số liệu đếm từ sổ, chốt rồi không tự đổi"
PERIODS = "Kỳ báo cáo"
CHOOSE_DAYS, CHOOSE_DAYS_SECOND = "Chọn ngày…", "hai ngày bất kỳ"
ASK_FIRST, ASK_LAST = "Từ ngày", "Đến hết ngày"
NOT_DAYS = "Chưa đọc được hai ngày ấy. Gõ như 01/03/2024, ngày đầu trước ngày cuối, rồi chọn lại."
SUBJECT = "Báo cáo mô hình chính quyền thân thiện"
HEAD = ("Loại việc", "Đăng ký", "Thư in", "Đã trao", "Trao/in")
BEFORE, LAST_YEAR = "Kỳ trước", "Năm trước"
ROWS: Mapping[str, str] = {
    "birth": "Khai sinh",
    "marriage": "Kết hôn",
    "death": "Khai tử",
    "thanks": "Cảm ơn",
    "apology": "Xin lỗi",
}
TOTAL = "Tổng cộng"
TABLE = "Việc đăng ký và thư của kỳ này"
CHART = "Sáu tháng gần đây"
CONTENT, MENDED, EVIDENCE = "Hài lòng", "Tồn tại và đã làm", "Tài liệu kiểm chứng"
SEE_LIST = "Xem danh mục"
KEPT = (
    "Văn bản xuất theo thể thức hành chính, có chỗ cho số, ngày, chữ ký. Bản đã chốt được giữ nguyên, không tự đổi số."
)
UNITS, LAST_YEAR_BOX = "Tách theo xã cũ", "So với cùng kỳ năm trước"
DOCX, PDF, XLSX = "Xuất DOCX", "PDF", "XLSX"
TEXTS, ISSUE, OLDER = "Phần lời", "Chốt số", "Bản đã chốt"
TEXTS_TITLE = "Phần lời của báo cáo"
TEXTS_HINT = "Khó khăn và đề xuất kỳ trước được chép sang làm nền. Gõ tới đâu giữ tới đó."
KEEP = "Xong"
ISSUE_NUMBER = "Số văn bản, để trống nếu cho số sau:"
ISSUE_WHY = "Kỳ này đã chốt một lần. Vì sao phải chốt bản mới?"
ISSUE_SURE = "Chốt số"
ISSUE_TOLD = (
    "Máy giữ nguyên mọi con số và phần lời của báo cáo như lúc này; sau này sửa sổ, bản đã chốt không đổi. "
    "Cần chữa thì chốt bản mới, bản cũ vẫn còn."
)
NOT_NOW = "Để sau"
LEADER = "Tờ lãnh đạo"
CHOOSE_VERSION = "Bản nào?"
SAVE_TITLE = "Ghi báo cáo ra tệp"
KINDS: Mapping[str, str] = {"docx": "Văn bản Word (*.docx)", "pdf": "PDF (*.pdf)", "xlsx": "Bảng tính (*.xlsx)"}
COUNTING = "Đang đếm số liệu của kỳ"
UNITS_TITLE = "Việc đăng ký theo xã cũ"
STATES: Mapping[str, str] = {"closed": "chờ chốt", "issued": "đã chốt"}
NOTHING_CALENDARS = "Chưa theo lịch báo cáo nào"


def preset(period: Period, state: str) -> tuple[str, str]:
    """Name and days of a period in the list."""
    title = period_title(period)
    name = "Lũy kế" if title.startswith("từ ngày") else title[:1].upper() + title[1:].replace(" năm ", "/", 1)
    last, waits = f"{period.last:%d/%m/%Y}", STATES.get(state, "")
    if waits:
        return name, f"đến {last}, {waits}"
    first = f"{period.first:%d/%m}" if period.first.year == period.last.year else f"{period.first:%d/%m/%Y}"
    return name, f"{first} đến {last}"


def title(report: ModelReport) -> str:
    """The heading over the figures."""
    return f"{SUBJECT}, {period_title(report.period)}"


def under(report: ModelReport, due: date | None, version: int) -> str:
    """How far it was counted, when it closes, by when it goes."""
    told = f"Đã chốt bản số {version}. " if version else ""
    if report.as_of < report.period.last.isoformat():
        as_of = date.fromisoformat(report.as_of)
        told += f"Số liệu tạm đến {as_of:%d/%m/%Y}. Kỳ này chốt hết ngày {report.period.last:%d/%m/%Y}, "
        told += "phần còn lại vào kỳ sau. "
    else:
        told += f"Số liệu đến hết ngày {report.period.last:%d/%m/%Y}. "
    return f"{told}Gửi chậm nhất {due:%d/%m/%Y}." if due else told.strip()


def rows(report: ModelReport, beside: Figures | None) -> tuple[tuple[str, ...], ...]:
    """A row a kind and the sum: registered, printed, handed over, share, the same share of the period beside."""
    figures, found = report.figures.report, []
    for kind in LETTERS:
        stages = figures.letters[kind]
        counted = amount(figures.events[kind]) if kind in EVENTS else ""
        shares = (_share(stages), _share(beside.report.letters[kind]) if beside else "")
        found.append((ROWS[kind], counted, amount(stages["printed"]), amount(stages["delivered"]), *shares))
    whole = _sum(report.figures)
    shares = (_share(whole), _share(_sum(beside)) if beside else "")
    events = amount(sum(figures.events.values()))
    return (*found, (TOTAL, events, amount(whole["printed"]), amount(whole["delivered"]), *shares))


def content(report: ModelReport) -> str:
    """What citizens answered, with n and range."""
    return satisfied(report.figures.report.ratings)


def mended(report: ModelReport) -> str:
    """Answers that were not content, and what was done after opinions."""
    answers = report.figures.report.ratings
    poor = answers.n - content_of_answers(report.figures)
    told = f"{amount(poor)} góp ý chưa hài lòng. " if answers.n >= SMALLEST and poor else ""
    return f"{told}{paper.follow_ups(report.figures)}"


def evidence(report: ModelReport) -> str:
    """What can be shown."""
    return paper.evidence(report)


def issued(version: int, number: str) -> str:
    """Said once it is frozen."""
    return f"Đã chốt bản số {version}{f', số {number}' if number else ''}. Xuất ra tệp để ký và gửi."


def version_name(version: int, day: date, number: str) -> str:
    """One issued version in a list."""
    return f"Bản số {version}, chốt {day:%d/%m/%Y}{f', số {number}' if number else ''}"


def saved(name: str) -> str:
    """Said once a file is on disk."""
    return f"Đã ghi {name}."


def _sum(figures: Figures) -> Mapping[str, int]:
    stages = ("printed", "delivered")
    return {stage: sum(figures.report.letters[kind][stage] for kind in LETTERS) for stage in stages}


def _share(stages: Mapping[str, int]) -> str:
    return f"{stages['delivered'] / stages['printed'] * 100:.0f}%" if stages["printed"] else ""
