#!/usr/bin/env python3
"""Imports a calendar with khal and subscribes to it with vdirsyncer, each of them twice.

    import_calendar.py CALENDAR.ics

Each must end with exactly the calendar's events: none lost, none there twice. khal and vdirsyncer are
those of the Python that runs this.
"""
import functools
import http.server
import pathlib
import subprocess
import sys
import sysconfig
import tempfile
import threading

import icalendar

KHAL = """[calendars]
[[plan]]
path = {folder}/khal
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {folder}/khal.db
"""

VDIRSYNCER = """[general]
status_path = "{folder}/status/"
[pair plan]
a = "web"
b = "local"
collections = null
[storage web]
type = "http"
url = "http://127.0.0.1:{port}/{name}"
[storage local]
type = "filesystem"
path = "{folder}/vdirsyncer"
fileext = ".ics"
"""


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format, *arguments):
        pass


def events(*paths, keeps_uid=True):
    """The events of files: UID, start and summary, sorted. vdirsyncer makes UIDs of its own."""
    found = []
    for path in paths:
        for event in icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT"):
            uid = str(event["UID"]) if keeps_uid else ""
            found.append((uid, event["DTSTART"].dt.isoformat(), str(event["SUMMARY"])))
    return sorted(found)


def run(program, *arguments):
    path = pathlib.Path(sysconfig.get_path("scripts")) / program
    done = subprocess.run([path, *map(str, arguments)], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{program} {arguments}: exit {done.returncode}\n{done.stdout}{done.stderr}")


def compare(program, calendar, folder, keeps_uid):
    wanted = events(calendar, keeps_uid=keeps_uid)
    got = events(*folder.glob("*.ics"), keeps_uid=keeps_uid)
    if wanted != got:
        lost = [event for event in wanted if event not in got]
        more = [event for event in got if event not in wanted]
        sys.exit(f"{program} ends with {len(got)} events, not {len(wanted)}\nlost: {lost}\nmore: {more}")


def main():
    calendar = pathlib.Path(sys.argv[1]).resolve()
    if not events(calendar):
        sys.exit(f"no event in {calendar}")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for part in ("khal", "vdirsyncer"):
            (folder / part).mkdir()

        (folder / "khal.conf").write_text(KHAL.format(folder=folder))
        for _ in range(2):
            run("khal", "-c", folder / "khal.conf", "import", "--batch", "-a", "plan", calendar)
            compare("khal", calendar, folder / "khal", keeps_uid=True)

        handler = functools.partial(QuietHandler, directory=calendar.parent)
        with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            configuration = folder / "vdirsyncer.conf"
            configuration.write_text(
                VDIRSYNCER.format(folder=folder, port=server.server_port, name=calendar.name))
            run("vdirsyncer", "-c", configuration, "discover")
            for _ in range(2):
                run("vdirsyncer", "-c", configuration, "sync")
                compare("vdirsyncer", calendar, folder / "vdirsyncer", keeps_uid=False)
            server.shutdown()


if __name__ == "__main__":
    main()
