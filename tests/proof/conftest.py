"""The road up and back is proved with the desks, offices and files that the other rooms' tests already build."""

import sys
from pathlib import Path

sys.path += [str(Path(__file__).resolve().parents[1] / room) for room in ("district", "exchange", "journeys")]
