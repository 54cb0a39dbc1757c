"""Checkpoints about the document as a whole: 06, 07, 20, 21, 25, 26."""
import re

from .checkpoints import checkpoint
from .document import text

HEADER = re.compile(rb"%PDF-1\.[0-7][\r\n]")
ENCRYPT = re.compile(rb"/Encrypt\s+(\d+)\s+(\d+)\s+R")
PERMISSIONS = re.compile(rb"/P\s*(-?\d+)")
FOR_ACCESSIBILITY = 1 << 9
DYNAMIC = re.compile(rb"<dynamicRender>\s*required\s*</dynamicRender>")


@checkpoint("00-001", "qpdf reads the file without a warning and its objects are of the right "
                      "kinds, so nothing below is guessed.")
def readable(document):
    if document.warnings:
        yield document.warnings.splitlines()[0]


@checkpoint("00-002", "The catalog marks the document as tagged and has a structure tree.")
def tagged(document):
    if document.entry(document.catalog, "/MarkInfo", "/Marked") is not True:
        yield "MarkInfo does not say Marked"
    if document.structure.root is None:
        yield "there is no structure tree"
    elif not document.structure.elements:
        yield "the structure tree is empty"


@checkpoint("00-003", "The header names a version of PDF 1.")
def header(document):
    if not HEADER.match(document.raw):
        yield f"the file begins with {document.raw[:9]!r}"


@checkpoint("06-001", "The catalog has an XMP packet that is well-formed XML.")
def packet(document):
    if document.metadata is None:
        yield "there is no XMP packet that can be read"


@checkpoint("06-002", "The XMP packet says that the file is of part 1 of PDF/UA.")
def part(document):
    if document.metadata is not None and document.metadata.parts != ["1"]:
        yield f"pdfuaid:part is {document.metadata.parts or 'missing'}"


@checkpoint("06-003", "The XMP packet has a title in dc:title.")
def title(document):
    if document.metadata is not None and not document.metadata.titles:
        yield "dc:title is missing or empty"


@checkpoint("07-001", "The viewer is told whether to show the title in its window.")
def display_title(document):
    if document.entry(document.catalog, "/ViewerPreferences", "/DisplayDocTitle") is None:
        yield "ViewerPreferences has no DisplayDocTitle"


@checkpoint("07-002", "The viewer is told to show the title instead of the file's name.")
def display_title_true(document):
    if document.entry(document.catalog, "/ViewerPreferences", "/DisplayDocTitle") is False:
        yield "DisplayDocTitle is false"


def configurations(document, key):
    properties = document.dictionary(document.catalog.get("/OCProperties"))
    return [document.dictionary(one) for one in document.items(properties.get(key))]


@checkpoint("20-001", "Each further configuration of optional content has a name.")
def configuration_names(document):
    for number, one in enumerate(configurations(document, "/Configs"), 1):
        if not text(document.get(one.get("/Name"))):
            yield f"configuration {number} of the optional content has no name"


@checkpoint("20-002", "The default configuration of optional content has a name.")
def default_configuration_name(document):
    for one in configurations(document, "/D"):
        if not text(document.get(one.get("/Name"))):
            yield "the default configuration of the optional content has no name"


@checkpoint("20-003", "No configuration of optional content switches layers by itself.")
def automatic_states(document):
    for one in configurations(document, "/D") + configurations(document, "/Configs"):
        if "/AS" in one:
            yield f"configuration {text(one.get('/Name')) or '(no name)'} has AS"


def lacks_names(document, specification):
    return not (text(document.get(specification.get("/F"))) and
                text(document.get(specification.get("/UF"))))


def attachments(document):
    """File specifications of attachment annotations, by identity."""
    found = {}
    for annotation in document.annotations:
        if annotation.subtype == "/FileAttachment":
            specification = document.dictionary(annotation.entries.get("/FS"))
            found[id(specification)] = annotation, specification
    return found


@checkpoint("21-001", "Each embedded file has its name in F and in UF.")
def embedded_files(document):
    attached = attachments(document)
    for holder, entries in document.dictionaries:
        if "/EF" in entries and id(entries) not in attached and lacks_names(document, entries):
            yield f"the file specification in object {holder} lacks F or UF"


@checkpoint("28-016", "Each attachment annotation has a file specification with F and UF.")
def attachment_annotations(document):
    for annotation, specification in attachments(document).values():
        if lacks_names(document, specification):
            yield f"{annotation}: its file specification lacks F or UF"


@checkpoint("25-001", "No XFA form has to be rendered dynamically.")
def dynamic_forms(document):
    xfa = document.dictionary(document.catalog.get("/AcroForm")).get("/XFA")
    parts = [xfa] if document.is_stream(xfa) else document.items(xfa)
    if DYNAMIC.search(b"".join(document.data(part) for part in parts)):
        yield "the XFA form has dynamicRender required"


def encryption(raw):
    """The text of the encryption dictionary, or None. It is read from the file
    itself: qpdf refuses a file whose dictionary has no P."""
    found = ENCRYPT.search(raw)
    if found is None:
        return None
    start = re.search(rb"(?<!\d)%s\s+%s\s+obj" % found.groups(), raw)
    if start is None:
        return b""
    return raw[start.end():raw.find(b"endobj", start.end())]


@checkpoint("26-001", "An encrypted file says what it permits.")
def permissions(document):
    dictionary = encryption(document.raw)
    if dictionary is not None and not PERMISSIONS.search(dictionary):
        yield "the encryption dictionary has no P"


@checkpoint("26-002", "An encrypted file permits assistive software to read it.")
def permits_accessibility(document):
    dictionary = encryption(document.raw)
    found = PERMISSIONS.search(dictionary) if dictionary is not None else None
    if found and not int(found.group(1)) & FOR_ACCESSIBILITY:
        yield f"P is {found.group(1).decode()}: bit 10 is not set"
