"""A PDF file as qpdf's object model, with the parts that checkpoints ask for."""
import base64
import functools
import json
import re
import subprocess

from . import content, fonts, structure, xmp

REFERENCE = re.compile(r"\d+ \d+ R")
HIDDEN = 2


class Unreadable(Exception):
    """qpdf does not give the file's objects."""


class Annotation:
    def __init__(self, page, reference, entries):
        self.page = page
        self.reference = reference
        self.entries = entries
        self.subtype = entries.get("/Subtype", "")

    def __str__(self):
        return f"{self.subtype.lstrip('/') or 'untyped'} annotation {self.reference} " \
               f"on page {self.page.number}"


class Page:
    def __init__(self, number, reference, entries):
        self.number = number
        self.reference = reference
        self.entries = entries


def run_qpdf(path):
    done = subprocess.run(
        ["qpdf", "--json=2", "--json-key=qpdf", "--json-stream-data=inline",
         "--decode-level=generalized", path], capture_output=True)
    said = done.stderr.decode(errors="replace").strip()
    try:
        objects = json.loads(done.stdout)["qpdf"][1]
    except (ValueError, KeyError, IndexError) as error:
        raise Unreadable(said or str(error)) from None
    return objects, said


def text(value):
    """The characters of a string object; "" for anything else."""
    if not isinstance(value, str):
        return ""
    if value.startswith("u:"):
        return value[2:]
    if value.startswith("b:"):
        return bytes.fromhex(value[2:]).decode("latin-1")
    return ""


class RawFile:
    def __init__(self, path):
        with open(path, "rb") as file:
            self.raw = file.read()


class Document(RawFile):
    def __init__(self, path):
        super().__init__(path)
        self.objects, self.warnings = run_qpdf(path)
        self.trailer = self.objects.get("trailer", {}).get("value", {})
        self.data_of = {}

    def get(self, value):
        """What a value stands for; a stream stands for its dictionary."""
        seen = 0
        while isinstance(value, str) and REFERENCE.fullmatch(value):
            value = self.objects.get("obj:" + value, {})
            value = value["stream"]["dict"] if "stream" in value else value.get("value")
            seen += 1
            if seen > 100:
                return None
        return value

    def entry(self, entries, *path):
        """The value at a path of keys below a dictionary, or None."""
        value = self.get(entries)
        for key in path:
            value = self.get(value.get(key)) if isinstance(value, dict) else None
        return value

    def items(self, value):
        """The values of an array; a single value counts as an array of one."""
        found = self.get(value)
        if found is None:
            return []
        return found if isinstance(found, list) else [value]

    def numbers(self, value):
        found = [self.get(one) for one in self.items(value)]
        return [one for one in found if isinstance(one, (int, float))]

    def dictionary(self, value):
        value = self.get(value)
        return value if isinstance(value, dict) else {}

    def is_stream(self, value):
        return isinstance(value, str) and "stream" in self.objects.get("obj:" + value, {})

    def data(self, reference):
        """The decoded bytes of a stream; b"" for anything else."""
        if not self.is_stream(reference):
            return b""
        if reference not in self.data_of:
            stream = self.objects["obj:" + reference]["stream"]
            self.data_of[reference] = base64.b64decode(stream.get("data", ""))
        return self.data_of[reference]

    @functools.cached_property
    def catalog(self):
        return self.dictionary(self.trailer.get("/Root"))

    @functools.cached_property
    def dictionaries(self):
        """Every dictionary of the file with the object it stands in."""
        found = []
        for name, body in self.objects.items():
            stack = [body["stream"]["dict"] if "stream" in body else body.get("value")]
            while stack:
                value = stack.pop()
                if isinstance(value, dict):
                    found.append((name.removeprefix("obj:"), value))
                    stack.extend(value.values())
                elif isinstance(value, list):
                    stack.extend(value)
        return found

    @functools.cached_property
    def pages(self):
        found, seen = [], set()
        self.collect_pages(self.catalog.get("/Pages"), {}, found, seen)
        return found

    def collect_pages(self, reference, inherited, found, seen):
        if reference in seen:
            return
        seen.add(reference)
        node = self.dictionary(reference)
        inherited = dict(inherited, **{key: node[key] for key in
                                       ("/Resources", "/MediaBox", "/CropBox") if key in node})
        if "/Kids" in node:
            for kid in self.items(node["/Kids"]):
                self.collect_pages(kid, inherited, found, seen)
        else:
            found.append(Page(len(found) + 1, reference, dict(inherited, **node)))

    @functools.cached_property
    def page_numbers(self):
        return {page.reference: page.number for page in self.pages}

    @functools.cached_property
    def annotations(self):
        return [Annotation(page, reference, self.dictionary(reference))
                for page in self.pages
                for reference in self.items(page.entries.get("/Annots"))]

    def is_shown(self, annotation):
        """Annotations that are hidden or lie off the page need no description."""
        if int(annotation.entries.get("/F", 0)) & HIDDEN:
            return False
        page = annotation.page.entries
        crop = self.numbers(page.get("/CropBox", page.get("/MediaBox")))
        rect = self.numbers(annotation.entries.get("/Rect"))
        if len(crop) != 4 or len(rect) != 4:
            return True
        left, right = sorted(rect[0::2])
        bottom, top = sorted(rect[1::2])
        return left < max(crop[0::2]) and right > min(crop[0::2]) and \
            bottom < max(crop[1::2]) and top > min(crop[1::2])

    def inherited(self, field, key):
        """An entry of a field, or of the fields above it."""
        for _ in range(32):
            if not isinstance(field, dict):
                return None
            if key in field:
                return self.get(field[key])
            field = self.get(field.get("/Parent"))
        return None

    @functools.cached_property
    def structure(self):
        return structure.read(self)

    @functools.cached_property
    def content(self):
        return content.read(self)

    @functools.cached_property
    def fonts(self):
        return fonts.read(self)

    @functools.cached_property
    def metadata(self):
        return xmp.read(self.data(self.catalog.get("/Metadata")))

    @functools.cached_property
    def language(self):
        return text(self.catalog.get("/Lang"))
