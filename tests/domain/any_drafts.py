"""Drafts of every kind as clerks type them, for properties that hold of all."""

from hypothesis import strategies as st

from desk_app.domain.drafts import draft_from
from desk_app.domain.events import CASES

WORDS = st.text(st.sampled_from("aăâđêôơưÁẾỬđ ’'-."), max_size=10)
NAME = st.sampled_from(["Lê Gia Hân", "H'Hen Niê", "Y Moan Êban", " Trần\u00a0 Thị Thử ", "Công Tằng Tôn Nữ Thử"])
PAST = st.sampled_from(["1955", "3/1962", "01/02/1971", "15.03.1968", "1970-12-31", "29/02/1960"])
RECENT = st.sampled_from(["5/3/26", "05-03-2026", "2026-08-09", "7/2026", "2026"])
NUMBER = st.sampled_from(["", "052070000001", "052 171 000 002", "500000000003"])
CASE = st.lists(st.sampled_from(CASES), max_size=3).map(", ".join)
TYPE = st.sampled_from(["", "0", "1", "2", "3", "4"])


def person(role: str, name: st.SearchStrategy[str], number: str) -> dict[str, st.SearchStrategy[str]]:
    parts = {part: WORDS for part in ("residence", "id_paper", "ethnic_group", "nationality")}
    known = {"name": name, "born": PAST, "citizen_id": st.sampled_from(["", number]), **parts}
    return {f"{role}_{part}": strategy for part, strategy in known.items()}


FOOT = {
    "declarant_name": NAME | st.just(""),
    "declarant_relation": WORDS,
    "declarant_residence": WORDS,
    "declarant_citizen_id": NUMBER,
    "registered_on": st.sampled_from(["19/11/2026", "2026-11-20"]),
    "number": st.sampled_from(["", "212", "05/2026"]),
    "book": st.sampled_from(["", "01/2026"]),
    "unit": st.sampled_from(["", "21952"]),
    "registration_type": TYPE,
    "hamlet": WORDS,
    "case": CASE,
}
BIRTHS = {
    "child_name": NAME,
    "child_citizen_id": st.sampled_from(["", "052326000009"]),
    "born": RECENT | PAST,
    "born_in_words": st.just("") | WORDS,
    "sex": st.sampled_from(["", "nam", "2", "unknown", "Chưa xác định"]),
    **dict.fromkeys(["birth_place", "home_town", "ethnic_group", "nationality", "twin_group"], WORDS),
    **person("mother", NAME, "052171000002"),
    **person("father", NAME, "052070000001"),
}
MARRIAGES = {**person("husband", NAME, "052070000001"), **person("wife", NAME, "052171000002")}
DEATHS = {
    "deceased_name": NAME,
    "born": PAST | st.just(""),
    "sex": st.sampled_from(["", "male", "NỮ"]),
    "citizen_id": NUMBER,
    "died_on": RECENT,
    "died_at": st.sampled_from(["", "7:5", "14 giờ 30", "7h", "chập tối"]),
    "notice_date": st.just("") | RECENT,
    "mother_name": NAME | st.just(""),
    "father_name": NAME | st.just(""),
    **dict.fromkeys(["id_paper", "ethnic_group", "nationality", "last_residence", "died_place", "cause"], WORDS),
    **dict.fromkeys(["notice_kind", "notice_number", "notice_issuer"], WORDS),
}


def drafts(event: str, own: dict[str, st.SearchStrategy[str]]):
    return st.fixed_dictionaries({**own, **FOOT}).map(lambda values: draft_from(event, values))


ANY = drafts("birth", BIRTHS) | drafts("marriage", MARRIAGES) | drafts("death", DEATHS)
