"""One sentence for whoever wrote an answers file that cannot be read: what was probably meant."""

from __future__ import annotations

import re
from json import JSONDecodeError

from progpro_tui.authoring.found import quoted
from progpro_tui.core.text import N_, Message, message

EXAMPLE = '{"r01": 4, "i01": null}'

EMPTY = N_("the file is empty.")
TABLE = N_(
    "this looks like a table (a spreadsheet or .csv): answers stand between braces here, such as "
    "{example}. “progpro key” writes such a file while you type the answers."
)
NO_BRACE = N_("answers begin with an opening brace, as in {example}; here stands “{found}”.")
SPARE_COMMA = N_("there is a comma too many here: take it out.")
SPARE_AT_END = N_("there is a comma too many after the last answer: take it out.")
CURLED = N_(
    "“{found}” is a quotation mark that a word processor has put there: retype it as a straight "
    'one (").'
)
SINGLE = N_(
    "a question stands between double quotation marks, as in {example}: not between single ones."
)
UNQUOTED = N_("a question stands between quotation marks, as in {example}; here stands “{found}”.")
NO_COMMA = N_("a comma is missing between two answers, before “{found}”.")
NO_COLON = N_("a colon is missing between a question and its answer, before “{found}”.")
CUT_OFF = N_("the file ends too early: the closing brace is missing.")
UNCLOSED = N_("a quotation mark is opened here and not closed on this line.")
MORE = N_("after the closing brace stands “{found}”: take it out.")
NO_ANSWER = N_("“{found}” is no answer: write a number, a text between quotation marks, or null.")

TYPOGRAPHIC = "“”„«»‘’‚\N{DOUBLE PRIME}"
CELLS = re.compile(r'\s*"?[\w .-]+"?\s*[;,\t]')
"""How a row of a table begins."""


def explain(error: JSONDecodeError) -> tuple[int, int, Message]:
    """Line, column and sentence for what ended the reading of a file."""
    place, what = _slip(error.doc, error.pos, error.msg)
    line = error.doc.count("\n", 0, place) + 1
    column = place - error.doc.rfind("\n", 0, place)
    length = 1 if what == CURLED else 20
    found = quoted(error.doc[place : place + length].split("\n")[0])
    return line, column, message(what, found=found, example=EXAMPLE)


def _slip(text: str, place: int, reason: str) -> tuple[int, str]:
    """Where the mistake is, and which."""
    found = text[place : place + 1]
    begun = text.lstrip()
    if not begun:
        return 0, EMPTY
    if not begun.startswith(("{", "[")):
        return len(text) - len(begun), TABLE if CELLS.match(begun) else NO_BRACE
    before = len(text[:place].rstrip()) - 1
    if found == "," or (text[before : before + 1] == "," and (not found or found in "},]")):
        comma = place if found == "," and text[before : before + 1] != "," else before
        after = text[comma + 1 :].lstrip()[:1]
        if after in ("", "}", "]"):
            return comma, SPARE_AT_END
        if after == "," or text[before : before + 1] in "{,:":
            return comma, SPARE_COMMA
    if found and found in TYPOGRAPHIC:
        return place, CURLED
    if not found:
        return place, CUT_OFF
    return place, _sentence(found, reason)


def _sentence(found: str, reason: str) -> str:
    if "Extra data" in reason:
        return MORE
    if reason.startswith(("Unterminated string", "Invalid control")):
        return UNCLOSED
    if "property name" in reason:
        return SINGLE if found == "'" else UNQUOTED
    if "',' delimiter" in reason:
        return NO_COMMA
    return NO_COLON if "':' delimiter" in reason else NO_ANSWER
