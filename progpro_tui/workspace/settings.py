"""The user's own settings, in one small file: language, colours, and where the practice is."""

from __future__ import annotations

import contextlib
import json
import locale
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from platformdirs import user_config_path

from progpro_tui.core.errors import StoreError
from progpro_tui.i18n.catalogue import LANGUAGES
from progpro_tui.storage.fs import Fs


@dataclass
class Settings:
    """What is empty was never chosen. ``folder`` is the practice that a start opens."""

    language: str = ""
    theme: str = ""
    folder: str = ""

    @staticmethod
    def path() -> Path:
        return user_config_path("progpro") / "settings.json"

    @classmethod
    def load(cls) -> Settings:
        """The settings kept; a file that cannot be read is as good as none."""
        try:
            kept = json.loads(cls.path().read_text("utf-8"))
            return cls(*(str(kept.get(name, "")) for name in ("language", "theme", "folder")))
        except (OSError, ValueError, AttributeError):
            return cls()

    def keep(self) -> None:
        """Keep them; where that fails, the next start asks the locale again and nothing is lost."""
        with contextlib.suppress(StoreError):
            fs = Fs()
            fs.make_folder(self.path().parent)
            fs.replace(self.path(), json.dumps(asdict(self)).encode())


def chosen_language(asked: str | None, settings: Settings) -> str:
    """What was asked for, else the setting, else the locale, else French."""
    for language in (asked, settings.language, _spoken()):
        if language in LANGUAGES:
            return language
    return LANGUAGES[0]


def _spoken() -> str:
    """The language of the machine; the locale C is nobody's language."""
    named = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    words = next((name for name in named if name), "")
    if not words and os.name == "nt":  # Windows says it elsewhere; Python calls C.UTF-8 English
        words = locale.getlocale()[0] or ""
    return words[:2].lower()
