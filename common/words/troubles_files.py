"""Troubles of files, disks, sticks and printers."""

from collections.abc import Mapping

FILES: Mapping[str, str] = {
    "disk-full": (
        "Ổ đĩa đã đầy nên chưa ghi được. Dữ liệu đã lưu còn nguyên, không có tệp dở nào. Xóa bớt tệp rồi làm lại."
    ),
    "file-unreadable": "Không đọc được tệp {file}. Chưa có gì thay đổi. Xem lại tên tệp, cắm lại USB rồi mở lại.",
    "file-too-large": "Tệp {file} lớn hơn mức cho phép. Chưa có gì thay đổi. Xem lại có chọn đúng tệp không.",
    "file-not-json": (
        "Tệp {file} chưa đúng cách viết JSON, máy dừng ở dòng {line}. Chưa ghi gì vào sổ. Sửa dòng ấy rồi chạy lại."
    ),
    "file-in-use": "Tệp {file} đang mở ở chương trình khác. Tệp cũ còn nguyên. Đóng chương trình ấy rồi ghi lại.",
    "file-exists": "Đã có tệp {file}. Tệp cũ còn nguyên. Chọn tên khác hoặc dời tệp cũ đi.",
    "name-too-long": "Tên thư mục và tệp {file} dài quá mức của máy. Chưa ghi gì. Chọn thư mục có đường dẫn ngắn hơn.",
    "not-a-file": "{file} là một thư mục, chưa phải tệp. Chưa có gì thay đổi. Chọn một tệp.",
    "own-folder": (
        "Tệp {file} nằm trong thư mục dữ liệu của phần mềm nên máy không ghi vào đó. Dữ liệu còn nguyên. "
        "Chọn thư mục khác."
    ),
    "read-only": "Nơi ghi tệp {file} chỉ cho đọc. Chưa ghi gì. Gạt chốt khóa trên USB hoặc chọn nơi khác.",
    "not-allowed-file": (
        "Máy không cho ghi tệp {file} ở đây. Chưa ghi gì. Chọn thư mục khác hoặc nhờ người quản trị máy."
    ),
    "folder-gone": "Thư mục để ghi tệp {file} không còn ở đó. Không có tệp dở nào. Chọn lại thư mục rồi ghi lại.",
    "folder-unwritable": "Không ghi được vào thư mục {file}. Dữ liệu đã lưu còn nguyên. Chọn thư mục khác rồi làm lại.",
    "folder-not-empty": "Thư mục {folder} không trống. Không có gì bị ghi đè. Chọn một thư mục trống.",
    "stick-missing": (
        "Không thấy {file} ở máy này: USB đã rút hoặc chưa cắm chặt. Chưa ghi gì. Cắm lại rồi bấm Ghi lại."
    ),
    "drive-gone": "USB bị rút khi đang ghi. Trên USB không có tệp dở nào. Cắm lại rồi ghi lại.",
    "not-read-back": (
        "Tệp {file} đọc lại không giống lúc ghi, USB hoặc ổ đĩa có thể đã hỏng. Sổ còn nguyên. Ghi lại vào USB khác."
    ),
    "not-written": (
        "Chưa ghi được tệp {file}. Dữ liệu đã lưu còn nguyên, không có tệp dở nào. Chọn nơi khác rồi ghi lại."
    ),
    "printer-missing": (
        "Chưa thấy máy in {printer}. Thư vẫn nằm trong hàng chờ. Bật máy in, kiểm tra dây, rồi in lại."
    ),
    "letter-cannot-draw": (
        "Thư đã lưu dùng phông chữ hoặc hình vẽ của bản chương trình khác ({what}), máy này chưa có. "
        "Thư và dữ liệu còn nguyên. Cài lại bản chương trình đã in thư ấy rồi in."
    ),
    "font-missing": "Thiếu phông chữ {font} đi kèm phần mềm. Sổ còn nguyên. Cài lại phần mềm rồi in lại.",
    "resource-missing": "Thiếu tệp {file} đi kèm phần mềm. Sổ còn nguyên. Cài lại phần mềm rồi mở lại.",
}
