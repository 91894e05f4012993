"""Mail: every letter is a row in the outbox before it leaves."""
