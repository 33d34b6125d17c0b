"""How a name is read aloud by somebody who never met it: only what is sure, else a person has to say.

Words written as Vietnamese syllables are read as they stand. Of names of the highlands the markers and a few clan names
are sure; of all others nobody can tell from the letters.
"""

from __future__ import annotations

import re
import unicodedata

from common.names import APOSTROPHES, fold, tidy

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_ONSET = "ngh|ng|nh|gh|gi|kh|ch|ph|qu|th|tr|b|c|d|đ|g|h|k|l|m|n|p|r|s|t|v|x|"
_WRITTEN = """
    a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt â âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
    i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
    o oa oac oach oai oam oan oang oanh oao oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong oong op ot
    ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uân uâng uât uây uc uê uêch uênh ui uôc uôi uôm uôn uông uôt uơ um un ung up ut uy uya uych uyên uyêt uynh uyt
    ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu
"""
_RIMES = frozenset(_WRITTEN.split())
_SYLLABLE = re.compile(f"({_ONSET})(.*)")
_CLANS = {"nie": "Ni-ê", "eban": "Ê-ban", "ayun": "A-yun", "mlo": "Mơ-lô", "kdam": "Kơ-đăm"}
"""Clan names of the Ê Đê, found without marks: the bare spelling is common on papers."""
_MALE, _FEMALE = "I", "Hơ"


def reading(name: str) -> str | None:
    """How the name is said: "" where it is read as it is written, a line of syllables where every one is sure, and None
    where a person must ask the family."""
    words = _words(name)
    said = [_said(word, first=place == 0) for place, word in enumerate(words)]
    if not said or any(one is None for one in said):
        return None
    spoken = " ".join(one for one in said if one)
    return "" if spoken == " ".join(words) else spoken


def _words(name: str) -> list[str]:
    """The words of a name; a marker of the highlands stands apart from the word it is tied to."""
    spaced = re.sub(f"(?i)\\bh[{re.escape(''.join(APOSTROPHES))}]\\s*", "H' ", tidy(name))
    return re.sub(r"[-‐‑–]", " ", spaced).split()


def _said(word: str, first: bool) -> str | None:
    if word == "H'" or (first and word in ("H", "h")):
        return _FEMALE
    if first and word in ("Y", "y"):
        return _MALE
    if is_syllable(word):
        return word
    return _CLANS.get(fold(word))


def is_syllable(word: str) -> bool:
    """Whether the word is spelled as one Vietnamese syllable."""
    marks = unicodedata.normalize("NFD", word.lower())
    bare = unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in _TONES))
    found = _SYLLABLE.fullmatch(bare)
    if found is None:
        return False
    onset, rime = found.groups()
    return rime in _RIMES or _shared(onset, rime)


def _shared(onset: str, rime: str) -> bool:
    """In "gì", "giếng" and "quý" the vowel of the onset belongs to the rime as well."""
    if onset == "gi":
        return rime in ("", "n") or f"i{rime}" in _RIMES
    return onset == "qu" and f"u{rime}" in _RIMES
