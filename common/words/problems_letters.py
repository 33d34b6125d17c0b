"""Sentences for what stands between a registration and its letter, and for answers typed at the desk."""

from collections.abc import Mapping

LETTER_FIELDS: Mapping[str, str] = {
    "signatory": "người ký",
    "free_line": "lời riêng",
    "office_unit_name": "tên xã",
    "office_parent_name": "tên cấp trên",
    "office_community": "cách gọi xóm làng",
    "office_home_word": "cách gọi quê nhà",
    "office_place": "địa danh của xã",
    "office_phone": "số điện thoại của xã",
    "office_officer": "tên người liên hệ",
    "office_officer_title": "chức danh người liên hệ",
    "office_number_sign": "ký hiệu thư",
    "office_host": "địa chỉ trang góp ý",
    "template": "mẫu thư",
    "to_name": "tên người nhận thư",
    "to_address": "cách xưng hô",
    "outcome": "điều xã có được",
    "deed": "việc gia đình đã làm",
    "said_on": "ngày góp ý",
    "matter": "điều được góp ý",
    "since": "ngày bắt đầu sửa",
    "mended": "việc đã sửa",
    "errand": "việc của người dân",
    "file_code": "mã hồ sơ",
    "promised": "ngày đã hẹn trả",
    "why": "vì sao chậm",
    "again": "ngày hẹn lại",
    "officer": "người phụ trách",
    "care": "việc đã làm để không lặp lại",
    "on": "ngày tiếp đón",
    "paper": "tên giấy",
    "given_on": "ngày trao giấy",
    "mistake": "chỗ ghi sai",
}
"""What a letter needs beside the registration, as named inside a sentence."""

LETTERS: Mapping[str, str] = {
    "letter-held": "Thư này chờ anh chị quyết định: {reason}. Muốn làm thư thì ghi lý do mở",
    "letter-never": "Không làm thư cho việc này: {reason}",
    "letter-before-registration": (
        "Đồng hồ máy đang chỉ ngày sớm hơn ngày đăng ký, nên thư sẽ mang ngày không có thật. Chỉnh lại ngày giờ của máy"
    ),
    "letter-not-one-sheet": "Các bản ghi này không chung một tờ thư. Chỉ các cháu sinh cùng mẹ, cùng ngày mới chung tờ",
    "letter-needs-signatory": "Thư còn thiếu: người ký",
    "letter-signatory-ended": "Thư ghi ngày {day} chưa ai ký: {name} ký đến hết {last}. Thêm người ký ở Thiết lập",
    "letter-signatory-later": "Thư ghi ngày {day} chưa ai ký: {name} ký từ {first}. Sửa ngày ở Thiết lập",
    "letter-signs-no-more": "{name} không ký thư vào ngày này. Chọn người ký khác, hoặc sửa ở Thiết lập",
    "letter-choice-elsewhere": "Thư của việc này không có lựa chọn {choice}. Bỏ lựa chọn ấy rồi làm lại",
    "letter-without-contact": "Thư chia buồn chưa có số điện thoại để gia đình gọi. Ghi số của xã ở Thiết lập",
    "letter-missing-field": "Thư còn thiếu: {field}",
    "letter-needs-address": (
        "Chưa biết gọi người nuôi dưỡng thế nào: ghi quan hệ như bà ngoại, giám hộ; hoặc chọn ở Lựa chọn cho lá thư"
    ),
    "letter-unmapped-glyph": "Chữ in thư chưa có: {character}. Xem lại cách gõ; đúng như giấy tờ thì gọi số hỗ trợ",
    "letter-too-long": "Thư chưa vừa một trang, dài nhất là {field}. Bỏ hoặc rút ngắn lời riêng; tên người giữ nguyên",
    "letter-no-such-template": "Chưa có mẫu thư {template} cho việc này. Bỏ trống để dùng mẫu thường",
    "letter-name-smaller": "Tên dài, cỡ chữ còn {detail} pt",
    "letter-name-broken": "Tên dài, xếp thành {detail} dòng",
    "letter-body-smaller": "Lời thư dài, cỡ chữ còn {detail} pt",
    "letter-short-text": "Lời thư đã đổi sang bản ngắn cho vừa trang",
    "answer-channel": "Chọn cách nhận góp ý: counter (tại quầy), slip (phiếu giấy) hoặc phone (điện thoại)",
    "answer-score": "Chọn mức hài lòng: 3 rất hài lòng, 2 hài lòng, 1 chưa hài lòng",
    "answer-too-long": "Lời nhắn dài hơn {limit} chữ. Rút ngắn lại rồi ghi",
    "answer-day": "Ngày nhận góp ý chưa đúng hoặc chưa tới. Ghi như 20/11/2026, hoặc để trống là hôm nay",
}
