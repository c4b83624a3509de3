#!/usr/bin/env python3
"""Plans the half marathon with a built gradus and keeps what it gives as the example.

    docs/example.py GRADUS

Writes the schedule beside the plan, Exports/half-marathon as if it was published for the first time, the transcript in README.md and the picture
docs/half-marathon.svg. Run it after a change of the planner, and read the difference.
"""
import datetime
import html
import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
PLAN = "Plans/half-marathon.yaml"
WIDTH, LEFT, STEP, BAR = 760, 60, 56, 38

STYLE = """<style>
.ground { fill: #ffffff; } .ink { fill: #24292f; } .faint { fill: #57606a; } .axis { stroke: #8c959f; }
.load { fill: #0f7869; stroke: #0f7869; } .hip { fill: #5a00d2; stroke: #5a00d2; } .easier { fill-opacity: 0.4; }
text { font: 12px system-ui, -apple-system, "Segoe UI", sans-serif; } .title { font-size: 15px; font-weight: 600; }
@media (prefers-color-scheme: dark) {
  .ground { fill: #12151a; } .ink { fill: #e6e9ed; } .faint { fill: #a9b1ba; }
  .load { fill: #78c396; stroke: #78c396; } .hip { fill: #e196e1; stroke: #e196e1; }
}
</style>"""


def gradus(program, *arguments):
    return subprocess.run([program, *arguments], cwd=ROOT, check=True, capture_output=True, text=True).stdout


def weeks(plan):
    """Load, hip flexion and longest session of each week."""
    for number, kind in enumerate(plan["week_types"]):
        first, last = 7 * number, 7 * number + 7
        sessions = [session for day in plan["days"] for session in day["sessions"]
                    if first <= day_number(plan, day) < last and session.get("kind") != "event"]
        longest = max((s["minutes"] for s in sessions if s.get("long")), default=None)
        yield {"number": number + 1, "kind": kind, "load": sum(s["load"] for s in sessions),
               "hip": sum(s["hip"] for s in sessions), "longest": longest}


def day_number(plan, day):
    start = datetime.date.fromisoformat(plan["start_date"])
    return (datetime.date.fromisoformat(day["date"]) - start).days


def bars(rows, key, top, height, unit):
    largest = max(row[key] for row in rows)
    for row in rows:
        size = height * row[key] / largest
        left = LEFT + (row["number"] - 1) * STEP
        kind = key if row["kind"] == "load" else f"{key} easier"
        yield f'<rect class="{kind}" x="{left}" y="{top + height - size:.1f}" width="{BAR}" height="{size:.1f}"/>'
        yield (f'<text class="ink" x="{left + BAR / 2}" y="{top + height - size - 5:.1f}" '
               f'text-anchor="middle">{row[key]:.0f}</text>')
    yield f'<line class="axis" x1="{LEFT - 8}" y1="{top + height}" x2="{WIDTH - 20}" y2="{top + height}"/>'
    yield f'<text class="faint" x="{LEFT - 12}" y="{top + height}" text-anchor="end">{unit}</text>'


def picture(plan):
    rows = list(weeks(plan))
    first, last = rows[0], max(rows, key=lambda row: row["load"])
    summary = (f"Weekly load rises from {first['load']:.0f} to {last['load']:.0f} AU in week {last['number']}, "
               "with easier weeks between, and falls in the taper.")
    yield (f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="430" viewBox="0 0 {WIDTH} 430" '
           'role="img" aria-labelledby="title summary">')
    yield f'<title id="title">{html.escape(plan["title"])}, week by week</title>'
    yield f'<desc id="summary">{html.escape(summary)}</desc>'
    yield STYLE
    yield f'<rect class="ground" width="{WIDTH}" height="430"/>'
    yield f'<text class="ink title" x="{LEFT - 40}" y="28">{html.escape(plan["title"])}: load of each week</text>'
    yield from bars(rows, "load", 60, 150, "AU")
    for row in rows:
        middle = LEFT + (row["number"] - 1) * STEP + BAR / 2
        kind = {"deload": "easier", "taper": "taper"}.get(row["kind"], "")
        yield f'<text class="ink" x="{middle}" y="228" text-anchor="middle">{row["number"]}</text>'
        yield f'<text class="faint" x="{middle}" y="244" text-anchor="middle">{kind}</text>'
    yield f'<text class="ink title" x="{LEFT - 40}" y="282">Hip flexion, in run-minutes</text>'
    yield from bars(rows, "hip", 310, 80, "min")
    yield (f'<text class="faint" x="{LEFT - 40}" y="416">AU: effort (0 to 10) x minutes. One run-minute is the hip '
           'flexion of one minute of easy running. The event is not counted.</text>')
    yield "</svg>"


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    # What stands would be kept, and the ledger would tell of it: the example is the plan's first schedule.
    (ROOT / "Plans" / "half-marathon.schedule.yaml").unlink(missing_ok=True)
    (ROOT / "Exports" / "half-marathon" / "ledger.json").unlink(missing_ok=True)
    transcript = gradus(program, "plan", PLAN)
    print(transcript, end="")
    readme = ROOT / "README.md"
    block = f"<!-- transcript -->\n```console\n$ make plan\n{transcript}```\n<!-- end of transcript -->"
    text, count = re.subn(r"<!-- transcript -->.*<!-- end of transcript -->", lambda _: block,
                          readme.read_text(encoding="utf-8"), flags=re.S)
    if count != 1:
        sys.exit("README.md has no place for the transcript")
    readme.write_text(text, encoding="utf-8")
    plan = json.loads(gradus(program, "plan", PLAN, "--json"))
    (ROOT / "docs" / "half-marathon.svg").write_text("\n".join(picture(plan)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
