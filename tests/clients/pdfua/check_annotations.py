"""Checkpoints about annotations, links and fields: 28."""
from .checkpoints import checkpoint
from .document import text

# ISO 32000-1, table 169.
KNOWN = frozenset("/" + name for name in """
    Text Link FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly
    StrikeOut Stamp Caret Ink Popup FileAttachment Sound Movie Widget Screen PrinterMark
    TrapNet Watermark 3D Redact""".split())
# Those that other checkpoints deal with, or that show nothing themselves.
SPECIAL = frozenset(("/Widget", "/Link", "/PrinterMark", "/TrapNet", "/Popup"))


def holder(document, annotation):
    """The structure element that holds an annotation, or None."""
    return document.structure.of_object.get(annotation.reference)


def role(document, annotation):
    element = holder(document, annotation)
    return element.role if element else None


def has_alternative(document, annotation):
    element = holder(document, annotation)
    return any(text(document.get(one.entries.get("/Alt"))).strip()
               for one in (element.ancestors() if element else ()))


def is_described(document, annotation):
    return bool(text(document.get(annotation.entries.get("/Contents"))).strip()) or \
        has_alternative(document, annotation)


def ordinary(document, known):
    return (one for one in document.annotations if one.subtype not in SPECIAL
            and (one.subtype in KNOWN) == known and document.is_shown(one))


@checkpoint("28-002", "Each annotation but links, fields and marks for printers is held by an "
                      "Annot element.")
def held_by_annot(document):
    for annotation in ordinary(document, known=True):
        if role(document, annotation) != "Annot":
            yield f"{annotation} is held by {holder(document, annotation) or 'no element'}"


@checkpoint("28-004", "Each annotation but fields says in words what it is.")
def described(document):
    links = (one for one in document.annotations
             if one.subtype == "/Link" and document.is_shown(one))
    for annotation in [*ordinary(document, known=True), *links]:
        if not is_described(document, annotation):
            yield f"{annotation} has neither Contents nor Alt of its element"


@checkpoint("28-005", "Each field is announced by a name: TU, or Alt of its element.")
def fields_named(document):
    for annotation in document.annotations:
        if annotation.subtype != "/Widget" or not document.is_shown(annotation):
            continue
        name = text(document.inherited(annotation.entries, "/TU")).strip()
        if not name and not has_alternative(document, annotation):
            title = text(document.inherited(annotation.entries, "/T"))
            yield f"{annotation} ({title}) has neither TU nor Alt of its element"


@checkpoint("28-006", "Annotations of kinds that PDF 1.7 does not know are held and described "
                      "like others.")
def unknown_kinds(document):
    for annotation in ordinary(document, known=False):
        if role(document, annotation) != "Annot" or not is_described(document, annotation):
            yield f"{annotation} is not held by Annot or not described"


@checkpoint("28-007", "There is no annotation for trapping.")
def trap_nets(document):
    for annotation in document.annotations:
        if annotation.subtype == "/TrapNet":
            yield str(annotation)


def annotated_pages(document):
    return (page for page in document.pages if document.items(page.entries.get("/Annots")))


@checkpoint("28-008", "Each page with annotations says in which order they are visited.")
def tab_order(document):
    for page in annotated_pages(document):
        if "/Tabs" not in page.entries:
            yield f"page {page.number} has annotations and no Tabs"


@checkpoint("28-009", "Annotations are visited in the order of the structure tree.")
def tab_order_of_structure(document):
    for page in annotated_pages(document):
        if page.entries.get("/Tabs", "/S") != "/S":
            yield f"page {page.number}: Tabs is {page.entries['/Tabs']}"


@checkpoint("28-010", "Each field is held by a Form element.")
def held_by_form(document):
    for annotation in document.annotations:
        if annotation.subtype == "/Widget" and role(document, annotation) != "Form" \
                and document.is_shown(annotation):
            yield f"{annotation} is held by {holder(document, annotation) or 'no element'}"


@checkpoint("00-009", "A Form element that names no Role holds one field and nothing else.")
def one_field_each(document):
    for element in document.structure.elements:
        if element.role != "Form" or has_role(document, element):
            continue
        if len(element.objects) != 1 or element.kids or element.contents:
            yield f"{element} holds {len(element.objects)} fields, {len(element.kids)} " \
                  f"elements and {len(element.contents)} pieces of content"


def has_role(document, element):
    return any("/Role" in document.dictionary(one)
               for one in document.items(element.entries.get("/A")))


@checkpoint("28-011", "Each link is held by a Link element.")
def held_by_link(document):
    for annotation in document.annotations:
        if annotation.subtype == "/Link" and role(document, annotation) != "Link" \
                and document.is_shown(annotation):
            yield f"{annotation} is held by {holder(document, annotation) or 'no element'}"


@checkpoint("28-012", "Each link says in Contents where it leads.")
def links_described(document):
    for annotation in document.annotations:
        if annotation.subtype == "/Link" and document.is_shown(annotation) and \
                not text(document.get(annotation.entries.get("/Contents"))).strip():
            yield f"{annotation} has no Contents"


def media_clips(document):
    return ((holder, entries) for holder, entries in document.dictionaries
            if entries.get("/S") == "/MCD")


@checkpoint("28-014", "Each media clip names its kind of content.")
def media_kind(document):
    for where, clip in media_clips(document):
        if not text(document.get(clip.get("/CT"))):
            yield f"the media clip in object {where} has no CT"


@checkpoint("28-015", "Each media clip is described in words.")
def media_description(document):
    for where, clip in media_clips(document):
        if not any(text(document.get(one)).strip() for one in document.items(clip.get("/Alt"))):
            yield f"the media clip in object {where} has no Alt"


def printer_marks(document):
    return (one for one in document.annotations if one.subtype == "/PrinterMark")


@checkpoint("28-017", "Marks for printers do not belong to the structure tree.")
def printer_marks_apart(document):
    for annotation in printer_marks(document):
        if holder(document, annotation) or "/StructParent" in annotation.entries:
            yield f"{annotation} belongs to the structure"


@checkpoint("28-018", "Marks for printers are painted as artifacts.")
def printer_marks_artifacts(document):
    for annotation in document.content.printer_marks_bare:
        yield f"{annotation} is not painted as an artifact"
