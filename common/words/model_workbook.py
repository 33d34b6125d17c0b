"""The words of the model's report as a workbook: names of sheets, heads, rows."""

from __future__ import annotations

from collections.abc import Mapping

ABOUT, TEXTS = "Báo cáo", "Lời văn"
LETTERS, COMPARED, MONTHS = "Đăng ký và thư", "So sánh", "Theo tháng"
VOICE, SURVEYS, FOLLOW_UPS = "Góp ý", "Khảo sát", "Việc sau góp ý"
SESSIONS, MEETINGS, FURTHER, UNITS = "Gặp dân", "Tiếp dân, đơn thư", "Việc khác", "Theo xã cũ"

ABOUT_HEAD = ("Mục", "Nội dung")
ABOUT_ROWS: Mapping[str, str] = {
    "subject": "Báo cáo",
    "office": "Đơn vị",
    "period": "Kỳ báo cáo",
    "first": "Từ ngày",
    "last": "Đến hết ngày",
    "as_of": "Số liệu tính đến",
    "source": "Theo văn bản",
    "recipients": "Nơi nhận",
    "due": "Hạn gửi",
    "number": "Số văn bản",
    "version": "Bản số",
    "on": "Chốt ngày",
    "reason": "Lý do thay bản trước",
    "digest": "Dấu của nội dung",
}
TEXTS_HEAD = ("Phần", "Lời văn")
LETTERS_HEAD = ("Loại việc", "Đăng ký", "Quá hạn", "Đã lập", "Đã in", "Đã trao", "Trao/đăng ký")
MONTHS_HEAD = ("Tháng", "Việc đã đăng ký", "Thư đã trao")
VOICE_HEAD = ("Nội dung", "Số", "Tỷ lệ")
VOICE_ROWS: Mapping[str, str] = {
    "n": "Góp ý theo thư",
    "content": "Hài lòng trở lên",
    "low": "Khoảng tin cậy 95%, từ",
    "high": "Khoảng tin cậy 95%, đến",
}
REACTIONS: Mapping[str, str] = {
    "good": "Phản ánh tích cực khi nhận thư",
    "bad": "Phản ánh tiêu cực khi nhận thư",
    "none": "Đã nhận thư, chưa có phản ánh",
}
CHANNEL = "Cách góp ý: {way}"
SURVEYS_HEAD = ("Cuộc khảo sát", "Từ ngày", "Đến ngày", "Phát", "Thu", "Trả lời", "Hài lòng trở lên", "Tỷ lệ")
SURVEYS_RANGE = ("Khoảng 95%, từ", "Khoảng 95%, đến")
COUNT_HEAD = ("Nội dung", "Số")
FOLLOW_UP_ROWS: Mapping[str, str] = {
    "opened": "Việc đã nhận",
    "done": "Việc đã làm xong",
    "in_time": "Xong đúng hạn",
    "median": "Nửa số việc xong trong (ngày)",
}
OUTCOME = "Kết quả: {outcome}"
MEETINGS_HEAD = ("Việc", "Số lần ghi", "Lượt, vụ", "Đã xong")
FURTHER_ROWS: Mapping[str, str] = {
    "sessions": "Buổi sáng với Nhân dân, số buổi",
    "citizens": "Lượt người dân dự",
    "bodies": "Lượt cơ quan, đơn vị dự",
    "settled": "Ý kiến đã giải quyết trong kỳ",
    "in_time": "Giải quyết đúng hạn",
    "waiting": "Ý kiến còn nợ trả lời đến cuối kỳ",
    "late": "Trong đó quá hạn",
    "person": "Khen thưởng, biểu dương cá nhân",
    "body": "Khen thưởng, biểu dương tập thể",
    "conduct_told": "Phản ánh về thái độ phục vụ",
    "conduct_upheld": "Đã xem xét: đúng",
    "conduct_unfounded": "Đã xem xét: không đúng",
    "letters": "Bản thư được lưu",
    "handed": "Lần trao thư có ghi ngày",
}
FILES = "Tệp kiểm chứng {what}"
PAGE_FOOT = "Trang &P/&N"
