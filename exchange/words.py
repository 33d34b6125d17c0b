"""Six words by telephone. SIX_WORDS: tuple[str, ...] of 256.

class SixWords: words: tuple[str, ...] (6); hex_groups: tuple[str, ...] (4 groups of 3 hex digits)
def six_words(document: str) -> SixWords     # document = identity of an enrolment, 64 hex; 64 MiB, about 0.2 s
"""
