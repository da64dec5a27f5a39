"""The text of a first file: both languages and both sorts of notes stand in it, and some go.

A line ``#fr …`` is a note for whoever has the interface in French; ``… #fr value`` at the end of a
line gives a value in French instead; ``%name`` on a line of its own is a slot.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files

NOTE = re.compile(r"( *)#(fr|en) (.*)")
INSTEAD = re.compile(r"( *(?:- )?\w+: )(.*) #fr (.*)")
SLOT = re.compile(r"( *)%(\w+)")
WORDING = re.compile(r"( *)(- )?(fr|en): ?(.*)")

NO_SLOTS: Mapping[str, str] = {}


def filled(
    name: str, interface: str, languages: Iterable[str], slots: Mapping[str, str] = NO_SLOTS
) -> str:
    """A template with the notes of the interface's language, and the texts of these languages."""
    template = files(__package__).joinpath("starts", f"{name}.yaml").read_text("utf-8")
    lines = _noted(template.splitlines(), interface)
    return "\n".join(_slotted(_worded(lines, set(languages)), slots)) + "\n"


def _noted(lines: Iterable[str], interface: str) -> Iterator[str]:
    for line in lines:
        if note := NOTE.fullmatch(line):
            if note[2] == interface:
                yield f"{note[1]}# {note[3]}"
        elif instead := INSTEAD.fullmatch(line):
            yield instead[1] + (instead[3] if interface == "fr" else instead[2])
        else:
            yield line


def _worded(lines: Iterable[str], languages: set[str]) -> Iterator[str]:
    """Leave out what stands in another language, with the lines below that belong to it."""
    dropped, hyphen = -1, ""
    for line in lines:
        indent = len(line) - len(line.lstrip())
        if dropped >= 0 and (indent > dropped or not line):
            continue
        dropped = -1
        wording = WORDING.fullmatch(line)
        if wording and wording[3] not in languages:
            # The hyphen of a list goes to the language that stays.
            dropped, hyphen = indent + len(wording[2] or ""), wording[2] or ""
        elif wording and hyphen:
            yield f"{line[: indent - len(hyphen)]}{hyphen}{line[indent:]}"
            hyphen = ""
        else:
            yield line


def _slotted(lines: Iterable[str], slots: Mapping[str, str]) -> Iterator[str]:
    for line in lines:
        if slot := SLOT.fullmatch(line):
            for inner in slots[slot[2]].splitlines():
                yield f"{slot[1]}{inner}" if inner else ""
        else:
            yield line
