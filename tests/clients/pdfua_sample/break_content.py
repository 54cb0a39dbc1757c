"""Breaks content, languages and forms: 00-004, 00-005, 01, 11, 30."""
from .cases import breaks, keeps, retype, swap, swap_metadata


@breaks("00-004")
def marked_content_is_closed_twice(pdf):
    pdf.parts["more"] = "EMC"


@breaks("00-004")
def marked_content_is_not_closed(pdf):
    pdf.parts["more"] = "/Artifact BMC"


@breaks("00-005")
def a_language_has_no_tag(pdf):
    pdf["paragraph"]["/Lang"] = b"English, US"


@breaks("00-005")
def marked_content_has_a_language_without_tag(pdf):
    swap(pdf, "paragraph", "BDC", "BDC /Span <</Lang (en_US)>> BDC EMC")


@breaks("01-003")
def an_artifact_lies_in_a_paragraph(pdf):
    swap(pdf, "paragraph", "ET", "ET /Artifact BMC 0 0 9 9 re f EMC")


@breaks("01-004")
def a_paragraph_lies_in_an_artifact(pdf):
    pdf.parts["paragraph"] = "/Artifact BMC " + pdf.parts["paragraph"] + " EMC"


@breaks("01-005")
def a_line_is_not_marked(pdf):
    pdf.parts["more"] = "0 0 m 9 9 l S"


@breaks("01-005")
def text_is_not_marked(pdf):
    pdf.parts["more"] = "BT /F0 9 Tf <0001> Tj ET"


@breaks("01-005")
def an_image_is_not_marked(pdf):
    pdf.parts["more"] = "BI /W 1 /H 1 /BPC 8 /CS /G ID ( EI\n0 0 m"


@breaks("01-005")
def text_is_in_marked_content_without_number(pdf):
    pdf.parts["more"] = "/P BMC BT /F0 9 Tf <0001> Tj ET EMC"


@breaks("01-005")
def content_belongs_to_no_element(pdf):
    pdf.parts["more"] = "/P <</MCID 99>> BDC BT /F0 9 Tf <0001> Tj ET EMC"


@breaks("01-005")
def a_form_is_painted_outside_of_marked_content(pdf):
    pdf["form object"].data += b" 0 0 9 9 re f"


@keeps
def paths_that_only_clip_are_not_marked(pdf):
    pdf.parts["more"] = "q 0 0 9 9 re W n Q % (a comment"


@keeps
def marked_content_is_nested(pdf):
    swap(pdf, "paragraph", "<00010002> Tj",
         "/Span <</Lang (de) /E (\\(a\\) [b])>> BDC <00010002> Tj EMC")


@keeps
def properties_stand_in_the_resources(pdf):
    pdf["page"]["/Resources"]["/Properties"] = {"/M1": {"/MCID": 1, "/Lang": b"de"}}
    swap(pdf, "paragraph", "<</MCID 1>>", "/M1")


@breaks("01-007")
def tagging_is_suspect(pdf):
    pdf["catalog"]["/MarkInfo"]["/Suspects"] = True


def move_language(pdf):
    """Takes Lang from the catalog to the elements and the title."""
    del pdf["catalog"]["/Lang"]
    del pdf["catalog"]["/Outlines"]
    swap_metadata(pdf, b"x-default", b"en")
    for entries in pdf.objects.values():
        if isinstance(entries, dict) and entries.get("/P") == pdf.ref("document"):
            entries["/Lang"] = b"en"


@keeps
def languages_stand_in_the_elements(pdf):
    move_language(pdf)


@breaks("11-001")
def text_has_no_language(pdf):
    move_language(pdf)
    del pdf["paragraph"]["/Lang"]


@keeps
def text_has_its_language_in_its_properties(pdf):
    move_language(pdf)
    del pdf["paragraph"]["/Lang"]
    swap(pdf, "paragraph", "<</MCID 1>>", "<</MCID 1 /Lang <656E>>>")


@breaks("11-002")
def an_alternative_text_has_no_language(pdf):
    move_language(pdf)
    del pdf["figure"]["/Lang"]


@breaks("11-002")
def a_replacement_text_has_no_language(pdf):
    move_language(pdf)
    del pdf["figure"]["/Lang"], pdf["figure"]["/Alt"]
    retype(pdf, "figure", "P")
    swap(pdf, "figure", "BDC", "BDC /Span <</ActualText (A)>> BDC EMC")


@breaks("11-003")
def bookmarks_have_no_language(pdf):
    move_language(pdf)
    pdf["catalog"]["/Outlines"] = pdf.ref("outlines")


@breaks("11-004")
def what_an_annotation_says_has_no_language(pdf):
    move_language(pdf)
    del pdf["Annot of remark"]["/Lang"]


@breaks("11-005")
def the_name_of_a_field_has_no_language(pdf):
    move_language(pdf)
    del pdf["Form of widget"]["/Lang"]


@breaks("11-006")
def the_title_has_no_language(pdf):
    move_language(pdf)
    swap_metadata(pdf, b'xml:lang="en"', b'xml:lang="x-default"')


@breaks("30-001")
def a_form_refers_to_another_file(pdf):
    pdf["form object"].entries["/Ref"] = {"/F": b"other.pdf", "/Page": 0}


@breaks("30-002")
def a_form_with_tagged_content_is_painted_twice(pdf):
    pdf.parts["more"] = "/X0 Do"


@keeps
def a_form_inside_of_a_paragraph_is_painted_twice(pdf):
    pdf["form object"].data = b"0 0 9 9 re f"
    pdf["document"]["/K"].remove(pdf.ref("boxed"))
    pdf.parts["boxed"] = ""
    swap(pdf, "paragraph", "ET", "ET /X0 Do /X0 Do")
