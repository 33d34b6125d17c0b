"""books and close-book at the terminal."""

from dataclasses import replace

from desk_terminal import BIRTH, Terminal


def enter(seated: Terminal, name: str, number: str) -> None:
    seated.ask("enter", "birth", seated.file("birth.json", {**BIRTH, "child_name": name, "number": number}))


def test_books_are_listed_explained_closed_and_printed(seated: Terminal) -> None:
    enter(seated, "Lê Gia Hân", "1")
    enter(seated, "Phạm Gia Huy", "4")
    told = seated.ask("books", "--year", "2026")
    assert [(one["event"], one["live"], one["next_number"]) for one in told] == [
        ("birth", 2, "05/2026"),
        ("marriage", 0, "01/2026"),
        ("death", 0, "01/2026"),
    ]
    assert told[0]["gaps"] == [{"first": 2, "last": 3, "reason": ""}]
    assert "Không có số 02 đến 03: chưa ghi vì sao" in seated.run("books").output
    later, paper = replace(seated, now="2027-01-03T09:00"), seated.root / "closing.pdf"
    words = ("close-book", "birth", "--year", "2026", "--why", "2", "3", "trang hỏng", "--out", str(paper))
    assert later.ask(*words, "--preview")["closed"] is None
    closed = later.ask(*words)
    assert (closed["closed"]["on"], closed["gaps"][0]["reason"]) == ("2027-01-03", "trang hỏng")
    assert paper.read_bytes().startswith(b"%PDF")
    assert later.refused(2, "close-book", "birth", "--year", "2026")["trouble"]["code"] == "book-closed-already"
    assert "(chưa ghi tên)" in later.run("close-book", "death", "--year", "2026").output


def test_a_book_of_another_desk_is_named_and_taken_back(seated: Terminal) -> None:
    seated.ask("books", "--give", "02/2026", "--desk", "Quầy 2")
    file = seated.file("birth.json", {**BIRTH, "book": "02/2026"})
    refused = seated.refused(2, "enter", "birth", file)
    assert "Quyển 02/2026 do Quầy 2 ghi. Ghi ở quầy ấy" in str(refused)
    seated.ask("books", "--give", "02/2026")
    assert seated.ask("enter", "birth", file)["number"] == "01/2026"
