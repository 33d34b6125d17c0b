"""Labels: what fields, kinds, ways and reasons are called on screens, papers and in the terminal."""

from collections.abc import Mapping

COMMITTEE = "Ủy ban nhân dân"

_PERSON_LABELS = {
    "name": "Họ tên {}",
    "born": "Ngày sinh của {}",
    "residence": "Nơi cư trú của {}",
    "citizen_id": "Số định danh của {}",
    "id_paper": "Giấy tờ khác của {}",
    "ethnic_group": "Dân tộc của {}",
    "nationality": "Quốc tịch của {}",
}
_ROLES = {"mother": "mẹ", "father": "cha", "husband": "chồng", "wife": "vợ"}

FIELD_LABELS: Mapping[str, str] = {
    "child_name": "Họ tên trẻ",
    "child_citizen_id": "Số định danh của trẻ",
    "deceased_name": "Họ tên người mất",
    "born": "Ngày sinh",
    "born_in_words": "Ngày sinh bằng chữ",
    "sex": "Giới tính",
    "birth_place": "Nơi sinh",
    "home_town": "Quê quán",
    "citizen_id": "Số định danh",
    "id_paper": "Giấy tờ khác",
    "ethnic_group": "Dân tộc",
    "nationality": "Quốc tịch",
    "twin_group": "Nhóm sinh đôi, sinh ba",
    "last_residence": "Nơi cư trú cuối cùng",
    "died_on": "Ngày mất",
    "died_at": "Giờ mất",
    "died_place": "Nơi mất",
    "cause": "Nguyên nhân",
    "notice_kind": "Loại giấy báo tử",
    "notice_number": "Số giấy báo tử",
    "notice_issuer": "Nơi cấp giấy báo tử",
    "notice_date": "Ngày cấp giấy báo tử",
    "case": "Trường hợp",
    **{f"{role}_{part}": label.format(word) for role, word in _ROLES.items() for part, label in _PERSON_LABELS.items()},
    "declarant_name": "Họ tên người khai",
    "declarant_relation": "Quan hệ của người khai",
    "declarant_residence": "Nơi cư trú của người khai",
    "declarant_citizen_id": "Số định danh của người khai",
    "registered_on": "Ngày đăng ký",
    "number": "Số",
    "book": "Quyển",
    "unit": "Nơi đăng ký (mã xã)",
    "registration_type": "Loại đăng ký",
    "hamlet": "Thôn, tổ dân phố",
    "card": "Thẻ vừa quét",
}

EVENT_WORDS: Mapping[str, str] = {"birth": "Khai sinh", "marriage": "Kết hôn", "death": "Khai tử"}

LETTER_WORDS: Mapping[str, str] = {
    "birth": "Thư chúc mừng khai sinh",
    "marriage": "Thư chúc mừng kết hôn",
    "death": "Thư chia buồn",
    "thanks": "Thư cảm ơn",
    "apology": "Thư xin lỗi",
}

WAY_WORDS: Mapping[str, str] = {
    "counter": "trao tại quầy",
    "home": "trao tại nhà",
    "ceremony": "trao tại buổi lễ",
    "post": "gửi bưu điện",
}

REACTION_WORDS: Mapping[str, str] = {"good": "tích cực", "bad": "chưa tích cực", "none": "chưa có phản hồi"}

SEX_WORDS: Mapping[str, str] = {"male": "Nam", "female": "Nữ", "unknown": "Chưa xác định"}

TYPE_WORDS: Mapping[int, str] = {
    0: "Không có thông tin",
    1: "Đăng ký đúng hạn",
    2: "Đăng ký lại",
    3: "Ghi vào sổ việc đã đăng ký ở nước ngoài",
    4: "Đăng ký quá hạn",
}
"""The ministry's registration types."""

CASE_WORDS: Mapping[str, str] = {
    "father_unknown": "chưa xác định cha",
    "mother_unknown": "chưa xác định mẹ",
    "abandoned": "trẻ bị bỏ rơi",
    "surrogacy": "mang thai hộ",
    "under_24_hours": "sống dưới 24 giờ",
    "foreign_element": "có yếu tố nước ngoài",
    "mobile": "đăng ký lưu động",
    "court_declared": "tòa án tuyên bố",
    "remarriage": "kết hôn lần sau",
    "opted_out": "gia đình không nhận thư",
}

ROLE_WORDS: Mapping[str, str] = {
    "child": "Trẻ",
    "mother": "Mẹ",
    "father": "Cha",
    "husband": "Chồng",
    "wife": "Vợ",
    "deceased": "Người mất",
    "declarant": "Người khai",
}

HELD_WORDS: Mapping[str, str] = {
    "opted-out": "Gia đình đã nói không nhận thư",
    "before-registration": "Đồng hồ máy chỉ ngày sớm hơn ngày đăng ký",
    "under-24-hours": "Cháu sống dưới 24 giờ",
    "child-died": "Cháu đã mất",
    "twin-died": "Một cháu trên tờ này đã mất: đừng in tờ chung, soạn riêng cho cháu còn lại nếu gia đình muốn",
    "sibling-died": "Cháu sinh cùng đã mất: hỏi gia đình trước khi in",
    "child-unnamed": "Cháu chưa có tên, thư chưa gọi được cháu",
    "parent-died": "Cha hoặc mẹ của cháu đã mất: xem lại thư gửi ai",
    "spouse-died": "Một trong hai người đã mất",
    "over-120": "Tuổi trên 120, xem lại năm sinh",
    "mother-over-120": "Mẹ trên 120 tuổi, xem lại năm sinh",
    "father-over-120": "Cha trên 120 tuổi, xem lại năm sinh",
    "husband-over-120": "Chồng trên 120 tuổi, xem lại năm sinh",
    "wife-over-120": "Vợ trên 120 tuổi, xem lại năm sinh",
    "abandoned": "Trẻ bị bỏ rơi",
    "parents-unknown": "Chưa xác định cả cha lẫn mẹ",
    "guardian": "Người giám hộ, người nuôi dưỡng đi khai",
    "child-over-5": "Cháu đã trên 5 tuổi",
    "grown-up": "Người được khai sinh đã đủ 18 tuổi, mà lời thư viết cho trẻ nhỏ",
    "re-registration": "Đăng ký lại",
    "noted-from-abroad": "Ghi vào sổ việc đã đăng ký ở nước ngoài",
    "suicide": "Nguyên nhân cần cân nhắc: tự tử",
    "execution": "Nguyên nhân cần cân nhắc: thi hành án",
    "cause-examined": "Nguyên nhân mất còn đang xác minh",
    "court-declared": "Tòa án tuyên bố đã chết",
    "died-over-a-year-ago": "Người mất đã quá một năm",
    "deceased-unnamed": "Người mất chưa rõ họ tên, chưa biết gửi gia đình nào",
    "deceased-child": "Người mất chưa đủ 18 tuổi",
    "declarant-officer": "Cán bộ đứng khai, chưa biết gửi ai",
    "printed-otherwise": "Thư của việc này đã in với lời khác. Làm lá mới thì lá đã in thôi tính",
    "given-otherwise": "Thư của việc này đã trao gia đình với lời khác. Làm lá mới thì lá đã trao thôi tính",
    "family-in-mourning": "Nhà đang có tang",
}
"""Why a letter waits for a person to decide, by the reasons of its standing."""


def held(details: Mapping[str, str]) -> str:
    """Why a letter waits, from the details of its problem: a mourning house by whom it lost, and until when."""
    told = HELD_WORDS.get(details["reason"], details["reason"])
    if "until" not in details:
        return told
    return f"{told}, giữ thư đến hết {details['until']}: {details['who']} mất {details['died']}"


CARD_NOTE_WORDS: Mapping[str, str] = {
    "number-only": "Mã vạch này chỉ có số định danh. Các ô khác gõ tay",
    "marks-composed": "Dấu tiếng Việt trên thẻ ở dạng tách rời, đã ghép lại",
    "encoding-mended": "Máy quét đọc sai bảng mã chữ, đã đọc lại đúng",
    "letters-mended": "Chữ Đ trên thẻ ghi bằng ký tự khác, đã đổi lại",
    "unikey-undone": "UniKey đã đổi mấy chữ khi quét, đã sửa lại như trên thẻ. Lần sau tắt UniKey",
    "unikey-changed": "UniKey đã chen vào khi quét. Xem lại từng chữ, hoặc tắt UniKey rồi quét lại",
    "caps-lock": "Caps Lock đang bật, đã đổi lại chữ hoa chữ thường",
    "separator-changed": "Máy quét gửi dấu ngăn khác dấu |, đã đọc theo dấu ấy",
    "parts-shifted": "Máy quét thêm hoặc bỏ mất ô trống, đã xếp lại",
    "extra-parts-dropped": "Thẻ có thêm thông tin không cần đến, đã bỏ",
    "scanned-twice": "Thẻ quét hai lần, đã lấy một lần",
    "name-unreadable": "Tên đọc chưa rõ. Tắt UniKey, đổi chế độ máy quét sang Unicode (UTF-8) rồi quét lại",
    "name-has-digits": "Tên có chữ số. Tắt UniKey rồi quét lại",
    "name-letters-missing": "Tên có vẻ thiếu chữ. Đổi chế độ máy quét sang Unicode (UTF-8) rồi quét lại",
    "name-without-marks": "Tên có vẻ mất dấu. Đổi chế độ máy quét sang Unicode (UTF-8) rồi quét lại, hoặc gõ dấu vào",
    "name-doubtful": "Địa chỉ đọc mất chữ nên tên cũng có thể sai dấu. Đối chiếu tên với mặt thẻ",
    "name-in-capitals": "Tên trên thẻ viết toàn chữ hoa. Thư in đúng như ô này, anh chị xem có cần gõ lại không",
    "born-unreadable": "Ngày sinh trên thẻ đọc chưa rõ. Gõ tay theo mặt thẻ",
    "issued-unreadable": "Ngày cấp trên thẻ đọc chưa rõ",
    "old-id-unusual": "Số CMND cũ không đủ 9 chữ số, xem lại",
    "sex-from-number": "Giới tính trên thẻ đọc chưa rõ, đã lấy theo số định danh",
    "residence-unreadable": "Nơi thường trú đọc chưa rõ. Gõ tay theo mặt thẻ",
    "past-renewal": "Thẻ đã tới tuổi phải đổi. Thông tin vẫn dùng được, anh chị nhắc bà con đổi thẻ",
    "holder-is-child": "Đây là thẻ của trẻ dưới 14 tuổi, xem có quét nhầm thẻ không",
}
"""What to look at after a scan, by the notes of the card."""

REASON_WORDS: Mapping[str, str] = {
    "wait": "Chờ lâu",
    "late": "Trễ hẹn",
    "trips": "Đi lại nhiều lần",
    "attitude": "Thái độ",
    "unclear": "Khó hiểu",
    "papers": "Đòi thêm giấy tờ",
    "money": "Gợi ý đưa tiền",
    "quick": "Nhanh",
    "kind": "Niềm nở",
    "clear": "Dễ hiểu",
    "seats": "Chỗ ngồi thoải mái",
    "once": "Làm một lần là xong",
}
"""What people say was good or wanting, by its code: on the phone page and on the desk alike."""
