"""How far a command is that takes longer than a second."""

from __future__ import annotations

import sys
import time
from typing import TextIO

import click

from progpro_tui.core.clean import clean
from progpro_tui.i18n.translator import Translator

PATIENCE, EVERY = 1.0, 0.1
"""Seconds after which progress is shown, and between two signs of it."""


class Progress:
    """A line on a terminal's standard error that says how far it is, once it takes long.

    ``words`` has slots for ``n`` and ``total``.
    """

    def __init__(self, tr: Translator, words: str) -> None:
        self._tr = tr
        self._words = words
        self._next = time.monotonic() + PATIENCE
        self._width = 0

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        self._clear()

    def _clear(self) -> None:
        if self._width:
            click.echo("\r" + " " * self._width + "\r", nl=False, err=True)
            self._width = 0

    def __call__(self, done: int, total: int) -> None:
        if done >= total:
            self._clear()
            return
        now = time.monotonic()
        err: TextIO | None = sys.stderr  # none where the shell closed it
        if now < self._next or err is None or not err.isatty():
            return
        self._next = now + EVERY
        words = clean(self._tr(self._words, n=done, total=total))
        self._width = max(self._width, len(words))
        click.echo(f"\r{words}", nl=False, err=True)
