"""The history rule, and the desk's pointer.

def judge(opened: OpenedBundle, held: Callable[[int], bytes | None], head: int) -> Judgement
class Judgement: verdict: Verdict; first_new: int (0 unless accepted); last_common: int (for forks: lines after it part ways)
def moved_pointer(receipt: Receipt, acknowledged: int, digest_at: Callable[[int], bytes | None]) -> int | None
    # the new acknowledged position, never below the old; None when the receipt's digest is not ours
"""
