"""``python -m progpro_tui``: the same as ``progpro``."""

from progpro_tui.cli.main import main

main()
