"""Words of the ratings page: every number with its n, no share under five, answers taken at the desk apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from common.counts import wilson
from common.periods import Period
from common.voice_counts import FollowUps
from common.words.labels import EVENT_WORDS, REASON_WORDS
from common.words.reports import amount

TITLE = "Góp ý của người dân"
PERIOD = "Kỳ xem góp ý"
HANDED = "Thư đã trao có mã"
HANDED_UNDER = "thư không có mã thì không tính"
ANSWERED = "Đã góp ý"
ANSWERED_UNDER = "qua mã trên thư, nhận theo nhóm"
CONTENT = "Hài lòng trở lên"
TOO_FEW = "chưa đủ số liệu"
TOO_FEW_UNDER = "dưới 5 góp ý thì chưa nêu tỷ lệ"
CALLS = "Muốn gọi lại"
HOW = "Mọi người trả lời thế nào"
MIXED = "Có phiếu ba mức và phiếu năm mức, đã xếp chung về ba mức."
BY_KIND = "Theo loại thư"
BY_KIND_NOTE = "tỷ lệ hài lòng trở lên và khoảng tin cậy 95%"
POOLED = "Nhóm dưới 5 góp ý đã gộp với nhóm khác, để không lộ ai trả lời."
KIND_TOO_FEW = "Chưa đủ 5 góp ý để xem theo loại thư."
WORDS_TITLE = "Lời góp ý"
COLUMNS = ("Tuần", "Loại", "Lời", "Điện thoại", "Kết quả")
ROW_KINDS: Mapping[str, str] = {
    "comment": "lời góp ý",
    "message": "lời nhắn",
    "call": "muốn gọi lại",
    "desk": "ghi tại quầy",
}
NO_WORDS = "Chưa có lời góp ý nào trong kỳ này."
TASKS_PAGE = "Việc sau góp ý"
DRAWS = "Đối chiếu chữ ký nhận thư"
CALLED = "Ghi đã gọi"
NOT_YET, DONE = "chưa gọi", "đã gọi"
CALLED_SAID = "Đã ghi là đã gọi lại."
ALL_KINDS = "Các loại thư gộp chung"
FEWEST_HANDED = 5
_KINDS: Mapping[str, str] = {**EVENT_WORDS, "thanks": "Cảm ơn", "apology": "Xin lỗi"}
CHANNELS: Mapping[str, str] = {"counter": "tại quầy", "slip": "phiếu giấy", "phone": "điện thoại"}
ALL_LETTERS = ("birth", "marriage", "thanks", "apology")
"""The letters that carry a code everywhere."""
WAYS = "Từ lập thư đến góp ý"
WAYS_HEAD = ("Loại thư có mã", "Đã lập", "Đã trao", "Đã góp ý")
WAYS_COUNTED = "Mỗi cột đếm theo ngày của việc ấy trong kỳ."
WHOLE = "Cộng"
NOTHING = "–"
QUARTERS, REPORT_QUARTERS = "So các quý", "So các quý báo cáo"
QUARTERS_NOTE = "hài lòng trở lên, khoảng tin cậy 95%"
_CAME: Mapping[str, str] = {"qr": "quét ô vuông", "code": "gõ mã"}
_QUARTERS = {"1": "I", "2": "II", "3": "III", "4": "IV"}


def period(name: str) -> str:
    """`2026-Q4` as it stands in the list of periods."""
    return _named(name)


def _named(name: str) -> str:
    year, _, part = name.partition("-")
    return f"Quý {_QUARTERS[part[1]]} năm {year}" if part else f"Cả năm {year}"


def period_of(period: Period, today: date) -> str:
    """The same with the days of a report quarter: `Quý IV: 15/09 đến hôm nay`."""
    named, _, calendar = period.name.partition("@")
    _, _, part = named.partition("-Q")
    if not calendar or not part:
        return _named(named)
    until = "hôm nay" if period.contains(today) else f"{period.last:%d/%m}"
    return f"Quý {_QUARTERS[part]}: {period.first:%d/%m} đến {until}"


def period_on_paper(period: Period, today: date) -> str:
    """The same for paper, which is read on another day: `Quý IV: 15/09/2026 đến 20/11/2026`."""
    named, _, calendar = period.name.partition("@")
    _, _, part = named.partition("-Q")
    if not calendar or not part:
        return f"{_named(named)}, đến {today:%d/%m/%Y}" if period.contains(today) else _named(named)
    return f"Quý {_QUARTERS[part]}: {period.first:%d/%m/%Y} đến {min(period.last, today):%d/%m/%Y}"


def quarter(period: Period) -> str:
    """`Quý IV/2026` in a narrow row."""
    year, _, part = period.name.partition("@")[0].partition("-Q")
    return f"Quý {_QUARTERS[part]}/{year}"


def quarters_head(periods: Sequence[Period]) -> str:
    """What is compared."""
    return REPORT_QUARTERS if any("@" in one.name for one in periods) else QUARTERS


def n_of(n: int) -> str:
    """How many answers stand behind a picture."""
    return f"n = {amount(n)}"


def out_of(part: int, n: int) -> str:
    """36 trong 41."""
    return f"{amount(part)} trong {amount(n)}"


def share(part: int, n: int) -> str:
    """The share with its range."""
    low, high = wilson(part, n)
    return f"{part / n * 100:.0f}%, khoảng {low * 100:.0f} đến {high * 100:.0f}%"


def kind_share(part: int, n: int) -> tuple[str, str]:
    """The share of a group in bold, its range beside it."""
    low, high = wilson(part, n)
    return f"{part / n * 100:.0f}%", f"({low * 100:.0f} đến {high * 100:.0f})"


def kinds(names: Sequence[str], every: int) -> str:
    """The letters of a pooled group."""
    if len(names) >= every:
        return ALL_KINDS
    first, *others = (_KINDS[name] for name in _KINDS if name in names)
    return f"{', '.join((first, *(word.lower() for word in others)))}, gộp" if others else first


def taken_on(due: date, done: date | None) -> str:
    """What became of an opinion that somebody took on as a task."""
    return f"đã làm {done:%d/%m}" if done else f"nhận, hạn {due:%d/%m}"


def calls(called: int, left: int) -> str:
    """How many were rung back."""
    return f"{called} đã gọi, {calls_left(left)}" if called or left else "chưa ai xin gọi lại"


def calls_left(left: int) -> str:
    """How many still wait to be rung back."""
    return f"{left} chưa gọi"


def desk_kind(channel: str) -> str:
    """Where words taken at the desk came from."""
    return f"{ROW_KINDS['desk']}: {CHANNELS[channel]}"


def at_desk(channels: Mapping[str, int]) -> str:
    """Answers taken at the desk: apart, in no share."""
    told = ", ".join(f"{word} {channels[code]}" for code, word in CHANNELS.items() if channels.get(code))
    return f"Ghi tại quầy, nêu riêng, không tính vào tỷ lệ: {told}." if told else "Chưa có góp ý ghi tại quầy."


def reasons(told: Mapping[str, int]) -> str:
    """What was named, the most often first."""
    listed = " · ".join(f"{REASON_WORDS.get(code, code)} {n}" for code, n in told.items())
    return f"Điều được nhắc tới: {listed}" if listed else ""


def none_yet(name: str) -> str:
    """No answer in the period."""
    return f"Chưa có góp ý nào trong {'quý' if '-Q' in name else 'năm'} này."


def handed_since(handed: int, first: date) -> str:
    """How many letters could have been answered."""
    if not handed:
        return f"Từ {first:%d/%m/%Y} chưa trao thư có mã nào. Góp ý về cùng biên nhận của cấp trên."
    return f"{amount(handed)} thư có mã đã trao từ {first:%d/%m/%Y}. Góp ý về cùng biên nhận của cấp trên."


def count(number: int) -> str:
    """A number in a table; a line where there is none to tell."""
    return amount(number) if number else NOTHING


def ways_note(channels: Mapping[str, int], waiting: int) -> str:
    """How the answers came, and how many wait to be told."""
    came = ", ".join(f"{word} {amount(channels[code])}" for code, word in _CAME.items() if channels.get(code))
    told = [f"Góp ý đến bằng cách: {came}." if came else "", WAYS_COUNTED]
    if waiting:
        told.insert(1, f"{amount(waiting)} góp ý còn chờ đợt sau cho đủ 5 rồi mới nêu, để không lộ ai trả lời.")
    return " ".join(filter(None, told))


def tasks(told: FollowUps) -> str:
    """What was done about opinions in the period."""
    if not told.opened and not told.done:
        return "Việc theo dõi: trong kỳ chưa nhận việc nào."
    if not told.done:
        return f"Việc theo dõi trong kỳ: nhận {amount(told.opened)}, chưa xong việc nào."
    late = told.done - told.in_time
    begun = f"Việc theo dõi trong kỳ: nhận {amount(told.opened)}, xong {amount(told.done)}"
    return f"{begun} (đúng hạn {amount(told.in_time)}, muộn {amount(late)}){_half(told.median)}."


def _half(days: int | None) -> str:
    if days is None:
        return ""
    return f"; một nửa xong trong {days} ngày" if days else "; một nửa xong ngay trong ngày"


def answered_share(n: int, handed: int) -> str:
    """Answers among the letters that could be answered, where that says something."""
    if handed < max(n, FEWEST_HANDED):
        return ANSWERED_UNDER
    return f"{n / handed * 100:.0f}% trong {amount(handed)} thư đã trao"


def few(n: int) -> str:
    """Some answers, too few to show how they divide."""
    return f"Mới có {amount(n)} góp ý. Đủ 5 góp ý thì biểu đồ hiện ở đây, để không lộ ai trả lời."


def words_note(lines: int) -> str:
    """What the table holds."""
    return f"{lines} lời, xếp theo tuần, không gắn với mức hài lòng"


def all_words(lines: int) -> str:
    """The button under the first rows."""
    return f"Xem cả {lines} lời"


def week(day: date) -> str:
    """The week of a day: 16-22/11."""
    first = day - timedelta(days=day.weekday())
    last = first + timedelta(days=6)
    return f"{first:%d}-{last:%d/%m}" if first.month == last.month else f"{first:%d/%m}-{last:%d/%m}"
