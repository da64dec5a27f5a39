"""The guide: every example is run, the tables are fresh, the two languages say the same."""
