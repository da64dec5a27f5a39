"""Which plugins come in: ours, and those that the counsellor approved as they are now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from progpro_tui.core.errors import PluginError
from progpro_tui.core.text import N_, message
from progpro_tui.host.discovery import Candidate
from progpro_tui.host.fingerprint import sha256_of, stamp, unchanged
from progpro_tui.host.memory import Known, Memory
from progpro_tui.host.plugin import Plugin, State
from progpro_tui.host.probe import PATIENCE, Tried, try_all
from progpro_tui.host.trust import Trust


class Everyone:
    """Lets every plugin in, and imports it at once: for tests, and for authors trying their own."""

    def admit(self, candidates: Iterable[Candidate]) -> list[Plugin]:
        """What becomes of each."""
        return [_tried(candidate, _taken(candidate)) for candidate in candidates]


class Admission:
    """Lets in what is ours and what was approved, by what is remembered, so that none is imported."""

    def __init__(
        self,
        trust: Trust | None = None,
        memory: Memory | None = None,
        *,
        safe: bool = False,
        patience: float = PATIENCE,
    ) -> None:
        self.trust = trust or Trust.load()
        self._memory = memory or Memory()
        self._safe = safe
        self._patience = patience

    def admit(self, candidates: Iterable[Candidate]) -> list[Plugin]:
        """What becomes of each. One that nothing is known of is tried: ours here, others apart."""
        known = [(candidate, self._known(candidate)) for candidate in candidates]
        plugins = [self._judged(candidate, of) for candidate, of in known]
        untried = [
            number
            for number, (_, of) in enumerate(known)
            if plugins[number].state is State.READY and not of.tried
        ]
        for number, tried in self._try([known[number][0] for number in untried], untried):
            candidate, of = known[number]
            names, reason = tried
            self._memory.put(candidate, replace(of, tried=True, names=names, reason=reason))
            plugins[number] = _tried(candidate, tried, of.sha256)
        self._memory.save()
        return plugins

    def _known(self, candidate: Candidate) -> Known:
        """What is remembered of a plugin whose files are unchanged, or its files looked at anew."""
        known = self._memory.get(candidate)
        if known is not None and unchanged(known.stamps):
            return known
        stamps = tuple(map(stamp, candidate.files()))
        known = Known(fingerprint(candidate), stamps)
        self._memory.put(candidate, known)
        return known

    def _judged(self, candidate: Candidate, known: Known) -> Plugin:
        if candidate.broken is not None:
            return Plugin(candidate, State.ASIDE, reason=candidate.broken)
        name, version, sha256 = candidate.name, candidate.version, known.sha256
        if not candidate.ours and self._safe:
            return Plugin(candidate, State.SAFE, sha256=sha256)
        if name in self.trust.disabled:
            return Plugin(candidate, State.DISABLED, sha256=sha256)
        if not candidate.ours and not self.trust.allows(name, candidate.source, version, sha256):
            state = State.CHANGED if self.trust.knows(name, candidate.source) else State.WAITING
            return Plugin(candidate, state, sha256=sha256)
        if not known.tried:
            return Plugin(candidate, State.READY, sha256=sha256)
        return _tried(candidate, (known.names, known.reason), sha256)

    def _try(self, candidates: Sequence[Candidate], numbers: Sequence[int]) -> list[tuple[int, Tried]]:
        ours = {n: _taken(c) for n, c in zip(numbers, candidates, strict=True) if c.ours}
        others = [(n, c) for n, c in zip(numbers, candidates, strict=True) if not c.ours]
        tried = try_all([candidate for _, candidate in others], self._patience)
        return [*ours.items(), *zip((n for n, _ in others), tried, strict=True)]


def fingerprint(candidate: Candidate) -> str:
    """One hash of all that a plugin is made of; empty where that cannot be read."""
    try:
        return sha256_of(candidate.files())
    except OSError:
        return ""


def _taken(candidate: Candidate) -> Tried:
    from progpro_tui.host.taking_in import take_in

    try:
        return take_in(candidate).names, None
    except PluginError as error:
        return {}, error.message


def _tried(candidate: Candidate, tried: Tried, sha256: str = "") -> Plugin:
    names, reason = tried
    state = State.READY if reason is None else State.ASIDE
    return Plugin(candidate, state, names, reason, sha256)


def aside(plugin: Plugin, error: PluginError) -> Plugin:
    """The plugin, set aside for this reason."""
    return replace(plugin, state=State.ASIDE, reason=error.message)


def taken_name(name: str) -> PluginError:
    """That another plugin has this name already."""
    return PluginError(message(N_("the name “{name}” is already taken"), name=name))
