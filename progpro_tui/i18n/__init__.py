"""Words of the program in French and English: catalogues, plurals, dates, numbers."""
