"""Words of the actions of the menu Báo cáo and of its pages: what a menu shows, with its letter, and a line of help."""

from collections.abc import Mapping

YEAR: Mapping[str, tuple[str, str]] = {
    "page-reports": ("&Báo cáo", "số liệu từng kỳ, xuất văn bản, chốt"),
    "report-days": ("Chọn ngày", "ở dòng Chọn ngày của danh sách kỳ"),
    "report-texts": ("Viết phần lời", "việc đã làm, khó khăn, đề xuất"),
    "report-issue": ("Chốt báo cáo", "số và lời giữ nguyên từ đây; chữa thì chốt bản mới"),
    "report-older": ("Bản đã chốt", "ghi lại bản nào cũng được"),
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
}
"""id → (words, help), as in `common.words.actions`."""

YEAR_PLACES: Mapping[str, str] = {
    "yearlog": "Ở Hoạt động trong năm",
    "evidence": "Ở Hồ sơ kiểm chứng",
    "reports": "Ở Báo cáo",
}
"""Where a key works, as `common.words.actions.PLACES`."""
