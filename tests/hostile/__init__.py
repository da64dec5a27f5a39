"""Words meant to harm: through the screens, the files and the tables of the program."""
