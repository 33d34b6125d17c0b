"""Pages of the guide are read into blocks; nothing in them is taken for code."""

from __future__ import annotations

import pytest

from common.guide_text import Block, plain, read_contents, read_page, rich

PAGE = """# Sổ khai sinh

Một
hai **đậm**.

1. Bước
dài
2. Nữa
- Điểm
cũng dài
- Điểm hai

## Phần
sau tiêu đề
![Cửa sổ](../window-books.png)
sau ảnh

| Phím | Việc |
|---|---|
| `F1` | **Xem** |
| `F2` |  |

|Xã|X|
|-|-|
"""


def test_a_page_is_read_into_blocks_and_lines_go_on_where_words_go_on():
    page = read_page("books", "Hằng ngày", f"{PAGE}\n  \n\nHết\n")
    assert (page.id, page.part, page.title) == ("books", "Hằng ngày", "Sổ khai sinh")
    assert page.blocks == (
        Block("paragraph", "Một hai **đậm**."),
        Block("step", "Bước dài", "1"),
        Block("step", "Nữa", "2"),
        Block("point", "Điểm cũng dài"),
        Block("point", "Điểm hai"),
        Block("heading", "Phần"),
        Block("paragraph", "sau tiêu đề"),
        Block("picture", "Cửa sổ", "../window-books.png"),
        Block("paragraph", "sau ảnh"),
        Block("table", rows=(("Phím", "Việc"), ("`F1`", "**Xem**"), ("`F2`", ""))),
        Block("table", rows=(("Xã", "X"),)),
        Block("paragraph", "Hết"),
    )


def test_title_text_and_cells_can_be_searched_without_their_marks():
    words = read_page("x", "", "#  Tên \n\nMột **hai**\n\n| a |\n|---|\n| `F1` |").words()
    assert " ".join(words.split()) == "Tên Một hai a F1"
    assert plain("**a** và `b`, **c**") == "a và b, c"
    assert rich("<b> **đậm** `F1` & **x** `y`") == "&lt;b&gt; <b>đậm</b> <b>[F1]</b> &amp; <b>x</b> <b>[y]</b>"


def test_a_page_begins_with_its_title():
    for text in ("", "Tên\n# Tên", "## Tên\n"):
        with pytest.raises(ValueError, match="x has no title"):
            read_page("x", "", text)
    assert read_page("x", "", "# Tên").blocks == ()


def test_the_contents_name_each_page_under_its_part():
    text = "# Mục lục\n- [Đầu](dau.md)\n\n## Hằng ngày\nlời\n- [Sổ](so-1.md)\n## Cuối tháng\n- [Gói](goi.md) lời\n"
    assert read_contents(text + "- [Gửi](gui.md)") == (("", "dau"), ("Hằng ngày", "so-1"), ("Cuối tháng", "gui"))
