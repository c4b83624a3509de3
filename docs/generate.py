#!/usr/bin/env python3
"""Writes docs/limits.md from the rule book, the defaults and the schema of limits files, and docs/sessions.md
from the catalogue.

    docs/generate.py            write
    docs/generate.py --check    exit 1 where a page is out of date, or where docs/plan-file.md
                                does not name a key that the schema of plan files has
"""
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
RESOURCES = ROOT / "Sources" / "PlanData" / "Resources"
DOCS = ROOT / "docs"

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

SESSIONS_HEAD = """# Sessions: the catalogue, and your own

<!-- Written by `make docs` from the catalogue. Do not edit here. -->

A plan file names the sessions that may be used, by the ids below; a line may hold tighter bounds:

```yaml
sessions:
  - run-easy
  - run-intervals: { max_minutes: 50, weekdays: [tue, thu] }
```

Without `sessions`, these are taken:

USUAL

The longest of a session is less than the catalogue says where the athlete's experience or the event asks for less;
`gradus resolve FILE` prints what holds in your plan.

## Your own

Sessions of your own stand in a file that the plan names as `catalogue: my-sessions.yaml`. `add` holds new ones,
`narrow` tighter bounds for those of the catalogue:

```yaml
gradus: 1
add:
  - id: run-dunes
    title: Dune run
    sport: run
    min_minutes: 20
    max_minutes: 40
    max_per_week: 1
    weekdays: [sat, sun]
    steps:
      - { text: "Easy along the water", activity: run_easy, share: 80%, effort: 3 }
      - text: "stride up the dune"
        activity: run_hills
        share: 20%
        effort: 6
        set: { seconds: 20, recovery_seconds: 70, recovery: walk down, recovery_activity: walk_easy }
    purpose: strong feet
    specificity: { run: 0.9, other: 0.3 }
narrow:
  run-intervals: { max_minutes: 50, max_per_week: 1 }
```

| key | what it says | if not said |
|---|---|---|
| `id`, `title` | its name in files and for people | required |
| `sport` | its sport | required |
| `also` | the sport that a brick goes on with, and its share of the minutes: `{ sport: run, share: 25% }` | one sport |
| `family` | what it counts as where activities should vary | the sport |
| `role` | `endurance`, `strength` or `support` | `endurance` |
| `min_minutes`, `max_minutes` | how long it lasts | required |
| `max_per_week`, `weekdays` | how often and when it may come | as often as the limits allow, on any day |
| `flags` | `hard`: kept a day or more from other hard ones; `intense`: counts for the share of intensity; `long`: the long one of its sport; `rest_ok`: fits a rest day | none |
| `steps` | what is done: each with `text`, `activity`, `share` of the minutes and `effort` (CR-10); the shares sum to 1 | required |
| `steps.set` | a repeated set: `seconds` or `repetitions`, `recovery_seconds`, `recovery`, `recovery_activity` | one stretch |
| `purpose` | what it is for, in a few words | required |
| `specificity` | the share of its load that serves an event of a sport; `other` for the rest | required |

Load follows from the efforts of the steps, hip flexion from their activities, of which the last table has the figures.
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


def session_row(entry):
    flags = ", ".join(entry.get("flags", [])) or "–"
    often = number(entry.get("max_per_week"))
    return (f"| `{entry['id']}` | {entry['title']} | {entry['min_minutes']}–{entry['max_minutes']} | {often} | {flags} "
            f"| {entry['purpose']} |")


def sessions_page():
    entries, activities = read("templates.json")["templates"], read("activities.json")["activities"]
    usual = ["| event | sessions |", "|---|---|"]
    for sport, ids in read("defaults.json")["sessions"].items():
        usual.append(f"| {sport} | {', '.join(f'`{name}`' for name in ids)} |")
    lines = [SESSIONS_HEAD.replace("USUAL", "\n".join(usual))]
    for sport in dict.fromkeys(entry["sport"] for entry in entries):
        lines += [f"## {sport}", "", "| id | session | minutes | a week at most | flags | purpose |", "|---|---|---|---|---|---|"]
        lines += [session_row(entry) for entry in entries if entry["sport"] == sport] + [""]
    lines += ["## Activities of steps", "", "Hip flexion in run-minutes a minute: how it is estimated, and how well that is "
              "founded, is in the rule book (`gradus explain hip-load`).", "", "| activity | what | hip flexion |", "|---|---|---|"]
    lines += [f"| `{row['id']}` | {row['name']} | {number(row['hip_per_minute'])} |" for row in activities]
    return "\n".join(lines) + "\n"


def keys(schema, prefix=""):
    for name, part in schema.get("properties", {}).items():
        yield prefix + name
        if name in ("limits", "available", "times"):     # a file of its own; weekdays
            continue
        yield from keys(part, f"{prefix}{name}.")
        yield from keys(part.get("items", {}), f"{prefix}{name}.")


def main():
    pages = {"limits.md": limits_page(), "sessions.md": sessions_page()}
    if "--check" not in sys.argv[1:]:
        for name, page in pages.items():
            (DOCS / name).write_text(page, encoding="utf-8")
            print(f"wrote docs/{name}")
        return 0
    faults = [
        f"docs/{name} is out of date: make docs" for name, page in pages.items()
        if not (DOCS / name).exists() or (DOCS / name).read_text(encoding="utf-8") != page
    ]
    told = set(re.findall(r"^\| `([^`]+)`", (DOCS / "plan-file.md").read_text(encoding="utf-8"), re.M))
    wanted = set(keys(read("plan.schema.json")))
    faults += [f"docs/plan-file.md says nothing of {key}" for key in sorted(wanted - told)]
    faults += [f"docs/plan-file.md names {key}, which is no key" for key in sorted(told - wanted)]
    print("\n".join(faults) if faults else "docs/ is up to date")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
