"""Checkpoints about the structure tree: 02, 09, 13 to 19."""
from .checkpoints import checkpoint
from .document import text
from .structure import NUMBERED_HEADING, attributes, is_standard, resolve_role


@checkpoint("02-001", "Each type of element that is not standard stands for one that is.")
def unmapped_types(document):
    structure = document.structure
    names = dict.fromkeys([element.type for element in structure.elements]
                          + list(structure.role_map))
    for name in names:
        if not is_standard(resolve_role(structure.role_map, name)) and \
                not is_circular(structure.role_map, name):
            yield f"{name or '(empty)'} is no standard type and is mapped to none"


def is_circular(role_map, name):
    seen = set()
    while name in role_map and not is_standard(name):
        if name in seen:
            return True
        seen.add(name)
        name = role_map[name]
    return False


@checkpoint("02-003", "No type stands for itself by way of others.")
def circular_types(document):
    for name in document.structure.role_map:
        if is_circular(document.structure.role_map, name):
            yield f"the mapping of {name} runs in a circle"


@checkpoint("02-004", "No standard type is given another meaning.")
def remapped_types(document):
    for name, target in document.structure.role_map.items():
        if is_standard(name) and target != name:
            yield f"{name} is mapped to {target}"


@checkpoint("00-006", "Elements, content, annotations and ParentTree name each other alike.")
def parent_tree(document):
    structure = document.structure
    yield from structure.broken
    for owner in document.content.owners.values():
        yield from owner_mismatches(document, owner)
    for (reference, mcid), element in structure.of_content.items():
        owner = document.content.owners.get(reference)
        if owner is None or mcid not in owner.mcids:
            yield f"{element} holds MCID {mcid} of " \
                  f"{owner.name if owner else reference}, which has none"
    shown = {annotation.reference for annotation in document.annotations}
    for reference, element in structure.of_object.items():
        if reference not in shown:
            yield f"{element} holds object {reference}, which is on no page"
            continue
        key = document.dictionary(reference).get("/StructParent")
        if structure.parent_tree.get(key) != element.reference:
            yield f"object {reference}: ParentTree leads from StructParent {key} to " \
                  f"{structure.parent_tree.get(key)}, not to {element}"


def owner_mismatches(document, owner):
    structure = document.structure
    if not owner.mcids:
        return
    array = document.items(structure.parent_tree.get(owner.struct_parents))
    for mcid, times in owner.mcids.items():
        element = structure.of_content.get((owner.reference, mcid))
        entry = array[mcid] if 0 <= mcid < len(array) else None
        if element is not None and entry != element.reference:
            yield f"{owner.name}: ParentTree leads from MCID {mcid} to {entry}, not to {element}"
        if times > 1:
            yield f"{owner.name}: MCID {mcid} is begun {times} times"


@checkpoint("00-011", "The IDTree leads from each identifier to its element.")
def identifiers(document):
    structure = document.structure
    for element in structure.elements:
        name = document.get(element.entries.get("/ID"))
        if name is not None and structure.id_tree.get(name) != element.reference:
            yield f"{element}: IDTree leads from {text(name)!r} to {structure.id_tree.get(name)}"


ROWS, CELLS, GROUPS = {"TR"}, {"TH", "TD"}, ("THead", "TBody", "TFoot")
# What each role may hold; a caption comes first.
KIDS = {
    "09-004": {"Table": {"TR", *GROUPS, "Caption"}, "TR": CELLS,
               "THead": ROWS, "TBody": ROWS, "TFoot": ROWS},
    "09-005": {"L": {"L", "LI", "Caption"}, "LI": {"Lbl", "LBody"}},
    "09-006": {"TOC": {"TOC", "TOCI", "Caption"},
               "TOCI": {"Lbl", "Reference", "NonStruct", "P", "TOC"}},
}
# What each role has to lie in.
PARENTS = {
    "09-004": {"TR": {"Table", *GROUPS}, "TH": ROWS, "TD": ROWS,
               "THead": {"Table"}, "TBody": {"Table"}, "TFoot": {"Table"}},
    "09-005": {"LI": {"L"}, "LBody": {"LI"}},
    "09-006": {"TOCI": {"TOC"}},
    "09-007": {"RB": {"Ruby"}, "RT": {"Ruby"}, "RP": {"Ruby", "Warichu"}},
    "09-008": {"WT": {"Warichu"}, "WP": {"Warichu"}},
}


def roles(element):
    return [kid.role for kid in element.kids]


def misplaced(document, number):
    """Elements in the wrong place, elements with the wrong kids."""
    for element in document.structure.elements:
        allowed = PARENTS[number].get(element.role)
        parent = element.parent.role if element.parent else "the root"
        if allowed and parent not in allowed:
            yield f"{element} lies in {parent}, not in {' or '.join(sorted(allowed))}"
        allowed = KIDS.get(number, {}).get(element.role)
        if allowed is None:
            continue
        for role in dict.fromkeys(roles(element)):
            if role not in allowed:
                yield f"{element} holds {role}"
        if element.contents or element.objects:
            yield f"{element} holds content itself"


def misplaced_captions(document, role, may_be_last):
    for element in document.structure.elements:
        if element.role != role or "Caption" not in roles(element):
            continue
        places = [at for at, one in enumerate(roles(element)) if one == "Caption"]
        allowed = {0, len(element.kids) - 1} if may_be_last else {0}
        if len(places) > 1 or places[0] not in allowed:
            yield f"{element} has its caption at the wrong place, or several"


@checkpoint("09-004", "Tables are made of rows and groups of rows, rows are made of cells.")
def tables(document):
    yield from misplaced(document, "09-004")
    yield from misplaced_captions(document, "Table", may_be_last=True)
    for element in document.structure.elements:
        kids = roles(element)
        if element.role != "Table":
            continue
        if not set(kids) & {"TR", *GROUPS}:
            yield f"{element} has no row"
        for role in ("THead", "TFoot"):
            if kids.count(role) > 1:
                yield f"{element} has {kids.count(role)} times {role}"
            if role in kids and "TBody" not in kids:
                yield f"{element} has {role} but no TBody"


@checkpoint("09-005", "Lists are made of items, items of a label and a body.")
def lists(document):
    yield from misplaced(document, "09-005")
    yield from misplaced_captions(document, "L", may_be_last=False)


@checkpoint("09-006", "Tables of contents are made of entries.")
def contents(document):
    yield from misplaced(document, "09-006")
    yield from misplaced_captions(document, "TOC", may_be_last=False)


@checkpoint("09-007", "Ruby holds a base and its reading, with or without brackets.")
def ruby(document):
    yield from misplaced(document, "09-007")
    for element in document.structure.elements:
        if element.role == "Ruby" and roles(element) not in (
                ["RB", "RT"], ["RB", "RP", "RT", "RP"]):
            yield f"{element} holds {' '.join(roles(element)) or 'nothing'}"


@checkpoint("09-008", "Warichu holds its text between two brackets.")
def warichu(document):
    yield from misplaced(document, "09-008")
    for element in document.structure.elements:
        if element.role == "Warichu" and roles(element) != ["WP", "WT", "WP"]:
            yield f"{element} holds {' '.join(roles(element)) or 'nothing'}"


def lacks_words(document, element):
    return not any(text(document.get(element.entries.get(key))).strip()
                   for key in ("/Alt", "/ActualText"))


@checkpoint("13-004", "Each figure says in words what it shows.")
def figures(document):
    for element in document.structure.elements:
        if element.role == "Figure" and lacks_words(document, element):
            yield f"{element} has neither Alt nor ActualText"


@checkpoint("00-012", "Each figure says where on the page it lies.")
def figure_boxes(document):
    for element in document.structure.elements:
        if element.role == "Figure" and \
                len(document.numbers(attributes(document, element).get("/BBox"))) != 4:
            yield f"{element} has no BBox"


@checkpoint("17-002", "Each formula says in words what it means.")
def formulas(document):
    for element in document.structure.elements:
        if element.role == "Formula" and lacks_words(document, element):
            yield f"{element} has neither Alt nor ActualText"


def headings(document):
    """Pairs of level and element, in reading order."""
    for element in document.structure.elements:
        found = NUMBERED_HEADING.fullmatch(element.role)
        if found:
            yield int(found.group(1)), element


@checkpoint("14-002", "The first numbered heading is an H1.")
def first_heading(document):
    for level, element in headings(document):
        if level != 1:
            yield f"the first heading is {element}"
        return


@checkpoint("14-003", "Each numbered heading is at most one level below the one before it.")
def skipped_headings(document):
    before = None
    for level, element in headings(document):
        if before is not None and level > before + 1:
            yield f"{element} follows on an H{before}"
        before = level


@checkpoint("14-006", "No element holds two unnumbered headings.")
def two_headings(document):
    for element in document.structure.elements:
        if roles(element).count("H") > 1:
            yield f"{element} holds {roles(element).count('H')} headings H"


@checkpoint("14-007", "Headings are numbered or unnumbered, not both in one document.")
def mixed_headings(document):
    used = {element.role for element in document.structure.elements}
    numbered = sorted(role for role in used if NUMBERED_HEADING.fullmatch(role))
    if "H" in used and numbered:
        yield f"there are H and {', '.join(numbered)}"


def cells(table):
    """The cells of a table, without those of tables inside it."""
    stack = list(reversed(table.kids))
    while stack:
        element = stack.pop()
        if element.role in CELLS:
            yield element
        elif element.role != "Table":
            stack.extend(reversed(element.kids))


@checkpoint("15-003", "Header cells say whether they head a row or a column, unless all other "
                      "cells name their headers.")
def header_scopes(document):
    for table in document.structure.elements:
        if table.role != "Table":
            continue
        found = [(cell, attributes(document, cell)) for cell in cells(table)]
        if all("/Headers" in entries for cell, entries in found if cell.role == "TD") and \
                any("/Headers" in entries for _, entries in found):
            continue
        for cell, entries in found:
            if cell.role == "TH" and entries.get("/Scope") not in ("/Row", "/Column", "/Both"):
                yield f"{cell} has no Scope"


@checkpoint("00-007", "The headers that a cell names are header cells of the same table.")
def named_headers(document):
    for table in document.structure.elements:
        if table.role != "Table":
            continue
        found = list(cells(table))
        known = {text(document.get(cell.entries.get("/ID"))) for cell in found
                 if cell.role == "TH"}
        for cell in found:
            for one in document.items(attributes(document, cell).get("/Headers")):
                if text(document.get(one)) not in known:
                    yield f"{cell} names a header {text(document.get(one))!r} that is not there"


def row_elements(table):
    for kid in table.kids:
        if kid.role == "TR":
            yield kid
        elif kid.role in GROUPS:
            yield from (row for row in kid.kids if row.role == "TR")


@checkpoint("00-008", "All rows of a table cover the same columns, counting cells that span.")
def regular_tables(document):
    for table in document.structure.elements:
        if table.role != "Table":
            continue
        widths, reaching = [], []       # reaching: rows left of each spanning cell, its columns
        for row in row_elements(table):
            width = sum(columns for _, columns in reaching)
            reaching = [(left - 1, columns) for left, columns in reaching if left > 1]
            for cell in (kid for kid in row.kids if kid.role in CELLS):
                entries = attributes(document, cell)
                rows, columns = (max(1, int(entries.get(key, 1)))
                                 for key in ("/RowSpan", "/ColSpan"))
                width += columns
                if rows > 1:
                    reaching.append((rows - 1, columns))
            widths.append(width)
        usual = max(set(widths), key=widths.count, default=0)
        odd = [f"row {row} of {width}" for row, width in enumerate(widths, 1) if width != usual]
        if odd:
            more = f" and {len(odd) - 5} more" if len(odd) > 5 else ""
            yield f"{table} has rows of {usual} columns, but {', '.join(odd[:5])}{more}"
        if reaching:
            yield f"{table} has a cell that spans more rows than there are"


@checkpoint("19-003", "Each note has an identifier.")
def note_ids(document):
    for element in document.structure.elements:
        if element.role == "Note" and not text(document.get(element.entries.get("/ID"))):
            yield f"{element} has no ID"


@checkpoint("19-004", "No two notes have the same identifier.")
def same_note_ids(document):
    known = {}
    for element in document.structure.elements:
        name = text(document.get(element.entries.get("/ID")))
        if element.role != "Note" or not name:
            continue
        if name in known:
            yield f"{element} has the ID {name!r} of {known[name]}"
        known.setdefault(name, element)
