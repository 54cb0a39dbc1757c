"""The fonts of a document: which codes its text uses, which glyphs, widths and
characters these stand for."""
import re
import unicodedata

from . import cmap, fontfile

SYMBOLIC = 4
FONT_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
CODECS = {"/WinAnsiEncoding": "cp1252", "/MacRomanEncoding": "mac_roman"}
NAMED_ENCODINGS = (*CODECS, "/MacExpertEncoding")
# Characters that WinAnsi shows by the glyph of another.
TWINS = {"\u00a0": " ", "\u00ad": "-"}
DEFAULT_FONT = re.compile(r"/(\S+)\s+[-+.\d]+\s+Tf")

# Names of the Adobe Glyph List for the characters of WinAnsi, in its order.
_ASCII = """space exclam quotedbl numbersign dollar percent ampersand quotesingle parenleft
    parenright asterisk plus comma hyphen period slash zero one two three four five six seven
    eight nine colon semicolon less equal greater question at A B C D E F G H I J K L M N O P Q R
    S T U V W X Y Z bracketleft backslash bracketright asciicircum underscore grave a b c d e f g
    h i j k l m n o p q r s t u v w x y z braceleft bar braceright asciitilde"""
_UPPER = """Euro - quotesinglbase florin quotedblbase ellipsis dagger daggerdbl circumflex
    perthousand Scaron guilsinglleft OE - Zcaron - - quoteleft quoteright quotedblleft
    quotedblright bullet endash emdash tilde trademark scaron guilsinglright oe - zcaron Ydieresis
    - exclamdown cent sterling currency yen brokenbar section dieresis copyright ordfeminine
    guillemotleft logicalnot - registered macron degree plusminus twosuperior threesuperior acute
    mu paragraph periodcentered cedilla onesuperior ordmasculine guillemotright onequarter onehalf
    threequarters questiondown Agrave Aacute Acircumflex Atilde Adieresis Aring AE Ccedilla Egrave
    Eacute Ecircumflex Edieresis Igrave Iacute Icircumflex Idieresis Eth Ntilde Ograve Oacute
    Ocircumflex Otilde Odieresis multiply Oslash Ugrave Uacute Ucircumflex Udieresis Yacute Thorn
    germandbls agrave aacute acircumflex atilde adieresis aring ae ccedilla egrave eacute
    ecircumflex edieresis igrave iacute icircumflex idieresis eth ntilde ograve oacute ocircumflex
    otilde odieresis divide oslash ugrave uacute ucircumflex udieresis yacute thorn ydieresis"""
GLYPH_NAMES = {name: bytes([code]).decode("cp1252") for start, names in
               ((32, _ASCII.split()), (128, _UPPER.split()))
               for code, name in enumerate(names, start) if name != "-"}
GLYPH_NAMES.update(fi="\ufb01", fl="\ufb02", dotlessi="\u0131", minus="\u2212",
                   checkmark="\u2713", lslash="\u0142", Lslash="\u0141")


def is_blank_text(characters):
    """Nothing that leaves ink: spaces, controls, joiners."""
    return all(unicodedata.category(one)[0] in "ZC" for one in characters)


class Font:
    def __init__(self, document, reference, entries):
        self.reference = reference if isinstance(reference, str) else "in a resource"
        self.entries = entries
        self.subtype = entries.get("/Subtype", "")
        self.shows = []             # pairs of Show and the set of its codes
        self.for_typing = False     # what a user types appears in it
        self.is_composite = self.subtype == "/Type0"
        kids = document.items(entries.get("/DescendantFonts"))
        self.descendant = document.dictionary(kids[0]) if kids else {}
        holder = self.descendant if self.is_composite else entries
        self.descriptor = document.dictionary(holder.get("/FontDescriptor"))
        self.is_symbolic = bool(int(self.descriptor.get("/Flags", 0)) & SYMBOLIC)
        self.to_unicode = None
        if document.is_stream(entries.get("/ToUnicode")):
            self.to_unicode = cmap.read(document.data(entries["/ToUnicode"]))
        self.not_judged = None
        self.program = self.read_program(document)
        self.read_encoding(document)
        self.read_widths(document)

    def __str__(self):
        return f"font {str(self.entries.get('/BaseFont', self.reference)).lstrip('/')}"

    def read_program(self, document):
        files = [self.descriptor[key] for key in FONT_FILES if key in self.descriptor]
        self.is_embedded = bool(files) and document.is_stream(files[0])
        if self.subtype == "/Type3":
            self.is_embedded = True
        if not self.is_embedded:
            return None
        if self.subtype not in ("/Type0", "/TrueType") or "/FontFile" in self.descriptor:
            self.not_judged = f"fonts of kind {self.subtype.lstrip('/')} are not read"
            return None
        try:
            subtype = document.dictionary(files[0]).get("/Subtype")
            return fontfile.read(document.data(files[0]), subtype)
        except fontfile.BadFont as error:
            self.not_judged = str(error)
            return None

    def read_encoding(self, document):
        encoding = self.entries.get("/Encoding")
        self.cmap, self.cmap_entries, self.differences = None, {}, {}
        self.encoding = document.get(encoding)
        if self.is_composite and document.is_stream(encoding):
            self.cmap = cmap.read(document.data(encoding))
            self.cmap_entries = document.dictionary(encoding)
            self.encoding = self.cmap_entries.get("/CMapName", "")
            if len(self.cmap.lengths) != 1:
                self.not_judged = "its CMap has codes of several lengths"
        elif self.is_composite and str(self.encoding).lstrip("/") not in cmap.IDENTITY:
            self.not_judged = f"the codes of {self.encoding} are not read"
        elif isinstance(self.encoding, dict):
            code = 0
            for one in document.items(self.encoding.get("/Differences")):
                if isinstance(one, int):
                    code = one
                else:
                    self.differences[code] = str(one).lstrip("/")
                    code += 1
        self.gid_map = b""
        self.cid_to_gid = self.descendant.get("/CIDToGIDMap")
        if document.is_stream(self.cid_to_gid):
            self.gid_map = document.data(self.cid_to_gid)
            self.cid_to_gid = "stream"

    def read_widths(self, document):
        self.widths, self.default_width = {}, 0
        if self.is_composite:
            self.default_width = self.descendant.get("/DW", 1000)
            self.read_cid_widths(document)
        else:
            first = int(document.get(self.entries.get("/FirstChar", 0)))
            widths = document.items(self.entries.get("/Widths"))
            self.widths = dict(enumerate(map(document.get, widths), first))
            self.default_width = self.descriptor.get("/MissingWidth", 0)

    def read_cid_widths(self, document):
        values = [document.get(one) for one in document.items(self.descendant.get("/W"))]
        at = 0
        while at + 1 < len(values):
            if isinstance(values[at + 1], list):
                self.widths.update(enumerate(map(document.get, values[at + 1]), values[at]))
                at += 2
            elif at + 2 < len(values):
                self.widths.update(dict.fromkeys(range(values[at], values[at + 1] + 1),
                                                 values[at + 2]))
                at += 3
            else:
                return

    def add_show(self, show):
        text = b"".join(show.strings)
        if not self.is_composite:
            codes = set(text)
        elif self.not_judged and self.cmap is None:
            codes = set()
        else:
            size = min(self.cmap.lengths, default=2) if self.cmap else 2
            codes = {int.from_bytes(text[at:at + size], "big")
                     for at in range(0, len(text), size)}
        self.shows.append((show, codes))

    def visible_codes(self):
        codes = set()
        for show, used in self.shows:
            if show.visible:
                codes |= used
        if self.for_typing and not self.is_composite:
            codes |= {code for code, width in self.widths.items()
                      if width and self.glyph(code)}
        return codes

    def cid(self, code):
        if self.cmap is not None:
            return self.cmap.cids.get((min(self.cmap.lengths, default=2), code), 0)
        return code

    def characters(self, code):
        """What a code says by the font's encoding alone; "" if that says nothing."""
        if self.is_composite:
            return ""
        if code in self.differences:
            return GLYPH_NAMES.get(self.differences[code], "")
        name = self.encoding.get("/BaseEncoding") if isinstance(self.encoding, dict) \
            else self.encoding
        if name not in CODECS:
            return ""
        return bytes([code]).decode(CODECS[name], errors="ignore")

    def text(self, code):
        """What a code says to a reader, or None."""
        if self.to_unicode is not None and code in self.to_unicode.texts:
            return "".join(map(chr, cmap.decode(self.to_unicode.texts[code]))) or None
        return self.characters(code) or None

    def glyph(self, code):
        """The glyph a code shows; None when the program has none for it."""
        if self.program is None:
            return None
        if not self.is_composite:
            return self.simple_glyph(code)
        cid = self.cid(code)
        if isinstance(self.program, fontfile.Cff):
            return self.program.glyph_of_cid.get(cid) if self.program.is_cid else cid
        if self.cid_to_gid == "stream":
            return int.from_bytes(self.gid_map[2 * cid:2 * cid + 2], "big")
        return cid

    def simple_glyph(self, code):
        cmaps = getattr(self.program, "cmaps", {})
        if self.is_symbolic:
            table = cmaps.get((3, 0)) or cmaps.get((1, 0)) or {}
            return table.get(0xF000 + code) or table.get(code)
        characters = self.characters(code)
        if not characters:
            return None
        if (3, 1) in cmaps:
            table = cmaps[3, 1]
            return table.get(ord(characters)) or table.get(ord(TWINS.get(characters, characters)))
        try:
            return cmaps.get((1, 0), {}).get(characters.encode("mac_roman")[0])
        except UnicodeEncodeError:
            return None

    def width(self, code):
        return self.widths.get(self.cid(code) if self.is_composite else code, self.default_width)


def typing_fonts(document):
    """References of the fonts that default appearances of fields name."""
    form = document.dictionary(document.catalog.get("/AcroForm"))
    known = document.dictionary(document.entry(form, "/DR", "/Font"))
    appearances = [form] + [annotation.entries for annotation in document.annotations
                            if annotation.subtype == "/Widget"]
    for entries in appearances:
        value = document.inherited(entries, "/DA")
        value = value[2:] if isinstance(value, str) else ""
        for name in DEFAULT_FONT.findall(value):
            if "/" + name in known:
                yield known["/" + name]


def read(document):
    fonts, content = {}, document.content
    for key, font in content.fonts.items():
        fonts[key] = Font(document, font, document.dictionary(font))
    for show in content.shows.values():
        if show.font in fonts:
            fonts[show.font].add_show(show)
    for reference in dict.fromkeys(one for one in typing_fonts(document)
                                   if isinstance(one, str)):
        if reference not in fonts:
            fonts[reference] = Font(document, reference, document.dictionary(reference))
        fonts[reference].for_typing = True
    return list(fonts.values())
