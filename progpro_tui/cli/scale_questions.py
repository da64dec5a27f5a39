"""The questions about the scales of a new questionnaire: as many as its author wants."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from progpro_tui.authoring.new.wanted import (
    MOST_SCALES,
    NewScale,
    check_name_free,
    checked_scale_id,
    scale_id_for,
    tidy,
    tidy_name,
)
from progpro_tui.cli.asking import Asking, blaming_option
from progpro_tui.core.errors import InputError
from progpro_tui.core.text import N_
from progpro_tui.i18n.translator import Translator

NAMES = {"fr": N_("French"), "en": N_("English")}

PROPOSED = ({"fr": "Premier thème", "en": "First theme"}, {"fr": "Second thème", "en": "Second theme"})
"""The scales of a script that says none and takes what is proposed."""


class ScaleQuestions:
    """Asks for scales, ``least`` of them at least, each with a name in every language.

    ``before`` are those of an earlier answer: each is proposed again, and can be taken out.
    """

    def __init__(
        self,
        asking: Asking,
        tr: Translator,
        languages: Sequence[str],
        least: int,
        before: Sequence[NewScale] = (),
    ) -> None:
        self._asking, self._tr = asking, tr
        self._languages, self._least, self._before = languages, least, before
        self._scales: list[NewScale] = []

    def scales(self, said: Sequence[str]) -> tuple[NewScale, ...]:
        """The scales that options said, else those that a person names. Raises :class:`InputError`."""
        if said:
            for words in said:
                with blaming_option("--scale", words):
                    self._take(*self._parts(words))
        elif self._asking.by_hand:
            for before in self._before:
                self._ask_one(before)
            while len(self._scales) < MOST_SCALES and self._ask_one():
                pass
        else:
            proposed = [{one: names[one] for one in self._languages} for names in PROPOSED]
            example = "; ".join("|".join(names.values()) for names in proposed)
            self._asking.words(self._tr(N_("Scales")), "--scale", tidy, example)
            for names in proposed:
                self._take("", names)
        if not self._least <= len(self._scales) <= MOST_SCALES:
            raise InputError(
                N_("Give from {least} to {most} scales by --scale; {n} were given."),
                least=self._least,
                most=MOST_SCALES,
                n=len(self._scales),
            )
        return tuple(self._scales)

    def _take(self, scale_id: str, names: Mapping[str, str]) -> None:
        check_name_free(names, self._scales)
        scale_id = scale_id or self._proposed_id(names)
        self._scales.append(NewScale(checked_scale_id(scale_id, self._taken), names))

    @property
    def _taken(self) -> list[str]:
        return [scale.id for scale in self._scales]

    def _proposed_id(self, names: Mapping[str, str]) -> str:
        return scale_id_for(names[self._languages[0]], self._taken)

    def _parts(self, words: str) -> tuple[str, dict[str, str]]:
        """A scale as an option says it: ``M=Faire``, or ``M=Faire|Making`` in two languages."""
        scale_id, equals, named = words.partition("=")
        names = [tidy_name(name) for name in named.split("|")] if equals and tidy(named) else []
        if not names or len(names) > len(self._languages):
            raise InputError(
                N_("A scale is its id, = and its name, such as {example}."),
                example="M=Faire" if len(self._languages) == 1 else "M=Faire|Making",
            )
        # One name for two languages stands in both, to be translated in the file.
        names += names[:1] * (len(self._languages) - len(names))
        return tidy(scale_id), dict(zip(self._languages, names, strict=True))

    # -- by hand ----------------------------------------------------------------------------------

    def _ask_one(self, before: NewScale | None = None) -> bool:
        """Ask for one more scale; false where an Enter alone said that there is none."""
        names: dict[str, str] = {}
        for language in self._languages:
            name = self._ask_name(language, before, first=not names)
            if not name:
                return False
            names[language] = name
        self._take(self._ask_id(names, before), names)
        return True

    def _ask_name(self, language: str, before: NewScale | None, first: bool) -> str:
        # One that was there may go, whatever its place: others are asked for where too few are left.
        may_end = first and (before is not None or len(self._scales) >= self._least)

        def check(typed: str) -> str:
            if may_end and not tidy(typed):
                return ""
            name = tidy_name(typed)
            check_name_free({language: name}, self._scales)
            return name

        words = N_("Scale {n}, its name in {language}")
        if may_end:
            words = N_("Scale {n}, its name in {language} (leave it empty to end)")
        if may_end and before:
            words = N_("Scale {n}, its name in {language} (empty it to take the scale out)")
        named = self._tr(NAMES[language])
        question = self._tr(words, n=len(self._scales) + 1, language=named)
        proposal = before.names.get(language, "") if before else ""
        return self._asking.words(question, "--scale", check, proposal)

    def _ask_id(self, names: Mapping[str, str], before: NewScale | None) -> str:
        question = self._tr(N_("Scale {n}, its id (one or a few letters)"), n=len(self._scales) + 1)
        return self._asking.words(
            question,
            "--scale",
            lambda typed: checked_scale_id(tidy(typed), self._taken),
            before.id if before else self._proposed_id(names),
        )
