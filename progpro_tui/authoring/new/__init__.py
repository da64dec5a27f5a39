"""The first file of a new questionnaire: what its author says, made into one that passes its checks."""
