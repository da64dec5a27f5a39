"""Checks bundled instruments changed at random, in a process that may not take more than its share.

    python -m tests.authoring.changed_files FIRST_SEED HOW_MANY

Prints one line a seed whose file is not answered as promised, and at the end the figures.
"""

from __future__ import annotations

import resource
import sys
import time
import traceback
from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from progpro_tui.authoring.check import check
from progpro_tui.authoring.files import MOST_BYTES
from progpro_tui.authoring.shelf import bundled_folder
from progpro_tui.core.errors import InputError, Mistake
from progpro_tui.host.plugin_host import PluginHost
from progpro_tui.i18n.translator import Translator
from tests.authoring.changes import changed
from tests.memory import peak

MOST_SECONDS = 2.0
MOST_MEMORY = 512 * 1024 * 1024

FILES = sorted(bundled_folder().glob("*.yaml"))
ENGLISH, FRENCH = Translator("en"), Translator("fr")


def content_of(seed: int) -> tuple[str, bytes]:
    """The name of the bundled file that a seed changes, and what becomes of it."""
    random = Random(seed)
    # Large files take longer, and show nothing more.
    path = random.choices(FILES, [1 / file.stat().st_size ** 2 for file in FILES])[0]
    return path.stem, written(changed(_plain(path), random))


def _plain(path: Path) -> Any:
    if path not in _PLAIN:
        _PLAIN[path] = yaml.load(path.read_bytes(), yaml.CBaseLoader)
    return _PLAIN[path]


_PLAIN: dict[Path, Any] = {}


def written(root: Any) -> bytes:
    """The plain data as a file again."""

    class Dumper(yaml.CSafeDumper):
        def ignore_aliases(self, data: Any) -> bool:
            return True

    text: str = yaml.dump(root, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=1000)
    return text.encode("utf-8", "replace")


def faults_of(mistakes: tuple[Mistake, ...], file: str, content: bytes) -> Iterator[str]:
    """What is not as promised in what was said of a file."""
    lines = content.decode("utf-8", "replace").splitlines()
    for mistake in mistakes:
        place, sentences = mistake.place, (ENGLISH(mistake.what), FRENCH(mistake.what))
        if place.file != file or not 1 <= place.line <= len(lines) + 1:
            yield f"no such line: {place}"
        elif place.column < 1 or place.column > len(lines[place.line - 1 : place.line][0]) + 1:
            yield f"no such column: {place}"
        for sentence in sentences:
            if not sentence.strip() or len(sentence) > 600 or "Error" in sentence or "\n" in sentence:
                yield f"no sentence for an author: {sentence[:300]!r}"


def main(first: int, how_many: int) -> None:
    host = PluginHost()
    check(FILES[0], host)
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    slowest, refused = (0.0, 0), 0
    with TemporaryDirectory() as folder:
        path = Path(folder) / "changed.yaml"
        for seed in range(first, first + how_many):
            name, content = content_of(seed)
            path.write_bytes(content)
            started = time.process_time()
            try:
                mistakes = check(path, host).mistakes
            except InputError as error:
                print(f"{seed} {name}: no mistakes, but {error}")
                continue
            except Exception:
                print(f"{seed} {name}: {traceback.format_exc()}")
                continue
            seconds = time.process_time() - started
            slowest, refused = max(slowest, (seconds, seed)), refused + bool(mistakes)
            if seconds > MOST_SECONDS:
                print(f"{seed} {name}: {seconds:.2f} s for {len(content)} bytes")
            if not mistakes and len(content) > MOST_BYTES:
                print(f"{seed} {name}: {len(content)} bytes were read")
            for fault in faults_of(mistakes, str(path), content):
                print(f"{seed} {name}: {fault}")
    memory = peak() // 2**20
    print(f"figures: {refused} refused, {slowest[0]:.2f} s for seed {slowest[1]}, {memory} MiB at most")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
