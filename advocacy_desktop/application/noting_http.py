"""An HTTP port that remembers which ledger line its answers belong to."""

from ..domain.ledger import Purpose
from .ports import HttpPort, HttpRequest, HttpResponse


class NotingHttp:
    """Passes everything on; afterwards tells the last ledger line of each purpose."""

    def __init__(self, inner: HttpPort) -> None:
        self._inner = inner
        self._lines: dict[Purpose, int] = {}

    def send(self, request: HttpRequest, purpose: Purpose, *, as_whom: str = "") -> HttpResponse:
        """See :meth:`HttpPort.send`."""
        response = self._inner.send(request, purpose, as_whom=as_whom)
        self._lines[purpose] = response.ledger_id
        return response

    def line(self, purpose: Purpose) -> int | None:
        """Number of the last answered line of that purpose."""
        return self._lines.get(purpose)
