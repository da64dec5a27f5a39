"""One screen a file; its style sheet has the same name."""
