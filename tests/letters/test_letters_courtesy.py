"""Letters of thanks and of apology, the birth letter on A4, and what a person may choose for a letter."""

from dataclasses import replace
from datetime import date

import pytest
from letter_orders import (
    BINH,
    GIFT,
    LAN,
    LATE,
    MANNER,
    OPINION,
    SIXTY,
    VAN,
    WRONG,
    birth,
    courtesy,
    death,
    manner_apology,
    opinion_thanks,
    order,
    paper_apology,
    person,
    text_of,
    usual_apology,
    usual_death,
    usual_marriage,
    usual_official_birth,
    usual_thanks,
)

from common.words.problems import sentence
from desk_app.domain.courtesy import Addressee, kind_of
from desk_app.letters.compose import compose
from desk_app.letters.stock import Stock


def test_thanks_for_a_gift_read_as_agreed(stock: Stock) -> None:
    text = text_of(usual_thanks(), stock)
    assert "Kính gửi gia đình ông ĐINH VĂN SƠN Con đường thôn Bến Trà" in text
    assert "mỗi mùa mưa. Có được điều ấy là nhờ 120 mét vuông đất vườn mà gia đình ông đã vui lòng hiến tặng." in text
    assert "tôi xin cảm ơn tấm lòng ấy. Gia đình ông không chỉ mở rộng một con đường" in text
    assert "kính chúc gia đình mạnh khỏe, an vui, gặp nhiều điều lành." in text
    assert "về việc làm của xã. Một chạm, không ghi tên." in text


def test_thanks_for_an_opinion_say_what_was_mended_since(stock: Stock) -> None:
    text = text_of(opinion_thanks(), stock)
    assert "Kính gửi bà HOÀNG THỊ VÂN Ngày 03 tháng 11 năm 2026, bà đã chỉ cho chúng tôi thấy bảng hướng dẫn" in text
    assert "Nhờ vậy, từ ngày 10 tháng 11 năm 2026, bảng đã được in lại chữ to" in text
    assert "Tôi xin cảm ơn bà, và mong còn được nghe bà nhiều lần nữa." in text


def test_an_apology_for_a_late_result_reads_as_agreed(stock: Stock) -> None:
    text = text_of(usual_apology(), stock)
    assert "Số: /TXL-UBND" in text
    assert (
        "Kính gửi: Bà Hoàng Thị Vân Ngày 18 tháng 11 năm 2026, bà đã đến đúng hẹn mà chúng tôi chưa có kết quả để trao."
        " Bà phải đi lại thêm một lần và lỡ một buổi làm. Lỗi ấy thuộc về chúng tôi."
    ) in text
    rows = ("Mã hồ sơ H99.12-261112-0047", "Đã hẹn trả Thứ Tư, ngày 18", "Hẹn lại Thứ Hai, ngày 23 tháng 11 năm 2026")
    assert [row for row in rows if row not in text] == []
    assert "để việc này không lặp lại, và mong được nghe bà góp ý thẳng thắn." in text
    assert "không thay cho văn bản xin lỗi và hẹn lại ngày trả kết quả theo quy định." in text


def test_an_apology_for_manners_has_no_table(stock: Stock) -> None:
    text = text_of(manner_apology(), stock)
    assert "bà đến hỏi việc đổi giấy khai sinh mà đã không được tiếp đón đúng mực." in text
    assert "Mã hồ sơ" not in text


def test_an_apology_for_a_wrong_paper_names_paper_and_mistake(stock: Stock) -> None:
    text = text_of(paper_apology(), stock)
    assert "Giấy trích lục khai sinh trao ngày 09 tháng 11 năm 2026 ghi sai ngày sinh của cháu" in text
    assert "Chúng tôi mong được nghe anh góp ý thẳng thắn." in text


def test_a_bar_typed_into_a_reason_parts_no_row(stock: Stock) -> None:
    text = text_of(courtesy(replace(LATE, why="Trang 12 | quyển 3 bị ẩm"), date(2026, 11, 20)), stock)
    assert "Vì sao chậm Trang 12 | quyển 3 bị ẩm Hẹn lại" in text


@pytest.mark.parametrize(
    ("about", "part"),
    [
        (GIFT, "outcome"),
        (GIFT, "deed"),
        (OPINION, "matter"),
        (OPINION, "mended"),
        (LATE, "errand"),
        (LATE, "file_code"),
        (LATE, "why"),
        (LATE, "officer"),
        (MANNER, "errand"),
        (WRONG, "paper"),
        (WRONG, "mistake"),
    ],
)
def test_a_part_left_empty_keeps_the_letter_back_by_name(about, part, stock: Stock) -> None:  # type: ignore[no-untyped-def]
    outcome = compose(courtesy(replace(about, **{part: " "}), date(2026, 11, 20)), stock)
    assert outcome.value is None
    told = [(problem.field, problem.code) for problem in outcome.problems]
    assert told == [(part, "letter-missing-field")]
    said = sentence(outcome.problems[0].code, outcome.problems[0].details)
    assert said.startswith("Thư còn thiếu: ")
    assert part not in said


def test_what_is_far_too_long_is_refused_by_its_longest_part(stock: Stock) -> None:
    outcome = compose(courtesy(replace(LATE, why="chúng tôi chưa tra kịp trang gốc " * 40), date(2026, 11, 20)), stock)
    assert [(problem.field, problem.code) for problem in outcome.problems] == [("why", "letter-too-long")]


@pytest.mark.parametrize(("about", "kind"), [(GIFT, "thanks"), (OPINION, "thanks"), (LATE, "apology")])
def test_a_courtesy_is_counted_as_thanks_or_as_apology(about, kind: str) -> None:  # type: ignore[no-untyped-def]
    assert kind_of(about) == courtesy(about, date(2026, 11, 20)).kind == kind


def test_promises_run_forward() -> None:
    with pytest.raises(ValueError, match="comes after"):
        replace(LATE, again=LATE.promised)
    with pytest.raises(ValueError, match="before the wrong one"):
        replace(WRONG, again=date(2026, 11, 8))
    with pytest.raises(ValueError, match="forms of address"):
        Addressee(VAN.name, "đồng chí")


def test_a_letter_is_about_registrations_or_about_a_courtesy() -> None:
    with pytest.raises(ValueError, match="one of the two"):
        courtesy(GIFT, date(2026, 11, 20), registrations=(birth("Lê Gia Hân", BINH, LAN),))


def test_the_birth_letter_on_a4_reads_as_agreed(stock: Stock) -> None:
    text = text_of(usual_official_birth(), stock)
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc" in text
    assert "THƯ CHÚC MỪNG Chào đón công dân mới của xã An Liên Thân gửi: Anh Nguyễn Văn Bình và chị" in text
    assert "tôi xin gửi tới gia đình lời chúc mừng nồng ấm nhất và thân ái chào đón cháu NGUYỄN TRẦN MINH ANH" in text
    assert "Trên chặng đường dài phía trước, hễ gia đình cần một tờ giấy" in text


def test_the_birth_letter_on_a4_is_an_a4_sheet_and_says_nothing_of_an_absent_father(stock: Stock) -> None:
    outcome = compose(order(birth("Lê Gia Hân", None, LAN), template="birth-official"), stock)
    assert outcome.value is not None
    assert (outcome.value.page.width, outcome.value.page.height) == (210_000, 297_000)
    assert "cha" not in outcome.value.page.text.split()
    assert "Thân gửi: Chị" in " ".join(outcome.value.page.text.split())


def test_a_letter_of_one_kind_has_no_template_of_another(stock: Stock) -> None:
    outcome = compose(usual_death(template="birth-official"), stock)
    assert [problem.code for problem in outcome.problems] == ["letter-no-such-template"]


def test_another_faith_is_spoken_to_in_its_own_words(stock: Stock) -> None:
    text = text_of(usual_death(choices=frozenset({"other-faith"})), stock)
    assert "nghiêng mình tưởng nhớ cụ và gửi tới" in text
    assert "Xin được chia buồn cùng gia đình." in text
    assert "hương hồn" not in text
    assert "phân ưu" not in text


def test_the_lunar_day_stands_beside_the_day_only_where_it_was_chosen(stock: Stock) -> None:
    chosen = text_of(usual_death(choices=frozenset({"lunar-date"})), stock)
    assert "ngày 05 tháng 11 năm 2026 (tức ngày 27 tháng 9 năm Bính Ngọ), cán bộ" in chosen
    assert "tức ngày" not in text_of(usual_death(), stock)


def test_a_day_that_nobody_knows_has_no_lunar_day(stock: Stock) -> None:
    partly = order(death(person(SIXTY[0], "1935", "female"), "11/2026"), choices=frozenset({"lunar-date"}), code=None)
    assert "tức ngày" not in text_of(partly, stock)


def test_the_words_for_an_elderly_couple_can_be_chosen(stock: Stock) -> None:
    text = text_of(usual_marriage(choices=frozenset({"elderly-couple"})), stock)
    assert "Hạnh phúc an vui" in text
    assert "chú rể" not in text
    with pytest.raises(ValueError, match="no letter knows"):
        usual_marriage(choices=frozenset({"golden"}))
