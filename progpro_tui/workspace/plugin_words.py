"""What became of a plugin and what it offers, in words."""

from __future__ import annotations

from collections.abc import Iterator

from progpro_tui.core.text import N_, NN_, Message, Words, message
from progpro_tui.host.hooks import (
    COMMANDS,
    EXERCISES,
    EXPORTERS,
    IMPORTERS,
    INDICES,
    INSTRUMENTS,
    OCCUPATIONS,
    PROGRAMMES,
    SECTIONS,
    STEPS,
)
from progpro_tui.host.plugin import Plugin, State

STATES = {
    State.READY: N_("loaded"),
    State.WAITING: N_("waits for your approval"),
    State.CHANGED: N_("has changed: waits for your approval again"),
    State.DISABLED: N_("disabled"),
    State.SAFE: N_("left out by --safe"),
    State.ASIDE: N_("set aside"),
}

OFFERS = {
    EXERCISES: NN_("{n} kind of exercise: {names}", "{n} kinds of exercise: {names}"),
    STEPS: NN_("{n} step of its own", "{n} steps of its own"),
    INSTRUMENTS: NN_("{n} questionnaire", "{n} questionnaires"),
    INDICES: NN_("{n} index: {names}", "{n} indices: {names}"),
    SECTIONS: NN_("{n} section for reports: {names}", "{n} sections for reports: {names}"),
    EXPORTERS: NN_("{n} form of export: {names}", "{n} forms of export: {names}"),
    IMPORTERS: NN_("{n} form of import: {names}", "{n} forms of import: {names}"),
    OCCUPATIONS: NN_("{n} occupation", "{n} occupations"),
    PROGRAMMES: NN_("{n} programme: {names}", "{n} programmes: {names}"),
    COMMANDS: NN_("{n} command: {names}", "{n} commands: {names}"),
}


def state_words(plugin: Plugin) -> Words:
    """What became of it, and why where it was set aside."""
    state = message(STATES[plugin.state])
    if plugin.reason is None:
        return state
    return message(N_("{state}: {reason}"), state=state, reason=plugin.reason)


def offer_words(plugin: Plugin) -> Iterator[Message]:
    """What it offers, hook after hook."""
    for hook, sentence in OFFERS.items():
        names = plugin.names.get(hook, ())
        if names:
            yield message(sentence, n=len(names), names=", ".join(names))
