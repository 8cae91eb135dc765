"""Bodies and papers that are meant by what stands right beside their names: "the newspaper Halden Star", "Halden Press news agency"."""

from __future__ import annotations

from quoth.extract.reference.casting import Looked
from quoth.extract.reference.found import NameFound
from quoth.extract.reference.participants import Participant
from quoth.extract.reference.placed import head_of
from quoth.extract.reference.titles_of import Office
from quoth.lexicon.titles import NEWS
from quoth.syntax import Paragraph


def body_called(looked: Looked, place: int, paragraph: Paragraph, office: Office, start: int) -> Participant | None:
    """The body or outlet whose name follows at ``start`` what it is: "ride company Harrow", "the ship's owner, Brenn Lines"."""
    named = next((one.found for one in looked.names[place] if one.found.first == start), None)
    meant = _body(looked, place, named)
    if named is None or meant is None:
        return None
    name = paragraph.tokens[head_of(paragraph, named.first, named.last)]
    return meant if name.dep == "appos" and name.head == office.head_at else None


def body_beside(looked: Looked, place: int, paragraph: Paragraph, office: Office) -> Participant | None:
    """The body or outlet that what it is stands right beside, on either side: "the newspaper Halden Star", "Halden Star newspaper"."""
    return body_called(looked, place, paragraph, office, office.rightmost + 1) or _before(looked, place, paragraph, office)


def _before(looked: Looked, place: int, paragraph: Paragraph, office: Office) -> Participant | None:
    """The outlet or body whose name stands before a noun for the press: "Halden Press news agency"."""
    head, tokens = office.head_at, paragraph.tokens
    first = head
    while first > 0 and tokens[first].text in NEWS:
        first -= 1
    named = next((one.found for one in looked.names[place] if one.found.last == first < head), None)
    meant = _body(looked, place, named)
    if named is None or meant is None:
        return None
    name = tokens[head_of(paragraph, named.first, named.last)]
    return meant if name.dep in {"compound", "nmod"} and first < name.head <= head else None


def _body(looked: Looked, place: int, named: NameFound | None) -> Participant | None:
    meant = looked.meant.get((place, named.last)) if named is not None else None
    return meant if meant is not None and meant.kind in {"body", "outlet"} else None
