"""A call for participants: prose under headings, and practical information under labels."""
