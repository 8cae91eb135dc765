from __future__ import annotations

import pytest
from tests.link.test_link_origins import World

from quoth.link.posts import read_posted
from quoth.records import Span

CHANNEL = "On the Norvian Ministry of Rivers’s Telegram channel, the Palace said the weir has failed."


def named(text: str, above: str = "") -> list[tuple[str, str]]:
    whole = above + text
    return [(one.owner, one.name) for one in read_posted(whole, [Span(len(above), len(whole))], [Span(0, len(above))])]


@pytest.mark.parametrize(
    ("text", "owner", "name"),
    [
        (CHANNEL, "Norvian Ministry of Rivers", "Norvian Ministry of Rivers’s Telegram channel"),
        (
            "It broke, according to a post on the Dike Board's official Facebook page.",
            "Dike Board",
            "Dike Board's official Facebook page",
        ),
        (
            "It broke, she said, citing the Telegram channel of the Dike Board.",
            "Dike Board",
            "Telegram channel of the Dike Board",
        ),
    ],
)
def test_whose_channel_posts_stand_on_is_read(text: str, owner: str, name: str) -> None:
    assert named(text) == [(owner, name)]


@pytest.mark.parametrize(
    "text",
    ["The Dike Board has a Telegram channel.", "The Dike Board said so on Monday.", "In the posts it is said to have failed."],
)
def test_where_no_channel_is_told_nothing_is_read(text: str) -> None:
    assert named(text) == []


def test_these_posts_are_those_named_last_before() -> None:
    assert named("In the nearly identical posts, Norvia says it broke.", CHANNEL + " ") == [
        ("Norvian Ministry of Rivers", "Norvian Ministry of Rivers’s Telegram channel")
    ]


def test_two_articles_that_quote_posts_of_one_channel_go_back_to_one_origin() -> None:
    world = World().add("a", CHANNEL, "the weir has failed", by="the Palace", kind="state", actor="Palace")
    world.add("b", "It broke down, a post on the Norvian Ministry of Rivers's Telegram channel says.", "It broke down")
    assert world.origins == (1, 1)
    assert "Norvian Ministry of Rivers’s Telegram channel" in world.reckon().tellings[0].named


def test_later_words_in_the_same_article_from_the_same_posts_are_the_same_origin() -> None:
    text = f"{CHANNEL} In the nearly identical posts, Norvia says it broke down."
    world = World().add("a", text, "the weir has failed", by="the Palace", kind="state", actor="Palace")
    world.add("a", text, "it broke down", by="Norvia", kind="state")
    assert world.origins == (1, 1)


def test_two_people_whose_words_one_channel_posted_are_two_origins() -> None:
    world = World().add("a", "On the Dike Board's Telegram channel, Ada Reed said it has failed.", "it has failed", by="Ada Reed")
    world.add("b", "On the Dike Board's Telegram channel, Tom Lorn said it broke.", "it broke", by="Tom Lorn")
    assert world.origins[1] == 2


def test_posts_of_two_channels_are_two_origins() -> None:
    world = World().add("a", "It has failed, says a post on the Dike Board's Telegram channel.", "It has failed")
    world.add("b", "It broke down, says a post on the Upper Silt League's Telegram channel.", "It broke down")
    assert world.origins == (2, 2)
