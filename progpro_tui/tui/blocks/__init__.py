"""The blocks of a document in text cells, one file for each that is more than words."""
