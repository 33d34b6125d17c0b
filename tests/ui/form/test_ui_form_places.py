"""The list of places under a line, by keys alone."""

from form_hands import Hands
from PySide6.QtCore import Qt

from desk_app.ui.form.place_box import PlaceBox, PlaceList


def offered(hands: Hands, name: str) -> PlaceList:
    box = hands.box(name)
    assert isinstance(box, PlaceBox)
    return box.offered


def test_an_old_commune_is_offered_with_its_successor_and_written_as_the_clerk_chooses(hands: Hands) -> None:
    hands.page.arrive(event="birth")
    hands.page.form.sections.focus("mother_residence")
    rows = offered(hands, "mother_residence")
    hands.type("Thôn Bến Trà, phuoc quang")
    assert rows.isVisible()
    assert rows.chosen() == ""
    assert "(nay là xã Tuy Phước Bắc, tỉnh Gia Lai)" in rows.item(0).text()
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Down)
    hands.type("\n")
    assert hands.text("mother_residence") == "Thôn Bến Trà, xã Tuy Phước Bắc, tỉnh Gia Lai"
    assert not rows.isVisible()
    assert rows.accessibleName()


def test_enter_without_a_choice_leaves_the_words_as_they_are(hands: Hands) -> None:
    hands.page.arrive(event="birth")
    hands.page.form.sections.focus("birth_place")
    hands.type("xuan dinh")
    assert offered(hands, "birth_place").isVisible()
    hands.type("\n")
    assert hands.text("birth_place") == "xuan dinh"
    assert not offered(hands, "birth_place").isVisible()


def test_the_list_stays_inside_the_window_and_shows_its_rows_whole(hands: Hands) -> None:
    hands.page.resize(910, 485)
    hands.page.arrive(event="birth")
    for name in ("birth_place", "mother_residence", "father_residence"):
        hands.page.form.sections.focus(name)
        hands.type("xã xuân tâm")
        rows = offered(hands, name)
        assert rows.isVisible()
        assert rows.window().rect().contains(rows.geometry())
        # Without ::item's padding a row that wraps would be as narrow as its line.
        wanted = [rows.fontMetrics().horizontalAdvance(rows.item(row).text()) for row in range(rows.count())]
        lines = [rows.item(row).sizeHint().height() // rows.fontMetrics().height() for row in range(rows.count())]
        assert all(wide <= rows.width() * line for wide, line in zip(wanted, lines, strict=True))
        hands.press(Qt.Key.Key_Escape)
        assert not rows.isVisible()
