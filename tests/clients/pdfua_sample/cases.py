"""The list of tests, and changes that several of them make."""

CASES = []      # (expected numbers, what is done, function)


def breaks(*numbers):
    """Marks a change of the sample after which just these numbers are reported."""
    def register(change):
        CASES.append((set(numbers), change.__name__.replace("_", " "), change))
        return change
    return register


keeps = breaks()


def swap(pdf, name, old, new):
    """Replaces the first place in the page's content of one element."""
    assert old in pdf.parts[name]
    pdf.parts[name] = pdf.parts[name].replace(old, new, 1)


def swap_metadata(pdf, old, new):
    data = pdf["metadata"].data
    assert old in data
    pdf["metadata"].data = data.replace(old, new)


def retype(pdf, name, role):
    pdf[name]["/S"] = "/" + role


def move(pdf, name, parent):
    """Makes an element the last kid of another parent."""
    for entries in pdf.objects.values():
        if isinstance(entries, dict) and pdf.ref(name) in entries.get("/K", []):
            entries["/K"].remove(pdf.ref(name))
    pdf[parent]["/K"].append(pdf.ref(name))
    pdf[name]["/P"] = pdf.ref(parent)
