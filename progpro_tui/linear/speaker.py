"""Says words on a page, in the language and the wording of the moment."""

from __future__ import annotations

from collections.abc import Iterable

from progpro_tui.core.errors import ProgproError
from progpro_tui.core.text import N_, Words, message
from progpro_tui.i18n.catalogue import LANGUAGES
from progpro_tui.i18n.translator import Translator
from progpro_tui.linear.page import Page


class Speaker:
    """A page, a language, a wording; the last two may change between any two lines."""

    def __init__(self, page: Page, tr: Translator, plain: bool = False) -> None:
        self.page = page
        self.tr = tr
        self.plain = plain

    def tell(self, words: Words | ProgproError) -> str:
        """Words as they are said now."""
        return self.tr(words, plain=self.plain)

    def say(self, *words: Words | ProgproError) -> None:
        """Say words, each beginning a line; nothing where there are none."""
        for said in map(self.tell, words):
            self.page.say(said)

    def head(self, words: Words) -> None:
        """Say words as a sentence of their own."""
        said = self.tell(words)
        self.page.say(said[:1].upper() + said[1:])

    def say_all(self, words: Iterable[Words]) -> None:
        self.say(*words)

    def switch_wording(self) -> None:
        """Plain words, or the usual ones again; and say which."""
        self.plain = not self.plain
        self.say(message(N_("Plain words") if self.plain else N_("Usual words")))

    def switch_language(self) -> None:
        """The next language, and say so in it."""
        place = LANGUAGES.index(self.tr.language)
        self.tr = Translator(LANGUAGES[(place + 1) % len(LANGUAGES)])
        self.say(message(N_("Now in English.")))
