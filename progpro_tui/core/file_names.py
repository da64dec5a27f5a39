"""Names of files made of words from outside."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 80
"""Letters of a name, with room for a date and an ending: some disks stop at 143."""
RESERVED = {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)}
"""Names that Windows keeps for devices, whatever their ending."""


def file_stem(words: str) -> str:
    """Words as the name of a file without its ending: small letters, digits and hyphens alone.

    Nothing where the words have neither letters nor digits that ASCII has.
    """
    plain = unicodedata.normalize("NFKD", words[: 4 * LONGEST]).encode("ascii", "ignore").decode()
    stem = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:LONGEST].rstrip("-")
    return f"{stem}-file" if stem in RESERVED else stem
