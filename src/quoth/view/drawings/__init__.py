"""The desk's pictures as coordinates. Pure geometry; templates draw it."""
