"""A plugin's code may fail at anything: the failure is named, and stays the plugin's."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from progpro_tui.core.errors import PluginError, ProgproError
from progpro_tui.core.text import N_

T = TypeVar("T")

LONGEST_REASON = 200


def guarded(act: Callable[[], T], failure: str, **slots: str) -> T:
    """Do what a plugin's code may fail at, exits and interrupts included.

    Raises :class:`PluginError` with the words of ``failure``, whose ``{error}`` is the reason and whose
    other slots are given.
    """
    try:
        return act()
    except ProgproError as error:
        raise PluginError(error.message) from error
    except BaseException as error:
        raise PluginError(failure, error=in_words(error), **slots) from error


@contextmanager
def blaming(plugin: str) -> Iterator[None]:
    """While this plugin works: whatever it raises is a :class:`PluginError` that names it."""
    try:
        yield
    except ProgproError:
        raise
    except (Exception, SystemExit) as error:
        raise PluginError(
            N_("The plugin “{name}” failed: {error}. The answers saved are safe."),
            name=plugin,
            error=in_words(error),
        ) from error


def in_words(error: BaseException) -> str:
    """An error in one line; its own words may be empty, endless, or fail themselves."""
    try:
        words = " ".join(str(error).split())[:LONGEST_REASON]
    except Exception:  # a plugin's exception may raise when it is asked for its words
        words = ""
    return f"{type(error).__name__}: {words}" if words else type(error).__name__


def raised_by(suspect: type, error: BaseException) -> bool:
    """Whether code of a plugin's class had a part in an error: a line of its file was being run."""
    file = getattr(sys.modules.get(suspect.__module__), "__file__", None)
    if file is None or suspect.__module__.startswith("progpro_tui."):
        return False
    return any(frame.filename == file for frame in traceback.extract_tb(error.__traceback__))


def place_of(error: BaseException) -> str:
    """The file and the line at which an error was raised, without the folders."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
