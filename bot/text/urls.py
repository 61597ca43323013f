"""Where the links are in a post, by X's rules, so that each can be counted as it will be shown.

A link is `http(s)://` and a host, or a bare host in Latin letters with a known ending; then a port, a path, a query.
Hosts are read from runs of host characters, each looked at once, so the time is linear.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.text.endings import ENDINGS

_LONGEST_LABEL = 63  # octets of a label in DNS, as Punycode
_LONGEST_URL = 4_096
_PUNCTUATION = re.escape("!\"#$%&'()*+,/:;<=>?@[\\]^`{|}~")
_NEVER_IN_HOST = r"\s\u202a-\u202e\u2066-\u2069\u061c\u200e\u200f\ufffe\uffff\ufeff"
_HOST_RUN = re.compile(f"[^{_PUNCTUATION}{_NEVER_IN_HOST}]+")
_SCHEME_BEFORE = re.compile(r"(?<![A-Za-z0-9@\uff20$#\uff03])https?://\Z", re.IGNORECASE)
_NOT_BEFORE_BARE = "@\uff20$#\uff03/"
_LATIN_LABEL = re.compile(r"[a-z0-9\-\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]+", re.IGNORECASE)
_LATIN_TAIL = re.compile(r"[a-z0-9\-\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]+\Z", re.IGNORECASE)
_ASCII_START = re.compile(r"[A-Za-z0-9\-]+")
_PORT = re.compile(r":[0-9]+")
_IN_PATH = r"[a-z\u0400-\u04ff0-9!*';:=+,.$/%#\[\]\-\u2013_~@|&\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]"
_PATH_RUN = re.compile(rf"/(?:{_IN_PATH}++|\((?:{_IN_PATH}++|\({_IN_PATH}*+\))*+\))*+", re.IGNORECASE)
"""Brackets in pairs, two deep: the closing one of "(see example.com/a)" is not the link's."""
_QUERY_RUN = re.compile(r"\?[a-z0-9!?*'@();:&=+$/%#\[\]\-_.,~|]*", re.IGNORECASE)
_SHORTENED = re.compile(r"/[a-z0-9]{1,40}", re.IGNORECASE)
_NOT_LAST_IN_PATH = "!*';:,.$%[]~@|&\u2013"
_NOT_LAST_IN_QUERY = "!?*'@();:+$%[].,~|"


@dataclass(frozen=True, slots=True)
class Link:
    """A link in a text. `host` is as written; `bare` means that it has no `http://`."""

    start: int
    end: int
    host: str
    bare: bool


def find_links(text: str) -> list[Link]:
    """The links of `text` in order, without overlaps."""
    if "." not in text:
        return []
    links: list[Link] = []
    position = 0
    for run in _HOST_RUN.finditer(text):
        if run.start() < position or "." not in run.group():
            continue
        found = _links_in_run(text, run.start(), run.group())
        if found:
            links.extend(found)
            position = found[-1].end
    return links


def _links_in_run(text: str, start: int, run: str) -> list[Link]:
    scheme = _SCHEME_BEFORE.search(text, max(0, start - 9), start)
    if scheme:
        end = _host_end(run, 0)
        if end and _fits_dns(run[:end]):
            return [_with_path(text, Link(scheme.start(), start + end, run[:end], bare=False))]
        return []
    if start and text[start - 1] in _NOT_BEFORE_BARE:
        return []
    return _bare_links(text, start, run)


def _bare_links(text: str, start: int, run: str) -> list[Link]:
    links: list[Link] = []
    offset = 0
    for stretch in run.split(".."):  # an empty label ends a host
        host_start, end = _bare_host(stretch)
        if end and (offset == 0 or host_start) and _fits_dns(stretch[host_start:end]):
            host = stretch[host_start:end]
            links.append(_with_path(text, Link(start + offset + host_start, start + offset + end, host, bare=True)))
        offset += len(stretch) + 2
    return links


def _bare_host(stretch: str) -> tuple[int, int]:
    """Start and end of the Latin host in a run of host characters; (0, 0) when there is none."""
    end = _host_end(stretch, 0)
    if not end:
        return 0, 0
    labels = stretch[:end].split(".")
    start = end - len(labels[-1])
    for label in reversed(labels[:-1]):
        if _LATIN_LABEL.fullmatch(label):
            start -= len(label) + 1
            continue
        tail = _LATIN_TAIL.search(label[-_LONGEST_LABEL - 1 :])
        start -= 1 + (len(tail.group()) if tail else 0)
        break
    start = max(start, 0)
    starts_badly = stretch[start : start + 1] in ("-", ".", "_", "") or (start > 0 and stretch[start - 1] in "-_.")
    return (0, 0) if starts_badly or start >= end - len(labels[-1]) else (start, end)


def _host_end(run: str, start: int) -> int:
    """Where the longest host that begins at `start` ends, or 0: its last label must be a known ending."""
    end, best = start, 0
    for number, label in enumerate(run[start:].split(".")):
        if number and (size := _ending_size(label)):
            best = end + size
        if not label or label[0] in "-_" or label[-1] in "-_":
            break
        end += len(label) + 1
    return best


def _ending_size(label: str) -> int:
    """How much of `label` is a known ending that may stand there: `com` in `comの`, nothing in `command`."""
    lower = label.lower()
    if lower in ENDINGS:
        return len(label)
    latin = _ASCII_START.match(lower)
    if latin and (latin.group() in ENDINGS or latin.group().startswith("xn--")):
        return latin.end()
    return 0


def _fits_dns(host: str) -> bool:
    for label in host.split("."):
        if len(label) > _LONGEST_LABEL:
            return False
        if not label.isascii() and len(label.encode("punycode")) + len("xn--") > _LONGEST_LABEL:
            return False
    return True


def _with_path(text: str, link: Link) -> Link:
    end = link.end
    if port := _PORT.match(text, end):
        end = port.end()
    if link.host.lower() == "t.co" and not link.bare:
        short = _SHORTENED.match(text, end)
        return Link(link.start, short.end() if short else end, link.host, link.bare)
    if path := _PATH_RUN.match(text, end):
        end += len(path.group().rstrip(_NOT_LAST_IN_PATH)) or 1
    if query := _QUERY_RUN.match(text, end):
        end += len(query.group().rstrip(_NOT_LAST_IN_QUERY))
    return link if end - link.start > _LONGEST_URL else Link(link.start, end, link.host, link.bare)
