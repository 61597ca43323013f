"""What the YAML parser's complaints mean to someone who has never heard of a parser."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import yaml

_QUOTES = "put the whole text in quotes"
_CLOSE = "close it, and put texts with : or # in quotes"
_MEANINGS = (
    ("mapping values are not allowed", "a colon inside unquoted text, or wrong indentation", _QUOTES),
    ("cannot start any token", "unquoted text begins with a character that YAML reserves (such as @, ` or %)", _QUOTES),
    ("unexpected end of stream", "a quote is opened and never closed", "close the quote"),
    ("unexpected document indicator", "a quote is opened and never closed", "close the quote"),
    ("unknown escape", "a backslash inside double quotes", "use single quotes, or write two backslashes"),
    ("expected escape sequence", "a backslash inside double quotes", "use single quotes, or write two backslashes"),
    ("expected hexdecimal", "a backslash inside double quotes", "use single quotes, or write two backslashes"),
    ("invalid Unicode character escape", "an escape of a character that does not exist", "write the character itself"),
    ("',' or ']'", "a list in [ ] is not closed, or a comma is missing", _CLOSE),
    ("',' or '}'", "a mapping in { } is not closed, or a comma is missing", _CLOSE),
    ("could not find expected ':'", "a line without a colon among fields", "write `field: value`, or indent text that goes on"),
    ("'-' indicator", "a line among list items that is not an item", "begin it with `- `, at the same indentation"),
    ("expected key", "wrong indentation, or text after a closing quote", "align the fields, and quote the whole text"),
    ("expected <block end>", "wrong indentation, or text after a closing quote", "align the fields, and quote the whole text"),
    ("sequence entries are not allowed", "a list item where none can be", "put the list on the lines below its field"),
    ("node content", "a comma or bracket where a text should begin", _QUOTES),
    ("alphabetic or numeric", "unquoted text begins with & or *", _QUOTES),
    ("chomping or indentation", "text on the line of | or >", "begin it on the next line, indented"),
    ("expected comment or line break", "text on the line of | or >", "begin it on the next line, indented"),
    ("nesting depth", "too many levels inside each other", "flatten it"),
    ("<document start>", "text that belongs to no field", "indent it under its field, or delete it"),
)


_BEGAN_EARLIER = ("closed", "without a colon")
"""Reasons whose cause is where the parser began, not where it gave up."""


def in_plain_words(error: yaml.YAMLError) -> tuple[int, str, str]:
    """Line (from 0), reason and mend of a syntax error. Both parsers are known: libyaml's, and the one in Python."""
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
    fallback = (f"not readable as YAML: {problem}", "check quotes, colons and indentation near this line")
    reason, mend = next(((reason, mend) for sign, reason, mend in _MEANINGS if sign in problem), fallback)
    marks = [getattr(error, "problem_mark", None), getattr(error, "context_mark", None)]
    if any(sign in reason for sign in _BEGAN_EARLIER):
        marks.reverse()
    return next((mark.line for mark in marks if mark), 0), reason, mend
