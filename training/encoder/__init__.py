"""How the weights of the statement encoder are made."""
