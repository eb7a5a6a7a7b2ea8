"""Progress, agreement, consistency and the ledger."""
