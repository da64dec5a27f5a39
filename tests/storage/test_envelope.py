"""The envelope: what it seals comes back, and only to its own object, kind and store."""

from __future__ import annotations

import pytest

from progpro_tui.core.errors import StoreDamaged, StoreTooNew
from progpro_tui.storage.envelope import FORMAT, ObjectKey, seal, unseal

KEY = ObjectKey(b"k" * 32, b"s" * 16, "d1")


def test_a_content_comes_back_with_its_sequence_and_is_not_to_be_read() -> None:
    sealed = seal(KEY, "head", b"Delorme, Amina", 7)
    assert unseal(KEY, "head", sealed, "x") == (7, b"Delorme, Amina")
    assert b"Delorme" not in sealed
    assert seal(KEY, "head", b"same") != seal(KEY, "head", b"same")


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        (ObjectKey(b"k" * 32, b"s" * 16, "d2"), "head"),
        (ObjectKey(b"k" * 32, b"t" * 16, "d1"), "head"),
        (ObjectKey(b"l" * 32, b"s" * 16, "d1"), "head"),
        (KEY.part("run"), "head"),
        (KEY, "tail"),
    ],
)
def test_no_file_stands_in_the_place_of_another(key: ObjectKey, kind: str) -> None:
    sealed = seal(KEY, "head", b"content")
    with pytest.raises(StoreDamaged):
        unseal(key, kind, sealed, "x")


def test_a_header_with_the_right_words_and_another_key_is_refused() -> None:
    """Who knows the names of an object still cannot make a file of it."""
    stranger = ObjectKey(b"x" * 32, KEY.store, KEY.name)
    with pytest.raises(StoreDamaged):
        unseal(KEY, "head", seal(stranger, "head", b"content"), "x")


def test_every_byte_counts() -> None:
    sealed = seal(KEY, "head", b"content", 3)
    for place in range(len(sealed)):
        for bit in (1, 128):
            with pytest.raises((StoreDamaged, StoreTooNew)):
                unseal(KEY, "head", _flipped(sealed, place, bit), "x")
        with pytest.raises((StoreDamaged, StoreTooNew)):
            unseal(KEY, "head", sealed[:place], "x")


def test_a_newer_format_says_so() -> None:
    sealed = seal(KEY, "head", b"content")
    newer = sealed[:10] + (FORMAT + 1).to_bytes(2) + sealed[12:]
    with pytest.raises(StoreTooNew):
        unseal(KEY, "head", newer, "x")


def _flipped(content: bytes, place: int, bit: int) -> bytes:
    return content[:place] + bytes([content[place] ^ bit]) + content[place + 1 :]
