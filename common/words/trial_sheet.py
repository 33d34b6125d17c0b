"""Words of the sheet "Buổi thử trên máy thật": what is done on the first real Windows PC of an office, and what should
be seen."""

from __future__ import annotations

TITLE = "BUỔI THỬ TRÊN MÁY THẬT"
UNDER = "Một người đọc, một người làm, chừng hai giờ. Lập một sổ thử với tên đặt ra, thử xong thì xóa sổ ấy."
HOW = (
    "Đúng như cột trái thì đánh dấu ô. Khác thì để trống ô và viết bên phải điều đã thấy, chép đúng chữ trên màn hình."
)
OFFICE, DAY, PEOPLE = "Nơi thử", "Ngày", "Người thử"
MACHINE, WINDOWS, MEMORY = "Máy tính", "Windows, bản", "RAM"
PRINTER, SCANNER, TYPING = "Máy in", "Máy quét", "Bộ gõ, bản"
RESULT, RESULTS, SIGN = "Kết quả", ("đạt hết", "còn việc, đã ghi bên phải"), "Ký tên"
SEND = "Chụp hai trang này gửi người hỗ trợ. Ảnh chụp màn hình thì che tên người thật trước khi gửi."

Step = tuple[str, str]
PARTS: tuple[tuple[str, tuple[Step, ...]], ...] = (
    (
        "Cài đặt",
        (
            (
                "Rút dây mạng, cắm USB, mở tệp cài đặt.",
                "Windows có thể hỏi vì chưa biết tệp này: bấm Thông tin thêm, Vẫn chạy. Không đòi mật khẩu quản trị.",
            ),
            ("Bấm Cài đặt, xem đồng hồ tới khi xong.", "Dưới năm phút, có biểu tượng trên màn hình. Ghi số phút."),
            (
                "Bấm phím Windows + R, gõ cmd, Enter; gõ dòng ở chân trang.",
                "Năm dòng bắt đầu bằng Được. Chữ ở đó sai dấu thì không sao.",
            ),
            (
                "Mở chương trình hai lần, lần sau đếm giây tới khi gõ được.",
                "Không quá ba giây. Biểu tượng là cổng vòm với ngôi sao vàng.",
            ),
        ),
    ),
    (
        "Lần đầu mở",
        (
            (
                "Lập sổ thử theo từng bước, in tờ cứu hộ.",
                "Mỗi bước nói việc phải làm; tờ cứu hộ in đủ trên một tờ A5.",
            ),
            (
                "Ở màn hình khóa bấm F8, vào sổ tập, rồi trở ra.",
                "Trong sổ tập có viền rộng quanh cửa sổ, biểu tượng có chữ TẬP.",
            ),
            (
                "Đổi cỡ hiển thị của Windows sang 125 %, rồi 150 %.",
                "Chữ vẫn rõ, không nút nào mất, cửa sổ không lọt khỏi màn hình.",
            ),
        ),
    ),
    (
        "Gõ chữ Việt: UniKey và bộ gõ của Windows",
        (
            (
                "UniKey bật (Telex): gõ Nguyễn Thị Ngọc Ẩn vào ô họ tên.",
                "Đúng từng dấu, không lặp chữ, gợi ý dưới ô không nhảy.",
            ),
            (
                "Gõ tiếp ngày 9.11, số định danh, chọn mục bằng phím số.",
                "UniKey không đổi số thành chữ, phím số vẫn chọn được.",
            ),
            ("UniKey bật: bấm F1, Ctrl+Enter, Alt và một chữ gạch chân.", "Phím tắt vẫn chạy như trong bảng phím tắt."),
            ("Tắt UniKey, bật bộ gõ Tiếng Việt của Windows, gõ lại tên ấy.", "Như khi dùng UniKey."),
        ),
    ),
    (
        "Máy quét mã",
        (
            (
                "Trợ giúp, Thử máy quét: in tờ thử, quét hai mã; UniKey tắt rồi bật.",
                "Máy nói máy quét đặt đúng chưa, và nói ra khi bộ gõ làm sai chữ.",
            ),
            (
                "Quét thẻ căn cước của người thử vào phiếu, rồi bỏ phiếu.",
                "Họ tên đủ dấu, ngày sinh và số vào đúng ô của người đã chọn.",
            ),
            ("In một lá thư, rồi quét mã trên thư vào ô tìm.", "Ra đúng lá thư ấy."),
        ),
    ),
    (
        "Máy in",
        (
            (
                "In trang thử có thước, đo từ khung tới bốn mép giấy.",
                "Trên ..... dưới ..... trái ..... phải ..... mm. Cả bốn nên là 10 mm.",
            ),
            ("Ghi số lệch vào ô Chỉnh lệch giấy, in lại trang thử.", "Lệch không quá 1 mm."),
            (
                "In một thư khai sinh trên giấy A5, một thư trên A4.",
                "Đủ bốn mép, hoa văn liền nét, chữ có dấu rõ, không bị thu nhỏ.",
            ),
            ("Quét mã vuông trên thư bằng hai điện thoại khác nhau.", "Hiện địa chỉ trang góp ý trong hai giây."),
            ("Rút giấy giữa chừng khi in ba thư.", "Máy hỏi mấy tờ đã in; trả lời xong không thư nào bị ghi hai lần."),
        ),
    ),
    (
        "Cuối tháng, USB",
        (
            (
                "Gửi cấp trên: nhập tệp khóa thử, ghi gói tháng ra USB.",
                "Máy tự tìm thấy USB; tệp .mctt nằm trên đó, in được phiếu gửi. Tệp khóa thử do cấp trên gửi trước.",
            ),
            (
                "Ghi lần nữa và rút USB ngay khi máy đang ghi.",
                "Máy nói USB đã rời; cắm lại, ghi lại được; sổ còn nguyên.",
            ),
        ),
    ),
    (
        "Sao lưu, khôi phục, mất điện",
        (
            (
                "Tệp, Sao lưu ngay ra USB; rồi Tập khôi phục từ USB ấy.",
                "Hai lần đếm bằng nhau: số bản ghi, số thư, thư cuối.",
            ),
            ("Đang gõ dở một phiếu thì giữ nút nguồn cho tắt máy; mở lại.", "Sổ mở bình thường, phiếu gõ dở còn đó."),
            (
                "Để diệt vi-rút quét cả ổ đĩa trong lúc lưu mười việc.",
                "Không việc nào báo chưa ghi được. Ghi tên phần mềm.",
            ),
        ),
    ),
    (
        "Word, Excel",
        (
            (
                "Xuất báo cáo ra DOCX và XLSX, mở bằng Word và Excel.",
                "Không đòi sửa tệp; Word in đúng khổ A4, Excel có số thật.",
            ),
            ("Nhập một bảng Excel mẫu từ phần mềm của Bộ (tên đặt ra).", "Máy nhận đúng cột, cho xem trước khi ghi."),
        ),
    ),
    (
        "Nâng bản, gỡ",
        (
            (
                "Để chương trình mở, chạy lại bộ cài.",
                "Bộ cài nhờ đóng cửa sổ, không tự tắt. Đóng rồi bấm Thử lại là cài tiếp.",
            ),
            ("Cài xong, mở lại sổ.", "Đủ số bản ghi như trước, lối tắt còn một cái."),
            (
                "Cài đặt của Windows, Ứng dụng: gỡ, không đánh dấu xóa.",
                "Trang gỡ nêu thư mục sổ và nói thư mục ấy được giữ.",
            ),
            ("Cài lại, mở sổ bằng mật khẩu cũ.", "Sổ còn nguyên, không phải khai báo lại."),
            ("Đăng nhập Windows bằng người dùng khác.", "Không thấy chương trình, không mở được thư mục sổ."),
            (
                "Thử xong hết: gỡ lần cuối, đánh dấu xóa cả thư mục.",
                "Máy hỏi lại một lần, nêu thư mục; bấm Có thì sổ thử không còn.",
            ),
        ),
    ),
)
COMMAND = "Dòng gõ ở bước 3:"
TYPED = r'"%LOCALAPPDATA%\Programs\MotCuaThanThien\desk-cli" self-test'


def release(version: str) -> str:
    """Which version is tried."""
    return f"Bản {version}"


def page_of(number: int, count: int) -> str:
    """Which of the pages this is."""
    return f"Trang {number}/{count}"
