"""Draws pictures of a visit to a massage therapist."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

from figures.bodies import Look, Pose, collar, neck, person, sleeve
from figures.drawing import Drawing
from figures.geometry import Node, Point, cap, dist, lerp, mirrored, n, rounded, smooth, xy
from figures.hands import LITTLE_EDGE, PLAIN, THUMB, Finger, back_of_hand, digits, fan, hand, leaning_arm, shoe, turned
from figures.heads import head
from figures.lying import on_side, palm_down
from figures.registry import coarse, picture
from figures.things import (
    chair,
    pillow,
    prone_arm,
    prone_body,
    prone_legs,
    side_table,
    step_dots,
    table,
)

LEAN = Pose(hip=(0, 3.4), c7=(1.56, 5.42), ankles=((-1.3, .42), (.4, .27)), wrists=((2.46, 2.92), (2.66, 2.92)), hands=(("side", 9), ("side", 7)),
            head=(.58, .7), rot=20, eyes="rest", feet=(26, 0))
"""The pose of a therapist behind the table: back leg long, back straight, weight on straight arms."""


@dataclass(frozen=True)
class Client:
    """The appearance of the client, who lies on the table."""

    skin: int
    hair: int
    style: str
    face: dict[str, Any] = field(default_factory=dict)
    wide: float = 1


def massage(f: Drawing, x: float, floor: float, u: float, who: Look, client: Client, pose: Pose = LEAN, away: float = 5.5, view: str = "side",
            heels: tuple[Node, Node] = ((2.4, 2.6), (2.8, 2.64)), hang: float = 0,
            lies: Callable[[], None] | None = None) -> None:
    """Draw a person face down on a table, with a therapist behind the table.

    Args:
        x: the x coordinate of the top of the person's head.
        heels: the points where the heels of the therapist's hands lie, measured like the joints of a pose, and how far
            the hands slope down, in degrees.
        hang: how far the sheet hangs down, in heads. If this is above 0, the client's near forearm also hangs over the edge.
        lies: draws the table and somebody who lies on it otherwise, instead of the client.
    """
    y = floor - (2.18 - .2 * (client.wide - 1)) * u  # the wider the person, the lower the table

    def to(p: Point) -> Point:
        return (x + (away - p[0]) * u, floor - rounded(.38 * u) - p[1] * u)

    def arm(heel: Node, ahead: float, k: str, cloth: str, start: float = 0) -> None:
        """Draw an arm of the therapist, who leans on it."""
        f.skin(who.skin)
        (a, b), (c, d) = pose.hip, pose.c7
        long = math.hypot(c - a, d - b)
        sh, at = to((c - (c - a) / long * .47 + .03 + ahead, d - (d - b) / long * .47 - ahead)), to(heel[:2])
        leaning_arm(f, sh, at, u, -1, k, who.limbs * 1.12, slope=sum(heel[2:]), start=start)
        if not start:
            wr = (at[0], at[1] - .22 * u)
            if who.sleeves < 1:
                sleeve(f, sh, lerp(sh, wr, .53), wr, u, cloth, who.sleeves, who.limbs)
                if u > 60:  # the bend of the elbow
                    x, y = lerp(sh, wr, .57)
                    bend = f"M{xy((x + .02 * u, y + .05 * u))}q{xy((-.06 * u, .08 * u))} {xy((-.15 * u, .06 * u))}"
                    f.line(bend, "d" if k == "s" else "l", .04 * u, "" if k == "s" else ' opacity=".5"')
            else:
                out = (sh[1] - wr[1]) / dist(sh, wr) * u, (wr[0] - sh[0]) / dist(sh, wr) * u
                f.p(smooth([(lerp(sh, wr, t)[0] + out[0] * w, lerp(sh, wr, t)[1] + out[1] * w, .4) for t, w in ((-.08, .24), (.5, .19), (.84, .16), (.84, -.16), (.58, -.22), (-.08, -.28))]), cloth)
        f.end()

    def on_table() -> None:
        if lies:
            lies()
            arm(heels[1], .13, "d", "", .66)
            arm(heels[0], 0, "s", who.top)
            return
        prone_body(f, x, y, u, client.skin, client.hair, client.style, client.wide, **client.face)
        f.end()
        arm(heels[1], .13, "d", "", .66 if who.sleeves < 1 else .9)
        arm(heels[0], 0, "s", who.top)
        table(f, x + 1.03 * u, y, 6.9 * u, u, floor)
        prone_legs(f, x, y, u, client.skin, wide=client.wide, hang=hang)
        prone_arm(f, x, y, u, client.skin, client.wide, hang > 0)

    if u > 28 and not hang and not lies:
        f.ell((x + 4.6 * u, floor + .04 * u), 4.6 * u, .16 * u, "shade", ' opacity=".12"')
    person(f, to((0, 0)), u, who, pose, -1, before_body=lambda: arm(heels[1], .13, "d", who.shade(who.top)), before_arm=on_table, view=view, arms=False)  # the therapist stands behind the table, so the feet are a little higher in the picture


@picture
@coarse(1)
def room_steps() -> Drawing:
    w, h = 310, 240
    f = Drawing("room-steps", 640, 3 * h + 40, "A first visit, step by step",
                "A young man and a therapist with a headscarf talk; he holds his low back, she writes. Alone, he undresses "
                "behind a screen, his clothes over it. Face down, a sheet to his hips, she leans in. Still lying, he holds up a "
                "hand; she lifts both hands off, palms open. He sits in the gown, hands on his thighs, a glass beside him. Dressed, "
                "he waves from the doorway; she has a hand on her heart.")
    she = Look(4, "scarf", 1, "teal", "navy", chest=.08, sleeves=1.7, face={"scarf": "sand", "nose": 1})
    on_table = Client(2, 1, "crop", {"lips": 1})
    u = 28

    # what stands at the left and at the top of each frame that is seen from closer by, and how many times as large
    closer = ((30, 4, 1.22), (), (8, 12, 1.25), (20, 0, 1.25), (52, 10, 1.2), ())

    def frame(i: int) -> float:
        x, y = i % 2 * 330, i // 2 * (h + 20)
        f.panel(x, y, w, h, ("wall", "wall2")[(i + i // 2) % 2])
        f.g((x, y))  # coordinates are measured from the corner of each frame, so that repeated shapes are identical and compress well
        if closer[i]:  # the frame cuts off feet
            left, top, size = closer[i]
            f.g((-left * size, -top * size), s=size)
        f.rect(0, h - 30, w, 30, "floor")
        return h - 18

    def close(i: int) -> None:
        if closer[i]:
            f.end()
        step_dots(f, w / 2, h - 9, i + 1, 6)
        f.end()
        f.end()

    def open_hand(at: Point, rot: float, size: float, flip: int = 1, *, palm: bool = False) -> None:
        """Draw a hand with spread fingers, seen from the back, or from the palm if `palm` is true. All these hands have the same
        shape, so that the file compresses well.
        """
        f.g(at, rot, size, sy=flip)
        back_of_hand(f, THUMB[::2], PLAIN, fine=False)
        if palm:
            f.line("M46-20Q20-14 24 12", "d", 4)
        f.end()

    def resting(at: Point, rot: float, k: str) -> None:
        """Draw a left hand at rest, from the back: the fingers bend down over what it lies on, the thumb is on our side."""
        f.g(at, rot, .29)
        f.p("M-20-13L4-14Q28-21 46-20Q70-16 85 4Q94 16 96 29Q94 36 88 33Q92 42 90 46Q86 51 80 45Q84 54 81 58Q75 63 69 54"
            "Q70 58 66 60Q60 61 57 53L46 28Q49 38 47 45Q41 51 35 44Q22 28 2 13L-20 13Z", k)
        f.line("M88 33L76 13M80 45L67 22M69 54L57 30", "l", 3)
        f.end()

    # frame 1: the client and the therapist talk; the client's near hand lies on the small of his back, out of sight
    g = frame(0)
    f.g((-26, -44), s=1.2)
    chair(f, 84, g, u, 1, back=False)
    chair(f, 236, g, u, -1)
    f.end()
    f.skin(2, 1)
    shoe(f, (134, 211), 33, 1, 0, "shade")
    f.p("M100 151H134Q146 152 145 164Q144 190 142 208H127L116 162Z", "plum2")
    f.p("M60 136C50 144 47 156 53 164Q57 168 66 168H116Q110 186 109 210H125Q128 188 136 166Q139 151 126 150Q110 146 96 139Z", "plum")
    # his far arm: the upper arm hangs beside the chest, the forearm lies on the thigh, and the hand hangs over the knee
    f.p("M86 104H104Q105 112 106 118Q110 127 121 135L118 142C111 141 103 138 98 134Q88 127 86 104Z", "d")
    resting((123, 140), 24, "d")
    f.p("M80 76Q95 78 100 88Q104 98 105 106Q98 111 84 109Z", "rust2")
    shoe(f, (116, 213), 33)
    # his near arm: the elbow points back, and the forearm goes behind him
    f.p("M46 94C40 100 35 106 32 112Q30 117 34 119C44 125 56 131 70 134V114L60 107Z", "s")
    f.p("M71 50L86 58Q87 66 90 73Q80 84 69 71Z", "s")
    f.p("M74 59L88 63Q86 68 89 71Q80 70 74 59Z", "d")
    f.p("M70 69Q80 80 89 70Q98 76 98 88Q97 112 94 130Q93 142 93 154Q74 157 53 153Q57 136 55 120Q50 96 56 82Q60 74 70 69Z", "rust")
    f.line("M69 71Q80 83 90 71", "rust2", 3)
    head(f, (85, 48), 37.500, 4, 1, "three", "crop", "open", "open", lips=1)
    f.p("M70 70C60 71 53 77 50 86C48 90 45 92 42 95Q47 105 58 110C63 104 70 98 74 90Z", "rust")
    f.line("M74 90C70 98 63 104 58 110Q47 105 42 95", "rust2", 2)
    f.end()
    f.skin(4)
    shoe(f, (205, 211), 33, -1, 0, "shade")
    f.p("M211 150Q193 152 192 166Q194 190 198 208H212L215 162Z", "navy2")
    f.p("M272 138Q278 152 275 162Q272 168 260 168H215"
        "Q217 190 219 210H206Q197 186 194 164Q193 151 205 149Q222 145 236 138Z", "navy")
    shoe(f, (220, 213), 33, -1)
    f.p("M244 76Q233 88 236 104Q242 122 241 136Q242 146 240 154"
        "Q260 158 278 154Q274 138 276 116Q277 92 272 82Q266 74 260 74Z", "teal")
    head(f, (248, 45), 37.500, -4, -1, "three", "scarf", "open", "grin", **she.face)
    # a clipboard on her lap, and her near hand, which writes; the pencil lies beyond the first finger
    f.p("M243 150L199 145L193 128L238 132Z", "wood")
    f.p("M238 147L203 142L198 130L233 133Z", "sheet")
    f.g((232, 126), -14, .29, sx=-1)
    f.line("M88 34L40-58", "rust", 9)
    f.p("M-20-13L6-15Q26-24 44-27Q58-26 66-14Q78 2 84 18Q84 25 77 23Q74 30 66 28Q60 34 52 30Q44 35 34 30Q20 20-20 13Z", "s")
    f.line("M77 23Q68 8 56-2M66 28Q58 16 48 9M52 30Q46 22 38 18", "l", 3)
    f.end()
    f.p("M262 76Q276 80 280 96C282 110 280 122 275 131Q270 138 262 137C252 136 243 134 233 132L235 120C243 121 249 121 254 120"
        "Q251 104 254 88Z", "teal")
    f.p("M238 66Q229 80 241 85Q258 90 271 82Q273 72 264 64Q250 76 238 66Z", "sand")
    f.line("M256 92Q252 106 254 120C249 121 243 121 235 120L233 132C243 134 252 136 262 137Q270 138 276 131", "teal2", 2)
    f.end()
    close(0)
    # frame 2: the client undresses behind a screen, alone in the room
    g = frame(1)
    f.rect(-9, -9, 81, g + 9, "cream2")
    f.rect(-9, -9, 71, g + 9, "rust2")
    f.circle((52, g - 92), 4, "sand")
    # a gown that waits on a hook
    f.rect(252, 50, 40, 7, "wood", 3)
    f.p("M265 62Q272 58 279 62Q288 66 290 76Q294 94 295 112Q291 117 286 114L285 106Q284 136 287 164Q272 168 257 164"
        "Q260 136 259 106L258 114Q253 117 249 112Q250 94 254 76Q256 66 265 62Z", "sage")
    f.line("M265 62Q267 82 272 92M279 62Q277 82 272 92V165M259 106L260 88M285 106L284 88M260 120H284", "sage2", 2)
    f.line("M272 53V61", "steel", 3)
    # the client, seen from the front: head, neck and bare shoulders above the screen
    f.skin(2, 1)
    f.p("M151 42C152 48 152 52 146 54C138 56 131 58 129 66C127 74 127 80 127 92H189C189 80 189 74 187 66C185 58 178 56 170 54"
        "C167 53 167 48 168 34Z", "s")
    f.p("M168 35L154 45Q152 48 152 51Q164 50 168 35Z", "d")
    f.line("M143 58Q150 59 155 61M173 58Q166 59 161 61M136 77V86M180 77V86", "d", 2)
    head(f, (158, 30), 31, 0, -1, "three", "crop", "open", "smile", lips=1)
    f.end()
    # the folding screen has three panels; his shirt and trousers hang over it
    for left, k in ((86, "cream"), (134, "cream2"), (182, "cream")):
        a, b = (0, -5) if k == "cream" else (-5, 0)
        f.p(f"M{left} {84 + a}L{left + 48} {84 + b}V{216 + b}L{left} {216 + a}Z", "wood")
        f.p(f"M{left + 5} {90 + a}L{left + 43} {90 + b}V{204 + b}L{left + 5} {204 + a}Z", k)
    f.p("M92 82Q110 76 128 79L130 124Q112 129 96 126L95 100L87 109L79 103Q82 90 92 82Z", "rust")
    f.line("M95 100V92", "rust2", 2)
    f.p("M190 82Q206 75 222 78L224 142H209L207 102L205 145H190Z", "plum")
    shoe(f, (252, 207), u, 1, 0, "shade")
    shoe(f, (244, 213), u)
    close(1)
    # frame 3: the client lies under the sheet
    g = frame(2)
    fine, v = .6, 47.4  # at this scale, coordinates are rounded in finer steps than in the rest of the picture
    f.g((14, 0), s=fine)
    massage(f, 0, g / fine, v, she, on_table, replace(LEAN, head=(.44, .6)), view="three",
            heels=((2.15, 2.66), (3.1, 2.74)), hang=.75)
    f.end()
    close(2)
    # frame 4: the client, still lying, raises a hand from the elbow; the therapist, beyond the table, lifts both hands
    g = frame(3)
    f.g((172, 6), s=.94)
    f.skin(4)
    for s in (-1, 1):
        f.g((0, 112), -6 * s, sx=s)
        f.p("M8 94C7 100 5 104 7 108Q16 112 26 108C28 104 21 101 19 94Z", "shoe")
        f.p("M-1 0V14C2 30 6 46 6 56C5 68 6 84 7 98H20C21 86 23 74 21 60C23 44 23 20 21 0Z", "navy")
        f.end()
    f.p("M-14 42H10Q21 44 23 56C18 80 19 94 23 119C0 123 0 123-23 119C-19 94-18 80-23 56Z", "teal")
    f.skin(3)  # the therapist's palms, towards the viewer
    for s in (-1, 1):
        f.g(sx=s)
        open_hand((49, 54), -83, .28, palm=True)
        f.p("M7 42H13C22 42 27 46 30 53C34 63 37 71 40 78L43 53H55C58 69 56 84 53 98Q52 102 47 102C34 93 24 82 19 66Z", "teal")
        f.line("M21 60Q22 69 27 78M43 53H55M40 78Q40 84 44 88", "teal2", 2)
        f.end()
    f.end()
    head(f, (0, 24), 32, 0, -1, "three", "scarf", "open", "calm", brow=2, **she.face)
    f.end()
    f.end()
    f.g((36, 0), s=fine)  # the same body as in frame 3, so that the file compresses well
    y = g / fine - 2.18 * v
    f.skin(2)
    f.p(f"M{n(.2 * v)} {n(y)}V{n(y - .44 * v)}H{n(v)}V{n(y)}Z", "d")  # the forearm under his cheek
    f.end()
    prone_body(f, 0, y, v, 2, 1, "crop", turned=True, lips=1)
    f.end()
    table(f, -.6 * v, y, 8.53 * v, v, g / fine, rest=False)
    prone_legs(f, 0, y, v, 2)
    f.skin(2)
    open_hand((-.22 * v, y - 1.16 * v), -97, .45, -1)
    f.p(smooth([(a * v, y - b * v, *r) for a, b, *r in (
        (2.0, .56, .4), (1.84, .78), (1.56, .74), (1.3, .54), (1.0, .34), (.7, .18), (.42, .1, .5), (.25, .34), (.1, .66),
        (-.09, 1.14, .3), (-.33, 1.14, .3), (-.31, .7), (-.24, .3), (-.14, -.04), (-.1, -.22, .5), (.04, -.28), (.4, -.24), (.9, -.16),
        (1.4, -.06), (1.74, .1), (1.92, .3))]), "s")
    f.line(smooth([(a * v, y - b * v) for a, b in ((.66, .17), (.86, .27), (1.1, .41), (1.32, .55))], closed=False), "d", .045 * v)
    f.end()
    f.end()
    close(3)
    # frame 5: the client sits up for a while, in a gown, a sheet over his lap and his hands on it
    g = frame(4)
    side_table(f, 246, 160, g, 44)
    f.p("M260 160h16l3-26h-22Z", "sky")
    f.p("M257 134h22l-.8 7h-20.400Z", "sheet")
    table(f, 20, 154, 186, 33, 222, rest=False)
    f.skin(2, 1)
    for at, k in (((33, -3), "d"), ((0, 0), "s")):  # the legs point to us; the far one is a little ahead
        f.g(at)
        f.p("M139 164C138 182 139 194 144 208Q140 219 145 222Q156 224 168 222Q175 219 168 214Q159 208 157 201C162 190 163 178 162 164Z", k)
        f.line("M165 221V218M160 222V219", "l", 1.4)
        f.end()

    def sewn(*points: Node, k: str) -> None:
        f.p(smooth([(150 + x * 33, 160 - y * 33, *r) for x, y, *r in points]), k)

    f.p("M143 54L140 66L154 94L164 66V54Z", "d")
    f.p("M140 66C128 69 119 76 118 90L124 140H178L181 86C178 74 170 68 162 66Q160 80 154 92Q146 80 140 66Z", "sage")
    f.line("M140 66Q146 84 155 96V136M162 66Q160 82 155 94", "sage2", 3)
    # the sheet over both thighs and knees
    sewn((-.85, 1.0, .4), (-1.02, .5), (-.9, 0), (-.46, -.3), (-.42, -.62, .2), (.0, -.68), (.52, -.5),
        (1.02, -.58), (1.44, -.46, .2), (1.42, .1), (1.24, .56), (.9, .96, .4), k="sheet")
    f.line("M168 176Q169 154 157 144M136 169Q138 158 135 150", "cream2", 2)
    # each hand lies on a thigh, from the shoulder over the elbow
    open_hand((137, 132), 54, .28)
    open_hand((178, 128), 72, .28, -1)
    sewn((-.3, 2.84, .4), (-.7, 2.76), (-1.02, 2.5), (-1.18, 2.0), (-1.32, 1.5), (-1.33, 1.2, .5), (-1.1, 1.0), (-.74, .82), (-.5, .72, .3),
        (-.32, .98, .3), (-.64, 1.2), (-.84, 1.42), (-.74, 1.9), (-.56, 2.4, .4), k="sage")
    sewn((.36, 2.84, .4), (.7, 2.72), (.92, 2.44), (1.08, 1.94), (1.2, 1.48), (1.2, 1.22, .5), (1.08, 1.02), (1.0, .86, .3), (.68, .94, .3),
        (.74, 1.2), (.74, 1.44), (.66, 1.9), (.5, 2.4, .4), k="sage")
    f.line("M130 89Q124 100 123 113Q127 122 139 128L133 136M171 91L174 112L172 129L183 132", "sage2", 2)
    head(f, (153, 42), 37.500, 2, 1, "three", "crop", "glad", "grin", lips=1)
    f.end()
    close(4)
    # frame 6: the client waves from the doorway; the therapist stays inside, a hand on her chest
    g = frame(5)
    f.rect(192, -9, 118, h, "cream2")
    f.rect(206, -9, 104, h - 21, "sky")
    f.rect(206, 150, 104, 72, "sage")
    f.g((-6, 0))
    f.skin(2, 1)
    f.p("M220 176H288C293 196 291 222 288 242H258L254 206L250 242H220C217 222 215 196 220 176Z", "plum")
    f.line("M254 184V206", "plum2", 2)
    f.p("M238 54C240 66 240 72 234 77L254 88L274 77C268 72 267 66 268 54Z", "s")
    open_hand((172, 90), -94, .37, -1, palm=True)
    f.p("M200 98L189 110L186 130Q184 112 179 88H166C162 106 161 126 162 144Q162 152 166 154Q169 156 174 154C186 152 200 142 213 124Z", "s")
    f.p("M236 75Q254 86 272 75C281 79 291 80 297 87C303 95 304 108 305 123Q298 128 290 126L288 114C288 132 284 146 286 160"
        "C288 170 289 176 289 184Q254 192 219 184C220 172 223 160 223 148C223 136 222 126 220 118C215 121 211 125 208 129"
        "Q196 123 189 111C196 100 203 90 211 85C218 80 227 79 236 75Z", "rust")
    f.line("M236 76Q254 87 272 76", "rust2", 4)
    # the arm that does not wave, with its hand in the pocket
    f.p("M290 126Q298 128 305 123C308 131 312 139 312 145Q312 149 309 154"
        "C303 168 296 184 290 200L274 192C282 180 285 166 287 154C288 144 289 134 290 124Z", "s")
    f.p("M272 184L291 196L290 216H270Z", "plum")
    f.line("M272 185L291 196", "plum2", 2)
    f.line("M288 114L288 98M208 129Q196 123 189 111M305 123Q298 128 290 126M220 118Q219 110 222 104", "rust2", 2)
    head(f, (251, 45), 46, 0, -1, "side", "crop", "open", "grin", lips=1)
    f.line("M240 68Q250 66 253 57", "d", 2)
    f.end()
    f.end()
    f.g((334, 0), sx=-1)
    f.skin(4)
    f.p("M252 172L231 176Q225 206 228 242H252Z", "navy2")
    f.p("M276 172Q282 186 276 206Q272 222 273 242H244Q234 210 234 176Z", "navy")
    hand(f, (219, 182), 41, 92, -1, "hang", tone="d")  # her far arm hangs
    f.p("M233 84C219 90 211 105 208 123C202 144 210 162 212 184H226C227 172 226 160 238 124Z", "teal2")
    f.p("M238 84Q225 92 227 108Q226 132 230 150Q227 166 229 178Q254 183 279 178Q273 156 276 136Q280 108 276 92Q270 78 258 76Z", "teal")
    head(f, (241, 45), 46, -4, -1, "three", "scarf", "glad", "grin", **she.face)
    open_hand((251, 124), 226, .33, -1)
    f.p("M262 80C278 83 286 98 289 116C292 128 294 140 294 148Q294 155 288 154C273 151 258 142 246 130L255 118C263 124 268 126 275 128"
        "C269 116 263 104 262 92Z", "teal")
    f.p("M231 72Q218 90 233 95Q252 101 271 92Q275 80 262 70Q246 80 231 72Z", "sand")
    f.line("M264 99Q266 108 269 114M275 128C268 126 263 124 255 118L246 130C256 140 264 146 272 150", "teal2", 2)
    f.end()
    f.end()
    close(5)
    return f.compact()


SIDE_BY_SIDE = fan(-6, -2, 3, 9, plain=True, web=.2)
PRESSING: list[Node] = [(2, -14.4), (14, -22), (28, -31), (42, -38), (55, -42), (62, -39, 1.2), (59, -33), (49, -28), (44, -24, .4),
                        *SIDE_BY_SIDE[0], *LITTLE_EDGE[:2]]
"""The outline of the back of a hand whose thumb lies a little apart, from the wrist to the wrist."""


def pressing_arm(f: Drawing, upper: list[Node], at: Point, rot: float, flip: int, lower: list[Node], k: str, size: float = 1) -> None:
    """Draw an arm and its hand as one outline. The hand lies flat on somebody's back, and is 25 units long at size 1.

    Args:
        upper: the upper edge of the arm, from the sleeve to the wrist.
        at: the middle of the wrist.
        rot: the angle of the fingers.
        flip: 1 if the thumb is below when the fingers point left, -1 if above.
        lower: the lower edge of the arm, from the wrist to the sleeve.
    """
    def large(nodes: list[Node]) -> list[Node]:
        return [(2 * x, 2 * y, *r) for x, y, *r in nodes]

    palm = turned([(x * size / 2, flip * y * size / 2, *r) for x, y, *r in PRESSING[::-flip]], rot)
    f.g(s=.5)  # at this scale, coordinates are rounded in finer steps than in the rest of the picture
    f.p(smooth([*large(upper), *((2 * at[0] + x, 2 * at[1] + y, *r) for x, y, *r in palm), *large(lower)]), k)
    f.g((2 * at[0], 2 * at[1]), rot, size / 2, sy=flip)
    f.line(SIDE_BY_SIDE[1] + "M44-24Q37-23 32-20", "l", 2.8, ' opacity=".6"')
    f.end()
    f.end()


def open_neck(f: Drawing, floor: Point, u: float, pose: Pose, cloth: str) -> None:
    """Draw the neckband of somebody who leans to the left, and the skin above the neckband.

    Args:
        floor: the point on the floor from which the pose is measured.
        cloth: the colour of the neckband.
    """
    (a, b), (c, d) = pose.hip, pose.c7
    x, y = (c - a) / math.dist(pose.hip, pose.c7), (d - b) / math.dist(pose.hip, pose.c7)

    def to(ahead: float, down: float) -> str:
        return xy((floor[0] - (c + ahead * y - down * x) * u, floor[1] - (d - ahead * x - down * y) * u))

    band = f"M{to(-.28, .02)}Q{to(.06, .4)} {to(.27, .12)}"
    f.p(f"{band}L{to(.29, .03)}L{to(.2, -.16)}L{to(-.2, -.08)}Z", "s").line(band, cloth, .09 * u)


@picture
@coarse(1)
def lying_positions() -> Drawing:
    h = 238
    f = Drawing("lying-positions", 480, 3 * h + 24, "Three ways to lie or sit for a massage",
                "Top: a large man lies face down, a round pillow under his ankles. Middle: a woman lies on her side, hugging "
                "a cushion, a pillow between her knees. Bottom: an older woman sits and leans "
                "on cushions on a table, her face on her arms. A therapist stands beside each, both hands on the back.")

    def room(i: int) -> float:
        y = i * (h + 12)
        f.panel(0, y, 480, h, ("wall2", "wall")[i % 2])
        left, top, size = ((62, 8, 1.4), (54, 10, 1.28), (54, 4, 1.38))[i]
        f.g((-left * size, y - top * size), s=size)  # seen from close by: the panel cuts off feet and table legs
        return h - 16

    # face down
    g, u = room(0), 29.6
    lean = replace(LEAN, wrists=((3.12, 3.38), (3.28, 3.4)), mouth="small", head=(.46, .58))
    f.g(s=.7)  # at this scale, coordinates are rounded in finer steps than in the rest of the picture
    by = Look(2, "fringe", 1, "teal", "navy", sleeves=.5, wide=1.04, chest=.11, face={"nose": -3})
    massage(f, 110 / .7, g / .7, u / .7, by,
        Client(4, 1, "crop", {"lips": 2}, 1.52), lean, 5.9, "three", ((2.56, 2.84), (3.14, 2.98)))
    f.skin(2)
    open_neck(f, ((110 + 5.9 * u) / .7, (g - .38 * u) / .7), u / .7, lean, "teal2")
    f.end()
    f.end()
    f.end()
    f.end()
    # the client lies on her side and faces us; the therapist leans over from behind her back
    g = room(1)
    t = g - 62
    by = Look(3, "bald", 1, "sand", "navy", sleeves=.5, wide=1.04, chest=.11, limbs=1.14,
        face={"beard": True, "nose": 2, "glasses": True})

    def on_her_side() -> None:
        f.g((10, 0), s=1 / .7)
        f.rect(84, t - 12, 312, 72, "pad2", 12).rect(84, t - 12, 312, 40, "pad", 12)
        on_side(f, (102, t + 4), Look(1, "bob", 4, "rose", "teal", sleeves=.5), size=.6, between="cream")
        f.end()

    f.g((487, 0), s=.7, sx=-1)
    massage(f, 110 / .7, g / .7, u / .7, by, Client(1, 1, "crop"), lean, 5.9, "three",
        ((1.12, 2.9, 14), (2.66, 3.16, 40)), lies=on_her_side)
    f.skin(3)
    open_neck(f, ((110 + 5.9 * u) / .7, (g - .38 * u) / .7), u / .7, lean, "sand2")
    f.end()
    f.end()
    f.end()
    f.end()
    # sitting up
    g, u, k = room(2), 31.0, .7
    by = Look(1, "pony", 2, "plum", "teal", sleeves=.5, wide=1.14, belly=.12, limbs=1.08, chest=.12, seat=.04, face={"lips": 1, "nose": -1})
    lean = Pose((0, 3.5), (1.1, 5.5), ((-1.3, .4), (.5, .27)), ((2.38, 3.46), (2.86, 3.86)), hands=(("side", -40), ("side", -38)), head=(.46, .6), rot=20, eyes="rest", mouth="small", feet=(27, 0))

    def stepping() -> None:
        f.p(smooth([(x / k, y / k, *r) for x, y, *r in ((304, 62, .4), (294, 64), (285, 69.5), (278, 75.5, .2), (286, 89, .2),
            (296, 83),
            (304, 76, .4))]), "plum2")
        for cloth, outline in (("teal2", ((-.3, 3.7, .4), (.46, 3.5), (.64, 3.06), (.86, 2.66), (1.1, 2.24), (1.18, 2.0),
            (1.04, 1.2, .2), (.52, 1.2, .2), (.58, 1.66), (.58, 1.94), (.36, 2.38), (.06, 2.84), (-.2, 3.2))),
                ("teal", ((-.2, 4, .4), (.42, 3.7), (.34, 3.1), (.04, 2.5), (-.3, 2.02), (-.78, 1.1, .2), (-1.32, 1.1, .2), (-.9, 1.96),
            (-.74, 2.5), (-.64, 3.04), (-.66, 3.4), (-.6, 3.8)))):
            f.p(smooth([((345 - x * u) / k, (g - y * u) / k, *c) for x, y, *c in outline]), cloth)

    def seated() -> None:
        f.g((34 / k, g / k), s=.755 / k)
        f.skin(3, 3)
        f.line("M289-68V-40M333-68V-40M61-88V-40M169-88V-40", "wood2", 10)
        f.rect(268, -78, 82, 12, "wood", 6)
        f.p(smooth([(290, -112, .4), (226, -114), (206, -108, .9), (205, -92), (213, -40, .2), (243, -40, .2), (252, -70), (290, -80, .4)]), "navy2")
        f.rect(44, -100, 150, 11, "wood", 5)
        pillow(f, 136, -111, 148, 25, "sage")
        pillow(f, 139, -134, 148, 25, "cream")
        # the nape and the throat, which curve into the collar; the head, whose forehead lies on the crossed forearms
        f.p(smooth([(176, -188, .4), (186, -194), (196, -194), (206, -195, .4), (218, -178, .4), (207, -164), (198, -158),
            (180, -154, .4)]), "s")
        f.far = True
        # both hands lie flat before her forehead, the far one a little beyond the near one
        palm_down(f, (116, -150), 47, 180, 0, tone="d", slope=.5, close=True)
        f.far = False
        f.p(cap((172, -151), 10, (124, -149), 7, flat=True), "sand2")
        head(f, (173, -176), 53, -98, -1, "side", "bun", "glad", "grin", nose=1, age=True)
        f.g((173, -176), -98, .53, sx=-1)  # the near ear
        f.ell((-6, 3), 10, 13, "d").ell((-2.5, 3), 6, 8.5, "s")
        f.end()
        f.p(smooth([(203, -192, .4), (222, -198), (246, -190), (270, -171), (294, -148), (314, -124), (324, -104), (322, -90, .4),
            (280, -98, .4), (244, -104, .6), (230, -122), (222, -142), (213, -160), (206, -174, .4)]), "sand")
        collar(f, (210, -183), -1, 47, "sand2", (.75, .66))
        f.p(smooth([(317, -124, .5), (334, -106), (332, -79, .5), (296, -76), (258, -80, .6), (262, -52), (261, -40, .2), (230, -40, .2), (228, -56), (220, -78), (215, -98), (220, -114, .9), (256, -120), (290, -121)]), "navy")
        palm_down(f, (138, -145), 47, 178, -1, size=.84, slope=.7, close=True)
        f.p(smooth([(252, -186, .4), (232, -185), (215, -176), (202, -162), (191, -153.5, .5), (165, -154), (137, -153, .3),
            (137, -137, .3), (164, -131), (188, -125), (204, -121, .5), (214, -133), (230, -149), (252, -163, .4)]), "sand")
        f.line("M252-163Q240-158 230-149L214-133M191-153Q187-147 189-141M142-152V-138M228-192Q260-176 284-152L306-127", "sand2", 3)  # the armpit and the spine
        f.end()
        f.end()
    f.g(s=k)
    person(f,
        (345 / k, g / k), u / k, by, lean, -1, view="three", before_body=stepping, before_arm=seated, legs=False, arms=False)
    f.end()
    f.skin(1)
    pressing_arm(f, [(285, 72, .4), (275, 79), (265, 86, .8), (252, 91), (240, 95.500)], (230, 104), 198, 1, [(239, 108),
        (250, 106.5), (260, 104), (267, 100, .5), (275, 93.5), (292, 84, .4)], "d", 1.2)
    pressing_arm(f, [(298, 82, .4), (290, 91), (283, 99.5, .8), (274, 107), (264, 115)], (254.5, 125), 194, -1, [(265, 128.500),
        (276, 124), (286, 119), (293, 113.5, .5), (299, 104), (306, 92, .4)], "s", 1.24)
    f.end()
    sleeve(f, (313, 70), (288, 106), (254, 117), u, "plum", .5)
    f.line("M293 86L305.500 95Q311 87 314 77", "plum2", 1.5)
    f.skin(1)
    open_neck(f, (345, g), u, lean, "plum2")
    f.end()
    f.end()
    f.end()
    return f.compact()


TOUCHES: dict[str, list[Finger]] = {
    "tips": [((8.6, 17), (10.6, 26), (10.4, 33), 2.5, 2.2), ((3, 18), (3.8, 30), (3.4, 39), 2.6, 2.3),
             ((-2.8, 18.6), (-3.4, 31), (-4, 41.6), 2.7, 2.4), ((-8.4, 18), (-10.2, 28.6), (-10.8, 37.6), 2.7, 2.4)],
    "whole": [((9, 17), (10.8, 27), (10.8, 35.6), 2.9, 2.6), ((3.2, 18), (3.9, 30), (3.7, 41.6), 3.1, 2.8),
              ((-2.9, 18.6), (-3.3, 31), (-3.5, 44), 3.1, 2.9), ((-9, 18), (-10.4, 29), (-10.4, 40), 3.1, 2.8)],
    "grip": [((9.4, 15), (12, 22), (10.4, 31), 3.3, 3), ((3.4, 16), (4.4, 24), (3.8, 36), 3.4, 3.1),
             ((-2.9, 16), (-3.2, 25), (-3.1, 38.4), 3.5, 3.1), ((-9.2, 15.6), (-10.8, 23.6), (-9.8, 34.6), 3.4, 3.1)]}
"""The fingers of three hands that come over somebody's shoulder from behind, on the right of the picture, from the little finger to
the first. The wrist is at (0, 0), and the fingers point down."""


def thumb_behind(f: Drawing, wr: Point, rot: float) -> None:
    """Draw the thumb of a hand that lies on somebody's shoulder. The thumb goes down behind the shoulder, beside the neck."""
    f.g(wr, rot)
    f.p(smooth([(0, -6, .4), (-6.6, -4), (-11, 4), (-16, 12.4), (-20, 21), (-22, 40, .3), (-14, 40, .3), (-13, 26),
        (-9.6, 18, .6),
                (0, 16)]), "s")
    f.end()


def giving_arm(f: Drawing, sh: Point, el: Point, wr: Point, u: float, touch: str, rot: float, w: float = 1) -> None:
    """Draw a bare arm on the right of the picture and the hand on somebody's shoulder, as one outline.

    The upper arm tapers to the elbow, which is a corner on the outer side. The forearm is widest below the elbow.

    Args:
        touch: "tips" (only the fingertips touch), "whole" or "grip" (bent fingers dig in).
        rot: how far the fingers turn towards the neck, in degrees.
    """
    def off(t: float, a: Point, b: Point, out: float, *shape: float) -> Node:
        (x, y), way = lerp(a, b, t), dist(a, b)
        return (x + (b[1] - a[1]) / way * out * w * u, y - (b[0] - a[0]) / way * out * w * u, *shape)

    fingers, web = TOUCHES[touch], .62
    shape: list[Node] = [(7.2, -1), (9, 6), (11, 12), *digits(fingers, web), (-11.4, 13), (-9, 5), (-7, -1)]
    palm = [(wr[0] + x, wr[1] + y, *r) for x, y, *r in turned([(a * w ** .5, b, *r) for a, b, *r in shape], rot)]
    bend = (el[0] - .15 * w * u, el[1] + .02 * u, .3)
    f.p(smooth([off(.45, sh, el, .185), off(.82, sh, el, .15), (el[0] + .17 * w * u, el[1] - .01 * u, .7), off(.14, el, wr, .195),
        off(.36, el, wr, .19), off(.74, el, wr, .15), *palm, off(.74, el, wr, -.15), off(.45, el, wr, -.17), off(.22, el, wr,
            -.18), bend,
        off(.76, sh, el, -.155), off(.45, sh, el, -.175)]), "s")
    if touch == "grip":  # the middle joints stand out, since the fingers are bent
        lines = "".join(f"M{xy((x - 1.6, y))}q1.600-1.600 3.200 0" for _, (x, y), *_ in fingers)
    else:
        lines = "".join(f"M{xy(lerp(p, q, .3))}L{xy(lerp(p, q, web))}" for p, q in (
            (lerp(a[0], b[0], .5), lerp(a[1], b[1], .5)) for a, b in pairwise(fingers)))
    f.g(wr, rot, sx=w ** .5).line(lines, "l", 1.4, ' opacity=".55"')
    f.end()


@picture
def pressure_scale() -> Drawing:
    f = Drawing("pressure-scale", 640, 412, "How firm is right: a face and a breath, from 0 to 10",
                "Three people sit, seen from close by; a therapist behind each has both hands on their shoulders. Eleven dots for the "
                "pressure, 0 to 10, grow from left to right, 5 in the middle. Left, over the small dots, fingers lie lightly; a young "
                "woman looks aside, one brow up. In the middle, over filled dots, whole hands lean in; an older woman closes her "
                "eyes and breathes out in long waves. Right, over the largest dots, bent fingers grip and dent the shirt; a "
                "woman draws up her shoulders, squeezes her eyes shut, presses her lips together and turns her head away.")
    f.panel(0, 0, 640, 412, "wall")
    # each therapist: skin, shirt, half of the trunk, the end of one short sleeve, and the joints of one arm; all are cut off above the armpit
    givers: list[tuple[int, str, list[Node], list[Node], tuple[Point, Point, Point]]] = [
        (1, "cream", [(-10, 90, 0), (-36, 90, 0), (-37, 124, .6), (-35, 150), (-33, 180), (-36, 210), (-40, 300, .2)],
         [(66, 126, .6), (68.6, 145, .2), (58, 149.4), (43.6, 148, .2), (41, 128, .6)],
         ((52, 104), (57.6, 166), (53, 221))),
        (4, "navy", [(-10, 90, 0), (-40, 90, 0), (-42, 126, .6), (-41, 150), (-40, 180), (-43, 215), (-46, 300, .2)],
         [(69, 124, .6), (72, 143, .2), (60, 148.6), (43.6, 146, .2), (42, 126, .6)],
         ((54, 102), (59, 166), (54.6, 223))),
        (2, "plum", [(-10, 90, 0), (-42, 90, 0), (-44, 126, .6), (-46, 150), (-50, 182), (-53, 215), (-56, 300, .2)],
         [(74, 124, .6), (79, 140, .2), (66, 148), (48, 146, .2), (45, 126, .6)],
         ((57, 98), (66, 153), (57.4, 201)))]
    clients: list[tuple[Look, list[Node]]] = [
        (Look(3, "pony", 1, "sage2", face={"lips": 1, "brow": 4}),
         [(-15, 226, .3), (-21, 231), (-36, 236), (-52, 240), (-64, 247), (-71, 259), (-74, 276), (-74, 300, 0)]),
        (Look(1, "bob", 3, "rust", face={"glasses": True, "age": True, "nose": 1}),
         [(-15, 226, .3), (-22, 232), (-38, 238), (-56, 243), (-70, 251), (-78, 265), (-82, 281), (-82, 300, 0)]),
        (Look(4, "afro", 1, "sand", face={"lips": 1}),
         [(-14, 232, .3), (-24, 222), (-38, 212), (-56, 206), (-72, 212), (-82, 230), (-86, 258), (-87, 300, 0)])]
    for i, ((skin, cloth, half, shirt, joints), (who, below)) in enumerate(zip(givers, clients, strict=True)):
        x, touch = 111 + i * 209.0, ("tips", "whole", "grip")[i]
        f.panel(x - 99, 12, 198, 284, ("sky", "wall2", "sky")[i], 16)
        f.g((x, -140), s=1.48)
        f.skin(skin)
        dark = who.shade(cloth)
        f.p(smooth(mirrored(half)), cloth)
        for s in (-1, 1):
            f.g(sx=s)
            thumb_behind(f, joints[2], (18, 18, 20)[i])
            f.end()
        f.end()
        f.skin(who.skin, who.hair_colour)
        neck(f, (0, 236), (0, 206), 60)
        f.p(smooth(mirrored(below)), who.top)
        edge = who.shade(who.top)
        if i < 2:
            f.p("M-16 227Q0 252 16 227L13 218H-13Z", "d")
            f.line("M-16 226.500Q0 252 16 226.500", edge, 4)
        f.line(f"M{-50 - i * 3} 276Q{-53 - i * 3} 286 {-53 - i * 3} 300M{50 + i * 3} 276Q{53 + i * 3} 286 {53 + i * 3} 300",
            edge, 3.2)
        head(f, (0, (184, 184, 195)[i]), 66, (-2, -3, 6)[i], (1, 1, -1)[i], "three", who.hair, ("open", "glad", "tight")[i],
            ("level", "blow", "pressed")[i], **who.face)
        if i == 2:
            f.line("M-24 230Q-2 243 20 231", edge, 9)
        f.end()
        f.skin(skin)
        for s in (-1, 1):
            f.g(sx=s)
            if i:  # the cloth sinks in a little under the hand, and more under fingertips
                f.ell(((43, 47)[i - 1], (257, 229)[i - 1]), (15, 17)[i - 1], (5, 8)[i - 1], edge)
            giving_arm(f, *joints, 50, touch, (18, 18, 20)[i], (.94, 1.04, 1.12)[i])
            if i == 2:  # folds in the cloth below the fingertips
                f.line("M36 238L33 247M49 240V250M62 236L66 245", edge, 2.6)
            top, low = joints[0], shirt[0]
            f.p(smooth([(top[0] - 16, 90, 0), (low[0] - 3, 90, 0), *shirt]), cloth)
            f.line(smooth(shirt[1:], closed=False), dark, 2.6)
            f.end()
        f.end()
        f.end()
        if i == 1:
            f.line("".join(f"M{x + a:g} {y}q5 {-6 - b} 10 {-b}t10 {-b}" for a, y, b in ((38, 153, 2), (42, 162, 0), (39, 171, -2))), "sheet", 4)
        f.end()
    # a bracket joins each of the three panels to the matching numbers on the pressure scale
    for card, a, b, k in ((111, 34, 210, "wood2"), (320, 252, 388, "action"), (529, 416, 612, "wood2")):
        f.line(f"M{card} 300V311M{a} 322V317Q{a} 311 {a + 6} 311H{b - 6}Q{b} 311 {b} 317V322", k, 4)
    for i in range(11):
        at, r, middle = (40 + i * 56, 352), 7 + i * 1.7, 4 <= i <= 6
        f.circle(at, r, "action" if middle else "cream2")
    for i in (0, 5, 10):
        f.label((40 + i * 56, 404), str(i), "middle", 26)
    f.label((180, 404), "pressure", "middle", 26)
    return f.end()
