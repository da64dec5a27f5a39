"""What each finding of a profile says on the pages: one file a finding, for both voices."""
