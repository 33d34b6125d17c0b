"""What every test stands on: windows are drawn off screen unless a person asks for a real one."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
