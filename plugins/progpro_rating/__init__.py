"""Rating scales: one item after the other, each on a scale of labelled points."""
