"""What the level above says of the model's reports: the page of a period and of one commune, files, command line."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from common.model_report import Figures
from common.periods import Period, read_period
from common.words.model_report import NOT_COMPARED, period_title
from common.words.reports import amount

TITLE = "Báo cáo mô hình"
PLAIN = "Kỳ theo lịch thường"
TOTAL = "Cộng"
COUNTED = (
    "Việc đăng ký",
    "Đăng ký quá hạn",
    "Thư đã trao",
    "Trong đó thư theo việc đăng ký",
    "Buổi gặp dân",
    "Ý kiến đã giải quyết",
    "Ý kiến còn phải trả lời",
    "Trong đó quá hạn",
    "Lượt tiếp dân",
    "Lượt đối thoại",
    "Đơn khiếu nại, tố cáo",
    "Khen thưởng, biểu dương",
    "Phản ánh thái độ",
    "Phản ánh đúng",
)
"""The figures of a line, as `district.model_files.counted` gives them."""
HEAD = (
    *("Mã", "Đơn vị", *COUNTED),
    *("Điểm tiêu chí", "Điểm cao nhất", "Mức", "Tập kiểm chứng", "Báo cáo xã đã lập", "Bản", "Ngày lập"),
)
"""The columns of the file."""
STATES: Mapping[str, str] = {"in-time": "đúng hạn", "late": "muộn", "missing": "chưa", "due": "chưa"}
RECOUNTED = (
    "Số liệu do cấp trên đếm lại từ các gói tháng xã đã gửi. Phần việc đã làm, khó khăn, đề xuất và tệp kiểm chứng nằm "
    "trong báo cáo của xã."
)
SUMMED = "Số liệu đếm từ các gói tháng mà các xã, phường đã gửi."
EXPLAINED = (
    "Đếm theo ngày trong kỳ, bằng đúng cách đếm ở máy của xã; mỗi xã một dòng, xếp theo tên, không xếp hạng. Trao/ĐK: "
    "thư theo việc đã trao so với việc đăng ký trong kỳ. Bản xã lập: máy xã chốt số rồi báo lên bằng gói tháng; "
    "“chưa” là chưa thấy trong các gói đã nhận. Điểm tiêu chí và tập kiểm chứng là của năm, do xã tự chấm và lập."
)
RATINGS_DIFFER = (
    "Góp ý theo thư ở đây gộp theo nhóm của cấp trên nên có thể đứng ở kỳ khác so với bản của xã; các số khác phải "
    "bằng nhau khi xã đã gửi đủ gói."
)
ASKED = "Kỳ đang xem"
THIS_PERIOD = "kỳ đang xem"
ISSUED = "Báo cáo xã đã lập"
SCORED = "Tiêu chí theo năm"
PACKS = "Hồ sơ kiểm chứng theo năm"
NO_ISSUED = "Chưa thấy báo cáo nào trong các gói đã nhận. Xã lập báo cáo xong thì dấu của bản ấy đi theo gói tháng sau."
NO_SCORED = "Xã chưa báo điểm. Khi lãnh đạo xã chốt điểm của năm, điểm đi theo gói tháng sau."
NO_PACKS = "Xã chưa lập tập kiểm chứng nào."
CHECKING = "Có tệp của xã thì chạy: district-cli check-pack TỆP"
NO_COMMUNES = "Chưa có xã nào tham gia."

TROUBLES: Mapping[str, str] = {
    "no-such-report-form": (
        "Chưa biết ghi báo cáo ra tệp {form}. Chưa có tệp nào được ghi. Chọn một trong các đuôi pdf, docx, xlsx, json."
    ),
    "pack-not-whole": (
        "Trong tập {file} có {count} tệp không khớp danh mục, như {name}. Chưa có gì thay đổi, nhưng tập này "
        "không dùng làm chứng được. Xin xã chép lại, hoặc lập lại tập."
    ),
    "pack-unknown": (
        "Chưa xã nào báo lên tập có dấu {digest}. Tệp {file} còn nguyên vẹn và không bị đụng tới. Chờ gói tháng "
        "sau của xã rồi xem lại, hoặc hỏi xã đã lập bản mới chưa."
    ),
}


def heading(period: Period) -> str:
    """`Báo cáo mô hình, quý IV năm 2026`"""
    return f"{TITLE}, {period_title(period)}"


def option(period: Period, due: date | None) -> str:
    """One period of a calendar in the list: `quý IV năm 2026 (15/09 đến 14/12), hạn 20/12`."""
    ends = f", hạn {due:%d/%m}" if due else ""
    first = f"{period.first:%d/%m}" if period.first.year == period.last.year else f"{period.first:%d/%m/%Y}"
    return f"{period_title(period)} ({first} đến {period.last:%d/%m/%Y}){ends}"


def plain(name: str) -> str:
    """A period by the calendar alone: `tháng 11 năm 2026`."""
    return period_title(read_period(name))


def issued_of_all(done: tuple[int, int], late: int, missing: int) -> str:
    """How many communes issued a period's report."""
    issued, every = done
    after = f", {amount(late)} xã lập muộn" if late else ""
    owed = f"; {amount(missing)} xã quá hạn chưa thấy" if missing else ""
    return f"Đã thấy báo cáo của {amount(issued)} trong {amount(every)} xã{after}{owed}."


def issued_cell(number: int, on: date, late: bool) -> str:
    """`15/12`, `muộn 22/12`, from the second version on with its number."""
    again = f", bản {number}" if number > 1 else ""
    return f"{'muộn ' if late else ''}{on:%d/%m}{again}"


def edition(id: str, number: int) -> str:
    """`bộ mau-100, lần 1`"""
    return f"bộ {id}, lần {number}"


def packed(files: int, letters: int) -> str:
    """`12 tệp, 340 thư`"""
    return f"{amount(files)} tệp, {amount(letters)} thư"


def under(period: Period, due: date | None) -> str:
    """The days of the period, and the day on which its reports are due."""
    ends = f", xã gửi báo cáo trước hết ngày {due:%d/%m/%Y}" if due else ""
    return f"từ {period.first:%d/%m/%Y} đến {period.last:%d/%m/%Y}{ends}"


def days(first: str, last: str) -> str:
    """`15/09 đến 14/12/2026`, out of ISO days."""
    begin, end = date.fromisoformat(first), date.fromisoformat(last)
    return f"{begin:%d/%m}{f'/{begin.year}' if begin.year != end.year else ''} đến {end:%d/%m/%Y}"


def against(figures: Figures) -> str:
    """Letters over events handed over, as a share of the events registered; more than all is possible."""
    told = figures.report
    events = sum(told.events.values())
    joined = sum(told.letters[event]["delivered"] for event in told.events)
    return f"{joined / events * 100:.0f}%" if events else NOT_COMPARED


def points(hundredths: int) -> str:
    """`87,5`"""
    whole, part = divmod(hundredths, 100)
    return f"{amount(whole)},{part:02d}".rstrip("0") if part else amount(whole)


def scored(told: tuple[int, int], level: str) -> str:
    """`87,5 trên 100, Tốt`"""
    got, most = told
    return f"{points(got)} trên {points(most)}{f', {level}' if level else ''}"


def short(digest: str) -> str:
    """The first sixteen digits of a digest in fours."""
    return " ".join(digest[at : at + 4] for at in range(0, 16, 4))


def version(number: int, on: date) -> str:
    """`bản 2, 20/12/2026`"""
    return f"bản {number}, {on:%d/%m/%Y}"


def issued_line(name: str, state: str, told: tuple[int, date, str] | None) -> str:
    """How one commune's report stands."""
    if told is None:
        return f"{name}: {'quá hạn, chưa thấy' if state == 'missing' else 'chưa thấy'}"
    number, on, digest = told
    late = ", muộn" if state == "late" else ""
    return f"{name}: {version(number, on)}{late}, dấu {short(digest)}"


def pack_held(name: str, year: int, told: tuple[int, date]) -> str:
    """A pack is the one that was told."""
    return f"Đúng tập hồ sơ kiểm chứng năm {year} của {name}, {version(*told)}. Mọi tệp trong tập còn nguyên."


def pack_older(name: str, year: int, newest: int) -> str:
    """A pack is one that was told, and replaced since."""
    return f"Tập còn nguyên, của {name}, năm {year}; nhưng xã đã lập bản mới hơn, bản {newest}. Xin xã bản mới."
