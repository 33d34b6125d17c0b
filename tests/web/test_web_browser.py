"""A real browser on a phone's screen, script switched off: the whole road of one tap."""

import re
from pathlib import Path
from typing import Any

from web_kit import DESK, Face

SMALLEST_TEXT = 17
TARGET = 60


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
