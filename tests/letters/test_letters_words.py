"""What the letters say in each family's case (LOOK 3.5); read aloud before changing a word."""

from dataclasses import replace
from datetime import date

import pytest
from letter_orders import (
    BINH,
    LAN,
    OFFICE,
    birth,
    death,
    marriage,
    order,
    person,
    text_of,
    usual_birth,
    usual_death,
    usual_marriage,
)

from common.names import PersonName
from desk_app.domain.people import Declarant
from desk_app.letters.compose import compose
from desk_app.letters.stock import Stock


def test_the_usual_birth_letter_reads_as_agreed(stock: Stock) -> None:
    assert text_of(usual_birth(), stock).startswith(
        "TỈNH NAM HẢI ỦY BAN NHÂN DÂN XÃ AN LIÊN An Liên, ngày 12 tháng 11 năm 2026 Thư chúc mừng Thân gửi anh "
        "Nguyễn Văn Bình và chị Trần Thị Ngọc Lan, Ngày anh chị đến khai sinh cho cháu cũng là ngày vui của "
        "chúng tôi, những người được viết tên cháu lần đầu tiên vào sổ hộ tịch quê nhà. Thay mặt cán bộ và Nhân "
        "dân xã An Liên, tôi xin chúc mừng gia đình và thân ái chào đón cháu NGUYỄN TRẦN MINH ANH sinh ngày 09 "
        "tháng 11 năm 2026 Từ hôm nay, quê hương có thêm một mầm xanh để yêu thương, một tiếng trẻ bi bô làm ấm "
        "cả xóm làng. Chúc cháu hay ăn, chóng lớn, bình an, khỏe mạnh trong lời ru của mẹ, vòng tay của cha và "
        "tình thương của ông bà. Mong anh chị nhớ đưa cháu đi tiêm chủng đầy đủ, đến trường đúng tuổi. Hễ gia "
        "đình cần một tờ giấy hay một lời chỉ dẫn, cánh cửa của xã luôn rộng mở. Quét mã để góp ý về lần phục vụ "
        "này."
    )


def test_a_mother_alone_reads_nothing_of_an_absent_father(stock: Stock) -> None:
    text = text_of(order(birth("Lê Gia Hân", None, LAN)), stock)
    assert "Thân gửi chị Trần Thị Ngọc Lan," in text
    assert "tôi xin chúc mừng chị và thân ái chào đón cháu" in text
    assert "trong lời ru của mẹ và tình thương của ông bà, họ hàng, lối xóm." in text
    assert "Hễ mẹ con cần một tờ giấy" in text
    assert "cha" not in text.replace("cha mẹ", "").split()


def test_a_father_alone_reads_nothing_of_an_absent_mother(stock: Stock) -> None:
    text = text_of(order(birth("Lê Gia Hân", BINH, None)), stock)
    assert "Thân gửi anh Nguyễn Văn Bình," in text
    assert "khỏe mạnh trong vòng tay của cha và tình thương của ông bà, họ hàng, lối xóm." in text
    assert "Hễ cha con cần" in text
    assert "mẹ" not in text


@pytest.mark.parametrize(("count", "said"), [(2, "hai"), (3, "ba")])
def test_twins_and_triplets_share_a_sheet_one_name_a_line(count: int, said: str, stock: Stock) -> None:
    names = ["Lê Gia Hân", "Lê Gia Bảo", "Lê Gia An"][:count]
    outcome = compose(order(*(birth(name, BINH, LAN) for name in names)), stock)
    assert outcome.value is not None
    runs = [run.text for run in outcome.value.page.runs]
    text = " ".join(runs)
    assert [run for run in runs if run.startswith("LÊ GIA")] == [name.upper() for name in names]
    assert "cùng sinh ngày 09 tháng 11 năm 2026" in runs
    assert f"khai sinh cho {said} cháu" in text
    assert f"{said} mầm xanh để yêu thương, {said} tiếng trẻ" in text
    assert f"Chúc {said} cháu hay ăn" in text
    assert "đưa các cháu đi tiêm chủng" in text


def test_twins_born_on_both_sides_of_midnight_keep_both_days(stock: Stock) -> None:
    twins = (birth("Lê Gia Hân", BINH, LAN), birth("Lê Gia Bảo", BINH, LAN, born="10/11/2026"))
    text = text_of(order(*twins), stock)
    assert "cùng sinh ngày 09 tháng 11 năm 2026 và ngày 10 tháng 11 năm 2026" in text


def test_a_late_birth_is_welcomed_into_the_book_not_into_the_world(stock: Stock) -> None:
    text = text_of(order(birth("Lê Gia Hân", BINH, LAN, born="03/02/2023")), stock)
    assert (
        "Hôm nay cháu đã có tên trong sổ hộ tịch xã An Liên. Từ nay cháu có đủ giấy tờ để đi học, khám bệnh và "
        "được hưởng mọi quyền lợi của một công dân nhỏ. Tôi xin chúc mừng gia đình và cháu LÊ GIA HÂN" in text
    )
    assert "Từ hôm nay" not in text
    assert "sinh ngày 03 tháng 02 năm 2023" in text


def test_a_birth_of_which_only_the_year_is_known_says_the_year(stock: Stock) -> None:
    assert "sinh năm 2024" in text_of(order(birth("Lê Gia Hân", BINH, LAN, born="2024")), stock)


def test_older_parents_and_a_foreign_parent_are_addressed_as_they_are(stock: Stock) -> None:
    father = person("John Smith", "1970", "male", "Anh")
    text = text_of(order(birth("Lê Gia Hân", father, LAN)), stock)
    assert "Thân gửi ông John Smith và chị Trần Thị Ngọc Lan," in text
    assert "Ngày ông bà đến khai sinh" in text
    assert "vào sổ hộ tịch xã An Liên." in text


def test_parents_of_whom_only_the_name_is_known_are_anh_and_chi(stock: Stock) -> None:
    text = text_of(order(birth("Lê Gia Hân", person("Lê Văn Tư"), person("Vũ Thị Năm"))), stock)
    assert "Thân gửi anh Lê Văn Tư và chị Vũ Thị Năm," in text


def test_a_child_without_named_parents_is_spoken_of_to_whom_came(stock: Stock) -> None:
    declarant = Declarant(PersonName("Lê Thị Sáu"), "bà ngoại")
    text = text_of(order(birth("Lê Gia Hân", declarant=declarant)), stock)
    assert "Thân gửi bà Lê Thị Sáu," in text
    assert "trong vòng tay yêu thương của những người thân." in text


def test_a_ward_has_its_own_word(stock: Stock) -> None:
    office = replace(OFFICE, unit_name="phường Hải Châu", place="Hải Châu", community="khu phố")
    text = text_of(usual_birth(office=office), stock)
    assert "ỦY BAN NHÂN DÂN PHƯỜNG HẢI CHÂU" in text
    assert "làm ấm cả khu phố." in text
    assert "cánh cửa của phường luôn rộng mở." in text


def test_the_free_line_stands_before_the_last_sentence(stock: Stock) -> None:
    text = text_of(usual_birth(free_line="Xã gửi tặng cháu một cây bưởi."), stock)
    assert "đúng tuổi. Xã gửi tặng cháu một cây bưởi. Hễ gia đình cần" in text


def test_a_free_line_is_text_and_no_template(stock: Stock) -> None:
    assert "{ten_me} **mừng** [nếu muộn]" in text_of(usual_birth(free_line="{ten_me} **mừng** [nếu muộn]."), stock)


def test_the_usual_marriage_letter_reads_as_agreed(stock: Stock) -> None:
    text = text_of(usual_marriage(), stock)
    assert "THƯ CHÚC MỪNG Trăm năm hạnh phúc LÊ HOÀNG NAM PHAN THỊ THU THỦY chú rể cô dâu" in text
    assert (
        "Ngày 20 tháng 11 năm 2026, anh chị đã ký tên cạnh nhau trong sổ đăng ký kết hôn của xã An Liên: hai nét "
        "chữ từ nay chung một trang, hai cuộc đời từ nay chung một mái nhà. Thay mặt cán bộ và Nhân dân xã, tôi "
        "xin chúc mừng anh chị. Chúc anh chị thương nhau bằng sự tôn trọng, cùng gánh việc khó, cùng giữ tiếng "
        "cười, vẹn tròn tình nghĩa. Mong tổ ấm mới luôn bình đẳng, no ấm, tiến bộ, hạnh phúc, thành một ngọn đèn "
        "sáng của xóm làng." in text
    )
    assert "KT. CHỦ TỊCH PHÓ CHỦ TỊCH Vũ Thị Thanh Hà" in text


def test_an_elderly_couple_is_no_bride_and_groom(stock: Stock) -> None:
    couple = marriage(person("Lê Văn Tám", "1960", "male"), person("Phan Thị Chín", "1965", "female"))
    text = text_of(order(couple), stock)
    assert "Hạnh phúc an vui" in text
    assert "hai mái đầu từ nay chung một hiên nhà." in text
    assert "Chúc ông bà mạnh khỏe, thảnh thơi, sớm tối có nhau, con cháu hai bên sum vầy." in text
    assert not {"chú rể", "cô dâu", "anh chị"} & set(text.split("  "))
    assert "chú rể" not in text
    assert "anh chị" not in text


def test_a_foreign_spouse_comes_from_another_home(stock: Stock) -> None:
    couple = marriage(person("Lê Hoàng Nam", "1995", "male"), person("Anna Nowak", "1997", "female", "Ba Lan"))
    assert "mái nhà. Từ hai quê hương, anh chị đã chọn cùng dựng một mái nhà. Thay mặt" in text_of(order(couple), stock)


def test_the_usual_condolence_reads_as_agreed(stock: Stock) -> None:
    assert text_of(usual_death(), stock) == (
        "TỈNH NAM HẢI ỦY BAN NHÂN DÂN XÃ AN LIÊN An Liên, ngày 06 tháng 11 năm 2026 THƯ CHIA BUỒN Kính gửi: Gia "
        "quyến cụ ông Đặng Văn Khoan Được tin cụ đã từ trần ngày 05 tháng 11 năm 2026, cán bộ và Nhân dân xã An "
        "Liên vô cùng thương tiếc. Chúng tôi xin kính cẩn nghiêng mình trước hương hồn cụ và gửi tới toàn thể "
        "gia quyến lời chia buồn sâu sắc nhất. Người đi xa, nhưng nếp nhà hiền hòa, tình nghĩa xóm giềng và "
        "những điều tốt lành cụ vun đắp vẫn ở lại với con cháu và quê hương. Kính mong gia quyến giữ gìn sức "
        "khỏe, nương tựa vào nhau qua những ngày đau buồn này. Nếu gia đình cần giúp một việc gì, lớn hay nhỏ, "
        "xin cứ gọi cho chúng tôi. Thành kính phân ưu. Ông Trịnh Văn Lâm, công chức tư pháp - hộ tịch Điện "
        "thoại: 0200 3555 018 (kể cả ngày nghỉ) CHỦ TỊCH Phạm Quốc Thịnh"
    )


def test_an_adult_under_70_passed_away_and_left_an_empty_place(stock: Stock) -> None:
    text = text_of(usual_death(registrations=(death(person("Lê Thị Mai", "1970", "female")),)), stock)
    assert "Kính gửi: Gia đình bà Lê Thị Mai" in text
    assert "Được tin bà đã qua đời ngày 05 tháng 11 năm 2026" in text
    assert "Sự ra đi ấy để lại khoảng trống không gì bù đắp được trong gia đình" in text


def test_for_a_child_there_is_no_lotus_and_hardly_a_word(stock: Stock) -> None:
    child = death(
        person("Lê Gia Hân", "01/02/2020", "female"),
        father_name=PersonName("Lê Văn A"),
        mother_name=PersonName("Vũ Thị B"),
    )
    outcome = compose(usual_death(registrations=(child,)), stock)
    assert outcome.value is not None
    page = outcome.value.page
    text = " ".join(page.text.split())
    assert [place.name for place in page.ornaments] == ["khung-chi-manh"]
    assert "Kính gửi: Gia đình anh Lê Văn A và chị Vũ Thị B" in text
    assert "Chúng tôi lặng người khi hay tin cháu Lê Gia Hân đã rời xa vòng tay gia đình." in text
    assert "Xin được chia sẻ nỗi đau cùng gia đình." in text
    assert "từ trần" not in text


def test_a_death_of_which_only_the_month_is_known_says_the_month(stock: Stock) -> None:
    text = text_of(usual_death(registrations=(death(person("Đặng Văn Khoan", "1940", "male"), "11/2026"),)), stock)
    assert "Được tin cụ đã từ trần tháng 11 năm 2026," in text


def test_names_are_never_recased_in_the_letter_and_only_raised_in_the_big_line(stock: Stock) -> None:
    mother = person("h'hen niê êban", "1998", "female")
    text = text_of(order(birth("y ƀĭ McDonald-nguyễn", None, mother)), stock)
    assert "Thân gửi chị h'hen niê êban," in text
    assert "Y ɃĬ MCDONALD-NGUYỄN" in text


def test_names_typed_in_decomposed_form_print_as_one_letter_each(stock: Stock) -> None:
    plain = text_of(usual_birth(), stock)
    typed = order(birth("Nguyễn Trần Minh Anh", BINH, LAN))
    assert text_of(typed, stock) == plain


@pytest.mark.parametrize("unit", ["xã Xuân Định", "xã Đak Rong", "phường Quy Nhơn Đông", "đặc khu Phú Quý", "xã Ba"])
@pytest.mark.parametrize("children", [("Lê Gia Bảo",), ("Lê Gia Bảo", "Lê Gia Hân")])
def test_no_word_or_two_are_left_behind_on_a_last_line(unit: str, children: tuple[str, ...], stock: Stock) -> None:
    births = [birth(child, BINH, LAN) for child in children]
    outcome = compose(order(*births, office=replace(OFFICE, unit_name=unit)), stock)
    assert outcome.value
    lines: dict[int, str] = {}
    for run in outcome.value.page.runs:
        lines[run.y] = lines.get(run.y, "") + run.text
    before_name = [text for text in lines.values() if text.endswith("cháu")]
    assert [text for text in before_name if len(text.split()) < 3] == []


def test_a_wide_name_keeps_clear_of_the_ring(stock: Stock) -> None:
    couple = marriage(person("Jean-Pierre O'Connor", "1988", "male"), person("Huỳnh Thị Mỹ Linh", "1995", "female"))
    outcome = compose(order(couple), stock)
    assert outcome.value
    (name,) = [run for run in outcome.value.page.runs if run.text.startswith("JEAN")]
    assert name.x > 17_000


def test_the_letter_is_dated_as_ordered(stock: Stock) -> None:
    assert "An Liên, ngày 05 tháng 02 năm 2027" in text_of(usual_birth(dated=date(2027, 2, 5)), stock)


def test_no_letter_says_a_number_an_address_or_a_cause(stock: Stock) -> None:
    gone = person("Đặng Văn Khoan", "1940", "male")
    kept = replace(gone, id_paper="B1234567", residence="thôn Trung Tín 1")
    registered = death(kept, last_residence="thôn Trung Tín 1", cause="tai biến", died_place="bệnh viện huyện")
    text = text_of(usual_death(registrations=(registered,)), stock)
    assert not [word for word in ("B1234567", "Trung Tín", "tai biến", "bệnh viện") if word in text]
