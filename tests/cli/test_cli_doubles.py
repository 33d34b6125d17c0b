"""The same event a second time at the terminal, a house in mourning, and the history of a record."""

from desk_terminal import BIRTH, Terminal

DEATH = {
    "deceased_name": "Đặng Văn Khoan",
    "born": "1940",
    "sex": "nam",
    "died_on": "05/11/2026",
    "registered_on": "06/11/2026",
}


def test_a_double_is_told_with_the_other_record_and_its_history_keeps_every_step(seated: Terminal) -> None:
    first = seated.ask("enter", "birth", seated.file("one.json", BIRTH))
    again = seated.ask("enter", "birth", seated.file("two.json", {**BIRTH, "child_name": BIRTH["child_name"].upper()}))
    (warned,) = [one for one in again["warnings"] if one["code"] == "looks-alike"]
    assert warned["level"] == "warning"
    assert f"số {first['number']}" in warned["sentence"]
    reasons = {"reasons": {"looks-alike": "trùng tên, khác gia đình"}}
    seated.ask("amend", str(again["id"]), seated.file("why.json", reasons), "--reason", "gia đình xác nhận")
    taken = seated.refused(2, "amend", str(again["id"]), seated.file("n.json", {"number": "1"}), "--reason", "gõ nhầm")
    assert [one["code"] for one in taken["problems"]] == ["number-taken"]
    seated.ask("void", str(again["id"]), "--reason", "ghi thử")
    shown = seated.ask("show", str(again["id"]), "--history")
    assert [(step["what"], step["why"]) for step in shown["history"]] == [
        ("Ghi vào sổ", ""),
        ("Sửa lần 1", "gia đình xác nhận"),
        ("Bỏ bản", "ghi thử"),
    ]
    assert "- Bỏ bản (" in seated.run("show", str(again["id"]), "--history").output


def test_amending_into_a_double_stops_at_the_terminal_as_in_the_window_until_somebody_says_why(
    seated: Terminal,
) -> None:
    seated.ask("enter", "birth", seated.file("one.json", BIRTH))
    other = {**BIRTH, "child_name": "Lê Gia Hân", "number": ""}
    id = str(seated.ask("enter", "birth", seated.file("two.json", other))["id"])
    same = seated.file("same.json", {"child_name": BIRTH["child_name"]})
    stopped = seated.refused(2, "amend", id, same, "--reason", "gõ nhầm")
    assert [one["code"] for one in stopped["problems"]] == ["looks-alike"]
    assert seated.ask("show", id)["version"] == 1
    why = "trùng tên, khác gia đình"
    assert seated.ask("amend", id, same, "--reason", "gõ nhầm", "--anyway", why)["version"] == 2
    last = seated.ask("show", id, "--history")["history"][-1]
    assert (last["what"].split(":")[0], last["why"]) == ("Sửa lần 1", "gõ nhầm")


def test_a_glad_letter_to_a_house_in_mourning_is_named_and_left_out(seated: Terminal) -> None:
    kin = {"declarant_name": BIRTH["father_name"], "declarant_relation": "con"}
    seated.ask("enter", "death", seated.file("death.json", {**DEATH, **kin}))
    birth = seated.ask("enter", "birth", seated.file("birth.json", BIRTH))
    out = str(seated.root / "letters.pdf")
    made = seated.ask("letters", "--pending", "--out", out)
    assert [one["kind"] for one in made["letters"]] == ["death"]
    assert [one["ids"] for one in made["held"]] == [[birth["id"]]]
    assert "Nhà đang có tang" in str(made["held"])
    assert seated.refused(2, "letter", str(birth["id"]), "--out", out)["problems"][0]["code"] == "letter-held"
    assert seated.ask("letter", str(birth["id"]), "--out", out, "--anyway", "gia đình xin")["kind"] == "birth"
