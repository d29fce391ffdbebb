"""A profile with very many suggestions, written through the program's own storage."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from advocacy_desktop.domain.source import Source, SourceKind
from advocacy_desktop.domain.suggestion import (
    Revision,
    Suggestion,
    SuggestionContent,
    SuggestionState,
    Wording,
)
from advocacy_desktop.infrastructure.clock import SystemClock
from advocacy_desktop.infrastructure.paths import Profile
from advocacy_desktop.infrastructure.store import SqliteStore

TEXT = """energy heat recovery night freight bridge graph laundry hospital report open data river
school harbour station solar winter repair café engineer apprentice accessible paper"""
WORDS = TEXT.split()
TOPICS = ("Energy", "Transport", "People", "Research", "Our town")
FIRST = datetime(2026, 1, 1, tzinfo=UTC)


def words(number: int, count: int) -> str:
    """Some words, always the same for the same number."""
    return " ".join(
        WORDS[(number * 7 + place * (number % 5 + 1)) % len(WORDS)] for place in range(count)
    )


def suggestion(number: int) -> Suggestion:
    """One of them, like a company's: a title, four paragraphs, two wordings, topics."""
    at = FIRST + timedelta(minutes=number)
    text = ". ".join(words(number + place, 12).capitalize() for place in range(8))
    content = SuggestionContent(
        title=f"{words(number, 6).capitalize()} {number}",
        html="".join(f"<p>{part}.</p>" for part in text.split(". ")),
        text=text,
        link=f"https://company.example/news/{number}",
        published_at=at,
        language="en",
        wordings=(Wording(words(number, 20)), Wording(words(number + 3, 20), network="bluesky")),
        topics=(TOPICS[number % len(TOPICS)],),
    )
    return Suggestion(
        id=f"many-{number}",
        source_id="many",
        external_id=f"item-{number}",
        state=SuggestionState.NEW,
        first_seen_at=at,
        changed_at=at,
        revision=Revision(number=1, digest=f"{number:064x}", received_at=at, content=content),
    )


def fill(folder: Path, count: int) -> None:
    """Make the profile."""
    profile = Profile.at(folder).prepare()
    store = SqliteStore.open(profile.database, backups=profile.backups, clock=SystemClock())
    try:
        with store.write() as tx:
            tx.sources.add(
                Source(
                    id="many",
                    kind=SourceKind.FILE,
                    address=str(folder / "many.json"),
                    title="A busy company",
                    added_at=FIRST,
                )
            )
            for number in range(count):
                tx.suggestions.add(suggestion(number))
    finally:
        store.close()
