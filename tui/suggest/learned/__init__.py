"""The learned proposer: a CRF over characters, trained on finished articles."""
