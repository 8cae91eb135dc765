"""The trained reader of attributions: words in numbers, windows, the network's two parts, and how their answers become attributions."""
