"""Reads in the code where texts are named and which values are given there; nothing is run.

A key is named whole, "edit-none", or by the beginning of its family, f"status-{status}". In the
call that fills a text the values of that call count. Everywhere else (a table, a key that is chosen
first, an error, a `Refused`) those count that are given nearby: where it is named, in what is
called from there, and in what calls or uses that.
"""

import ast
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

FILL = frozenset({"say", "says", "plain", "button"})
"""The functions that fill a text: of the catalogue, and of those who ask it for somebody."""


@dataclass(frozen=True)
class Named:
    """A text at one place that names it. in_call: it is filled there, with nothing but `given`."""

    place: str
    key: str
    given: frozenset[str]
    in_call: bool


@dataclass(eq=False)
class _Part:
    """A function, a class, a table, or what else stands at the top of a module.

    named: what may be a key, each with the call that it is an argument of.
    given: the names of values, those in the methods of a class too.
    """

    name: str
    file: str
    is_table: bool = False
    named: list[tuple[ast.Constant | ast.JoinedStr, ast.Call | None]] = field(default_factory=list)
    given: set[str] = field(default_factory=set)
    used: set[str] = field(default_factory=set)
    called: set[str] = field(default_factory=set)


class Code:
    """The modules, by their files; keys: of all texts that there are."""

    def __init__(self, trees: Mapping[str, ast.Module], keys: Iterable[str]) -> None:
        self._keys = frozenset(keys)
        self._parts: list[_Part] = []
        for file, tree in trees.items():
            self._read(tree, self._part("", file), None)
        self._near: dict[_Part, frozenset[str]] = {}

    def named(self) -> Iterator[Named]:
        for part in self._parts:
            for node, call in part.named:
                given = _given_by(call) if call else None
                in_call = given is not None
                for key in self._keys_of(node, in_call=in_call):
                    nearby = self._given_near(part) if given is None else given
                    yield Named(f"{part.file}:{node.lineno}", key, nearby, in_call)

    def given_in(self, file: str) -> set[str]:
        return set().union(*(part.given for part in self._parts if part.file == file))

    # Reading

    def _part(self, name: str, file: str) -> _Part:
        self._parts.append(_Part(name, file))
        return self._parts[-1]

    def _read(self, node: ast.AST, part: _Part, call: ast.Call | None) -> None:
        for child in ast.iter_child_nodes(node):
            inside, around = part, call if isinstance(child, _HANDED_ON) else None
            match child:
                case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                    part.used.add(name)
                    inside = self._part(name, part.file)
                case ast.ClassDef(name=name):
                    inside = self._part(name, part.file)
                    inside.given |= {one for each in ast.walk(child) for one in _given_at(each)}
                case (
                    ast.Assign(targets=[ast.Name(id=name)])
                    | ast.AnnAssign(target=ast.Name(id=name))
                ) if not part.name:
                    inside = self._part(name, part.file)
                    inside.is_table = True
                case ast.Constant(value=str()) | ast.JoinedStr():
                    part.named.append((child, call))
                case ast.Call(func=func):
                    part.called.add(_last(func))
                    around = child
                case ast.Name(id=name) | ast.Attribute(attr=name):
                    part.used.add(name)
            part.given |= set(_given_at(child))
            self._read(child, inside, around)

    # Keys

    @cached_property
    def _written(self) -> tuple[frozenset[str], frozenset[str]]:
        """Keys that are written whole, and the beginnings of families."""
        nodes = [node for part in self._parts for node, _ in part.named]
        whole = {str(node.value) for node in nodes if isinstance(node, ast.Constant)}
        families = {_ends(node)[0] for node in nodes if isinstance(node, ast.JoinedStr)}
        return self._keys & whole, frozenset(families - {""})

    def _keys_of(self, node: ast.Constant | ast.JoinedStr, *, in_call: bool) -> Iterator[str]:
        """Of a family without what begins as a longer one; in a call, without what stands whole."""
        if isinstance(node, ast.Constant):
            if node.value in self._keys:
                yield str(node.value)
            return
        (first, last), (whole, families) = _ends(node), self._written
        longer = tuple(one for one in families if one != first and one.startswith(first))
        for key in self._keys if first else ():
            is_of = key.startswith(first) and key.endswith(last) and not key.startswith(longer)
            if is_of and not (in_call and key in whole):
                yield key

    # Values

    def _given_near(self, part: _Part) -> frozenset[str]:
        if part not in self._near:
            called = {one for name in part.called for one in self._own[name]}
            further = {one for near in called for name in near.called for one in self._own[name]}
            using = set(self._users[part.name])
            using |= {one for table in using if table.is_table for one in self._users[table.name]}
            around = {part, *using, *called, *further}
            self._near[part] = frozenset().union(*(one.given for one in around))
        return self._near[part]

    @cached_property
    def _own(self) -> dict[str, list[_Part]]:
        found = defaultdict(list)
        for part in self._parts:
            found[part.name].append(part)
        return found

    @cached_property
    def _users(self) -> dict[str, list[_Part]]:
        found = defaultdict(list)
        for part in self._parts:
            for name in part.used:
                found[name].append(part)
        return found


_HANDED_ON = ast.IfExp | ast.BoolOp | ast.keyword
"""Around a key, these leave it an argument of the call."""


def _last(node: ast.expr) -> str:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def _ends(node: ast.JoinedStr) -> tuple[str, str]:
    """What stands before the values of f"status-{status}", and behind."""
    parts = [one.value if isinstance(one, ast.Constant) else "" for one in node.values or [node]]
    return str(parts[0]), str(parts[-1])


def _given_by(call: ast.Call) -> frozenset[str] | None:
    """The values of a call that fills a text; None of one that fills none, or hands values on."""
    given = frozenset(word.arg for word in call.keywords if word.arg)
    return given if _last(call.func) in FILL and len(given) == len(call.keywords) else None


def _given_at(node: ast.AST) -> Iterator[str]:
    """The names of values: name=…, {"name": …}, facts["name"] = …, dict.fromkeys(("name",), …)."""
    named: list[ast.expr | None] = []
    match node:
        case ast.Call(keywords=keywords, args=args):
            yield from (word.arg for word in keywords if word.arg)
            named = [one for each in args if isinstance(each, ast.Tuple) for one in each.elts]
        case ast.Dict(keys=keys):
            named = keys
        case ast.comprehension(iter=ast.Tuple(elts=elts)):
            named = list(elts)
        case ast.Subscript(ctx=ast.Store(), slice=name):
            named = [name]
    for one in named:
        if isinstance(one, ast.Constant) and isinstance(one.value, str):
            yield one.value
