"""The model behind the forms, on a real desk and without a widget."""

from __future__ import annotations

import pytest

from desk_app.domain.drafts import field_names
from desk_app.domain.events import EVENTS, Event
from desk_app.services.desk import Desk
from desk_app.ui.form.fields import COLUMNS
from desk_app.ui.form.forms import CARD_TARGETS, sections
from desk_app.ui.form.model import FormModel, Saved, Stopped
from desk_app.ui.form.scanning import CardScan

MOTHER = "001198000002|012345678|Trần Thị Ngọc Lan|14031998|Nữ|Thôn Bến Trà, Xã An Liên|20062021"
FATHER = "001095000003||Nguyễn Văn Bình|02051995|Nam|Thôn Bến Trà, Xã An Liên|20062021||||"


def typed(model: FormModel, **texts: str) -> FormModel:
    for field, text in texts.items():
        model.write(field, text)
    return model


def birth(desk: Desk) -> FormModel:
    return typed(
        FormModel(desk, "birth"),
        child_name="Nguyễn Trần Minh Anh",
        born="9/11/2026",
        sex="female",
        mother_name="Trần Thị Ngọc Lan",
        father_name="Nguyễn Văn Bình",
    )


def saved(model: FormModel) -> Saved:
    result = model.save()
    assert isinstance(result, Saved), result
    return result


def stopped(model: FormModel) -> Stopped:
    result = model.save()
    assert isinstance(result, Stopped)
    return result


@pytest.mark.parametrize("event", EVENTS)
def test_every_field_of_a_draft_stands_in_its_form_once_and_every_row_fits(event: Event) -> None:
    names = [field.name for section in sections(event) for field in section.fields]
    assert len(names) == len(set(names))
    written_by_the_program = {"case", "twin_group"}
    assert {name for name in names if ":" not in name} == set(field_names(event)) - written_by_the_program
    for section in sections(event):
        assert all(sum(field.width for field in row) <= COLUMNS for row in section.rows())
        assert all(field.label and field.full_label for field in section.fields)


@pytest.mark.parametrize("event", EVENTS)
def test_a_card_can_only_be_given_to_fields_that_the_form_has(event: Event) -> None:
    names = {field.name for section in sections(event) for field in section.fields}
    for target in CARD_TARGETS[event]:
        assert {target.name, target.citizen_id, target.residence} | ({target.born} - {""}) <= names


def test_a_birth_is_saved_under_the_next_number_and_its_draft_is_gone(desk: Desk) -> None:
    model = birth(desk)
    assert model.keep()
    assert saved(model).number == "01/2026"
    assert desk.drafts.unfinished() == ()
    assert not model.keep()


def test_all_errors_are_told_at_once_in_the_order_of_the_form_and_nothing_is_saved(desk: Desk) -> None:
    model = typed(FormModel(desk, "birth"), mother_citizen_id="12345", born="31/02/2026", registered_on="")
    told = stopped(model)
    assert [one.field for one in told.errors] == [
        "child_name",
        "born",
        "mother_name",
        "mother_citizen_id",
        "registered_on",
    ]
    assert told.errors[1].sentence == "Ngày này không có trong lịch: 31/02/2026"
    assert model.text("born") == "31/02/2026"


def test_a_warning_stops_once_and_then_lets_the_clerk_go_on_with_the_reason_kept(desk: Desk) -> None:
    model = typed(birth(desk), sex="")
    warned = stopped(model)
    assert [one.code for one in warned.warnings] == ["sex-empty"]
    assert warned.errors == ()
    model.give_reason("sex-empty", "Bệnh viện chưa ghi")
    number = saved(model)
    assert desk.register.show(number.id).reasons == {"sex-empty": "Bệnh viện chưa ghi"}


def test_a_warning_that_comes_up_later_stops_again(desk: Desk) -> None:
    model = typed(birth(desk), sex="")
    stopped(model)
    model.write("mother_name", "TRAN THI NGOC LAN")
    assert {one.code for one in stopped(model).warnings} == {"sex-empty", "name-without-marks"}
    saved(model)


def test_an_under_age_marriage_is_an_error_until_its_reason_is_written(desk: Desk) -> None:
    model = typed(
        FormModel(desk, "marriage"),
        husband_name="Trần Quốc Việt",
        husband_born="1/1/2008",
        wife_name="Nguyễn Thị Hồng Gấm",
        wife_born="2/2/2000",
    )
    first = stopped(model)
    assert [(one.code, one.needs_reason) for one in first.errors] == [("groom-under-age", True)]
    model.give_reason("groom-under-age", "Ghi lại bản năm 1975")
    assert stopped(model).errors == ()
    saved(model)


def test_a_missing_parent_sends_the_clerk_to_the_box_that_explains_it(desk: Desk) -> None:
    model = typed(birth(desk), father_name="")
    assert [one.field for one in stopped(model).warnings] == ["case:father_unknown"]
    model.write("case:father_unknown", "1")
    assert model.draft.case == "father_unknown"
    assert model.check() == ()
    model.write("case:father_unknown", "")
    assert model.draft.case == ""


@pytest.mark.parametrize(
    ("typing", "heard"),
    [
        ("9/11/2026", "thứ Hai, 1/10 âm lịch"),
        ("09112026", "09/11/2026, thứ Hai, 1/10 âm lịch"),
        ("9/11/26", "09/11/2026, thứ Hai, 1/10 âm lịch"),
        ("3/1998", "tháng 3 năm 1998, chưa rõ ngày"),
        ("1950", "năm 1950"),
        ("31/2/2026", ""),
        ("", ""),
    ],
)
def test_the_line_under_a_date_says_what_was_understood(desk: Desk, typing: str, heard: str) -> None:
    model = typed(FormModel(desk, "birth"), born=typing)
    assert model.echo("born") == heard
    assert model.echo("child_name") == ""


def test_a_death_after_eleven_at_night_tells_the_next_lunar_day_too(desk: Desk) -> None:
    model = typed(FormModel(desk, "death"), died_on="9/11/2026", died_at="23:15")
    assert model.echo("died_on") == "thứ Hai, 1/10 âm lịch; sau 23 giờ, có nhà tính 2/10"
    assert typed(model, died_at="22:59").echo("died_on") == "thứ Hai, 1/10 âm lịch"
    assert typed(model, died_at="23 giờ", died_on="11/2026").echo("died_on") == "tháng 11 năm 2026, chưa rõ ngày"


def test_ethnic_groups_written_before_are_offered_and_no_unit_is(desk: Desk) -> None:
    assert isinstance(typed(birth(desk), mother_ethnic_group="Kinh").save(), Saved)
    model = FormModel(desk, "birth")
    assert [one.text for one in model.places("father_ethnic_group", "")] == ["Kinh"]
    assert model.places("father_ethnic_group", "xuân") == ()


def test_two_digits_of_a_birthday_are_a_year_that_has_come(desk: Desk) -> None:
    model = typed(FormModel(desk, "death"), born="1/1/40")
    assert model.echo("born").startswith("01/01/1940")


def test_a_kept_draft_is_opened_again_word_for_word(desk: Desk) -> None:
    model = typed(FormModel(desk, "birth"), child_name="Y Moan  Êban", mother_name="H’Hen")
    model.write("case:mobile", "1")
    assert model.keep()
    assert model.kept_at == "09:30"
    assert not model.keep()
    again = FormModel(desk, "birth")
    again.open_draft(desk.drafts.unfinished()[0])
    assert (again.draft, again.draft_id) == (model.draft, model.draft_id)
    assert again.text("case:mobile") == "1"


def test_nothing_typed_leaves_no_draft_and_an_emptied_form_drops_it(desk: Desk) -> None:
    model = FormModel(desk, "death")
    assert not model.keep()
    model.write("deceased_name", "Đặng")
    assert model.keep()
    model.write("deceased_name", "")
    assert model.keep()
    assert desk.drafts.unfinished() == ()


def test_a_draft_of_another_event_is_refused(desk: Desk) -> None:
    typed(FormModel(desk, "death"), deceased_name="Đặng Văn Khoan").keep()
    with pytest.raises(ValueError, match="death draft"):
        FormModel(desk, "birth").open_draft(desk.drafts.unfinished()[0])


def test_save_and_letter_prepares_the_letter_and_a_second_time_gives_the_same(desk: Desk) -> None:
    model = birth(desk)
    first = model.save_and_letter()
    assert isinstance(first, Saved)
    assert first.letter is not None
    assert model.save_and_letter() == first


def test_a_letter_held_back_says_why_and_opens_with_a_reason(desk: Desk) -> None:
    model = typed(birth(desk), declarant_name="Hoàng Văn Thạch", declarant_relation="Bà ngoại, người giám hộ")
    held = model.save_and_letter()
    assert isinstance(held, Saved)
    assert held.letter is None
    assert [one.code for one in held.held] == ["letter-held"]
    opened = model.prepare_letter("Bà ngoại xin thư")
    assert opened.letter is not None
    assert opened.held == ()


def test_a_scanned_card_is_given_to_the_mother_and_leaves_the_rest_as_typed(desk: Desk) -> None:
    model = typed(FormModel(desk, "birth"), mother_ethnic_group="Kinh")
    scan = CardScan(model, desk.seat)
    shown = scan.feed(MOTHER)
    assert (shown.state, shown.title, shown.suggested) == ("read", "Đã đọc thẻ: Trần Thị Ngọc Lan", "mother")
    assert "Nữ, 14/03/1998." in shown.more
    scan.give("mother")
    assert model.text("mother_name") == "Trần Thị Ngọc Lan"
    assert model.text("mother_born") == "14/03/1998"
    assert model.text("mother_residence") == "Thôn Bến Trà, Xã An Liên"
    assert model.text("mother_citizen_id") == "001198000002"
    assert model.text("mother_ethnic_group") == "Kinh"
    assert scan.give("father") == ()
    assert scan.feed(FATHER).suggested == "father"
    assert scan.drop()
    assert not scan.drop()


def test_a_scan_that_is_no_card_says_what_to_do_and_changes_nothing(desk: Desk) -> None:
    model = FormModel(desk, "marriage")
    scan = CardScan(model, desk.seat)
    assert scan.feed("001198000002|Trần").state == "failed"
    assert scan.give("husband") == ()
    assert model.untouched


def test_the_dead_and_who_declares_take_their_own_parts_of_a_card(desk: Desk) -> None:
    model = FormModel(desk, "death")
    scan = CardScan(model, desk.seat)
    scan.feed(FATHER)
    assert scan.give("deceased") == ("deceased_name", "born", "last_residence", "citizen_id", "sex")
    scan.feed(MOTHER)
    assert scan.give("declarant") == ("declarant_name", "declarant_residence", "declarant_citizen_id")
    assert model.text("sex") == "male"
