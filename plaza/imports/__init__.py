"""Documents in, reviewed drafts, then the same actions as people use."""
