"""Keys: slots, recovery codes, the keyring and the key table."""

from __future__ import annotations

import itertools
import json
import random
from dataclasses import replace
from pathlib import Path

import pytest

from progpro_tui.core.errors import InputError, StoreDamaged, StoreError, StoreTooNew
from progpro_tui.storage.envelope import FORMAT, ObjectKey
from progpro_tui.storage.fs import Fs
from progpro_tui.storage.keys.kdf import FLOOR, MOST_MEMORY, Kdf, calibrated
from progpro_tui.storage.keys.key_table import KeyTable, copies, read_key_table
from progpro_tui.storage.keys.keyring import FILE, Keyring, keep_keyring, keyrings, read_keyring
from progpro_tui.storage.keys.recovery_code import ALPHABET, looks_like_code, new_code, random_part
from progpro_tui.storage.keys.slots import new_slot
from progpro_tui.testing.practice import CHEAP

STORE, KEY = b"s" * 16, b"k" * 32


# -- recovery codes ---------------------------------------------------------------------------------


def test_a_code_is_read_as_hands_write_it() -> None:
    code = new_code()
    assert [len(group) for group in code.split()] == [4] * 7
    part = random_part(code)
    assert len(part) * 5 >= 128
    spelt = code.lower().replace("0", "o").replace("1", "l").replace(" ", "-")
    assert random_part(spelt) == part
    assert looks_like_code(spelt)
    assert not looks_like_code("tambour orage cerise boussole")


def test_any_slip_of_two_letters_is_found() -> None:
    chance = random.Random(1)
    code = new_code().replace(" ", "")
    for one in range(len(code)):
        for letter in ALPHABET:
            if letter != code[one]:
                with pytest.raises(InputError):
                    random_part(code[:one] + letter + code[one + 1 :])
    for one, two in itertools.combinations(range(len(code)), 2):
        swapped = list(code)
        swapped[one], swapped[two] = code[two], code[one]
        changed = list(code)
        changed[one] = chance.choice(ALPHABET.replace(code[one], ""))
        changed[two] = chance.choice(ALPHABET.replace(code[two], ""))
        for slip in (swapped, changed):
            if slip != list(code):  # two alike exchanged are no slip
                with pytest.raises(InputError):
                    random_part("".join(slip))


@pytest.mark.parametrize("typed", ["", "AAAA", "é" * 28, "0" * 27, "U" * 28])
def test_what_is_no_code_is_refused(typed: str) -> None:
    with pytest.raises(InputError):
        random_part(typed)


# -- derivation -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "kdf",
    [
        Kdf(MOST_MEMORY + 1, 1, 1),
        Kdf(64, 10**6, 1),
        Kdf(2**16, 1, 200),
        Kdf(64, 0, 1),
        Kdf(7, 1, 1),
        Kdf(64, 1, -1),
    ],
)
def test_costs_that_would_hang_the_machine_are_damage(kdf: Kdf) -> None:
    with pytest.raises(StoreDamaged):
        kdf.derive(b"secret", bytes(16))


def test_argon2id_is_the_one_of_the_standard() -> None:
    """A known answer of the reference implementation (phc-winner-argon2, src/test.c)."""
    derived = Kdf(2**16, 2, 1).derive(b"password", b"somesalt")
    assert derived.hex() == "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"


def test_calibration_never_goes_under_the_floor(monkeypatch: pytest.MonkeyPatch) -> None:
    slow = {"seconds": 5.0}
    monkeypatch.setattr("progpro_tui.storage.keys.kdf._seconds", lambda _: slow["seconds"])
    assert calibrated() == FLOOR
    slow["seconds"] = 0.1
    quick = calibrated()
    assert quick.memory > FLOOR.memory
    assert quick.passes > FLOOR.passes
    quick.check("x")


# -- slots and keyring ------------------------------------------------------------------------------


def keyring() -> tuple[Keyring, str]:
    code = new_code()
    slots = (new_slot("passphrase", "sept mots", CHEAP), new_slot("recovery", code, None))
    sealed = tuple(slot.with_key(STORE, 1, KEY) for slot in slots)
    return Keyring(STORE, "Cabinet Horizon", 1, sealed).signed(KEY), code


def test_each_slot_opens_to_its_own_secret_only() -> None:
    made, code = keyring()
    by_words, by_code = made.slots
    assert by_words.opened_by("sept mots", STORE, 1) == KEY
    assert by_code.opened_by(code.lower(), STORE, 1) == KEY
    assert by_words.opened_by("huit mots", STORE, 1) is None
    assert by_code.opened_by(new_code(), STORE, 1) is None
    assert by_words.opened_by("sept mots", STORE, 2) is None
    assert by_words.opened_by("sept mots", b"t" * 16, 1) is None


def test_a_slot_takes_a_new_store_key_without_its_secret() -> None:
    made, _ = keyring()
    slot = made.slots[0].with_key(STORE, 2, b"n" * 32)
    assert slot.opened_by("sept mots", STORE, 2) == b"n" * 32


def test_a_slot_that_somebody_put_in_is_noticed() -> None:
    made, _ = keyring()
    stranger = new_slot("passphrase", "stranger", CHEAP)
    for changed in (replace(made, slots=(*made.slots, stranger)), replace(made, demo=True)):
        assert not changed.is_signed_by(KEY)
    assert made.is_signed_by(KEY)


def test_a_keyring_comes_back_and_every_damage_of_it_is_told(tmp_path: Path) -> None:
    made, _ = keyring()
    keep_keyring(tmp_path, made, Fs())
    assert read_keyring(tmp_path, Fs()) == made
    (tmp_path / "keyring.copy").unlink()  # which would serve in its place
    whole = (tmp_path / FILE).read_bytes()
    for place in range(len(whole)):
        for content in (whole[:place], whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :]):
            (tmp_path / FILE).write_bytes(content)
            try:
                assert read_keyring(tmp_path, Fs()) == made  # a blank between two words
            except (StoreDamaged, StoreTooNew):
                continue


@pytest.mark.parametrize("change", [{"memory": 2**30}, {"kdf": "scrypt"}, {"salt": "x"}])
def test_a_keyring_of_wild_costs_is_damage(tmp_path: Path, change: dict[str, object]) -> None:
    import hashlib

    keep_keyring(tmp_path, keyring()[0], Fs())
    data = json.loads((tmp_path / FILE).read_bytes())
    data["slots"][0].update(change)
    del data["sha256"]
    compact = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    data["sha256"] = hashlib.sha256(compact.encode()).hexdigest()
    for path in keyrings(tmp_path):
        path.write_text(json.dumps(data))
    with pytest.raises(StoreDamaged):
        read_keyring(tmp_path, Fs())


def test_a_keyring_of_a_newer_version_says_so(tmp_path: Path) -> None:
    keep_keyring(tmp_path, keyring()[0], Fs())
    data = json.loads((tmp_path / FILE).read_bytes())
    for path in keyrings(tmp_path):
        path.write_text(json.dumps({**data, "reader": FORMAT + 1}))
    with pytest.raises(StoreTooNew):
        read_keyring(tmp_path, Fs())


# -- key table --------------------------------------------------------------------------------------

STORE_KEY = ObjectKey(KEY, STORE, "keys")


def table(folder: Path) -> KeyTable:
    made = KeyTable(folder, STORE_KEY, 1, {}, Fs())
    made.add("practice", "d1")
    return made


def read(folder: Path) -> KeyTable:
    return read_key_table(folder, STORE_KEY, 1, Fs())


def test_keys_come_back_and_are_destroyed_in_both_copies(tmp_path: Path) -> None:
    made = table(tmp_path)
    assert {name: read(tmp_path)[name] for name in read(tmp_path)} == {
        name: made[name] for name in ("practice", "d1")
    }
    assert len({made[name].secret for name in made}) == 2
    read(tmp_path).destroy("d1")
    for copy in copies(tmp_path, 1):
        other = next(each for each in copies(tmp_path, 1) if each != copy)
        kept = copy.read_bytes()
        copy.unlink()
        assert "d1" not in read(tmp_path), other
        copy.write_bytes(kept)
    with pytest.raises(StoreDamaged):
        read(tmp_path)["d1"]


@pytest.mark.parametrize("copy", [0, 1])
@pytest.mark.parametrize("content", [b"", b"gone", None])
def test_one_damaged_copy_is_no_loss(tmp_path: Path, copy: int, content: bytes | None) -> None:
    made = table(tmp_path)
    path = copies(tmp_path, 1)[copy]
    if content is None:
        path.unlink()
    else:
        path.write_bytes(content)
    again = read(tmp_path)
    assert again["d1"] == made["d1"]
    again.add("d2")
    assert "d2" in read(tmp_path)


def test_the_copy_of_the_higher_sequence_wins(tmp_path: Path) -> None:
    made = table(tmp_path)
    older = [path.read_bytes() for path in copies(tmp_path, 1)]
    made.add("d2")
    for path, content in zip(copies(tmp_path, 1), older, strict=True):
        newer = path.read_bytes()
        path.write_bytes(content)
        assert "d2" in read(tmp_path)
        path.write_bytes(newer)


def test_two_damaged_copies_are_told(tmp_path: Path) -> None:
    table(tmp_path)
    for path in copies(tmp_path, 1):
        path.write_bytes(b"gone")
    with pytest.raises(StoreError, match="no dossier opens"):
        read(tmp_path)
