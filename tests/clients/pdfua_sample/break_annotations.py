"""Breaks annotations: 00-009, 28."""
from .cases import breaks, keeps, retype


@breaks("00-009")
def a_form_element_holds_text_too(pdf):
    pdf.tag("words", "Span", "Form of widget")


@keeps
def a_form_element_with_a_role_holds_text(pdf):
    pdf["Form of widget"]["/A"] = {"/O": "/PrintField", "/Role": "/tv"}
    pdf.tag("words", "Span", "Form of widget")


@breaks("28-002")
def an_annotation_is_not_held_by_annot(pdf):
    retype(pdf, "Annot of remark", "Span")


@breaks("28-002")
def an_annotation_is_held_by_nothing(pdf):
    pdf["document"]["/K"].remove(pdf.ref("Annot of remark"))


@keeps
def a_hidden_annotation_is_held_by_nothing(pdf):
    pdf.annotate("secret", "Text")
    pdf["secret"]["/F"] = 2


@keeps
def an_annotation_lies_off_the_page(pdf):
    pdf.annotate("lost", "Text")
    pdf["lost"]["/Rect"] = [700, 10, 710, 20]


@breaks("28-004")
def an_annotation_is_not_described(pdf):
    del pdf["remark"]["/Contents"]


@keeps
def an_annotation_is_described_by_its_element(pdf):
    del pdf["remark"]["/Contents"]
    pdf["Annot of remark"]["/Alt"] = b"A remark"


@breaks("28-005")
def a_field_has_no_name_to_announce(pdf):
    del pdf["field"]["/TU"]


@keeps
def a_field_is_announced_by_its_element(pdf):
    del pdf["field"]["/TU"]
    pdf["Form of widget"]["/Alt"] = b"Your name"


@breaks("28-006")
def an_unknown_annotation_is_not_described(pdf):
    del pdf["odd"]["/Contents"]


@breaks("28-006")
def an_unknown_annotation_is_not_held_by_annot(pdf):
    retype(pdf, "Annot of odd", "Span")


@breaks("28-007")
def there_is_a_trap_net(pdf):
    pdf.annotate("net", "TrapNet")


@breaks("28-008")
def a_page_has_no_tab_order(pdf):
    del pdf["page"]["/Tabs"]


@breaks("28-009")
def the_tab_order_is_by_rows(pdf):
    pdf["page"]["/Tabs"] = "/R"


@breaks("28-010")
def a_field_is_not_held_by_form(pdf):
    retype(pdf, "Form of widget", "Span")


@breaks("28-010")
def a_field_is_held_by_nothing(pdf):
    pdf["document"]["/K"].remove(pdf.ref("Form of widget"))


@breaks("28-011")
def a_link_is_not_held_by_link(pdf):
    retype(pdf, "Link of link", "Span")


@breaks("28-012")
def a_link_does_not_say_where_it_leads(pdf):
    del pdf["link"]["/Contents"]
    pdf["Link of link"]["/Alt"] = b"To the start"


@breaks("28-014")
def a_media_clip_names_no_kind(pdf):
    del pdf["rendition"]["/C"]["/CT"]


@breaks("28-015")
def a_media_clip_is_not_described(pdf):
    del pdf["rendition"]["/C"]["/Alt"]


@breaks("28-016")
def an_attached_file_has_no_name(pdf):
    del pdf["attached"]["/F"]


@breaks("28-017")
def a_printer_mark_belongs_to_the_structure(pdf):
    pdf.annotate("second mark", "PrinterMark", "Annot")


@breaks("28-018")
def a_printer_mark_is_no_artifact(pdf):
    pdf["mark appearance"].data = b"0 0 9 9 re f"
