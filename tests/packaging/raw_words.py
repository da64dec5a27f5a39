"""Finds where words could reach a screen without having been cleaned, from the syntax tree.

What reaches a sink is a literal, what a cleaning function returns, or is put together of these.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field

CLEANERS = {
    *("clean", "safe", "assembled", "segment", "clipped", "padded", "signed", "wrapped", "purged"),
    *("json_line", "quoted_json", "coloured"),
}
"""Whatever these return has been cleaned; so has what is measured in figures."""
PLAIN = {"len", "int", "round"}

RAW_CONTENT = {"Content", "Content.styled", "Content.from_text", "Segment"}
FORBIDDEN = {"Content.assemble", "Content.from_markup", "Text.from_markup", "Text.from_ansi", "escape"}
"""Of ``assembled`` and ``safe`` there is one each, which clean."""

TOLD = {"update", "notify", "panic", "set_title", "add_option", "add_row", "add_column"}
SHOWN = {"border_title", "border_subtitle", "title", "sub_title", "tooltip", "label", "placeholder"}
WORDED = {"content", "label", "placeholder", "tooltip", "prompt", "text", "renderable"}
TYPED_INTO = {"Input", "TextArea", "MaskedInput"}
MARKED_UP = {"Static", "Label"}
PRINTS = {"echo", "secho", "print", "input", "write", "writelines"}
ASKS = {"text", "select", "Choice", "prompt", "confirm"}


@dataclass(frozen=True)
class Raw:
    """One place: the line, and what stands there."""

    line: int
    what: str


def raw_words(source: str, *, doors: frozenset[str] = frozenset()) -> list[Raw]:
    """The raw words of a module. ``doors`` are the names that this module alone may call raw."""
    tree = ast.parse(source)
    finder = _Finder(doors)
    finder.visit(tree)
    return finder.found


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        before = _name(node.value)
        return f"{before}.{node.attr}" if before else node.attr
    return ""


def _last(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else _name(node)


@dataclass
class _Finder(ast.NodeVisitor):
    doors: frozenset[str]
    found: list[Raw] = field(default_factory=list)
    widgets: set[str] = field(default_factory=set)
    functions: list[ast.AST] = field(default_factory=list)
    local: dict[str, ast.AST] = field(default_factory=dict)

    def visit_Module(self, node: ast.Module) -> None:
        for part in ast.walk(node):
            if isinstance(part, ast.FunctionDef):
                self.local.setdefault(part.name, part)
        self.generic_visit(node)

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        if node.module == "textual.widgets":
            self.widgets |= {alias.asname or alias.name for alias in node.names}
        for alias in node.names:
            markup = node.module in {"rich.markup", "textual.markup"}
            if markup or (node.module, alias.name) == ("rich.text", "Text"):
                self._tell(node, f"{node.module}.{alias.name}", alias.name)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        drawn = node.name == "render" and "self" in {arg.arg for arg in node.args.args}
        if drawn and (node.returns is None or ast.unparse(node.returns) not in {"Content", "Strip"}):
            self._tell(node, "render", "render")
        self.functions.append(node)
        self.generic_visit(node)
        self.functions.pop()

    visit_AsyncFunctionDef = visit_FunctionDef  # type: ignore[assignment]  # noqa: N815 - ast names it

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        for base in node.bases:
            if _name(base) in self.widgets & TYPED_INTO:
                self._tell(node, f"class of {_name(base)}", _name(base))
        self.generic_visit(node)

    def visit_Assign(self, node: ast.Assign) -> None:
        for target in node.targets:
            if isinstance(target, ast.Attribute) and target.attr in SHOWN:
                self._check(node.value, f".{target.attr} =", target.attr)
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        name, last = _name(node.func), _last(node.func)
        if name in FORBIDDEN:
            self._tell(node, name, name)
        elif name in RAW_CONTENT:
            self._check_all(node.args[:1], name, name)
        elif name in self.widgets:
            self._widget(node, name)
        elif isinstance(node.func, ast.Attribute) and last in TOLD:
            self._check_all(node.args, f".{last}", last)
        elif last in PRINTS or (name.startswith("questionary.") and last in ASKS):
            self._check_all(node.args[:1], last, last)
        for keyword in node.keywords:
            if keyword.arg == "markup" and getattr(keyword.value, "value", None) is not False:
                self._tell(node, "markup", "markup")
        self.generic_visit(node)

    def _widget(self, node: ast.Call, name: str) -> None:
        if name in TYPED_INTO:
            self._tell(node, name, name)
        given = {keyword.arg: keyword.value for keyword in node.keywords}
        if name in MARKED_UP and "markup" not in given:
            self._tell(node, f"{name} with markup", name)
        self._check_all(node.args, name, name)
        self._check_all([value for key, value in given.items() if key in WORDED], name, name)

    def _check_all(self, values: list[ast.expr], what: str, door: str) -> None:
        for value in values:
            self._check(value, what, door)

    def _check(self, value: ast.expr, what: str, door: str) -> None:
        if not self._harmless(value, ()):
            self._tell(value, f"{what} {ast.unparse(value)}", door)

    def _tell(self, node: ast.AST, what: str, door: str) -> None:
        if door not in self.doors:
            self.found.append(Raw(getattr(node, "lineno", 0), what))

    def _harmless(self, node: ast.expr, seen: tuple[str, ...]) -> bool:
        match node:
            case ast.Constant():
                return True
            case ast.JoinedStr(values):
                parts = [v.value if isinstance(v, ast.FormattedValue) else v for v in values]
                return all(self._harmless(part, seen) for part in parts)
            case ast.BinOp(left, ast.Add(), right):
                return self._harmless(left, seen) and self._harmless(right, seen)
            case ast.BinOp(left, ast.Mult(), right):
                return self._harmless(left, seen) or self._harmless(right, seen)
            case ast.IfExp(_, body, other):
                return self._harmless(body, seen) and self._harmless(other, seen)
            case ast.BoolOp(_, values):
                return all(self._harmless(value, seen) for value in values)
            case ast.Tuple(elements):
                return bool(elements) and self._harmless(elements[0], seen)
            case ast.Subscript(value, _):
                return self._harmless(value, seen)
            case ast.Starred(value):
                return self._harmless(value, seen)
            case ast.Name(name):
                return name.isupper() or self._assigned(name, seen)
            case ast.Call():
                return self._returned(node, seen)
        return False

    def _assigned(self, name: str, seen: tuple[str, ...]) -> bool:
        """Whether every value that the function gives this name is harmless."""
        if name in seen or not self.functions:
            return False
        values = list(_given(self.functions[-1], name))
        return bool(values) and all(
            value is not None and self._harmless(value, (*seen, name)) for value in values
        )

    def _returned(self, call: ast.Call, seen: tuple[str, ...]) -> bool:
        last = _last(call.func)
        if last in CLEANERS | PLAIN or _own_sentence(call):
            return True
        if isinstance(call.func, ast.Attribute) and last in {"rstrip", "strip", "join"}:
            # What stands between is harmless; what is joined is looked at where it is made.
            return last != "join" and self._harmless(call.func.value, seen)
        made = self.local.get(last)
        if made is None or last in seen:
            return False
        returned = [part.value for part in ast.walk(made) if isinstance(part, ast.Return)]
        self.functions.append(made)
        try:
            return bool(returned) and all(
                value is not None and self._harmless(value, (*seen, last)) for value in returned
            )
        finally:
            self.functions.pop()


def _own_sentence(call: ast.Call) -> bool:
    """A marked sentence of the program, translated, with nothing put into it."""
    if _last(call.func) in {"tr", "_tr"} and not call.keywords and len(call.args) == 1:
        inner = call.args[0]
        return isinstance(inner, ast.Call) and _last(inner.func) == "N_"
    return _last(call.func) == "N_"


def _given(function: ast.AST, name: str) -> Iterator[ast.expr | None]:
    """What a name is given within a function; none where that cannot be told."""
    for part in ast.walk(function):
        match part:
            case ast.arg(arg) if arg == name:
                yield None
            case ast.Assign(targets, value):
                for target in targets:
                    if isinstance(target, ast.Name) and target.id == name:
                        yield value
                    elif name in {n.id for n in ast.walk(target) if isinstance(n, ast.Name)}:
                        yield from _of_several(target, value, name)
            case ast.AugAssign(ast.Name(id), _, value) if id == name:
                yield value
            case ast.AnnAssign(ast.Name(id), _, value) if id == name:
                yield value
            case ast.For(target) | ast.comprehension(target):
                if name in {n.id for n in ast.walk(target) if isinstance(n, ast.Name)}:
                    yield None


def _of_several(target: ast.expr, value: ast.expr, name: str) -> Iterator[ast.expr | None]:
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        for one, given in zip(target.elts, value.elts, strict=False):
            if isinstance(one, ast.Name) and one.id == name:
                yield given
    else:
        yield None
