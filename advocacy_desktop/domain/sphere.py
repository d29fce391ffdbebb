"""The two lives that an account can belong to, which never meet by accident."""

from enum import StrEnum


class Sphere(StrEnum):
    """Which life an account or a draft belongs to; fixed when it is made."""

    PROFESSIONAL = "professional"
    PERSONAL = "personal"
