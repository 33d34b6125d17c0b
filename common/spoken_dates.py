"""Days, months and years in words, as civil-status forms write a birthday beside its figures (TT 04/2020 Điều 31)."""

from common.names import fold

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_SPELLINGS = {"mung": "mong", "linh": "le", "ngan": "nghin", "tu": "bon", "lam": "nam"}


def day_words(day: int) -> str:
    """`mồng năm`, `hai mươi mốt`."""
    return f"mồng {_DIGITS[day]}" if day < 10 else _under_hundred(day)


def month_words(month: int) -> str:
    """`tư` for the fourth, else the number."""
    return "tư" if month == 4 else _under_hundred(month)


def year_words(year: int) -> str:
    """`một nghìn chín trăm tám mươi tư`, `hai nghìn không trăm lẻ năm`."""
    thousands, rest = divmod(year, 1000)
    words = [f"{_DIGITS[thousands]} nghìn"] if thousands else []
    hundreds, rest_two = divmod(rest, 100)
    if hundreds or (rest and thousands):
        words.append(f"{_DIGITS[hundreds]} trăm")
    if 0 < rest_two < 10 and words:
        words.append(f"lẻ {_DIGITS[rest_two]}")
    elif rest_two:
        words.append(_under_hundred(rest_two))
    return " ".join(words)


def same_words(one: str, other: str) -> bool:
    """Whether two dates in words say the same in whichever of the usual spellings (mùng and mồng, linh and lẻ…)."""
    return _usual(one) == _usual(other)


def _under_hundred(number: int) -> str:
    tens, ones = divmod(number, 10)
    if not tens:
        return _DIGITS[ones]
    head = "mười" if tens == 1 else f"{_DIGITS[tens]} mươi"
    if not ones:
        return head
    return f"{head} {_ones_after_tens(tens, ones)}"


def _ones_after_tens(tens: int, ones: int) -> str:
    if ones == 5:
        return "lăm"
    if tens > 1 and ones in (1, 4):
        return {1: "mốt", 4: "tư"}[ones]
    return _DIGITS[ones]


def _usual(words: str) -> list[str]:
    spoken = fold(words.replace(",", " ")).split()
    return [_SPELLINGS.get(word, word) for word in spoken if word != "ngay"]
