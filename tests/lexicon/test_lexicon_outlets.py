from __future__ import annotations

import pytest

from quoth.lexicon.outlets import find_outlet, host_of, outlets


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the Associated Press’s", "Associated Press"),
        ("The AP", "Associated Press"),
        ("associated press", "Associated Press"),
        ("https://www.nytimes.com/2022/10/24/x.html", "The New York Times"),
        ("edition.cnn.com", "CNN"),
        ("tass.com", "TASS"),
        ("Ukrainska Pravda", "Ukrainska Pravda"),
    ],
)
def test_an_outlet_is_found_by_name_alias_domain_or_address(text: str, name: str) -> None:
    found = find_outlet(text)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("text", ["ap", "Hill", "example.org", "http://[broken", "", "The Halden Herald"])
def test_other_words_are_no_outlet(text: str) -> None:
    assert find_outlet(text) is None


def test_names_aliases_and_domains_belong_to_one_outlet_each() -> None:
    domains = [domain for outlet in outlets().all for domain in outlet.domains]
    names = [name for outlet in outlets().all for name in {outlet.name, *outlet.aliases}]
    assert len(domains) == len(set(domains))
    assert len(names) == len(set(names))


def test_the_register_spans_many_states_and_kinds() -> None:
    assert len(outlets().all) >= 150
    assert len({outlet.country for outlet in outlets().all}) >= 60
    assert {outlet.kind for outlet in outlets().all} == {
        "agency",
        "newspaper",
        "broadcaster",
        "magazine",
        "site",
        "photo",
        "platform",
    }


def test_every_outlet_is_found_by_its_own_name_and_domains() -> None:
    for outlet in outlets().all:
        assert outlets().named(outlet.name) == outlet
        assert all(outlets().at(domain) == outlet for domain in outlet.domains)


def test_a_host_is_read_without_www_scheme_or_port() -> None:
    assert host_of("https://www.Example.org:8080/a?b") == "example.org"
    assert host_of("example.org/a") == "example.org"
