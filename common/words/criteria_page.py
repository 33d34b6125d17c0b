"""Words of the page Bộ tiêu chí and of the dialogs over it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from common.calendars import Calendars
from common.criteria import Level
from common.words import criteria as told
from common.words.reports import amount

TITLE = "Bộ tiêu chí"
COLUMNS = ("Mã", "Tiêu chí", "Số của sổ", "Sổ đề nghị", "Tự chấm", "Tài liệu", "Tỉnh chấm", "Năm trước")
ROWS = "Các tiêu chí theo nhóm"
SCORE, REASON, FILE = "Chấm điểm", "Ghi lý do", "Thêm tài liệu"
PROVINCE, CONFIRM, REOPEN = "Điểm của tỉnh", "Lãnh đạo xác nhận", "Mở bản sau"
OTHER_YEAR, PRINT, TABLE = "Năm khác", "In bảng chấm", "Lưu XLSX"
TAKE_IN, EDIT = "Nhận bộ từ bảng tính", "Sửa bộ tiêu chí"
SCORE_FIELDS: Mapping[str, str] = {"points": "Điểm tự chấm, từ 0 đến {most}", "reason": "Lý do"}
SCORE_HINTS: Mapping[str, str] = {
    "points": "để trống là theo mức sổ đề nghị",
    "reason": "vì sao khác mức đề nghị, hoặc vì sao chưa đủ điểm",
}
PROVINCE_TITLE = "Điểm tỉnh chấm theo quyết định"
PROVINCE_FIELDS: Mapping[str, str] = {
    "number": "Số quyết định",
    "on": "Ngày quyết định",
    "total": "Tổng điểm của tỉnh",
    "points": "Điểm của tiêu chí {code}",
}
PROVINCE_HINTS: Mapping[str, str] = {
    "number": "812/QĐ-UBND",
    "on": "15/12/2026",
    "total": "để trống là cộng các tiêu chí",
    "points": "để trống khi tỉnh không nêu riêng",
}
CONFIRM_TITLE, CONFIRM_YES, CONFIRM_NO = "Xác nhận bảng chấm của năm?", "Xác nhận", "Chưa"
REOPEN_TITLE, REOPEN_WHY = "Mở bản sau để sửa", "Vì sao phải sửa, như: bổ sung minh chứng tiêu chí 6.1"
YEAR_TITLE, YEAR_LABEL = "Năm khác", "Xem năm nào"
SAVE_TITLE, SAVE_KINDS = "Lưu bảng chấm", "Bảng tính (*.xlsx)"
TAKE_TITLE, TAKE_KINDS = "Chọn bảng tính có bộ tiêu chí", "Bảng tính (*.xlsx *.xls *.ods)"
FILE_TITLE, FILE_KINDS = "Chọn tài liệu kiểm chứng", "Ảnh, PDF, Word, Excel (*.jpg *.jpeg *.png *.pdf *.docx *.xlsx)"
FILE_FIELDS: Mapping[str, str] = {"title": "Tài liệu này là gì", "on": "Ngày của tài liệu"}
LEAVE = "Đóng"

PREVIEW_TITLE = "Bộ tiêu chí đọc từ bảng tính"
PREVIEW_COLUMNS = ("Dòng", "Mã", "Tiêu chí", "Điểm", "Cần xem")
PREVIEW_YES = "Nhận bộ này"

EDITOR_TITLE = "Sửa bộ tiêu chí"
EDITOR_COLUMNS = ("Mã", "Tiêu chí", "Điểm", "Cách chấm")
EDITOR_ROWS = "Các tiêu chí của bộ đang soạn"
ADD, CHANGE, REMOVE, UP, DOWN = "Thêm tiêu chí", "Sửa tiêu chí", "Bỏ tiêu chí", "Lên", "Xuống"
HEAD, USE, DROP = "Tên, ngày, xếp loại", "Đưa vào dùng", "Bỏ bản đang soạn"
USE_TITLE, USE_YES, STAY = "Đưa bộ này vào dùng?", "Đưa vào dùng", "Soạn tiếp"
USE_TEXT = (
    "Từ nay năm đang chấm theo bộ này; bộ này không sửa nữa, cần đổi thì lập lần ban hành mới. "
    "Năm đã xác nhận giữ nguyên."
)
DROP_TITLE, DROP_YES, DROP_TEXT = "Bỏ bản đang soạn?", "Bỏ bản này", "Bộ đang dùng và các năm đã chấm giữ nguyên."
BEGIN_TITLE, BEGIN_YES = "Lập lần ban hành mới để sửa?", "Lập bản để sửa"
CRITERION_FIELDS: Mapping[str, str] = {
    "group": "Nhóm",
    "code": "Mã",
    "most": "Điểm tối đa",
    "text": "Tiêu chí",
    "evidence": "Tài liệu kiểm chứng",
    "rule": "Cách chấm",
    "fed": "Số của sổ",
    "bands": "Mức điểm, từ cao xuống",
}
CRITERION_HINTS: Mapping[str, str] = {
    "group": "mã nhóm đang có, hoặc tên nhóm mới",
    "code": "5.6",
    "most": "5",
    "text": "Thư chúc mừng trao tới gia đình đăng ký khai sinh",
    "evidence": "Sổ trao thư, ảnh",
    "bands": "95=5; 85=4; 70=3",
}
SET_FIELDS: Mapping[str, str] = {
    "name": "Tên bộ tiêu chí",
    "source": "Văn bản ban hành",
    "first_day": "Dùng từ ngày",
    "last_day": "Đến ngày",
    "calendar": "Năm chấm theo lịch",
    "levels": "Xếp loại, từ cao xuống",
}
SET_HINTS: Mapping[str, str] = {
    "source": "Quyết định 55/QĐ-UBND ngày 20/01/2026",
    "first_day": "01/01/2026",
    "last_day": "để trống là chưa biết",
    "levels": "90=Tiêu biểu; 80=Đạt; 0=Chưa đạt",
}
_SOLAR_YEAR = "năm dương lịch"


def context(name: str, year: int, state: str) -> str:
    """The line beside the title."""
    return f"Năm {year}, {name[:1].lower()}{name[1:]}. {state}"


def state(version: int, confirmed_on: date | None) -> str:
    """How the year stands."""
    if confirmed_on is not None:
        return f"Bản {version}, xác nhận ngày {confirmed_on:%d/%m/%Y}"
    return f"Bản {version}, đang chấm" if version else "Chưa chấm điểm nào bằng tay"


def foot(got: int, most: int, level: Level | None, missing: tuple[int, int]) -> str:
    """The total under the rows; how many are not scored, and how many lack a reason."""
    unscored, unreasoned = missing
    parts = [f"Tự chấm {told.total(got, most)}", told.level(level) if level else ""]
    parts.append(f"còn {amount(unscored)} tiêu chí chưa chấm" if unscored else "")
    parts.append(f"{amount(unreasoned)} tiêu chí cần lý do" if unreasoned else "")
    return "; ".join(part for part in parts if part) + "."


def beside(year: int, before: tuple[int, int] | None, now: int, province: tuple[str, date, int | None] | None) -> str:
    """The year before and the province's decision."""
    parts = []
    if before is not None:
        parts.append(f"Năm {year - 1}: {told.total(*before)}, năm nay {told.difference(now, before[0])}.")
    if province is not None:
        number, on, got = province
        points = f": {told.points(got)} điểm" if got is not None else ""
        parts.append(f"Tỉnh chấm theo quyết định {number} ngày {on:%d/%m/%Y}{points}.")
    return " ".join(parts)


def years(rows: Sequence[tuple[int, str, str]]) -> str:
    """Confirmed years beside each other."""
    told_years = "; ".join(f"{year}: {got}, {level}" for year, got, level in rows)
    return f"Các năm đã xác nhận: {told_years}." if len(rows) > 1 else ""


def whole(text: str, evidence: str, rule: str, reason: str) -> str:
    """Everything of the criterion under the bar."""
    proof = f"Kiểm chứng: {evidence.rstrip('.')}. " if evidence else ""
    lines = [text, f"{proof}{rule}", f"Lý do: {reason}" if reason else ""]
    return "\n".join(line for line in lines if line)


def rule(kind: str, fed: str, bands: str) -> str:
    """How points follow, in a sentence."""
    if kind == "hand":
        return "Chấm bằng tay."
    steps = f": {bands}" if bands else ""
    return f"{told.RULES[kind][:1].upper()}{told.RULES[kind][1:]}, {told.FED[fed]}{steps}."


def own(points: int | None, most: int) -> str:
    """The office's own points."""
    return told.NOT_SCORED if points is None else f"{told.points(points)}/{told.points(most)}"


def optional(points: int | None) -> str:
    """Points where there are any."""
    return "" if points is None else told.points(points)


def files(count: int) -> str:
    """How many files are kept."""
    return f"{count} tệp" if count else ""


def confirm_text(year: int, got: str, level: str) -> str:
    """What the leader confirms."""
    return (
        f"Năm {year}: {got}, {level}. Xác nhận rồi thì bảng này đứng yên cùng số liệu và lý do; "
        "tổng điểm đi theo gói tháng. Cần sửa thì mở bản sau, ghi lý do."
    )


def begin_text(name: str) -> str:
    """Before a draft is begun."""
    return f"{name} giữ nguyên. Máy chép thành một bản đang soạn để sửa rồi đưa vào dùng."


def preview(file: str, count: int, points: int, wrong: int) -> str:
    """Over the rows of a spreadsheet."""
    head = f"{file}: {amount(count)} tiêu chí, {told.points(points)} điểm."
    if wrong:
        return f"{head} {amount(wrong)} dòng cần sửa trong bảng tính rồi chọn lại; chưa có gì thay đổi."
    return f"{head} Xem lại rồi nhận; bộ nhận về là bản đang soạn, bộ đang dùng giữ nguyên."


def whole_row(row: int, group: str, text: str, found: str) -> str:
    """The row under the bar in full."""
    told_row = f"Dòng {row}, nhóm {group}: {text}" if group else f"Dòng {row}: {text}"
    return f"{told_row}. {found[:1].upper()}{found[1:]}." if found else f"{told_row}."


def findings(noticed: Sequence[str], wrong: Sequence[str]) -> str:
    """What was mended in a row, or has to be."""
    return "; ".join((*map(told.finding, wrong), *(told.NOTICES[one] for one in noticed)))


def editor(name: str, edition: int, points: int) -> str:
    """Over the rows of a draft."""
    return f"{name}, {told.edition(edition)}: {told.points(points)} điểm."


def fed_choices() -> tuple[tuple[str, str], ...]:
    """The figures of the register, none first."""
    return (("", "không lấy số của sổ"), *told.FED.items())


def calendar_choices(calendars: Calendars) -> tuple[tuple[str, str], ...]:
    """Which year may be scored."""
    yearly = (one for one in calendars.calendars if any(not term.part for term in one.terms))
    return (("", _SOLAR_YEAR), *((one.id, one.name) for one in yearly))


def file_kept(code: str) -> str:
    """After a file was kept."""
    return f"Đã giữ tài liệu cho tiêu chí {code}."


def saved(name: str) -> str:
    """After the table was written."""
    return f"Đã lưu {name}."
