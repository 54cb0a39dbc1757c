"""Writes PDF files from objects that are told apart by names.

An object is a dict, a list, a number, True or False, bytes (a string object),
a Stream, or str: a piece of PDF such as "/Name" or what ref() gives.
"""


class Stream:
    def __init__(self, data, **entries):
        self.data = data
        self.entries = {"/" + key: value for key, value in entries.items()}


def spell(value):
    if isinstance(value, bool):
        return b"true" if value else b"false"
    if isinstance(value, bytes):
        return b"<" + value.hex().encode() + b">"
    if isinstance(value, dict):
        return b"<<" + b"".join(key.encode() + b" " + spell(one) + b"\n"
                                for key, one in value.items()) + b">>"
    if isinstance(value, list):
        return b"[" + b" ".join(map(spell, value)) + b"]"
    if isinstance(value, Stream):
        entries = dict(value.entries, **{"/Length": len(value.data)})
        return spell(entries) + b"\nstream\n" + value.data + b"\nendstream"
    return str(value).encode()


class Writer:
    def __init__(self):
        self.objects = {}
        self.numbers = {}
        self.version = b"%PDF-1.7\n"

    def ref(self, name):
        """A reference to an object that is there or will be."""
        return f"{self.numbers.setdefault(name, len(self.numbers) + 1)} 0 R"

    def add(self, name, value):
        self.objects[name] = value
        return self.ref(name)

    def __getitem__(self, name):
        return self.objects[name]

    def bytes(self, root):
        out, offsets = bytearray(self.version + b"%\xe2\xe3\xcf\xd3\n"), {}
        for name, number in self.numbers.items():
            offsets[number] = len(out)
            out += b"%d 0 obj\n%s\nendobj\n" % (number, spell(self.objects[name]))
        start, size = len(out), len(self.numbers) + 1
        out += b"xref\n0 %d\n0000000000 65535 f \n" % size
        out += b"".join(b"%010d 00000 n \n" % offsets[number] for number in range(1, size))
        trailer = {"/Size": size, "/Root": self.ref(root), "/ID": [bytes(16), bytes(16)]}
        return bytes(out + b"trailer\n" + spell(trailer) + b"\nstartxref\n%d\n%%%%EOF\n" % start)
