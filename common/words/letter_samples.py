"""Invented families and errands on whom a letter template is tried, and how each case is called."""

from collections.abc import Mapping

TITLES: Mapping[str, str] = {"shortest": "Ngắn nhất", "usual": "Thường gặp", "worst": "Dài nhất"}
CASES: Mapping[str, str] = {
    "both": "gia đình đủ cha mẹ",
    "mother": "gia đình chỉ có mẹ",
    "father": "gia đình chỉ có cha",
    "relative": "cháu do người thân nuôi",
    "twins": "sinh đôi",
    "late": "đăng ký muộn",
    "line": "có lời riêng",
    "couple": "đôi bạn trẻ",
    "elderly": "đôi bạn cao niên",
    "foreign": "có người nước ngoài",
    "cu": "cụ bà qua đời",
    "cu-unknown": "cụ chưa rõ nam nữ",
    "adult": "người lớn qua đời",
    "child-both": "trẻ em, có tên cha mẹ",
    "child-mother": "trẻ em, chỉ có tên mẹ",
    "child-father": "trẻ em, chỉ có tên cha",
    "child-alone": "trẻ em, không có tên cha mẹ",
    "faith": "gia đình theo đạo",
    "lunar": "ghi cả ngày âm",
    "code": "có mã góp ý",
    "no-contact": "xã chưa ghi số điện thoại",
    "gift": "người đã hiến tặng",
    "opinion": "người đã góp ý",
    "family": "gửi cả nhà",
    "late-result": "việc trễ hẹn",
    "manner": "việc tiếp đón",
    "paper": "giấy ghi sai",
    "care": "có việc đã làm",
    "shortest": "tên ngắn nhất",
    "usual": "gia đình thường gặp",
    "worst": "tên dài nhất",
}
SHORT = ("Vũ Ý", "Lê An")
MOTHER, FATHER, CHILD, TWIN = "Trần Thị Ngọc Lan", "Nguyễn Văn Bình", "Nguyễn Trần Minh Anh", "Nguyễn Trần Minh Khôi"
LONG_MOTHER = "H’Wiên Mlô Duôn Du Niê Kđăm Thị Thanh Phương"
LONG_FATHER = "Y Ƀĭ Êčăm Mlô Duôn Du Niê Kđăm Nguyễn Hoàng Phương Khang An"
LONG_TWINS = (
    "H’Ƀlưn̆ Ŏra Êčăm Mlô Duôn Du Niê Kđăm Nguyễn Thị Phương Thảo",
    "Y Ƀĭ Ơ̆ĭ Êčăm Mlô Duôn Du Niê Kđăm Nguyễn Hoàng Phúc Khang",
)
GROOM, BRIDE, FOREIGNER, COUNTRY = "Lê Hoàng Nam", "Phan Thị Thu Thủy", "Elisabeth Müller", "Đức"
RELATIVE, RELATION = "Trần Thị Bưởi", "bà ngoại"
ELDER, ADULT = "Đặng Thị Khoan", "Đặng Văn Hòa"
FREE_LINE = "Mong gia đình mình luôn bình an, đầm ấm."
SIGNATORY, AUTHORITY, OFFICER, OFFICER_TITLE = (
    "Nguyễn Văn Mẫu",
    "CHỦ TỊCH",
    "Ông Nguyễn Văn Mẫu",
    "công chức tư pháp - hộ tịch",
)
PHONE, HOST = "0200 3555 018", "gopy.tinh.example"
GIFT = ("Con đường vào thôn hôm nay rộng thêm hai mét", "phần đất vườn đã vui lòng hiến tặng")
LONG_GIFT = (
    "Con đường thôn Bến Trà hôm nay rộng thêm hai mét. Xe cứu thương đã vào được tận sân nhà văn hóa, học trò "
    "không còn xắn quần lội qua vũng nước mỗi mùa mưa",
    "120 mét vuông đất vườn mà gia đình bà đã vui lòng hiến tặng",
)
SHORT_GIFT = ("Lớp mầm non có thêm sách", "tủ sách đã tặng")
OPINION = ("bảng hướng dẫn treo cao và chữ quá nhỏ", "bảng đã được in lại chữ to và treo ngang tầm mắt")
LATE = (
    "Cấp bản sao trích lục hộ tịch",
    "H99.12-261112-0047",
    "Sổ hộ tịch của xã cũ đang được chuyển về, chúng tôi chưa tra kịp trang gốc.",
    "Bà Nguyễn Thu Hằng, điện thoại 0200 3555 018",
)
LONG_WHY = (
    "Sổ hộ tịch của ba xã cũ đang được chuyển về và sắp lại theo năm, trang gốc nằm trong quyển bị ẩm phải đưa đi phục "
    "chế, chúng tôi đã gửi công văn hỏi xã cũ hai lần mà chưa nhận được trả lời."
)
MANNER, PAPER = "hỏi việc đổi giấy khai sinh", ("trích lục khai sinh", "ngày sinh của cháu")
CARE = "Chúng tôi đã phân công người tra sổ mỗi buổi sáng để việc này không lặp lại"


def called(parts: tuple[str, ...]) -> str:
    """A case by its parts."""
    return ", ".join(CASES[part] for part in parts)
