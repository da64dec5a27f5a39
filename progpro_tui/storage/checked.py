"""Clear files with a checksum: one header line, then the content. The caches are made of them.

The header says what the file is and which version of the format wrote it, and carries the SHA-256
of the content, so that damage is noticed and never taken for data. Nothing of a person goes into
such a file: what a practice keeps is sealed (``envelope.py``). Practices of format 1 were made of
them; ``migrations.py`` reads those.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from progpro_tui.storage.damage import damaged, too_new

MAGIC = "progpro"
FORMAT = 1
"""The format that this version writes."""
READER = 1
"""The oldest reader that understands it."""


def seal(kind: str, content: Any) -> bytes:
    """The bytes of a file of this kind."""
    body = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    header = {
        "is": MAGIC,
        "format": FORMAT,
        "reader": READER,
        "kind": kind,
        "sha256": hashlib.sha256(body).hexdigest(),
    }
    return json.dumps(header).encode() + b"\n" + body


def unseal(kind: str, sealed: bytes, name: str) -> Any:
    """The content of a file. Raises :class:`StoreTooNew` or :class:`StoreDamaged`, naming it."""
    line, _, body = sealed.partition(b"\n")
    try:
        header = json.loads(line)
        reader, stated, checksum = header["reader"], header["kind"], header["sha256"]
    except (ValueError, KeyError, TypeError):
        raise damaged(name) from None
    if isinstance(reader, int) and reader > FORMAT:
        raise too_new(name)
    if stated != kind or checksum != hashlib.sha256(body).hexdigest():
        raise damaged(name)
    return json.loads(body)
