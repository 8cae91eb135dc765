"""Who is meant: names, titles, descriptions and pronouns, and the participants that they refer to."""
