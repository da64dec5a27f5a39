"""The copies of instruments that were answered: one of each content, sealed, outside the dossiers."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING

from progpro_tui.core.errors import StoreError
from progpro_tui.storage.damage import damaged
from progpro_tui.storage.envelope import ObjectKey, seal, unseal
from progpro_tui.storage.records import built, to_data
from progpro_tui.storage.vault import PRACTICE, Vault

if TYPE_CHECKING:  # a start reads none
    from progpro_tui.core.instrument import Instrument

INSTRUMENT = "instrument"


class Copies:
    """Those of one vault, each in a file named by its hash. Everything raises :class:`StoreError`."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._fs = vault.fs
        self._folder = vault.folder / "instruments"

    def keep(self, instrument: Instrument) -> None:
        """Keep a copy, where there is none yet."""
        self._vault.must_write()
        path = self._folder / instrument.hash
        if not path.exists():
            self._fs.make_folder(path.parent)
            content = json.dumps(to_data(instrument), ensure_ascii=False, separators=(",", ":"))
            sealed = seal(
                self._key(instrument.hash), INSTRUMENT, content.encode("utf-8", "surrogatepass")
            )
            try:
                self._fs.replace(path, sealed)
            except StoreError:
                with suppress(OSError):  # it may stand there and not last: the next try writes it anew
                    self._fs.unlink(path)
                raise

    def get(self, content_hash: str) -> Instrument:
        """The copy that was answered, its settings as plain data."""
        from progpro_tui.core.instrument import Instrument

        key, name = self._key(content_hash), content_hash[:12]
        try:
            sealed = self._fs.read(self._folder / content_hash)
        except FileNotFoundError:
            raise damaged(name) from None
        _, content = unseal(key, INSTRUMENT, sealed, name)
        return built(json.loads(content), Instrument, name)

    def _key(self, content_hash: str) -> ObjectKey:
        return self._vault.key(PRACTICE).part(content_hash)
