"""Names of people who do not exist, in the order and the frequencies in which real ones are written."""

from random import Random


def _each(line: str) -> tuple[str, ...]:
    return tuple(line.split())


# Share of each family name among a hundred people, after the coast of Bình Định.
FAMILIES = {
    "Nguyễn": 31.0,
    "Trần": 10.9,
    "Lê": 8.9,
    "Phạm": 5.9,
    "Huỳnh": 5.1,
    "Võ": 4.9,
    "Phan": 2.8,
    "Trương": 2.2,
    "Bùi": 2.1,
    "Đặng": 1.9,
    "Đỗ": 1.6,
    "Ngô": 1.4,
    "Hồ": 1.4,
    "Dương": 1.2,
    "Đinh": 1.0,
    "Đào": 0.9,
    "Lý": 0.7,
    "Mai": 0.7,
    "Đoàn": 0.6,
    "Hà": 0.6,
    "Cao": 0.5,
    "Châu": 0.4,
    "Lâm": 0.4,
    "Tạ": 0.3,
    "Thái": 0.3,
    "Tô": 0.2,
    "La": 0.2,
}
# One family name is followed by another's in families that carry both.
DOUBLE = ("Nguyễn Trần", "Lê Phạm", "Võ Huỳnh", "Đặng Trần")
ELDER_MIDDLES = {"male": _each("Văn Văn Văn Đình Hữu Xuân Công Bá"), "female": ("Thị",)}
MIDDLES = {
    "male": _each("Văn Văn Văn Hữu Đức Quang Minh Công Xuân Thành Ngọc Đình Quốc Trọng Tuấn Anh Duy Thanh"),
    "female": _each("Thị Thị Thị Thị Ngọc Thu Thanh Kim Hồng Minh Phương Bích Mỹ Thùy Như Diệu"),
}
CHILD_MIDDLES = {
    "male": _each("Minh Gia Quốc Hoàng Đức Anh Bảo Thiên Khánh Tuấn Phúc Đăng Nhật Hải"),
    "female": _each("Ngọc Bảo Khánh Gia Minh Phương Thảo Tuệ An Quỳnh Diễm Hà Kim Như"),
}
GIVEN = {
    "male": _each(
        "An Bảo Bình Cường Chiến Công Danh Dũng Duy Dương Đạt Đức Hải Hậu Hiếu Hiệp Hoàng Hòa Hùng Huy Hưng Khải Khoa "
        "Kiên Lâm Long Lộc Lợi Mạnh Minh Nam Nghĩa Nguyên Nhân Nhật Phát Phong Phú Phúc Quân Quang Quý Sang Sơn Tài "
        "Tâm Tân Thái Thành Thắng Thịnh Thuận Tiến Tín Toàn Trí Trung Tú Tuấn Tùng Vinh Vũ Việt Vương"
    ),
    "female": _each(
        "An Ánh Bình Châu Chi Cúc Diễm Diệp Dung Duyên Giang Hà Hạnh Hằng Hân Hiền Hoa Hồng Huệ Hương Huyền Lan Lệ "
        "Liên Linh Loan Ly Mai My Nga Ngân Nguyệt Nhi Nhung Oanh Phượng Quyên Quỳnh Tâm Thảo Thắm Thơ Thu Thủy Thúy "
        "Thư Thương Tiên Trang Trâm Trinh Trúc Tuyết Uyên Vân Vy Xuân Yến Ý"
    ),
}
CHILD_GIVEN = {
    "male": _each("An Khang Khôi Minh Bảo Phúc Huy Khoa Đăng Long Kiệt Nguyên Thịnh Quân Phát Nhân Hưng Duy Lâm Vinh"),
    "female": _each("An Ngân Nhi Thư Vy Trâm Anh Hân My Châu Linh Ngọc Chi Mai Khuê Yến Thy Quyên Dung Trúc"),
}
ELDER_GIVEN = {
    "male": _each("Tư Năm Sáu Bảy Cang Thạnh Đáng Lành Chánh Mười Kỉnh Trọng Hường Ân Cẩn Sum Nhơn Luyện Ba Tấn"),
    "female": _each("Tư Năm Sáu Bảy Lành Chín Mười Hai Thưởng Nở Sen Đào Mận Thơm Hiền Liễu Cần Bưởi Lài Hường"),
}
# The sex marker stands first and the clan last, so that no word here is a family name in front.
HIGHLAND = {
    "male": ("Y Wăn Êban", "Y Bhăm Niê", "Y Thuên Mlô"),
    "female": ("H'Lan Niê", "H'Mai Êban", "H’Nguôm Niê Kdăm"),
}
LONGEST = "Công Tằng Tôn Nữ Nguyễn Phước Hoàng Ngọc Khánh Bảo Minh Châu"


def family_name(chance: Random) -> str:
    """A family name as often as it is met."""
    if chance.random() < 0.03:
        return chance.choice(DOUBLE)
    return chance.choices(list(FAMILIES), weights=list(FAMILIES.values()))[0]


def grown_up(chance: Random, sex: str) -> str:
    """Somebody born between 1970 and 2005."""
    return f"{family_name(chance)} {chance.choice(MIDDLES[sex])} {chance.choice(GIVEN[sex])}"


def elder(chance: Random, sex: str) -> str:
    """Somebody born before 1960."""
    return f"{family_name(chance)} {chance.choice(ELDER_MIDDLES[sex])} {chance.choice(ELDER_GIVEN[sex])}"


def child(chance: Random, sex: str, family: str) -> str:
    """A child of this family, in the longer names that parents give today."""
    given = chance.choice(CHILD_GIVEN[sex])
    middle = chance.choice([m for m in CHILD_MIDDLES[sex] if m != given])
    return f"{family} {middle} {given}"


def family_of(name: str) -> str:
    """The family name at the front: two words where both belong to it."""
    return next((double for double in DOUBLE if name.startswith(double + " ")), name.split(" ", 1)[0])
