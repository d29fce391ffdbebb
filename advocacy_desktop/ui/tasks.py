"""Work off the GUI thread: one storage worker, a small network pool, results by queued signals."""

import threading
from collections import deque
from collections.abc import Callable
from queue import SimpleQueue
from time import monotonic
from typing import Any, Protocol, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from ..application.ports import Progress
from ..domain.errors import KnownError

T = TypeVar("T")
OnOk = Callable[[Any], object] | None
OnError = Callable[[KnownError], object] | None

NETWORK_WORKERS = 4


class CancelToken:
    """Handed to long work, which asks it now and then; also callable (``ports.Cancelled``)."""

    def __init__(self) -> None:
        self._event = threading.Event()

    @property
    def cancelled(self) -> bool:
        """Whether the person stopped the work."""
        return self._event.is_set()

    def cancel(self) -> None:
        """Ask the work to stop at its next look."""
        self._event.set()

    def __call__(self) -> bool:
        return self.cancelled


class Runner(Protocol):
    """What pages use; see :class:`TaskRunner` and, for tests, :class:`ImmediateRunner`."""

    errors: "_Errors"

    def storage(
        self,
        fn: Callable[[], Any],
        on_ok: OnOk = None,
        on_error: OnError = None,
        owner: QObject | None = None,
    ) -> None:
        """Run on the storage worker, in order of calling."""
        ...

    def network(
        self,
        key: str,
        fn: Callable[[], Any],
        on_ok: OnOk = None,
        on_error: OnError = None,
        owner: QObject | None = None,
    ) -> None:
        """Run on the pool; calls with the same key (an account's id) one after another."""
        ...

    def background(
        self,
        fn: Callable[[], Any],
        on_ok: OnOk = None,
        on_error: OnError = None,
        owner: QObject | None = None,
    ) -> None:
        """Run on the pool in no particular order: decoding pictures and the like."""
        ...

    def progress(
        self, callback: Callable[[int, int], object], owner: QObject | None = None
    ) -> Progress:
        """Wrap ``callback(done, total)`` so that work may call it from its own thread."""
        ...

    def shutdown(self, timeout: float = 5.0) -> bool:
        """Stop claiming work, wait for the attempts under way; tell whether all ended."""
        ...


class _Errors:
    """Where errors go that no caller looks after."""

    def __init__(self) -> None:
        self.on_known: Callable[[KnownError], object] | None = None
        """Default for a ``KnownError``: the toast."""
        self.on_bug: Callable[[BaseException], object] | None = None
        """Everything else: the crash dialog."""

    def handle(self, error: BaseException, on_error: OnError, owner: QObject | None) -> None:
        if isinstance(error, KnownError):
            if on_error is not None:
                if _alive(owner):
                    on_error(error)
                return
            if self.on_known is not None:
                self.on_known(error)
                return
        if self.on_bug is not None:
            self.on_bug(error)
            return
        raise error


def _alive(owner: QObject | None) -> bool:
    return owner is None or shiboken6.isValid(owner)


class _Job:
    __slots__ = ("error", "fn", "on_error", "on_ok", "owner", "result")

    def __init__(
        self, fn: Callable[[], Any], on_ok: OnOk, on_error: OnError, owner: QObject | None
    ) -> None:
        self.fn = fn
        self.on_ok = on_ok
        self.on_error = on_error
        self.owner = owner
        self.result: Any = None
        self.error: BaseException | None = None

    def run(self) -> None:
        try:
            self.result = self.fn()
        # Whatever it is, it is carried to the GUI thread and handled there.
        except BaseException as error:
            self.error = error


class TaskRunner(QObject):
    """Storage worker and network pool; callbacks run on the thread that made the runner."""

    _done = Signal(object)
    _called = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.errors = _Errors()
        self._closed = False
        self._storage_jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._storage_thread: threading.Thread | None = None
        self._pool_jobs: SimpleQueue[str | _Job | None] = SimpleQueue()
        self._pool_threads: list[threading.Thread] = []
        self._idle = 0
        self._by_key: dict[str, deque[_Job]] = {}
        self._lock = threading.Lock()
        self._done.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._called.connect(self._call, Qt.ConnectionType.QueuedConnection)

    def storage(
        self,
        fn: Callable[[], Any],
        on_ok: OnOk = None,
        on_error: OnError = None,
        owner: QObject | None = None,
    ) -> None:
        """See :meth:`Runner.storage`."""
        if self._closed:
            return
        if self._storage_thread is None:
            self._storage_thread = self._start("storage", self._storage_loop)
        self._storage_jobs.put(_Job(fn, on_ok, on_error, owner))

    def network(
        self,
        key: str,
        fn: Callable[[], Any],
        on_ok: OnOk = None,
        on_error: OnError = None,
        owner: QObject | None = None,
    ) -> None:
        """See :meth:`Runner.network`."""
        if self._closed:
            return
        with self._lock:
            waiting = self._by_key.setdefault(key, deque())
            waiting.append(_Job(fn, on_ok, on_error, owner))
            first = len(waiting) == 1
        if first:
            self._to_pool(key)

    def background(
        self,
        fn: Callable[[], Any],
        on_ok: OnOk = None,
        on_error: OnError = None,
        owner: QObject | None = None,
    ) -> None:
        """See :meth:`Runner.background`."""
        if not self._closed:
            self._to_pool(_Job(fn, on_ok, on_error, owner))

    def progress(
        self, callback: Callable[[int, int], object], owner: QObject | None = None
    ) -> Progress:
        """See :meth:`Runner.progress`."""

        def report(done: int, total: int) -> None:
            self.on_gui(lambda: callback(done, total), owner)

        return report

    def on_gui(self, callback: Callable[[], object], owner: QObject | None = None) -> None:
        """Call from any thread; ``callback`` runs on the GUI thread soon."""
        self._called.emit((callback, owner))

    def shutdown(self, timeout: float = 5.0) -> bool:
        """See :meth:`Runner.shutdown`. What waits in the storage queue is still written."""
        self._closed = True
        deadline = monotonic() + timeout
        for _ in self._pool_threads:
            self._pool_jobs.put(None)
        for thread in self._pool_threads:
            thread.join(max(0.0, deadline - monotonic()))
        self._storage_jobs.put(None)
        if self._storage_thread is not None:
            self._storage_thread.join(max(0.0, deadline - monotonic()))
        threads = [*self._pool_threads, *([self._storage_thread] if self._storage_thread else [])]
        return not any(thread.is_alive() for thread in threads)

    def _start(self, name: str, target: Callable[[], None]) -> threading.Thread:
        thread = threading.Thread(target=target, name=name, daemon=True)
        thread.start()
        return thread

    def _to_pool(self, job: "str | _Job") -> None:
        with self._lock:
            if self._idle == 0 and len(self._pool_threads) < NETWORK_WORKERS:
                name = f"network-{len(self._pool_threads)}"
                self._pool_threads.append(self._start(name, self._pool_loop))
        self._pool_jobs.put(job)

    def _storage_loop(self) -> None:
        while (job := self._storage_jobs.get()) is not None:
            job.run()
            self._finish(job)

    def _pool_loop(self) -> None:
        while True:
            with self._lock:
                self._idle += 1
            item = self._pool_jobs.get()
            with self._lock:
                self._idle -= 1
            if item is None:
                return
            if isinstance(item, _Job):
                if not self._closed:
                    item.run()
                    self._finish(item)
                continue
            with self._lock:
                job = self._by_key[item][0]
            if not self._closed:
                job.run()
                self._finish(job)
            with self._lock:
                waiting = self._by_key[item]
                waiting.popleft()
                more = bool(waiting)
                if not more:
                    del self._by_key[item]
            if more:
                self._pool_jobs.put(item)

    def _finish(self, job: _Job) -> None:
        # The runner may be gone at the very end of the program.
        if shiboken6.isValid(self):
            self._done.emit(job)

    @Slot(object)
    def _deliver(self, job: _Job) -> None:
        if job.error is not None:
            self.errors.handle(job.error, job.on_error, job.owner)
        elif job.on_ok is not None and _alive(job.owner):
            job.on_ok(job.result)

    @Slot(object)
    def _call(self, item: tuple[Callable[[], object], QObject | None]) -> None:
        callback, owner = item
        if _alive(owner):
            callback()


class ImmediateRunner:
    """The same interface, everything at once on the calling thread: for tests."""

    def __init__(self) -> None:
        self.errors = _Errors()

    def storage(
        self,
        fn: Callable[[], Any],
        on_ok: OnOk = None,
        on_error: OnError = None,
        owner: QObject | None = None,
    ) -> None:
        """See :meth:`Runner.storage`."""
        job = _Job(fn, on_ok, on_error, owner)
        job.run()
        if job.error is not None:
            self.errors.handle(job.error, on_error, owner)
        elif on_ok is not None and _alive(owner):
            on_ok(job.result)

    def network(
        self,
        key: str,
        fn: Callable[[], Any],
        on_ok: OnOk = None,
        on_error: OnError = None,
        owner: QObject | None = None,
    ) -> None:
        """See :meth:`Runner.network`."""
        self.storage(fn, on_ok, on_error, owner)

    def background(
        self,
        fn: Callable[[], Any],
        on_ok: OnOk = None,
        on_error: OnError = None,
        owner: QObject | None = None,
    ) -> None:
        """See :meth:`Runner.background`."""
        self.storage(fn, on_ok, on_error, owner)

    def progress(
        self, callback: Callable[[int, int], object], owner: QObject | None = None
    ) -> Progress:
        """See :meth:`Runner.progress`."""

        def report(done: int, total: int) -> None:
            if _alive(owner):
                callback(done, total)

        return report

    def on_gui(self, callback: Callable[[], object], owner: QObject | None = None) -> None:
        """At once."""
        if _alive(owner):
            callback()

    def shutdown(self, timeout: float = 5.0) -> bool:
        """Nothing is ever under way."""
        return True
