"""Breaks the structure tree: 00-006 to 00-008, 00-011, 00-012, 02, 09, 13 to 19."""
from .cases import breaks, keeps, move, retype


@breaks("00-006")
def an_element_names_another_parent(pdf):
    pdf["paragraph"]["/P"] = pdf.ref("table")


@breaks("00-006")
def the_parent_tree_leads_to_another_element(pdf):
    pdf.tree[1] = pdf.ref("title")


@breaks("00-006")
def the_parent_tree_lacks_an_annotation(pdf):
    at = pdf.nums.index(pdf["widget"]["/StructParent"])
    del pdf.nums[at:at + 2]


@breaks("00-006")
def two_annotations_share_a_number(pdf):
    pdf["widget"]["/StructParent"] = pdf["link"]["/StructParent"]


@breaks("00-006")
def an_element_holds_content_that_is_not_there(pdf):
    pdf["paragraph"]["/K"].append(77)


@breaks("00-006")
def an_element_holds_an_annotation_of_no_page(pdf):
    pdf["page"]["/Annots"].remove(pdf.ref("remark"))


@breaks("00-006")
def content_belongs_to_two_elements(pdf):
    pdf["note"]["/K"].append(1)


@breaks("00-006")
def a_number_is_used_twice_on_a_page(pdf):
    pdf.parts["more"] = "/P <</MCID 1>> BDC EMC"


@breaks("00-006")
def an_element_stands_in_the_tree_twice(pdf):
    pdf["document"]["/K"].append(pdf.ref("paragraph"))


@breaks("00-006")
def a_kid_is_nothing(pdf):
    pdf["paragraph"]["/K"].append({"/Type": "/Nothing"})


@keeps
def kids_stand_without_an_array(pdf):
    pdf["root"]["/K"] = pdf.ref("document")
    pdf["Form of widget"]["/K"] = pdf["Form of widget"]["/K"][0]
    pdf["paragraph"]["/K"] = 1


@breaks("00-007")
def a_cell_names_a_header_that_is_not_there(pdf):
    pdf["cell"]["/A"] = {"/O": "/Table", "/Headers": [b"tail"]}


@breaks("00-008")
def a_row_lacks_a_cell(pdf):
    pdf["second cell"]["/A"] = {"/O": "/Table", "/ColSpan": 2}


@breaks("00-008")
def a_cell_spans_more_rows_than_there_are(pdf):
    pdf["cell"]["/A"] = {"/O": "/Table", "/RowSpan": 2}


@keeps
def a_cell_spans_two_rows(pdf):
    pdf.element("third row", "TR", "table")
    pdf.tag("third cell", "TD", "third row")
    pdf["cell"]["/A"] = {"/O": "/Table", "/RowSpan": 2}


def role_map(pdf):
    return pdf["root"]["/RoleMap"]


@breaks("00-011")
def an_identifier_leads_to_another_element(pdf):
    pdf["root"]["/IDTree"]["/Names"][1] = pdf.ref("cell")


@breaks("00-011")
def two_elements_have_the_same_identifier(pdf):
    pdf["second head"]["/ID"] = b"head"


@breaks("00-012")
def a_figure_has_no_box(pdf):
    del pdf["figure"]["/A"]


@breaks("02-001")
def a_type_is_not_mapped(pdf):
    pdf["paragraph"]["/S"] = "/Verse"


@breaks("02-001")
def a_type_is_mapped_to_no_standard_type(pdf):
    role_map(pdf)["/Verse"] = "/Stanza"


@breaks("02-003")
def types_are_mapped_in_a_circle(pdf):
    role_map(pdf).update({"/Verse": "/Stanza", "/Stanza": "/Verse"})


@breaks("02-004")
def a_standard_type_is_mapped(pdf):
    role_map(pdf)["/Quote"] = "/Span"


@keeps
def a_type_is_mapped_by_way_of_another(pdf):
    role_map(pdf).update({"/Verse": "/Stanza", "/Stanza": "/P"})
    pdf["paragraph"]["/S"] = "/Verse"


@breaks("09-004")
def a_row_lies_outside_of_a_table(pdf):
    pdf.element("lost row", "TR")


@breaks("09-004")
def a_table_holds_a_paragraph(pdf):
    move(pdf, "paragraph", "table")


@breaks("09-004")
def a_row_holds_a_paragraph(pdf):
    move(pdf, "paragraph", "row")


@breaks("09-004")
def a_caption_stands_in_the_middle_of_a_table(pdf):
    pdf.tag("caption", "Caption", "table")
    pdf["table"]["/K"].insert(1, pdf["table"]["/K"].pop())


@breaks("09-004")
def a_table_has_a_head_and_no_body(pdf):
    pdf.element("table head", "THead", "table")
    move(pdf, "head row", "table head")


@breaks("09-004")
def a_table_has_two_heads(pdf):
    for name in ("one", "two"):
        pdf.element(name, "THead", "table")
    pdf.element("table body", "TBody", "table")
    move(pdf, "row", "table body")
    move(pdf, "head row", "one")


@breaks("09-004")
def a_table_has_no_row(pdf):
    pdf.element("empty", "Table")


@breaks("09-004")
def a_row_holds_content_itself(pdf):
    pdf.tag("lost row", "TR", "table")
    for name in ("third cell", "fourth cell"):
        pdf.element(name, "TD", "lost row")


@keeps
def a_table_has_a_caption_a_head_and_a_body(pdf):
    for name, role in (("caption", "Caption"), ("table head", "THead"), ("table body", "TBody")):
        pdf.element(name, role, "table")
    move(pdf, "head row", "table head")
    move(pdf, "row", "table body")


@breaks("09-005")
def a_list_item_lies_outside_of_a_list(pdf):
    pdf.element("lost item", "LI")


@breaks("09-005")
def a_list_body_lies_outside_of_an_item(pdf):
    move(pdf, "body", "list")


@breaks("09-005")
def a_list_item_holds_a_paragraph(pdf):
    move(pdf, "paragraph", "item")


@breaks("09-005")
def a_list_ends_with_a_caption(pdf):
    pdf.tag("caption", "Caption", "list")


@breaks("09-006")
def an_entry_lies_outside_of_contents(pdf):
    pdf.element("lost entry", "TOCI")


@breaks("09-006")
def contents_hold_a_list(pdf):
    move(pdf, "list", "contents")


@breaks("09-007")
def a_reading_has_no_base(pdf):
    retype(pdf, "base", "RT")


@breaks("09-007")
def a_base_lies_outside_of_ruby(pdf):
    pdf.element("lost base", "RB")


@breaks("09-008")
def a_bracket_is_missing(pdf):
    retype(pdf, "closing bracket", "WT")


@breaks("09-008")
def a_bracket_lies_outside_of_warichu(pdf):
    pdf.element("lost bracket", "WP")


@breaks("17-002")
def a_formula_is_not_described(pdf):
    del pdf["formula"]["/Alt"]


@breaks("13-004")
def a_figure_is_not_described(pdf):
    pdf["figure"]["/Alt"] = b" "


@keeps
def a_figure_has_replacement_text(pdf):
    pdf["figure"]["/ActualText"] = pdf["figure"].pop("/Alt")


@breaks("14-002")
def the_first_heading_is_an_h2(pdf):
    retype(pdf, "title", "H2")


@breaks("14-003")
def a_level_of_headings_is_skipped(pdf):
    retype(pdf, "heading", "H3")


@keeps
def headings_go_up_by_more_than_one(pdf):
    for name, role in (("third", "H3"), ("fourth", "H4"), ("last", "H1")):
        pdf.tag(name, role)


@breaks("14-006")
def an_element_holds_two_headings(pdf):
    retype(pdf, "title", "H")
    retype(pdf, "heading", "H")


@breaks("14-007")
def headings_are_numbered_and_not(pdf):
    retype(pdf, "heading", "H")


@breaks("15-003")
def a_header_cell_has_no_scope(pdf):
    del pdf["head"]["/A"]


@keeps
def scope_stands_in_a_class(pdf):
    pdf["root"]["/ClassMap"] = {"/Top": {"/O": "/Table", "/Scope": "/Column"}}
    del pdf["head"]["/A"]
    pdf["head"]["/C"] = "/Top"


@keeps
def cells_name_their_headers(pdf):
    del pdf["head"]["/A"]
    pdf["cell"]["/A"] = {"/O": "/Table", "/Headers": [b"head"]}
    pdf["second cell"]["/A"] = {"/O": "/Table", "/Headers": [b"second"]}


@breaks("19-003")
def a_note_has_no_identifier(pdf):
    del pdf["second note"]["/ID"]


@breaks("19-004", "00-011")
def two_notes_have_the_same_identifier(pdf):
    pdf["second note"]["/ID"] = b"note-1"
