"""The clerk of the journeys works here too."""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parents[1]
sys.path += [str(HERE / "journeys"), str(HERE / "ui")]
