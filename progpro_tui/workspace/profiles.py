"""From a finished administration to its profile, and to the data that a machine reads."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from progpro_tui.core.administration import Administration
from progpro_tui.core.errors import PluginError
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.profile import IndexResult, Profile, Provenance
from progpro_tui.core.run import Run
from progpro_tui.core.text import N_, message
from progpro_tui.host.blame import blaming
from progpro_tui.host.hooks import INDICES
from progpro_tui.host.plugin_host import PluginHost
from progpro_tui.i18n.translator import Translator
from progpro_tui.storage.records import from_data, to_data


def open_run(host: PluginHost, instrument: Instrument, seed: int) -> Run[Any]:
    """The run as the exercise sees it, with settings of the kind's own."""
    settings = host.exercise(instrument.kind).Settings
    return Run(instrument, from_data(instrument.settings, settings), seed)


def make_profile(
    host: PluginHost,
    instrument: Instrument,
    administration: Administration,
    provenance: Provenance | None = None,
) -> Profile:
    """The profile of the live answers, with every index that the instrument names.

    Raises :class:`PluginError` where the plugin of the exercise fails.
    """
    with blaming(host.plugin_of(instrument.kind).name):
        made = administration.profile()
    given = tuple(administration.live.values())
    profile = replace(made, given=given, closed=administration.closed, provenance=provenance)
    indices = tuple(_computed(host, name, instrument, profile) for name in instrument.indices)
    return replace(profile, indices=indices)


def _computed(host: PluginHost, index: str, instrument: Instrument, profile: Profile) -> IndexResult:
    """One index; where its plugin is gone or fails, the profile says so and stands all the same."""
    plugin = host.offering(INDICES, index)
    try:
        with blaming(plugin.name if plugin is not None else index):
            result = host.index(index).compute(instrument, profile)
        if not isinstance(result, IndexResult):
            raise PluginError(
                N_("The index “{id}” gives {found} instead of a result."),
                id=index,
                found=repr(result)[:60],
            )
        return result
    except PluginError as error:
        return IndexResult(index, message(N_("Index “{id}”"), id=index), reason=error.message)


def lasting(host: PluginHost, kind: str, profile: Profile) -> Profile:
    """The profile as it can be read again for as long as it is kept.

    An index that cannot be kept gives way to the reason. Raises :class:`PluginError` where the profile
    itself cannot be: then nothing is kept, and the answers are safe.
    """
    if _lasts(profile, Profile):
        return profile
    indices = tuple(
        index if _lasts(index, IndexResult) else _not_kept(index.id) for index in profile.indices
    )
    profile = replace(profile, indices=indices)
    if not _lasts(profile, Profile):
        raise PluginError(
            N_(
                "The plugin “{name}” makes a profile that cannot be kept: its words must be Text, as "
                "as_said makes of a text. The answers saved are safe."
            ),
            name=host.plugin_of(kind).name,
        )
    return profile


def _not_kept(index: str) -> IndexResult:
    reason = message(N_("what it gives cannot be kept: its words must be Text, its data plain"))
    return IndexResult(index, message(N_("Index “{id}”"), id=index), reason=reason)


def _lasts(value: object, kind: type) -> bool:
    """Whether a value can be written and read again."""
    try:
        from_data(json.loads(json.dumps(to_data(value))), kind)
    except Exception:  # whatever a plugin put where words or numbers belong
        return False
    return True


def profile_data(profile: Profile, instrument: Instrument, tr: Translator) -> dict[str, Any]:
    """Scores, summary and indices as JSON has them; an undefined value is null beside its reason.

    ``summary`` is what the exercise itself sums up; what is private has none.
    """

    def reason(words: Any) -> str | None:
        return None if words is None else tr(words)

    data: dict[str, Any] = {
        "instrument": {
            "id": instrument.id,
            "version": instrument.version,
            "hash": instrument.hash,
        },
        "scores": {
            score.scale: {
                "value": None if score.value is None else float(score.value),
                "answered": score.answered,
                "asked": score.asked,
                "reason": reason(score.reason),
            }
            for score in profile.scores
        },
    }
    if profile.facts and not profile.private:
        data["summary"] = dict(profile.facts)
    for index in profile.indices:
        family = data.setdefault(index.id.partition(".")[0], {})
        parts = {k: v for k, v in index.data.items() if isinstance(v, Mapping)}
        family.update(index.data)
        family.update({k: {**v, "reason": reason(index.reason)} for k, v in parts.items()})
        if not parts:
            family["reason"] = reason(index.reason)
    return data
