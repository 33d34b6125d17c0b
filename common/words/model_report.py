"""The sentences of the model's report: what was counted, beside the period before and the year before."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from common.counts import Answers
from common.dates import PartialDate
from common.model_report import Figures, Issued, ModelReport
from common.periods import Period
from common.voice_counts import FollowUps
from common.words import reports
from common.words.follow_ups import OUTCOMES
from common.words.reports import amount, period_words
from common.year_counts import YearCounts

KIND_SIR = "Kính gửi: "
SUBJECT = "Kết quả thực hiện mô hình “Chính quyền thân thiện”"
BASIS = "Thực hiện {source}, {body} báo cáo kết quả như sau:"
BASIS_RECOUNTED = "Kết quả của {body} như sau:"
BASIS_PLAIN = "{body} báo cáo kết quả như sau:"
PROVISIONAL = "Số liệu tạm đến hết ngày {as_of}; kỳ này chốt hết ngày {last}."
ISSUED = "Bản số {version}, chốt ngày {on}. Dấu của nội dung: {digest}"
CORRECTION = "Bản này thay bản trước. Lý do: {reason}"
EVENTS = "Việc đăng ký và thư đã gửi"
EVENTS_HEAD = ("Loại việc", "Đăng ký", "Quá hạn", "Đã lập", "Đã in", "Đã trao", "Trao/ĐK")
COMPARED = "So với kỳ trước"
COMPARED_HEAD = ("Nội dung", "Kỳ này", "Kỳ trước", "Cùng kỳ năm trước")
NOT_COMPARED = "-"
COMPARED_ROWS: Mapping[str, str] = {
    "events": "Việc đăng ký",
    "late": "Đăng ký quá hạn",
    "delivered": "Thư đã trao",
    "answers": "Góp ý theo thư",
    "share": "Góp ý hài lòng trở lên",
    "settled": "Ý kiến đã giải quyết",
}
CHART = "Việc đăng ký và thư đã trao theo tháng"
CHART_CUT = "{chart}, {n} tháng gần đây"
CHART_LEGEND = ("việc đã đăng ký", "thư đã trao")
REACTIONS = "Phản ánh của gia đình khi nhận thư"
VOICE = "Góp ý, khảo sát và việc sau góp ý"
SESSIONS = "Gặp dân, tiếp dân, đối thoại, giải quyết đơn"
SESSIONS_HEAD = ("Lĩnh vực", "Trả lời ngay", "Hứa trả lời", "Chuyển lên")
FIELDS: Mapping[str, str] = {
    "reform": "Thủ tục, cải cách hành chính",
    "environment": "Môi trường",
    "security": "An ninh, trật tự",
    "land": "Đất đai, xây dựng",
    "services": "Điện, nước, y tế, trường học",
    "other": "Việc khác",
}
MEETINGS_HEAD = ("Việc", "Số lần ghi", "Lượt, vụ", "Đã xong")
MEETINGS: Mapping[str, str] = {
    "reception": "Tiếp dân",
    "dialogue": "Đối thoại",
    "complaint": "Khiếu nại",
    "denunciation": "Tố cáo",
}
PRAISE = "Khen thưởng và chấn chỉnh"
UNITS = "Việc đăng ký theo xã cũ"
UNITS_BELOW = "Việc đăng ký theo xã, phường"
UNITS_HEAD = ("Đơn vị", "Khai sinh", "Kết hôn", "Khai tử", "Cộng")
EVIDENCE = "Tài liệu kiểm chứng"
TEXT_TITLES: Mapping[str, str] = {
    "results": "Việc đã làm",
    "difficulties": "Khó khăn, vướng mắc",
    "proposals": "Đề xuất, kiến nghị",
}
AS_ABOVE = "- Như trên;"
MERITS: Mapping[str, str] = {
    "attitude": "thái độ phục vụ",
    "initiative": "sáng kiến",
    "results": "kết quả công việc",
    "other": "việc khác",
}
FILES: Mapping[str, str] = {
    "criterion": "cho tiêu chí",
    "session": "của buổi gặp dân",
    "letter": "của thư",
    "press": "tin, bài báo",
    "pledge": "giao ước",
    "committee": "ban chỉ đạo",
    "funding": "kinh phí",
    "survey": "khảo sát",
    "meeting": "tiếp dân, đối thoại",
}


def period_title(period: Period) -> str:
    """`quý IV năm 2026`, whatever calendar asks; a cumulative one from day to day."""
    name, _, calendar = period.name.partition("@")
    # A year, counted by any calendar, begins no earlier than the autumn before: what does is summed up from the start.
    summed = bool(calendar) and period.first < date(period.last.year - 1, 10, 1)
    return reports.from_to(period) if summed else period_words(Period(name, period.first, period.last))


def days(period: Period) -> str:
    """`Số liệu từ ngày … đến ngày …`"""
    return f"Số liệu {reports.from_to(period)}."


def recipients(report: ModelReport, parent: str) -> tuple[str, ...]:
    """Whom the report is for: whoever asked for it, else the level above."""
    named = report.asked.recipients if report.asked else ()
    if len(named) > 1:
        return (KIND_SIR.strip(), *(f"- {name};" for name in named[:-1]), f"- {named[-1]}.")
    if named:
        return (f"{KIND_SIR}{named[0]}",)
    return (reports.to_committee(parent),) if parent else ()


def chart_title(months: int, most: int) -> str:
    """What the chart shows; of more months than it holds, how many."""
    return CHART_CUT.format(chart=CHART, n=most) if months > most else CHART


def month_short(month: str) -> str:
    """`10/26`"""
    return f"{month[5:7]}/{month[2:4]}"


def basis(report: ModelReport) -> str:
    """Why it is written, and by whom; another office's paper says whose figures it tells."""
    if report.head.body not in ("", report.office):
        return BASIS_RECOUNTED.format(body=report.office)
    body = reports.COMMITTEE + " " + report.office
    told = BASIS if report.asked and report.asked.source else BASIS_PLAIN
    return told.format(source=_small(report.asked.source) if report.asked else "", body=body)


def provisional(report: ModelReport) -> str:
    """That the period is not over yet; "" once it is."""
    if report.as_of >= report.period.last.isoformat():
        return ""
    return PROVISIONAL.format(as_of=_slashed(report.as_of), last=_slashed(report.period.last.isoformat()))


def issued(told: Issued | None) -> str:
    """Version, day and mark of an issued report, for the foot of each page; "" for one being prepared."""
    if told is None:
        return ""
    mark = " ".join(told.digest[at : at + 4] for at in range(0, 16, 4))
    return ISSUED.format(version=told.version, on=_slashed(told.on), digest=mark)


def opening(report: ModelReport, told: Issued | None, figures_of: str = "") -> tuple[str, ...]:
    """What stands before the sections: by what letter, whether figures are provisional, why it replaces another."""
    correction = CORRECTION.format(reason=_ended(told.reason)) if told and told.reason else ""
    return tuple(filter(None, (basis(report), provisional(report), correction, figures_of)))


def receivers(report: ModelReport, parent: str) -> tuple[str, ...]:
    """The list under the signature: whom it is for stands above already."""
    return (AS_ABOVE, reports.FILED) if recipients(report, parent) else (reports.FILED,)


def number_line(number: str) -> str:
    """The number as it stands at the head; with room for it where it is not given yet."""
    return f"Số: {number}" if number else reports.NUMBER


def share_of(figures: Figures) -> str:
    """Content answers with their share; the words for too few."""
    answers = figures.report.ratings
    content = content_of_answers(figures)
    return f"{reports.share(content, answers.n)}" if answers.n else NOT_COMPARED


def compared_count(name: str, figures: Figures) -> int:
    """One of `COMPARED_ROWS` that is a count."""
    told = figures.report
    counts = {
        "events": sum(told.events.values()),
        "late": sum(told.late.values()),
        "delivered": sum(of["delivered"] for of in told.letters.values()),
        "answers": told.ratings.n,
        "settled": figures.year.settled,
    }
    return counts[name]


def settled_of(what: str, settled: int) -> int | None:
    """How many are settled, of what is ever settled: a reception or dialogue is not."""
    return settled if what in ("complaint", "denunciation") else None


def content_of_answers(figures: Figures) -> int:
    """How many answers to letters are content."""
    return content_of(figures.report.ratings)


def content_of(answers: Answers) -> int:
    """How many of the answers are content: the two best levels."""
    return sum(answers.by_score.get(score, 0) for score, _ in reports.levels(answers)[:2])


def follow_ups(figures: Figures) -> str:
    """What was done after opinions, and how soon."""
    told = figures.follow_ups
    if not told.opened + told.done:
        return "Trong kỳ không có việc nào phải làm sau góp ý."
    median = f", nửa số việc xong trong {told.median} ngày" if told.median is not None else ""
    return (
        f"Sau góp ý: nhận {amount(told.opened)} việc, làm xong {amount(told.done)} việc, "
        f"đúng hạn {amount(told.in_time)}{median}{_outcomes(told)}."
    )


def _outcomes(told: FollowUps) -> str:
    """`; kết quả: đã sửa 5, đã giải thích 2`"""
    named = [f"{word} {amount(told.outcomes[one])}" for one, word in OUTCOMES.items() if told.outcomes.get(one)]
    return f"; kết quả: {', '.join(named)}" if named else ""


def sessions(year: YearCounts) -> str:
    """Sessions with the people: how many came, what was said, what became of it."""
    if not year.sessions:
        return "Trong kỳ chưa tổ chức “Buổi sáng với Nhân dân”."
    said = sum(sum(of.values()) for of in year.opinions.values())
    heard = f"nghe {amount(said)} ý kiến" if said else "chưa ghi ý kiến nào"
    bodies = f" và {amount(year.bodies)} lượt cơ quan, đơn vị" if year.bodies else ""
    came = f"{amount(year.citizens)} lượt người dân{bodies} dự"
    return f"Đã tổ chức {amount(year.sessions)} “Buổi sáng với Nhân dân”, {came}, {heard}."


def owed(year: YearCounts) -> str:
    """What was settled, what is still owed; "" where nothing was promised."""
    if not year.settled + year.waiting:
        return ""
    late = f", trong đó {amount(year.late)} quá hạn" if year.late else ""
    return (
        f"Ý kiến hứa trả lời và chuyển lên: đã giải quyết {amount(year.settled)}, đúng hạn {amount(year.in_time)}; "
        f"còn {amount(year.waiting)}{late}."
    )


def commendations(year: YearCounts) -> str:
    """Whom the office praised, counted."""
    person, body = year.commendations["person"], year.commendations["body"]
    if not person + body:
        return "Trong kỳ chưa có khen thưởng, biểu dương."
    merits = [f"{word} {amount(year.merits[merit])}" for merit, word in MERITS.items() if year.merits.get(merit)]
    why = f"; vì {', '.join(merits)}" if merits else ""
    return f"Đã khen thưởng, biểu dương {amount(person)} cá nhân, {amount(body)} tập thể{why}."


def conduct(year: YearCounts) -> str:
    """Complaints about conduct, counted and never named."""
    if not year.conduct_told + year.conduct_upheld + year.conduct_unfounded:
        return "Không có phản ánh về thái độ phục vụ."
    return (
        f"Nhận {amount(year.conduct_told)} phản ánh về thái độ phục vụ; đã xem xét: "
        f"{amount(year.conduct_upheld)} đúng, {amount(year.conduct_unfounded)} không đúng."
    )


def units_title(report: ModelReport) -> str:
    """What the registrations stand by: the communes that went into one, or those of an office above."""
    return UNITS if len(report.unit) == 5 else UNITS_BELOW


def evidence(report: ModelReport) -> str:
    """What lies ready to be shown."""
    kept = report.evidence
    files = "; ".join(f"{amount(kept.files[to])} {word}" for to, word in FILES.items() if kept.files.get(to))
    told = f"Lưu {amount(kept.letters)} bản thư, {amount(kept.handed)} lần trao có ghi ngày"
    return f"{told}; tệp kiểm chứng: {files}." if files else f"{told}."


def _slashed(day: str) -> str:
    return PartialDate.of(date.fromisoformat(day)).slashed()


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def _ended(text: str) -> str:
    return text if text.endswith((".", "…")) else f"{text}."
