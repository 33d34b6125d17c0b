"""Which heading is which key: the ministry's own, Vietnamese wordings, two rows, remembered ones."""

import pytest

from desk_app.domain.events import EVENTS
from desk_app.domain.ministry import keys_of, own_keys
from desk_app.intake.captions import key_for, plain
from desk_app.intake.cells import Sheet
from desk_app.intake.layout import find_layout


def layout_of(*rows, name="", **asked):
    return find_layout(Sheet(name, rows), **asked)


def keys(layout):
    return [one.key for one in layout.columns]


@pytest.mark.parametrize("event", EVENTS)
def test_every_key_and_every_heading_of_ours_means_itself(event):
    for one in (*keys_of(event), *own_keys(event)):
        assert key_for(event, one.key) == one.key
        assert key_for(event, f" {one.key.upper()} ") == one.key
        assert key_for(event, one.caption) == one.key


WORDINGS = {
    "birth": {
        "so": ["Số", "SỐ", "Số đăng ký", "Số giấy khai sinh", "Số (1)"],
        "quyenSo": ["Quyển số", "Quyển sổ", "Sổ", "Quyển"],
        "trangSo": ["Trang số", "Trang"],
        "ngayDangKy": ["Ngày đăng ký", "Ngày, tháng, năm đăng ký", "Ngày ĐK", "Ngày đăng ký khai sinh"],
        "STT": ["STT", "TT", "Số TT", "Số thứ tự"],
        "noiDangKy": ["Nơi đăng ký", "Cơ quan đăng ký", "noiDangKyUBND"],
        "nksHoTen": ["Họ, chữ đệm, tên", "Họ và tên", "Họ tên trẻ", "Họ, chữ đệm, tên con", "Tên người được khai sinh"],
        "nksNgaySinh": ["Ngày, tháng, năm sinh", "Ngày sinh", "Ngày sinh của trẻ", "Sinh ngày"],
        "nksNgaySinhBangChu": ["Ngày sinh bằng chữ", "Ngày, tháng, năm sinh (ghi bằng chữ)", "Ghi bằng chữ"],
        "nksGioiTinh": ["Giới tính", "Nam/Nữ"],
        "nksNoiSinh": ["Nơi sinh"],
        "nksQueQuan": ["Quê quán"],
        "meHoTen": ["Họ tên mẹ", "Họ, chữ đệm, tên người mẹ", "Mẹ", "MẸ - Họ tên"],
        "meNgaySinh": ["Năm sinh mẹ", "Ngày sinh của mẹ"],
        "chaHoTen": ["Họ tên cha", "Họ và tên bố", "Cha"],
        "chaSoGiayToTuyThan": [
            "CCCD cha",
            "Số CMND/CCCD của cha",
            "Số định danh cá nhân cha",
            "cha_Số giấy tờ tùy thân",
        ],
        "mctt_child_citizen_id": ["Số định danh cá nhân", "Số định danh của trẻ"],
        "nycHoTen": ["Người yêu cầu", "Họ tên người đi khai", "Họ tên người đi đăng ký"],
        "nycQuanHe": ["Quan hệ", "Quan hệ với người được khai sinh", "Mối quan hệ"],
        "mctt_hamlet": ["Thôn", "Tổ dân phố", "Thôn, tổ dân phố"],
        "": ["Ngày đăng ký thường trú", "Số điện thoại", "Email", "Nguyễn Văn An", "5", "Ngày trả kết quả", "nktHoTen"],
    },
    "marriage": {
        "chongHoTen": ["Họ tên chồng", "Chồng", "Họ tên bên nam", "Chồng_Họ tên"],
        "voNgaySinh": ["Ngày sinh vợ", "Năm sinh của vợ"],
        "voNoiCuTru": ["Nơi cư trú của vợ", "Địa chỉ vợ", "Nơi thường trú/tạm trú vợ"],
        "chongDanToc": ["Dân tộc chồng"],
        "ngayDangKy": ["Ngày kết hôn", "Ngày đăng ký kết hôn"],
        "": ["Họ tên", "Ngày sinh"],
    },
    "death": {
        "nktHoTen": [
            "Họ tên người chết",
            "Họ và tên người đã chết",
            "Họ tên",
            "Người mất",
            "Họ tên người được khai tử",
        ],
        "nktNgayChet": ["Ngày chết", "Ngày mất", "Ngày, tháng, năm chết", "Đã chết vào lúc"],
        "nktNoiCuTru": ["Nơi cư trú cuối cùng", "Nơi thường trú"],
        "nktNguyenNhanChet": ["Nguyên nhân", "Nguyên nhân chết"],
        "gbtSo": ["Số giấy báo tử", "Giấy báo tử"],
        "gbtNgay": ["Ngày cấp giấy báo tử"],
        "nycQuanHe": ["Quan hệ với người chết"],
        "mctt_mother_name": ["Họ tên mẹ"],
        "": ["Ngày sinh mẹ"],
    },
}
SAID = [(event, key, one) for event, known in WORDINGS.items() for key, said in known.items() for one in said]


@pytest.mark.parametrize(("event", "key", "caption"), SAID, ids=[f"{event} {one}" for event, _, one in SAID])
def test_a_heading_in_any_of_the_usual_words_is_known(event, key, caption):
    assert key_for(event, caption) == key


def test_a_heading_without_a_name_belongs_to_the_person_before_it():
    found = layout_of(
        ["Số", "Họ tên trẻ", "Ngày sinh", "Họ tên mẹ", "Năm sinh", "Dân tộc", "Họ tên cha", "Năm sinh", "Giới tính"]
    )
    assert keys(found)[2:] == [
        "nksNgaySinh",
        "meHoTen",
        "meNgaySinh",
        "meDanToc",
        "chaHoTen",
        "chaNgaySinh",
        "nksGioiTinh",
    ]


def test_the_heading_may_stand_below_a_title_and_in_two_rows_with_the_names_of_groups_over_it():
    found = layout_of(
        ["UBND XÃ MẪU", "", "", "", ""],
        ["SỔ ĐĂNG KÝ KẾT HÔN", "", "", "", ""],
        [],
        ["Số", "Chồng", "", "Vợ", ""],
        ["", "Họ tên", "Năm sinh", "Họ tên", "Năm sinh"],
        ["(1)", "(2)", "(3)", "(4)", "(5)"],
        ["5", "Lê Ví", "1990", "Trần Thử", "1991"],
    )
    assert (found.event, found.header_row) == ("marriage", 4)
    assert keys(found) == ["so", "chongHoTen", "chongNgaySinh", "voHoTen", "voNgaySinh"]
    assert found.columns[1].caption == "Chồng: Họ tên"
    assert found.columns[4].samples == ("(5)", "1991")
    assert found.missing == ("ngayDangKy",)


@pytest.mark.parametrize(
    ("name", "heading", "event"),
    [
        ("Khai tử", ["Số", "Họ tên", "Ngày sinh", "Ngày đăng ký"], "death"),
        ("Khai sinh 2018", ["Số", "Họ tên", "Ngày sinh", "Ngày đăng ký"], "birth"),
        ("Sheet1", ["Số", "Họ tên người chết", "Ngày chết", "Ngày đăng ký"], "death"),
        ("Sheet1", ["so", "quyenSo", "nksHoTen"], "birth"),
        ("Sheet1", ["Số", "Họ tên chồng", "Họ tên vợ"], "marriage"),
        ("Sheet1", ["a", "b", "c"], ""),
    ],
)
def test_the_event_is_told_by_the_headings_and_by_the_name_of_the_sheet(name, heading, event):
    assert layout_of(heading, ["1", "2", "3"], name=name).event == event


def test_an_event_that_is_given_is_not_guessed():
    assert layout_of(["Số", "Họ tên", "Ngày sinh"], name="Khai sinh", event="death").event == "death"


def test_a_sheet_without_heading_has_columns_for_a_person_to_name():
    found = layout_of(["5", "Nguyễn Thị Mẫu", "15.03.2018"], event="birth")
    assert (found.event, found.header_row, len(found.unmatched)) == ("", -1, 3)


def test_a_remembered_mapping_wins_and_a_column_may_be_named_by_hand():
    rows = [["Số", "Tên cháu bé ngoan", "Ngày sinh", "Ghi chú"], ["5", "Lê Ví", "1990", "x"]]
    found = layout_of(*rows, event="birth")
    assert [one.caption for one in found.unmatched] == ["Tên cháu bé ngoan"]
    named = found.with_key(1, "nksHoTen").with_key(3, "")
    assert keys(named) == ["so", "nksHoTen", "nksNgaySinh", ""]
    again = layout_of(*rows, event="birth", remembered=named.mapping())
    assert again == named
    assert keys(named.with_key(3, "nksHoTen")) == ["so", "", "nksNgaySinh", "nksHoTen"]
    assert keys(layout_of(*rows, event="birth", remembered={plain("Số"): "voHoTen"}))[0] == "so"


def test_no_key_is_read_of_two_columns():
    assert keys(layout_of(["Số", "Số", "Họ tên trẻ"], event="birth")) == ["so", "", "nksHoTen"]


def test_headings_in_an_old_font_are_understood_and_its_columns_are_suspected():
    found = layout_of(
        ["Sè", "Hä vµ tªn trÎ", "Ngµy sinh", "N¬i sinh"],
        ["5", "NguyÔn V¨n An", "15.03.2018", "Hµ Néi"],
        ["6", "TrÇn ThÞ B×nh", "16.03.2018", "Hµ Néi"],
    )
    assert keys(found) == ["so", "nksHoTen", "nksNgaySinh", "nksNoiSinh"]
    assert found.columns[1].caption == "Họ và tên trẻ"
    assert [one.suspected for one in found.columns] == ["", "tcvn3", "", "tcvn3"]
    assert found.columns[1].shown("tcvn3")[0] == ("NguyÔn V¨n An", "Nguyễn Văn An")


def test_samples_show_texts_with_marks_first_and_none_twice():
    found = layout_of(["Số", "Họ tên trẻ"], ["5", "An"], ["5", "Bình"], ["5", "An"], event="birth")
    assert [one.samples for one in found.columns] == [("5",), ("Bình", "An")]
