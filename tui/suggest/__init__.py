"""Proposals: what a machine thinks should be tagged. A person accepts, corrects or refuses each."""

from tui.suggest.proposal import Proposal, Refusal, open_proposals
from tui.suggest.rules import by_rule

__all__ = ["Proposal", "Refusal", "by_rule", "open_proposals"]
