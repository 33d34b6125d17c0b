"""What a letter may say of the office, and where each field of common.words.letter_fields is mended when missing."""

from common.letter_text import Words
from desk_app.domain.office import Office

FIELDS = {
    "xa": "office_unit_name",
    "loai_xa": "office_unit_name",
    "cap_tren": "office_parent_name",
    "cong_dong": "office_community",
    "que": "office_home_word",
    "dien_thoai": "office_phone",
    "can_bo": "office_officer",
    "chuc_danh": "office_officer_title",
    "loi_rieng": "free_line",
    "ten_mien": "office_host",
    "xa_anh": "office_unit_name",
    "ngay_sinh_anh": "born",
    "ngay_dk_anh": "registered_on",
    "ten_nhan_anh": "mother_name",
    "ngay_sinh": "born",
    "so_chau": "child_name",
    "cac_chau": "child_name",
    "mot": "child_name",
    "xung_me": "mother_born",
    "ten_me": "mother_name",
    "xung_cha": "father_born",
    "ten_cha": "father_name",
    "cha_me": "mother_name",
    "xung_than": "declarant_relation",
    "ten_than": "declarant_name",
    "ngay_dk": "registered_on",
    "anh_chi": "husband_born",
    "ong_ba": "sex",
    "xung": "sex",
    "ten": "deceased_name",
    "ngay_mat": "died_on",
    "ngay_am": "died_on",
    "xung_gui": "to_address",
    "ten_gui": "to_name",
    "ket_qua": "outcome",
    "viec_lam": "deed",
    "ngay_noi": "said_on",
    "dieu_noi": "matter",
    "ngay_sua": "since",
    "viec_da_sua": "mended",
    "viec_cua_dan": "errand",
    "ma_ho_so": "file_code",
    "ngay_hen": "promised",
    "thu_ngay_hen": "promised",
    "vi_sao": "why",
    "thu_ngay_hen_lai": "again",
    "phu_trach": "officer",
    "viec_da_lam": "care",
    "ngay_tiep": "on",
    "ten_giay": "paper",
    "ngay_trao": "given_on",
    "cho_sai": "mistake",
    "ngay_moi": "again",
}
"""Every field with the name of the draft or office field where a missing value is mended."""

KINDS = ("đặc khu", "thị trấn", "phường", "xã")


def office_words(office: Office, free_line: str, host: str) -> Words:
    """What every letter may say of the office."""
    values = {
        "xa": office.unit_name,
        "loai_xa": unit_kind(office.unit_name),
        "cap_tren": office.parent_name,
        "cong_dong": office.community,
        "que": office.home_word,
        "dien_thoai": office.phone,
        "can_bo": office.officer,
        "chuc_danh": office.officer_title,
        "loi_rieng": free_line,
        "ten_mien": host,
    }
    present = {"có lời riêng": free_line, "có điện thoại": office.phone, "có cán bộ": office.officer}
    return Words(values, frozenset(condition for condition, text in present.items() if text))


def unit_kind(unit_name: str) -> str:
    """ "xã" out of "xã An Liên"."""
    low = unit_name.lower()
    return next((kind for kind in KINDS if low.startswith(kind + " ")), "xã")


def together(*parts: Words) -> Words:
    """Several vocabularies as one; later values win."""
    values: dict[str, str] = {}
    for part in parts:
        values |= part.values
    return Words(values, frozenset().union(*(part.holds for part in parts)))
