"""A project's page: numbered strands of work with their nested parts."""
