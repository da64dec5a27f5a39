"""Single keys of a terminal: each is there as soon as it is pressed, and none typed ahead is lost."""

from __future__ import annotations

import codecs
import os
import re
import select
import sys
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager

import click

ENTER, BACK, ERASE_LINE = "\n", "\x7f", "\x15"
END = "\x04"
AWAKE = 0.2
"""Seconds between two looks at the signals while nobody types."""

SEQUENCE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|O.|.)?", re.DOTALL)
"""What an arrow sends, or another key that is no character."""


class Keys:
    """What somebody types, key by key."""

    def __init__(self) -> None:
        self._typed: deque[str] = deque()
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")

    def read(self) -> str:
        """The next key. Raises ``EOFError`` at Ctrl D, ``KeyboardInterrupt`` at Ctrl C."""
        while not self._typed:
            self._typed.extend(_without_sequences(self._read()))
        key = self._typed.popleft()
        if key == END:
            raise EOFError
        if key == "\x03":
            raise KeyboardInterrupt
        return {"\r": ENTER, "\b": BACK}.get(key, key)

    def _read(self) -> str:
        if os.name == "nt":
            return click.getchar()
        descriptor, typed = sys.stdin.fileno(), False
        while not typed:  # a Ctrl C in the moment before a read would else wait for the next key
            typed = bool(select.select([descriptor], [], [], AWAKE)[0])
        content = os.read(descriptor, 4096)
        if not content:
            raise EOFError
        return self._decoder.decode(content)


def _without_sequences(typed: str) -> str:
    """Typed characters without what arrows and other keys without a character send."""
    return SEQUENCE.sub("", typed)


@contextmanager
def single_keys() -> Iterator[Keys]:
    """The keys of the terminal, one by one and not echoed, until this is left."""
    if os.name == "nt":
        yield Keys()
        return
    import termios
    import tty

    descriptor = sys.stdin.fileno()
    before = termios.tcgetattr(descriptor)
    # Now, and not after a flush: what was typed ahead stays.
    tty.setcbreak(descriptor, termios.TCSADRAIN)
    try:
        yield Keys()
    finally:
        termios.tcsetattr(descriptor, termios.TCSADRAIN, before)
