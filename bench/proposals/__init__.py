"""How good proposals are, after how many tagged articles."""
