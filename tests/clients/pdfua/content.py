"""Content streams: what is painted where, inside which marked content, in which font."""
import re

PAINTING = frozenset("S s f F f* B B* b b* sh".split())
SHOWING = frozenset(("Tj", "TJ", "'", '"'))

DELIMITED = rb"[^\x00\t\n\f\r ()<>\[\]{}/%]"
TOKEN = re.compile(
    rb"[\x00\t\n\f\r ]*(?:%[^\r\n]*[\x00\t\n\f\r ]*)*"
    rb"(?:(?P<number>[+-]?(?:\d+\.?\d*|\.\d+))(?=[\x00\t\n\f\r ()<>\[\]{}/%]|$)"
    rb"|/(?P<name>" + DELIMITED + rb"*)"
    rb"|(?P<open><<|\[)|(?P<close>>>|\])"
    rb"|<(?P<hex>[0-9A-Fa-f\x00\t\n\f\r ]*)>"
    rb"|(?P<string>\()"
    rb"|(?P<word>" + DELIMITED + rb"+)"
    rb"|(?P<odd>[<>{})]))")
STRING_PART = re.compile(rb"[^()\\]+|[()]|\\(?:[0-7]{1,3}|\r\n|.)", re.S)
ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f",
           b"\n": b"", b"\r": b"", b"\r\n": b""}
IMAGE_END = re.compile(rb"[\x00\t\n\f\r ]EI(?=[\x00\t\n\f\r ]|$)")
NAME_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")


def read_string(data, at):
    """A literal string whose first byte is data[at], and the offset behind it."""
    parts, depth = [], 1
    while True:
        found = STRING_PART.match(data, at)
        if found is None:
            return b"".join(parts), len(data)
        part, at = found.group(), found.end()
        if part[:1] == b"\\":
            octal = part[1:].isdigit()
            part = bytes([int(part[1:], 8) & 255]) if octal else ESCAPES.get(part[1:], part[1:])
        elif part == b"(":
            depth += 1
        elif part == b")":
            depth -= 1
            if depth == 0:
                return b"".join(parts), at
        parts.append(part)


def read_name(raw):
    return "/" + NAME_ESCAPE.sub(lambda hit: bytes([int(hit.group(1), 16)]), raw).decode("latin-1")


def read_hex(raw):
    digits = b"".join(raw.split()).replace(b"\0", b"")
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())


def as_dictionary(values):
    return dict(zip(values[0::2], values[1::2])) if all(
        isinstance(key, str) for key in values[0::2]) else {}


def operations(data):
    """Pairs of operator and operands. Names are str with a slash, strings are
    bytes, an unknown token is an operator."""
    operands, outer, at = [], [], 0
    while True:
        token = TOKEN.match(data, at)
        if token is None:
            return
        at, kind = token.end(), token.lastgroup
        if kind == "number":
            operands.append(float(token["number"]))
        elif kind == "hex":
            operands.append(read_hex(token["hex"]))
        elif kind == "name":
            operands.append(read_name(token["name"]))
        elif kind == "string":
            string, at = read_string(data, at)
            operands.append(string)
        elif kind == "open":
            outer.append(operands)
            operands = []
        elif kind == "close" and outer:
            closed = as_dictionary(operands) if token["close"] == b">>" else operands
            operands = outer.pop()
            operands.append(closed)
        else:
            word = token[kind].decode("latin-1")
            if word in ("true", "false", "null"):
                operands.append({"true": True, "false": False}.get(word))
                continue
            if word == "ID":
                end = IMAGE_END.search(data, at)
                word, at = "EI", end.end() if end else len(data)
            yield word, operands
            operands, outer = [], []


def named_properties(document, value):
    """A property list of the resources, with strings as in a content stream."""
    return {key: one[2:].encode() if isinstance(one, str) and one[1:2] == ":" else one
            for key, one in document.dictionary(value).items()}


class Mark:
    """A marked-content sequence, with those around it."""

    def __init__(self, parent, tag, properties, owner):
        self.parent = parent
        self.tag = tag
        self.properties = properties
        self.owner = owner      # the page or form whose numbers the MCID is one of
        mcid = properties.get("/MCID")
        self.mcid = int(mcid) if isinstance(mcid, (int, float)) else None
        self.artifact = tag == "/Artifact" or (parent is not None and parent.artifact)
        self.tagged = self.mcid is not None or (parent is not None and parent.tagged)

    def chain(self):
        mark = self
        while mark is not None:
            yield mark
            mark = mark.parent


class Show:
    """All strings shown in one font inside one marked-content sequence."""

    def __init__(self, font, mark, place, visible):
        self.font = font
        self.mark = mark
        self.place = place
        self.visible = visible
        self.strings = []


class Owner:
    """Whose marked-content ids: a page or a form XObject."""

    def __init__(self, reference, name, struct_parents):
        self.reference = reference
        self.name = name
        self.struct_parents = struct_parents
        self.mcids = {}         # MCID -> how often it was begun


class Content:
    def __init__(self):
        self.owners = {}            # by reference
        self.shows = {}
        self.marks = []             # with properties
        self.artifact_in_tagged = []
        self.tagged_in_artifact = []
        self.unmarked = []          # (place, operator, mark)
        self.unbalanced = []
        self.form_uses = {}         # reference of a form -> times painted
        self.fonts = {}             # key -> reference or dictionary
        self.printer_marks_bare = []


class Scanner:
    """Runs one content stream and the forms it paints."""

    def __init__(self, document, content, place, owner, resources, in_page=True):
        self.document = document
        self.content = content
        self.place = place
        self.owner = owner
        self.resources = document.dictionary(resources)
        self.in_page = in_page
        self.font, self.mode = None, 0
        self.saved = []
        self.mark = None
        self.outer_mark = None
        self.running = ()

    def resource(self, kind, name):
        return self.document.dictionary(self.resources.get(kind)).get(name)

    def run(self, data):
        for operator, operands in operations(data):
            if operator in SHOWING:
                self.show(operator, operands)
            elif operator in PAINTING or operator == "EI":
                self.paint(operator)
            elif operator in ("BDC", "BMC", "EMC"):
                self.change_mark(operator, operands)
            elif operator == "Tf" and operands:
                self.set_font(operands[0])
            elif operator == "Tr" and operands:
                self.mode = operands[-1]
            elif operator == "q":
                self.saved.append((self.font, self.mode))
            elif operator == "Q" and self.saved:
                self.font, self.mode = self.saved.pop()
            elif operator == "Do" and operands:
                self.paint_object(operands[-1])
            elif operator == "gs" and operands:
                self.set_state(operands[-1])

    def change_mark(self, operator, operands):
        if operator == "EMC":
            if self.mark is self.outer_mark:
                self.content.unbalanced.append((self.place, "EMC closes nothing"))
            else:
                self.mark = self.mark.parent
            return
        tag = operands[0] if operands and isinstance(operands[0], str) else ""
        properties = operands[1] if operator == "BDC" and len(operands) > 1 else {}
        if isinstance(properties, str):
            properties = named_properties(self.document, self.resource("/Properties", properties))
        mark = Mark(self.mark, tag, properties, self.owner)
        if tag == "/Artifact" and self.mark is not None and self.mark.tagged:
            self.content.artifact_in_tagged.append((self.place, mark))
        if mark.mcid is not None:
            self.owner.mcids[mark.mcid] = self.owner.mcids.get(mark.mcid, 0) + 1
            if self.mark is not None and self.mark.artifact:
                self.content.tagged_in_artifact.append((self.place, mark))
        if mark.properties:
            self.content.marks.append((self.place, mark))
        self.mark = mark

    def paint(self, operator):
        if self.mark is None or not (self.mark.artifact or self.mark.tagged):
            self.content.unmarked.append((self.place, operator, self.in_page))

    def set_font(self, name):
        font = self.resource("/Font", name)
        self.font = ("direct", id(font)) if isinstance(font, dict) else font
        if font is not None:
            self.content.fonts[self.font] = font

    def set_state(self, name):
        state = self.document.dictionary(self.resource("/ExtGState", name))
        font = self.document.items(state.get("/Font"))
        if font:
            self.content.fonts[font[0]] = self.font = font[0]

    def show(self, operator, operands):
        value = operands[-1] if operands else b""
        strings = [part for part in value if isinstance(part, bytes)] if operator == "TJ" \
            and isinstance(value, list) else [value] if isinstance(value, bytes) else []
        if not any(strings):
            return
        self.paint(operator)
        visible = self.mode not in (3, 7)
        key = (self.font, id(self.mark), visible, self.place)
        if key not in self.content.shows:
            self.content.shows[key] = Show(self.font, self.mark, self.place, visible)
        self.content.shows[key].strings += strings

    def paint_object(self, name):
        reference = self.resource("/XObject", name)
        form = self.document.dictionary(reference)
        if form.get("/Subtype") != "/Form":
            self.paint("Do")
            return
        if self.in_page:
            uses = self.content.form_uses
            uses[reference] = uses.get(reference, 0) + 1
        if reference in self.running:
            return
        inner = form_scanner(self.document, self.content, reference, self.place, self.in_page,
                             self.resources)
        inner.mark = inner.outer_mark = self.mark
        inner.running = self.running + (reference,)
        inner.font, inner.mode = self.font, self.mode
        inner.finish(self.document.data(reference))

    def finish(self, data):
        self.run(data)
        if self.mark is not self.outer_mark:
            self.content.unbalanced.append((self.place, f"{self.mark.tag} is not closed"))


def form_scanner(document, content, reference, place, in_page, resources=None):
    form = document.dictionary(reference)
    owner = content.owners.get(reference)
    if owner is None:
        owner = Owner(reference, f"form {reference}", form.get("/StructParents"))
        content.owners[reference] = owner
    # A form painted twice is counted by 30-002; its ids count once here.
    owner.mcids.clear()
    return Scanner(document, content, place, owner, form.get("/Resources", resources), in_page)


def appearances(document, annotation):
    """References of all appearance streams of an annotation."""
    for state in document.dictionary(annotation.entries.get("/AP")).values():
        if document.is_stream(state):
            yield state
        else:
            for one in document.dictionary(state).values():
                if document.is_stream(one):
                    yield one


def scan_page(document, content, page):
    owner = Owner(page.reference, f"page {page.number}", page.entries.get("/StructParents"))
    content.owners[page.reference] = owner
    parts = page.entries.get("/Contents")
    parts = [parts] if document.is_stream(parts) else document.items(parts)
    scanner = Scanner(document, content, owner.name, owner, page.entries.get("/Resources"))
    scanner.finish(b"\n".join(document.data(part) for part in parts))


def scan_appearance(document, content, annotation, reference):
    scanner = form_scanner(document, content, reference, str(annotation), in_page=False)
    before = len(content.unmarked)
    scanner.finish(document.data(reference))
    bare = content.unmarked[before:]
    del content.unmarked[before:]
    if bare and annotation.subtype == "/PrinterMark":
        content.printer_marks_bare.append(annotation)


def read(document):
    content = Content()
    for page in document.pages:
        scan_page(document, content, page)
    seen = set()
    for annotation in document.annotations:
        for reference in appearances(document, annotation):
            if reference not in seen:
                seen.add(reference)
                scan_appearance(document, content, annotation, reference)
    return content
