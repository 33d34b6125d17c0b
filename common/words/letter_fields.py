"""What letters may say: the closed list of fields and conditions, what each is called for people, and in which kinds
of letter it has a meaning. Desk and district check a template against the same list."""

from collections.abc import Mapping
from dataclasses import dataclass

KINDS = ("birth", "marriage", "death", "thanks", "apology")
_FAMILY = ("birth", "marriage", "death")
_PARENTS = ("birth", "death")
_COURTESY = ("thanks", "apology")


@dataclass(frozen=True, slots=True)
class Sayable:
    """A field or a condition: its name as a template writes it, its caption for people, the kinds of letter in which it
    has a meaning."""

    name: str
    caption: str
    kinds: tuple[str, ...] = KINDS


_FIELDS = (
    Sayable("xa", "Tên xã: “xã An Liên”"),
    Sayable("loai_xa", "Loại đơn vị: “xã”, “phường”"),
    Sayable("cap_tren", "Cơ quan cấp trên"),
    Sayable("dien_thoai", "Số điện thoại của xã"),
    Sayable("can_bo", "Công chức hộ tịch"),
    Sayable("chuc_danh", "Chức danh của công chức"),
    Sayable("ten_mien", "Tên miền của trang góp ý"),
    Sayable("loi_rieng", "Lời riêng của người ký"),
    Sayable("cong_dong", "Xóm làng, khu phố…", _FAMILY),
    Sayable("que", "“quê nhà” hoặc tên xã", _FAMILY),
    Sayable("ngay_sinh", "Ngày sinh của cháu", ("birth",)),
    Sayable("so_chau", "“cháu”, “hai cháu”", ("birth",)),
    Sayable("cac_chau", "“cháu”, “các cháu”", ("birth",)),
    Sayable("mot", "“một”, “hai”, “ba”", ("birth",)),
    Sayable("cha_me", "“anh chị”, “chị”, “ông bà”", ("birth",)),
    Sayable("xung_me", "Cách gọi người mẹ", _PARENTS),
    Sayable("ten_me", "Họ tên mẹ", _PARENTS),
    Sayable("xung_cha", "Cách gọi người cha", _PARENTS),
    Sayable("ten_cha", "Họ tên cha", _PARENTS),
    Sayable("xung_than", "Cách gọi người nuôi dưỡng", ("birth",)),
    Sayable("ten_than", "Họ tên người nuôi dưỡng", ("birth",)),
    Sayable("ngay_sinh_anh", "Ngày sinh, tiếng Anh", ("birth",)),
    Sayable("ten_nhan_anh", "Người nhận thư, tiếng Anh", ("birth",)),
    Sayable("ngay_dk", "Ngày đăng ký kết hôn", ("marriage",)),
    Sayable("anh_chi", "“anh chị”, “ông bà”", ("marriage",)),
    Sayable("ngay_dk_anh", "Ngày đăng ký, tiếng Anh", ("marriage",)),
    Sayable("xa_anh", "Tên xã, tiếng Anh", ("birth", "marriage")),
    Sayable("xung", "Cách gọi người mất", ("death",)),
    Sayable("ong_ba", "“ông”, “bà”", ("death",)),
    Sayable("ten", "Họ tên người mất", ("death",)),
    Sayable("ngay_mat", "Ngày mất", ("death",)),
    Sayable("ngay_am", "Ngày mất, âm lịch", ("death",)),
    Sayable("xung_gui", "Cách gọi người nhận", _COURTESY),
    Sayable("ten_gui", "Họ tên người nhận", _COURTESY),
    Sayable("ket_qua", "Nhờ vậy mà xã có được điều gì", ("thanks",)),
    Sayable("viec_lam", "Gia đình đã làm gì", ("thanks",)),
    Sayable("ngay_noi", "Ngày góp ý", ("thanks",)),
    Sayable("dieu_noi", "Điều người dân đã chỉ ra", ("thanks",)),
    Sayable("ngay_sua", "Sửa từ ngày nào", ("thanks",)),
    Sayable("viec_da_sua", "Xã đã sửa gì", ("thanks",)),
    Sayable("viec_cua_dan", "Việc của người dân", ("apology",)),
    Sayable("ma_ho_so", "Mã hồ sơ", ("apology",)),
    Sayable("ngay_hen", "Ngày đã hẹn", ("apology",)),
    Sayable("thu_ngay_hen", "Thứ và ngày đã hẹn", ("apology",)),
    Sayable("vi_sao", "Vì sao chậm", ("apology",)),
    Sayable("thu_ngay_hen_lai", "Thứ và ngày hẹn lại", ("apology",)),
    Sayable("phu_trach", "Người phụ trách", ("apology",)),
    Sayable("viec_da_lam", "Việc đã làm để không lặp lại", ("apology",)),
    Sayable("ngay_tiep", "Ngày tiếp người dân", ("apology",)),
    Sayable("ten_giay", "Tên giấy ghi sai", ("apology",)),
    Sayable("ngay_trao", "Ngày trao giấy", ("apology",)),
    Sayable("cho_sai", "Chỗ ghi sai", ("apology",)),
    Sayable("ngay_moi", "Ngày trao bản đúng", ("apology",)),
)

_CONDITIONS = (
    Sayable("có lời riêng", "Người ký có viết lời riêng"),
    Sayable("có điện thoại", "Xã có số điện thoại"),
    Sayable("có cán bộ", "Có tên công chức hộ tịch"),
    Sayable("đủ cha mẹ", "Có tên cả cha và mẹ", _PARENTS),
    Sayable("chỉ có mẹ", "Chỉ có tên mẹ", _PARENTS),
    Sayable("chỉ có cha", "Chỉ có tên cha", _PARENTS),
    Sayable("người thân", "Người thân nuôi dưỡng", ("birth",)),
    Sayable("nhiều cháu", "Sinh đôi, sinh ba", ("birth",)),
    Sayable("ghi muộn", "Đăng ký khi cháu đã lớn", ("birth",)),
    Sayable("cao niên", "Hai người từ 55 tuổi", ("marriage",)),
    Sayable("người nước ngoài", "Có người nước ngoài", ("marriage",)),
    Sayable("bậc cao niên", "Người mất được gọi là cụ", ("death",)),
    Sayable("trẻ em", "Người mất dưới 18 tuổi", ("death",)),
    Sayable("rõ nam nữ", "Biết người mất là ông hay bà", ("death",)),
    Sayable("đạo khác", "Theo đạo, hoặc chưa rõ", ("death",)),
    Sayable("có ngày âm", "Thư ghi cả ngày âm lịch", ("death",)),
    Sayable("cả nhà", "Gửi cả gia đình", _COURTESY),
    Sayable("góp ý", "Cảm ơn vì góp ý", ("thanks",)),
    Sayable("trễ hẹn", "Xin lỗi vì trễ hẹn", ("apology",)),
    Sayable("tiếp đón", "Xin lỗi vì tiếp đón", ("apology",)),
    Sayable("sai giấy", "Xin lỗi vì ghi sai giấy", ("apology",)),
    Sayable("có việc đã làm", "Đã làm gì để không lặp lại", ("apology",)),
)

FIELDS: Mapping[str, Sayable] = {one.name: one for one in _FIELDS}
CONDITIONS: Mapping[str, Sayable] = {one.name: one for one in _CONDITIONS}


def fields_of(kind: str) -> tuple[Sayable, ...]:
    """What a letter of this kind may say, in the order in which it is offered."""
    return tuple(one for one in _FIELDS if kind in one.kinds)


def conditions_of(kind: str) -> tuple[Sayable, ...]:
    """On what the words of a letter of this kind may depend."""
    return tuple(one for one in _CONDITIONS if kind in one.kinds)
