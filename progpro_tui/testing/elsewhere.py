"""Run as a module: traces an exercise in a process of its own; reads JSON, prints JSON."""

from __future__ import annotations

import json
import os
import sys
from importlib import import_module
from operator import attrgetter
from pathlib import Path

from progpro_tui.core.instrument import Instrument
from progpro_tui.core.run import Run
from progpro_tui.host.discovery import LOCAL, import_file
from progpro_tui.storage.records import from_data
from progpro_tui.testing.same import traces
from progpro_tui.testing.subject import Subject


def main() -> None:
    asked = json.load(sys.stdin)
    # What the plugin prints is for its author, and no answer of ours.
    answer_to = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    local = asked["module"].startswith(LOCAL)  # a single file is on no path
    module = import_file(Path(asked["file"])) if local else import_module(asked["module"])
    exercise = attrgetter(asked["exercise"])(module)()
    instrument = from_data(asked["instrument"], Instrument)
    settings = from_data(instrument.settings, exercise.Settings)
    seed = asked["seed"]
    subject = Subject(exercise, Run(instrument, settings, seed=0), respondents=0, seed=seed)
    with answer_to:
        json.dump(traces(subject), answer_to)


if __name__ == "__main__":
    main()
