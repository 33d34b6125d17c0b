"""A real browser on a phone's screen, script switched off: the whole road of one tap."""

import contextlib
import os
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import axe_playwright_python
from web_kit import DESK, Face, Server, office_face, served_face

from district.web.guard import Limits
from district.web.languages import our_tongues

SMALLEST_TEXT = 17
TARGET = 60
EVERY_DAY = [("vi", name) for name in ("first", "low", "again", "typed", "grief")] + [("en", "thanks")]
"""Pages that axe reads in every run; all of them in all languages at full size."""


def open_letter(face: Face, phone: Any, serial: int = 1, kind: str = "birth") -> None:
    phone.set_default_timeout(10_000)
    answer = phone.goto(f"{face.url}/G/{face.code(serial, kind)}")
    assert answer.status == 200


def button(phone: Any, name: str) -> Any:
    return phone.get_by_role("button", name=name, exact=True)


def sees(phone: Any, words: str) -> None:
    """The page with these words has come and shows them."""
    phone.get_by_text(words).first.wait_for()


def fits_the_screen(phone: Any) -> bool:
    """Whether nothing sticks out sideways; the browser answers, the page itself runs no script."""
    return bool(phone.evaluate("document.documentElement.scrollWidth <= 360"))


def boxes(phone: Any, selector: str) -> list[dict[str, float]]:
    found = [one.bounding_box() for one in phone.locator(selector).all()]
    return [box for box in found if box is not None]


def test_a_family_taps_ticks_writes_and_is_thanked(face: Face, phone: Any, tmp_path: Path) -> None:
    open_letter(face, phone)
    phone.screenshot(path=str(tmp_path / "40-first.png"))
    button(phone, "Chưa hài lòng").tap()
    sees(phone, "Đã ghi nhận: Chưa hài lòng.")
    phone.get_by_text("Chờ lâu").tap()
    phone.get_by_text("Trễ hẹn").tap()
    phone.get_by_label("Lời nhắn", exact=True).fill("Hẹn thứ Tư mà thứ Sáu mới có.")
    assert not phone.get_by_label("Số điện thoại").is_visible()
    phone.get_by_text("Xin gọi lại cho tôi").tap()
    phone.get_by_label("Số điện thoại").fill("0912 345 678")
    phone.screenshot(path=str(tmp_path / "42-reasons.png"), full_page=True)
    button(phone, "Gửi thêm lời nhắn").tap()
    sees(phone, "Cảm ơn ông bà, anh chị.")
    sees(phone, "Xã sẽ gọi lại")
    phone.screenshot(path=str(tmp_path / "43-thanks.png"))
    assert face.only_answer().reasons == ("late", "wait")
    assert len(face.store.sealed_messages(DESK)) == 1


def test_the_answer_is_changed_from_the_thanks_page_and_a_second_visit_meets_the_already_page(
    face: Face, phone: Any, tmp_path: Path
) -> None:
    open_letter(face, phone)
    button(phone, "Hài lòng").tap()
    button(phone, "Gửi thêm lời nhắn").tap()
    sees(phone, "Cảm ơn ông bà, anh chị.")
    assert not button(phone, "Rất hài lòng").is_visible()
    phone.get_by_role("link", name="Đổi", exact=True).tap()
    button(phone, "Rất hài lòng").tap()
    sees(phone, "Đã ghi nhận: Rất hài lòng.")
    open_letter(face, phone)
    button(phone, "Chưa hài lòng").tap()
    sees(phone, "Thư này đã có câu trả lời.")
    phone.screenshot(path=str(tmp_path / "44-already.png"))
    assert (face.only_answer().score, face.only_answer().contradicted) == (1, True)


def test_a_code_is_typed_and_a_wrong_one_is_asked_for_again(face: Face, phone: Any, tmp_path: Path) -> None:
    phone.set_default_timeout(10_000)
    phone.goto(f"{face.url}/g/7K3M9QXF")
    sees(phone, "Trang này chưa nhận ra mã.")
    sees(phone, "gopy.namhai.example")
    phone.screenshot(path=str(tmp_path / "45-unknown.png"))
    phone.get_by_label("Mã trên thư").fill(face.code(2).lower())
    button(phone, "Tiếp tục").tap()
    button(phone, "Hài lòng").tap()
    sees(phone, "Đã ghi nhận: Hài lòng.")
    assert face.only_answer().channel == "code"


def test_weak_signal_is_explained_by_the_page_that_is_already_there(face: Face, phone: Any, tmp_path: Path) -> None:
    open_letter(face, phone)
    phone.context.set_offline(True)
    phone.get_by_role("link", name="Mạng yếu, không gửi được?").tap()
    sees(phone, "3. Không cần mạng")
    assert not button(phone, "Hài lòng").is_visible()
    phone.screenshot(path=str(tmp_path / "46-no-signal.png"))
    phone.get_by_role("link", name="Quay lại ba lựa chọn").tap()
    assert button(phone, "Hài lòng").is_visible()


def test_a_condolence_letter_is_met_in_black_and_white(face: Face, phone: Any, tmp_path: Path) -> None:
    open_letter(face, phone, kind="death")
    phone.screenshot(path=str(tmp_path / "47-condolence.png"))
    assert phone.locator("main svg:visible").count() == 0
    button(phone, "Có điều cần sửa").tap()
    sees(phone, "Đã ghi nhận: Có điều cần sửa.")
    assert face.only_answer().score == 1


def test_every_target_is_a_thumb_high_and_nothing_sticks_out(face: Face, phone: Any) -> None:
    open_letter(face, phone)
    for selector, highest in ((".pick", 76), (".links a", 76)):
        assert all(TARGET <= box["height"] <= highest for box in boxes(phone, selector))
    assert fits_the_screen(phone)
    button(phone, "Chưa hài lòng").tap()
    sees(phone, "Đã ghi nhận: Chưa hài lòng.")
    for selector in (".chip", ".tick", ".go", "textarea", ".box a"):
        assert all(box["height"] >= TARGET - 6 for box in boxes(phone, selector)), selector
    assert fits_the_screen(phone)


def test_the_page_still_holds_at_twice_the_text_size_on_the_smallest_phone(face: Face, browser: Any) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 640}, java_script_enabled=False)
    phone = context.new_page()
    phone.set_default_timeout(10_000)
    phone.route("**/g/*", lambda route: doubled(route))
    phone.goto(f"{face.url}/g/{face.code()}")
    assert boxes(phone, "h1")[0]["height"] > 100
    assert fits_the_screen(phone)
    button(phone, "Chưa hài lòng").click()
    sees(phone, "Đã ghi nhận: Chưa hài lòng.")
    assert fits_the_screen(phone)
    context.close()


def doubled(route: Any) -> None:
    """The same page as a phone set to 200 % text shows it."""
    answer = route.fetch()
    headers = {name: value for name, value in answer.headers.items() if name != "content-security-policy"}
    page = answer.text().replace("<style>", "<style>html{font-size:200%}", 1)
    route.fulfill(status=answer.status, headers=headers, body=page)


def test_no_text_is_set_smaller_than_seventeen_pixels(face: Face) -> None:
    page = face.client.get(f"/g/{face.code()}").text
    sizes = [float(size) * 16 for size in re.findall(r"font(?:-size)?:(?:\d+ )?([\d.]+)rem", page)]
    assert sizes
    assert min(sizes) >= SMALLEST_TEXT


def test_the_longest_message_in_the_heaviest_letters_fits_through(face: Face, phone: Any) -> None:
    open_letter(face, phone)
    button(phone, "Chưa hài lòng").tap()
    phone.get_by_label("Lời nhắn", exact=True).fill("ễ" * 1200)
    button(phone, "Gửi thêm lời nhắn").tap()
    sees(phone, "Cảm ơn ông bà, anh chị.")
    assert face.only_answer().comment == "ễ" * 1200


def test_a_nervous_double_tap_is_one_vote(face: Face, phone: Any) -> None:
    open_letter(face, phone)
    button(phone, "Hài lòng").dblclick(no_wait_after=True)
    phone.get_by_text("Đã ghi nhận: Hài lòng.").or_(phone.get_by_text("Thư này đã có câu trả lời.")).wait_for()
    assert (face.only_answer().score, face.only_answer().contradicted) == (2, False)


def every_page(face: Face, lang: str, first: int) -> dict[str, str]:
    """Every state that a citizen can meet, as its HTML; `first` is the first of five serials that nobody used."""
    said, tail = {"lang": lang}, "" if lang == "vi" else f"/{lang}"
    code, other, grief = face.code(first), face.code(first + 1), face.code(first + 2, "death")

    def sent(fields: dict[str, str], path: str = f"/g/{code}") -> str:
        return face.client.post(path, data={**said, "q": "service-5/1", **fields}).text

    low = sent({"s": "1"})
    words = {"k": low.split('name="k" value="')[1][:32], "words": "1", "m": "Chờ", "call": "1"}
    pages = {name: face.client.get(f"/g/{one}{tail}").text for name, one in (("first", other), ("grief", grief))}
    pages |= {"low": low, "phone": sent(words), "thanks": sent(words | {"p": "0912345678"}), "again": sent({"s": "1"})}
    pages |= {"not-us": sent({"not-us": "1"}), "missed": sent({}), "high": sent({"s": "5"}, f"/g/{other}")}
    pages |= {"grief-after": sent({"s": "1"}, f"/g/{grief}"), "home": face.client.get(f"/?lang={lang}").text}
    pages |= {"typed": sent({"code": "7K3M"}, "/"), "late": sent(words | {"k": "0" * 32, "p": "0912345678"})}
    return pages | {"large": face.client.post(f"/g/{code}", content=b"x" * 9000).text}


def test_every_page_in_every_language_passes_axe_and_holds_at_twice_the_text(
    server: Server, tmp_path: Path, browser: Any
) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 640})
    phone = context.new_page()
    axe = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
    found = {}
    with served_face(server, tmp_path, replace(office_face(), questions="service-5"), Limits()) as face:
        shown = {
            (lang, name): html
            for n, lang in enumerate(our_tongues())
            for name, html in every_page(face, lang, 10 * n + 1).items()
        }
    looked_at = shown if os.environ.get("ENDURE") else dict.fromkeys(EVERY_DAY)
    for lang, name in looked_at:
        phone.set_content(shown[lang, name])
        if not phone.evaluate("'axe' in self"):
            phone.evaluate(f"{axe};0")
        seen = phone.evaluate("axe.run({resultTypes: ['violations']})")["violations"]
        found |= {(lang, name, one["id"]): [node["target"] for node in one["nodes"]] for one in seen}
        phone.add_style_tag(content="html{font-size:200%}")
        if not fits_the_screen(phone):
            found[lang, name, "too wide"] = []
    context.close()
    assert found == {}


def test_on_a_network_of_the_second_generation_the_page_is_one_request_of_a_few_kilobytes(
    face: Face, phone: Any
) -> None:
    wire = phone.context.new_cdp_session(phone)
    wire.send("Network.enable")
    slow = {"offline": False, "latency": 400, "downloadThroughput": 50_000 / 8, "uploadThroughput": 20_000 / 8}
    wire.send("Network.emulateNetworkConditions", slow)
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))
    sizes = phone.goto(f"{face.url}/G/{face.code()}").request.sizes()
    assert [url for url in asked if not url.startswith("data:")] == [f"{face.url}/G/{face.code()}"]
    assert 1000 < sizes["responseHeadersSize"] + sizes["responseBodySize"] < 4 * 1024


def test_inside_another_program_without_storage_an_answer_that_found_no_network_is_given_once_it_is_back(
    face: Face, browser: Any
) -> None:
    agent = (
        "Mozilla/5.0 (Linux; Android 10; wv) AppleWebKit/537.36 Chrome/90.0 Mobile Safari/537.36 Zalo android/12080716"
    )
    context = browser.new_context(viewport={"width": 320, "height": 640}, java_script_enabled=False, user_agent=agent)
    phone = context.new_page()
    open_letter(face, phone)
    context.set_offline(True)
    with contextlib.suppress(Exception):
        button(phone, "Hài lòng").click(timeout=500)
    assert face.store.waiting(DESK) == ()
    context.set_offline(False)
    open_letter(face, phone)
    button(phone, "Hài lòng").click()
    sees(phone, "Đã ghi nhận: Hài lòng.")
    assert context.cookies() == []
    context.close()
    assert face.only_answer().score == 2
