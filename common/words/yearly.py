"""Sentences about the reports that programmes ask for: which are owed, written, issued."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from common.words.model_report import TEXT_TITLES

STATES: Mapping[str, str] = {"running": "đang chạy", "closed": "đã hết kỳ, chờ chốt", "issued": "đã chốt"}
NONE_ASKED = "Chưa có kỳ báo cáo nào theo các lịch mà xã dùng."
NONE_ISSUED = "Chưa chốt báo cáo nào."
TEXTS_KEPT = "Đã giữ phần chữ của báo cáo này. Các con số máy đếm lấy."
NO_TEXTS = "Chưa viết gì cho báo cáo này."

TROUBLES: Mapping[str, str] = {
    "report-still-running": (
        "Kỳ này còn chạy đến hết ngày {day} nên các con số còn thay đổi. Chưa chốt báo cáo. "
        "Xem trước thì được ngay; đến ngày ấy rồi chốt."
    ),
    "report-needs-reason": (
        "Kỳ này đã có báo cáo bản {version} chốt ngày {day}; bản ấy giữ nguyên mãi. Chưa chốt bản mới. "
        "Ghi lý do sửa để chốt bản tiếp theo."
    ),
    "report-unchanged": (
        "Số đếm, phần chữ và số văn bản đều như bản {version} đã chốt. Chưa chốt bản mới. Dùng lại bản ấy là đủ."
    ),
    "report-text-too-long": "Chưa giữ phần chữ. Mỗi phần dài nhất {limit} chữ. Viết gọn lại rồi lưu.",
    "report-text-has-a-number": (
        "Chưa giữ phần chữ. Trong đó có dãy số như số điện thoại hay số định danh; báo cáo gửi lên cấp trên chỉ nói "
        "số đếm. Bỏ dãy số ấy đi rồi lưu."
    ),
    "no-such-report-text": (
        "Báo cáo không có phần chữ {name}. Chưa có gì thay đổi. Có ba phần: results, difficulties, proposals."
    ),
    "no-such-report-form": ("Báo cáo chưa xuất được ra dạng {form}. Chưa ghi tệp nào. Chọn pdf, docx, xlsx hoặc json."),
    "no-such-report": "Không có báo cáo số {id}. Chưa có gì thay đổi. Xem danh sách báo cáo đã chốt để lấy đúng số.",
    "report-changed": (
        "Nội dung của báo cáo số {id} không còn đúng như lúc chốt nên máy không đưa ra. Sổ và các bản khác không bị "
        "đụng tới. Báo người hỗ trợ, và lấy lại tệp từ bản sao lưu."
    ),
    "report-of-newer-program": (
        "Báo cáo số {id} do bản chương trình mới hơn chốt nên bản này chưa mở được. Báo cáo còn nguyên. "
        "Cài bản mới rồi mở lại."
    ),
}


def day(of: date) -> str:
    """`14/12/2026`"""
    return f"{of:%d/%m/%Y}"


def asked_line(period: str, name: str, days: tuple[date, date, date | None], state: str) -> str:
    """One report that is asked for, its first and last day and the day on which it is due."""
    first, last, due = days
    ends = f", gửi trước hết ngày {day(due)}" if due else ""
    return f"{period}: {name}, từ {day(first)} đến {day(last)}{ends}, {STATES[state]}"


def followed(names: Sequence[str]) -> str:
    """Which calendars the office follows."""
    return f"Xã dùng các lịch: {', '.join(names)}." if names else "Xã chưa dùng lịch báo cáo nào."


def issued_line(id: int, period: str, number: str, told: tuple[int, date]) -> str:
    """One report that was issued."""
    version, on = told
    named = f" số {number}" if number else ""
    return f"{id}: {period}, bản {version}{named}, chốt ngày {day(on)}"


def issued(version: int, digest: str) -> str:
    """A report was issued just now."""
    again = f" Đây là bản {version}, thay bản trước; bản trước vẫn giữ." if version > 1 else ""
    return f"Đã chốt báo cáo. Các con số giữ nguyên từ nay, dấu nội dung {digest[:16]}.{again}"


def text_line(name: str, text: str) -> str:
    """One text of a report."""
    return f"{TEXT_TITLES[name]}: {text}"
