"""Findings on a draft before it is published: blockers and advice, never a score."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from .compare import nearly_same
from .delivery import Post
from .draft import Draft
from .limits import NetworkRules
from .sphere import Sphere
from .suggestion import Suggestion, has_expired, is_embargoed
from .tokens import TokenKind, find_tokens
from .tracking import remove_tracking


class Severity(StrEnum):
    """Blocker: impossible, or forbidden by the charter. Advice: the employee decides."""

    BLOCKER = "blocker"
    ADVICE = "advice"
    FINE = "fine"


class CheckCode(StrEnum):
    """What was looked at; the sentence is made in the interface."""

    EMPTY = "empty"
    NO_ACCOUNT = "no_account"
    TOO_LONG = "too_long"  # data: network, over
    TOO_MANY_PICTURES = "too_many_pictures"  # data: network, limit
    PICTURE_TOO_LARGE = "picture_too_large"  # data: network
    ALT_TOO_LONG = "alt_too_long"  # data: network, limit
    NO_DESCRIPTION = "no_description"  # data: count
    NO_DISCLOSURE = "no_disclosure"
    DISCLOSED = "disclosed"
    TRACKING = "tracking"  # data: removed, link
    TRACKING_REMOVED = "tracking_removed"  # data: removed
    COMPANY_WORDS = "company_words"
    EMBARGOED = "embargoed"  # data: until
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    CROSSES_SPHERES = "crosses_spheres"


@dataclass(frozen=True, slots=True)
class Check:
    """One finding."""

    code: CheckCode
    severity: Severity
    data: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def _check(code: CheckCode, severity: Severity, **data: object) -> Check:
    return Check(code, severity, MappingProxyType({k: str(v) for k, v in data.items()}))


_SAYS_SO = (
    "i work at", "i work for", "i work with", "my employer", "where i work", "my company",
    "our company", "our team", "at work we", "we at ", "my colleague", "our colleague",
    "je travaille chez", "je travaille à", "je travaille pour", "mon employeur", "ma société",
    "mon entreprise", "notre entreprise", "notre équipe", "mes collègues", "mon collègue",
    "ma collègue", "chez nous", "salarié de", "salariée de", "employé de", "employée de",
)  # fmt: skip


def says_where_one_works(text: str, disclosure: str | None) -> bool:
    """Whether a reader learns from the text itself that its author works there.

    The US Endorsement Guides ask for plain words in the post itself; a bare tag such as
    ``#partner`` is too vague (16 CFR 255.5; FTC, "Disclosures 101").
    """
    folded = " ".join(text.casefold().replace("’", "'").split())
    if disclosure:
        wanted = " ".join(disclosure.casefold().replace("’", "'").split()).rstrip(".!")
        if wanted and wanted in folded:
            return True
    return any(phrase in folded for phrase in _SAYS_SO)


def check_post(post: Post, rules: NetworkRules) -> list[Check]:
    """Findings that depend on one network."""
    found: list[Check] = []
    over = rules.over(post.text)
    if over > 0:
        found.append(_check(CheckCode.TOO_LONG, Severity.BLOCKER, network=rules.title, over=over))
    if len(post.media) > rules.max_pictures:
        found.append(
            _check(
                CheckCode.TOO_MANY_PICTURES,
                Severity.BLOCKER,
                network=rules.title,
                limit=rules.max_pictures,
            )
        )
    if any(media.size > rules.max_picture_bytes for media in post.media):
        found.append(_check(CheckCode.PICTURE_TOO_LARGE, Severity.BLOCKER, network=rules.title))
    if any(len(media.alt) > rules.max_alt for media in post.media):
        found.append(
            _check(
                CheckCode.ALT_TOO_LONG, Severity.BLOCKER, network=rules.title, limit=rules.max_alt
            )
        )
    return found


def check_draft(
    draft: Draft,
    suggestion: Suggestion | None,
    posts: Sequence[tuple[NetworkRules, Post]],
    *,
    now: datetime,
    tracking_removed: Sequence[str] = (),
) -> list[Check]:
    """All findings, blockers first. ``posts`` holds one entry for each chosen account's network."""
    body = draft.body
    found: list[Check] = []
    if body.is_empty:
        found.append(_check(CheckCode.EMPTY, Severity.BLOCKER))
    if not posts:
        found.append(_check(CheckCode.NO_ACCOUNT, Severity.BLOCKER))
    done: set[str] = set()
    for rules, post in posts:
        if rules.network not in done:
            done.add(rules.network)
            found.extend(check_post(post, rules))
    if suggestion is not None:
        found.extend(_check_against_suggestion(draft, suggestion, posts, now))
    bare = sum(1 for media in body.media if not media.alt.strip())
    if bare:
        found.append(_check(CheckCode.NO_DESCRIPTION, Severity.ADVICE, count=bare))
    tracking = _tracking(draft)
    if tracking is not None:
        found.append(tracking)
    elif tracking_removed:
        found.append(
            _check(CheckCode.TRACKING_REMOVED, Severity.FINE, removed=", ".join(tracking_removed))
        )
    order = {Severity.BLOCKER: 0, Severity.ADVICE: 1, Severity.FINE: 2}
    return sorted(found, key=lambda check: order[check.severity])


def _check_against_suggestion(
    draft: Draft,
    suggestion: Suggestion,
    posts: Sequence[tuple[NetworkRules, Post]],
    now: datetime,
) -> list[Check]:
    found: list[Check] = []
    content = suggestion.content
    if is_embargoed(content, now) and content.embargo_until is not None:
        found.append(
            _check(CheckCode.EMBARGOED, Severity.BLOCKER, until=content.embargo_until.isoformat())
        )
    if content.withdrawn:
        found.append(_check(CheckCode.WITHDRAWN, Severity.ADVICE))
    if has_expired(content, now):
        found.append(_check(CheckCode.EXPIRED, Severity.ADVICE))
    if draft.sphere is Sphere.PERSONAL:
        found.append(_check(CheckCode.CROSSES_SPHERES, Severity.ADVICE))
    texts = [post.text for _, post in posts] or [draft.body.text]
    if any(text.strip() for text in texts):
        said = all(says_where_one_works(text, content.disclosure) for text in texts)
        found.append(
            _check(CheckCode.DISCLOSED, Severity.FINE)
            if said
            else _check(CheckCode.NO_DISCLOSURE, Severity.ADVICE)
        )
        company = [wording.text for wording in content.wordings]
        if any(nearly_same(text, other) for text in texts for other in company):
            found.append(_check(CheckCode.COMPANY_WORDS, Severity.ADVICE))
    return found


def _tracking(draft: Draft) -> Check | None:
    body = draft.body
    texts = [body.text, *body.variants.values()]
    candidates = [body.link] if body.link else []
    candidates += [
        token.value for text in texts for token in find_tokens(text) if token.kind is TokenKind.LINK
    ]
    for link in candidates:
        clean = remove_tracking(link)
        if clean.removed:
            return _check(
                CheckCode.TRACKING,
                Severity.ADVICE,
                removed=", ".join(clean.removed),
                link=link,
            )
    return None


def blockers(checks: Sequence[Check]) -> list[Check]:
    """Only what stands in the way of publishing."""
    return [check for check in checks if check.severity is Severity.BLOCKER]
