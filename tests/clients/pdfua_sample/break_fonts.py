"""Breaks fonts: 00-010, 10, 17-003, 31."""
from . import programs
from .cases import breaks, keeps, swap
from .writer import Stream


@breaks("00-010")
def text_is_shown_in_no_font(pdf):
    swap(pdf, "paragraph", "/F0", "/F7")


@breaks("00-010")
def a_font_program_is_cut(pdf):
    program = pdf["text font program"]
    program.data = program.data[:300]


@breaks("00-010")
def a_cff_program_is_cut(pdf):
    pdf["cff font program"].data = pdf["cff font program"].data[:60]


@breaks("00-010")
def a_type_1_program_is_embedded(pdf):
    pdf["letter font"]["/Subtype"] = "/Type1"


@breaks("10-001")
def a_code_has_no_character(pdf):
    pdf["cmap font to unicode"].data = pdf["cmap font to unicode"].data.replace(
        b"<0002> <0002> <0042>", b"<0004> <0004> <0043>")


@breaks("17-003")
def a_code_of_a_formula_has_no_character(pdf):
    pdf["cff font to unicode"].data = pdf["cff font to unicode"].data.replace(
        b"<0002> <0002> <0042>", b"<0004> <0004> <0043>")


def descendant(pdf, name="text font"):
    return pdf[name + " descendant"]


@breaks("31-001")
def a_font_and_its_cmap_differ_in_registry(pdf):
    descendant(pdf, "cmap font")["/CIDSystemInfo"]["/Registry"] = b"Other"


@breaks("31-002")
def a_font_and_its_cmap_differ_in_ordering(pdf):
    descendant(pdf, "cmap font")["/CIDSystemInfo"]["/Ordering"] = b"Other"


@breaks("31-003")
def a_cmap_is_of_a_later_supplement(pdf):
    pdf["cmap"].entries["/CIDSystemInfo"]["/Supplement"] = 1


@keeps
def a_font_is_of_a_later_supplement(pdf):
    descendant(pdf, "cmap font")["/CIDSystemInfo"]["/Supplement"] = 1


@breaks("31-004")
def the_map_to_glyphs_has_an_unknown_name(pdf):
    descendant(pdf)["/CIDToGIDMap"] = "/Same"


@breaks("31-005")
def there_is_no_map_to_glyphs(pdf):
    del descendant(pdf)["/CIDToGIDMap"]


@keeps
def the_map_to_glyphs_is_a_stream(pdf):
    descendant(pdf)["/CIDToGIDMap"] = pdf.add("glyphs", Stream(bytes(
        [0, 0, 0, 1, 0, 2, 0, 3, 0, 4])))


@breaks("31-006", "00-010")
def a_cmap_is_not_embedded(pdf):
    pdf["cmap font"]["/Encoding"] = "/Sample"


@breaks("31-007")
def a_cmap_and_its_dictionary_differ_in_direction(pdf):
    pdf["cmap"].entries["/WMode"] = 1


@breaks("31-008")
def a_cmap_builds_on_an_unknown_one(pdf):
    pdf["cmap"].data = b"/Other usecmap\n" + pdf["cmap"].data


@keeps
def a_cmap_builds_on_one_that_readers_have(pdf):
    pdf["cmap"].data = b"/UniGB-UCS2-H usecmap\n" + pdf["cmap"].data


@breaks("31-009")
def a_font_is_not_embedded(pdf):
    del pdf["text font descriptor"]["/FontFile2"]


@breaks("31-009")
def a_font_for_typing_is_not_embedded(pdf):
    fonts = dict(pdf.fonts)
    fonts["/F9"] = pdf.add("typing font", {
        "/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica",
        "/Encoding": "/WinAnsiEncoding"})
    pdf["form"]["/DR"] = {"/Font": fonts}
    pdf["widget"]["/DA"] = b"0 g /F9 12 Tf"


@keeps
def a_font_that_never_shows_is_not_embedded(pdf):
    del pdf["cff font descriptor"]["/FontFile3"]
    swap(pdf, "formula", "Tf", "Tf 3 Tr")
    swap(pdf, "formula", "ET", "ET 0 Tr")


@breaks("31-011")
def a_glyph_is_not_there(pdf):
    swap(pdf, "paragraph", "<00010002>", "<00010009>")
    pdf["text font to unicode"].data += b"1 beginbfchar <0009> <0044> endbfchar"
    descendant(pdf)["/W"] += [9, [800]]


@breaks("31-011")
def a_glyph_of_a_letter_is_blank(pdf):
    swap(pdf, "paragraph", "<00010002>", "<00010003>")
    pdf["text font to unicode"].data = pdf["text font to unicode"].data.replace(
        b"<0003> <0020>", b"<0003> <0044>")


def show_glyph_without_width(pdf, character):
    swap(pdf, "paragraph", "<00010002>", "<00010005>")
    pdf["text font to unicode"].data += b"1 beginbfchar <0005> <%s> endbfchar" % character
    descendant(pdf)["/W"] += [5, [0]]


@keeps
def a_letter_has_a_blank_glyph_without_width(pdf):
    show_glyph_without_width(pdf, b"0041")


@breaks("31-011")
def a_combining_mark_is_blank(pdf):
    show_glyph_without_width(pdf, b"0301")


@keeps
def a_glyph_of_a_space_is_blank(pdf):
    swap(pdf, "paragraph", "<00010002>", "<00010003>")
    swap(pdf, "formula", "<00010002>", "<00030004>")


@breaks("31-011")
def a_cff_program_lacks_a_glyph(pdf):
    swap(pdf, "formula", "<00010002>", "<0009>")
    pdf["cff font to unicode"].data += b"1 beginbfchar <0009> <0044> endbfchar"


def set_cid_set(pdf, name, bits):
    pdf[name + " descriptor"]["/CIDSet"] = pdf.add("cid set", Stream(bytes([bits])))


@breaks("31-014")
def a_cid_set_lacks_a_glyph(pdf):
    set_cid_set(pdf, "text font", 0b11110000)


@breaks("31-014")
def a_cid_set_of_cff_lacks_a_glyph(pdf):
    set_cid_set(pdf, "cff font", 0b11010000)


@breaks("31-015")
def a_cid_set_has_a_glyph_that_is_not_there(pdf):
    set_cid_set(pdf, "text font", 0b11111110)


@keeps
def a_cid_set_is_right(pdf):
    set_cid_set(pdf, "text font", 0b11111000)


@breaks("31-016")
def a_width_is_wrong(pdf):
    descendant(pdf)["/W"][1][1] = 702


@breaks("31-016")
def the_default_width_is_wrong(pdf):
    descendant(pdf)["/W"] = [2, [700, 250, 800]]


@breaks("31-016")
def a_width_of_cff_is_wrong(pdf):
    descendant(pdf, "cff font")["/W"][1][0] = 500


@breaks("31-016")
def a_width_that_only_typing_needs_is_wrong(pdf):
    pdf["letter font"]["/Widths"] = [600, 700, 810]


@keeps
def a_width_is_rounded(pdf):
    descendant(pdf)["/W"][1][1] = 700.9


def set_program(pdf, name, cmaps):
    pdf[name + " program"].data = programs.true_type(cmaps)


LETTERS = programs.LETTERS


@breaks("31-017")
def a_font_of_letters_has_no_cmap_of_letters(pdf):
    set_program(pdf, "letter font", {(3, 0): programs.cmap_4(LETTERS)})


@breaks("31-018")
def a_letter_is_not_in_the_cmap(pdf):
    set_program(pdf, "letter font", {(3, 1): programs.cmap_4({0x42: 2, 0x43: 4})})


@keeps
def letters_are_found_by_the_mac_cmap(pdf):
    set_program(pdf, "letter font", {(1, 0): programs.cmap_0(LETTERS)})


@breaks("31-019")
def a_font_of_letters_has_no_encoding(pdf):
    del pdf["letter font"]["/Encoding"]
    pdf["letter font"]["/ToUnicode"] = pdf.ref("byte to unicode")


@breaks("31-020")
def an_encoding_has_no_base(pdf):
    pdf["letter font"]["/Encoding"] = {"/Differences": [66, "/B"]}
    pdf["letter font"]["/ToUnicode"] = pdf.ref("byte to unicode")


@breaks("31-021")
def the_encoding_is_for_experts(pdf):
    pdf["letter font"]["/Encoding"] = "/MacExpertEncoding"
    pdf["letter font"]["/ToUnicode"] = pdf.ref("byte to unicode")


def set_differences(pdf, names):
    pdf["letter font"]["/Encoding"] = {"/BaseEncoding": "/WinAnsiEncoding", "/Differences": names}


@keeps
def differences_are_named_right(pdf):
    set_differences(pdf, [66, "/B", "/C"])


@breaks("31-022")
def differences_have_an_unknown_name(pdf):
    set_differences(pdf, [70, "/glyph0042"])


@breaks("31-023")
def differences_are_without_a_unicode_cmap(pdf):
    set_differences(pdf, [66, "/B"])
    set_program(pdf, "letter font", {(1, 0): programs.cmap_0(LETTERS)})


@breaks("31-024")
def a_font_of_symbols_has_an_encoding(pdf):
    pdf["symbol font"]["/Encoding"] = "/WinAnsiEncoding"


@breaks("31-025", "31-011")
def a_font_of_symbols_has_no_cmap(pdf):
    set_program(pdf, "symbol font", None)


@breaks("31-026")
def a_font_of_symbols_has_two_cmaps_for_letters(pdf):
    set_program(pdf, "symbol font", {(1, 0): programs.cmap_0(LETTERS),
                                     (3, 1): programs.cmap_4(LETTERS)})


@keeps
def a_font_of_symbols_has_one_cmap(pdf):
    set_program(pdf, "symbol font", {(1, 0): programs.cmap_0(LETTERS)})


@breaks("31-027")
def a_font_does_not_say_its_characters(pdf):
    del pdf["text font"]["/ToUnicode"]


@breaks("31-027")
def a_font_of_symbols_does_not_say_its_characters(pdf):
    del pdf["symbol font"]["/ToUnicode"]


def add_mapping(pdf, text):
    pdf["text font to unicode"].data += b"\n1 beginbfchar <0007> <%s> endbfchar" % text


@breaks("31-028")
def a_code_stands_for_zero(pdf):
    add_mapping(pdf, b"00410000")


@breaks("31-028")
def a_range_stands_for_zero(pdf):
    pdf["text font to unicode"].data += b"\n1 beginbfrange <0007> <0008> <0000> endbfrange"


@breaks("31-029")
def a_code_stands_for_a_byte_order_mark(pdf):
    add_mapping(pdf, b"FEFF")


@breaks("31-029")
def a_code_stands_for_a_swapped_byte_order_mark(pdf):
    add_mapping(pdf, b"FFFE")


@keeps
def a_code_stands_for_an_astral_character(pdf):
    add_mapping(pdf, b"D83DDE00")


@breaks("31-030")
def text_shows_the_missing_glyph(pdf):
    swap(pdf, "paragraph", "<00010002>", "<00010000>")
    add_mapping(pdf, b"0044")
    pdf["text font to unicode"].data += b"\n1 beginbfchar <0000> <FFFD> endbfchar"
