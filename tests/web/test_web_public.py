"""The citizen's pages over a real connection: what counts, what is refused, what every answer carries."""

import hashlib
import re
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from web_kit import ALL_KINDS, BARE_DESK, DESK, MASTER, Face, Server, office_face, public_keys, served_face

from district.web.faces import NotAFace, OfficeFace, PublicKeys
from district.web.guard import Limits, network_of
from district.web.languages import our_tongues
from district.web.public import LARGEST_BODY
from exchange.token import Token, desk_key, mint, spaced

LARGEST_PAGE = 30 * 1024
GUESS = "0" * 16
FORBIDDEN_WORDS = ("không hợp lệ", "lỗi", "vui lòng", "bạn ", "!")


def key_in(page: httpx.Response) -> str:
    found = re.search(r'name="k" value="([0-9a-f]{32})"', page.text)
    assert found is not None
    return found[1]


@pytest.fixture
def strict(server: Server, tmp_path: Path) -> Iterator[Face]:
    limits = Limits(failed_codes="5/hour", taps="3/hour")
    with served_face(server, tmp_path, office_face(proxies=("127.0.0.1",)), limits) as one:
        yield one


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_every_kind_of_letter_asks_and_one_tap_answers(face: Face, kind: str) -> None:
    code = face.code(9, kind)
    page = face.client.get(f"/g/{code}")
    assert page.status_code == 200
    assert page.text.count('<button class="pick') == 3
    thanked = face.tap(code, 3)
    assert thanked.status_code == 200
    assert "Đã ghi nhận: " + ("Chu đáo." if kind == "death" else "Rất hài lòng.") in thanked.text
    assert (face.only_answer().kind, face.only_answer().score) == (kind, 3)


@pytest.mark.parametrize("path", ["/g/{}", "/G/{}"])
def test_a_code_opens_in_any_case_with_dashes_and_with_letters_for_digits(face: Face, path: str) -> None:
    code = face.code(3)
    written = spaced(code).replace("0", "o").replace("1", "l")
    for text in (code, code.lower(), written, written.lower()):
        assert face.client.get(path.format(text)).status_code == 200


def test_opening_a_letter_says_the_same_before_and_after_it_was_answered_and_counts_nothing(face: Face) -> None:
    code = face.code()
    before = face.client.get(f"/g/{code}")
    for _ in range(3):
        face.client.head(f"/g/{code}")
        face.client.get(f"/g/{code}", headers={"user-agent": "facebookexternalhit/1.1"})
        face.client.get(f"/g/{code}?s=3")
    assert face.store.waiting(DESK) == ()
    face.tap(code, 1)
    after = face.client.get(f"/g/{code}")
    assert after.content == before.content
    assert "đã có câu trả lời" not in after.text


def test_an_old_key_of_the_desk_still_opens_its_letters(face: Face) -> None:
    old = mint(Token("birth", DESK, 5), desk_key(MASTER, DESK, 0))
    assert face.client.get(f"/g/{old}").status_code == 200


def test_malformed_forged_and_foreign_codes_meet_the_same_page_and_leave_nothing(face: Face) -> None:
    forged = mint(Token("birth", DESK, 1), bytes(32))
    strange_desk = mint(Token("birth", 99, 1), desk_key(MASTER, 99, 1))
    pages = [face.client.get(f"/g/{code}") for code in (forged, strange_desk, "abc", "Ă" * 16, "U" * 16)]
    pages += [face.tap(code, 3) for code in (forged, strange_desk)]
    assert {page.status_code for page in pages} == {404}
    assert len({page.content for page in pages}) == 1
    assert "Trang này chưa nhận ra mã." in pages[0].text
    assert face.store.waiting(DESK) == face.store.waiting(99) == ()


def test_four_hundred_guesses_are_refused_and_none_is_stored(face: Face) -> None:
    good = face.code(1)
    guesses = [good[:8] + f"{number:08d}" for number in range(400)]
    statuses = [face.tap(code, 3).status_code for code in guesses]
    assert set(statuses) == {404, 429}
    assert statuses.count(404) == 60
    assert face.store.waiting(DESK) == ()


def test_a_network_that_guesses_waits_while_families_behind_the_same_address_are_served(strict: Face) -> None:
    there = {"x-forwarded-for": "198.51.100.7"}
    statuses = [strict.client.get(f"/g/{GUESS}", headers=there).status_code for _ in range(7)]
    assert statuses == [404] * 5 + [429] * 2
    neighbour = {"x-forwarded-for": "198.51.100.200"}
    refused = strict.client.get(f"/g/{GUESS}", headers=neighbour)
    assert (refused.status_code, refused.headers["retry-after"]) == (429, "600")
    assert "Xin chờ một lát." in refused.text
    assert strict.client.get(f"/g/{GUESS}", headers={"x-forwarded-for": "203.0.113.1"}).status_code == 404
    assert strict.client.get(f"/g/{strict.code(1)}", headers=neighbour).status_code == 200


def test_a_stranger_cannot_borrow_an_address_by_a_header(face: Face) -> None:
    for number in range(70):
        face.client.get(f"/g/{GUESS}", headers={"x-forwarded-for": f"203.0.{number}.1"})
    assert face.client.get(f"/g/{GUESS}", headers={"x-forwarded-for": "203.0.113.1"}).status_code == 429


def test_one_letter_takes_only_so_many_answers(strict: Face) -> None:
    code = strict.code(1)
    assert [strict.tap(code, 3).status_code for _ in range(4)] == [200, 200, 200, 429]
    assert strict.tap(strict.code(2), 3).status_code == 200


def test_neighbours_are_counted_together_and_others_apart() -> None:
    assert network_of("198.51.100.7") == network_of("198.51.100.250") == network_of("::ffff:198.51.100.9")
    assert network_of("198.51.100.7") != network_of("198.51.101.7")
    assert network_of("2001:db8:0:12::1") == network_of("2001:db8:0:34::1") != network_of("2001:db8:1::1")


def test_the_change_key_in_the_page_changes_the_answer(face: Face) -> None:
    code = face.code()
    page = face.tap(code, 1)
    changed = face.tap(code, 2, k=key_in(page))
    assert "Đã ghi nhận: Hài lòng." in changed.text
    assert key_in(changed) == key_in(page)
    assert (face.only_answer().score, face.only_answer().contradicted) == (2, False)


def test_a_second_answer_without_the_key_is_told_so_and_the_less_satisfied_counts(face: Face) -> None:
    code = face.code()
    face.tap(code, 3)
    again = face.tap(code, 1)
    assert "Thư này đã có câu trả lời." in again.text
    assert "Rất hài lòng" not in again.text
    assert 'name="k"' not in again.text
    assert (face.only_answer().score, face.only_answer().contradicted) == (1, True)


def test_the_family_can_say_that_an_earlier_answer_was_not_theirs(face: Face) -> None:
    code = face.code()
    face.tap(code, 3)
    face.tap(code, 3)
    said = face.client.post(f"/g/{code}", data={"not-us": "1"})
    assert "câu trả lời trước không phải của gia đình" in said.text
    assert face.only_answer().contradicted


def test_after_a_day_the_key_is_worth_nothing_and_the_typed_words_come_back(face: Face) -> None:
    code = face.code()
    key = key_in(face.tap(code, 1))
    face.clock.forward(hours=25)
    late = face.client.post(f"/g/{code}", data={"k": key, "words": "1", "m": "Ghế gãy"})
    assert "đã quá 24 giờ" in late.text
    assert "Ghế gãy" in late.text
    assert face.only_answer().comment == ""


def test_reasons_and_a_message_are_kept_and_only_those_that_were_offered(face: Face) -> None:
    code = face.code()
    key = key_in(face.tap(code, 1))
    fields = {"k": key, "words": "1", "r": ["wait", "quick", "<b>"], "m": "Hẹn thứ Tư"}
    thanks = face.client.post(f"/g/{code}", data=fields)
    assert "Cảm ơn ông bà, anh chị." in thanks.text
    assert "Xã sẽ gọi lại" not in thanks.text
    assert (face.only_answer().reasons, face.only_answer().comment) == (("wait",), "Hẹn thứ Tư")


def test_a_call_is_promised_only_when_a_number_can_be_called(face: Face) -> None:
    code = face.code()
    fields = {"k": key_in(face.tap(code, 1)), "words": "1", "m": "Gọi giúp", "call": "1", "p": "không có"}
    asked = face.client.post(f"/g/{code}", data=fields)
    assert "Xin ghi số điện thoại" in asked.text
    assert "Gọi giúp" in asked.text
    thanks = face.client.post(f"/g/{code}", data={**fields, "p": "0912 345 678"})
    assert "Xã sẽ gọi lại" in thanks.text
    assert "0200 3555 018" in thanks.text
    assert len(face.store.sealed_messages(DESK)) == 1


def test_a_desk_that_nothing_can_be_sealed_to_offers_no_call(face: Face) -> None:
    code = face.code(desk=BARE_DESK)
    page = face.tap(code, 1)
    assert 'name="p"' not in page.text
    assert 'name="now"' not in page.text
    fields = {"k": key_in(page), "words": "1", "call": "1", "p": "0912345678"}
    assert "gọi lại" not in face.client.post(f"/g/{code}", data=fields).text
    assert "Bỏ phiếu giấy ở thùng góp ý tại quầy." in face.client.get(f"/g/{code}").text


def test_a_post_without_an_answer_asks_again_and_counts_nothing(face: Face) -> None:
    for body in ({}, {"s": "9"}, {"s": ""}, {"x": "1"}):
        page = face.client.post(f"/g/{face.code()}", data=body)
        assert page.status_code == 400
        assert "Chưa thấy câu trả lời nào được chọn." in page.text
    garbled = face.client.post(f"/g/{face.code()}", content=b"\x00", headers={"content-type": "multipart/form-data"})
    assert garbled.status_code == 400
    assert face.store.waiting(DESK) == ()


def test_a_typed_code_leads_to_the_letter_and_counts_as_typed(face: Face) -> None:
    code = face.code()
    led = face.client.post("/", data={"code": spaced(code).lower()})
    assert (led.status_code, led.headers["location"]) == (303, f"/g/{code}?c=1")
    page = face.client.get(led.headers["location"])
    assert '<input type="hidden" name="c" value="1">' in page.text
    face.tap(code, 2, c="1")
    assert face.only_answer().channel == "code"


def test_a_mistyped_code_stays_in_its_field_and_is_only_text(face: Face) -> None:
    page = face.client.post("/", data={"code": '7K3M"><script>'})
    assert page.status_code == 404
    assert 'value="7K3M&#34;&gt;&lt;script&gt;"' in page.text
    assert "Trang này chưa nhận ra mã." in page.text


def test_english_follows_through_every_step(face: Face) -> None:
    code = face.code()
    for address in (f"/g/{code}/en", f"/g/{code}?lang=en"):
        page = face.client.get(address)
        assert '<html lang="en">' in page.text
        assert "How was the service this time?" in page.text
    after = face.tap(code, 1, lang="en")
    assert "What should the commune mend?" in after.text
    assert 'name="lang" value="en"' in after.text
    assert face.client.get("/?lang=en").text.count('lang="en"')


def test_both_languages_say_the_same_things_and_the_words_are_ours() -> None:
    assert list(our_tongues()) == ["vi", "en"]
    for sentence in our_tongues()["vi"].values():
        said = f"{sentence} ".lower().replace("xin lỗi", "")
        assert not any(word in said for word in FORBIDDEN_WORDS), sentence


def test_a_condolence_page_has_no_face_no_colour_and_no_praise_to_tick(face: Face) -> None:
    page = face.client.get(f"/g/{face.code(4, 'death')}")
    assert "Ủy ban nhân dân xã xin được chia sẻ nỗi mất mát cùng gia đình." in page.text
    assert page.text.count("<svg") == 1
    assert "#a11b1f" not in page.text.split("</style>")[1].lower()
    after = face.tap(face.code(4, "death"), 3)
    assert "Nếu gia đình muốn nhắn thêm" in after.text
    assert "Niềm nở" not in after.text
    assert "vui?" not in after.text


def all_pages(face: Face) -> list[httpx.Response]:
    code = face.code()
    pages = [face.client.get("/"), face.client.get(f"/g/{code}"), face.client.get("/g/x"), face.client.get("/robots")]
    pages += [face.tap(code, 1), face.tap(code, 3), face.client.post(f"/g/{code}", content=b"x" * (LARGEST_BODY + 1))]
    pages.append(face.client.post(f"/g/{face.code(2)}", data={"k": "0", "words": "1", "m": "ẫ" * 900}))
    key = key_in(face.tap(face.code(3), 2))
    pages.append(face.client.post(f"/g/{face.code(3)}", data={"k": key, "words": "2", "m": "Tốt"}))
    return pages


def test_every_page_carries_the_headers_and_sets_no_cookie(face: Face) -> None:
    for page in all_pages(face):
        head = page.headers
        assert head["referrer-policy"] == "no-referrer"
        assert head["cache-control"] == "no-store"
        assert head["x-content-type-options"] == "nosniff"
        assert "set-cookie" not in head
        assert "server" not in head
        style = re.search(r"<style>(.*?)</style>", page.text, re.DOTALL)
        assert style is not None
        digest = b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
        assert f"style-src 'sha256-{digest}'" in head["content-security-policy"]
        assert head["content-security-policy"].startswith("default-src 'none';")


def test_every_page_is_small_whole_and_needs_no_script_or_stranger(face: Face) -> None:
    for page in all_pages(face):
        assert len(page.content) <= LARGEST_PAGE
        assert page.text.rstrip().endswith("</html>")
        assert "<script" not in page.text
        assert not re.search(r"""(src|href|action)=["'](https?:)?//""", page.text)
        assert " style=" not in page.text


def test_a_body_over_eight_kilobytes_is_refused_however_it_is_sent(face: Face) -> None:
    code = face.code()
    key = key_in(face.tap(code, 1))
    field = f"k={key}&words=1&m=".encode()
    whole = face.client.post(f"/g/{code}", content=field + b"a" * LARGEST_BODY)

    def chunks() -> Iterator[bytes]:
        yield field
        for _ in range(20):
            yield b"a" * 500

    in_chunks = face.client.post(f"/g/{code}", content=chunks())
    assert (whole.status_code, in_chunks.status_code) == (413, 413)
    assert "Lời nhắn dài quá." in whole.text
    assert face.only_answer().comment == ""
    form = {"content-type": "application/x-www-form-urlencoded"}
    fits = face.client.post(f"/g/{code}", content=iter([field, b"du"]), headers=form)
    assert fits.status_code == 200
    assert face.only_answer().comment == "du"


def test_keys_and_faces_come_back_from_their_files_and_nothing_else_is_read() -> None:
    keys, office = public_keys("age1abc"), office_face(("10.0.0.1",))
    assert PublicKeys.from_bytes(keys.to_bytes()) == keys
    assert OfficeFace.from_bytes(office.to_bytes()) == office
    for raw in (b"", b"[]", b"{}", b"\xff", office.to_bytes().replace(b'"name"', b'"nom"')):
        with pytest.raises(NotAFace):
            OfficeFace.from_bytes(raw)
        with pytest.raises(NotAFace):
            PublicKeys.from_bytes(raw)
