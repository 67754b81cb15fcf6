#!/usr/bin/env python3
"""docs/rules.schema.json: all built-in rule files hold to it, and it refuses the wrong files that it can refuse

tests/rules/wrong-rule-files.txt marks these with "(schema)"; the others that are YAML at all must pass, so that an
editor does not show as wrong what the schema cannot judge.
"""
import json
import pathlib
import re
import sys

import jsonschema
import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]


class Yaml12(yaml.SafeLoader):
    """Reads scalars as editors do, by YAML 1.2: `on` is no truth value and 2020-09-27 no date."""


Yaml12.yaml_implicit_resolvers = {}
for tag, pattern, first in (("bool", r"true|false", "tf"), ("null", r"~|null|", ["~", "n", ""]),
                            ("int", r"[-+]?(?:0|[1-9][0-9]*)", list("-+0123456789")),
                            ("float", r"[-+]?[0-9]+\.[0-9]*", list("-+0123456789"))):
    Yaml12.add_implicit_resolver("tag:yaml.org,2002:" + tag, re.compile("^(?:%s)$" % pattern), first)


def with_text_keys(node):
    """JSON has no other keys than texts."""
    if isinstance(node, dict):
        return {str(key): with_text_keys(value) for key, value in node.items()}
    return [with_text_keys(item) for item in node] if isinstance(node, list) else node


def loaded(text):
    return with_text_keys(yaml.load(text, Loader=Yaml12))


def wrong_files():
    table = (ROOT / "tests/rules/wrong-rule-files.txt").read_text(encoding="utf-8")
    for block in re.split(r"^=== ", table, flags=re.M)[1:]:
        name, _, rest = block.partition("\n")
        yield name, (rest.split("\n---\n")[0] + "\n").replace("<TAB>", "\t").replace("<NUL>", "\0")


def main():
    schema = json.loads((ROOT / "docs/rules.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema)
    failures = []
    for path in sorted((ROOT / "rules").glob("*/*.yaml")):
        for error in validator.iter_errors(loaded(path.read_text(encoding="utf-8"))):
            failures.append("%s: %s: %s" % (path.relative_to(ROOT), list(error.absolute_path), error.message[:200]))
    refused = 0
    for name, text in wrong_files():
        try:
            is_valid = validator.is_valid(loaded(text))
        except (yaml.YAMLError, ValueError):
            continue  # not YAML: the editor says so without a schema
        if is_valid == name.endswith("(schema)"):
            failures.append("wrong-rule-files.txt: %s: the schema %s this" % (name, "accepts" if is_valid else "refuses"))
        refused += not is_valid
    if refused < 30:
        failures.append("only %d wrong files are refused" % refused)
    print("\n".join(failures) or "the rule files hold to the schema, %d wrong ones do not" % refused)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
