"""Imports each spreadsheet that it is given, and prints what it said, its time and its memory.

It runs in a process of its own, so that the memory is that of an import and not of the tests.
"""

from __future__ import annotations

import json
import resource
import sys
from pathlib import Path

from progpro_tui.authoring.spreadsheet.import_book import import_book
from progpro_tui.authoring.spreadsheet.read_book import read_book
from progpro_tui.core.errors import InputError, InstrumentError
from progpro_tui.host.plugin_host import PluginHost
from progpro_tui.i18n.translator import Translator
from tests.memory import peak

KIB = 1024


def measured(path: Path, host: PluginHost, tr: Translator) -> dict[str, object]:
    before = _spent()
    try:
        said = [import_book(read_book(path), path.stem, host, tr).id]
    except InstrumentError as error:
        said = [f"{found.place}: {tr(found.what)}" for found in error.mistakes]
    except InputError as error:
        said = [tr(error)]
    return {"said": said, "seconds": _spent() - before}


def _spent() -> float:
    """Seconds of computing, here and in children that ended: a busy machine makes no difference."""
    whom = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    used = [resource.getrusage(who) for who in whom]
    return sum(each.ru_utime + each.ru_stime for each in used)


def main() -> None:
    host, tr = PluginHost(), Translator("en")
    for path in sys.argv[1:]:
        found = measured(Path(path), host, tr)
        found["own"] = peak()
        found["child"] = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * KIB
        print(json.dumps(found), flush=True)


if __name__ == "__main__":
    main()
