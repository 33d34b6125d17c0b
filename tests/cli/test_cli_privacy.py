"""about, erase, opt-out and access-log at the terminal."""

from desk_terminal import BIRTH, Terminal

NUMBER = "001198012345"
MOTHER = {**BIRTH, "mother_born": "2/3/1998", "mother_citizen_id": NUMBER}


def entered(seated: Terminal) -> int:
    return seated.ask("enter", "birth", seated.file("birth.json", MOTHER))["id"]


def test_what_is_held_is_told_and_written_as_a_paper(seated: Terminal) -> None:
    entered(seated)
    paper = seated.root / "answer.pdf"
    told = seated.ask("about", "--number", NUMBER, "--out", str(paper))
    assert [record["roles"] for record in told["records"]] == [["mẹ"]]
    assert paper.read_bytes().startswith(b"%PDF")


def test_erasing_asks_for_the_number_and_leaves_two_papers(seated: Terminal) -> None:
    id = entered(seated)
    papers = seated.root / "papers"
    papers.mkdir()
    words = ("erase", str(id), "--reason", "Gia đình đề nghị", "--papers", str(papers))
    refused = seated.run(*words, stdin=b"999/2026\n")
    assert refused.exit_code == 2
    assert "Chưa xóa gì" in refused.output
    done = seated.run(*words, stdin=b"01/2026\n")
    assert done.exit_code == 0, done.output
    assert sorted(path.name for path in papers.iterdir()) == ["ban-sao-can-huy.pdf", "giay-bao-da-xoa.pdf"]
    assert seated.ask("find", "Minh Anh") == []
    assert seated.ask("check")["lines"] > 0


def test_a_household_wants_no_letter_and_changes_its_mind(seated: Terminal) -> None:
    id = str(entered(seated))
    assert seated.ask("opt-out", id)["marks"] == 3
    assert seated.run("letter", id, "--out", str(seated.root / "a.pdf")).exit_code == 2
    assert seated.ask("opt-out", id, "--take-back")["marks"] == 3
    assert seated.run("letter", id, "--out", str(seated.root / "a.pdf")).exit_code == 0


def test_the_log_tells_acts_by_number_and_becomes_a_table(seated: Terminal) -> None:
    seated.ask("show", str(entered(seated)))
    rows = seated.ask("access-log")
    told = [row["act"] for row in rows]
    assert told[:5] == ["log-in-command", "record-opened", *["log-in-command"] * 2, "registered"]
    assert "Minh Anh" not in str(rows)
    seated.ask("access-log", "--from", "20/11/2026", "--to", "20/11/2026", "--out", str(seated.root / "log.csv"))
    assert (seated.root / "log.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert seated.refused(2, "access-log", "--from", "hôm qua")["trouble"]["code"] == "not-a-day"
