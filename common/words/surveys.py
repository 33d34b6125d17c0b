"""Words of surveys: what is typed about them, what is told of them, what stands in the way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from common.counts import wilson
from common.scales import Spread
from common.small_groups import SMALLEST
from common.words.reports import amount

KINDS: Mapping[str, str] = {"regular": "định kỳ", "unannounced": "đột xuất"}
SURVEYORS: Mapping[str, str] = {"office": "xã tổ chức", "front": "Mặt trận Tổ quốc tổ chức", "other": "đoàn thể khác"}
RESPONDENTS: Mapping[str, str] = {"people": "người dân", "bodies": "cơ quan, tổ chức", "units": "đơn vị"}
PLACES: Mapping[str, str] = {"people": "Thôn, xóm", "bodies": "Cơ quan, tổ chức", "units": "Đơn vị"}
STATES: Mapping[str, str] = {
    "coming": "chưa bắt đầu",
    "running": "đang thu phiếu",
    "overdue": "quá ngày thu phiếu",
    "closed": "đã chốt",
}
TOO_FEW = "chưa đủ số liệu"
NOT_TOLD = "không nêu riêng"
"""A place with enough slips that is hidden so that nobody can work out a smaller one."""
POOLED = "Nơi dưới 5 phiếu không nêu riêng; giấu thêm nơi ít phiếu kế đó, để không ai trừ ra được."
PROBLEMS: Mapping[str, str] = {
    "survey-name": "Ghi tên cuộc khảo sát, như: Lấy phiếu quý IV năm 2026",
    "survey-by-name": "Ghi tên đoàn thể tổ chức, như: Hội Nông dân xã",
    "survey-too-long": "Ô này dài nhất {limit} chữ. Viết ngắn lại",
    "survey-choose": "Chọn một trong các mục của ô này",
    "survey-day": "Ghi ngày bắt đầu như 20/11/2026, hoặc để trống là hôm nay",
    "survey-last-day": "Ghi ngày thu phiếu cuối như 30/11/2026, không trước ngày bắt đầu",
    "survey-questions-typed": "Đã nhập phiếu theo bộ câu hỏi này nên không đổi được. Cần câu khác thì lập cuộc mới",
    "survey-place-name": "Ghi tên nơi phát phiếu",
    "survey-place-twice": "Nơi này đã có trong cuộc khảo sát. Sửa dòng ấy",
    "survey-number": "Ghi số phiếu bằng chữ số, để trống là chưa có",
    "survey-more-returned": "Số thu về lớn hơn số phát ra. Đếm lại rồi ghi",
    "survey-more-spoiled": "Số phiếu trắng, hỏng lớn hơn số thu về. Đếm lại rồi ghi",
}
TROUBLES: Mapping[str, str] = {
    "no-such-survey": "Cuộc khảo sát này không còn trong sổ. Chưa có gì thay đổi. Chọn cuộc khác.",
    "no-such-survey-place": "Nơi phát phiếu này không còn trong cuộc khảo sát. Chưa có gì thay đổi. Mở lại trang.",
    "survey-closed": "Cuộc này đã chốt ngày {day}. Chưa có gì thay đổi. Cần sửa thì mở lại, ghi lý do.",
    "survey-open": "Cuộc này đang mở, chưa chốt. Chưa có gì thay đổi.",
    "survey-reason": "Chưa mở lại. Ghi vì sao phải sửa, như: còn sót 12 phiếu của thôn Hạ.",
    "survey-reason-long": "Chưa mở lại. Lý do dài nhất {limit} chữ. Viết ngắn lại.",
    "survey-has-slips": "Cuộc này đã có phiếu nhập vào nên không bỏ được. Chưa có gì thay đổi.",
    "survey-told": "Kết quả cuộc này đã chốt một lần nên không bỏ được. Sửa cho đúng rồi chốt lại.",
    "survey-place-has-slips": "Nơi này đã có phiếu nhập vào nên không bỏ được. Chưa có gì thay đổi.",
    "survey-to-come": "Cuộc này bắt đầu ngày {day}, chưa tới. Chưa chốt.",
    "survey-no-places": "Chưa chốt: chưa ghi phiếu phát đi đâu. Thêm nơi phát phiếu và số phiếu trước.",
    "survey-more-typed": (
        "Chưa chốt: {place} mới ghi {held} phiếu đọc được mà đã nhập thừa {count} phiếu. "
        "Đếm lại số thu về, hoặc bỏ phiếu nhập nhầm."
    ),
    "survey-differs": "Chưa chốt: còn {count} phiếu thu về chưa nhập. Nhập nốt, hoặc xem lại rồi vẫn chốt.",
    "survey-answers": ("Chưa nhập phiếu nào. Tệp {file} cần place và answers, mỗi phiếu một mục trong answers."),
    "survey-other-questions": (
        "Cuộc này hỏi theo bộ câu hỏi {set} mà bản cài trên máy chưa biết. Chưa có gì thay đổi. Cài bản mới rồi mở lại."
    ),
}


def untold(typed: int) -> str:
    """Where the answers of a place are not told on their own; nothing where it has none."""
    return "" if not typed else TOO_FEW if typed < SMALLEST else NOT_TOLD


def who_asks(by: str, by_name: str) -> str:
    """Who holds the survey."""
    return f"{by_name} tổ chức" if by == "other" and by_name else SURVEYORS[by]


def sort_told(kind: str, by: str, by_name: str, respondents: str) -> str:
    """Of what sort a survey is, in one line."""
    told = f"{KINDS[kind]}, {who_asks(by, by_name)}, hỏi {RESPONDENTS[respondents]}"
    return told[0].upper() + told[1:]


def days(first: date, planned: date | None, ended: date | None) -> str:
    """From when to when."""
    if ended:
        return f"từ {first:%d/%m/%Y}, chốt {ended:%d/%m/%Y}"
    return f"từ {first:%d/%m/%Y}" + (f", thu phiếu đến {planned:%d/%m/%Y}" if planned else "")


def rate(part: int, whole: int) -> str:
    """A return rate; nothing where nothing went out."""
    return f"{part / whole * 100:.0f}%" if whole else ""


def rate_told(returned: int, handed: int) -> str:
    """How many slips came back, beside how many went out."""
    told = f"thu về {amount(returned)} trong {amount(handed)} phiếu"
    return f"{told}, {rate(returned, handed)}" if handed else "chưa phát phiếu"


def share(part: int, n: int) -> str:
    """The share with its range."""
    low, high = wilson(part, n)
    return f"{part / n * 100:.0f}%, khoảng {low * 100:.0f} đến {high * 100:.0f}%"


def share_of(part: int, n: int) -> str:
    """The share with range and n."""
    return f"{share(part, n)}, n = {amount(n)}"


def left_told(rows: Sequence[tuple[str, int]]) -> str:
    """What came back and was not typed: places with their number."""
    listed = ", ".join(f"{place} {amount(n)}" for place, n in rows)
    return f"Còn {amount(sum(n for _, n in rows))} phiếu thu về chưa nhập: {listed}." if rows else ""


def compared(now: tuple[int, int], then: tuple[int, int], name: str) -> str:
    """This share beside that of the last survey of the same kind, each (satisfied, n); a difference is called one only
    where the ranges lie apart."""
    here, there = wilson(*now), wilson(*then)
    apart = here[0] > there[1] or there[0] > here[1]
    told = f"Lần trước, {name}: {share_of(*then)}. "
    if not apart:
        return f"{told}Hai khoảng còn chồng lên nhau: chưa thể nói là khác lần trước."
    return f"{told}{'Cao' if here[0] > there[1] else 'Thấp'} hơn lần trước, hai khoảng tách hẳn nhau."


def closed_told(n: int, version: int) -> str:
    """A survey was closed."""
    again = f" Đây là lần chốt thứ {version}; cấp trên dùng con số mới nhất." if version > 1 else ""
    return f"Đã chốt với {amount(n)} phiếu. Chỉ số đếm đi theo gói tháng.{again}"


def listed_line(id: int, name: str, state: str, told: str) -> str:
    """One survey in a list on the command line."""
    return f"{id}. {name} ({STATES[state]}): {told}"


NONE = "Chưa có cuộc khảo sát nào."
REOPENED = "Đã mở lại. Sửa xong thì chốt lại, cấp trên dùng con số mới."


def begun(id: int) -> str:
    """A survey was begun."""
    return f"Đã lập cuộc khảo sát số {id}. In phiếu, ghi nơi phát rồi nhập phiếu thu về."


def place_kept(name: str) -> str:
    """A place was kept."""
    return f"Đã ghi nơi phát {name}."


def typed(count: int) -> str:
    """So many slips were typed."""
    return f"Đã nhập {amount(count)} phiếu."


def content(share_told: str) -> str:
    """The share of a whole survey, or that there are too few."""
    return f"Hài lòng trở lên: {share_told}"


def place_line(name: str, counts: tuple[int, int, int], spread: Spread | None) -> str:
    """One place: handed out, come back, typed, and its share where it is told."""
    handed, returned, n = counts
    told = share_of(spread.content, spread.n) if spread else untold(n)
    return f"  {name}: {rate_told(returned, handed)}, nhập {amount(n)}" + (f", {told}" if told else "")
