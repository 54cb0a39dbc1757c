"""CMaps: codes of text to CIDs, and ToUnicode."""
import re

# ISO 32000-1, table 118, by character collection.
PREDEFINED = {
    "GB1": "GB-EUC-H GB-EUC-V GBpc-EUC-H GBpc-EUC-V GBK-EUC-H GBK-EUC-V GBKp-EUC-H GBKp-EUC-V "
           "GBK2K-H GBK2K-V UniGB-UCS2-H UniGB-UCS2-V UniGB-UTF16-H UniGB-UTF16-V",
    "CNS1": "B5pc-H B5pc-V HKscs-B5-H HKscs-B5-V ETen-B5-H ETen-B5-V ETenms-B5-H ETenms-B5-V "
            "CNS-EUC-H CNS-EUC-V UniCNS-UCS2-H UniCNS-UCS2-V UniCNS-UTF16-H UniCNS-UTF16-V",
    "Japan1": "83pv-RKSJ-H 90ms-RKSJ-H 90ms-RKSJ-V 90msp-RKSJ-H 90msp-RKSJ-V 90pv-RKSJ-H "
              "Add-RKSJ-H Add-RKSJ-V EUC-H EUC-V Ext-RKSJ-H Ext-RKSJ-V H V UniJIS-UCS2-H "
              "UniJIS-UCS2-V UniJIS-UCS2-HW-H UniJIS-UCS2-HW-V UniJIS-UTF16-H UniJIS-UTF16-V",
    "Korea1": "KSC-EUC-H KSC-EUC-V KSCms-UHC-H KSCms-UHC-V KSCms-UHC-HW-H KSCms-UHC-HW-V "
              "KSCpc-EUC-H UniKS-UCS2-H UniKS-UCS2-V UniKS-UTF16-H UniKS-UTF16-V",
}
COLLECTION = {name: collection for collection, names in PREDEFINED.items()
              for name in names.split()}
IDENTITY = ("Identity-H", "Identity-V")

BLOCK = re.compile(rb"\bbegin(bfchar|bfrange|cidchar|cidrange|codespacerange)\b(.*?)\bend\1\b",
                   re.S)
ITEM = re.compile(rb"<([0-9A-Fa-f\s]*)>|([\[\]])|(\d+)")
WMODE = re.compile(rb"/WMode\s+(\d+)\s+def")
USE = re.compile(rb"/([^\s/]+)\s+usecmap")
SYSTEM = {"/Registry": re.compile(rb"/Registry\s*\(([^)]*)\)"),
          "/Ordering": re.compile(rb"/Ordering\s*\(([^)]*)\)"),
          "/Supplement": re.compile(rb"/Supplement\s+(\d+)")}


def is_listed(name):
    return name in COLLECTION or name in IDENTITY


class CMap:
    def __init__(self):
        self.cids = {}          # (length, code) -> CID
        self.texts = {}         # code -> bytes, UTF-16BE
        self.lengths = set()    # bytes a code can have
        self.wmode = 0
        self.uses = None


def block_items(body):
    """Strings as bytes, CIDs as int, arrays as lists."""
    items, array = [], None
    for digits, bracket, number in ITEM.findall(body):
        if bracket == b"[":
            array = []
        elif bracket == b"]":
            items.append(array)
            array = None
        else:
            value = int(number) if number else bytes.fromhex(b"".join(digits.split()).decode())
            (items if array is None else array).append(value)
    return items


def add(text, step):
    """The destination of the code that is `step` behind the first of a range."""
    if not text:
        return text
    return (int.from_bytes(text, "big") + step).to_bytes(len(text) + 1, "big")[-len(text):]


def read_range(cmap, kind, low, high, first):
    start, end = int.from_bytes(low, "big"), int.from_bytes(high, "big")
    for code in range(start, min(end, start + 0xFFFF) + 1):
        step = code - start
        if kind == b"cidrange":
            cmap.cids[len(low), code] = first + step
        elif isinstance(first, list):
            if step < len(first):
                cmap.texts[code] = first[step]
        else:
            cmap.texts[code] = add(first, step)


def read(data):
    cmap = CMap()
    for kind, body in BLOCK.findall(data):
        items = block_items(body)
        if kind == b"codespacerange":
            cmap.lengths |= {len(one) for one in items if isinstance(one, bytes)}
        elif kind == b"bfchar":
            cmap.texts.update((int.from_bytes(code, "big"), text)
                              for code, text in zip(items[0::2], items[1::2]))
        elif kind == b"cidchar":
            cmap.cids.update(((len(code), int.from_bytes(code, "big")), cid)
                             for code, cid in zip(items[0::2], items[1::2]))
        else:
            for low, high, first in zip(items[0::3], items[1::3], items[2::3]):
                read_range(cmap, kind, low, high, first)
    if found := WMODE.search(data):
        cmap.wmode = int(found.group(1))
    if found := USE.search(data):
        cmap.uses = found.group(1).decode("latin-1")
    return cmap


def decode(text):
    """Code points of a ToUnicode value."""
    return [ord(one) for one in text.decode("utf-16-be", errors="replace")]
