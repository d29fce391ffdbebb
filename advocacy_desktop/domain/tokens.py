"""Links, mentions and hashtags in a text, found the same way for every preview and network."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit


class TokenKind(StrEnum):
    """What a stretch of text stands for."""

    LINK = "link"
    MENTION = "mention"
    HASHTAG = "hashtag"


@dataclass(frozen=True, slots=True)
class Token:
    """One stretch of a text; ``start`` and ``end`` count code points, ``end`` exclusive."""

    kind: TokenKind
    start: int
    end: int
    value: str
    """The address with its scheme, the handle without ``@``, or the tag without ``#``."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Country-code domains that are also endings of file names or abbreviations that people write
# without meaning a site ("main.py", "README.md"); they need a path or "www." to be a link.
_FILE_LIKE = _words("cc md pm ps py rs sh so")
_GENERIC = _words(
    "com org net edu gov mil int info biz name pro app dev art blog cloud club coop company design "
    "digital earth eco email energy engineering events foundation fyi global group health help "
    "host jobs law legal life link live media museum network news ngo online page press science "
    "shop site social software solutions space store studio support team tech technology today "
    "tools top training travel tv university video website wiki work works world xyz zone"
)
# ISO 3166-1 alpha-2 based top-level domains, and eu and uk.
_COUNTRY = _words(
    "ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs "
    "bt bw by bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee "
    "eg er es et eu fi fj fk fm fo fr ga gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm "
    "hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb "
    "lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz "
    "na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs "
    "ru rw sa sb sc sd se sg sh si sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl "
    "tm tn to tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw"
)

# Never inside an address as people write it.
_STOP = r"\s<>\"«»“”„`{}|\\^、。，；：！？（）「」『』【】"
_LABEL = r"[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
_NOT_INSIDE_WORD = r"(?<![\w@#/.:&%=+~-])"
_CANDIDATE = re.compile(
    rf"(?P<url>(?<![a-zA-Z0-9_])[hH][tT][tT][pP][sS]?://[^{_STOP}]+)"
    rf"|{_NOT_INSIDE_WORD}(?P<mention>@(?:{_LABEL}\.)+{_LABEL})"
    rf"|{_NOT_INSIDE_WORD}(?P<domain>(?:{_LABEL}\.)+[a-zA-Z]{{2,24}}(?![\w@-]))"
    rf"(?P<rest>(?::\d{{1,5}})?(?:[/?#][^{_STOP}]*)?)"
    r"|(?<![\w#＃&/])(?P<hash>[#＃])"
)
_TRAILING = ".,;:!?'’‘…*_~"
_BRACKETS = {")": "(", "]": "["}


def _trim_link(link: str) -> str:
    """Cut punctuation that belongs to the sentence: trailing marks, closers never opened."""
    surplus = {closer: link.count(closer) - link.count(o) for closer, o in _BRACKETS.items()}
    end = len(link)
    while end:
        last = link[end - 1]
        if surplus.get(last, 0) > 0:
            surplus[last] -= 1
        elif last not in _TRAILING:
            break
        end -= 1
    return link[:end]


def _has_host(link: str) -> bool:
    try:
        parts = urlsplit(link)
        return bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        return False


def _is_site(domain: str, rest: str) -> bool:
    """Whether a bare ``name.ending`` is meant as a web address, not a file or a lost space."""
    ending = domain.rpartition(".")[2]
    if ending != ending.lower() and domain != domain.upper():
        return False  # "the end.So we went on"
    ending = ending.lower()
    if ending not in _GENERIC and ending not in _COUNTRY:
        return False
    return ending not in _FILE_LIKE or bool(rest) or domain.lower().startswith("www.")


def _tag_end(text: str, start: int) -> int:
    """Where a tag that starts after its sign ends: letters, marks, digits and ``_``."""
    end = start
    while end < len(text):
        char = text[end]
        joins = char in "\u200c\u200d" and end > start  # needed inside words of some scripts
        if char != "_" and unicodedata.category(char)[0] not in "LMN" and not joins:
            break
        end += 1
    while end > start and text[end - 1] in "\u200c\u200d":
        end -= 1
    return end


def _is_tag(tag: str) -> bool:
    """A number alone ("#1") is no tag, and neither is a sign that only dresses an emoji."""
    return any(unicodedata.category(char)[0] == "L" for char in tag) and (
        unicodedata.category(tag[0])[0] != "M"
    )


def find_tokens(text: str) -> tuple[Token, ...]:
    """All tokens in order; they never overlap and always lie inside the text."""
    found: list[Token] = []
    position = 0
    while (match := _CANDIDATE.search(text, position)) is not None:
        token = _token_of(text, match)
        if token is None:
            position = max(match.start() + 1, position + 1)
            if match["url"] is not None or match["domain"] is not None:
                position = match.end()
            continue
        found.append(token)
        position = token.end
    return tuple(found)


def _token_of(text: str, match: re.Match[str]) -> Token | None:
    start = match.start()
    if match["url"] is not None:
        link = _trim_link(match["url"])
        return Token(TokenKind.LINK, start, start + len(link), link) if _has_host(link) else None
    if match["mention"] is not None:
        handle = match["mention"][1:]
        if handle.rpartition(".")[2].isdigit():
            return None  # the last label of a handle is never a number
        if text[match.end() : match.end() + 1] == "@":
            return None
        return Token(TokenKind.MENTION, start, match.end(), handle)
    if match["domain"] is not None:
        link = _trim_link(match["domain"] + match["rest"])
        rest = link[len(match["domain"]) :]
        if not _is_site(match["domain"], rest) or not _has_host(f"https://{link}"):
            return None
        return Token(TokenKind.LINK, start, start + len(link), f"https://{link}")
    end = _tag_end(text, start + 1)
    tag = text[start + 1 : end]
    if not tag or not _is_tag(tag):
        return None
    return Token(TokenKind.HASHTAG, start, end, tag)
