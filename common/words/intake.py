"""Words of reading sheets: what was found in a cell, how much is read, what an old encoding is called."""

from __future__ import annotations

from collections.abc import Mapping

FINDINGS: Mapping[str, str] = {
    "all-caps": "Họ tên {text} viết toàn chữ hoa, giữ nguyên như trong bảng.",
    "spaces": "{text}: có khoảng trắng thừa, đã bỏ.",
    "signs-dropped": "{text}: có ký tự ẩn, đã bỏ.",
    "name-begins-small": "Họ tên {text} có chữ không viết hoa đầu, giữ nguyên như trong bảng.",
    "number-shown-whole": "{text} là số {taken}.",
    "number-was-date": "Bảng tính đã đổi số này thành ngày, đọc lại là {taken}. Đối chiếu với sổ.",
    "date-from-serial": "Ngày ghi bằng dãy số {text} của bảng tính, đọc là {taken}.",
    "short-year": "Năm chỉ có hai chữ số: {text} đọc là {taken}. Xem có đúng thế kỷ không.",
    "date-no-such-day": "Lịch không có ngày {text}. Giữ nguyên chữ để anh chị sửa.",
    "date-month-first": "{text} có lẽ ghi tháng trước ngày ({other}). Giữ nguyên chữ để anh chị sửa.",
    "date-not-a-date": "{text} chưa đọc được thành ngày. Giữ nguyên chữ để anh chị sửa.",
    "date-year-missing": "Ngày {text} chưa có năm. Giữ nguyên chữ để anh chị sửa.",
    "date-two-readings": "{text} có thể là hai ngày khác nhau. Giữ nguyên chữ để anh chị chọn.",
    "date-calendar-unsaid": "{text} chưa rõ lịch âm hay lịch dương. Giữ nguyên chữ để anh chị sửa.",
    "zero-lost": "{text} thiếu chữ số 0 ở đầu, đề nghị {taken}. Đối chiếu với giấy tờ.",
    "digits-lost": "{text}: bảng tính đã làm mất các chữ số cuối nên bỏ trống. Lấy lại từ giấy tờ.",
    "number-kept-apart": "Số {text} không đủ 12 chữ số, ghi vào ô giấy tờ khác.",
    "not-kept": "{text}: giấy tờ này sổ không có ô nên không nhận.",
    "code-unknown": "{text} không có trong danh mục của Bộ. Xem lại ô này.",
    "formula": "{text} trông như công thức, chỉ nhận như chữ thường.",
    "error-cell": "Ô này trong bảng tính đang báo {text} nên bỏ trống. Mở bảng tính xem lại.",
    "old-letters": "{text} có vẻ viết bằng bảng mã cũ. Chọn đổi chữ của cột này rồi xem lại.",
    "too-long": "Ô này dài quá {limit} chữ nên cắt bớt phần sau. Xem lại trong bảng tính.",
    "row-without-name": "Dòng này không có họ tên người được đăng ký nên không đọc thành việc nào.",
}
"""What stands in a cell and what is done with it; `text` is what stood there, `taken` what is taken."""

LIMITS: Mapping[str, str] = {
    "bytes": "{} MB",
    "rows": "{} dòng",
    "columns": "{} cột",
    "cells": "{} ô",
    "sheets": "{} trang tính",
}
ENCODINGS: Mapping[str, str] = {
    "tcvn3": "TCVN3 (ABC, phông .VnTime)",
    "tcvn3-capitals": "TCVN3 chữ hoa (phông .VnTimeH)",
    "vni": "VNI (phông VNI-Times)",
    "windows-1258": "Windows-1258",
    "utf-8": "UTF-8 bị đọc nhầm",
}


class _Known(dict[str, str]):
    """Details of a sentence; one that is missing shows as an ellipsis."""

    def __missing__(self, key: str) -> str:
        return "…"


def finding(code: str, details: Mapping[str, str]) -> str:
    """What was found in a cell; an unknown code names itself."""
    return FINDINGS.get(code, code).format_map(_Known(details))


def limit(what: str, most: int) -> str:
    """The most of something that is read: "60.000 dòng"."""
    return LIMITS[what].format(f"{most:,}".replace(",", "."))
