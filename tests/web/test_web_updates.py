"""The office's page of updates: files are chosen and told, then signed; what no desk would take is not."""

import html
import json
import re
from collections.abc import Iterator

import httpx
import pytest
from update_samples import NEW_WORDS, calendar, letter, questions
from web_kit import Server, door_to, log_in, served_office

from district.deeds import told as deeds
from district.house import District
from exchange.update import open_update


@pytest.fixture
def office(server: Server, district: District) -> Iterator[httpx.Client]:
    with served_office(server, door_to(district)) as client:
        log_in(client)
        yield client


FILES = {
    "marriage-card.txt": letter()["text"].encode(),
    "lịch.json": json.dumps([calendar()]).encode(),
    "câu hỏi.json": json.dumps(questions()).encode(),
}


def looked(office: httpx.Client, files: dict[str, bytes], day: str = "2026-12-01") -> httpx.Response:
    sent = [("files", (name, raw, "application/octet-stream")) for name, raw in files.items()]
    return office.post("/khoa/cap-nhat", files=sent, data={"from": day})


def test_what_was_chosen_is_told_then_signed_and_listed(office: httpx.Client, district: District) -> None:
    assert "Chưa chọn gì" in office.get("/khoa/cap-nhat").text
    page = html.unescape(looked(office, FILES).text)
    assert "Mẫu thư “Thư chúc mừng kết hôn” (Kết hôn, thẻ A5), dùng từ 01/12/2026." in page
    assert "Bộ câu hỏi service-3/2: 6 câu." in page
    content = re.search(r'name="content" value="([^"]+)"', page)
    assert content
    signed = office.post("/khoa/cap-nhat/ky", data={"content": content[1]})
    assert re.search(r'filename="CN-[0-9]+_2026-12-08\.mctt"', signed.headers["content-disposition"])
    with district.store.reading() as work:
        acts = deeds(work.office.acts(9))
    told = "ký tệp cập nhật cho các quầy, bản ngày 2026-12-08: lịch báo cáo, mẫu thư, bộ câu hỏi"
    assert told in [f"{one.act}, {one.subject}" for one in acts]
    verify = district.users.log_in("officer", "demo").open_secrets().keys.public.verify
    opened = open_update(signed.content, verify)
    assert NEW_WORDS in opened.parts.letters[0].text
    assert opened.update.edition == "2026-12-08"


def test_what_no_desk_would_take_is_told_and_nothing_is_signed(office: httpx.Client) -> None:
    broken = {"marriage-card.txt": letter()["text"].replace("{xa}", "{mat_khau}", 1).encode()}
    answer = looked(office, broken)
    assert (answer.status_code, "mat_khau" in html.unescape(answer.text)) == (400, True)
    for content in ("", "x", "eJyrrgUAAXUA-Q==", "eJyrVkpUslJQSlSqBQAYIgOy"):
        assert office.post("/khoa/cap-nhat/ky", data={"content": content}).status_code == 400
    assert looked(office, {"ảnh.png": b"x"}).status_code == 400
    assert looked(office, FILES, "hôm nay").status_code == 400
