"""Design tokens: every colour, distance and relative size of the interface, light and dark."""

from typing import NamedTuple


class Tokens(NamedTuple):
    """Colours as ``#RRGGBB``; named by what they mean, not by how they look."""

    dark: bool
    ground: str
    """Behind cards."""
    panel: str
    """Cards, lists, top bar."""
    rail: str
    """Navigation."""
    sunken: str
    """Fields and quoted parts."""
    line: str
    line_strong: str
    """Borders of things that can be operated (3:1 is reached by text beside it)."""
    text: str
    muted: str
    """Second voice: meta lines."""
    faint: str
    """Third voice: section labels, hints in fields."""
    selected: str
    """Ground of the chosen row."""
    selected_rail: str
    """Ground of the chosen place."""
    hover: str
    tile: str
    """Where a picture is missing."""
    professional: str
    """Accent as text, line and sign."""
    professional_fill: str
    """Accent as ground of a button; ``on_fill`` stands on it."""
    professional_ground: str
    """Accent as quiet ground of a band."""
    personal: str
    personal_fill: str
    personal_ground: str
    on_fill: str
    fine: str
    fine_ground: str
    advice: str
    advice_ground: str
    blocker: str
    blocker_ground: str
    mine: str
    """Behind one's own words in a comparison."""
    theirs: str
    """Underline of the company's words in a comparison."""
    focus: str
    """Ring around what has the keyboard."""
    scrim: str
    """Over the window, under a sheet."""
    overlay: str
    """Behind a caption on a picture; ``on_overlay`` stands on it."""
    on_overlay: str
    toast: str
    on_toast: str
    toast_link: str

    def accent(self, sphere: str) -> str:
        """Accent of a sphere (``professional`` or ``personal``) as text."""
        return self.personal if sphere == "personal" else self.professional

    def fill(self, sphere: str) -> str:
        """Accent of a sphere as ground of a button."""
        return self.personal_fill if sphere == "personal" else self.professional_fill

    def band(self, sphere: str) -> str:
        """Quiet ground of a band in the colour of a sphere."""
        return self.personal_ground if sphere == "personal" else self.professional_ground

    def colours(self) -> dict[str, str]:
        """All colours by name."""
        return {name: getattr(self, name) for name in self._fields if name != "dark"}


LIGHT = Tokens(
    dark=False,
    ground="#F7F6F3",
    panel="#FFFFFF",
    rail="#FBFAF8",
    sunken="#F5F4F0",
    line="#E3E1DC",
    line_strong="#CBC8C1",
    text="#1F2328",
    muted="#5A616B",
    faint="#656B74",
    selected="#EDF2FB",
    selected_rail="#E8EDF5",
    hover="#F1F0EC",
    tile="#EBE9E4",
    professional="#2457A6",
    professional_fill="#2457A6",
    professional_ground="#E8EEF9",
    personal="#A8471C",
    personal_fill="#A8471C",
    personal_ground="#FBEBE2",
    on_fill="#FFFFFF",
    fine="#1B7340",
    fine_ground="#E0F3E8",
    advice="#8A5A00",
    advice_ground="#FBF0D9",
    blocker="#A8201A",
    blocker_ground="#FCE9E7",
    mine="#DCF1E3",
    theirs="#DFA27F",
    focus="#2457A6",
    scrim="#DBDAD5",
    overlay="#2B2F2D",
    on_overlay="#FFFFFF",
    toast="#25292E",
    on_toast="#FFFFFF",
    toast_link="#A9C7FB",
)

DARK = Tokens(
    dark=True,
    ground="#18191B",
    panel="#232527",
    rail="#1D1E20",
    sunken="#1B1D1F",
    line="#35383B",
    line_strong="#4C5054",
    text="#ECEAE6",
    muted="#B0B4BB",
    faint="#A3A8B0",
    selected="#28303E",
    selected_rail="#2C3442",
    hover="#2B2E31",
    tile="#1B1D1F",
    professional="#93B7F3",
    professional_fill="#3B6CC0",
    professional_ground="#22304A",
    personal="#F2A681",
    personal_fill="#B5562B",
    personal_ground="#432A1E",
    on_fill="#FFFFFF",
    fine="#7FD3A0",
    fine_ground="#1D3A2A",
    advice="#E7BC62",
    advice_ground="#3D3119",
    blocker="#FF9C93",
    blocker_ground="#47211F",
    mine="#24482F",
    theirs="#C98A63",
    focus="#93B7F3",
    scrim="#0F1011",
    overlay="#121413",
    on_overlay="#FFFFFF",
    toast="#E9E7E2",
    on_toast="#1F2328",
    toast_link="#2457A6",
)

TEXT_PAIRS: tuple[tuple[str, str], ...] = tuple(
    (ink, ground)
    for inks, grounds in (
        (("text", "muted"), ("ground", "panel", "rail", "sunken", "selected", "selected_rail",
                             "hover", "tile")),
        (("text",), ("professional_ground", "personal_ground", "fine_ground", "advice_ground",
                     "blocker_ground", "mine")),
        (("faint",), ("ground", "panel", "rail", "sunken", "selected", "hover")),
        (("professional",), ("panel", "ground", "professional_ground", "selected")),
        (("personal",), ("panel", "ground", "personal_ground")),
        (("fine",), ("panel", "ground", "fine_ground")),
        (("advice",), ("panel", "ground", "advice_ground", "selected", "hover")),
        (("blocker",), ("panel", "ground", "blocker_ground")),
        (("on_fill",), ("professional_fill", "personal_fill")),
        (("on_overlay",), ("overlay",)),
        (("on_toast", "toast_link"), ("toast",)),
        (("muted",), ("professional_ground", "personal_ground")),
    )
    for ink in inks
    for ground in grounds
)  # fmt: skip
"""Every pair of ink and ground that carries text: WCAG 2.2, 1.4.3 asks 4.5:1 of each."""

RADIUS = 10
"""Corner of a card, logical pixels."""
RADIUS_SMALL = 7
"""Corner of a button or field, logical pixels."""

TITLE, SHEET, HEADING, BODY, SMALL, KEY, TINY = 1.6, 1.42, 1.22, 1.0, 0.92, 0.86, 0.8
"""Text sizes relative to the application's font."""
