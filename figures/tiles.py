"""Numbers as pictures: everyday things that get easier, and some of a hundred people.

Another room draws them from data: `everyday("name", lit_by(-2.9)).inline("css-class")`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from figures.drawing import Drawing
from figures.registry import picture

DAYS: list[tuple[str, str, str]] = [
 ("socks", "Putting on socks", "f M14 6H25V24Q25 28 30 30L38 34Q42 37 40 41Q38 44 33 43L18 38Q14 36 14 31Z|j M14 6H25V12H14Z"),
 ("stairs", "Climbing stairs", "f M4 43V34H14V26H24V18H34V10H44V43Z|l M6 22L22 8M22 8H13M22 8V17"),
 ("dishes", "Washing the dishes", "j M23 25A9 9 0 0 1 41 25Z|f M4 25H44V31Q44 43 34 43H14Q4 43 4 31Z|l M11 25V13Q11 6 17 6T23 12V14|j M34 6a3.4 3.4 0 1 0 .1 0ZM41 10a2.2 2.2 0 1 0 .1 0Z"),
 ("bed", "Making the bed", "l M5 12V40M43 27V40|f M6 25H41Q43 25 43 27V34H6Z|j M10 17H20Q22 17 22 19V22H8V19Q8 17 10 17Z|h M26 25V34"),
 ("shopping", "Carrying the shopping", "f M9 17H39L42 42H6Z|l M16 22V14A8 8 0 0 1 32 14V22|j M16 28H32V32H16Z"),
 ("shower", "Taking a shower", "l M10 43V14A8 8 0 0 1 26 14V17|f M17 22A9 8 0 0 1 35 22Z|l M20 28L18 34M26 28V35M32 28L34 34M22 38L21 41M31 38L32 41"),
 ("chair", "Getting up from a chair", "f M12 5H18V24H36V30H12Z|l M14 30L12 43M34 30L36 43|j M19 18H35V23H19Z"),
 ("turning", "Turning over in bed", "j M3 33Q3 30 6 30H15Q18 30 18 33V41H3Z|3 M12 20a6.4 6.4 0 1 0 .1 0Z|f M19 41V33Q19 26 25 26H39Q45 26 45 32V41Z|h M25 33H35Q38 33 38 36|l M3 44H45M17 16Q26 4 36 14M36 7L35.5 15.5L27 15"),
 ("queue", "Standing in a queue", "l M5 44V6|f M5 5a4.6 4.6 0 0 1 .1 9.2Z|2 M18 14a3.6 3.6 0 1 0 .1 0Z|4 M41 14a3.6 3.6 0 1 0 .1 0Z|f M14.4 23h7.2q2.4 0 2.4 2.4v7.6h-2.2v11h-3.2v-8h-1.2v8h-3.2v-11h-2.2v-7.6q0-2.4 2.4-2.4ZM37.4 23h7.2q2.4 0 2.4 2.4v7.6h-2.2v11h-3.2v-8h-1.2v8h-3.2v-11h-2.2v-7.6q0-2.4 2.4-2.4Z|1 M29.5 17a3.4 3.4 0 1 0 .1 0Z|j M25.9 25.4h7.2q2.4 0 2.4 2.4v7.6h-2.2v8.6h-3.2v-8h-1.2v8h-3.2v-8.6h-2.2v-7.6q0-2.4 2.4-2.4Z"),
 ("driving", "Driving", "f M24 5a19 19 0 1 0 .1 0ZM24 11a13 13 0 1 1-.1 0Z|j M24 19a5 5 0 1 0 .1 0Z|l M12 23H19M29 23H36M24 29V36"),
 ("cooking", "Cooking", "f M8 22H40V36Q40 42 34 42H14Q8 42 8 36Z|l M4 26H8M40 26H44|j M10 16H38V19H10Z|l M18 10Q15 7 18 3M30 10Q27 7 30 3"),
 ("sweeping", "Sweeping the floor", "l M34 5L22 25|f M17 22L28 28L27 43L6 34Z|j M18 20L30 27L28 30L16 24Z"),
 ("washing", "Hanging out the washing", "l M3 9Q24 15 45 9|f M15 12L20 13Q24 17 28 13L33 12L41 20L36 25L33 23V42H15V23L12 25L7 20Z"),
 ("garden", "Watering the garden", "f M14 20H32V42H14Z|l M32 26L43 15M40 12L46 18M14 25Q6 25 6 31T14 37|j M12 15H34V19H12Z"),
 ("toys", "Picking up toys", "f M17 5a3.6 3.6 0 1 0 .1 0ZM33 5a3.6 3.6 0 1 0 .1 0ZM25 6a8 7.6 0 1 0 .1 0ZM25 21a8 8 0 1 0 .1 0Z|j M5 31H17V43H5Z|j M38 29a7 7 0 1 0 .1 0Z|h M22.2 12.6v.1M27.8 12.6v.1M23 16.4q2 1.8 4 0M8 37h6M32 36q6 3 12 0|l M3 44H46"),
 ("child", "Lifting a child", "4 M14 13a4.6 4.6 0 1 0 .1 0Z|f M10.4 23.6h7.2q2.4 0 2.4 2.4v7.6h-2.2v11.4h-3.2v-8h-1.2v8h-3.2v-11.4h-2.2v-7.6q0-2.4 2.4-2.4Z|l M18 26L29 22M18 29L30 27|3 M33 5a4.2 4.2 0 1 0 .1 0Z|j M29.4 14.4h7.2q2.4 0 2.4 2.4v7.6h-2.2v7h-3.2v-8h-1.2v8h-3.2v-7h-2.2v-7.6q0-2.4 2.4-2.4Z|l M29.5 16L25 12M36.5 16L41 12"),
 ("dog", "Walking the dog", "f M10 25Q10 20 15 20H30L33 11Q35 8 38 11L40 14H45Q46 20 40 21L38 23V42H33V32H19V42H14V30Q10 29 10 25Z|j M33 11Q29 16 32 21L37 17Z|l M11 23Q5 19 7 12M34 24Q25 14 23 3"),
 ("sleep", "Sleeping through", "f M30 6A18 18 0 1 0 42 30A15 15 0 0 1 30 6Z|j M38 9L40 14L45 16L40 18L38 23L36 18L31 16L36 14Z"),
 ("laces", "Tying shoes", "f M6 16L18 14L30 26L41 30Q44 32 44 36H6Z|j M5 39H45V42H5Z|h M19 22L25 17M24 27L30 22"),
 ("shelf", "Reaching the top shelf", "l M4 16H44|f M8 5H18V15H8Z|j M31 4H41V15H31Z|2 M20 21a4 4 0 1 0 .1 0Z|f M16.4 30.4h7.2q2.4 0 2.4 2.4v7.6h-2.2v4.6h-3.2v-8h-1.2v8h-3.2v-4.6h-2.2v-7.6q0-2.4 2.4-2.4Z|l M24 32L30 20"),
 ("desk", "Sitting at a desk", "f M12 9H36Q38 9 38 11V27H10V11Q10 9 12 9Z|j M14 13H34V23H14Z|l M4 31H44M9 31V43M39 31V43"),
 ("friends", "Coffee with friends", "f M6 20H30V28Q30 38 18 38T6 28Z|l M30 22H34Q38 22 38 26.5T34 31H29M4 43H40|l M13 14Q11 11 13 8M22 14Q20 11 22 8"),
 ("bike", "Riding a bike", "l M11 25a8.5 8.5 0 1 0 .1 0ZM37 25a8.5 8.5 0 1 0 .1 0ZM11 34L18 19H32L24 34H11M24 34L16 14M37 34L30 12H36|f M11 11H21V15H11Z"),
 ("dancing", "Dancing", "1 M15 7a4.4 4.4 0 1 0 .1 0Z|f M11.4 17h7.2q2.4 0 2.4 2.4v7.6h-2.2v7h-3.2v-8h-1.2v8h-3.2v-7h-2.2v-7.6q0-2.4 2.4-2.4Z|l M19 20L33 20M13.4 33L10 43M16.6 33L20 43|4 M35 9a4.2 4.2 0 1 0 .1 0Z|l M24 11V3.4L29 2.4M23 11v.1|j M31.4 18.4h7.2q2.4 0 2.4 2.4l2.4 13H26.8l2.2-13q0-2.4 2.4-2.4Z|l M33 35L31 43M37 35L40 43"),
]
"""Our own everyday things, not a questionnaire's: name, words, and a drawing on 48 by 48. f is filled, l a line, j a second
tone, 1 to 4 a head in that skin, h a line in the colour of the tile."""


SCATTERED = tuple((10 + 7 * turn) % len(DAYS) for turn in range(len(DAYS)))
"""In which order they are lit: not side by side, so that nobody takes the first ones for a promise."""


@dataclass(frozen=True)
class Lit:
    """How many of the 24 get easier: whole ones, and whether one does in part (or for some people)."""

    whole: int
    part: bool = False


def lit_by(effect: float) -> Lit:
    """What a difference on the questionnaire of 24 everyday things (RDQ) looks like; less disability is negative.

    2.9 fewer light two and hatch a third; less than a tenth of a thing more is not drawn.
    Raises ValueError where there is nothing to light: things that get harder are not drawn so.
    """
    if not -len(DAYS) <= effect <= 0:
        raise ValueError(f"{effect} is not a gain on a scale of {len(DAYS)} things.")
    whole = math.floor(-effect + .05)
    return Lit(whole, -effect - whole >= .1)


def everyday(name: str, lit: Lit, desc: str = "") -> Drawing:
    """A grid of 24 everyday things, some of them lit, scattered. Which ones are lit says nothing: the caption must say so."""
    s, gap, cols = 60, 10, 6
    words = [words[0].lower() + words[1:] for _, words, _ in DAYS]
    said = f"Pictures of {len(DAYS)} everyday things that can be hard: {', '.join(words)}."
    if lit.whole or lit.part:
        said += f" {lit.whole} of them {'is' if lit.whole == 1 else 'are'} lit up" + (", and one more is hatched" if lit.part else "") + ". Which ones is chance."
    f = Drawing(name, cols * s + (cols - 1) * gap + 4, 4 * s + 3 * gap + 4, f"{len(DAYS)} everyday things", desc or said)
    f.opened.append("paper")  # each tile is its own paper
    for i, (_, _, drawing) in enumerate(DAYS):
        x, y, turn = 2 + i % cols * (s + gap), 2 + i // cols * (s + gap), SCATTERED.index(i)
        on, part = turn < lit.whole, lit.part and turn == lit.whole
        tile, ink, second = ("teal" if on else "wall", "sheet", "sand") if on or part else ("wall", "icon", "sage2")
        f.g((x, y))
        f.rect(0, 0, s, s, tile, 15)
        if part:
            edge = "M15 1.5H45A13.5 13.5 0 0 1 58.5 15V45A13.5 13.5 0 0 1 45 58.5H15A13.5 13.5 0 0 1 1.5 45V15A13.5 13.5 0 0 1 15 1.5Z"
            f.hatch(edge, (0, 0, 60, 60), "teal", 10, 5)
            f.circle((30, 30), 22.5, "teal")
        f.g((13.5, 13.5) if part else (6, 6), s=.69 if part else 1)
        for shape in drawing.split("|"):
            kind, path = shape.split(" ", 1)
            k = {"f": ink, "j": second}.get(kind, f"s{kind}")
            if kind in "fj1234":
                f.p(path, k, f' stroke="{f.fill(k)}" stroke-width="1.6"')
            else:
                f.line(path, ink if kind == "l" else "teal" if part else tile, 3.3 if kind == "l" else 2.4)
        f.end()
        f.end()
    f.opened.pop()
    return f


def of_a_hundred(name: str, count: int, desc: str) -> Drawing:
    """A hundred people as one array of ten rows, the first `count` of them marked. Only for what is counted in people.

    Raises ValueError where that is not a number of people out of a hundred.
    """
    if not 0 <= count <= 100:
        raise ValueError(f"{count} is not a number of people out of a hundred.")
    step = 30
    f = Drawing(name, 10 * step + 20, 10 * step + 20, f"{count} of 100", desc)
    f.panel(0, 0, f.width, f.height, "wall2", 18)
    for i in range(100):
        x, y, k = 10 + (i % 10 + .5) * step, 10 + i // 10 * step, "rust" if i < count else "sage"
        f.circle((x, y + 8.5), 5, k)
        f.p(f"M{x - 9:g} {y + 25:g}a9 10 0 0 1 18 0q0 2-2 2h-14q-2 0-2-2Z", k)
        if i < count:  # said without colour too
            f.line(f"M{x - 12:g} {y + 29:g}h24", "rust2", 2)
    return f.end()


@picture
def everyday_24() -> Drawing:
    """All 24, none of them lit."""
    return everyday("everyday-24", Lit(0))


@picture
def everyday_24_lit() -> Drawing:
    """Two lit and one in part, for pages whose text gives the number."""
    return everyday("everyday-24-lit", Lit(2, part=True))
