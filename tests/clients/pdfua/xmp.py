"""What the XMP packet of a document says of title and conformance."""
from xml.etree import ElementTree

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
DC = "{http://purl.org/dc/elements/1.1/}"
UA = "{http://www.aiim.org/pdfua/ns/id/}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


class Metadata:
    def __init__(self):
        self.parts = []      # values of pdfuaid:part
        self.titles = {}     # by language tag


def read(data):
    """None when there is no packet or it is not XML."""
    try:
        root = ElementTree.fromstring(data.strip(b"\0 \r\n\t"))
    except ElementTree.ParseError:
        return None
    metadata = Metadata()
    for description in root.iter(RDF + "Description"):
        if UA + "part" in description.attrib:
            metadata.parts.append(description.get(UA + "part"))
        metadata.parts += [(part.text or "").strip() for part in description.iter(UA + "part")]
        for title in description.iter(DC + "title"):
            for item in title.iter(RDF + "li"):
                if (item.text or "").strip():
                    metadata.titles[item.get(LANGUAGE, "")] = item.text.strip()
    return metadata
