"""The chain of the audit: each entry's code depends on all entries before it.

HMAC-SHA256 (RFC 2104) under a key of the practice. It shows that an entry was changed, taken out or
moved. That the whole store was put back to an earlier state it shows only to whoever wrote down its
head.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any


@dataclass(frozen=True)
class Entry:
    """One thing that was done: the ``n``-th, when (ISO), which act, to which object, by which door.

    ``object`` is the random id of a dossier, or empty: no entry names a person. ``count`` is how
    often, where the act says how often. ``code`` chains it to the entries before.
    """

    n: int
    when: str
    act: str
    object: str = ""
    by: str = ""
    count: int = 1
    code: str = ""


@dataclass(frozen=True)
class Checkpoint:
    """Stands for the entries up to ``n``, which were deleted at ``when``: the chain goes on from it.

    ``code`` is the code of the last of them, ``seal`` signs the checkpoint itself.
    """

    n: int = 0
    when: str = ""
    code: str = ""
    seal: str = ""


def chained(key: bytes, before: str, entry: Entry) -> Entry:
    """The entry with its code, behind an entry with the code ``before``."""
    return replace(entry, code=_code(key, "entry", before, {**asdict(entry), "code": ""}))


def checkpoint(key: bytes, last: Entry, when: str) -> Checkpoint:
    """What takes the place of the entries up to ``last``."""
    bare = Checkpoint(last.n, when, last.code)
    return replace(bare, seal=_seal(key, bare))


def first_flaw(
    key: bytes, start: Checkpoint, entries: Sequence[Entry], head: tuple[int, str]
) -> int | None:
    """The number of the first entry that is not what was written, or none.

    ``head`` is the number and the code of an entry that is known to have been written, or (0, "").
    """
    if start != Checkpoint() and not _same(start.seal, _seal(key, start)):
        return start.n
    number, before = start.n, start.code
    for entry in entries:
        number += 1
        if entry.n != number or not _same(entry.code, chained(key, before, entry).code):
            return number
        before = entry.code
        if number == head[0] and before != head[1]:
            return number
    return number + 1 if head[0] > number else None


def _seal(key: bytes, bare: Checkpoint) -> str:
    return _code(key, "checkpoint", "", {**asdict(bare), "seal": ""})


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(*(each.encode("utf-8", "surrogatepass") for each in (one, other)))


def _code(key: bytes, kind: str, before: str, content: dict[str, Any]) -> str:
    said = json.dumps([kind, before, content], ensure_ascii=False, sort_keys=True)
    return hmac.new(key, said.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()
