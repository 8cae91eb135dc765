"""Where a paragraph tells of contacts: by verbs, by nouns, and by "it" where that says who asked for one."""

from __future__ import annotations

from collections.abc import Iterator

from quoth.extract.contact.invitations import told_by_invitation, told_by_inviting
from quoth.extract.contact.nouns import told_by_noun
from quoth.extract.contact.parties import Ground, parties_of, side_of
from quoth.extract.contact.telling import BY_MEANS, PASSES, Telling
from quoth.extract.contact.verbs import told_by_means, told_by_verb, word_of
from quoth.lexicon.contacts import contact_words
from quoth.syntax import Paragraph, Token

BEGINNING = frozenset({"ask", "request", "initiate", "call", "ring", "phone", "telephone"})
"""What who began a contact did, in "it was Dolan who asked"."""


def find_tellings(ground: Ground) -> Iterator[Telling]:
    """The tellings of a paragraph in order of their words."""
    nouns, means = contact_words("noun"), contact_words("means")
    used: set[int] = set()
    for token in ground.paragraph.tokens:
        if token.index in used:
            continue
        telling = None
        acts = token.pos == "VERB" and token.dep != "amod"  # not "approaching drivers"
        word = word_of(ground.paragraph, token) if acts or _shakes_hands(ground.paragraph, token) else None
        if word is not None:
            telling = told_by_verb(ground, token, word)
        elif token.pos == "VERB" and token.lemma == "invite":
            telling = told_by_inviting(ground, token)
        elif token.pos == "NOUN" and token.lemma == "invitation":
            telling = told_by_invitation(ground, token)
        elif token.pos == "NOUN" and token.lemma in nouns and token.dep != "compound" and not _is_name(ground, token):
            telling = told_by_noun(ground, token, nouns[token.lemma])
        elif token.pos == "NOUN" and token.lemma in means and token.dep == "pobj":
            telling = told_by_means(ground, token, means[token.lemma])
        elif token.text.lower() == "it" and token.dep in {"nsubj", "nsubjpass", "dobj"}:
            telling = _by_cleft(ground, token) or _by_pronoun(ground.paragraph, token)
        if telling is not None:
            used |= {token.index} if telling.pronoun else {telling.noun or token.index, *_same_event(ground.paragraph, telling)}
            yield telling


def _is_name(ground: Ground, token: Token) -> bool:
    """Whether a capitalised word is somebody's name ("Sessions")."""
    meant = ground.referents.at(ground.paragraph.span(token.index, token.index)) if token.text[0].isupper() else None
    return meant is not None and meant.kind == "person"


def _shakes_hands(paragraph: Paragraph, token: Token) -> bool:
    """Whether a caption's "shakes hands" was taken for two nouns."""
    following = paragraph.tokens[token.index + 1 : token.index + 2]
    return token.lemma == "shake" and bool(following) and following[0].text == "hands"


def _same_event(paragraph: Paragraph, telling: Telling) -> Iterator[int]:
    """Nouns that mean the same contact as the telling: "spoke … in a rare call", "the call was a conversation"."""
    nouns = contact_words("noun")
    for anchor in telling.anchors:
        host = paragraph.tokens[anchor].lemma in {"host", "welcome", "receive", "invite"}  # "hosted Dolan for dinner"
        for child in paragraph.children(anchor, "prep"):
            yield from (
                noun.index
                for noun in paragraph.children(child.index, "pobj")
                if noun.lemma in nouns and (child.text.lower() in BY_MEANS or (host and child.text.lower() == "for"))
            )
    if telling.noun is not None:
        yield from (noun.index for noun in paragraph.children(telling.noun, "conj") if noun.lemma in nouns)
        governor = paragraph.tokens[paragraph.tokens[telling.noun].head]
        yield from (attribute.index for attribute in paragraph.children(governor.index, "attr") if governor.lemma == "be")


def _by_pronoun(paragraph: Paragraph, pronoun: Token) -> Telling | None:
    """Reads "it was held at X's request", "X requested it": a contact told before, kept where it turns out to name who asked."""
    verb = paragraph.tokens[pronoun.head]
    asked = verb.lemma in contact_words("ask") and pronoun.dep in {"nsubjpass", "dobj"} and verb.lemma != "order"
    told = verb.lemma in (PASSES | contact_words("light").keys()) and pronoun.dep in {"nsubj", "nsubjpass"}
    if not asked and not told:
        return None
    new = [noun for noun in _before_in_sentence(paragraph, pronoun.index) if _is_new(paragraph, noun)]
    kind = contact_words("noun")[new[-1].lemma].kind if new else "talks"
    return Telling(
        kind=kind, apart=False, verb=verb.index, noun=pronoun.index, everyone=True, definite=not new, pronoun=True,
        meant=new[-1].index if new else None,
    )  # fmt: skip


def _by_cleft(ground: Ground, pronoun: Token) -> Telling | None:
    """Reads "it was Dolan who asked", "it was Dolan that rang": who began the contact told before."""
    paragraph = ground.paragraph
    verb = paragraph.tokens[pronoun.head]
    if verb.lemma != "be" or paragraph.children(verb.index, "neg"):
        return None
    for head in paragraph.children(verb.index, "attr"):
        clauses = [*paragraph.children(head.index, "relcl"), *paragraph.children(verb.index, "ccomp")]
        asked = [
            clause
            for clause in clauses
            if (clause.lemma in BEGINNING or _takes_up(paragraph, clause)) and _is_bare(paragraph, clause)
        ]
        found = parties_of(ground, head) if asked else ()
        if found:
            return Telling(
                kind="talks", apart=False, verb=verb.index, noun=pronoun.index, everyone=True, definite=True, pronoun=True,
                initiator=side_of(ground, found[0]),
            )  # fmt: skip
    return None


def _takes_up(paragraph: Paragraph, clause: Token) -> bool:
    """Whether "had" or "did" ends its sentence and stands for the verb of who began a contact in the sentence before: "Dolan said Reeve had
    asked for the call. Reeve said it was Dolan who had"."""
    start = paragraph.sentence_of(clause.index)[0]
    behind = paragraph.tokens[clause.index + 1] if clause.index + 1 < len(paragraph.tokens) else None
    if clause.text.lower() not in {"had", "did", "has"} or (behind is not None and behind.pos != "PUNCT"):
        return False
    before = paragraph.tokens[paragraph.sentence_of(start - 1)[0] : clause.index] if start else paragraph.tokens[: clause.index]
    asked = [each for each in before if each.pos == "VERB" and each.lemma in BEGINNING]
    return bool(asked) and any(each.lemma in contact_words("noun") for each in before[asked[-1].index - before[0].index :])


def _is_bare(paragraph: Paragraph, clause: Token) -> bool:
    """Whether a relative clause says nothing but what was done: "who asked", "that had called first"."""
    subjects = paragraph.children(clause.index, "nsubj")
    mine = bool(subjects) and subjects[0].text.lower() in {"who", "that", "which"}
    others = {"dobj", "ccomp", "xcomp", "oprd", "neg", "prep", "prt", "dative", "conj"}
    return mine and not paragraph.children(clause.index, *others)


def _before_in_sentence(paragraph: Paragraph, index: int) -> Iterator[Token]:
    """The contact nouns that stand in a token's sentence before it."""
    first = paragraph.sentence_of(index)[0]
    nouns = contact_words("noun")
    return (token for token in paragraph.tokens[first:index] if token.pos == "NOUN" and token.lemma in nouns)


def _is_new(paragraph: Paragraph, noun: Token) -> bool:
    """Whether a contact is brought up without its parties ("an earlier call"), so that "it" means that one and nobody is known."""
    indefinite = any(child.text.lower() in {"a", "an", "another"} for child in paragraph.children(noun.index, "det"))
    return indefinite and not any(
        child.text.lower() in {"with", "between", "to", "from"} for child in paragraph.children(noun.index, "prep")
    )
