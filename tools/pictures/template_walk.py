"""The page Mẫu thư: the letters, one being written, what is to be mended, what can be put in; its page of the guide."""

from __future__ import annotations

from collections.abc import Iterator

from desk_app.ui.shell.guide import show_guide
from tools.pictures.stage import Stage

_UNKNOWN = " Mong {ho_ten} giữ sức khỏe!"


def template_walk(stage: Stage) -> Iterator[str]:
    """A draft of the birth card, its words mended and broken again."""
    page = stage.go("templates")
    page.write.click()
    stage.settle()
    yield "templates-writing"
    text = page.editor.writing.texts["lời thư 2"]
    before = text.source()
    text.put_source(before + _UNKNOWN)
    text.edited.emit()
    stage.settle()
    yield "templates-mending"
    page.editor.ask_insert()
    stage.settle()
    yield "templates-insert"
    stage.dismiss()
    text.put_source(before)
    text.edited.emit()
    page.leave()
    stage.settle()
    yield "templates"
    show_guide(stage.window.around, stage.window, "templates")
    stage.settle()
    yield "guide"
    stage.dismiss()
