"""Words of the criteria set: figures of the register by name, what is said of a value, what stands in the way."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from common.criteria import Band, Level
from common.criteria_figures import Value
from common.words.reports import amount

RULES: Mapping[str, str] = {
    "hand": "chấm bằng tay",
    "share": "theo tỷ lệ",
    "amount": "theo số lượng",
    "yes-no": "có thì đủ điểm",
}
FED: Mapping[str, str] = {
    "events-on-time": "đăng ký đúng hạn",
    "letters-delivered": "thư trao so với việc đăng ký",
    "letters-birth": "thư khai sinh đã trao",
    "letters-marriage": "thư kết hôn đã trao",
    "letters-death": "thư chia buồn đã trao",
    "satisfaction": "góp ý hài lòng trở lên",
    "survey-satisfaction": "phiếu khảo sát hài lòng trở lên",
    "surveys-returned": "phiếu khảo sát thu về",
    "follow-ups-in-time": "việc sau góp ý đúng hạn",
    "opinions-settled": "ý kiến trong buổi gặp đã trả lời",
    "opinions-in-time": "ý kiến trong buổi gặp đúng hạn",
    "complaints-settled": "khiếu nại, tố cáo đã giải quyết",
    "letters-thanks": "thư cảm ơn đã trao",
    "letters-apology": "thư xin lỗi đã trao",
    "sessions": "buổi sáng với Nhân dân",
    "receptions": "buổi tiếp dân",
    "dialogues": "cuộc đối thoại",
    "surveys": "cuộc khảo sát",
    "commendations": "lượt biểu dương",
    "reports-issued": "báo cáo đã ban hành",
    "evidence": "tài liệu đã lưu",
}
_FINDINGS: Mapping[str, str] = {
    "criteria-form": "Chỗ này thiếu hoặc ghi khác kiểu cần có. So với bộ mẫu rồi sửa",
    "criteria-id": "Tên tắt chỉ gồm chữ thường không dấu, chữ số và dấu gạch ngang; số lần ban hành từ 1",
    "criteria-text": "Ghi nội dung vào ô này",
    "criteria-long": "Ô này dài quá {limit} chữ. Viết ngắn lại",
    "criteria-code": "Ghi mã như 1.1 hay II.3, dài nhất 16 chữ, không trùng",
    "criteria-twice": "Mã này đã dùng cho tiêu chí khác. Ghi mã khác",
    "criteria-points": "Ghi số điểm tối đa lớn hơn 0, như 5 hay 2,5; cả bộ không quá 1.000 điểm",
    "criteria-rule": "Chọn một cách chấm trong danh sách",
    "criteria-fed": "Cách chấm này cần một số của sổ cùng kiểu: tỷ lệ đi với tỷ lệ, số lượng đi với số lượng",
    "criteria-bands": "Ghi các mức từ cao xuống thấp như 95=5; 85=4; 70=3, mức đầu cho đủ điểm tối đa",
    "criteria-none": "Nhóm này chưa có tiêu chí nào. Thêm tiêu chí hoặc bỏ nhóm",
    "criteria-days": "Ngày cuối không trước ngày đầu; ghi như 01/01/2026",
    "criteria-levels": "Ghi các mức xếp loại từ cao xuống thấp như 90=Tiêu biểu; 80=Đạt; 0=Chưa đạt, mức cuối từ 0",
}
PROBLEMS: Mapping[str, str] = {
    **_FINDINGS,
    "criteria-number": "Ghi số điểm như 4 hay 3,5, từ 0 đến {most}",
    "criteria-reason": "Ghi lý do: điểm khác mức sổ đề nghị, hoặc chưa đạt điểm cao nhất",
    "criteria-decision": "Ghi số quyết định, như 123/QĐ-UBND",
    "criteria-decision-day": "Ghi ngày quyết định như 15/12/2026, không sau hôm nay",
    "criteria-file-day": "Ghi ngày của tài liệu như 20/11/2026, không sau hôm nay",
    "criteria-group": "Chọn nhóm của tiêu chí này",
    "criteria-calendar": "Chọn một lịch báo cáo trong danh sách, hoặc để theo năm dương lịch",
}
TROUBLES: Mapping[str, str] = {
    "no-such-criteria": "Không có bộ tiêu chí {name}. Chưa có gì thay đổi. Các bộ đang có: {known}.",
    "no-such-criterion": "Bộ này không có tiêu chí {criterion}. Chưa có gì thay đổi. Xem lại mã trong bảng.",
    "criteria-year": "Chưa chấm được năm {year}: năm ấy chưa bắt đầu hoặc ngoài lịch của bộ. Chọn năm khác.",
    "criteria-confirmed": (
        "Năm {year} đã được lãnh đạo xác nhận ngày {day}. Chưa có gì thay đổi. Cần sửa thì mở bản sau, ghi lý do."
    ),
    "criteria-open": "Bảng của năm {year} đang mở để chấm. Chưa có gì thay đổi.",
    "criteria-unscored": (
        "Chưa xác nhận: còn {count} tiêu chí chưa chấm, như {codes}. Chấm nốt rồi xác nhận, để không điểm nào bỏ trống."
    ),
    "criteria-unreasoned": (
        "Chưa xác nhận: {count} tiêu chí cần lý do, như {codes}. Ghi vì sao điểm khác mức sổ đề nghị hoặc chưa đủ điểm."
    ),
    "criteria-reopen-reason": "Chưa mở bản sau. Ghi vì sao phải sửa, như: bổ sung minh chứng tiêu chí 6.1.",
    "criteria-in-use": (
        "Bộ {name} đang dùng nên không sửa. Chưa có gì thay đổi. Lập lần ban hành mới rồi sửa ở đó, "
        "các năm đã chấm giữ nguyên."
    ),
    "criteria-not-ready": "Chưa đưa vào dùng: còn {count} chỗ cần sửa, trước hết là {place}. {why}.",
    "criteria-file": "Chưa đọc được bảng tính {file}. Chưa có gì thay đổi. Lưu lại thành tệp .xlsx rồi chọn lại.",
    "criteria-no-table": (
        "Chưa thấy bảng tiêu chí trong {file}. Chưa có gì thay đổi. Dòng tiêu đề cần có cột tiêu chí và cột điểm."
    ),
    "criteria-rows": (
        "Chưa nhận bộ này: {count} dòng của bảng tính cần sửa, trước hết là dòng {row}. Sửa rồi chọn lại tệp."
    ),
    "criteria-draft-there": "Bộ {name} đã có một bản đang soạn. Chưa có gì thay đổi. Sửa tiếp hoặc bỏ bản ấy.",
}
NONE_YET, NOT_SCORED = "chưa có số", "chưa chấm"
NO_LEVEL = "chưa xếp loại"
SET_HELP = "Bộ tiêu chí, như mau-100 hay mau-100/1; để trống là bộ đang dùng."
EXAMPLE = "Bộ mẫu để tham khảo, thay bằng bộ của tỉnh"
_NUMBER = re.compile(r"([0-9]{1,4})(?:[.,]([0-9]{1,2}))?(?: ?(?:điểm|đ|d))?")


def points(hundredths: int) -> str:
    """Points as offices write them: 90, 4,5."""
    whole, rest = divmod(abs(hundredths), 100)
    told = f"{amount(whole)},{rest:02}".rstrip("0") if rest else amount(whole)
    return f"-{told}" if hundredths < 0 else told


def read_points(text: str) -> int | None:
    """Points as typed (5; 4,5; "5 điểm") in hundredths, None where it is no number."""
    found = _NUMBER.fullmatch(" ".join(text.lower().split()))
    return int(found[1]) * 100 + int((found[2] or "").ljust(2, "0")) if found else None


def value(fed: str, one: Value | None) -> str:
    """A figure beside its name: `54/62, 87%`, `12`."""
    if not fed:
        return ""
    if one is None:
        return NONE_YET
    if one.whole is None:
        return amount(one.part)
    return f"{amount(one.part)}/{amount(one.whole)}, {percent(one.part, one.whole)}"


def percent(part: int, whole: int) -> str:
    """A share, rounded down: 94,9 per cent has not reached 95."""
    tenths = 1000 * part // whole
    return f"{tenths // 10},{tenths % 10}%" if tenths % 10 else f"{tenths // 10}%"


def level(one: Level | None) -> str:
    """The name of a level."""
    return one.name if one else NO_LEVEL


def total(got: int, most: int) -> str:
    """`84,5/100 điểm`"""
    return f"{points(got)}/{points(most)} điểm"


def difference(now: int, before: int) -> str:
    """Against the year before: `+2,5`, `-1`, `không đổi`."""
    if now == before:
        return "không đổi"
    return f"+{points(now - before)}" if now > before else points(now - before)


def bands_text(bands: Sequence[Band]) -> str:
    """Bands as they are typed: 95=5; 85=4."""
    return "; ".join(f"{band.least}={points(band.points)}" for band in bands)


def read_bands(text: str) -> tuple[Band, ...] | None:
    """Bands as typed; None where one of them is no number."""
    found = []
    for part in filter(None, (each.strip() for each in text.split(";"))):
        least, _, told = part.replace("%", "").partition("=")
        got = read_points(told.strip())
        if got is None or not least.strip().isascii() or not least.strip().isdecimal():
            return None
        found.append(Band(int(least), got))
    return tuple(found)


def levels_text(levels: Sequence[Level]) -> str:
    """Levels as they are typed: 90=Tiêu biểu; 80=Đạt."""
    return "; ".join(f"{points(one.least)}={one.name}" for one in levels)


def read_levels(text: str) -> tuple[Level, ...] | None:
    """Levels as typed; None where one of them has no number."""
    found = []
    for part in filter(None, (each.strip() for each in text.split(";"))):
        least, _, name = part.partition("=")
        got = read_points(least.strip())
        if got is None:
            return None
        found.append(Level(got, " ".join(name.split())))
    return tuple(found)


def finding(code: str) -> str:
    """What is to be done where something does not fit."""
    return PROBLEMS[code].format(limit=600, most="điểm tối đa")


def place(path: str) -> str:
    """Where a finding is, for people: `nhóm 2, tiêu chí 3, điểm`."""
    words = {"groups": "nhóm", "criteria": "tiêu chí", "levels": "mức xếp loại", "bands": "mức điểm"}
    parts = []
    for part in path.split("."):
        named = re.fullmatch(r"([a-z_]+)\[([0-9]+)\]", part)
        parts.append(f"{words.get(named[1], named[1])} {int(named[2]) + 1}" if named else _FIELDS.get(part, part))
    return ", ".join(parts)


_FIELDS: Mapping[str, str] = {
    **{"code": "mã", "text": "nội dung", "most": "điểm", "evidence": "tài liệu kiểm chứng", "rule": "cách chấm"},
    **{"fed": "số của sổ", "bands": "mức điểm", "name": "tên", "least": "từ điểm", "levels": "các mức xếp loại"},
    **{"groups": "các nhóm", "criteria": "các tiêu chí", "last_day": "ngày cuối", "source": "văn bản ban hành"},
    **{"id": "tên tắt", "edition": "lần ban hành", "$": "cả tệp"},
}


def edition(number: int) -> str:
    """`lần 2`"""
    return f"lần {number}"


def set_line(name: str, number: int, state: str, years: Sequence[int]) -> str:
    """One set in the list of the command line."""
    scored = f", đã chấm {', '.join(map(str, years))}" if years else ""
    return f"{name}, {edition(number)}: {STATES[state]}{scored}"


STATES: Mapping[str, str] = {"example": "bộ mẫu", "draft": "đang soạn", "in-force": "đang dùng"}


def confirmed(year: int, version: int, got: str, digest: str) -> str:
    """After the leader's confirmation."""
    return f"Đã xác nhận bảng chấm năm {year}, bản {version}: {got}. Mã của bản: {digest[:8]}."


def scored(code: str, got: int, most: int) -> str:
    """After one score."""
    return f"Tiêu chí {code}: {total(got, most)}."


def province_kept(number: str) -> str:
    """After the province's score was typed."""
    return f"Đã ghi điểm của tỉnh theo quyết định {number}."


def reopened(year: int, version: int) -> str:
    """After a further version was begun."""
    return f"Đã mở bản {version} của năm {year}. Bản trước giữ nguyên."


def taken(name: str, count: int, got: int) -> str:
    """After a set was taken in."""
    return f"Đã nhận {name}: {amount(count)} tiêu chí, {points(got)} điểm. Bộ đang soạn, xem lại rồi đưa vào dùng."


def year_line(year: int, version: int, got: str, reached: Level | None) -> str:
    """One year in the list of the command line."""
    return f"Năm {year}, bản {version}: {got}, {level(reached)}"


def row_line(code: str, got: int | None, most: int, text: str) -> str:
    """One criterion on the command line."""
    return f"{code}  {total(got, most) if got is not None else NOT_SCORED}  {text}"


def taken_line(row: int, code: str, text: str, wrong: Sequence[str]) -> str:
    """One row of a spreadsheet before it is kept."""
    told = "; ".join(finding(each) for each in wrong)
    return f"Dòng {row}: {code} {text}" + (f". {told}" if told else "")


def not_kept(count: int) -> str:
    """After a look without consent."""
    return f"Đã đọc {amount(count)} tiêu chí, chưa nhận gì. Xem rồi thêm --keep để nhận."


def begun(mark: str) -> str:
    """After a draft was begun."""
    return f"Đã lập {mark}, đang soạn. Bộ đang dùng giữ nguyên."


def used(name: str, number: int) -> str:
    """After a draft was put in force."""
    return f"{name}, {edition(number)}, nay là bộ đang dùng."


NOTICES: Mapping[str, str] = {
    "code-zero": "mã mất số 0 ở cuối hoặc đầu, máy ghi lại",
    "code-date": "mã bị bảng tính đổi thành ngày, máy ghi lại",
    "code-given": "dòng không có mã, máy đánh mã",
    "like-before": "giữ số của sổ và mức điểm như bộ trước",
}
