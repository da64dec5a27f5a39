"""One sentence for an author where YAML cannot be read on: what was probably meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import yaml

from progpro_tui.authoring.slips import Slip, in_quotes, slip_in
from progpro_tui.core.text import N_, Message, message

COLON = N_("A colon with a space after it stands inside a text: put quotation marks round the text.")
STARTER = N_("A text cannot begin with “{found}”: put quotation marks round the text.")
TAB = N_("A tab stands at the beginning of the line: use spaces only.")
UNCLOSED_QUOTE = N_("The quotation mark that opens here is never closed.")
LATE_QUOTE = N_("The quotation mark that opens here is closed only on line {line}: close it before.")
UNCLOSED_BRACKET = N_(
    "The bracket or brace that opens here is not closed, or a comma is missing between two values."
)
EMPTY_ENTRY = N_("Nothing stands between two commas: take one out.")
AFTER_QUOTE = N_(
    "The text ends at this quotation mark, and more follows: put the whole text between quotation "
    "marks of the other sort."
)
NO_COLON = N_("A name, a colon and a space are expected here, as in “title: …”.")
DASH = N_("A list begins on a line of its own, not behind a colon.")
INDENTATION = N_("This line does not stand under the one it belongs to: count the spaces before it.")
BACKSLASH = N_(
    "A backslash cannot stand between double quotation marks: put the text between single ones (')."
)
UNKNOWN = N_(
    "The file cannot be understood from here on: look at the spaces, quotation marks and brackets of "
    "this line and the one above."
)

BEGUN = re.compile(r"\s*(?:- +)?[\w-]+ *: +(?=[^\s\w])")
"""What stands before a text that begins with a sign."""

UNQUOTED = (COLON, STARTER, AFTER_QUOTE, BACKSLASH)
"""With quotation marks round the text, the file can be read on."""


def explain(error: yaml.MarkedYAMLError, lines: Sequence[str], last: yaml.ScalarEvent | None) -> Slip:
    """What is wrong where a file cannot be read, and the line as it was meant, where that is plain.

    ``last`` is the last text that was read before it.
    """
    problem, context = error.problem or "", error.context or ""
    mark, opening = error.problem_mark or error.context_mark, error.context_mark
    if mark is None:
        return Slip(1, 1, message(UNKNOWN))
    near = {mark.line, mark.line + 1, opening.line + 1 if opening else mark.line}
    if slip := slip_in(lines, sorted(near)):
        return slip
    if "could not find expected ':'" in problem and opening is not None:
        return _at(opening, message(NO_COLON))
    if "quoted scalar" in context and "end of stream" in problem and opening is not None:
        return _at(opening, message(UNCLOSED_QUOTE))
    if "expected ','" in problem and opening is not None:
        return _at(opening, message(UNCLOSED_BRACKET))
    start, end = (last.start_mark, last.end_mark) if last and last.style in ("'", '"') else (None, None)
    if start and end and start.line < end.line <= mark.line <= end.line + 1:
        return _at(start, message(LATE_QUOTE, line=str(end.line + 1)))
    what = _sentence(problem, context, mark, lines)
    line = lines[mark.line] if mark.line < len(lines) else ""
    text = BEGUN.match(line)
    column = text.end() if text and what.msgid == STARTER else mark.column
    return Slip(mark.line + 1, column + 1, what, in_quotes(line) if what.msgid in UNQUOTED else None)


def _at(mark: Any, what: Message) -> Slip:
    return Slip(mark.line + 1, mark.column + 1, what)


def _sentence(problem: str, context: str, mark: yaml.Mark, lines: Sequence[str]) -> Message:
    line = lines[mark.line] if mark.line < len(lines) else ""
    found = line[mark.column : mark.column + 1]
    if "mapping values are not allowed" in problem:
        return message(COLON)
    if "cannot start any token" in problem:
        return message(TAB) if found == "\t" else message(STARTER, found=found)
    if "alias" in context:
        return message(STARTER, found="*")
    if "anchor" in context:
        return message(STARTER, found="&")
    if started := re.match(r".*?:\s+([\[{])[^\]}]*[\]}]\s*\S", line):
        return message(STARTER, found=started[1])
    if "block scalar" in context or found == "?":
        return message(STARTER, found=line[: mark.column].rstrip()[-1:] if context else "?")
    if "unknown escape" in problem:
        return message(BACKSLASH)
    if "block sequence entries are not allowed" in problem:
        return message(DASH)
    if found == "," and "node" in context:
        return message(EMPTY_ENTRY)
    if line[: mark.column].rstrip().endswith(("'", '"')):
        return message(AFTER_QUOTE)
    if "did not find expected key" in problem or "expected '-' indicator" in problem:
        return message(INDENTATION)
    return message(UNKNOWN)
