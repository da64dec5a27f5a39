"""Two ideas in one item: who likes one and not the other has no answer.

“Salt and pepper” is one idea, « réparer et vendre » are two: what counts is whether the word joins
two verbs, or two clauses. That is seen by the form of the words, and asked, not said.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from progpro_tui.authoring.found import quoted
from progpro_tui.authoring.remarks import Remark
from progpro_tui.authoring.wording.texts import Wording
from progpro_tui.authoring.wording.verbs import is_bare_verb, is_gerund, is_infinitive
from progpro_tui.core.text import N_, message

FRENCH = re.compile(
    r"(?P<join>\bet|\bou|\bpuis|,)\s+(?:(?:à|de)\s+|d[’'])?(?:(?:les?|la|en|y|se|me|leur)\s+|[lsm][’'])?(?P<word>[\w-]+)",
    re.IGNORECASE,
)
FRENCH_CLAUSE = re.compile(
    r"^(?:je|j[’']|on|il|elle)\W*\w.*\b(?:et|ou|mais)\s+(?:je|j[’']|on|il|elle)\W*\w+", re.I
)
ENGLISH = re.compile(
    r"(?:\band|\bor|,|\bthen)\s+(?:to\s+)?(?P<word>[\w-]+)"
    r"(?P<object>\s+(?:an?|the|your|my|their|them|it|others|people|how|new)\b)?",
    re.IGNORECASE,
)
ENGLISH_CLAUSE = re.compile(r"^(?:I|you|we|they)\b.*\b(?:and|or|but)\s+(?:I|you|we|they)\s+\w+", re.I)
FOLLOWED = re.compile(r"\s*\w")
PAIR = re.compile(r"^(?P<first>\w+)(?:\s+and|\s+or|,)\s+(?P<second>\w+)", re.IGNORECASE)


JOINTS = frozenset(["et", "ou", "puis", "mais", "and", "or", "then", "but"])


def two_ideas(text: Wording) -> Iterator[Remark]:
    """An item in which “and”, “or” or a comma seems to join two verbs or two clauses."""
    find = FINDERS.get(text.language)
    if (
        text.reader != "item"
        or find is None
        or ("," not in text.words and text.tokens.isdisjoint(JOINTS))
    ):
        return
    if found := find(text.words):
        what = message(
            N_(
                "Two ideas? “{found}”: if one can be liked without the other, keep one, or make two "
                "items."
            ),
            found=quoted(found),
        )
        yield text.remark("two-ideas", what)


def _french(words: str) -> str | None:
    if clause := FRENCH_CLAUSE.search(words):
        return clause[0]
    first = re.match(r"[\w-]+", words)
    for found in FRENCH.finditer(words):
        # A comma may part a place from what is done there, unless the item begins with a verb.
        joins = found["join"] != "," or (first is not None and is_infinitive(first[0]))
        if joins and is_infinitive(found["word"]):
            return words[_start_of_word_before(words, found.start()) : found.end()]
    return None


def _english(words: str) -> str | None:
    if clause := ENGLISH_CLAUSE.search(words):
        return clause[0]
    pair = PAIR.match(words)
    if pair and is_bare_verb(pair["first"]) and is_bare_verb(pair["second"]):
        return pair[0]
    first = re.match(r"\w+", words)
    for found in ENGLISH.finditer(words):
        if first and _joins_english(first[0], found):
            return words[_start_of_word_before(words, found.start()) : found.end("word")]
    return None


def _joins_english(first: str, found: re.Match[str]) -> bool:
    """“Mend brakes and sell bikes”: a verb that takes an object. “Brakes and wheels” has none."""
    if is_gerund(first):
        return is_gerund(found["word"])
    followed = bool(found["object"]) or FOLLOWED.match(found.string, found.end()) is not None
    return is_bare_verb(first) and followed and is_bare_verb(found["word"], surely=not found["object"])


def _start_of_word_before(words: str, place: int) -> int:
    return words[:place].rstrip().rfind(" ") + 1


FINDERS: Mapping[str, Callable[[str], str | None]] = {"fr": _french, "en": _english}
