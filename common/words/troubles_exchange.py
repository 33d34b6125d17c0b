"""Troubles between a desk and the level above: cards, enrolments, bundles, receipts, the citizen's page."""

from collections.abc import Mapping

_ENROLMENT = "Sổ còn nguyên, chưa nối với cấp trên."
_RECEIPT = "Sổ còn nguyên, các bản ghi vẫn chờ biên nhận."

EXCHANGE: Mapping[str, str] = {
    "no-district": (
        "Quầy này chưa nối với cấp trên. Sổ và thư vẫn dùng bình thường, thư chưa có mã góp ý. "
        "Xuất thẻ quầy, gửi cấp trên, rồi nhận tệp khóa về."
    ),
    "nothing-to-export": (
        "Không có gì mới từ biên nhận trước, nên chưa lập gói. Dữ liệu còn nguyên, không phải làm gì thêm."
    ),
    "receipt-owed": (
        "Sổ này đã khôi phục từ bản sao lưu có việc cuối ngày {day}, nên chưa ghi gói. Dữ liệu còn nguyên. "
        "Xin cấp trên biên nhận mới nhất và nhập vào trước; "
        "cấp trên chưa có biên nhận nào mới hơn thì nói rõ ai đã trả lời, rồi ghi gói."
    ),
    "nothing-owed": "Sổ này không chờ biên nhận nào sau khi khôi phục. Chưa có gì thay đổi, ghi gói như thường.",
    "not-lacking": "Việc này không còn chờ ghi lại. Chưa có gì thay đổi. Mở lại danh sách Cần ghi lại để xem.",
    "letter-not-given-back": (
        "Chưa nối được thư vào bản ghi này. Chưa có gì thay đổi. Mở bản ghi, xem điều còn thiếu cho thư rồi nối lại."
    ),
    "bundle-unfinished": (
        "Gói lần trước chưa ghi xong. Không có bản ghi nào bị mất. Xuất gói lại, máy sẽ ghi tiếp đúng gói ấy."
    ),
    "no-card-yet": f"Quầy chưa xuất thẻ nên chưa nhận khóa được. {_ENROLMENT} Xuất thẻ quầy và gửi cấp trên trước.",
    "enrol-needs-file": f"Chưa chọn tệp khóa. {_ENROLMENT} Ghi tên tệp KHOA-… do cấp trên gửi về.",
    "other-office": (
        "Tệp trao đổi khóa này của một nơi khác với cấp trên đang dùng. Máy chưa nhận gì. "
        "Gọi cấp trên, cùng đọc sáu chữ: {words}. Đúng thì nhập lại kèm --words và sáu chữ ấy."
    ),
    "enrolment-older": f"Tệp khóa này cũ hơn tệp đang dùng. {_ENROLMENT} Xin cấp trên gửi tệp mới nhất.",
    "enrolment-other-unit": (
        f"Tệp khóa này lập cho {{unit}}, không phải xã của sổ này. {_ENROLMENT} Xin cấp trên xem lại."
    ),
    "enrolment-not-a-bundle": f"Tệp này không phải tệp khóa của phần mềm này. {_ENROLMENT} Chọn tệp KHOA-….",
    "enrolment-damaged": f"Tệp khóa đã hỏng trên đường đi. {_ENROLMENT} Xin cấp trên gửi lại.",
    "enrolment-not-for-us": (
        "Không mở được tệp khóa: gửi cho quầy khác, hoặc đầu tệp đã hỏng. "
        f"{_ENROLMENT} Xin cấp trên gửi lại cho đúng quầy."
    ),
    "enrolment-unknown-sender": f"Chưa biết ai ký tệp khóa này. {_ENROLMENT} Gọi cấp trên để đối chiếu sáu chữ.",
    "enrolment-bad-signature": f"Chữ ký trên tệp khóa không khớp. {_ENROLMENT} Đừng dùng tệp này, gọi cấp trên.",
    "enrolment-revoked": f"Khóa ký tệp này đã bị thu hồi. {_ENROLMENT} Xin cấp trên lập tệp khóa mới.",
    "enrolment-too-new": f"Tệp khóa do bản mới hơn viết. {_ENROLMENT} Cài bản mới rồi nhận lại.",
    "enrolment-too-large": f"Tệp lớn hơn mức của một tệp khóa. {_ENROLMENT} Xem lại có chọn đúng tệp không.",
    "words-differ": (
        "Sáu chữ gõ vào chưa giống sáu chữ của tệp khóa. Chưa có gì thay đổi. Đọc lại từng chữ qua điện thoại."
    ),
    "second-look-missing": (
        "Xã đã bật người thứ hai xem lại gói tháng, lần này chưa có ai xem. Chưa ghi gói nào. "
        "Mở trang Gửi cấp trên, mời một người dùng khác của máy này xem rồi gõ mật khẩu của mình."
    ),
    "second-look-self": (
        "Người lập gói không tự xem lại được. Chưa có gì thay đổi. Mời một người dùng khác của máy này."
    ),
    "changed-since-look": (
        "Sổ có việc mới ghi trong lúc xem. Chưa có gì thay đổi. Xem lại các con số từ bước 1 rồi gõ lại mật khẩu."
    ),
    "no-such-bundle": "Chưa ghi xong gói nào mang số {number}. Chưa in phiếu nào. Xem lại số trong Các gói đã gửi.",
    "names-not-asked": "Cấp trên chỉ nhận số liệu, không nhận họ tên. Chưa có gì thay đổi, không phải làm gì thêm.",
    "receipt-unknown": f"Không nhận ra biên nhận này. {_RECEIPT} Xin cấp trên gửi lại biên nhận mới nhất.",
    "receipt-other-register": f"Biên nhận này của sổ khác. {_RECEIPT} Xem lại có chọn đúng tệp không.",
    "receipt-other-desk": (
        f"Biên nhận này lập cho quầy số {{desk}}, quầy này là số {{ours}}. {_RECEIPT} Xem lại có chọn đúng tệp không."
    ),
    "receipt-other-history": (
        f"Cấp trên đang giữ lịch sử khác với sổ này ở dòng {{position}}. {_RECEIPT} "
        "Có thể sổ vừa được khôi phục từ bản sao lưu. Gọi cấp trên để cùng gỡ."
    ),
    "receipt-foreign-history": (
        f"Biên nhận nói về một lịch sử khác với sổ này. {_RECEIPT} "
        "Có thể sổ vừa được khôi phục từ bản sao lưu. Gọi cấp trên để cùng gỡ."
    ),
    "receipt-number-twice": (
        f"Đã có một biên nhận khác mang số {{number}}. {_RECEIPT} Gọi cấp trên hỏi tờ nào là đúng."
    ),
    "receipt-not-a-bundle": f"Tệp này không phải biên nhận của phần mềm này. {_RECEIPT} Chọn tệp BN-….",
    "receipt-damaged": f"Biên nhận đã hỏng trên đường đi. {_RECEIPT} Chép lại từ USB hoặc xin cấp trên gửi lại.",
    "receipt-not-for-us": (
        f"Không mở được biên nhận: gửi cho quầy khác, hoặc đầu tệp đã hỏng. {_RECEIPT} Xin cấp trên gửi đúng biên nhận."
    ),
    "receipt-unknown-sender": f"Biên nhận không do cấp trên của quầy ký. {_RECEIPT} Đừng dùng, gọi cấp trên.",
    "receipt-bad-signature": f"Chữ ký trên biên nhận không khớp. {_RECEIPT} Đừng dùng, xin cấp trên gửi lại.",
    "receipt-revoked": f"Khóa ký biên nhận đã bị thu hồi. {_RECEIPT} Gọi cấp trên.",
    "receipt-too-new": f"Biên nhận do bản mới hơn viết. {_RECEIPT} Cài bản mới rồi nhận lại.",
    "receipt-too-large": f"Tệp lớn hơn mức của một biên nhận. {_RECEIPT} Xem lại có chọn đúng tệp không.",
    "host-too-long": (
        "Tên miền của trang góp ý dài {length} ký tự, ô vuông trên thư chỉ chứa được 40. Chưa có gì thay đổi. "
        "Chọn tên miền ngắn hơn."
    ),
    "not-a-host": (
        "{host} chưa phải tên miền: chỉ dùng chữ không dấu, số, dấu chấm và gạch nối. Chưa có gì thay đổi. "
        "Gõ lại tên miền."
    ),
    "card-known": "Thẻ này đã được ghi danh là quầy số {desk}. Chưa có gì thay đổi. Không phải ghi danh lại.",
    "card-replaces-unknown": (
        "Thẻ này nối tiếp một khóa mà nơi nhận không biết. Chưa có gì thay đổi. Gọi xã theo số đã biết để đối chiếu. "
        "Nơi nhận vừa lập lại từ bản sao cũ thì nhận thẻ theo số quầy đã có, kèm lý do."
    ),
    "no-fork": (
        "Lịch sử của quầy số {desk} không rẽ nhánh. Chưa để riêng dòng nào. "
        "Chỉ gỡ khi có gói bị báo hai nội dung khác nhau."
    ),
    "fork-elsewhere": (
        "Dòng chung cuối của quầy số {desk} là {after}. Chưa để riêng dòng nào. Xem lại biên nhận rồi gõ lại với số ấy."
    ),
    "no-such-desk": "Chưa có quầy số {desk}. Chưa có gì thay đổi. Xem lại số quầy trong bảng tổng.",
    "legal-basis-empty": (
        "Nhận cả họ tên thì phải ghi căn cứ pháp lý. Chưa có gì thay đổi. Ghi số văn bản, hoặc chỉ nhận số liệu."
    ),
    "words-not-compared": (
        "Gói để chờ vì sáu chữ của quầy chưa đối chiếu. Gói còn nguyên. Gọi xã, đọc sáu chữ, rồi xác nhận."
    ),
    "port-in-use": (
        "Cổng {port} của máy này đang có chương trình khác dùng. Chưa mở trang nào. Chọn cổng khác rồi chạy lại."
    ),
}
