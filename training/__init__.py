"""How the trained reader's weights are made. Needs PyTorch, which the package never does."""
