"""Data as one line of JSON that a terminal may get."""

from __future__ import annotations

import json
import re
import unicodedata
from typing import Any

from progpro_tui.core.clean import UNSAFE

BEYOND_ASCII = re.compile(r"[^\x20-\x7e]")


def json_line(data: Any) -> str:
    """The same data to whoever reads JSON: controls and invisible letters stand as escapes."""
    return BEYOND_ASCII.sub(_escaped, json.dumps(data, ensure_ascii=False))


def _escaped(found: re.Match[str]) -> str:
    letter = found[0]
    return json.dumps(letter)[1:-1] if unicodedata.category(letter) in UNSAFE else letter
