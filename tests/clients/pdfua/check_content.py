"""Checkpoints about content: 01, 11, 30."""
from .checkpoints import checkpoint
from .document import text
from .structure import LANGUAGE_TAG


@checkpoint("01-003", "No artifact lies inside tagged content.")
def artifact_in_tagged(document):
    for place, _ in document.content.artifact_in_tagged:
        yield f"{place}: an artifact inside tagged content"


@checkpoint("01-004", "No tagged content lies inside an artifact.")
def tagged_in_artifact(document):
    for place, mark in document.content.tagged_in_artifact:
        yield f"{place}: {mark.tag} with MCID {mark.mcid} inside an artifact"


@checkpoint("01-005", "Whatever a page paints is an artifact or belongs to the structure tree.")
def unmarked(document):
    places = {}
    for place, operator, in_page in document.content.unmarked:
        if in_page:
            places.setdefault((place, operator), []).append(operator)
    for (place, operator), all_of_kind in places.items():
        yield f"{place}: {len(all_of_kind)} times {operator} outside marked content"
    known = document.structure.of_content
    for owner in document.content.owners.values():
        for mcid in owner.mcids:
            if (owner.reference, mcid) not in known:
                yield f"{owner.name}: MCID {mcid} belongs to no structure element"


@checkpoint("01-007", "The catalog does not call the tagging suspect.")
def suspects(document):
    if document.entry(document.catalog, "/MarkInfo", "/Suspects") is True:
        yield "MarkInfo says Suspects"


@checkpoint("00-004", "Marked content begins and ends in the same content stream.")
def balanced(document):
    for place, sentence in document.content.unbalanced:
        yield f"{place}: {sentence}"


def element_language(document, element):
    for one in element.ancestors() if element else ():
        if text(document.get(one.entries.get("/Lang"))):
            return text(document.get(one.entries.get("/Lang")))
    return document.language


def mark_element(document, mark):
    for one in mark.chain() if mark else ():
        if one.mcid is not None:
            return document.structure.of_content.get((one.owner.reference, one.mcid))
    return None


def mark_language(document, mark):
    """Language of marked content: its own properties, then its element."""
    for one in mark.chain() if mark else ():
        value = one.properties.get("/Lang")
        if value:
            return value
    return element_language(document, mark_element(document, mark))


@checkpoint("11-001", "The language of all text on pages is known.")
def text_language(document):
    if document.language:
        return
    found = dict.fromkeys((show.place, str(mark_element(document, show.mark)))
                          for show in document.content.shows.values()
                          if show.mark is not None and show.mark.tagged and
                          not mark_language(document, show.mark))
    for place, element in found:
        yield f"{place}: text of {element} has no language"


@checkpoint("11-002", "The language of alternative and replacement texts is known.")
def alternative_language(document):
    for element in document.structure.elements:
        texts = [key for key in ("/Alt", "/ActualText", "/E") if key in element.entries]
        if texts and not element_language(document, element):
            yield f"{element}: {' and '.join(texts)} without a language"
    for place, mark in document.content.marks:
        texts = [key for key in ("/Alt", "/ActualText", "/E") if mark.properties.get(key)]
        if texts and not mark_language(document, mark):
            yield f"{place}: {' and '.join(texts)} of {mark.tag} without a language"


@checkpoint("11-003", "The language of bookmarks is known.")
def outline_language(document):
    if document.entry(document.catalog, "/Outlines", "/First") and not document.language:
        yield "the catalog has no Lang for the outline"


@checkpoint("11-004", "The language of what annotations say of themselves is known.")
def contents_language(document):
    for annotation in document.annotations:
        element = document.structure.of_object.get(annotation.reference)
        if text(document.get(annotation.entries.get("/Contents"))) and \
                not element_language(document, element):
            yield f"{annotation}: Contents without a language"


@checkpoint("11-005", "The language of the names that fields are announced by is known.")
def name_language(document):
    for annotation in document.annotations:
        element = document.structure.of_object.get(annotation.reference)
        if annotation.subtype == "/Widget" and document.inherited(annotation.entries, "/TU") \
                and not element_language(document, element):
            yield f"{annotation}: TU without a language"


@checkpoint("11-006", "The language of the title in the metadata is known.")
def metadata_language(document):
    titles = document.metadata.titles if document.metadata else {}
    if titles and not document.language and not set(titles) - {"x-default", ""}:
        yield "neither dc:title nor the catalog has a language"


@checkpoint("00-005", "Each language is named by a tag such as en or pt-BR.")
def language_tags(document):
    values = [("the catalog", document.language)]
    values += [(element, text(document.get(element.entries["/Lang"])))
               for element in document.structure.elements if "/Lang" in element.entries]
    values += [(place, mark.properties["/Lang"].decode("latin-1"))
               for place, mark in document.content.marks
               if isinstance(mark.properties.get("/Lang"), bytes)]
    for where, value in values:
        if value and not LANGUAGE_TAG.fullmatch(value):
            yield f"{where}: Lang is {value!r}"


@checkpoint("30-001", "No form takes its content from another file.")
def reference_objects(document):
    for holder, entries in document.dictionaries:
        if entries.get("/Subtype") == "/Form" and "/Ref" in entries:
            yield f"form {holder} has Ref"


@checkpoint("30-002", "A form that holds tagged content is painted once.")
def form_painted_twice(document):
    for reference, times in document.content.form_uses.items():
        owner = document.content.owners.get(reference)
        if times > 1 and owner is not None and owner.mcids:
            yield f"{owner.name} holds MCIDs and is painted {times} times"
