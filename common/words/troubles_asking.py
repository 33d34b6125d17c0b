"""Troubles with what was asked: a unit, a period, a registration or a letter that is not there."""

from collections.abc import Mapping

ASKING: Mapping[str, str] = {
    "drill-what": (
        "Chưa biết làm gì với buổi tập. Chưa có gì thay đổi. Ghi --out để in tờ tập, hoặc --done khi đã tập xong."
    ),
    "no-such-ceremony": "Buổi lễ này không còn trong sổ. Chưa có gì thay đổi. Chọn buổi khác.",
    "not-in-ceremony": "Dòng này không còn trong thứ tự của buổi lễ. Chưa có gì thay đổi. Mở lại trang rồi chọn lại.",
    "not-for-ceremony": "Chưa thêm ai. {who}: {why}.",
    "ceremony-over": "Buổi lễ này đã ghi trao, thứ tự không đổi nữa. Lập buổi khác cho những gia đình chưa nhận.",
    "ceremony-to-come": "Buổi lễ này ngày {day}, chưa tới. Chưa ghi gì. Trao rồi mới ghi.",
    "ceremony-nothing-given": (
        "Chưa ghi gì: chưa có thư nào đã in của người tới dự. In thư và đếm đủ tờ trước, rồi ghi đã trao."
    ),
    "board-has-a-number": (
        "Chưa ghi. Trong ô có dãy số như số điện thoại hay số định danh; bảng treo cho mọi người đọc. Bỏ dãy số ấy đi."
    ),
    "board-line-too-long": "Chưa ghi. Mỗi ô của bảng dài nhất {limit} chữ để đọc được từ xa. Viết ngắn lại.",
    "ceremony-too-long": "Chưa ghi. Mỗi ô của buổi lễ dài nhất {limit} chữ. Viết ngắn lại.",
    "unknown-unit": "Không có xã, phường, đặc khu nào mang mã {unit}. Chưa có gì thay đổi. Tìm theo tên rồi chọn lại.",
    "unit-ended": "{unit} đã sáp nhập, nay là {successor}. Chưa có gì thay đổi. Chọn đơn vị mới.",
    "not-a-commune": "{unit} chưa phải cấp xã. Chưa có gì thay đổi. Chọn xã, phường hoặc đặc khu.",
    "not-a-period": (
        "Chưa hiểu kỳ báo cáo {period}. Chưa lập báo cáo nào. Viết như 2026-10, 2026-Q4, 2026-H1, 2026-9M, 2026 "
        "hoặc 2024-03-01..2024-05-31."
    ),
    "not-a-month": "Gói gửi cấp trên đi theo tháng, {period} chưa phải một tháng. Chưa ghi gói nào. Viết như 2026-10.",
    "month-to-come": "Tháng {period} chưa tới. Chưa ghi gói nào. Chọn tháng đang chạy hoặc tháng đã hết.",
    "no-such-calendar": (
        "Chưa có lịch báo cáo mang tên ghi sau dấu @ trong {period}. Chưa lập báo cáo nào. "
        "Các lịch đang có: quy-14, 6-9-12, luy-ke, thang, dot-2022. Bỏ phần sau dấu @ để dùng tháng, quý theo lịch."
    ),
    "about-nobody": "Cho biết số định danh, hoặc họ tên cùng ngày sinh, hoặc mã trên thư của người hỏi. Chưa tra gì.",
    "no-such-letter-code": "Chưa thấy thư nào mang mã này trong sổ. Xem lại mã trên thư, hoặc tra bằng số định danh.",
    "erase-not-confirmed": "Chưa xóa gì. Gõ đúng số {number} của bản ghi để chắc rằng đây là bản cần xóa.",
    "erase-reason-names": "Chưa xóa gì. Trong lý do còn tên hay số của người này: viết lại lý do, không nhắc tên.",
    "erase-draft-open": (
        "Chưa xóa gì. Còn một bài đang gõ dở nhắc tới người này. Ghi xong hoặc bỏ bài ấy ở trang Hôm nay rồi làm lại."
    ),
    "erase-sheets-open": (
        "Chưa xóa gì. Máy còn chờ anh chị cho biết thư của người này đã in đủ tờ chưa. "
        "Trả lời ở trang Thư và in rồi làm lại."
    ),
    "erase-bundle-begun": (
        "Chưa xóa gì. Một gói gửi cấp trên đang ghi dở, phải xong đúng như đã bắt đầu. Ghi xong gói ấy rồi làm lại."
    ),
    "letter-erased": "Trang của thư này đã được xóa theo luật nên không xem, không in lại được. Các con số còn nguyên.",
    "not-a-day": "Chưa hiểu ngày {text}. Chưa có gì thay đổi. Viết đủ ngày, tháng, năm, như 21/11/2026.",
    "not-a-moment": "Chưa hiểu thời điểm {text}. Chưa có gì thay đổi. Viết như 2026-11-21 hoặc 2026-11-21T09:30.",
    "practice-only": (
        "Chỉ sổ tập mới đặt được đồng hồ. Sổ thật không bị đụng tới. Bỏ --now, hoặc lập sổ tập ở thư mục khác."
    ),
    "no-such-registration": "Không có bản ghi số {id}. Chưa có gì thay đổi. Tìm theo tên để lấy đúng số.",
    "registration-void": "Bản ghi {id} đã bỏ nên không sửa hay lập thư được nữa. Bản cũ còn nguyên để xem lại.",
    "no-such-letter": "Không có thư số {id}. Chưa có gì thay đổi. Xem lại số trong sổ thư đã in.",
    "not-a-courtesy": "Thư số {id} đi theo một bản ghi hộ tịch. Chưa có gì thay đổi. Mở bản ghi ấy để sửa hoặc bỏ.",
    "letter-void": "Thư số {id} không còn dùng: bản ghi đã bỏ hoặc đã có thư mới thay. Chưa có gì thay đổi.",
    "letter-never-printed": "Thư số {id} chưa in lần nào nên chưa in lại được. Chưa có gì thay đổi. In ở hàng chờ.",
    "way-or-returned": "Ghi cách trao (--way) hoặc thư trả lại (--returned), một trong hai. Chưa có gì thay đổi.",
    "letter-not-delivered": "Thư số {id} chưa ghi là đã trao nên không ghi trả lại. Chưa có gì thay đổi.",
    "letter-not-printed": "Thư số {id} chưa ghi là đã in. Chưa có gì thay đổi. Ghi đã in trước, rồi ghi đã trao.",
    "letter-already-delivered": "Thư số {id} đã ghi là đã trao. Chưa có gì thay đổi. Không phải ghi lại.",
    "letter-held": (
        "Thư này được giữ lại để người xem trước: {reason}. Bản ghi còn nguyên. Xem xong thì lập thư theo tay."
    ),
    "letter-address-form": "Cách xưng hô {text} chưa rõ gọi ai. Chưa có gì thay đổi. Ghi như mother=bà; có {known}.",
    "letter-never": "Trường hợp này không gửi thư: {reason}. Bản ghi còn nguyên, không phải làm gì thêm.",
    "letter-not-one-sheet": (
        "Các bản ghi này không chung một tờ thư được. Chưa lập thư nào. Lập thư riêng cho từng bản ghi."
    ),
    "letter-incomplete": "Thư còn thiếu: {field}. Chưa in tờ nào. Điền cho đủ rồi lập lại.",
    "no-such-template": "Chưa có mẫu thư {template}. Chưa in tờ nào. Chọn mẫu có trong danh sách.",
    "no-such-form": "Báo cáo chưa xuất được ra dạng {form}. Chưa ghi tệp nào. Chọn pdf hoặc json.",
    "no-such-questions": "Chưa có bộ câu hỏi {name}. Chưa có gì thay đổi. Máy này có: {known}.",
    "no-such-setting": "Chưa có mục thiết lập {name}. Chưa có gì thay đổi. Xem danh sách trong hướng dẫn.",
    "not-a-switch": "Mục {name} chỉ bật hoặc tắt. Chưa có gì thay đổi. Ghi yes hoặc no.",
    "not-an-heir": "Mã {unit} không phải nơi xã này chia về. Chưa có gì thay đổi. Chọn một trong: {heirs}.",
    "setting-too-long": "Mục {name} dài nhất {limit} chữ mới vừa. Chưa có gì thay đổi. Rút ngắn rồi ghi lại.",
    "signatory-empty": "Chưa có họ tên người ký. Người ký cũ còn nguyên. Ghi họ tên rồi làm lại.",
    "signatory-lines": "Chức danh in nhiều nhất {most} dòng. Người ký cũ còn nguyên. Bớt một dòng rồi ghi lại.",
    "signatory-days": "Ngày cuối của {name} đang trước ngày đầu. Chưa có gì thay đổi. Xem lại hai ngày rồi ghi lại.",
    "signatory-there": (
        "{name} đã có trong danh sách với chức danh này, vào những ngày ấy. Chưa ghi thêm. Chọn dòng ấy để sửa ngày."
    ),
    "signatory-signed": (
        "Đã có thư mang tên {name}, nên dòng này giữ nguyên tên, chức danh và ngày đầu. "
        "Ghi ngày cuối cho dòng này rồi thêm một dòng mới."
    ),
    "signatory-gone": "Dòng của {name} vừa được sửa ở cửa sổ khác. Chưa có gì thay đổi. Xem lại danh sách rồi làm lại.",
    "hamlet-empty": "Chưa có tên thôn, xóm. Chưa ghi gì. Chọn trong danh sách hoặc gõ như ở bản ghi.",
    "number-sign": (
        "Ký hiệu {sign} chưa dùng được: chữ hoặc số, các nhóm nối bằng dấu -, như TCM-UBND. Ký hiệu cũ còn nguyên."
    ),
    "letter-number-taken": (
        "Số {number} năm {year} đã cấp cho {who}{void}. Chưa cấp gì thêm. Xem lại sổ giấy rồi gõ số khác."
    ),
    "number-day": (
        "Ngày thư phải từ {first}, ngày lập thư, đến {today}. Chưa cấp số. Xem lại ngày trên thư và đồng hồ máy."
    ),
    "number-odd": "Số đi từ 1 đến {most}. Chưa cấp số nào. Gõ lại số.",
    "numbers-mixed": (
        "Các thư đã chọn đi theo nhiều ký hiệu hay nhiều năm, mỗi sổ có số tới riêng. Chưa cấp số nào. "
        "Để trống ô số, máy cấp số tới của từng sổ."
    ),
    "numbers-not-used": "Xã không đánh số thư nên chưa cấp số nào. Muốn đánh số thì bật ở Thiết lập.",
    "no-such-signatory": "Danh sách người ký chưa có {name}. Chưa có gì thay đổi. Xem tên bằng lệnh signatory list.",
    "signatory-which": "{name} có nhiều dòng trong danh sách. Chưa có gì thay đổi. Ghi thêm ngày đầu: --first.",
    "unknown-fields": "Tệp {file} có ô lạ: {fields}. Chưa ghi gì vào sổ. Xem lại tên ô trong hướng dẫn.",
    "field-not-text": (
        "Ô {field} trong tệp {file} phải viết trong ngoặc kép, như khi gõ. Chưa ghi gì vào sổ. Sửa rồi chạy lại."
    ),
    "field-twice": (
        "Ô {field} đứng hai lần trong tệp {file} nên chưa rõ lấy chữ nào. Chưa ghi gì vào sổ. Bỏ bớt một rồi chạy lại."
    ),
    "reason-empty": "Việc này cần một lý do. Chưa có gì thay đổi. Ghi ngắn gọn vì sao, rồi làm lại.",
    "nothing-to-print": "Không có thư nào chờ in. Thư mới sẽ tự vào hàng chờ khi lưu một bản ghi.",
    "rating-unreadable": "Chưa hiểu phiếu góp ý trong tệp {file}. Chưa ghi gì. Xem lại mức chọn và kênh nhận.",
    "person-stops": "Đã dừng theo yêu cầu. Những gì đã lưu trước đó còn nguyên. Có thể làm tiếp từ chỗ dừng.",
}
