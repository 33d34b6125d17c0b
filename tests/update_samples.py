"""What a level above might send beside units: other words for a letter, a calendar that closes later, a question set
with one question more."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from exchange.update_parts import write_parts

RESOURCES = Path(__file__).parents[1] / "resources"
NEW_WORDS = "chung một dòng"


def letter(day: str = "2026-11-23", **changed: str) -> dict[str, str]:
    """The wedding card in other words, from that day on."""
    text = (RESOURCES / "letters" / "marriage-card.txt").read_text(encoding="utf-8")
    title = text.partition("\n")[0].removeprefix("tên: ")
    text = text.replace("chung một trang", NEW_WORDS)
    names = {"name": "marriage-card", "kind": "marriage", "layout": "marriage-card", "title": title}
    return {**names, "from": day, "text": text, **changed}


def calendar(**changed: Any) -> dict[str, Any]:
    """The quarters of the province, the last one closing on another day and due five days later."""
    told = json.loads((RESOURCES / "calendars" / "quy-14.json").read_text(encoding="utf-8"))
    for term in told["terms"]:
        if term["part"] == "Q4":
            term["last"], term["due"] = {"month": 12, "day": 20}, {"month": 12, "day": 25}
    return {**told, **changed}


def new_calendar() -> dict[str, Any]:
    """A calendar that no program brings."""
    return calendar(id="phong-trao", name="Báo cáo phong trào thi đua", programme="Dân vận khéo")


def questions(version: int = 2, **changed: Any) -> dict[str, Any]:
    """The usual set in a newer version, with one question more."""
    told = json.loads((RESOURCES / "questions" / "service-3-v1.json").read_text(encoding="utf-8"))
    choices = [{"code": code, "words": {"vi": word}} for code, word in (("yes", "Có"), ("no", "Chưa"))]
    more = {"code": "clear", "words": {"vi": "Giấy tờ cần nộp có được nói rõ ngay lần đầu không?"}, "choices": choices}
    return {**told, "version": version, "questions": [*told["questions"], more], **changed}


def members(**parts: Any) -> Mapping[str, bytes]:
    """The members of an update with all of these, or with others of `letters`, `calendars`, `questions`."""
    told = {"letters": [letter()], "calendars": [calendar()], "questions": [questions()], **parts}
    files = {name: [json.dumps(one).encode() for one in told[name]] for name in ("calendars", "questions")}
    return write_parts(told["letters"], files["calendars"], files["questions"])
