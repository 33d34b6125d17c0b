"""desk-cli signatory: a deputy, the end of a term, two entries of one person."""

from __future__ import annotations

from desk_terminal import Terminal


def test_who_signs_is_added_listed_and_ended(seated: Terminal) -> None:
    new = ("signatory", "add", "TS. Vũ Thị Thanh Hà", "--title", "Q. Chủ tịch", "--first", "2026-12-01")
    said = seated.run(*new, "--usual", "death").output
    assert "không ghi TS." in said
    assert "Phạm Quốc Thịnh ký CHỦ TỊCH" in said
    ended = seated.ask("signatory", "end", "Phạm Quốc Thịnh", "--last", "2026-11-30")
    assert ended == {"signatory": "Phạm Quốc Thịnh", "last": "2026-11-30", "after": 0}
    chair, acting = seated.ask("signatory", "list")["signatories"]
    assert (chair["state"], chair["signs"], chair["last"]) == ("now", True, "2026-11-30")
    assert (acting["authority"], acting["usual"], acting["state"]) == (["Q. CHỦ TỊCH"], ["death"], "coming")
    end = ("signatory", "end", "Ai Đó", "--last", "2026-11-30")
    assert seated.refused(2, *end)["trouble"]["code"] == "no-such-signatory"
    seated.ask("signatory", "add", "Lê An", "--title", "Phó Chủ tịch")
    seated.ask("signatory", "add", "Lê An", "--title", "Q. Chủ tịch")
    assert (
        seated.refused(2, "signatory", "end", "Lê An", "--last", "2026-12-30")["trouble"]["code"] == "signatory-which"
    )
