"""From a passphrase or a recovery code to the key of one dossier."""
