"""Eyes and hands of a screen-reader user: runs in Debian's own Python, which has pyatspi.

Reads one JSON request a line from standard input, answers one JSON line each. Requests name a
widget by role and name; every request waits until it is there or the time is up.
"""

import json
import re
import sys
import time

import pyatspi

APPLICATION = sys.argv[1]


def application():
    """The program's accessible root, or None."""
    for app in pyatspi.Registry.getDesktop(0):
        if app is not None and APPLICATION.lower() in (app.name or "").lower():
            return app
    return None


def walk(node, depth=0):
    """Every descendant that does not stand in a hidden part, in order.

    Qt says of the rows of a hidden list that they show: what is hidden is left out with all in it.
    """
    if node is None or depth > 40:
        return
    if depth > 0 and not node.getState().contains(pyatspi.STATE_VISIBLE):
        return
    yield node, depth
    try:
        count = node.childCount
    except Exception:
        return
    for index in range(min(count, 400)):
        try:
            child = node.getChildAtIndex(index)
        except Exception:
            continue
        yield from walk(child, depth + 1)


def showing(node):
    """Whether a person could see it."""
    states = node.getState()
    return states.contains(pyatspi.STATE_SHOWING) and states.contains(pyatspi.STATE_VISIBLE)


def parents(node):
    """What a node stands in, nearest first."""
    while node.parent is not None and node.parent.getRoleName() != "application":
        node = node.parent
        yield node


def matches(node, request):
    """Whether a node is what the request asks for."""
    if request.get("role") and node.getRoleName() != request["role"]:
        return False
    name = node.name or ""
    if "name" in request and name != request["name"]:
        return False
    if "like" in request and not re.search(request["like"], name):
        return False
    if "holds" in request and request["holds"] not in text_of(node):
        return False
    return showing(node)


def text_of(node):
    """The text of an editor or label."""
    try:
        text = node.queryText()
        return text.getText(0, text.characterCount)
    except Exception:
        return node.name or ""


def find(request):
    """The wanted node, waited for."""
    until = time.monotonic() + request.get("timeout", 10)
    while True:
        app = application()
        if app is not None:
            try:
                for node, _ in walk(app):
                    if matches(node, request):
                        return node
            except Exception:
                pass  # The tree changed under our feet: look again.
        if time.monotonic() > until:
            return None
        time.sleep(0.1)


def answer(request):
    """Do what is asked."""
    operation = request["do"]
    if operation == "tree":
        lines = []
        for node, depth in walk(application()):
            if showing(node):
                lines.append(
                    "  " * depth + f"{node.getRoleName()} | {node.name} | {text_of(node)!r}"
                )
        return {"tree": "\n".join(lines)}
    if operation == "nameless":
        # Reached by Tab, and a screen reader would have nothing to say about it.
        found = []
        for node, _ in walk(application()):
            states = node.getState()
            if states.contains(pyatspi.STATE_FOCUSABLE) and showing(node) and not node.name:
                found.append([node.getRoleName(), *(above.name for above in parents(node))])
        return {"nameless": found}
    if operation == "gone":
        until = time.monotonic() + request.get("timeout", 10)
        probe = dict(request, timeout=0)
        while find(probe) is not None:
            if time.monotonic() > until:
                return {"error": "still there"}
            time.sleep(0.1)
        return {}
    node = find(request)
    if node is None:
        return {"error": "not found"}
    if operation == "press":
        actions = node.queryAction()
        names = [actions.getName(i) for i in range(actions.nActions)]
        wanted = [n for n in ("Press", "Toggle", "click") if n in names] or names[:1]
        if not wanted:
            return {"error": f"no action in {names}"}
        actions.doAction(names.index(wanted[0]))
        return {"actions": names}
    if operation == "focus":
        node.queryComponent().grabFocus()
        return {}
    if operation == "type":
        node.queryEditableText().setTextContents(request["text"])
        return {"text": text_of(node)}
    if operation == "look":
        box = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
        states = node.getState()
        return {
            "name": node.name,
            "role": node.getRoleName(),
            "description": node.description,
            "text": text_of(node),
            "enabled": states.contains(pyatspi.STATE_ENABLED),
            "checked": states.contains(pyatspi.STATE_CHECKED),
            "focused": states.contains(pyatspi.STATE_FOCUSED),
            "box": [box.x, box.y, box.width, box.height],
        }
    return {"error": f"unknown request {operation}"}


for line in sys.stdin:
    try:
        result = answer(json.loads(line))
    except Exception as error:
        result = {"error": repr(error)}
    print(json.dumps(result), flush=True)
