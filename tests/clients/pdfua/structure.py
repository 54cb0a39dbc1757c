"""The structure tree: elements with their roles, what they hold, the way back."""
import re

STANDARD = frozenset("""
    Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private
    P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot
    Span Quote Note Reference BibEntry Code Link Annot
    Ruby RB RT RP Warichu WT WP Figure Formula Form""".split())
NUMBERED_HEADING = re.compile(r"H([1-9]\d*)")
LANGUAGE_TAG = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")


def is_standard(role):
    """ISO 14289-1 7.4.3 lets headings go on below H6."""
    return role in STANDARD or NUMBERED_HEADING.fullmatch(role) is not None


class Element:
    def __init__(self, reference, entries, parent, role):
        self.reference = reference
        self.entries = entries
        self.parent = parent
        self.type = str(entries.get("/S", "")).lstrip("/")
        self.role = role
        self.kids = []          # elements
        self.contents = []      # pairs of owner (page or form) and MCID
        self.objects = []       # references of annotations
        self.page = None        # number of the first page it has content on

    def __str__(self):
        place = f" on page {self.page}" if self.page else ""
        return f"{self.type or 'untyped'} element {self.reference}{place}"

    def ancestors(self):
        """The element itself and all around it."""
        element = self
        while element is not None:
            yield element
            element = element.parent

    def walk(self):
        """The element and all below it, in reading order."""
        stack = [self]
        while stack:
            element = stack.pop()
            yield element
            stack.extend(reversed(element.kids))


class Structure:
    def __init__(self):
        self.root = None            # dictionary of the root, None: no tree
        self.tops = []
        self.elements = []          # in reading order
        self.by_reference = {}
        self.of_content = {}        # (owner, MCID) -> element
        self.of_object = {}         # annotation -> element
        self.parent_tree = {}       # key -> value
        self.id_tree = {}           # identifier, as qpdf spells it -> element
        self.role_map = {}
        self.broken = []            # sentences about the tree as such


def resolve_role(role_map, name):
    """The standard type a type stands for; the last one tried if none."""
    seen = set()
    while not is_standard(name) and name in role_map and name not in seen:
        seen.add(name)
        name = role_map[name]
    return name


def read_tree(document, node, pairs, found, seen, depth=0):
    """All keys and values of a number tree (/Nums) or a name tree (/Names); a
    value stays a reference when it is one."""
    entries = document.dictionary(node)
    key = node if isinstance(node, str) else id(node)
    if key in seen or depth > 64:
        return
    seen.add(key)
    items = document.items(entries.get(pairs))
    for key, value in zip(items[0::2], items[1::2]):
        found[key] = value
    for kid in document.items(entries.get("/Kids")):
        read_tree(document, kid, pairs, found, seen, depth + 1)


class Reader:
    def __init__(self, document):
        self.document = document
        self.structure = Structure()

    def read(self):
        root = self.document.catalog.get("/StructTreeRoot")
        self.structure.root = self.document.get(root)
        if not isinstance(self.structure.root, dict):
            self.structure.root = None
            return self.structure
        role_map = self.document.dictionary(self.structure.root.get("/RoleMap"))
        self.structure.role_map = {key.lstrip("/"): str(self.document.get(value)).lstrip("/")
                                   for key, value in role_map.items()}
        for name, pairs, found in (("/ParentTree", "/Nums", self.structure.parent_tree),
                                   ("/IDTree", "/Names", self.structure.id_tree)):
            read_tree(self.document, self.structure.root.get(name), pairs, found, set())
        self.read_kids(self.structure.root.get("/K"), root)
        for top in self.structure.tops:
            self.structure.elements.extend(top.walk())
        return self.structure

    def read_kids(self, kids, root):
        """Depth does not run on Python's stack: trees may be deep."""
        todo = [(kid, None, root, None) for kid in reversed(self.document.items(kids))]
        while todo:
            kid, parent, parent_reference, page = todo.pop()
            element = self.read_kid(kid, parent, parent_reference, page)
            if element is None:
                continue
            page = element.entries.get("/Pg", page)
            todo += [(one, element, element.reference, page) for one in
                     reversed(self.document.items(element.entries.get("/K")))]

    def read_kid(self, kid, parent, parent_reference, page):
        entries = self.document.get(kid)
        if isinstance(entries, int) and parent is not None:
            self.add_content(parent, page, entries, page)
        elif isinstance(entries, dict) and entries.get("/Type") == "/MCR" and parent is not None:
            page = entries.get("/Pg", page)
            self.add_content(parent, entries.get("/Stm", page), entries.get("/MCID"), page)
        elif isinstance(entries, dict) and entries.get("/Type") == "/OBJR" and parent is not None:
            self.note_page(parent, entries.get("/Pg", page))
            self.add_object(parent, entries.get("/Obj"))
        elif isinstance(entries, dict) and "/S" in entries:
            return self.add_element(kid, entries, parent, parent_reference)
        else:
            self.structure.broken.append(f"{parent or 'the root'} has a kid that is no element, "
                                         "content or object")
        return None

    def note_page(self, parent, page):
        number = self.document.page_numbers.get(page)
        for element in parent.ancestors():
            if element.page is not None:
                return
            element.page = number

    def add_content(self, parent, owner, mcid, page):
        self.note_page(parent, page)
        parent.contents.append((owner, mcid))
        known = self.structure.of_content.setdefault((owner, mcid), parent)
        if known is not parent:
            self.structure.broken.append(f"MCID {mcid} belongs to {known} and to {parent}")

    def add_object(self, parent, reference):
        parent.objects.append(reference)
        known = self.structure.of_object.setdefault(reference, parent)
        if known is not parent:
            self.structure.broken.append(f"object {reference} belongs to {known} and to {parent}")

    def add_element(self, kid, entries, parent, parent_reference):
        structure = self.structure
        if not isinstance(kid, str):
            kid = f"(direct, below {parent_reference})"
        if kid in structure.by_reference:
            structure.broken.append(f"element {kid} stands in the tree twice")
            return None
        role = resolve_role(structure.role_map, str(entries.get("/S")).lstrip("/"))
        element = Element(kid, entries, parent, role)
        if entries.get("/P") != parent_reference:
            structure.broken.append(f"{element} says its parent is {entries.get('/P')}, "
                                    f"it is {parent_reference}")
        structure.by_reference[kid] = element
        (structure.tops if parent is None else parent.kids).append(element)
        return element


def read(document):
    return Reader(document).read()


def attributes(document, element):
    """All attributes of an element in one dictionary, classes first."""
    merged = {}
    classes = document.dictionary(document.structure.root.get("/ClassMap"))
    for name in document.items(element.entries.get("/C")):
        for one in document.items(classes.get(name)) if isinstance(name, str) else []:
            merged.update(document.dictionary(one))
    for one in document.items(element.entries.get("/A")):
        if isinstance(document.get(one), dict):
            merged.update(document.get(one))
    return merged
