"""Which keys arrive in real terminals."""
