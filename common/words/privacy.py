"""Sổ truy cập: what the page and the terminal say of who did what."""

from collections.abc import Mapping

ACTS: Mapping[str, str] = {
    "log-in": "Vào làm việc",
    "numbers-paper": "In sổ cấp số",
    "check-sheet": "In phiếu đối chiếu chữ ký",
    "deliveries-saved": "Lưu sổ trao thư thành bảng",
    "letter-compared": "Soi thư trên tay với bản đã lưu",
    "code-looked-up": "Tra mã trên thư",
    "log-in-command": "Vào bằng dòng lệnh",
    "log-in-refused": "Gõ mật khẩu không đúng",
    "pin-refused": "Gõ mã PIN không đúng",
    "sheet-refused": "Gõ mã tờ cứu hộ không đúng",
    "refusals-unread": "Tệp ghi những lần gõ sai đã hỏng, không rõ mấy lần",
    "record-seen": "Xem bản ghi",
    "record-opened": "Mở đủ các ô của bản ghi",
    "number-sought": "Tìm theo số định danh",
    "letter-seen": "Xem thư",
    "letter-saved": "Lưu thư ra tệp",
    "about-person": "Xem mọi thứ đang giữ về một người",
    "copied": "Chép bản sao lưu",
    "copy-compared": "Xem trong bản sao lưu",
    "exported": "Xuất gói gửi cấp trên",
    "registered": "Ghi vào sổ",
    "amended": "Sửa bản ghi",
    "voided": "Bỏ bản ghi",
    "erased": "Xóa theo luật",
    "letter-prepared": "Soạn thư",
    "letter-printed": "In thư",
    "letter-delivered": "Ghi thư đã trao",
    "letter-voided": "Thư không còn tính",
    "ratings-tally": "Chốt góp ý tại quầy",
    "survey-tally": "Chốt kết quả khảo sát",
    "survey-reopened": "Mở lại một cuộc khảo sát đã chốt",
    "criteria-reopened": "Mở bản sau của một bảng chấm tiêu chí",
    "criteria-in-force": "Đưa một bộ tiêu chí vào dùng",
    "follow-up-reopened": "Mở lại một việc phải làm sau góp ý",
    "follow-up-opened": "Nhận việc phải làm sau góp ý",
    "follow-up-done": "Ghi việc đã làm sau góp ý",
    "check-shown": "Xem chữ ký nhận của thư rút thăm",
    "session": "Ghi buổi sáng với Nhân dân",
    "session-opinion": "Ghi ý kiến ở buổi gặp dân",
    "session-paper": "Lập biên bản, tờ kết quả của buổi gặp dân",
    "session-planned": "Lên lịch buổi sáng với Nhân dân",
    "session-dropped": "Bỏ lịch một buổi sáng với Nhân dân",
    "session-erased": "Xóa theo luật lời ghi của một ý kiến ở buổi gặp dân",
    "meeting": "Ghi số tiếp dân, đối thoại, khiếu nại, tố cáo",
    "commendation": "Ghi khen thưởng, biểu dương",
    "conduct": "Ghi phản ánh về thái độ phục vụ",
    "conduct-seen": "Xem phản ánh về thái độ phục vụ",
    "log-saved": "Lưu bảng Hoạt động trong năm ra tệp",
    "log-added": "Ghi một việc vào Hoạt động trong năm",
    "log-changed": "Sửa một mục của Hoạt động trong năm",
    "log-erased": "Xóa theo luật lời ghi của một mục Hoạt động trong năm",
    "log-taken-back": "Bỏ một mục của Hoạt động trong năm",
    "report-issued": "Chốt báo cáo",
    "criteria-scored": "Xác nhận điểm bộ tiêu chí",
    "evidence-added": "Giữ tệp kiểm chứng",
    "evidence-linked": "Gắn tệp kiểm chứng với một việc",
    "evidence-unlinked": "Gỡ tệp kiểm chứng khỏi một việc",
    "evidence-changed": "Sửa tên, ngày của tệp kiểm chứng",
    "evidence-taken-back": "Gỡ tệp kiểm chứng",
    "evidence-pack": "Đóng tập hồ sơ kiểm chứng của năm",
    "restored": "Khôi phục từ bản sao lưu",
    "restored-by-administrator": "Khôi phục từ bản sao lưu, người quản trị làm",
    "restored-by-sheet": "Khôi phục từ bản sao lưu bằng tờ cứu hộ",
    "restored-rescue": "Khôi phục từ bản sao lưu khi sổ không mở được",
    "set-up": "Lập sổ",
    "setting": "Đổi thiết lập",
    "signatory": "Đổi người ký",
    "numbered": "Cấp, đổi, gỡ số thư",
    "update-taken": "Dùng bản cập nhật của cấp trên",
    "update-put-back": "Trở về trước bản cập nhật của cấp trên",
    "units-updated": "Nhập danh mục xã, phường mới",
    "units-put-back": "Trở về danh mục xã, phường trước",
    "template-begun": "Mở bản thảo một mẫu thư",
    "template-taken-in": "Lấy một mẫu thư vào làm bản thảo",
    "template-dropped": "Bỏ bản thảo một mẫu thư",
    "template-approved": "Duyệt một mẫu thư",
    "template-withdrawn": "Thôi dùng một mẫu thư",
    "user-added": "Thêm người dùng",
    "user-removed": "Cho người rời quầy thôi mở sổ",
    "role-changed": "Đổi vai của một người",
    "password-reset": "Đặt mật khẩu lần đầu cho một người",
    "drafts-passed": "Chuyển bài gõ dở cho người khác",
    "handed-over": "In tờ bàn giao",
    "no-newer-receipt": "Nói rằng cấp trên chưa có biên nhận mới hơn",
    "number-shown": "Xem đủ số định danh",
    "user-called": "Đổi cách gọi người dùng",
    "password-changed": "Đổi mật khẩu",
    "rescue-proved": "Đối chiếu giấy cứu hộ",
    "rescue-renewed": "Làm giấy cứu hộ mới",
    "second-look": "Người thứ hai xem gói",
    "district": "Nối với cấp trên",
    "district-waiting": "Nhận khóa của cấp trên",
    "district-dropped": "Bỏ tệp khóa có sáu chữ không khớp",
    "keys-begun": "Bắt đầu đổi khóa của quầy",
    "keys-stayed": "Thôi đổi khóa của quầy",
    "keys-changed": "Đổi sang khóa mới của quầy",
    "names-accepted": "Đồng ý gửi tên lên cấp trên",
    "names-kept": "Thôi gửi tên lên cấp trên",
    "letter-kept-back": "Quyết không gửi một lá thư",
    "aside-looked-into": "Xem xong một dòng cấp trên để riêng",
    "opt-out": "Ghi gia đình không nhận thư",
    "opt-out-taken-back": "Thôi ghi gia đình không nhận thư",
    "book-closed": "Khóa sổ",
    "sheet-taken-in": "Nhập bảng tính vào sổ",
    "sheet-taken-back": "Hoàn lại một lần nhập bảng tính",
    "ministry-export": "Xuất tệp có tên người dân cho phần mềm của Bộ",
    "gap-explained": "Ghi vì sao trống số",
    "book-given": "Giao quyển sổ cho quầy khác",
    "book-taken-back": "Nhận lại quyển sổ",
}
LOG_COLUMNS = ("Lúc", "Người", "Việc", "Bản ghi số")


def act(code: str) -> str:
    """An act in words; one that has none yet is told as the office's own business."""
    return ACTS.get(code, "Việc nội bộ của quầy")


def entry(id: str) -> str:
    """Which entry of the year's log."""
    return f"mục {id}"


def row(at: str, user: str, told: str, number: str) -> str:
    """One line of the log in the terminal."""
    which = f"số {number}" if number[:1].isdigit() else number
    parts = (at.replace("T", " ")[:16], user or "(không rõ)", told, which)
    return "  ".join(part for part in parts if part)


def opted(marks: int, back: bool) -> str:
    """A household's wish is kept or taken back."""
    if back:
        return "Đã bỏ dấu; từ nay gia đình lại được soạn thư." if marks else "Không có dấu nào của gia đình này."
    return f"Đã giữ {marks} dấu, không giữ tên. Từ nay thư cho gia đình này được giữ lại."


def rows(n: int) -> str:
    """How many lines."""
    return f"{n} dòng, không có tên người dân." if n else "Chưa có dòng nào trong những ngày này."
