"""A small valid instrument file, and ways to break it."""

from __future__ import annotations

from pathlib import Path

from progpro_tui.authoring.check import check
from progpro_tui.host.plugin_host import PluginHost
from progpro_tui.i18n.translator import Translator

SMALL = """\
id: small
version: 1.0.0
kind: rating
languages: [fr, en]
title:
  fr: Petit questionnaire
  en: A small questionnaire
author: Somebody
licence: CC-BY-SA-4.0
minutes: 2
measures: {fr: des goûts, en: likings}
does_not_measure: {fr: des capacités, en: abilities}
does_not_measure_person: {fr: Ni vos capacités., en: Nor what you can do.}
instructions:
  text: {fr: Imaginez., en: Imagine.}
  plain: {fr: Imaginez cela., en: Imagine this.}
counsellor_instructions: {fr: Lisez., en: Read.}
settings:
  question: {fr: "Aimeriez-vous cela ?", en: "Would you like this?"}
  responses:
    - {value: 1, label: {fr: Non, en: No}}
    - {value: 2, label: {fr: Entre les deux, en: In between}}
    - {value: 3, label: {fr: Oui, en: Yes}}
items:
  - id: m1
    scales: {M: 1}
    tags: {place: in}
    text: {fr: Réparer un vélo, en: Repair a bicycle}
    plain: {fr: Réparer un vélo, en: Mend a bike}
  - id: m2
    scales: {M: -1}
    text: {fr: Lire au calme, en: Read in peace}
    plain: {fr: Lire au calme, en: Read in peace}
  - id: h1
    scales: {H: 1}
    text: {fr: Aider un voisin, en: Help a neighbour}
    plain: {fr: Aider un voisin, en: Help a neighbour}
scales:
  - id: M
    name: {fr: Fabriquer, en: Making}
    plain: {fr: Faire, en: Doing}
    short: {fr: Fabriquer, en: Making}
    score: mean
    minimum_share: 0.5
    tie_width: 0.25
    levels:
      - from: 1
        to: 2.5
        name: {fr: peu, en: little}
        person: {fr: Peu., en: Little.}
        counsellor: {fr: Peu., en: Little.}
      - from: 2.5
        to: 3
        name: {fr: beaucoup, en: much}
        person: {fr: Beaucoup., en: Much.}
        counsellor: {fr: Beaucoup., en: Much.}
  - id: H
    name: {fr: Aider, en: Helping}
    plain: {fr: Aider, en: Helping}
    short: {fr: Aider, en: Helping}
    score: sum
    minimum_share: 1
indices: [style.long_string]
norms: []
examples:
  - name: all liked
    answers: {"*": 3}
    scores: {M: 2, H: 3}
  - name: gaps
    answers: {"m*": 3, m2: 1, h1: declined}
    scores: {M: 3, H: null}
"""

HOST = PluginHost()
ENGLISH = Translator("en")


def changed(old: str, new: str, times: int = 1) -> str:
    """The small file with one place changed."""
    assert SMALL.count(old) >= 1, old
    return SMALL.replace(old, new, times)


def mistakes_of(path: Path, content: str | bytes) -> list[tuple[int, int, str]]:
    """Line, column and English sentence of every mistake in a file of this content."""
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    found = check(path, HOST).mistakes
    assert all(mistake.place.file == str(path) for mistake in found)
    return [(at.place.line, at.place.column, ENGLISH(at.what)) for at in found]
