#!/usr/bin/env python3
"""Draws what a command printed, as an SVG of a terminal.

    gradus plan FILE | docs/picture.py "gradus plan FILE" >docs/plan.svg
"""
import html
import sys

CHARACTER, LINE, MARGIN, FONT = 8.0, 19, 20, 13

STYLE = """<style>
rect { fill: #fbfaf7; stroke: #d8d4ca; }
text { font: 13px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace;
  fill: #24292f; white-space: pre; }
.prompt { fill: #0b6e4f; font-weight: 600; }
@media (prefers-color-scheme: dark) {
  rect { fill: #16191d; stroke: #353b43; }
  text { fill: #dfe3e8; }
  .prompt { fill: #6fd3a8; }
}
</style>"""


def main():
    lines = ["$ " + sys.argv[1]] + sys.stdin.read().rstrip("\n").split("\n")
    width = int(max(map(len, lines)) * CHARACTER + 2 * MARGIN)
    height = len(lines) * LINE + 2 * MARGIN - (LINE - FONT)
    print(f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
          f'viewBox="0 0 {width} {height}" role="img" aria-label="What {html.escape(sys.argv[1])} prints">')
    print(STYLE)
    print(f'<rect x="0.5" y="0.5" width="{width - 1}" height="{height - 1}" rx="8"/>')
    for number, line in enumerate(lines):
        if not line.strip():
            continue
        # textLength keeps the columns where they are, whatever the font.
        kind = ' class="prompt"' if number == 0 else ""
        shown = line.strip()
        left = MARGIN + (len(line) - len(line.lstrip())) * CHARACTER
        print(f'<text{kind} x="{left:g}" y="{MARGIN + FONT + number * LINE - 2}" xml:space="preserve" '
              f'textLength="{len(shown) * CHARACTER:g}" lengthAdjust="spacingAndGlyphs">{html.escape(shown)}</text>')
    print("</svg>")


if __name__ == "__main__":
    main()
