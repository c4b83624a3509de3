#!/usr/bin/env python3
"""Writes docs/limits.md from the rule book, the defaults and the schema of limits files.

    docs/generate.py            write
    docs/generate.py --check    exit 1 where the page is out of date, or where docs/plan-file.md
                                does not name a key that the schema of plan files has
"""
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
RESOURCES = ROOT / "Sources" / "PlanData" / "Resources"
PAGE = ROOT / "docs" / "limits.md"

HEAD = """# Limits: every rule and every number

<!-- Written by `make docs` from the rule book, the defaults and the schema. Do not edit here. -->

A limits file is the coach's policy. It names only what differs from the defaults:

```yaml
# yaml-language-server: $schema=../../docs/schemas/limits.schema.json
gradus-limits: 1
title: My runners
extends: recreational.yaml            # another limits file; what is said here wins
rules:
  weekly-rise: { max: 8% }            # a number
  monotony: watches                   # an effect
  workload-ratio: { effect: binds, ewma: 1.4 }
waivers:
  - { rule: rest-days, from: 2027-03-01, until: 2027-03-07, reason: training camp }
  - { rule: hip-load, dates: [2027-03-20], until: 2027-03-20, reason: hill race }
  - { rule: single-session-spike, sessions: [6f3226dd-…], until: 2027-03-28, reason: tune-up race }
```

What a breach does is the rule's *effect*: `binds` (the planner keeps it, a breach is to be changed),
`watches` (the planner keeps it, a breach is worth a look), `notes` (the planner is free, a breach is noted)
or `off`. Of rules with no limit of their own, such as `hip-share`, what is worth a look has a price for the
planner instead: `coaching.watch_price` in the plan file. A waiver suspends a rule until its last day, with a
reason, and is shown wherever the plan is; it may be for single days or single sessions of the schedule.
`gradus check` says when it has ended.

Where a finding was made by a number of yours, it names the file and the line.

The grade says how good the evidence is that the rule matters. It is not a promise: every rule here is about
what was done or is planned, never about what will happen to a body.
"""


def read(name):
    return json.loads((RESOURCES / name).read_text(encoding="utf-8"))


def number(value):
    return "–" if value is None else f"{value:g}" if isinstance(value, (int, float)) else str(value)


def flow(value):
    """A value as it stands in a limits file."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key}: {flow(part)}" for key, part in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    return number(value)


def settings(schema):
    """The keys of a rule in a limits file."""
    keys = set()
    for choice in schema.get("oneOf", [schema]):
        keys |= set(choice.get("properties", {}))
    return sorted(keys - {"effect"}), "oneOf" in schema


def profiles(rule, defaults):
    """Who gets which numbers when no limits file says otherwise."""
    for profile in defaults["profiles"]:
        for row in profile["rows"]:
            if row["rule"] == rule:
                texts = [f"{key}: {flow(value)}" for key, value in row.items()
                         if key not in ("rule", "grade", "source")]
                yield f"| {profile['id']} | `{'`, `'.join(texts)}` | {row['grade']} | {row['source']} |"


def section(rule, grades, defaults, schema):
    grade = rule["evidence"]
    lines = ["", f"## `{rule['id']}`: {rule['title']}", "",
             f"{rule['meaning']}", "",
             f"*{rule['effect']}* by default · evidence **{grade}** ({grades.get(grade.rstrip('+-'), grades.get(grade, ''))})", "",
             f"    {rule['formula']}", "", f"Default: {rule['default']}."]
    if rule.get("contested"):
        lines += ["", f"**Contested or limited.** {rule['contested']}"]
    if rule.get("numbers"):
        lines += ["", "| number | value | unit |", "|---|---|---|"]
        lines += [f"| `{n['name']}` | {number(n.get('value'))} | {n.get('unit', '')} |" for n in rule["numbers"]]
    keys, has_effect = settings(schema["properties"]["rules"]["properties"].get(rule["id"], {}))
    if keys:
        lines += ["", f"Keys: `{'`, `'.join((['effect'] if has_effect else []) + keys)}`."]
    for text in rule.get("refer", []):
        lines += ["", f"> {text}"]
    lines += ["", rule["change"]]
    rows = list(profiles(rule["id"], defaults))
    if rows:
        lines += ["", "| for | numbers | grade | source |", "|---|---|---|---|"] + rows
    lines += ["", "Sources:", ""]
    for source in rule["sources"]:
        doi = f" [doi:{source['doi']}](https://doi.org/{source['doi']})" if source.get("doi") else ""
        lines.append(f"- {source['text'].rstrip('.')}.{doi}")
    return lines


def limits_page():
    book, defaults = read("rules.json"), read("defaults.json")
    schema = read("limits.schema.json")
    grades = book["grades"]
    lines = [HEAD, "| grade | means |", "|---|---|"]
    lines += [f"| {grade} | {text} |" for grade, text in grades.items()]
    lines += ["", "| profile | for |", "|---|---|"]
    lines += [f"| {profile['id']} | {profile['for']} |" for profile in defaults["profiles"]]
    lines += ["", "Profiles are laid over each other: usual, then experience, then age, then the coach's own file."]
    for rule in book["rules"]:
        lines += section(rule, grades, defaults, schema)
    return "\n".join(lines) + "\n"


def keys(schema, prefix=""):
    for name, part in schema.get("properties", {}).items():
        yield prefix + name
        if name in ("limits", "available", "times"):     # a file of its own; weekdays
            continue
        yield from keys(part, f"{prefix}{name}.")
        yield from keys(part.get("items", {}), f"{prefix}{name}.")


def main():
    page = limits_page()
    if "--check" not in sys.argv[1:]:
        PAGE.write_text(page, encoding="utf-8")
        print(f"wrote {PAGE.relative_to(ROOT)}")
        return 0
    faults = []
    if not PAGE.exists() or PAGE.read_text(encoding="utf-8") != page:
        faults.append("docs/limits.md is out of date: make docs")
    told = set(re.findall(r"^\| `([^`]+)`", (ROOT / "docs" / "plan-file.md").read_text(encoding="utf-8"), re.M))
    wanted = set(keys(read("plan.schema.json")))
    faults += [f"docs/plan-file.md says nothing of {key}" for key in sorted(wanted - told)]
    faults += [f"docs/plan-file.md names {key}, which is no key" for key in sorted(told - wanted)]
    print("\n".join(faults) if faults else "docs/ is up to date")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
