"""A practice against a model of it: whatever is done in whatever order, with whatever failing."""

from __future__ import annotations

import errno
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from progpro_tui.core.answers import Given
from progpro_tui.core.dossier import Dossier, Note
from progpro_tui.core.errors import StoreError
from progpro_tui.storage import journal_storage
from progpro_tui.storage.keys.recovery_code import new_code
from progpro_tui.testing.practice import CHEAP, PASSPHRASE, let_go, new_practice
from progpro_tui.workspace.erasing import erase
from progpro_tui.workspace.workspace import Workspace
from tests.durability.forms import Figures
from tests.durability.ledger import Key, everything, head
from tests.durability.lossy import LossyFs
from tests.durability.session import ENOUGH
from tests.durability.writer import SMALL, run_record
from tests.storage.faulty import Killed
from tests.support import answered

DOSSIERS = st.sampled_from(["d1", "d2"])
NOTES = st.sampled_from(["n1", "n2"])
RUNS = st.sampled_from(["run1", "run2"])
STEPS = st.lists(st.sampled_from([f"q{number}" for number in range(5)]), min_size=1, max_size=5)
SECRETS = st.sampled_from([PASSPHRASE, "une autre phrase", "encore une autre"])
FAULT = st.tuples(st.integers(0, 12), st.sampled_from([0, errno.EIO, errno.ENOSPC]))
FAULTS = st.one_of(st.none(), st.none(), st.none(), FAULT)
"""Nothing, or so many calls later something fails: by an error, or by the end of everything (0)."""
LATER_FAULTS = st.one_of(st.none(), st.tuples(st.integers(0, 80), st.sampled_from([0, errno.EIO])))
"""The same for what takes many calls."""
SEEDS = st.integers(0, 2**32)

CODE = new_code()
PROFILE = answered(SMALL, {"r1": 4}).profile()


class Practice(RuleBasedStateMachine):
    """``kept`` is what was acknowledged; ``doubt`` what may stand there instead, since it failed."""

    template: Path
    counted: Counter[str]
    disk: type[LossyFs] = LossyFs

    def __init__(self) -> None:
        super().__init__()
        self.place = Path(tempfile.mkdtemp(dir=self.template.parent))
        self.folder = self.place / "practice"
        shutil.copytree(self.template, self.folder)
        self.kept: dict[Key, str] = {}
        self.doubt: dict[Key, str | None] = {}
        self.heads: dict[str, tuple[str, ...]] = {}
        self.secrets, self.codes = {PASSPHRASE}, {CODE}
        self.written = 0
        self.start()
        for dossier in ("d1", "d2"):
            self.keep_head(dossier, (), None)
            self.keep_head(dossier, ("run1",), None, begun="run1")

    def teardown(self) -> None:
        self.crash(seed=0)
        self.workspace.close()
        shutil.rmtree(self.place)

    # -- what is done ---------------------------------------------------------------------------

    @rule(dossier=DOSSIERS, fault=FAULTS)
    def keep_a_dossier(self, dossier: str, fault: tuple[int, int] | None) -> None:
        self.keep_head(dossier, self.heads.get(dossier, ()), fault)

    @rule(dossier=DOSSIERS, run=RUNS, fault=FAULTS)
    def begin_a_run(self, dossier: str, run: str, fault: tuple[int, int] | None) -> None:
        if dossier in self.heads and run not in self.heads[dossier]:
            self.keep_head(dossier, (*self.heads[dossier], run), fault, begun=run)

    @rule(dossier=DOSSIERS, run=RUNS, steps=STEPS, fault=FAULTS)
    def answer(self, dossier: str, run: str, steps: list[str], fault: tuple[int, int] | None) -> None:
        """Some answers, of which the last may fail."""
        for left, step in reversed(list(enumerate(steps))):
            if run in self.heads.get(dossier, ()) and ("profile", dossier, run) not in self.kept:
                self.keep_answer(dossier, run, step, None if left else fault)

    @rule(dossier=DOSSIERS, run=RUNS, fault=FAULTS)
    def finish(self, dossier: str, run: str, fault: tuple[int, int] | None) -> None:
        if run in self.heads.get(dossier, ()):
            keep = self.workspace.repository.keep_profile
            self.do(("profile", dossier, run), "made", lambda: keep(dossier, run, PROFILE), fault)

    @rule(dossier=DOSSIERS, note=NOTES, fault=FAULTS)
    def note(self, dossier: str, note: str, fault: tuple[int, int] | None) -> None:
        if dossier in self.heads:
            made = Note(note, "", self.words())
            keep = self.workspace.repository.keep_note
            self.do(("note", dossier, note), made.words, lambda: keep(dossier, made), fault)

    @rule(secret=SECRETS, fault=FAULTS)
    def change_the_passphrase(self, secret: str, fault: tuple[int, int] | None) -> None:
        self.secrets.add(secret)
        if self.does(lambda: self.workspace.vault.change_passphrase(secret), fault):
            self.secrets = {secret}

    @rule(fault=FAULTS)
    def change_the_recovery_code(self, fault: tuple[int, int] | None) -> None:
        code = new_code()
        self.codes.add(code)
        if self.does(lambda: self.workspace.vault.change_recovery_code(code), fault):
            self.codes = {code}

    @rule(dossier=DOSSIERS, fault=LATER_FAULTS)
    def erase(self, dossier: str, fault: tuple[int, int] | None) -> None:
        """Whatever was refused, or cut short, is finished by the next opening, or was not begun."""
        if dossier not in self.heads:
            return
        for key in [key for key in self.kept if key[1] == dossier]:
            self.doubt[key] = None
        if fault is not None:
            self.fs.fail_in, self.fs.code = fault
        try:
            erase(self.workspace, dossier)
        except StoreError:
            self.counted["refused"] += 1
        except Killed:
            self.crash(self.written)
            return
        else:
            self.counted["erased"] += 1
            self.kept = {key: value for key, value in self.kept.items() if key[1] != dossier}
            assert everything(self.workspace) == self.kept
        self.fs.fail_in = None
        self.workspace.close()
        self.start()
        left = {key for key in self.kept if key[1] == dossier}
        assert self.workspace.vault.has_key(dossier) is bool(left), "all of it, or nothing"

    @rule(fault=FAULTS)
    def rotate(self, fault: tuple[int, int] | None) -> None:
        self.does(self.workspace.vault.rotate, fault)

    @rule(fault=FAULTS)
    def close_and_open(self, fault: tuple[int, int] | None) -> None:
        """Journals become snapshots."""
        if self.does(self.workspace.close, fault):
            self.start()

    @rule(seed=SEEDS)
    def crash(self, seed: int) -> None:
        """The power fails; the disk keeps what it must, and of the rest what it likes."""
        self.counted["crashes"] += 1
        self.fs.crash(Random(seed))
        self.workspace.lock.release()
        self.start()

    # -- how it is done, and what must hold ------------------------------------------------------

    def keep_head(
        self, dossier: str, runs: tuple[str, ...], fault: tuple[int, int] | None, begun: str = ""
    ) -> None:
        made = Dossier(dossier, self.words(), "bilan", "", "", tuple(map(run_record, runs)))
        repository = self.workspace.repository

        def keep() -> None:
            if begun:
                repository.keep_instrument(SMALL)
                repository.begin_run(dossier, begun)
            repository.keep_dossier(made)

        self.do(("head", dossier), head(made.person, list(runs)), keep, fault)

    def keep_answer(self, dossier: str, run: str, step: str, fault: tuple[int, int] | None) -> None:
        words = self.words() * 9
        keep = self.workspace.repository.keep_answer
        key = ("answer", dossier, run, step)
        self.do(key, words, lambda: keep(dossier, run, Given(step, words)), fault)

    def words(self) -> str:
        self.written += 1
        return f"words {self.written} "

    def do(self, key: Key, value: str, act: Callable[[], None], fault: tuple[int, int] | None) -> None:
        """Something that is acknowledged when it returns."""
        self.doubt[key] = value
        if self.does(act, fault):
            self.counted["acknowledged"] += 1
            self.kept[key] = value
            # What failed before in the same database is decided: a later segment wins.
            for each in [each for each in self.doubt if database(each) == database(key)]:
                del self.doubt[each]
            self.note_heads()

    def does(self, act: Callable[[], object], fault: tuple[int, int] | None) -> bool:
        """Whether it succeeded. One that was refused has changed nothing that can be seen."""
        if fault is not None:
            self.fs.fail_in, self.fs.code = fault
        try:
            act()
        except StoreError:
            self.counted["refused"] += 1
            self.fs.fail_in = None
            assert everything(self.workspace) == self.kept
            return False
        except Killed:
            self.crash(self.written)
            return False
        self.fs.fail_in = None
        return True

    def start(self) -> None:
        """Open the practice by the one passphrase in force, and compare all that is there."""
        self.fs = self.disk(self.folder)
        self.workspace = Workspace(self.folder, kdf=CHEAP, fs=self.fs)
        opening = {secret for secret in self.secrets if self.workspace.vault.accepts(secret)}
        assert len(opening) == 1, "one passphrase opens it, and no other"
        self.secrets = opening
        self.codes = {code for code in self.codes if self.workspace.vault.accepts_code(code)}
        assert len(self.codes) == 1, "one recovery code opens it, and no other"
        self.workspace.unlock(*opening)
        assert self.workspace.vault.frozen is None
        found = everything(self.workspace)
        for key in {*self.kept, *self.doubt, *found}:
            allowed = [self.kept.get(key), self.doubt.get(key, self.kept.get(key))]
            assert found.get(key) in allowed, key
        self.kept, self.doubt = found, {}
        self.note_heads()

    def note_heads(self) -> None:
        repository = self.workspace.repository
        self.heads = {
            dossier.id: tuple(run.id for run in dossier.runs) for dossier in repository.dossiers()[0]
        }


def database(key: Key) -> tuple[str, ...]:
    """Which database something stands in."""
    return ("head", key[1]) if key[0] in {"head", "note"} else key[1:3]


class ForgetfulDisk(LossyFs):
    """Has nothing for sure that was ever synced."""

    def sync(self, descriptor: int) -> None:
        return


class Forgetful(Practice):
    """The same on a disk that forgets."""

    disk = ForgetfulDisk


@pytest.fixture
def template(memory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty practice, in which journals soon become snapshots."""
    monkeypatch.setattr(journal_storage, "ENOUGH", ENOUGH)
    Practice.template, Practice.counted = memory / "template", Counter()
    made = new_practice(Practice.template)
    made.vault.change_recovery_code(CODE)
    made.close()
    let_go()


def play(practice: type[Practice], sequences: int, steps: int) -> None:
    run_state_machine_as_test(
        practice,
        settings=settings(
            max_examples=sequences,
            stateful_step_count=steps,
            deadline=None,
            database=None,
            derandomize=sequences < 100,  # make test is the same each time
            suppress_health_check=list(HealthCheck),
            phases=[Phase.generate] if practice is Forgetful else list(Phase),
        ),
    )


@pytest.mark.usefixtures("template")
@pytest.mark.parametrize(
    ("sequences", "steps"),
    [
        pytest.param(20, 20, id="short"),
        pytest.param(2000, 50, id="long", marks=pytest.mark.torture),
    ],
)
def test_a_practice_and_its_model(figures: Figures, sequences: int, steps: int) -> None:
    play(Practice, sequences, steps)
    figures(sequences=sequences, steps=steps, **Practice.counted, lost=0)


@pytest.mark.usefixtures("template")
def test_the_model_notices_a_disk_that_forgets() -> None:
    """A test of the test above."""
    with pytest.raises((AssertionError, StoreError)):
        play(Forgetful, 10, 20)


@pytest.mark.usefixtures("template")
@pytest.mark.parametrize("at", range(4))
@pytest.mark.parametrize("seed", range(4))
def test_what_a_disk_refused_once_lasts_when_it_is_done_again(at: int, seed: int) -> None:
    """A folder whose sync failed stands there, and would be gone after a power cut."""
    practice = Practice()
    practice.begin_a_run("d2", "run2", (at, errno.EIO))
    practice.begin_a_run("d2", "run2", None)
    practice.crash(seed)
    assert "run2" in practice.heads["d2"]
    practice.teardown()


def test_a_folder_that_is_made_anew_holds_nothing_of_the_one_before(tmp_path: Path) -> None:
    """A test of the disk: it is to lose whatever a real one may, and nothing else."""
    for seed in range(20):
        root = tmp_path / str(seed)
        folder, before, after = root / "folder", root / "folder" / "before", root / "folder" / "after"
        folder.mkdir(parents=True)
        before.write_text("before")
        fs = LossyFs(root)
        fs.clear_away(folder)
        fs.sync_folder(root)
        fs.make_folder(folder)
        fs.write_new(after, b"after")
        fs.crash(Random(seed))
        assert not before.exists()
        assert folder.is_dir()
