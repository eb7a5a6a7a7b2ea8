"""Proposals: what a machine thinks should be tagged. A person accepts, corrects or rejects each."""
