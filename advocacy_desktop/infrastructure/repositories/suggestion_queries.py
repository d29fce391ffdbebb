"""Questions to the list of suggestions, as SQL that reads one index in order.

Each state is asked for by itself and SQLite merges the answers, all in the order of
``ix_suggestions_list``: a page costs what it holds, however many suggestions there are. An
``IN`` over the states would sort them all for every page.
"""

from typing import Any

from sqlalchemy import ColumnElement, Select, func, literal, select, union_all
from sqlalchemy import text as sql
from sqlalchemy.sql.selectable import CompoundSelect

from ...application.ports import SuggestionQuery
from ..search_words import match_expression
from ..tables import sources, suggestion_counts, suggestion_search, suggestion_topics, suggestions


def _conditions(query: SuggestionQuery) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if query.source_id is not None:
        found.append(suggestions.c.source_id == query.source_id)
    if query.with_picture:
        found.append(suggestions.c.has_picture)
    if query.topic is not None:
        of_topic = select(suggestion_topics.c.suggestion).where(
            suggestion_topics.c.topic == query.topic
        )
        found.append(suggestions.c.row.in_(of_topic))
    words = match_expression(query.search)
    if words is not None:
        hits = select(suggestion_search.c.rowid).where(
            sql("suggestion_search MATCH :words").bindparams(words=words)
        )
        found.append(suggestions.c.row.in_(hits))
    return found


def _ordered(
    query: SuggestionQuery, *columns: ColumnElement[Any]
) -> CompoundSelect[Any] | Select[Any]:
    """The wanted rows of each state; the union is in list order."""
    conditions = _conditions(query)
    parts = [
        select(suggestions.c.row, suggestions.c.sort_at, *columns).where(
            suggestions.c.state == literal(state.value), *conditions
        )
        for state in sorted(query.states)
    ]
    if len(parts) == 1:
        return parts[0].order_by(suggestions.c.sort_at.desc(), suggestions.c.row)
    return union_all(*parts).order_by(sql("sort_at DESC"), sql("row"))


def cards(query: SuggestionQuery, *, offset: int, limit: int) -> Select[Any]:
    """One page of the list."""
    page = _ordered(query).limit(limit).offset(offset).subquery("page")
    return (
        select(suggestions, sources.c.title.label("source_title"))
        .select_from(page)
        .join(suggestions, suggestions.c.row == page.c.row)
        .join(sources, sources.c.id == suggestions.c.source_id)
        .order_by(page.c.sort_at.desc(), page.c.row)
    )


def identifiers(query: SuggestionQuery) -> CompoundSelect[Any] | Select[Any]:
    """Row, place and identifier of all, in list order."""
    return _ordered(query, suggestions.c.id)


def count(query: SuggestionQuery) -> Select[Any]:
    """How many there are; without other conditions the kept counts tell."""
    states = [state.value for state in sorted(query.states)]
    conditions = _conditions(query)
    if not conditions:
        return select(func.coalesce(func.sum(suggestion_counts.c.number), 0)).where(
            suggestion_counts.c.state.in_(states)
        )
    return select(func.count()).where(suggestions.c.state.in_(states), *conditions)
