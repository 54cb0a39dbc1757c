"""What a PDF file holds, as qpdf tells it, and what other programs show of it."""
import json
import pathlib
import subprocess


class Problem(Exception):
    pass


def run(*command, **options):
    done = subprocess.run([str(part) for part in command], capture_output=True, **options)
    if done.returncode != 0:
        raise Problem(f"{command[0]} failed: {done.stderr.decode(errors='replace')[-400:]}")
    return done


class Widget:
    """A field at one place; y from the page's upper edge, all in points."""

    def __init__(self, field, objects, pages):
        entries = objects[f"obj:{field['annotation']['object']}"]["value"]
        left, low, right, high = entries["/Rect"]
        self.page = field["pageposfrom1"]
        _, _, self.page_width, page_height = pages[self.page - 1]
        self.x, self.y = left, page_height - high
        self.width, self.height = right - left, high - low
        self.tip = field["alternativename"]
        self.hidden = bool(field["annotation"]["annotationflags"] & 2)
        states = objects_of(entries.get("/AP", {}).get("/N", {}), objects)
        self.on = next((state[1:] for state in states if state not in ("/Off", "/Type")), None)

    def is_like(self, other):
        return (self.page, self.tip) == (other.page, other.tip) and \
            abs(self.x - other.x) + abs(self.y - other.y) < 0.1


def objects_of(value, objects):
    """The keys of a dictionary of appearances, none for a stream."""
    if isinstance(value, str):
        value = objects.get(f"obj:{value}", {}).get("value", {})
    return value if isinstance(value, dict) and "/BBox" not in value else {}


class Field:
    def __init__(self, field):
        self.name = field["fullname"]
        self.type = field["fieldtype"]
        self.radio = field["isradiobutton"]
        self.lines = self.type == "/Tx" and bool(field["fieldflags"] & 1 << 12)
        self.read_only = bool(field["fieldflags"] & 1)
        self.choices = [text(choice) for choice in field["choices"]]
        self.value = text(field["value"])
        self.widgets = []


def text(value):
    """A value as people see it: no signs of its type, one kind of line end."""
    if isinstance(value, list):
        value = value[0] if len(value) == 1 else ""
    if isinstance(value, str) and value.startswith("b:"):
        value = bytes.fromhex(value[2:]).decode("latin-1")
    if isinstance(value, str) and value.startswith(("u:", "/")):
        value = value.removeprefix("u:").removeprefix("/")
    return (value or "").replace("\r\n", "\n").replace("\r", "\n")


def fields_of(path):
    """All fields by name."""
    whole = json.loads(run("qpdf", "--json", "--json-key=acroform", "--json-key=qpdf",
                           path).stdout)
    objects, fields = whole["qpdf"][1], {}
    pages = [tuple(box) for box in page_boxes(path, objects)]
    for entry in whole["acroform"]["fields"]:
        field = fields.setdefault(entry["fullname"], Field(entry))
        field.widgets.append(Widget(entry, objects, pages))
    return fields


def page_boxes(path, objects):
    whole = json.loads(run("qpdf", "--json", "--json-key=pages", path).stdout)
    for page in whole["pages"]:
        yield inherited(objects[f"obj:{page['object']}"]["value"], "/MediaBox", objects)


def inherited(page, key, objects):
    while key not in page:
        page = objects[f"obj:{page['/Parent']}"]["value"]
    return page[key]


class Picture:
    """A page as grey pixels."""

    def __init__(self, path):
        data = pathlib.Path(path).read_bytes()
        parts = data.split(None, 4)
        self.width, self.height = int(parts[1]), int(parts[2])
        self.pixels = data[-self.width * self.height:]

    def ink(self, widget):
        """Share of a field that is black, 0 to 1."""
        scale = self.width / widget.page_width
        left, right = int(widget.x * scale), int((widget.x + widget.width) * scale) + 1
        ink = n = 0
        for y in range(int(widget.y * scale), int((widget.y + widget.height) * scale) + 1):
            row = self.pixels[y * self.width + left:y * self.width + right]
            ink += sum(255 - pixel for pixel in row)
            n += 255 * len(row)
        return ink / n


def pictures(path, folder, program):
    """All pages as a program draws them, which must not complain."""
    folder.mkdir()
    if program == "poppler":
        done = run("pdftoppm", "-r", "72", "-gray", path, folder / "p")
    else:
        done = run("mutool", "draw", "-q", "-r", "72", "-c", "gray", "-F", "pgm",
                   "-o", folder / "p-%04d.pgm", path)
    said = [line for line in done.stderr.decode(errors="replace").splitlines()
            if line and "ICC support is not available" not in line]
    if said:
        raise Problem(f"{program}: {said[0]}")
    return [Picture(file) for file in sorted(folder.iterdir())]
