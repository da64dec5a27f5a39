"""The catalogues: English msgids in the code, one .po a language, compiled once and cached.

The cache is laid out as gettext expects, so that click's own words come from our catalogue too.
"""

from __future__ import annotations

import gettext
import hashlib
import io
import os
from functools import cache
from pathlib import Path

from platformdirs import user_cache_path

LANGUAGES = ("fr", "en")
"""The interface's languages, the first one the default."""

DOMAIN = "progpro"
SOURCE = "en"
"""The language of the msgids: it needs no catalogue."""

HERE = Path(__file__).parent


@cache
def translations(language: str) -> gettext.NullTranslations:
    """The catalogue of a language. The source language, or one we do not have, translates nothing."""
    po = HERE / language / f"{DOMAIN}.po"
    if language == SOURCE or not po.is_file():
        return gettext.NullTranslations()
    words = po.read_bytes()
    cached = _cached(language, words)
    try:
        compiled = cached.read_bytes()
    except OSError:
        compiled = _compile(words, language)
        _keep(cached, compiled)
    return gettext.GNUTranslations(io.BytesIO(compiled))


def speak_everywhere(language: str) -> None:
    """Let libraries that ask gettext, such as click, speak this language too."""
    os.environ["LANGUAGE"] = language
    po = HERE / language / f"{DOMAIN}.po"
    if po.is_file():
        cached = _cached(language, po.read_bytes())
        if not cached.exists():  # the cache may vanish at any time
            translations.cache_clear()
        translations(language)
        gettext.bindtextdomain(DOMAIN, str(cached.parents[2]))
        gettext.textdomain(DOMAIN)


def _cached(language: str, words: bytes) -> Path:
    version = hashlib.sha256(words).hexdigest()[:16]
    folder = user_cache_path("progpro") / "locale" / version
    return folder / language / "LC_MESSAGES" / f"{DOMAIN}.mo"


def _compile(po: bytes, language: str) -> bytes:
    # Babel takes as long to import as a whole start of the command line: only when needed.
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.BytesIO(po), locale=language))
    return compiled.getvalue()


def _keep(path: Path, content: bytes) -> None:
    """Cache what was compiled; a cache that cannot be written costs time and nothing else."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(f".{os.getpid()}")
        unfinished.write_bytes(content)
        unfinished.replace(path)
    except OSError:
        return
