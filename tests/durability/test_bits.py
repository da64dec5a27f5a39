"""Every byte cut and every bit flipped of a small store: an exact beginning, or it is noticed."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from progpro_tui.core.errors import StoreDamaged, StoreError, StoreTooNew, WrongPassphrase
from progpro_tui.storage import journal_storage
from progpro_tui.storage.envelope import ObjectKey
from progpro_tui.storage.journal import SNAPSHOT, Journal, Replay
from progpro_tui.storage.keys.keyring import keyrings
from progpro_tui.storage.lock import HOLDER, LOCK
from progpro_tui.storage.vault import Vault
from progpro_tui.testing.practice import CHEAP
from progpro_tui.workspace.workspace import Workspace
from tests.durability.forms import Figures, forms
from tests.durability.ledger import everything
from tests.durability.session import OTHER
from tests.durability.tampering import SmallStore, TamperedFs, cuts, flips
from tests.durability.writer import SMALL

REFUSED = (StoreDamaged, StoreTooNew)


@pytest.fixture
def store(memory: Path, monkeypatch: pytest.MonkeyPatch) -> SmallStore:
    monkeypatch.setattr(journal_storage, "ENOUGH", journal_storage.ENOUGH)
    return SmallStore(memory / "practice")


def replayed(folder: Path, key: ObjectKey, instead: Mapping[Path, bytes]) -> Replay | None:
    """What a database holds with these files; none where it cannot be opened at all."""
    try:
        return Journal(folder, key, TamperedFs(instead), "name").open()
    except REFUSED:
        return None


def is_beginning(found: Replay, whole: Replay) -> bool:
    """Whether nothing stands in it but the first of what was written."""
    count = len(found.records)
    return found.snapshot == whole.snapshot and found.records == whole.records[:count]


@pytest.mark.parametrize("every", forms(7, 1))
def test_databases_cut_and_flipped(store: SmallStore, figures: Figures, every: int) -> None:
    changed = told = 0
    for folder, key in store.databases():
        whole = replayed(folder, key, {})
        assert whole is not None
        assert whole.damage == whole.torn == ""
        names = sorted(path.name for path in folder.iterdir())
        last = max((name for name in names if name != SNAPSHOT), default="")
        for name in names:
            content = store.files[folder / name]
            for what, instead in itertools.chain(cuts(content, every), flips(content, every)):
                found = replayed(folder, key, {folder / name: instead})
                changed += 1
                told += found is None or bool(found.damage or found.torn)
                if found is None:
                    continue
                assert is_beginning(found, whole), (name, what)
                said = found.damage or found.torn
                # A journal that ends with a whole record is all there ever was of it.
                ends = what.startswith("cut") and name == last
                assert said or found == whole or ends, (name, what)
    figures(changes=changed, told=told, wrong=0)


@pytest.mark.parametrize("every", forms(5, 1))
def test_the_keyring_cut_and_flipped(store: SmallStore, figures: Figures, every: int) -> None:
    """One copy is damaged: the other serves. Both are: it is noticed."""
    first, second = keyrings(store.folder)
    content, changed = store.files[first], 0
    assert store.files[second] == content
    for what, instead in itertools.chain(cuts(content, every), flips(content, every)):
        changed += 1
        for path in (first, second):
            one = Vault(store.folder, TamperedFs({path: instead}))
            one.unlock(OTHER)
        both = Vault(store.folder, TamperedFs({first: instead, second: instead}))
        try:
            both.unlock(OTHER)
        except REFUSED:
            continue
        assert instead.strip() == content.strip(), what
    figures(changes=changed, wrong=0)


@pytest.mark.parametrize("every", forms(11, 1))
def test_key_tables_cut_and_flipped(store: SmallStore, figures: Figures, every: int) -> None:
    """One copy is damaged: the other serves. Both are: it is noticed."""
    first, second = sorted(store.folder.glob("keys.*"))
    changed = 0
    for path in (first, second):
        content = store.files[path]
        for what, instead in itertools.chain(cuts(content, every), flips(content, every)):
            changed += 1
            assert everything(store.opened({path: instead})) == store.kept, what
            with pytest.raises(REFUSED):
                store.opened({first: instead, second: instead})
    figures(changes=changed, wrong=0)


@pytest.mark.parametrize("every", forms(23, 1))
def test_an_instrument_cut_and_flipped(store: SmallStore, figures: Figures, every: int) -> None:
    (path,) = (store.folder / "instruments").iterdir()
    content, changed, fs = store.files[path], 0, TamperedFs()
    workspace = Workspace(store.folder, kdf=CHEAP, fs=fs)
    workspace.unlock(OTHER)
    for what, instead in itertools.chain(cuts(content, every), flips(content, every)):
        changed += 1
        fs.instead = {path: instead}
        with pytest.raises(REFUSED):
            pytest.fail(f"{what}: {workspace.repository.instrument(SMALL.hash)}")
    figures(changes=changed, wrong=0)


def same_or_refused(store: SmallStore, instead: Mapping[Path, bytes], what: object) -> bool:
    """Whether it was refused; nothing else may come of it than what was kept."""
    try:
        workspace = store.opened(instead)
        found = everything(workspace)
        instrument = workspace.repository.instrument(SMALL.hash)
    except (*REFUSED, WrongPassphrase):
        return True
    assert found == store.kept, what
    assert instrument == replace(SMALL, settings=instrument.settings), what
    return False


def test_any_two_files_exchanged_are_refused(store: SmallStore, figures: Figures) -> None:
    pairs = refused = 0
    for one, other in itertools.combinations(store.files, 2):
        instead = {one: store.files[other], other: store.files[one]}
        pairs += 1
        was_refused = same_or_refused(store, instead, (one, other))
        refused += was_refused
        if "dossiers" in one.parts and "dossiers" in other.parts:
            assert was_refused, (one, other)
    figures(pairs=pairs, refused=refused, wrong=0)


def test_files_of_another_practice_are_refused(store: SmallStore, memory: Path) -> None:
    other = SmallStore(memory / "other")
    for path in store.files:
        twins = [
            content
            for twin, content in other.files.items()
            if twin.parent.relative_to(other.folder) == path.parent.relative_to(store.folder)
            and twin.name.split(".")[:2] == path.name.split(".")[:2]
        ]
        for content in twins:
            if "dossiers" in path.parts or path.name == "keyring":
                assert same_or_refused(store, {path: content}, path), path
            else:
                same_or_refused(store, {path: content}, path)


@pytest.mark.parametrize("changes", forms(30, 3000))
def test_a_damaged_practice_is_used_all_the_same(
    store: SmallStore, memory: Path, figures: Figures, changes: int
) -> None:
    """One bit of one file, anywhere: each dossier is as it was, or its damage is named, for good."""
    chance, named = Random(6), 0
    store.workspace.lock.release()
    for _ in range(changes):
        path = chance.choice(sorted(store.files))
        content = bytearray(store.files[path])
        place, bit = chance.randrange(len(content)), chance.randrange(8)
        content[place] ^= 1 << bit
        path.write_bytes(content)
        for opening in (1, 2):  # what an opening writes must not hide the damage from the next one
            workspace = Workspace(store.folder, kdf=CHEAP)
            try:
                workspace.unlock(OTHER)
                found = everything(workspace)
                told = opening == 2 or bool(workspace.repository.databases.notices)
                assert found == store.kept or told, (path, place, bit)
            except (StoreError, WrongPassphrase):
                named += 1
            workspace.close()
        restore(store)
    figures(changes=changes, named=named, wrong=0)


def restore(store: SmallStore) -> None:
    """Every file as it was."""
    for path in store.folder.rglob("*"):
        if path.is_file() and path not in store.files and path.name not in (LOCK, HOLDER):
            path.unlink()
    for path, content in store.files.items():
        path.write_bytes(content)
