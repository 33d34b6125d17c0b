"""Reports of the model by the command line alone."""

from __future__ import annotations

from desk_terminal import BIRTH, Terminal


def test_a_report_is_asked_for_written_issued_and_given_out_again_on_the_command_line(seated: Terminal) -> None:
    ask = seated.ask
    ask("enter", "birth", seated.file("birth.json", BIRTH))
    assert ask("reports", "follow", "quy-14", "thang") == {"followed": ["quy-14", "thang"]}
    assert ask("reports", "follow") == {"followed": ["quy-14", "thang"]}
    assert seated.refused(2, "reports", "follow", "tuan")["trouble"]["code"] == "no-such-calendar"
    (quarter,) = (one for one in ask("reports", "asked")["asked"] if one["period"] == "2026-Q4@quy-14")
    days = {"first": "2026-09-15", "last": "2026-12-14", "due": "2026-12-14"}
    assert quarter == {"period": "2026-Q4@quy-14", "calendar": "quy-14", **days, "state": "running", "id": None}
    assert seated.refused(2, "reports", "issue", "2026-Q4@quy-14")["trouble"]["code"] == "report-still-running"

    seated.now = "2026-12-14T16:00"
    texts = {"difficulties": "Thiếu giấy in thư", "proposals": "Cấp thêm giấy"}
    kept = ask("reports", "texts", "2026-Q4@quy-14", seated.file("phan-chu.json", texts))
    assert kept["texts"] == {"results": "", **texts}
    other = str(seated.root / "quy-4.odt")
    assert (
        seated.refused(2, "reports", "issue", "2026-Q4@quy-14", "--out", other)["trouble"]["code"]
        == "no-such-report-form"
    )
    assert ask("reports", "list") == {"reports": []}, "a file that cannot be written stops the whole act"

    out = seated.root / "quy-4.pdf"
    issued = ask("reports", "issue", "2026-Q4@quy-14", "--number", "125/BC-UBND", "--out", str(out))
    assert (issued["version"], issued["number"], issued["on"]) == (1, "125/BC-UBND", "2026-12-14")
    assert seated.refused(2, "reports", "issue", "2026-Q4@quy-14")["trouble"]["code"] == "report-needs-reason"
    (listed,) = ask("reports", "list")["reports"]
    assert {**listed, "file": str(out)} == issued
    again = seated.root / "lại.pdf"
    ask("reports", "write", str(issued["id"]), "--out", str(again))
    assert again.read_bytes() == out.read_bytes()
    told = seated.run("reports", "asked").stdout.splitlines()
    assert [line for line in told if line.startswith("2026-Q4@quy-14") and line.endswith("đã chốt")]
    report = ask("report", "2026-Q4@quy-14", "--out", str(seated.root / "quy-4.docx"))
    assert (report["period"], report["events"]["birth"]) == ("2026-Q4@quy-14", 1)
    assert (seated.root / "quy-4.docx").read_bytes()[:2] == b"PK"
