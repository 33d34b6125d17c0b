"""Letter templates: a closed vocabulary, and a named place for everything that cannot be read."""

from __future__ import annotations

import pytest

from common.letter_text import MOST_CHOSEN, Span, Template, TemplateFault, Words, read_template

HEAD = "tên: Thư thử\nphiên bản: 3\n\n== lời\n"


def words(holds: tuple[str, ...] = (), **values: str) -> Words:
    """A vocabulary of two fields and two conditions."""
    return Words({"ten": "Nguyễn Thị {xa} **Ẩn**", "xa": "xã An Liên"} | values, frozenset(holds))


def read(body: str, head: str = HEAD) -> Template:
    """A template with one section."""
    return read_template("thu", head + body, frozenset({"ten", "xa"}), frozenset({"đôi", "muộn"}))


def test_a_value_is_text_and_never_read_again() -> None:
    spans = read("Kính gửi **{ten}**, {xa}").spans("lời", words())
    assert spans == (Span("Kính gửi "), Span("Nguyễn Thị {xa} **Ẩn**", bold=True), Span(", xã An Liên"))


@pytest.mark.parametrize(
    ("holds", "text"),
    [((), "một cháu ở nhà"), (("đôi",), "hai cháu ở nhà"), (("đôi", "muộn"), "hai cháu (muộn) ở nhà")],
)
def test_branches_follow_the_conditions_and_leave_no_double_space(holds: tuple[str, ...], text: str) -> None:
    body = "[nếu đôi]hai cháu\n[nếu muộn](muộn)[hết]\n[không thì]một cháu[hết]   ở nhà\n"
    assert read(body).paragraph("lời", words(holds)) == text


def test_only_the_fields_of_the_chosen_branch_are_needed() -> None:
    template = read("[nếu đôi]{ten}[không thì]{xa}[hết]")
    assert template.fields("lời", words(("đôi",))) == ("ten",)
    assert template.fields("lời", words()) == ("xa",)


def test_a_section_can_be_read_line_by_line() -> None:
    assert read("Quét mã\n\n  để góp ý  \n[nếu đôi]hai[hết]\n").lines("lời", words()) == ("Quét mã", "để góp ý")


@pytest.mark.parametrize(
    ("body", "code", "line", "column"),
    [
        ("Gửi {ho_ten}", "unknown-field", 5, 5),
        ("a\nb [nếu ba]x[hết]", "unknown-condition", 6, 3),
        ("x [nếu đôi]hai", "branch-not-closed", 5, 3),
        ("hai[hết]", "branch-not-open", 5, 4),
        ("[không thì]", "branch-not-open", 5, 1),
        ("[nếu đôi]a[không thì]b[không thì]c[hết]", "second-otherwise", 5, 23),
        ("Gửi {ten", "stray-bracket", 5, 5),
        ("Gửi ten}", "stray-bracket", 5, 8),
        ("a\n\n[ten]", "stray-bracket", 7, 1),
    ],
)
def test_a_finding_names_file_line_and_column(body: str, code: str, line: int, column: int) -> None:
    with pytest.raises(TemplateFault) as fault:
        read(body)
    assert (fault.value.code, fault.value.place) == (code, ("thu", line, column))


@pytest.mark.parametrize(
    ("head", "code", "line"),
    [
        ("", "text-before-sections", 1),
        ("Kính gửi\n== lời\n", "text-before-sections", 1),
        ("tên: Thư\n\n  Kính gửi \n== lời\n", "text-before-sections", 3),
        ("tên: Thư\n== lời\n", "header-incomplete", 1),
        ("phiên bản: 3\n== lời\n", "header-incomplete", 1),
        ("tên: Thư\nphiên bản: ba\n== lời\n", "header-incomplete", 1),
        ("tên: Thư\nphiên bản: 1234567\n== lời\n", "header-incomplete", 1),
    ],
)
def test_a_template_says_its_title_and_version_first(head: str, code: str, line: int) -> None:
    with pytest.raises(TemplateFault) as fault:
        read("Gửi {ten}", head)
    assert (fault.value.code, fault.value.place) == (code, ("thu", line, 1))


def test_a_finding_tells_what_stands_there() -> None:
    for body, found in (("Gửi {ho_ten}", "ho_ten"), ("[nếu ba]x[hết]", "ba"), ("[nếu đôi]hai", "đôi"), ("}", "}")):
        with pytest.raises(TemplateFault) as fault:
            read(body)
        assert fault.value.found == found
        assert str(fault.value) == f"thu:5:{fault.value.place[2]}: {fault.value.code} {found}"
    with pytest.raises(TemplateFault) as fault:
        read("[nếu đôi]a[không thì]b[không thì]c[hết]")
    assert fault.value.found == "đôi"
    with pytest.raises(TemplateFault) as fault:
        read("", "tên: Thư\n\n Kính gửi \n")
    assert str(fault.value) == "thu:3:1: text-before-sections Kính gửi"
    with pytest.raises(TemplateFault) as fault:
        read("[hết]")
    assert str(fault.value) == "thu:5:1: branch-not-open"


def test_title_version_and_sections_are_what_the_file_says() -> None:
    template = read("a\n==  hai \nb\nc\n==ba", "  tên: Thư = thử \nphiên bản: 012\n== lời\n")
    assert (template.name, template.title, template.version) == ("thu", "Thư = thử", 12)
    assert [template.paragraph(section, words()) for section in template.sections] == ["a", "b c ==ba"]
    assert list(template.sections) == ["lời", "hai"]
    with pytest.raises(TemplateFault) as fault:
        read("a\n\n== hai\nb\n {x}")
    assert fault.value.place == ("thu", 9, 2)


def test_a_capital_asks_for_a_capital_and_an_empty_field_is_named() -> None:
    assert read("{Xa}; {xa}").paragraph("lời", words(xa="ấp Đông")) == "Ấp Đông; ấp Đông"
    with pytest.raises(KeyError, match="ten"):
        read("{ten}").spans("lời", Words({}, frozenset()))


@pytest.mark.parametrize(
    ("body", "spans"),
    [
        ("", []),
        ("  \n ", []),
        ("**{ten}**", [("B", True)]),
        ("a **b** c", [("a ", False), ("b", True), (" c", False)]),
        ("a ** b ** c", [("a ", False), ("b ", True), ("c", False)]),
        ("a **b", [("a ", False), ("b", True)]),
        ("a  ** **  b", [("a b", False)]),
        ("a{xa}\tb", [("axã An Liên b", False)]),
        ("a ** **", [("a", False)]),
        ("**a **", [("a", True)]),
        ("**a{ten}c**", [("aBc", True)]),
        ("** **a", [("a", False)]),
        ("[nếu đôi]x[không thì] [hết]a", [("a", False)]),
    ],
)
def test_spaces_never_meet_and_bold_goes_on_until_it_is_switched_off(body: str, spans: list[tuple[str, bool]]) -> None:
    assert read(body).spans("lời", words(ten="B")) == tuple(Span(*span) for span in spans)


def test_a_section_can_be_read_as_a_table_and_a_value_is_never_read_for_a_bar() -> None:
    body = "Thứ | **{ten}** | {xa}\n\n  \n[nếu đôi]hai | x\n[hết]a|b | \n | c"
    rows = read(body).rows("lời", words(("đôi",), ten="A | B\n| C", xa="D\n E"))
    assert [[[(span.text, span.bold) for span in cell] for cell in row] for row in rows] == [
        [[("Thứ", False)], [("A | B | C", True)], [("D E", False)]],
        [[("hai", False)], [("x", False)]],
        [[("a|b", False)], []],
        [[], [("c", False)]],
    ]
    assert read("").rows("lời", words()) == ()


def test_lines_are_trimmed_and_a_value_may_bring_more_of_them() -> None:
    assert read("a  b\n {ten} \n\n").lines("lời", words(ten="c\n\n d")) == ("a b", "c", "d")


def test_branches_stand_within_branches_and_after_one_another() -> None:
    body = "[nếu đôi]a[nếu muộn]b[không thì]c[hết]d[không thì][nếu muộn]e[hết]f[hết]g"
    told = [read(body).paragraph("lời", words(holds)) for holds in ((), ("muộn",), ("đôi",), ("đôi", "muộn"))]
    assert told == ["fg", "efg", "acdg", "abdg"]


def test_a_template_that_was_asked_in_very_many_ways_still_answers_right() -> None:
    template = read("[nếu đôi]a[không thì]b[hết]")
    for number in range(MOST_CHOSEN + 5):
        assert template.paragraph("lời", words((f"{number}",))) == "b"
    assert template.paragraph("lời", words(("đôi",))) == "a"
    assert len(template._chosen) <= MOST_CHOSEN


def test_a_paragraph_is_its_text_whatever_is_bold() -> None:
    assert read("a **b** c").paragraph("lời", words()) == "a b c"


@pytest.mark.parametrize(("body", "place"), [("\n {x}", (6, 2)), ("a{x}\nb\n", (5, 2)), ("a\nbc{x}\nd", (6, 3))])
def test_a_place_is_counted_from_the_first_line_of_its_section(body: str, place: tuple[int, int]) -> None:
    with pytest.raises(TemplateFault) as fault:
        read(body)
    assert fault.value.place == ("thu", *place)
