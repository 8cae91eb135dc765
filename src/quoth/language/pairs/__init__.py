"""What a network reads of two texts at once: whether they say the same. Its weights lie in ``weights/``, with their model card."""
