"""A small form, to which a test adds the questions that it is about."""

from __future__ import annotations

from pathlib import Path

from tests.authoring.small import mistakes_of

HEAD = """\
id: small
version: 1.0.0
kind: form
languages: [fr, en]
title: {fr: Petit, en: Small}
author: Somebody
licence: CC-BY-SA-4.0
measures: {fr: a, en: a}
does_not_measure: {fr: b, en: b}
does_not_measure_person: {fr: c, en: c}
instructions: {fr: d, en: d}
counsellor_instructions: {fr: e, en: e}
scales: []
settings:
  questions:
    - id: a
      type: one
      text: {fr: A, en: A}
      options: [{id: x, label: {fr: X, en: X}}, {id: y, label: {fr: Y, en: Y}}]
    - {id: n, type: number, text: {fr: N, en: N}, least: 0, most: 9}
    - {id: w, type: short, text: {fr: W, en: W}}
"""
FIRST = HEAD.count("\n") + 1
"""The line on which the question under test begins."""


def faults_of(path: Path, *questions: str) -> list[tuple[int, int, str]]:
    """Line (from the first question under test), column, and sentence of every fault."""
    found = mistakes_of(path / "form.yaml", HEAD + "".join(questions))
    return [(line - FIRST, column, what) for line, column, what in found]


def asked(name: str, condition: str) -> str:
    lines = (f"- id: {name}", "  type: short", "  text: {fr: Q, en: Q}", f"  show_if: {condition}")
    return "".join(f"    {line}\n" for line in lines)
