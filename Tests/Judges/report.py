#!/usr/bin/env python3
"""Judges reports in a real browser: Debian's chromium, and axe-core for accessibility.

    report.py REPORT.html...

Each is looked at 1280 and 360 pixels wide, light and dark; nothing may be fetched, the page may never scroll
sideways, axe may find nothing, and it prints to A4 and Letter: week sheets a page a week, whole. Without script it
says the same.
"""
import pathlib
import shutil
import sys

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

LOOKS = [(width, scheme) for width in (1280, 360) for scheme in ("light", "dark")]
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
TEXT = "document.body.textContent"


def chromium(playwright):
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not program:
        sys.exit("chromium is missing: apt-get install chromium")
    return playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])


def opened(context, address, faults):
    """The page, with every request beyond the file itself and every complaint as a fault."""
    page = context.new_page()
    page.on("request", lambda request: None if request.url in (address, "data:,")
            else faults.append(f"fetches {request.url}"))
    page.on("console", lambda message: faults.append(f"the console says: {message.text}"))
    page.goto(address)
    return page


def violations(page):
    # Script of the page is off by its own policy; axe comes in from outside it.
    for violation in Axe().run(page).response["violations"]:
        for node in violation["nodes"]:
            yield f"axe: {violation['id']}: {violation['help']}: {node['html'][:160]}"


def judged(browser, path):
    address = path.resolve().as_uri()
    faults = []
    texts = set()
    for width, scheme in LOOKS:
        with browser.new_context(
                viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True) as context:
            page = opened(context, address, faults)
            texts.add(page.evaluate(TEXT))
            page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
            found = list(violations(page))
            if page.evaluate(SIDEWAYS) > 0:
                found.append("the page scrolls sideways")
            faults += [f"{width} px, {scheme}: {fault}" for fault in found]
    with browser.new_context(java_script_enabled=False) as context:
        page = opened(context, address, faults)
        if {page.locator("body").text_content()} != texts:
            faults.append("without script it says something else")
        for paper in ("A4", "Letter"):
            pages = page.pdf(format=paper).count(b"/Type /Page\n")
            weeks = page.locator("section.week").count()
            if pages == 0 or weeks and pages != weeks:
                faults.append(f"{paper}: {pages} pages are printed" + (f" for {weeks} weeks" if weeks else ""))
    return faults


def main():
    count = 0
    with sync_playwright() as playwright:
        browser = chromium(playwright)
        for name in sys.argv[1:]:
            for fault in dict.fromkeys(judged(browser, pathlib.Path(name))):
                print(f"{name}: {fault}")
                count += 1
        browser.close()
    sys.exit(1 if count else 0)


main()
