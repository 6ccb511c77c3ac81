"""Ways to damage a handbook: each takes chance and files (path → bytes) and damages them in place."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterator
from typing import Any

import yaml

from tests.faults.hostile import ALL
from tests.faults.text_damage import TEXT_DAMAGE

DEEP = re.compile(rb"(?:[\[{]|[-?] ){500}")
"""What brings the parser that is used here, in C and without a limit of depth, down with the whole process."""
Files = dict[str, bytes]
Place = tuple[Any, Any]

NUMBERS = ("0", "-1", "1e9", "999999999999999999999", "3.5", "½", "0x1F", "１２", "1/0", "NaN", "inf", "1_000", "")
DATES = ("2026-02-30", "0000-00-00", "9999-12-31", "0001-01-01", "26-1-1", "2026-11-22T25:00", "明天", "1e5")
RETYPED: tuple[Any, ...] = (
    "", "true", "no", "null", "~", [], {}, [[]], [{}], {"": ""}, ["a"], {"a": "b"}, [[[["a"]]]], {"id": "a"},
    None, True, 7, 1.5, "2026-11-22", "1:30",
)  # fmt: skip


def mutate(chance: random.Random, files: Files) -> list[str]:
    """Damage the files in one to four ways and tell which."""
    done = []
    for _ in range(min(4, 1 + int(chance.expovariate(1.2)))):
        path = chance.choice(sorted(files))
        if chance.random() < 0.12:
            name, whole = chance.choice(WHOLE_DAMAGE)
            whole(chance, files, path)
        elif path.endswith(".yaml") and chance.random() < 0.6:
            name, value = chance.choice(VALUE_DAMAGE)
            _damage_value(chance, files, path, value)
        else:
            name, text = chance.choice(TEXT_DAMAGE)
            files[path] = text(chance, files[path])
        done.append(f"{name} {path}")
        if not files:
            break
    return done


def _damage_value(chance: random.Random, files: Files, path: str, damage: Callable[..., None]) -> None:
    if DEEP.search(files[path]):
        return
    try:
        data = yaml.load(files[path], Loader=yaml.CBaseLoader)
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError):
        return
    if not isinstance(data, dict | list):
        return
    holder = {"root": data}
    damage(chance, holder, list(_places(holder)))
    files[path] = json.dumps(holder["root"], ensure_ascii=False, indent=1).encode("utf-8", "surrogatepass")


def _places(value: Any) -> Iterator[Place]:
    """Every (container, key) below a value."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in list(pairs):
        yield value, key
        yield from _places(inner)


def _texts(places: list[Place]) -> list[Place]:
    return [(box, key) for box, key in places if isinstance(box[key], str)] or places


def _boxes(places: list[Place], kind: type) -> list[Any]:
    return [box[key] for box, key in places if isinstance(box[key], kind) and box[key]]


def _delete(chance: random.Random, root: Any, places: list[Place]) -> None:
    box, key = chance.choice(places[1:] or places)
    del box[key]
    root.setdefault("root", {})


def _duplicate(chance: random.Random, _root: Any, places: list[Place]) -> None:
    for box in chance.choices(_boxes(places, list) or [[]], k=1):
        box.append(chance.choice(box) if box else "")


def _retype(chance: random.Random, _root: Any, places: list[Place]) -> None:
    box, key = chance.choice(places)
    box[key] = chance.choice(RETYPED)


def _shuffle(chance: random.Random, _root: Any, places: list[Place]) -> None:
    for box in chance.choices(_boxes(places, list) or [[]], k=1):
        chance.shuffle(box)


def _rename_id(chance: random.Random, _root: Any, places: list[Place]) -> None:
    ids = [(box, key) for box, key in places if key == "id" or (isinstance(key, str) and key.endswith("id"))]
    box, key = chance.choice(ids or _texts(places))
    box[key] = chance.choice((f"{str(box[key])[:20]}-x", "a", "UPPER", "汉字", "a" * 61, "index", "con", "-a", "a--b"))


def _cross(chance: random.Random, _root: Any, places: list[Place]) -> None:
    texts = _texts(places)
    (box, key), (other, name) = chance.choice(texts), chance.choice(texts)
    box[key], other[name] = other[name], box[key]


def _copy(chance: random.Random, _root: Any, places: list[Place]) -> None:
    (box, key), (other, name) = chance.choice(places), chance.choice(places)
    box[key] = json.loads(json.dumps(other[name]))


def _hostile(chance: random.Random, _root: Any, places: list[Place]) -> None:
    box, key = chance.choice(_texts(places))
    box[key] = chance.choice(list(ALL.values()))


def _hostile_inside(chance: random.Random, _root: Any, places: list[Place]) -> None:
    box, key = chance.choice(_texts(places))
    text = str(box[key])
    cut = chance.randint(0, len(text))
    box[key] = text[:cut] + chance.choice(list(ALL.values())) + text[cut:]


def _number(chance: random.Random, _root: Any, places: list[Place]) -> None:
    box, key = chance.choice([(b, k) for b, k in _texts(places) if str(b[k]).isdigit()] or _texts(places))
    box[key] = chance.choice(NUMBERS)


def _date(chance: random.Random, _root: Any, places: list[Place]) -> None:
    box, key = chance.choice([(b, k) for b, k in _texts(places) if str(b[k])[:2] == "20"] or _texts(places))
    box[key] = chance.choice(DATES)


def _huge_list(chance: random.Random, _root: Any, places: list[Place]) -> None:
    for box in chance.choices(_boxes(places, list) or [[]], k=1):
        box.extend(box * min(3_000, 200_000 // max(1, len(json.dumps(box)))))


def _deep(chance: random.Random, _root: Any, places: list[Place]) -> None:
    box, key = chance.choice(places)
    for _ in range(chance.choice((3, 12, 25, 400))):
        box[key] = [box[key]] if chance.random() < 0.5 else {"a": box[key]}


def _empty_out(chance: random.Random, _root: Any, places: list[Place]) -> None:
    box, key = chance.choice(places)
    box[key] = type(box[key])()


def _remove_file(_chance: random.Random, files: Files, path: str) -> None:
    del files[path]


def _swap_files(chance: random.Random, files: Files, path: str) -> None:
    other = chance.choice(sorted(files))
    files[path], files[other] = files[other], files[path]


def _copy_file(chance: random.Random, files: Files, path: str) -> None:
    folder, _, name = path.rpartition("/")
    target = chance.choice(
        (f"{folder}/copy-{name}", f"content/{name}", f"quizzes/{name}", f"content/rules/{name}", f"{folder}/{name.upper()}")
    )  # fmt: skip
    files[target] = files[path]


def _move_file(chance: random.Random, files: Files, path: str) -> None:
    stem = path.rpartition(".")[0]
    target = chance.choice(
        (f"{stem}.yml", f"{stem}.txt", f"{stem}.MD", f"{stem} 副本.yaml", f"{stem}/a.yaml", f"{stem}.md")
    )
    files[target] = files.pop(path)


def _append_file(chance: random.Random, files: Files, path: str) -> None:
    files[path] += files[chance.choice(sorted(files))]


VALUE_DAMAGE: tuple[tuple[str, Callable[..., None]], ...] = (
    ("delete", _delete), ("delete", _delete), ("duplicate", _duplicate), ("retype", _retype), ("retype", _retype),
    ("reorder", _shuffle), ("rename", _rename_id), ("rename", _rename_id), ("cross", _cross), ("copy", _copy),
    ("hostile", _hostile), ("hostile", _hostile), ("hostile inside", _hostile_inside),
    ("hostile inside", _hostile_inside), ("number", _number), ("date", _date), ("huge list", _huge_list),
    ("deep", _deep), ("empty", _empty_out),
)  # fmt: skip
"""Name and damage done to one value of a YAML file; the commoner ones twice."""

WHOLE_DAMAGE: tuple[tuple[str, Callable[[random.Random, Files, str], None]], ...] = (
    ("remove file", _remove_file), ("swap files", _swap_files), ("copy file", _copy_file),
    ("move file", _move_file), ("append file", _append_file),
)  # fmt: skip
"""Name and damage done to whole files."""
