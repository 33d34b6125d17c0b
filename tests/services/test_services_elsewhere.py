"""Finding beside registrations: letters by code or addressee, what citizens said, drafts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_services_registering import BIRTH
from test_services_today import WEDDING, sheet

from common.words import elsewhere as words
from common.words import found as found_words
from desk_app.db.ratings import Message
from desk_app.domain.drafts import BirthDraft
from desk_app.services.desk import Desk
from desk_app.services.elsewhere import DRAFTS, LETTERS, VOICES, Elsewhere, OtherHit, Others
from desk_app.services.found_lines import LetterHit


def names(found: Others) -> list[str]:
    return [hit.names for hit in found.hits]


def test_letters_are_found_by_addressee_by_code_and_all_of_them_newest_first(desk: Desk) -> None:
    first, second = sheet(desk, replace(BIRTH, mother_citizen_id="001198004321")), sheet(desk, WEDDING)
    void = sheet(desk, replace(BIRTH, child_name="Lê Gia Hân", mother_name="Võ Thị Sáu"))
    desk.register.void(desk.register.find("lê gia hân")[0].id, "ghi thử")
    find = Elsewhere(desk.seat).find
    assert [hit.id for hit in find(LETTERS, "", 10).hits] == [second, first]
    assert [hit.id for hit in find(LETTERS, " ", 1).hits] == [second]
    assert find(LETTERS, "", 1).more
    for typed in ("tran ngoc lan", "Minh Anh", "001198004321"):
        hits = find(LETTERS, typed, 10).hits
        assert next(hit.id for hit in hits if isinstance(hit, LetterHit)) == first, typed
    assert find(LETTERS, "gia hân", 10).hits == ()
    assert void not in [hit.id for hit in find(LETTERS, "", 10).hits]
    other = find(LETTERS, "7K3M-9QXF-2DAB-CDEF", 10)
    assert (other.hits, other.note) == ((), found_words.CODE_OTHER)


def test_what_citizens_said_is_found_by_its_words_and_by_the_telephone(desk: Desk) -> None:
    with desk.seat.work() as work:
        call = {"phone": "0905 123 456", "text": "Nhờ xã gọi lại về sổ hộ khẩu"}
        work.ratings.keep_message(Message("ab" * 16, desk.seat.today(), "call-back", call))
        work.ratings.keep_message(Message("cd" * 16, desk.seat.today(), "message", {"text": "Nên có chỗ để xe"}))
        work.commit()
    desk.voice.keep({"channel": "counter", "score": "3", "comment": "Chị Hằng niềm nở"})
    find = Elsewhere(desk.seat).find
    assert len(find(VOICES, "", 10).hits) == 3
    assert names(find(VOICES, "cho de xe", 10)) == ["Nên có chỗ để xe"]
    assert names(find(VOICES, "niềm nở", 10)) == ["Chị Hằng niềm nở"]
    (hit,) = find(VOICES, "0905123", 10).hits
    assert (hit.second, hit.tag.words) == ("gọi lại số 0905 123 456", "Xin gọi lại")
    assert find(VOICES, "xe hơi", 10).hits == ()
    assert find(VOICES, "7K3M-9QXF-2DAB-CDEF", 10).note == words.NO_CODE


@pytest.mark.parametrize("typed", ["", "gia hân", "ben tra", "hen cha"])
def test_a_draft_is_found_by_anything_that_stands_in_it(desk: Desk, typed: str) -> None:
    left = BirthDraft(child_name="Lê Gia Hân", mother_residence="thôn Bến Trà")
    desk.drafts.keep("ab" * 16, left, "hẹn cha cháu sáng mai")
    found = Elsewhere(desk.seat).find(DRAFTS, typed, 10)
    assert [(hit.id, hit.names) for hit in found.hits if isinstance(hit, OtherHit)] == [("ab" * 16, "Lê Gia Hân")]
    assert Elsewhere(desk.seat).find(DRAFTS, "minh anh", 10).hits == ()
    assert Elsewhere(replace(desk.seat, user="hang", role="clerk")).find(DRAFTS, typed, 10).hits == (), "another's"
