"""The feed reader, loaded when the first feed has news: until then nothing of it is in memory."""

from ...application.ports import ParsedFeed


class LateFeedReader:
    """Implements :class:`~....application.ports.FeedReader` by the tolerant one."""

    def parse(self, data: bytes, *, address: str, content_type: str) -> ParsedFeed:
        """See :meth:`.reader.TolerantFeedReader.parse`."""
        from .reader import TolerantFeedReader

        return TolerantFeedReader().parse(data, address=address, content_type=content_type)
