"""Letter templates: a closed vocabulary, and a named place for everything that cannot be read."""

import re
from pathlib import Path

import pytest

from common.letter_text import Span, TemplateFault, Words, read_template
from common.words.letter_fields import CONDITIONS, FIELDS, KINDS, conditions_of, fields_of
from desk_app.letters.fields import FIELDS as MENDED

HEAD = "tên: Thư thử\nphiên bản: 3\n\n== lời\n"
FOLDER = Path(__file__).parents[2] / "resources" / "letters"


def words(holds: tuple[str, ...] = (), **values: str) -> Words:
    """A vocabulary of two fields and two conditions."""
    return Words({"ten": "Nguyễn Thị {xa} **Ẩn**", "xa": "xã An Liên"} | values, frozenset(holds))


def read(body: str, head: str = HEAD):  # type: ignore[no-untyped-def]
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


@pytest.mark.parametrize("head", ["", "tên: Thư\n== lời\n", "tên: Thư\nphiên bản: ba\n== lời\n", "Kính gửi\n== lời\n"])
def test_a_template_says_its_title_and_version_first(head: str) -> None:
    with pytest.raises(TemplateFault):
        read("Gửi {ten}", head)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_every_shipped_template_reads(path: Path) -> None:
    template = read_template(path.stem, path.read_text(encoding="utf-8"), frozenset(FIELDS), frozenset(CONDITIONS))
    assert template.version >= 1
    assert template.title


KIND_OF = {"birth": "birth", "marriage": "marriage", "condolence": "death", "thanks": "thanks", "apology": "apology"}


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_a_letter_of_ours_says_only_what_a_letter_of_its_kind_may_say(path: Path) -> None:
    text, kind = path.read_text(encoding="utf-8"), KIND_OF[path.stem.partition("-")[0]]
    said = {name[:1].lower() + name[1:] for name in re.findall(r"\{([^{}]+)\}", text)}
    assert said <= {one.name for one in fields_of(kind)}
    assert set(re.findall(r"\[nếu ([^\]]+)\]", text)) <= {one.name for one in conditions_of(kind)}


def test_every_field_has_a_caption_and_a_place_where_it_is_mended() -> None:
    assert set(FIELDS) == set(MENDED)
    assert all(one.caption and set(one.kinds) <= set(KINDS) for one in (*FIELDS.values(), *CONDITIONS.values()))
