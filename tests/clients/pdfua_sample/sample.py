"""The document itself: one page with an element of each kind."""
from . import programs
from .writer import Stream, Writer

XMP = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Sample</rdf:li></rdf:Alt></dc:title>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
TO_UNICODE = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap
1 begincodespacerange <0000> <FFFF> endcodespacerange
2 beginbfchar
<0001> <0041>
<0003> <0020>
endbfchar
2 beginbfrange
<0002> <0002> <0042>
<0004> <0004> [<0043>]
endbfrange
endcmap end end"""
CMAP = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /Sample def /WMode 0 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
1 begincidrange <0001> <0004> 1 endcidrange
endcmap end end"""
SYSTEM = {"/Registry": b"Adobe", "/Ordering": b"Identity", "/Supplement": 0}
LETTERS = {(3, 1): programs.cmap_4(programs.LETTERS), (1, 0): programs.cmap_0(programs.LETTERS)}
SYMBOLS = {(3, 0): programs.cmap_4({0xF000 + code: glyph
                                    for code, glyph in programs.LETTERS.items()})}
AB = "<00010002>"       # what most elements say


class Sample(Writer):
    """`parts` are the pieces of the page's content; those of an element have
    its name as key, so that a test can change or take them out."""

    def __init__(self):
        super().__init__()
        self.parts, self.tree = {}, []
        self.add_fonts()
        self.add_catalog()
        self.add_tree()
        self.add_form_object()
        self.add_annotations()
        self.parts["rule"] = "/Artifact BMC 0 0 m 9 9 l S EMC"

    def save(self, path):
        content = "\n".join(self.parts.values())
        self.add("content", Stream(content.encode()))
        with open(path, "wb") as file:
            file.write(self.bytes("catalog"))

    def add_descriptor(self, name, program, flags, **stream):
        self.add(name + " program", Stream(program, **stream))
        key = "/FontFile3" if stream else "/FontFile2"
        return self.add(name + " descriptor", {
            "/Type": "/FontDescriptor", "/FontName": "/Sample", "/Flags": flags,
            "/FontBBox": [0, 0, 500, 500], "/ItalicAngle": 0, "/Ascent": 800, "/Descent": -200,
            "/CapHeight": 500, "/StemV": 80, key: self.ref(name + " program")})

    def add_composite(self, name, encoding, cff=False):
        program = programs.cff() if cff else programs.true_type()
        entries = {
            "/Type": "/Font", "/Subtype": "/CIDFontType0" if cff else "/CIDFontType2",
            "/BaseFont": "/Sample", "/CIDSystemInfo": dict(SYSTEM), "/DW": 500,
            "/W": [1, [600, 700, 250], 4, 4, 800],
            "/FontDescriptor": self.add_descriptor(
                name, program, 4, **({"Subtype": "/CIDFontType0C"} if cff else {}))}
        if not cff:
            entries["/CIDToGIDMap"] = "/Identity"
        self.add(name + " to unicode", Stream(TO_UNICODE.encode()))
        self.add(name, {
            "/Type": "/Font", "/Subtype": "/Type0", "/BaseFont": "/Sample",
            "/Encoding": encoding, "/ToUnicode": self.ref(name + " to unicode"),
            "/DescendantFonts": [self.add(name + " descendant", entries)]})

    def add_simple(self, name, cmaps, flags, **entries):
        self.add(name, {
            "/Type": "/Font", "/Subtype": "/TrueType", "/BaseFont": "/Sample",
            "/FirstChar": 65, "/LastChar": 67, "/Widths": [600, 700, 800],
            "/FontDescriptor": self.add_descriptor(name, programs.true_type(cmaps), flags),
            **{"/" + key: value for key, value in entries.items()}})

    def add_fonts(self):
        self.add_composite("text font", "/Identity-H")
        self.add_composite("cff font", "/Identity-H", cff=True)
        self.add("cmap", Stream(CMAP.encode(), Type="/CMap", CMapName="/Sample", WMode=0,
                                CIDSystemInfo=dict(SYSTEM)))
        self.add_composite("cmap font", self.ref("cmap"))
        self.add_simple("letter font", LETTERS, 32, Encoding="/WinAnsiEncoding")
        self.add("byte to unicode", Stream(
            b"1 beginbfrange <41> <43> <0041> endbfrange"))
        self.add_simple("symbol font", SYMBOLS, 4, ToUnicode=self.ref("byte to unicode"))
        self.fonts = {"/F0": self.ref("text font"), "/F1": self.ref("letter font"),
                      "/F2": self.ref("cmap font"), "/F3": self.ref("symbol font"),
                      "/F4": self.ref("cff font")}

    def add_catalog(self):
        self.add("catalog", {
            "/Type": "/Catalog", "/Pages": self.ref("pages"), "/Lang": b"en",
            "/MarkInfo": {"/Marked": True}, "/StructTreeRoot": self.ref("root"),
            "/ViewerPreferences": {"/DisplayDocTitle": True}, "/Metadata": self.ref("metadata"),
            "/Outlines": self.ref("outlines"), "/AcroForm": self.ref("form"),
            "/OCProperties": {"/OCGs": [], "/D": {"/Name": b"All"},
                              "/Configs": [{"/Name": b"Some"}]},
            "/Names": {"/EmbeddedFiles": {"/Names": [b"data", self.ref("embedded")]}}})
        self.add("metadata", Stream(XMP.encode(), Type="/Metadata", Subtype="/XML"))
        self.add("outlines", {"/First": self.ref("bookmark"), "/Last": self.ref("bookmark"),
                              "/Count": 1})
        self.add("bookmark", {"/Title": b"Start", "/Parent": self.ref("outlines"),
                              "/Dest": [self.ref("page"), "/Fit"]})
        self.add("file", Stream(b"data", Type="/EmbeddedFile"))
        for name in ("embedded", "attached"):
            self.add(name, {"/Type": "/Filespec", "/F": b"data.txt", "/UF": b"data.txt",
                            "/EF": {"/F": self.ref("file")}})
        self.add("pages", {"/Type": "/Pages", "/Kids": [self.ref("page")], "/Count": 1})
        self.add("page", {
            "/Type": "/Page", "/Parent": self.ref("pages"), "/MediaBox": [0, 0, 600, 800],
            "/Resources": {"/Font": self.fonts, "/XObject": {"/X0": self.ref("form object")}},
            "/Contents": self.ref("content"), "/StructParents": 0, "/Tabs": "/S", "/Annots": []})

    def element(self, name, role, parent="document", **entries):
        """An element at the end of its parent."""
        self[parent]["/K"].append(self.ref(name))
        self.add(name, {"/Type": "/StructElem", "/S": "/" + role, "/P": self.ref(parent),
                        "/Pg": self.ref("page"), "/K": [],
                        **{"/" + key: value for key, value in entries.items()}})

    def tag(self, name, role, parent="document", show=f"{AB} Tj", font="/F0", **entries):
        """An element with text of its own."""
        self.element(name, role, parent, **entries)
        mcid = len(self.tree)
        self.tree.append(self.ref(name))
        self[name]["/K"].append(mcid)
        self.parts[name] = f"/{role} <</MCID {mcid}>> BDC BT {font} 9 Tf {show} ET EMC"

    def add_tree(self):
        self.nums = [0, self.tree]
        self.add("root", {"/Type": "/StructTreeRoot", "/K": [], "/ParentTree": {
            "/Kids": [self.add("numbers", {"/Nums": self.nums, "/Limits": [0, 99]})]},
            "/IDTree": {"/Names": [b"head", self.ref("head"), b"note-1", self.ref("note"),
                                   b"note-2", self.ref("second note"),
                                   b"second", self.ref("second head")]},
            "/RoleMap": {"/Remark": "/Aside", "/Aside": "/Note"}})
        self.element("document", "Document", "root")
        self.tag("title", "H1")
        self.tag("paragraph", "P")
        self.tag("figure", "Figure", Alt=b"A square",
                 A={"/O": "/Layout", "/BBox": [0, 0, 9, 9]})
        self.parts["figure"] = "/Figure <</MCID 2>> BDC 0 0 9 9 re f EMC"
        self.add_table()
        self.tag("heading", "H2")
        self.element("list", "L")
        self.element("item", "LI", "list")
        self.tag("label", "Lbl", "item")
        self.tag("body", "LBody", "item", show="[<0001> -20 <0002>] TJ", font="/F2")
        self.tag("note", "Note", ID=b"note-1")
        self.tag("second note", "Remark", ID=b"note-2")
        self.tag("formula", "Formula", Alt=b"A plus B", font="/F4")
        self.element("contents", "TOC")
        self.element("entry", "TOCI", "contents")
        self.tag("reference", "Reference", "entry")
        self.element("ruby", "Ruby")
        self.tag("base", "RB", "ruby")
        self.tag("reading", "RT", "ruby")
        self.element("warichu", "Warichu")
        self.tag("bracket", "WP", "warichu", show="(A) Tj", font="/F1")
        self.tag("inset", "WT", "warichu", show="(B\\103) Tj", font="/F3")
        self.tag("closing bracket", "WP", "warichu")

    def add_table(self):
        self.element("table", "Table")
        self.element("head row", "TR", "table")
        self.tag("head", "TH", "head row", A={"/O": "/Table", "/Scope": "/Column"}, ID=b"head")
        self.tag("second head", "TH", "head row", ID=b"second",
                 A=[{"/O": "/Table", "/Scope": "/Column"}])
        self.element("row", "TR", "table")
        self.tag("cell", "TD", "row")
        self.tag("second cell", "TD", "row")

    def add_form_object(self):
        """A form XObject with marked content of its own."""
        self.element("boxed", "P")
        self["boxed"]["/K"].append({"/Type": "/MCR", "/Pg": self.ref("page"),
                                      "/Stm": self.ref("form object"), "/MCID": 0})
        self.nums += [1, [self.ref("boxed")]]
        self.parts["boxed"] = "q /X0 Do Q"
        self.add("form object", Stream(
            b"/P <</MCID 0>> BDC BT /F0 9 Tf <0001> Tj ET EMC", Type="/XObject", Subtype="/Form",
            BBox=[0, 0, 9, 9], StructParents=1, Resources={"/Font": self.fonts}))

    def annotate(self, name, subtype, role=None, **entries):
        """An annotation, held by an element when a role is given."""
        self["page"]["/Annots"].append(self.ref(name))
        self.add(name, {"/Type": "/Annot", "/Subtype": "/" + subtype, "/F": 4,
                        "/Rect": [10, 10, 20, 20],
                        **{"/" + key: value for key, value in entries.items()}})
        if role is None:
            return
        key = len(self.nums) // 2
        self[name]["/StructParent"] = key
        if role + " of " + name not in self.objects:
            self.element(role + " of " + name, role)
        self.nums += [key, self.ref(role + " of " + name)]
        self[role + " of " + name]["/K"].append({"/Type": "/OBJR", "/Obj": self.ref(name),
                                                 "/Pg": self.ref("page")})

    def add_annotations(self):
        self.tag("Link of link", "Link")
        self.annotate("link", "Link", "Link", Contents=b"To the start",
                      A={"/S": "/GoTo", "/D": [self.ref("page"), "/Fit"]})
        self.add("field", {"/T": b"group", "/FT": "/Tx", "/TU": b"Your name",
                           "/Kids": [self.ref("widget")]})
        self.annotate("widget", "Widget", "Form", Parent=self.ref("field"),
                      AP={"/N": self.ref("appearance")})
        self.add("appearance", Stream(
            b"/Tx BMC q BT /F1 9 Tf (A) Tj ET Q EMC", Type="/XObject", Subtype="/Form",
            BBox=[0, 0, 10, 10], Resources={"/Font": self.fonts}))
        self.add("form", {"/Fields": [self.ref("field")], "/DA": b"/F1 9 Tf 0 g",
                          "/DR": {"/Font": self.fonts}})
        self.annotate("remark", "Text", "Annot", Contents=b"A remark")
        self.annotate("attachment", "FileAttachment", "Annot", Contents=b"A file",
                      FS=self.ref("attached"))
        clip = {"/Type": "/MediaClip", "/S": "/MCD", "/CT": b"audio/mpeg",
                "/Alt": [b"", b"A sound"], "/D": self.ref("embedded")}
        self.add("rendition", {"/S": "/MR", "/C": clip})
        self.annotate("screen", "Screen", "Annot", Contents=b"A player",
                      A={"/S": "/Rendition", "/OP": 0, "/R": self.ref("rendition")})
        self.annotate("odd", "Hologram", "Annot", Contents=b"Something new")
        self.annotate("mark", "PrinterMark", AP={"/N": self.add("mark appearance", Stream(
            b"/Artifact BMC 0 0 9 9 re f EMC", Type="/XObject", Subtype="/Form",
            BBox=[0, 0, 10, 10]))})
