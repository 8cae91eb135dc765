"""How the weights of the pair reader are made: what it learns from, its network, its training, and what the package ships."""
