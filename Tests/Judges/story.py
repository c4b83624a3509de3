#!/usr/bin/env python3
"""Tells the life of one plan in revisions, and asks after each whether calendars still hold it.

    story.py GRADUS [CHECK_ICS]

The schedule and the plan are edited by hand and published by `gradus export`. After each revision the strict
checker (where it is there) finds nothing in the feed and the import file beside the ones before; khal, which
imports, vdirsyncer, which subscribes, and a Radicale server end with exactly the plan's sessions: no
duplicate, no ghost. What the plan holds is read from the schedule file here, not taken from Gradus.
"""
import datetime
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import icalendar
import yaml

from calendars import Khal, Radicale, Vdirsyncer

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
NAME = "half-marathon"


class Plan:
    """A plan file with its schedule, edited as text, as a coach would."""

    def __init__(self, gradus, folder):
        self.gradus, self.folder = gradus, folder
        shutil.copytree(ROOT / "Plans", folder / "Plans")
        self.file = folder / "Plans" / f"{NAME}.yaml"
        self.schedule = folder / "Plans" / f"{NAME}.schedule.yaml"
        self.exports = folder / "Exports" / NAME
        self.taken_off = {}                  # sessions that were taken off, by UID
        self.history = set()                 # those that were past by then

    def call(self, *arguments):
        done = subprocess.run([self.gradus, *arguments], cwd=self.folder, capture_output=True, text=True)
        if done.returncode > 1:
            sys.exit(f"gradus {' '.join(arguments)}: exit {done.returncode}\n{done.stdout}{done.stderr}")

    def parts(self):
        """The text before the sessions, and each session's."""
        head, *items = re.split(r"(?m)^(?=  - date: )", self.schedule.read_text())
        return head, items

    def change(self, title, number, edit):
        """Edits the session that is the `number`-th of its title; of all where the title is None."""
        head, items = self.parts()
        number = [place for place, text in enumerate(items) if title is None or f"title: {title}\n" in text][number]
        items[number:number + 1] = edit(items[number])
        self.schedule.write_text(head + "".join(items))

    def replace(self, file, pattern, new):
        text, count = re.subn(pattern, new, file.read_text(), count=1)
        if count != 1:
            sys.exit(f"{file.name} has no {pattern}")
        file.write_text(text)

    def wanted(self):
        """What calendars must show: UID, day and title; the event too."""
        schedule = yaml.safe_load(self.schedule.read_text())
        rows = {s["id"]: (str(s["date"]), f'{s["title"]} {s["minutes"]} min') for s in schedule["sessions"]}
        for uid in self.history:
            rows.setdefault(uid, self.taken_off[uid])
        rows[schedule["event"]["id"]] = (str(schedule["event"]["date"]), schedule["event"]["name"])
        return rows


def shown(calendar):
    """UID, day and title of what takes place, and the UIDs of what does not."""
    rows, cancelled = {}, set()
    for event in icalendar.Calendar.from_ical(calendar.read_bytes()).walk("VEVENT"):
        uid = str(event["UID"])
        if uid in rows or uid in cancelled:
            sys.exit(f"{uid} is twice in {calendar.name}")
        if event.get("STATUS") == "CANCELLED":
            cancelled.add(uid)
        else:
            rows[uid] = (event["DTSTART"].dt.isoformat()[:10], str(event["SUMMARY"]))
    return rows, cancelled


def revisions(plan):
    """What happens to the plan: name, what is done, and how it is published."""
    kept = []

    def another_day(text):
        day = datetime.date.fromisoformat(re.search(r"date: (\S+)", text)[1]) - datetime.timedelta(days=1)
        return [re.sub(r"date: \S+", f"date: {day}", text, count=1)]

    def longer(text):
        minutes = int(re.search(r"minutes: (\d+)", text)[1])
        return [text.replace(f"minutes: {minutes}", f"minutes: {minutes + 15}", 1)]

    def remove(text):
        kept.append(text)
        session = yaml.safe_load(text)[0]
        plan.taken_off[session["id"]] = (str(session["date"]), f'{session["title"]} {session["minutes"]} min')
        return []

    def remove_past(text):
        plan.history.add(yaml.safe_load(text)[0]["id"])
        return remove(text)

    def split(text):
        minutes = int(re.search(r"minutes: (\d+)", text)[1])
        first = text.replace(f"minutes: {minutes}", f"minutes: {minutes - 20}", 1)
        second = re.sub(r"(?m)^    id: .*$", '    id: "0d5e7c1a-6a2b-4c3d-8e4f-5a6b7c8d9e0f"', first)
        return [first, re.sub(r"minutes: \d+", "minutes: 20", second, count=1)]

    def rename(text):
        return [re.sub(r"title: .*", "title: Run with the club", text, count=1)]

    return [
        ("nothing changed", lambda: None, []),
        ("a session moved", lambda: plan.change("Easy run", 4, another_day), []),
        ("a session longer", lambda: plan.change("Long run", 1, longer), ["--now", "2027-01-26T06:00:00Z"]),
        ("a session removed", lambda: plan.change("Long run", 5, remove), []),
        ("the session added back", lambda: plan.change("Easy run", 6, lambda text: [text, kept[-1]]), []),
        ("a session split in two", lambda: plan.change("Easy run", 2, split), []),
        ("a session renamed", lambda: plan.change("Long run", 3, rename), []),
        ("another time zone", lambda: plan.replace(plan.file, "Europe/Berlin", "America/New_York"), []),
        ("another alarm", lambda: plan.replace(plan.file, "alarm: 60m", "alarm: 25m"), []),
        ("a past session removed", lambda: plan.change(None, 0, remove_past), ["--today", "2027-02-10"]),
        ("planned anew from the plan file", lambda: plan.call(
            "plan", f"Plans/{NAME}.yaml", "--replace", "--today", "2027-02-10"), ["--today", "2027-02-10"]),
        ("the event moved", lambda: (
            plan.replace(plan.schedule, "date: 2027-04-18", "date: 2027-04-17"),
            plan.replace(plan.file, "date: 2027-04-18", "date: 2027-04-17")), ["--today", "2027-02-10"]),
        ("nothing changed, later", lambda: None, ["--now", "2027-04-01"]),
    ]


def judge_files(checker, plan, old):
    for name, options in (("calendar.ics", []), ("calendar-import.ics", ["--keep-removed"]),
                          ("calendar-busy.ics", [])):
        arguments = [sys.executable, checker, plan.exports / name, "--strict", "--previous", old / name, *options]
        if name == "calendar-busy.ics":      # all its titles are equal: one that goes is like one that comes
            arguments = arguments[:4]
        done = subprocess.run(list(map(str, arguments)), capture_output=True, text=True)
        if done.returncode:
            sys.exit(f"{' '.join(map(str, arguments))}\n{done.stdout}{done.stderr}")


def main():
    gradus = str(pathlib.Path(sys.argv[1]).resolve())
    checker = sys.argv[2] if len(sys.argv) > 2 else None
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        plan = Plan(gradus, folder)
        plan.call("plan", f"Plans/{NAME}.yaml", "--replace")
        feed, file = plan.exports / "calendar.ics", plan.exports / "calendar-import.ics"
        khal, vdirsyncer, radicale = Khal(folder), Vdirsyncer(folder, feed), Radicale(folder)
        try:
            khal.take(file), vdirsyncer.take(), radicale.take(feed)
            for number, (what, happens, options) in enumerate(revisions(plan), start=1):
                print(f"{number:2} {what}", end="", flush=True)
                old = folder / f"before-{number}"
                shutil.copytree(plan.exports, old)
                happens()
                plan.call("export", f"Plans/{NAME}.yaml", *options)
                wanted = plan.wanted()
                for calendar in (feed, file):
                    rows, cancelled = shown(calendar)
                    if rows != wanted:
                        sys.exit(f"\n{calendar.name} differs from the plan:\n"
                                 f"{sorted(set(rows.items()) ^ set(wanted.items()))}")
                    if calendar == feed and cancelled:
                        sys.exit("\nthe feed holds cancelled events")
                if what.startswith("nothing"):
                    for part in plan.exports.glob("calendar*"):
                        if part.read_bytes() != (old / part.name).read_bytes():
                            sys.exit(f"\nnothing changed, but {part.name} differs")
                if checker:
                    judge_files(checker, plan, old)
                khal.take(file)
                vdirsyncer.take()
                touched = radicale.take(feed)
                print(f": {len(wanted)} events, {touched} touched, {len(shown(file)[1])} cancelled")
        finally:
            vdirsyncer.close()
            radicale.close()


if __name__ == "__main__":
    main()
