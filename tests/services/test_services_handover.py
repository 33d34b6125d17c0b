"""The handover sheet: what is open, counted from the register, two signatures, nobody's child by name."""

from __future__ import annotations

import secrets
from dataclasses import replace

import pypdfium2
import pytest
from cheap_passwords import CHEAP
from courtesy_cases import apology, written

from common.words.people_handover import NUMBERS_AND_CEREMONIES
from desk_app.db.keyring import Keyring
from desk_app.domain.drafts import BirthDraft
from desk_app.services.access_log import AccessLog
from desk_app.services.access_notes import write_down
from desk_app.services.ceremonies import Ceremonies
from desk_app.services.ceremony_order import Plan
from desk_app.services.desk import Desk
from desk_app.services.doorplate import renew_doorstep
from desk_app.services.handover import handover, handover_paper
from desk_app.services.people import Called
from desk_app.services.trouble import Mistake, Trouble


def read(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()


@pytest.fixture
def left(desk: Desk) -> Desk:
    """A registration, a draft of the clerk's, and lan with a name of sixty characters."""
    cheap = replace(desk.people, keyring=Keyring(desk.seat.folder, secrets.token_bytes, CHEAP))
    cheap.add("lan", "clerk", "mật khẩu dài 1")
    desk.people.call("lan", Called("Nguyễn Thị Hoàng Lan Phương Anh Tôn Nữ Công Tằng Bảo Ngọc", "chị"))
    desk.register.enter(
        BirthDraft(
            child_name="Lê Minh An", born="09/11/2026", sex="nữ", mother_name="Lê Thị Hoa", registered_on="20/11/2026"
        )
    )
    desk.drafts.keep(desk.drafts.begin(), BirthDraft(child_name="Vũ Khánh"))
    renew_doorstep(desk.seat)
    return desk


def test_the_sheet_counts_what_is_open_and_names_no_citizen(left: Desk) -> None:
    assert NUMBERS_AND_CEREMONIES not in {thing for thing, _ in handover(left.seat, "clerk").open}
    left.letters.printed([written(left.courtesy.prepare(apology()))])
    Ceremonies(left.seat).make(Plan(left.seat.today(), "8:00", "Hội trường"))
    pages = read(handover_paper(left.seat, "clerk", "lan"))
    assert len(pages) == 1
    text = " ".join(pages[0].split())
    for told in (
        "Người nhận: Nguyễn Thị Hoàng Lan Phương Anh Tôn Nữ Công Tằng Bảo Ngọc, cán bộ một cửa",
        "Bài gõ dở của người giao 1 bài",
        "Cần in thư 1 thư",
        "Thư đã in chưa có số (Ctrl+Shift+O), lễ trao sắp tới (Alt+4) 1 thư, 1 lễ",
        "Tờ cứu hộ đang dùng",
        "Sao lưu gần nhất chưa có",
        "NGƯỜI GIAO",
        "NGƯỜI NHẬN",
    ):
        assert told in text
    assert not any(name in text for name in ("Minh An", "Lê Thị Hoa", "Vũ Khánh", "Hoàng Thị Vân"))
    write_down(left.seat)
    assert "handed-over" in {row.act for row in AccessLog(left.seat).rows()}


def test_drafts_count_for_their_writer_and_move_with_them(left: Desk) -> None:
    assert (handover(left.seat, "clerk").drafts, handover(left.seat, "lan").drafts) == (1, 0)
    left.people.take_drafts("clerk", "lan")
    assert (handover(left.seat, "clerk").drafts, handover(left.seat, "lan", "clerk").drafts) == (0, 1)


def test_a_clerk_prints_her_own_sheet_and_nobody_elses(left: Desk) -> None:
    lan = replace(left.seat, user="lan", role="clerk")
    assert handover(lan, "lan").taker is None
    with pytest.raises(Trouble, match="not-allowed"):
        handover(lan, "clerk")
    with pytest.raises(Mistake, match="no-such-user"):
        handover(left.seat, "clerk", "ai")
