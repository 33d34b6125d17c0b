"""Words of the actions of the menu Báo cáo and of its pages: what a menu shows, with its letter, and a line of help."""

from collections.abc import Mapping

YEAR: Mapping[str, tuple[str, str]] = {
    "page-reports": ("&Báo cáo", "số liệu từng kỳ, xuất văn bản, chốt"),
    "report-days": ("Chọn ngày", "ở dòng Chọn ngày của danh sách kỳ"),
    "report-texts": ("Viết phần lời", "việc đã làm, khó khăn, đề xuất"),
    "report-issue": ("Chốt báo cáo", "số và lời giữ nguyên từ đây; chữa thì chốt bản mới"),
    "report-older": ("Bản đã chốt", "ghi lại bản nào cũng được"),
    "report-leader": ("In tờ lãnh đạo", "tháng trước trong một trang A4"),
    "report-docx": ("Xuất DOCX", "văn bản để sửa tiếp và ký"),
    "report-pdf": ("Xuất PDF", "để in và gửi"),
    "report-xlsx": ("Xuất XLSX", "bảng số thật và biểu đồ"),
    "page-evidence": ("Hồ sơ &kiểm chứng", "tệp, ảnh chứng minh việc đã làm; tập của năm"),
    "evidence-add": ("Thêm tệp", "hoặc kéo tệp thả vào trang"),
    "evidence-open": ("Mở xem", "bản xem tạm, đóng sổ là mất"),
    "evidence-change": ("Sửa", "tên, ngày, có người nhận ra được không"),
    "evidence-tie": ("Gắn thêm việc", "tiêu chí, buổi gặp dân, thư, khảo sát…"),
    "evidence-untie": ("Gỡ khỏi việc", "tệp vẫn giữ"),
    "evidence-kind": ("Loại việc khác", "chỉ xem tệp chứng minh loại ấy"),
    "evidence-save": ("Lưu ra tệp", "bản không niêm phong"),
    "evidence-take": ("Gỡ tệp", "ghi lý do; nội dung bỏ ngay"),
    "evidence-pack": ("Đóng tập của năm", "ZIP có mục lục, danh sách thư không họ tên, số liệu, tệp"),
    "evidence-check": ("Xem tập còn nguyên không", "tính lại mã từng tệp, so với sổ"),
    "page-yearlog": ("&Hoạt động trong năm", "tiếp dân, khen thưởng, báo chí, giao ước, ban chỉ đạo, kinh phí"),
    "year-kind": ("Chọn loại", "tiếp dân, khen thưởng, báo chí… bằng phím số"),
    "year-add": ("Ghi mới", "ô nhập ở lại để gõ liền nhiều dòng"),
    "year-change": ("Sửa", "mục đang chọn, là bản kế tiếp"),
    "year-take": ("Bỏ", "ghi lý do; không còn tính vào số liệu"),
    "year-year": ("Năm khác", "các năm đã ghi"),
    "year-table": ("Lưu bảng", "XLSX, mỗi loại một trang"),
    "year-erase": ("Xóa theo luật…", "lời ghi của một mục: lãnh đạo, người quản trị"),
    "page-criteria": ("Bộ &tiêu chí", "tự chấm, lãnh đạo xác nhận, điểm của tỉnh"),
    "criteria-score": ("Chấm điểm", "tiêu chí đang chọn, kèm lý do"),
    "criteria-reason": ("Ghi lý do", "vì sao chấm như vậy"),
    "criteria-file": ("Thêm tài liệu", "ảnh, văn bản chứng minh tiêu chí đang chọn"),
    "criteria-province": ("Điểm của tỉnh", "theo quyết định, đặt cạnh điểm tự chấm"),
    "criteria-confirm": ("Lãnh đạo xác nhận", "bảng chấm đứng yên từ đó"),
    "criteria-reopen": ("Mở bản sau", "sửa bảng đã xác nhận, ghi lý do"),
    "criteria-year": ("Năm khác", "các năm đã chấm"),
    "criteria-print": ("In bảng chấm", "A4 ngang, có chỗ ký"),
    "criteria-table": ("Lưu XLSX", "bảng tính có số thật"),
    "criteria-take-in": ("Nhận bộ từ bảng tính", "xem từng dòng rồi nhận"),
    "criteria-set": ("Sửa bộ tiêu chí", "lập lần ban hành mới rồi đưa vào dùng"),
}
"""id → (words, help), as in `common.words.actions`."""

YEAR_PLACES: Mapping[str, str] = {
    "yearlog": "Ở Hoạt động trong năm",
    "evidence": "Ở Hồ sơ kiểm chứng",
    "criteria": "Ở Bộ tiêu chí",
    "reports": "Ở Báo cáo",
}
"""Where a key works, as `common.words.actions.PLACES`."""
