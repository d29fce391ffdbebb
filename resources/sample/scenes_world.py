"""Scenes of the world around the company, each 1200 by 675, flat shapes on a quiet ground."""

from collections.abc import Callable
from math import cos, pi, sin

from brush import box, curve, disc, fill, ground, line, polygon, polyline
from PySide6.QtGui import QPainter


def hospital_laundry(p: QPainter) -> None:
    """Washing drums at noon, folded linen."""
    ground(p, "#bfe0de", "#4d9296")
    fill(p, "#fbe3a2", 0.35)
    disc(p, 1010, 150, 118)
    fill(p, "#fbe3a2")
    disc(p, 1010, 150, 76)
    fill(p, "#2f6a70", 0.5)
    p.drawRect(0, 572, 1200, 103)
    for index in range(3):
        x = 90 + index * 265
        fill(p, "#f3f9f8")
        box(p, x, 215, 235, 385, 24)
        fill(p, "#cfe3e2")
        box(p, x + 22, 236, 191, 44, 12)
        fill(p, "#4d9296")
        disc(p, x + 50, 258, 11)
        fill(p, "#e7a96a" if index == 1 else "#8fc0bf")
        box(p, x + 130, 249, 66, 18, 9)
        fill(p, "#2c6167")
        disc(p, x + 118, 430, 98)
        fill(p, "#8cc4c6")
        disc(p, x + 118, 430, 78)
        fill(p, "#ffffff", 0.85)
        turn = index * 2.1
        for blade in range(3):
            angle = turn + blade * 2 * pi / 3
            curve(
                p,
                (x + 118, 430),
                (
                    x + 118 + 58 * cos(angle - 0.75),
                    430 + 58 * sin(angle - 0.75),
                    x + 118 + 84 * cos(angle - 0.2),
                    430 + 84 * sin(angle - 0.2),
                    x + 118 + 62 * cos(angle + 0.35),
                    430 + 62 * sin(angle + 0.35),
                ),
                (
                    x + 118 + 40 * cos(angle + 0.2),
                    430 + 40 * sin(angle + 0.2),
                    x + 118 + 24 * cos(angle + 0.1),
                    430 + 24 * sin(angle + 0.1),
                    x + 118,
                    430,
                ),
                close=True,
            )
    for index, tint in enumerate(("#ffffff", "#f3d3ad", "#ffffff", "#d9ecea", "#ffffff")):
        fill(p, tint)
        box(p, 915 - (index % 2) * 6, 550 - index * 46, 200 + (index % 2) * 12, 40, 18)
        line(p, "#7fb3b4", 3)
        polyline(p, [(940, 570 - index * 46), (1085, 570 - index * 46)])


def tamis(p: QPainter) -> None:
    """Dots fall on a sieve; few go through."""
    ground(p, "#f0dcae", "#b98a35")
    tints = ("#7a4a86", "#c4553b", "#2f6f86", "#fff6de", "#8a5a1e")
    # Two irrational steps (the plastic number's) scatter points evenly, the same at each run.
    for index in range(52):
        x = 330 + index * 0.75488 % 1 * 540
        y = 10 + index * 0.56984 % 1 * 285
        fill(p, tints[index % 5])
        disc(p, x, y, 9 + (index * 7) % 11)
    fill(p, "#fff6de", 0.95)
    for index in range(26):
        disc(p, 400 + index * 0.75488 % 1 * 400, 455 + index * 0.56984 % 1 * 205, 6)
    fill(p, "#6d431a")
    curve(p, (270, 330), (930, 330), (900, 405), (870, 440, 330, 440, 300, 405), close=True)
    line(p, "#f0dcae", 3, 0.55)
    for index in range(21):
        x = 325 + index * 27.5
        polyline(p, [(x, 362), (600 + (x - 600) * 0.9, 420 - abs(x - 600) * 0.035)])
    curve(p, (300, 380), (420, 410, 780, 410, 900, 380))
    fill(p, "#8d5a25")
    box(p, 246, 316, 708, 46, 23)
    fill(p, "#b27a3b")
    box(p, 246, 316, 708, 18, 9)
    for index in range(14):
        fill(p, tints[(index * 3 + 1) % 5] if index % 5 != 3 else "#7a4a86")
        disc(p, 300 + index * 46, 303 - (index % 3) * 9, 14 + (index % 3) * 3)


def blood_donation(p: QPainter) -> None:
    """A drop held by two hands."""
    ground(p, "#f6d9cf", "#c9736b")
    fill(p, "#ffffff", 0.22)
    disc(p, 600, 300, 262)
    disc(p, 600, 300, 205)
    fill(p, "#a83a44")
    curve(
        p,
        (600, 80),
        (640, 175, 728, 240, 728, 335),
        (728, 408, 672, 462, 600, 462),
        (528, 462, 472, 408, 472, 335),
        (472, 240, 560, 175, 600, 80),
        close=True,
    )
    line(p, "#e79a94", 10)
    curve(p, (505, 345), (507, 388, 533, 420, 572, 430))
    fill(p, "#fdeae4")
    curve(
        p,
        (600, 400),
        (560, 368, 540, 346, 540, 320),
        (540, 286, 586, 280, 600, 314),
        (614, 280, 660, 286, 660, 320),
        (660, 346, 640, 368, 600, 400),
        close=True,
    )
    for side, skin, cuff in ((-1, "#f2c9a5", "#5a7f8e"), (1, "#8f5b3d", "#e2b45f")):
        fill(p, skin)
        curve(
            p,
            (600 + side * 18, 556),
            (600 + side * 20, 520, 600 + side * 70, 500, 600 + side * 120, 492),
            (600 + side * 180, 480, 600 + side * 205, 430, 600 + side * 218, 385),
            (600 + side * 228, 350, 600 + side * 275, 356, 600 + side * 270, 396),
            (600 + side * 262, 480, 600 + side * 250, 560, 600 + side * 205, 620),
            (600 + side * 190, 675),
            (600 + side * 60, 675),
            (600 + side * 60, 640, 600 + side * 18, 620, 600 + side * 18, 556),
            close=True,
        )
        fill(p, cuff)
        left = 600 + side * 130 - 95
        box(p, left, 634, 190, 80, 16)


def night_freight(p: QPainter) -> None:
    """A freight train on a viaduct under the moon."""
    ground(p, "#5f7391", "#222f47")
    for index in range(34):
        fill(p, "#eef2fa", 0.3 + (index % 3) * 0.2)
        disc(p, (index * 311 + 40) % 1200, (index * 97 + 20) % 300, 1.5 + index % 2)
    fill(p, "#f5e9c8", 0.14)
    disc(p, 800, 168, 172)
    fill(p, "#f5e9c8")
    disc(p, 800, 168, 118)
    fill(p, "#e6d6ab")
    for x, y, r in ((765, 140, 20), (832, 200, 27), (826, 110, 11), (770, 218, 9)):
        disc(p, x, y, r)
    fill(p, "#3a4b68")
    curve(
        p,
        (0, 470),
        (180, 350, 330, 380, 470, 450),
        (640, 520, 820, 380, 1200, 470),
        (1200, 675),
        (0, 675),
        close=True,
    )
    fill(p, "#18223a")
    p.drawRect(0, 416, 1200, 40)
    for index in range(7):
        x = -60 + index * 200
        curve(
            p,
            (x, 456),
            (x + 200, 456),
            (x + 200, 675),
            (x + 172, 675),
            (x + 172, 570),
            (x + 172, 470, x + 28, 470, x + 28, 570),
            (x + 28, 675),
            (x, 675),
            close=True,
        )
    tints = ("#b0644a", "#54799a", "#c99b4f", "#6d8a72", "#b0644a")
    for index, tint in enumerate(tints):
        x = 22 + index * 172
        fill(p, "#0f172a")
        box(p, x, 392, 162, 12, 4)
        for wheel in (26, 50, 112, 136):
            disc(p, x + wheel, 406, 11)
        fill(p, tint)
        box(p, x + 4, 322, 154, 70, 6)
        line(p, "#18223a", 3, 0.35)
        for rib in range(1, 7):
            polyline(p, [(x + 4 + rib * 22, 332), (x + 4 + rib * 22, 383)])
    fill(p, "#ffe9a8", 0.22)
    polygon(p, [(1082, 370), (1200, 330), (1200, 416), (1082, 384)])
    fill(p, "#0f172a")
    for wheel in (905, 933, 1025, 1053):
        disc(p, wheel, 406, 11)
    fill(p, "#dfe5ee")
    curve(p, (882, 398), (882, 318), (1018, 318), (1060, 318, 1086, 356, 1090, 398), close=True)
    fill(p, "#a8475a")
    p.drawRect(882, 372, 203, 14)
    fill(p, "#22304b")
    curve(p, (1000, 334), (1022, 334), (1040, 336, 1056, 350, 1064, 364), (1000, 364), close=True)
    box(p, 905, 334, 70, 22, 5)
    fill(p, "#ffe9a8")
    disc(p, 1076, 378, 8)


def night_freight_graph(p: QPainter) -> None:
    """Place against time: flat where a train stands, steep where it runs."""
    ground(p, "#f3f1ea", "#dcdfe0")
    stations = (90, 190, 320, 460, 585)
    line(p, "#9aa6b4", 2)
    for y in stations:
        polyline(p, [(110, y), (1120, y)])
    line(p, "#9aa6b4", 2, 0.4)
    for index in range(11):
        polyline(p, [(110 + index * 101, 90), (110 + index * 101, 585)])
    fill(p, "#3a4b68")
    for y in stations:
        box(p, 62, y - 11, 34, 22, 11)
    line(p, "#5f7391", 6)
    for start, waits in (
        (120, (70, 120, 40)),
        (330, (30, 150, 90)),
        (520, (110, 20, 120)),
        (700, (60, 60, 30)),
    ):
        x = float(start)
        points = [(x, 90.0)]
        for index, y in enumerate(stations[1:]):
            x += (y - stations[index]) * 0.42
            points.append((x, float(y)))
            if index < 3:
                x += waits[index]
                points.append((x, float(y)))
        polyline(p, points)
    line(p, "#b0644a", 5)
    for start, wait in ((420, 90), (800, 50)):
        polyline(
            p, [(start, 585), (start + 90, 320), (start + 90 + wait, 320), (start + 190 + wait, 90)]
        )
    line(p, "#e0a63a", 12)
    polyline(p, [(240, 90), (448, 585)])
    fill(p, "#e0a63a")
    disc(p, 240, 90, 16)
    disc(p, 448, 585, 16)
    fill(p, "#fffaf0")
    disc(p, 240, 90, 7)
    disc(p, 448, 585, 7)


def night_freight_yard(p: QPainter) -> None:
    """A yard from above: tracks fan out and come together."""
    ground(p, "#75827d", "#68756f")
    tints = ("#b0644a", "#54799a", "#c99b4f", "#dfe5ee", "#6d8a72")
    for pass_width, tint in ((22, "#6d7876"), (12, "#3a4547"), (5, "#c9cfca")):
        line(p, tint, pass_width)
        polyline(p, [(-20, 338), (130, 338)])
        polyline(p, [(1070, 338), (1220, 338)])
        for index in range(7):
            y = 92 + index * 82
            curve(
                p, (130, 338), (230, 338, 230, y, 350, y), (850, y), (970, y, 970, 338, 1070, 338)
            )
    for index in range(7):
        y = 92 + index * 82
        count = (3, 0, 5, 2, 4, 0, 3)[index]
        first = (420, 0, 375, 600, 390, 0, 470)[index]
        for waggon in range(count):
            fill(p, "#202a2d", 0.35)
            box(p, first + waggon * 92 + 4, y - 14, 82, 36, 7)
            fill(p, tints[(index * 2 + waggon) % 5])
            box(p, first + waggon * 92, y - 19, 82, 36, 7)
            line(p, "#202a2d", 2, 0.3)
            polyline(p, [(first + waggon * 92 + 12, y), (first + waggon * 92 + 70, y)])


def repair_cafe(p: QPainter) -> None:
    """A bench, a lamp, a toaster with its broken cable, an accordion."""
    ground(p, "#efd9a6", "#b8874a")
    fill(p, "#fff6d8", 0.5)
    polygon(p, [(330, 205), (470, 205), (730, 520), (130, 520)])
    fill(p, "#7a4b27")
    box(p, 60, 520, 1080, 48, 12)
    fill(p, "#5f3819")
    p.drawRect(130, 568, 44, 110)
    p.drawRect(1026, 568, 44, 110)
    line(p, "#47525c", 12)
    polyline(p, [(170, 520), (170, 330), (300, 180), (395, 150)])
    fill(p, "#47525c")
    box(p, 110, 502, 120, 22, 10)
    fill(p, "#a8472c")
    curve(
        p,
        (360, 120),
        (400, 90, 440, 120, 480, 205),
        (322, 205),
        (322, 165, 340, 138, 360, 120),
        close=True,
    )
    fill(p, "#fff3c4")
    box(p, 350, 200, 100, 16, 8)
    fill(p, "#e9eef0")
    box(p, 320, 372, 250, 150, 44)
    fill(p, "#b9c4c9")
    box(p, 320, 478, 250, 44, 20)
    fill(p, "#3d474d")
    box(p, 360, 366, 170, 14, 7)
    box(p, 580, 420, 22, 44, 8)
    fill(p, "#c98d4e")
    box(p, 378, 330, 134, 42, 18)
    line(p, "#b9c4c9", 6)
    polyline(p, [(354, 418), (354, 452)])
    # The cable, broken just behind the plug.
    line(p, "#3d474d", 8)
    curve(p, (570, 500), (600, 500, 606, 474, 630, 490), (640, 498, 648, 507, 664, 507))
    curve(p, (680, 500), (686, 492, 690, 507, 704, 507))
    fill(p, "#fff6e2")
    box(p, 700, 491, 46, 30, 10)
    fill(p, "#7f8a90")
    box(p, 744, 497, 24, 5, 2)
    box(p, 744, 510, 24, 5, 2)
    # A screwdriver, standing in a cup.
    fill(p, "#7f8a90")
    box(p, 822, 424, 7, 60, 3)
    fill(p, "#a8472c")
    box(p, 814, 372, 23, 62, 11)
    fill(p, "#f3f5f2")
    box(p, 796, 452, 60, 70, 12)
    # Accordion
    fill(p, "#f6ecd6")
    for fold in range(7):
        x = 940 + fold * 18
        polygon(p, [(x, 366), (x + 9, 354), (x + 18, 366), (x + 18, 512), (x + 9, 520), (x, 512)])
    line(p, "#b98a55", 3)
    for fold in range(7):
        polyline(p, [(940 + fold * 18, 368), (940 + fold * 18, 512)])
    fill(p, "#7a2f3d")
    box(p, 886, 346, 58, 176, 14)
    box(p, 1062, 346, 58, 176, 14)
    fill(p, "#fff6e2")
    for key in range(7):
        box(p, 1090, 362 + key * 21, 22, 15, 4)
    for knob in range(10):
        disc(p, 904 + (knob % 2) * 20, 372 + (knob // 2) * 30, 6)


SCENES: dict[str, Callable[[QPainter], None]] = {
    "hospital-laundry": hospital_laundry,
    "tamis": tamis,
    "blood-donation": blood_donation,
    "night-freight": night_freight,
    "night-freight-graph": night_freight_graph,
    "night-freight-yard": night_freight_yard,
    "repair-cafe": repair_cafe,
}
