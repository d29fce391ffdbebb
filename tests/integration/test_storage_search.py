"""Search forgives accents, case, ligatures and whatever else a person may type."""

from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from advocacy_desktop.application.ports import SuggestionQuery
from advocacy_desktop.domain.suggestion import (
    Revision,
    SuggestionContent,
    SuggestionState,
    Wording,
)
from advocacy_desktop.infrastructure.store import SqliteStore
from support import storage_examples as examples
from support.storage_examples import a_source, a_suggestion, opened

SHARED = SuggestionState.SHARED


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqliteStore]:
    with opened(tmp_path_factory.mktemp("search")) as store:
        with store.write() as it:
            it.sources.add(a_source())
            it.suggestions.add(
                a_suggestion(
                    "cafe",
                    "Le Café de l'École",
                    text="Une œuvre au cœur de Besançon. Straße, NAÏVE, 2026.",
                    topics=("Culture",),
                    author="Zoé Martin",
                    wordings=(Wording("Venez nous voir bientôt !"),),
                )
            )
            it.suggestions.add(a_suggestion("other", "Something else", text="plain words"))
        yield store


def found(store: SqliteStore, typed: str) -> list[str]:
    with store.read() as it:
        query = SuggestionQuery(search=typed)
        assert it.suggestions.count(query) == len(it.suggestions.card_ids(query))
        return [card.id for card in it.suggestions.cards(query)]


@pytest.mark.parametrize(
    "typed",
    [
        "cafe",
        "CAFÉ",
        "cafe\u0301",  # the accent as a sign of its own
        "caf",
        "c",
        "école",
        "l'ecole",
        "ecole cafe",
        "oeuvre",
        "œuv",
        "coeur",
        "besancon",
        "strasse",
        "straße",
        "naive",
        "2026",
        "zoe",
        "culture",
        "bientot",
        '"café"',
        "café !!!",
        "café AND école",
    ],
)
def test_finds(store: SqliteStore, typed: str) -> None:
    if " AND " in typed:  # a word like any other, and no such word is there
        assert found(store, typed) == []
    else:
        assert found(store, typed) == ["cafe"]


@pytest.mark.parametrize("typed", ["afe", "cafes", "cafe plain", "title:cafe", "-cafe2", "xyz"])
def test_does_not_find(store: SqliteStore, typed: str) -> None:
    assert found(store, typed) == []


@pytest.mark.parametrize("typed", ["", "   ", "!", '"', "***", "( )", "\0"])
def test_without_a_word_nothing_is_left_out(store: SqliteStore, typed: str) -> None:
    assert sorted(found(store, typed)) == ["cafe", "other"]


@given(st.text() | st.text("\"*()^:+-{}' \0aANDORNEAR,\\é\u0301"))
@example("NEAR(a b)")
@example('a" OR "b')
@example("a\0b")
@example("\ud800")
@example("title : x")
@example("w " * 5000)
@example("x" * 100_000)
def test_nothing_that_is_typed_is_an_error(store: SqliteStore, typed: str) -> None:
    found(store, typed)


words = st.text("abcdefghijklmnopqrstuvwxyzéèàçœñü", min_size=1, max_size=12)


@given(words=st.lists(words, min_size=1, max_size=6), data=st.data())
def test_every_word_is_found_from_its_beginning(
    store: SqliteStore, words: list[str], data: st.DataObject
) -> None:
    name = data.draw(examples.fresh)
    with store.write() as it:
        it.suggestions.add(a_suggestion(name, "T", text=" ".join(words), state=SHARED))
    word = data.draw(st.sampled_from(words))
    typed = word[: data.draw(st.integers(1, len(word)))].upper()
    with store.read() as it:
        query = SuggestionQuery(states=frozenset({SHARED}), search=typed)
        assert name in it.suggestions.card_ids(query)


@given(before=examples.contents, after=examples.contents)
def test_the_index_follows_the_current_revision(
    store: SqliteStore, before: SuggestionContent, after: SuggestionContent
) -> None:
    """Whatever stood there before is gone: the words are taken out exactly as they went in."""
    with store.write() as it:
        size = _entries(store)
        it.suggestions.add(a_suggestion("changing", "Firstword", state=SHARED))
        it.suggestions.add_revision("changing", Revision(2, examples.NOON, "2", before))
        it.suggestions.set_content("changing", after)
        last = SuggestionContent("Lastword", "", "")
        it.suggestions.add_revision("changing", Revision(3, examples.NOON, "3", last))
        query = SuggestionQuery(states=frozenset({SHARED}), search="lastword")
        assert it.suggestions.card_ids(query) == ["changing"]
        query = SuggestionQuery(states=frozenset({SHARED}), search="firstword")
        assert it.suggestions.card_ids(query) == []
        assert _entries(store) - size == 1  # nothing of the two in between stayed
        it.suggestions.set_content("changing", SuggestionContent("", "", ""))
        assert _entries(store) == size
        _forget(store)


def _entries(store: SqliteStore) -> int:
    """How many pairs of a word and a place in a suggestion the index holds."""
    plain = store._plain()
    plain.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.entries"
        " USING fts5vocab('main', 'suggestion_search', 'instance')"
    )
    number: int = plain.execute("SELECT count(*) FROM temp.entries").fetchone()[0]
    return number


def _forget(store: SqliteStore) -> None:
    """Let the next example use the same name; what is in the index was taken out before."""
    plain = store._plain()
    (row,) = plain.execute("SELECT row FROM suggestions WHERE id = 'changing'").fetchone()
    for table in ("revisions", "suggestion_topics"):
        plain.execute(f"DELETE FROM {table} WHERE suggestion = ?", (row,))
    plain.execute("DELETE FROM suggestions WHERE row = ?", (row,))
