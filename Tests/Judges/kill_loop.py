#!/usr/bin/env python3
"""Kills `gradus export` again and again, at moments drawn with a fixed seed.

    kill_loop.py GRADUS [KILLS]

After each of 200 kills every file is whole, old or new, and the ledger is ahead of no calendar's back: no
SEQUENCE in a calendar is above the ledger's, none ever falls. Half of the kills are followed by an export that
nobody disturbs: then all files are, byte for byte, what they are in a folder where nobody was killed. In the
other half the plan changes on; an export at the end brings all of it together.
"""
import json
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ElementTree

PLAN = """gradus: 1
id: small
title: Small plan
athlete: { name: Sample runner, born: 1990, experience: recreational, zone: Europe/Berlin }
event: { name: Park run, sport: run, date: 2027-03-21, start: "10:00", expected: 30m, priority: C }
start: 2027-03-01
baseline: { run: { per_week: 3, minutes: 35m, longest: 50m } }
available: { tue: 60m, thu: 60m, sun: 75m }
sessions: [run-easy, run-long, mobility]
times: { tue: "18:30" }
"""
NUMBERS = re.compile(rb"(?m)^(SEQUENCE|DTSTAMP|CREATED|LAST-MODIFIED):.*\r\n")


def check(happens, what):
    if not happens:
        sys.exit(what)


class Folder:
    """A plan with its exports, under the current numbers of change."""

    def __init__(self, gradus, place):
        self.gradus, self.place = gradus, place
        self.exports = place / "Exports" / "small"
        self.schedule = place / "small.schedule.yaml"
        self.highest = {}
        place.mkdir()
        (place / "small.yaml").write_text(PLAN)
        subprocess.run([gradus, "plan", "small.yaml"], cwd=place, check=True, capture_output=True)
        self.names = set(self.contents())

    def export(self):
        return subprocess.Popen([self.gradus, "export", "small.yaml"], cwd=self.place, stderr=subprocess.DEVNULL)

    def export_whole(self):
        check(self.export().wait() == 0, f"{self.place}: export failed")

    def contents(self):
        return {path.name: path.read_bytes() for path in self.exports.iterdir() if not path.name.startswith(".")}

    def check(self):
        """Every file is whole, and the ledger knows all that is published."""
        files = self.contents()
        check(set(files) == self.names, f"these are not all files: {sorted(files)}")
        for name in ("calendar.xml", "plan.xml"):
            ElementTree.fromstring(files[name])
        json.loads(files["report.json"])
        for name in ("report.html", "week-sheet.html"):
            check(files[name].rstrip().endswith(b"</html>"), f"{name} is cut off")
        check(files["sessions.csv"].endswith(b"\r\n"), "sessions.csv is cut off")
        ledger = json.loads(files["ledger.json"])
        known = {event["uid"]: event for calendar in ledger["calendars"] for event in calendar["events"]}
        for name in ("calendar.ics", "calendar-import.ics", "calendar-busy.ics"):
            text = files[name]
            check(text.startswith(b"BEGIN:VCALENDAR\r\n") and text.endswith(b"END:VCALENDAR\r\n"),
                  f"{name} is cut off")
            for event in text.decode().split("BEGIN:VEVENT\r\n")[1:]:
                check("END:VEVENT\r\n" in event, f"{name} is cut off")
                uid = re.search(r"UID:(.*)\r\n", event)[1]
                sequence = int(re.search(r"SEQUENCE:(\d+)", event)[1])
                check(uid in known and sequence <= known[uid]["sequence"], f"{name}: {uid} is ahead of the ledger")
                if sequence == known[uid]["sequence"]:
                    modified = re.sub("[-:]", "", known[uid]["modified"])
                    check(f"LAST-MODIFIED:{modified}\r\n" in event, f"{name}: {uid} is not what the ledger says")
                check(sequence >= self.highest.get((name, uid), 0), f"{name}: SEQUENCE of {uid} fell")
                self.highest[name, uid] = sequence


def edit(text, draw):
    """The schedule after a change that a coach might make."""
    head, *items = re.split(r"(?m)^(?=  - date: )", text)
    number = draw.randrange(len(items))
    kind = draw.choice(["longer", "named", "moved", "removed"])
    if kind == "removed" and len(items) > 4:
        del items[number]
    elif kind == "longer":
        items[number] = re.sub(r"minutes: (\d+)", lambda m: f"minutes: {(int(m[1]) + 7) % 60 + 10}", items[number], count=1)
    elif kind == "moved":
        items[number] = re.sub(r"date: (.*)-\d\d", lambda m: f"date: {m[1]}-{draw.randrange(1, 21):02}", items[number], count=1)
    else:
        items[number] = re.sub(r"title: .*", f"title: Session {draw.randrange(100)}", items[number], count=1)
    return head + "".join(items)


def kill(folder, draw, usual):
    """Exports, and kills that: anywhere, or while the files take their places. Whether it was in time."""
    before = (folder.exports / "ledger.json").stat().st_ino
    process = folder.export()
    if draw.random() < 0.4:
        time.sleep(draw.uniform(0, usual))
    else:
        deadline = time.monotonic() + 20 * usual
        mark = draw.choice(["draft", "ledger"])
        while process.poll() is None and time.monotonic() < deadline:
            if mark == "ledger" and (folder.exports / "ledger.json").stat().st_ino != before:
                break
            if mark == "draft" and any(path.name.endswith(".tmp") for path in folder.exports.iterdir()):
                break
        time.sleep(draw.uniform(0, 0.004))
    process.kill()
    return process.wait() != 0


def main():
    gradus = str(pathlib.Path(sys.argv[1]).resolve())
    kills = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    draw = random.Random(5)
    with tempfile.TemporaryDirectory() as name:
        hit, calm = Folder(gradus, pathlib.Path(name) / "hit"), Folder(gradus, pathlib.Path(name) / "calm")
        first = hit.schedule.read_text()
        start = time.monotonic()
        hit.export_whole()
        usual = time.monotonic() - start
        done = in_time = half = 0
        while done < kills:
            if done == kills // 2:                       # from here on nobody heals
                shutil.rmtree(calm.exports)
                shutil.copytree(hit.exports, calm.exports)
            new = edit(draw.choice([first, hit.schedule.read_text()]), draw)
            for folder in (hit, calm):
                folder.schedule.write_text(new)
            old = hit.contents()
            in_time += kill(hit, draw, usual)
            done += 1
            hit.check()
            changed = {name for name, content in hit.contents().items() if content != old[name]}
            half += "ledger.json" in changed and "calendar-import.ics" not in changed
            if done <= kills // 2:
                hit.export_whole()
                calm.export_whole()
                check(hit.contents() == calm.contents(), "healed, the files are not what they would have been")
                hit.check()
        hit.export_whole()
        calm.export_whole()
        hit.check()
        for part in ("calendar.ics", "calendar-busy.ics"):
            bare = [NUMBERS.sub(b"", folder.contents()[part]) for folder in (hit, calm)]
            check(bare[0] == bare[1], f"{part} is not what it would have been")
        left = [path.name for path in hit.exports.iterdir() if path.name.startswith(".")]
        check(not left, f"drafts are left behind: {left}")
        print(f"{done} kills, {in_time} before the end, {half} between the ledger and the calendars")
        check(in_time > kills / 3, "the kills came too late to say anything")


if __name__ == "__main__":
    main()
