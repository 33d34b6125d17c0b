"""What is held about one person: every role, every version, and nothing of others that is theirs alone."""

from dataclasses import replace

import pypdfium2
import pytest

from desk_app.db.ratings import Message
from desk_app.domain.drafts import BirthDraft, MarriageDraft
from desk_app.services.about_person import AboutPerson, lines_of
from desk_app.services.access_log import AccessLog
from desk_app.services.delivery import Delivery, Given
from desk_app.services.erasing import Erasing
from desk_app.services.letter_desk import Wish
from desk_app.services.privacy_papers import about_pdf, destroy_pdf, receipt_pdf
from desk_app.services.trouble import Mistake

MOTHER, FATHER, CHILD = "Lý Thị Nguyệt", "Đoàn Công Thạnh", "Đoàn Quỳnh Khuê"
HERS, HIS = "001190012345", "001088054321"


@pytest.fixture
def born(desk):
    draft = BirthDraft(child_name=CHILD, born="9/11/2026", sex="nữ", registered_on="20/11/2026")
    mother = {"mother_name": MOTHER, "mother_born": "2/3/1990", "mother_citizen_id": HERS}
    father = {"father_name": FATHER, "father_born": "5/6/1988", "father_citizen_id": HIS, "father_ethnic_group": "Kinh"}
    return desk.register.enter(replace(draft, **mother, **father))


@pytest.fixture
def married(desk):
    draft = MarriageDraft(husband_name=FATHER, wife_name=MOTHER, registered_on="12/10/2026")
    days = {"husband_born": "5/6/1988", "wife_born": "2/3/1990", "husband_citizen_id": HIS}
    return desk.register.enter(replace(draft, **days))


def about(desk, **how):
    asking = AboutPerson(desk.seat)
    return asking.tell(asking.sought(**how))


def test_every_record_in_every_role_is_found_also_where_the_number_was_not_written(desk, born, married):
    told = about(desk, number=HERS)
    assert [(record.id, record.roles) for record in told.records] == [(born.id, ("mẹ",)), (married.id, ("vợ",))]


def test_an_earlier_version_with_another_name_still_tells_of_her(desk, born):
    desk.register.amend(born.id, {"mother_name": "Lý Thị Minh Nguyệt", "mother_citizen_id": ""}, "gõ nhầm")
    (record,) = about(desk, number=HERS).records
    assert len(record.versions) == 2
    assert "gõ nhầm" in record.versions[1]


def test_the_other_parents_number_is_masked_and_her_own_and_the_childs_are_not(desk, born):
    text = "\n".join(lines_of(about(desk, number=HERS)))
    assert HERS in text
    assert CHILD in text
    assert FATHER in text
    assert HIS not in text
    assert "Kinh" not in text
    assert "05/06/1988" not in text


def test_by_name_and_day_only_the_one_born_that_day_is_found(desk, born):
    assert about(desk, name=MOTHER.lower(), born="2/3/1990").records
    assert about(desk, name=MOTHER, born="3/3/1990").records == ()


def test_letters_messages_wishes_and_copies_are_told(desk, born):
    letter = desk.letters.prepare([born.id], Wish(free_line="Chúc bé mau lớn.")).letter
    desk.letters.printed([letter])
    Delivery(desk.seat).hand_over([letter], Given("home", "good", "", "ảnh 17"))
    with desk.seat.work() as work:
        text = {"text": f"Chị {MOTHER} cảm ơn"}
        work.ratings.keep_message(Message("a" * 32, desk.seat.today(), "message", text))
        work.commit()
    desk.care.look_after()
    told = about(desk, name=MOTHER, born="2/3/1990")
    assert told.records[0].letters[1:] == ("  Lời riêng trong thư: Chúc bé mau lớn.", "  Minh chứng khi trao: ảnh 17")
    assert len(told.messages) == 1
    assert len(told.copies) == 1


def test_nobody_named_is_asked_again(desk):
    with pytest.raises(Mistake, match="about-nobody"):
        about(desk, name=MOTHER)


def test_the_act_stands_in_the_log_without_the_person(desk, born):
    about(desk, number=HERS)
    rows = AccessLog(desk.seat).rows()
    assert rows[0].act == "about-person"
    assert HERS not in str(rows)


def text_of(pdf):
    with pypdfium2.PdfDocument(pdf) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def test_the_paper_for_her_says_all_and_masks_the_rest(desk, born):
    text = text_of(about_pdf(desk.seat, about(desk, number=HERS))).replace("\r\n", " ")
    assert "THÔNG TIN ĐANG GIỮ" in text
    assert "2 ngày làm việc" in text
    assert HERS in text
    assert HIS not in text
    assert "Nơi đăng ký: xã Xuân Định" in text
    assert "26461" not in text


def test_receipt_and_list_of_copies_name_the_number_and_nobody(desk, born):
    desk.care.look_after()
    gone = Erasing(desk.seat).erase(born.id, "Gia đình đề nghị", born.number)
    receipt, copies = (text_of(paper(desk.seat, gone)).replace("\r\n", " ") for paper in (receipt_pdf, destroy_pdf))
    assert born.number in receipt
    assert "SAO-LUU_" in copies
    assert not any(part in receipt + copies for part in ("Khuê", "Nguyệt", HERS))
