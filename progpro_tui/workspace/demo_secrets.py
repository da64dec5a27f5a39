"""What opens the demonstration: printed for everyone, so no secret. Read by starts that make none."""

from __future__ import annotations

from typing import Final

CODE = "2468"
"""The counsellor's code of the demonstration."""

PASSPHRASE = "tambour orage cerise boussole laine falaise grillon"  # noqa: S105 - printed, it keeps no secret
"""The passphrase of the demonstration."""

DEMO_ASKED: Final = 64
"""The exit code by which the app asks for the demonstration to be opened in its place."""
