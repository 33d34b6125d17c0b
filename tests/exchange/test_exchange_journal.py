"""The journal line: its closed list of figures, what is kept unknown, and its chain."""

import hashlib
from typing import Any

import pytest
from exchange_kit import REGISTER, UNIT, digests, line, lines
from hypothesis import given
from hypothesis import strategies as st

from exchange import canonical
from exchange.figures import FLAGS, book_mark
from exchange.journal import KINDS, BadLine, Line, commitment, first_digest, next_digest, read_line, write_line

REGISTERED = {"event": "birth", "registered_on": "2026-10-05", "registration_type": 1, "late": 0, "unit": UNIT}
FIGURES: dict[str, dict[str, Any]] = {
    "registered": REGISTERED
    | {"flags": ["mobile", "mother_unknown"], "lateness": "to-30-days", "book": "5d0fa3c2b1e49687"},
    "amended": REGISTERED,
    "voided": {},
    "erased": {},
    "letter-prepared": {"letter": "birth", "serial": 4_194_303, "covers": 2},
    "letter-printed": {"letter": "birth", "copies": 1, "reprint": 0},
    "letter-delivered": {"letter": "death", "delivered_on": "2026-10-07", "way": "home", "reaction": "none"},
    "letter-voided": {"letter": "birth", "covers": 1},
    "ratings-tally": {"period": "2026-10", "channel": "slip", "n": 3, "by_score": {"5": 2, "1": 1}},
    "survey-tally": {
        **{"survey": "regular", "by": "front", "respondents": "people", "scale": 5},
        **{"began_on": "2026-10-01", "ended_on": "2026-10-20", "handed": 40, "returned": 31, "n": 29},
        **{"by_score": {"5": 20, "1": 9}, "asked": {"cost.no": 29}},
    },
    "follow-up-opened": {"source": "call-back", "opened_on": "2026-10-05", "due_on": "2026-10-08"},
    "follow-up-done": {"outcome": "passed-on", "done_on": "2026-10-07"},
    "check-shown": {"receipt": 3, "serial": 41, "found": "signed", "shown_on": "2026-10-07"},
    "session": {"held_on": "2026-10-03", "citizens": 24, "bodies": 3, "taken_back": 1},
    "session-opinion": {
        **{"held_on": "2026-10-03", "field": "land", "answer": "promised"},
        **{"due_on": "2026-10-15", "done_on": "2026-10-14", "taken_back": 1},
    },
    "meeting": {"held_on": "2026-10-05", "what": "complaint", "n": 3, "settled": 2, "taken_back": 1},
    "commendation": {"given_on": "2026-10-05", "to": "person", "merit": "attitude", "taken_back": 1},
    "conduct": {"told_on": "2026-10-05", "found": "open", "taken_back": 1},
    "report-issued": {"first": "2026-09-15", "last": "2026-12-14", "calendar": "quy-14", "digest": "ab" * 32},
    "criteria-scored": {
        **{"set": "mau-100", "edition": 1, "year": 2026, "digest": "ab" * 32},
        **{"points": 9_150, "most": 10_000},
    },
    "evidence-pack": {"year": 2026, "files": 40, "letters": 120, "digest": "ab" * 32},
    "restored": {"epoch": 2, "backup_date": "2026-10-01"},
    "local": {},
}


def a_line(kind: str = "registered", figures: dict[str, Any] | None = None, **changes: Any) -> Line:
    told = FIGURES[kind] if figures is None else figures
    fields = {"position": 1, "on": "2026-10-05", "subject": "ab" * 16, "version": 1, "shared": None, "home": None}
    return Line(kind=kind, figures=told, **(fields | changes))


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_line_of_every_kind_is_read_back_as_it_was_written(kind: str) -> None:
    assert read_line(write_line(a_line(kind))) == a_line(kind)


def test_the_kinds_are_the_closed_list_of_the_format() -> None:
    assert set(KINDS) == set(FIGURES)


@pytest.mark.parametrize("kind", sorted(kind for kind in KINDS if KINDS[kind].figures))
def test_a_line_without_one_of_its_figures_is_refused(kind: str) -> None:
    for name, figure in KINDS[kind].figures.items():
        less = {key: value for key, value in FIGURES[kind].items() if key != name}
        if figure.optional:
            write_line(a_line(kind, less))
            continue
        with pytest.raises(BadLine, match="figure-missing"):
            write_line(a_line(kind, less))


@pytest.mark.parametrize("kind", sorted(kind for kind in KINDS if KINDS[kind].figures))
@pytest.mark.parametrize("value", ["Nguyễn Thị Sen", "H'Hen Niê", "", -1, 2**40, None, ["An"], {"An": 1}, {"5": "An"}])
def test_no_figure_of_any_kind_carries_free_text_or_a_wild_number(kind: str, value: Any) -> None:
    for name in KINDS[kind].figures:
        with pytest.raises(BadLine, match="figure-value"):
            write_line(a_line(kind, FIGURES[kind] | {name: value}))


@given(st.text(), st.text())
def test_free_text_never_gets_through_as_a_figure_that_we_do_not_know(name: str, text: str) -> None:
    figures = REGISTERED | {"x" + name: text}
    with pytest.raises(BadLine):
        write_line(a_line(figures=figures))
    raw = write_line(a_line()).replace(b'"late":0', b'"late":0,"note":"Tr\xe1\xba\xa7n An"')
    with pytest.raises(BadLine):
        read_line(raw)


def test_a_figure_of_a_newer_program_is_kept_when_it_is_a_number_or_a_code_word() -> None:
    newer = canonical.decode(write_line(a_line(figures=REGISTERED)))
    newer["figures"] |= {"weekday": 3, "weight-band": "2500-3000"}
    newer["checked_by"] = ["a", "list"]
    assert read_line(canonical.encode(newer)).figures == newer["figures"]


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("ratings-tally", {"scale": 3}),
        ("survey-tally", {"n": 30}),
        ("survey-tally", {"returned": 28}),
        ("survey-tally", {"handed": 30}),
        ("survey-tally", {"scale": 3}),
        ("survey-tally", {"ended_on": "2026-09-30"}),
        ("follow-up-opened", {"due_on": "2026-10-04"}),
    ],
)
def test_figures_that_contradict_one_another_are_refused(kind: str, told: dict[str, Any]) -> None:
    with pytest.raises(BadLine, match="figures-disagree"):
        write_line(a_line(kind, FIGURES[kind] | told))


def test_a_survey_too_small_to_show_how_it_divides_may_tell_its_number_alone() -> None:
    small = FIGURES["survey-tally"] | {"n": 3, "by_score": {}, "asked": {}}
    assert read_line(write_line(a_line("survey-tally", small))).figures == small


def test_a_line_of_a_kind_that_we_do_not_know_is_named_so() -> None:
    with pytest.raises(BadLine, match="kind-unknown"):
        read_line(line(1).replace(b'"registered"', b'"adopted"'))


def test_flags_are_sorted_and_each_stands_once() -> None:
    write_line(a_line(figures=REGISTERED | {"flags": sorted(FLAGS)}))
    for flags in (["mobile", "abandoned"], ["mobile", "mobile"], "mobile"):
        with pytest.raises(BadLine, match="figure-value"):
            write_line(a_line(figures=REGISTERED | {"flags": flags}))


def test_a_tally_whose_scores_do_not_add_up_is_refused() -> None:
    with pytest.raises(BadLine, match="figures-disagree"):
        write_line(a_line("ratings-tally", FIGURES["ratings-tally"] | {"n": 4}))


@pytest.mark.parametrize(
    "change",
    [
        {"position": 0},
        {"version": 0},
        {"on": "2026-02-30"},
        {"on": "2026-10-05T08:00:00"},
        {"subject": "AB" * 16},
        {"subject": ""},
        {"shared": "ab"},
        {"home": "xy" * 32},
    ],
)
def test_a_line_with_a_field_of_the_wrong_form_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(BadLine, match="line-fields"):
        write_line(a_line(**change))


@given(st.binary(max_size=200))
def test_any_bytes_are_a_line_or_a_bad_line(raw: bytes) -> None:
    with pytest.raises(BadLine):
        read_line(raw)


def test_a_line_over_64_kib_is_refused_before_it_is_parsed() -> None:
    with pytest.raises(BadLine, match="line-too-long"):
        read_line(b" " * 65_537)


def test_the_chain_notices_a_line_changed_swapped_or_left_out() -> None:
    kept = lines(4)
    honest = digests(kept)[-1]
    assert digests([kept[1], kept[0], *kept[2:]])[-1] != honest
    assert digests(kept[:-1])[-1] != honest
    assert digests([kept[0].replace(b"birth", b"death"), *kept[1:]])[-1] != honest


def test_two_registers_with_the_same_lines_have_different_chains() -> None:
    assert first_digest(REGISTER) != first_digest(bytes(32))
    assert next_digest(first_digest(REGISTER), b"x") != next_digest(first_digest(bytes(32)), b"x")


def test_a_commitment_binds_name_salt_and_bytes() -> None:
    made = commitment("shared", bytes(32), b"An")
    assert made != commitment("home", bytes(32), b"An")
    assert made != commitment("shared", b"\x01" + bytes(31), b"An")
    assert made != commitment("shared", bytes(32), b"Anh")
    with pytest.raises(ValueError, match="salt"):
        commitment("shared", b"short", b"An")


def test_a_book_has_one_mark_at_every_desk_and_the_mark_names_no_book() -> None:
    told = f"motcua-book/1\n{UNIT}\nbirth\nquyen 01/2026"
    assert book_mark(UNIT, "birth", "Quyển 01/2026") == hashlib.sha256(told.encode()).hexdigest()[:16]
    assert book_mark(UNIT, "birth", " QUYỂN  01/2026 ") == book_mark(UNIT, "birth", "quyen 01/2026")
    others = {book_mark(UNIT, "death", "Quyển 01/2026"), book_mark("26461", "birth", "Quyển 01/2026")}
    assert book_mark(UNIT, "birth", "Quyển 01/2026") not in others
    assert len(others) == 2
    assert book_mark(UNIT, "birth", " ") == ""
    for wrong in ("5D0FA3C2B1E49687", "5d0fa3c2b1e4968", "quyen-01-2026", 16):
        with pytest.raises(BadLine, match="figure-value"):
            write_line(a_line(figures=REGISTERED | {"book": wrong}))
