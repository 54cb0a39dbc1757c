"""Checkpoints about fonts: 10, 17-003, 31."""
import unicodedata

from . import cmap, fontfile
from .check_content import mark_element
from .checkpoints import checkpoint
from .fonts import GLYPH_NAMES, NAMED_ENCODINGS, is_blank_text

# ISO 14289-1 7.21.5 allows a difference of 1/1000 of the font size.
WIDTH_TOLERANCE = 1 + 1e-6


def name(value):
    return str(value or "").lstrip("/")


def some(font, codes):
    """The first few of many codes."""
    digits = 4 if font.is_composite else 2
    shown = " ".join(f"<{code:0{digits}X}>" for code in sorted(codes)[:5])
    return f"{shown} and {len(codes) - 5} more" if len(codes) > 5 else shown


@checkpoint("00-010", "Text has a font, of a kind that this program reads (TrueType, or CFF by "
                      "CID).")
def not_judged(document):
    for place in dict.fromkeys(show.place for show in document.content.shows.values()
                               if show.font is None):
        yield f"{place}: text is shown in a font that the resources do not have"
    for font in document.fonts:
        if font.not_judged:
            yield f"{font}: {font.not_judged}"


def in_formula(document, show):
    element = mark_element(document, show.mark)
    return any(one.role == "Formula" for one in (element.ancestors() if element else ()))


def unmapped_codes(document, of_formulas):
    for font in document.fonts:
        if lacks_unicode(font) or uses_collection(font):
            continue
        codes = {code for show, used in font.shows if in_formula(document, show) == of_formulas
                 for code in used if font.text(code) is None}
        if codes:
            yield f"{font}: {some(font, codes)} cannot be mapped to Unicode"


@checkpoint("10-001", "Each code that text uses stands for Unicode characters.")
def mapped_to_unicode(document):
    yield from unmapped_codes(document, of_formulas=False)


@checkpoint("17-003", "Each code that a formula uses stands for Unicode characters.")
def formulas_mapped_to_unicode(document):
    yield from unmapped_codes(document, of_formulas=True)


def composite(document):
    return (font for font in document.fonts if font.is_composite)


def systems(document):
    """Fonts with CMaps of their own, with both CIDSystemInfo dictionaries."""
    for font in composite(document):
        encoding = name(font.encoding)
        if encoding in cmap.IDENTITY:
            continue
        own = document.dictionary(font.descendant.get("/CIDSystemInfo"))
        if font.cmap is not None:
            other = document.dictionary(font.cmap_entries.get("/CIDSystemInfo"))
        elif encoding in cmap.COLLECTION:
            other = {"/Registry": "u:Adobe", "/Ordering": "u:" + cmap.COLLECTION[encoding],
                     "/Supplement": 0}
        else:
            continue
        yield font, own, other


def unequal(document, key):
    for font, own, other in systems(document):
        if document.get(own.get(key)) != document.get(other.get(key)):
            yield f"{font}: {key} is {own.get(key)} in the font, {other.get(key)} in the CMap"


@checkpoint("31-001", "A font and its CMap name the same registry.")
def registries(document):
    yield from unequal(document, "/Registry")


@checkpoint("31-002", "A font and its CMap name the same ordering.")
def orderings(document):
    yield from unequal(document, "/Ordering")


@checkpoint("31-003", "A font is made for the supplement of its CMap or a later one.")
def supplements(document):
    for font, own, other in systems(document):
        if own.get("/Supplement", 0) < other.get("/Supplement", 0):
            yield f"{font}: supplement {own.get('/Supplement')} is below " \
                  f"{other.get('/Supplement')} of the CMap"


def type_2(document):
    return (font for font in composite(document)
            if font.descendant.get("/Subtype") == "/CIDFontType2" and font.is_embedded)


@checkpoint("31-004", "The map from CIDs to glyphs is a stream or Identity.")
def glyph_map_kind(document):
    for font in type_2(document):
        if font.cid_to_gid not in (None, "stream", "/Identity"):
            yield f"{font}: CIDToGIDMap is {font.cid_to_gid}"


@checkpoint("31-005", "A font of TrueType outlines with CIDs maps these to glyphs.")
def glyph_map(document):
    for font in type_2(document):
        if font.cid_to_gid is None:
            yield f"{font} has no CIDToGIDMap"


@checkpoint("31-006", "Each CMap is embedded or one that every reader has.")
def cmaps_known(document):
    for font in composite(document):
        if font.cmap is None and not cmap.is_listed(name(font.encoding)):
            yield f"{font}: {font.encoding} is not embedded"


@checkpoint("31-007", "An embedded CMap and its dictionary agree on the writing direction.")
def cmap_directions(document):
    for font in composite(document):
        if font.cmap is not None and font.cmap_entries.get("/WMode", 0) != font.cmap.wmode:
            yield f"{font}: WMode is {font.cmap_entries.get('/WMode', 0)} in the dictionary, " \
                  f"{font.cmap.wmode} in the stream"


@checkpoint("31-008", "An embedded CMap builds on none but those that every reader has.")
def cmap_uses(document):
    for font in composite(document):
        if font.cmap is None:
            continue
        base = font.cmap_entries.get("/UseCMap")
        base = document.dictionary(base).get("/CMapName") if document.is_stream(base) else base
        for used in dict.fromkeys(filter(None, (font.cmap.uses, name(base)))):
            if not cmap.is_listed(used):
                yield f"{font}: its CMap uses {used}"


@checkpoint("31-009", "The programs of all fonts that show are embedded.")
def embedded(document):
    for font in document.fonts:
        if (font.visible_codes() or font.for_typing) and not font.is_embedded:
            yield f"{font} is not embedded"


def needs_ink(character):
    """Combining marks do, but for those of Arabic and Hebrew: where a reader
    turns words round, the mark may be drawn as a path beside its letter."""
    script = unicodedata.name(character, "").split(" ")[0]
    return unicodedata.combining(character) and script not in ("ARABIC", "HEBREW")


def may_be_blank(font, code):
    """Spaces are, and glyphs without width that carry a letter which another
    glyph shows, as in a ligature."""
    characters = font.text(code) or " "
    return is_blank_text(characters) or \
        (font.width(code) == 0 and not any(map(needs_ink, characters)))


def is_absent(font, code):
    glyph = font.glyph(code)
    if glyph is None or not font.program.has(glyph):
        return True
    return glyph != 0 and font.program.is_blank(glyph) and not may_be_blank(font, code)


def has_program(document):
    return (font for font in document.fonts if font.program is not None)


@checkpoint("31-011", "A font has all glyphs that show, and ink where the text is not blank.")
def glyphs_present(document):
    for font in has_program(document):
        if not font.is_composite and not font.is_symbolic:
            continue        # 31-018 follows the look-up of those
        codes = {code for code in font.visible_codes() if is_absent(font, code)}
        if codes:
            yield f"{font} has no glyph for {some(font, codes)}"


def cid_set(document, font):
    """CIDs of the CIDSet, or None."""
    reference = font.descriptor.get("/CIDSet")
    if not document.is_stream(reference):
        return None
    return {8 * at + bit for at, byte in enumerate(document.data(reference))
            for bit in range(8) if byte & 0x80 >> bit}


def program_cids(font):
    """CIDs of all glyphs of the program; those without ink are left out,
    for a subset that keeps its numbers has them in the gaps."""
    inked = [glyph for glyph in range(font.program.n_glyphs) if not font.program.is_blank(glyph)]
    if isinstance(font.program, fontfile.Cff) and font.program.is_cid:
        return {font.program.charset[glyph] for glyph in inked}
    if font.cid_to_gid == "stream":
        inked, glyphs = set(inked), font.gid_map
        return {at // 2 for at in range(0, len(glyphs) - 1, 2)
                if int.from_bytes(glyphs[at:at + 2], "big") in inked}
    return set(inked)


@checkpoint("31-014", "A CIDSet, where there is one, lists all glyphs of the program.")
def cid_set_complete(document):
    for font in has_program(document):
        listed = cid_set(document, font) if font.is_composite else None
        missing = program_cids(font) - listed if listed is not None else ()
        if missing:
            yield f"{font}: CIDSet lacks {some(font, missing)}"


@checkpoint("31-015", "A CIDSet, where there is one, lists no glyph that is not there.")
def cid_set_true(document):
    for font in has_program(document):
        listed = cid_set(document, font) if font.is_composite else None
        if isinstance(font.program, fontfile.Cff) and font.program.is_cid:
            present = set(font.program.charset)
        elif font.cid_to_gid == "stream":
            present = program_cids(font)
        else:
            present = range(font.program.n_glyphs)
        extra = {cid for cid in listed or () if cid not in present}
        if extra:
            yield f"{font}: CIDSet has {some(font, extra)}, which the program has not"


@checkpoint("31-016", "Widths in the font dictionary are those of the program.")
def widths(document):
    for font in has_program(document):
        wrong = {}
        for code in font.visible_codes():
            glyph = font.glyph(code)
            if glyph is None or not font.program.has(glyph):
                continue
            real = font.program.width(glyph)
            if abs(font.width(code) - real) > WIDTH_TOLERANCE:
                wrong[code] = f"{font.width(code)} for {real:.2f}"
        if wrong:
            yield f"{font}: the width of {some(font, wrong)} is {wrong[min(wrong)]}"


def true_type(document, symbolic):
    return (font for font in document.fonts
            if font.subtype == "/TrueType" and font.is_symbolic == symbolic)


def read_true_type(document, symbolic):
    return (font for font in true_type(document, symbolic) if font.program is not None)


def has_letters(font):
    return (3, 1) in font.program.cmaps or (1, 0) in font.program.cmaps


@checkpoint("31-017", "A TrueType font of letters has a cmap for letters.")
def letters_cmap(document):
    for font in read_true_type(document, symbolic=False):
        if font.visible_codes() and not has_letters(font):
            yield f"{font} has neither a cmap (3,1) nor (1,0)"


@checkpoint("31-018", "A TrueType font of letters has a glyph for each code by way of its cmap.")
def letters_found(document):
    for font in read_true_type(document, symbolic=False):
        codes = {code for code in font.visible_codes()
                 if font.characters(code) and is_absent(font, code)}
        if codes and has_letters(font):
            yield f"{font}: no cmap leads from {some(font, codes)} to a glyph"


@checkpoint("31-019", "A TrueType font of letters has an encoding.")
def letters_encoding(document):
    for font in true_type(document, symbolic=False):
        if font.encoding is None:
            yield f"{font} has no Encoding"


@checkpoint("31-020", "An encoding with differences says what it differs from.")
def base_encoding(document):
    for font in true_type(document, symbolic=False):
        if isinstance(font.encoding, dict) and "/BaseEncoding" not in font.encoding:
            yield f"{font} has an Encoding without BaseEncoding"


@checkpoint("31-021", "The encoding of a TrueType font of letters is WinAnsi or MacRoman.")
def encoding_kind(document):
    for font in true_type(document, symbolic=False):
        base = font.encoding.get("/BaseEncoding") if isinstance(font.encoding, dict) \
            else font.encoding
        if base not in (None, "/WinAnsiEncoding", "/MacRomanEncoding"):
            yield f"{font}: the encoding is {base}"


@checkpoint("31-022", "Differences name glyphs by names of the Adobe Glyph List (those of Latin "
                      "letters; this program knows no others).")
def glyph_names(document):
    for font in true_type(document, symbolic=False):
        unknown = sorted(set(font.differences.values()) - set(GLYPH_NAMES))
        if unknown:
            yield f"{font}: Differences has {' '.join(unknown[:5])}"


@checkpoint("31-023", "A TrueType font with differences has a cmap for Unicode.")
def differences_cmap(document):
    for font in read_true_type(document, symbolic=False):
        if font.differences and (3, 1) not in font.program.cmaps:
            yield f"{font} has Differences and no cmap (3,1)"


@checkpoint("31-024", "A TrueType font of symbols has no encoding.")
def symbols_encoding(document):
    for font in true_type(document, symbolic=True):
        if font.encoding is not None:
            yield f"{font} is symbolic and has an Encoding"


@checkpoint("31-025", "A TrueType font of symbols has a cmap.")
def symbols_cmap(document):
    for font in read_true_type(document, symbolic=True):
        if not font.program.cmaps:
            yield f"{font} has no cmap"


@checkpoint("31-026", "A TrueType font of symbols has one cmap, or one for symbols.")
def symbols_cmap_kind(document):
    for font in read_true_type(document, symbolic=True):
        if len(font.program.cmaps) > 1 and (3, 0) not in font.program.cmaps:
            yield f"{font} has {len(font.program.cmaps)} cmaps and none is (3,0)"


def uses_collection(font):
    """Characters follow from a collection that readers know."""
    return font.is_composite and font.to_unicode is None and \
        name(font.encoding) in cmap.COLLECTION


def lacks_unicode(font):
    """No ToUnicode, and nothing else to tell the characters from."""
    if font.to_unicode is not None or uses_collection(font):
        return False
    if font.is_composite or font.subtype == "/Type3" or \
            (font.subtype == "/TrueType" and font.is_symbolic):
        return True
    if isinstance(font.encoding, dict):
        return font.encoding.get("/BaseEncoding") not in NAMED_ENCODINGS
    return font.encoding is not None and font.encoding not in NAMED_ENCODINGS


@checkpoint("31-027", "Each font says which characters its codes stand for.")
def to_unicode(document):
    for font in document.fonts:
        if lacks_unicode(font):
            yield f"{font} has no ToUnicode"


def mapped_to(font, wrong):
    texts = font.to_unicode.texts if font.to_unicode else {}
    return {code for code, value in texts.items() if set(cmap.decode(value)) & wrong}


@checkpoint("31-028", "No code stands for U+0000.")
def mapped_to_zero(document):
    for font in document.fonts:
        if codes := mapped_to(font, {0}):
            yield f"{font}: ToUnicode maps {some(font, codes)} to U+0000"


@checkpoint("31-029", "No code stands for a byte order mark, U+FEFF or U+FFFE.")
def mapped_to_mark(document):
    for font in document.fonts:
        if codes := mapped_to(font, {0xFEFF, 0xFFFE}):
            yield f"{font}: ToUnicode maps {some(font, codes)} to U+FEFF or U+FFFE"


@checkpoint("31-030", "No text shows the glyph for what is missing.")
def missing_glyph(document):
    for font in has_program(document):
        codes = {code for _, used in font.shows for code in used if font.glyph(code) == 0}
        if codes:
            yield f"{font}: text shows .notdef by {some(font, codes)}"
