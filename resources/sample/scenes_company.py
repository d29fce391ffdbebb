"""Scenes of the company's work, each 1200 by 675, flat shapes on a quiet ground."""

from collections.abc import Callable
from math import cos, pi, sin

from brush import box, curve, disc, fill, ground, line, person, polygon, polyline
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath


def heat_recovery(p: QPainter) -> None:
    """Six exchangers, two engineers, warm water on its way to the houses."""
    ground(p, "#a9ccab", "#3f7d64")
    fill(p, "#2f6650", 0.55)
    p.drawRect(0, 560, 1200, 115)
    # The pipe that leaves: behind everything, warm.
    line(p, "#f2c078", 20)
    curve(p, (300, 150), (760, 150), (850, 150, 830, 262, 910, 262), (1200, 262))
    line(p, "#d7ebe2", 20)
    curve(p, (300, 520), (780, 520), (870, 520, 860, 330, 930, 330), (1200, 330))
    for index in range(6):
        x = 300 + index * 80
        fill(p, "#f4f8f2")
        box(p, x, 190, 58, 290, 29)
        line(p, "#f2c078", 5)
        for lane in (18, 40):
            curve(p, (x + lane, 225), (x + lane + 14, 280, x + lane - 14, 330, x + lane, 380))
        line(p, "#6fae97", 5)
        curve(p, (x + 29, 300), (x + 43, 350, x + 15, 400, x + 29, 450))
        line(p, "#f2c078", 12)
        polyline(p, [(x + 29, 150), (x + 29, 186)])
        line(p, "#d7ebe2", 12)
        polyline(p, [(x + 29, 484), (x + 29, 520)])
    for x, top, tint in ((930, 395, "#24503f"), (1025, 360, "#2d604c"), (1120, 405, "#24503f")):
        fill(p, tint)
        polygon(p, [(x - 46, top + 44), (x, top), (x + 46, top + 44), (x + 46, 560), (x - 46, 560)])
        fill(p, "#f7d9a4")
        for row in range(2):
            box(p, x - 26, top + 64 + row * 44, 18, 24, 4)
            box(p, x + 8, top + 64 + row * 44, 18, 24, 4)
    for x, size, coat, head in ((95, 250, "#1f4a3a", "#f0cfa8"), (212, 226, "#e3a857", "#8d5a3b")):
        person(p, x, 590, size, coat, head)
        top, half = 590 - size * 0.865, size * 0.155
        fill(p, "#fbf0cf")
        p.drawPie(QRectF(x - half, top - half, 2 * half, 2 * half), 0, 180 * 16)
        box(p, x - half - 7, top - 4, 2 * half + 14, 9, 4.5)


def amina_rust(p: QPainter) -> None:
    """A board from above: chip, tracks, one diode alight."""
    ground(p, "#f3c795", "#c4713a")
    fill(p, "#8f4620", 0.92)
    box(p, 130, 70, 940, 535, 36)
    line(p, "#f0b878", 6)
    for index in range(7):
        y = 226 + index * 37
        spread = (index - 3) * 34
        polyline(p, [(470, y), (400, y), (330, y + spread), (190, y + spread)])
        polyline(p, [(730, y), (800, y), (870, y + spread), (1010, y + spread)])
    for index in range(6):
        x = 508 + index * 37
        spread = (index - 2.5) * 30
        polyline(p, [(x, 205), (x, 170), (x + spread, 140), (x + spread, 118)])
        polyline(p, [(x, 470), (x, 505), (x + spread, 535), (x + spread, 557)])
    fill(p, "#fbe3c4")
    for index in range(7):
        y = 226 + index * 37
        spread = (index - 3) * 34
        disc(p, 190, y + spread, 11)
        disc(p, 1010, y + spread, 11)
        box(p, 452, y - 8, 30, 16, 4)
        box(p, 718, y - 8, 30, 16, 4)
    for index in range(6):
        x = 508 + index * 37
        spread = (index - 2.5) * 30
        disc(p, x + spread, 118, 9)
        disc(p, x + spread, 557, 9)
        box(p, x - 8, 188, 16, 30, 4)
        box(p, x - 8, 457, 16, 30, 4)
    fill(p, "#3d2015")
    box(p, 475, 208, 250, 259, 22)
    line(p, "#7b4a30", 4)
    box(p, 497, 230, 206, 215, 12)
    fill(p, "#f0b878")
    disc(p, 520, 253, 9)
    line(p, "#f0b878", 7)
    # Angle brackets: what is written for it.
    polyline(p, [(572, 300), (536, 338), (572, 376)])
    polyline(p, [(628, 300), (664, 338), (628, 376)])
    polyline(p, [(612, 288), (588, 388)])
    for radius, alpha in ((58, 0.18), (40, 0.28), (24, 1.0)):
        fill(p, "#ffe9a8", alpha)
        disc(p, 905, 338, radius)


def pyconfr_talk(p: QPainter) -> None:
    """A stage with two spotlights, a window on the screen, people in front."""
    ground(p, "#5a6fb8", "#2b3a78")
    fill(p, "#ffe7ad", 0.26)
    polygon(p, [(48, 20), (92, 20), (400, 520), (150, 520)])
    polygon(p, [(318, 20), (362, 20), (330, 520), (80, 520)])
    fill(p, "#1f2a5c")
    box(p, 30, -18, 80, 42, 14)
    box(p, 300, -18, 80, 42, 14)
    fill(p, "#f3f5ff")
    box(p, 395, 90, 520, 300, 16)
    fill(p, "#c7d0f2")
    box(p, 395, 90, 520, 44, 16)
    p.drawRect(395, 112, 520, 22)
    for index, tint in enumerate(("#e58b72", "#edc46c", "#7fb894")):
        fill(p, tint)
        disc(p, 424 + index * 28, 112, 8)
    fill(p, "#dfe5f8")
    box(p, 420, 156, 120, 210, 8)
    for index in range(4):
        fill(p, "#aebbe8" if index != 1 else "#4b62b5")
        box(p, 436, 176 + index * 36, 88 - (index % 2) * 20, 14, 7)
    for index, width in enumerate((300, 250, 280)):
        fill(p, "#d3daf5")
        box(p, 566, 168 + index * 36, width, 16, 8)
    fill(p, "#4b62b5")
    box(p, 740, 300, 140, 50, 12)
    line(p, "#ffffff", 7)
    polyline(p, [(790, 326), (804, 339), (830, 313)])
    fill(p, "#1f2a5c")
    p.drawRect(0, 520, 1200, 155)
    person(p, 225, 522, 270, "#e9a067", "#5b3826")
    fill(p, "#16204a")
    polygon(p, [(262, 400), (352, 388), (344, 522), (276, 522)])
    line(p, "#16204a", 6)
    curve(p, (300, 395), (300, 370, 285, 360, 272, 352))
    tints = ("#3d4f96", "#33447f", "#4a5da8", "#394a8c")
    for index in range(11):
        x = 40 + index * 112
        y = 640 - (index % 2) * 16
        fill(p, tints[index % 4])
        disc(p, x, y - 44, 33)
        box(p, x - 52, y - 8, 104, 120, 48)


def accessibility_report(p: QPainter) -> None:
    """An eye beside raised dots."""
    ground(p, "#eec3cd", "#a5526d")
    fill(p, "#fdf1f2")
    curve(p, (90, 338), (220, 120, 540, 120, 670, 338), (540, 556, 220, 556, 90, 338), close=True)
    p.save()
    lids = QPainterPath(QPointF(90, 338))
    lids.cubicTo(220, 120, 540, 120, 670, 338)
    lids.cubicTo(540, 556, 220, 556, 90, 338)
    p.setClipPath(lids)
    p.translate(0, -22)
    for radius, tint in ((150, "#d58aa0"), (118, "#b4607c"), (84, "#8c3f5c"), (46, "#4f1d33")):
        fill(p, tint)
        disc(p, 380, 338, radius)
    line(p, "#f3d2da", 3, 0.55)
    for step in range(28):
        angle = step * 2 * pi / 28
        polyline(
            p,
            [
                (380 + 92 * cos(angle), 338 + 92 * sin(angle)),
                (380 + 112 * cos(angle), 338 + 112 * sin(angle)),
            ],
        )
    fill(p, "#ffffff", 0.9)
    disc(p, 402, 312, 15)
    p.restore()
    line(p, "#7d3350", 12)
    curve(p, (90, 338), (220, 120, 540, 120, 670, 338))
    # Braille, left to right: a, c, c, e, s, s; the word that begins "access".
    cells = ((1,), (1, 4), (1, 4), (1, 5), (2, 3, 4), (2, 3, 4))
    for index, dots in enumerate(cells):
        left = 775 + (index % 3) * 125
        top = 180 + (index // 3) * 185
        for dot in range(1, 7):
            x = left + (0 if dot <= 3 else 48)
            y = top + ((dot - 1) % 3) * 52
            if dot in dots:
                fill(p, "#5c2239", 0.35)
                disc(p, x + 4, y + 6, 19)
                fill(p, "#fff3f0")
                disc(p, x, y, 19)
            else:
                fill(p, "#7d3350", 0.35)
                disc(p, x, y, 8)


def orion_3(p: QPainter) -> None:
    """The controller on its rail under its constellation."""
    ground(p, "#3c4a86", "#161b3d")
    stars = {
        "betelgeuse": (430, 80),
        "bellatrix": (690, 105),
        "alnitak": (520, 222),
        "alnilam": (558, 208),
        "mintaka": (596, 194),
        "saiph": (480, 352),
        "rigel": (745, 318),
    }
    line(p, "#aab6ec", 2.5, 0.7)
    for path in (
        ("betelgeuse", "bellatrix", "mintaka", "rigel"),
        ("betelgeuse", "alnitak", "saiph", "rigel"),
        ("alnitak", "alnilam", "mintaka"),
    ):
        polyline(p, [stars[name] for name in path])
    for index in range(46):
        fill(p, "#e9ecff", 0.25 + (index % 4) * 0.12)
        disc(p, (index * 263 + 71) % 1200, (index * 149 + 37) % 390, 1.6 + index % 3)
    for name, (x, y) in stars.items():
        fill(p, "#ffc89a" if name == "betelgeuse" else "#dfe9ff", 0.22)
        disc(p, x, y, 20)
        fill(p, "#ffc89a" if name == "betelgeuse" else "#f4f7ff")
        disc(p, x, y, 8)
    fill(p, "#0e1230", 0.75)
    p.drawRect(0, 490, 1200, 66)
    fill(p, "#8791be")
    p.drawRect(0, 500, 1200, 8)
    p.drawRect(0, 538, 1200, 8)
    fill(p, "#eef0f8")
    box(p, 360, 405, 480, 220, 22)
    fill(p, "#cfd5ea")
    box(p, 360, 405, 480, 46, 22)
    p.drawRect(360, 430, 480, 21)
    fill(p, "#5b68a4")
    for index in range(12):
        box(p, 388 + index * 36, 417, 22, 22, 5)
    fill(p, "#1c2350")
    box(p, 396, 478, 190, 116, 12)
    line(p, "#8fd0b5", 5)
    curve(p, (416, 560), (446, 560, 452, 508, 486, 512), (520, 516, 530, 548, 566, 520))
    for index, tint in enumerate(("#6cc39b", "#6cc39b", "#e8b260")):
        fill(p, tint)
        disc(p, 634 + index * 44, 504, 11)
    line(p, "#7985bb", 5)
    disc(p, 790, 570, 19)
    polyline(p, [(781, 570), (799, 570)])
    polyline(p, [(790, 561), (790, 579)])
    fill(p, "#aab3d8")
    for index in range(3):
        box(p, 624, 540 + index * 18, 120, 8, 4)


def hiring_sre(p: QPainter) -> None:
    """Three racks and one steady pulse."""
    ground(p, "#cdd7a4", "#7b8a3f")
    fill(p, "#5f6c2d", 0.5)
    p.drawRect(0, 590, 1200, 85)
    for rack in range(3):
        x = 190 + rack * 290
        fill(p, "#3c4520")
        box(p, x, 90, 240, 505, 20)
        for unit in range(9):
            y = 114 + unit * 52
            fill(p, "#525d2e")
            box(p, x + 20, y, 200, 40, 8)
            fill(p, "#7d8950")
            for slot in range(5):
                box(p, x + 36 + slot * 17, y + 12, 8, 16, 3)
            for lamp in range(3):
                on = (unit * 3 + lamp * 5 + rack * 7) % 4
                fill(p, "#f4e7a0" if on else "#7d8950")
                disc(p, x + 152 + lamp * 22, y + 20, 6)
    line(p, "#4a5526", 22, 0.45)
    pulse = [
        (0, 350),
        (250, 350),
        (285, 300),
        (325, 410),
        (360, 350),
        (545, 350),
        (580, 250),
        (625, 450),
        (665, 350),
        (840, 350),
        (875, 300),
        (915, 410),
        (950, 350),
        (1200, 350),
    ]
    polyline(p, [(x, y + 6) for x, y in pulse])
    line(p, "#fbf6da", 12)
    polyline(p, pulse)


SCENES: dict[str, Callable[[QPainter], None]] = {
    "heat-recovery": heat_recovery,
    "amina-rust": amina_rust,
    "pyconfr-talk": pyconfr_talk,
    "accessibility-report": accessibility_report,
    "orion-3": orion_3,
    "hiring-sre": hiring_sre,
}
