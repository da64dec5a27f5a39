"""What the editor of an author sees: the file as YAML 1.2 resolves it, held against the schema."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import yaml
from jsonschema import Draft7Validator

from progpro_tui.authoring.schema import schema_of
from tests.authoring.small import HOST

CORE = {
    "null": (r"null|Null|NULL|~|", ["n", "N", "~", ""]),
    "bool": (r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    "int": (r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789")),
    "float": (r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+.0123456789")),
}
"""The core schema of YAML 1.2, which editors use: ``no`` and ``on`` are words, 1.0.0 too."""


class CoreLoader(yaml.CSafeLoader):
    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - PyYAML's own way to say it


for tag, (pattern, firsts) in CORE.items():
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^({pattern})$"), firsts)


def as_editor(words: str) -> Any:
    """What an editor makes of a file."""
    return yaml.load(words, CoreLoader)  # CoreLoader is a safe one


def resolved(data: Any) -> Any:
    """What an editor makes of texts that stand without quotation marks."""
    if isinstance(data, dict):
        return {key: resolved(value) for key, value in data.items()}
    if isinstance(data, list):
        return [resolved(value) for value in data]
    node = yaml.ScalarNode("", data)
    for tag, (pattern, _) in CORE.items():
        if re.fullmatch(pattern, data):
            node.tag = f"tag:yaml.org,2002:{tag}"
            return CoreLoader("").construct_object(node)
    return data


@cache
def validator() -> Draft7Validator:
    return Draft7Validator(schema_of(HOST))


def complaints(seen: Any) -> list[str]:
    """What the editor underlines."""
    return [
        f"{'.'.join(map(str, error.absolute_path))}: {error.message[:100]}"
        for error in validator().iter_errors(seen)
    ]
