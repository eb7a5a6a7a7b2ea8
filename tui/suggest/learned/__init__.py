"""The model that learns from what was tagged: a CRF over characters."""
