"""Who may include whom.

The table is the architecture: a room sees itself, the public headers of the rooms listed,
libc, and the libraries that are its own. Nobody sees tests and benchmarks; these see all."""
import re

from tree import CODE, ROOMS, code_files, complaint, files, lines

MAY_SEE = {
    "xapian-c": (),
    "core": (),
    "document": ("core",),
    "formats": ("core", "document"),
    "sandbox": ("core", "document", "formats"),
    "index": ("core", "xapian-c"),
    "indexer": ("core", "document", "index", "sandbox", "xapian-c"),
    "search": ("core", "document", "index", "xapian-c"),
    "draft": ("core", "document", "index", "search", "xapian-c"),
    "command": ("core", "document", "draft", "index", "sandbox", "search"),
    "web": ("core", "document", "draft", "search"),
    "server": ("core", "index", "search", "web"),
}

# What a room shows to others; its further headers are its own affair.
PUBLIC = {
    "xapian-c": ("xapian-c",),
    "core": ("abbreviations", "analysis", "arena", "buffer", "date", "error", "schema", "span", "utf8",
             "version", "vocabulary"),
    "document": ("acronyms", "clean", "codec", "correct", "discreet", "document", "extract", "format", "join", "openers", "outcome", "pairs",
                 "parcel", "reader", "recognise", "stored", "stored_entry", "text", "words"),
    "formats": ("formats",),
    "sandbox": ("sandbox",),
    "index": ("columns", "failure", "lengths", "open"),
    "indexer": (),
    "search": ("chart", "citation", "csl", "csv", "facts", "fetch", "html", "index", "json", "listing", "lengths", "markdown", "printable", "query", "remark",
               "render", "render/parts", "render/pen", "results", "scan", "search", "snippet", "suggest",
               "timeline"),
    "draft": ("agenda", "aids", "check", "compare", "composites", "draft", "history", "profile", "report", "similar", "verdict",
              "weigh"),
    "command": (),
    "web": ("asset", "moment", "request", "respond", "response", "site", "url"),
    "server": (),
}

LIBRARIES = {
    "xapian.h": ("xapian-c",),
    "utf8proc.h": ("core",),
    "libstemmer.h": ("core",),
    "cmark.h": ("document",),
    "gumbo.h": ("document",),
    "uchardet.h": ("document",),
    "uchardet/uchardet.h": ("document",),
    "yaml.h": ("document", "draft", "formats"),
    "archive.h": ("formats",),
    "archive_entry.h": ("formats",),
    "wn.h": ("draft",),
    "csv.h": ("formats", "indexer"),
    "poppler.h": ("formats",),
    "libxml/parser.h": ("formats",),
    "libxml/xmlreader.h": ("formats",),
    "linux/capability.h": ("sandbox",),
    "seccomp.h": ("sandbox", "server"),
    "microhttpd.h": ("server",),
    "zlib.h": ("server",),
    "libdeflate.h": ("xapian-c",),
    "zdict.h": ("xapian-c",),
    "zstd.h": ("xapian-c",),
    "brotli/encode.h": ("server",),
    "jansson.h": ("document", "draft", "indexer", "search"),
}

LIBC = set("""
    argp.h arpa/inet.h assert.h ctype.h dirent.h endian.h errno.h fcntl.h fenv.h float.h fnmatch.h fts.h ftw.h getopt.h
    glob.h grp.h iconv.h inttypes.h iso646.h langinfo.h limits.h locale.h malloc.h math.h netdb.h netinet/in.h netinet/tcp.h poll.h pthread.h pwd.h
    setjmp.h signal.h spawn.h stdalign.h stdarg.h stdatomic.h stdbool.h stddef.h stdint.h stdio.h
    stdlib.h stdnoreturn.h string.h strings.h sys/file.h sys/ioctl.h sys/mman.h sys/prctl.h sys/random.h
    sys/resource.h sys/socket.h sys/stat.h sys/statvfs.h sys/syscall.h sys/time.h sys/types.h sys/uio.h sys/un.h sys/wait.h
    sysexits.h threads.h time.h uchar.h unistd.h wchar.h wctype.h""".split())

# Made by the build.
GENERATED = ("core/version.h", "draft/thesaurus_table.h", "web/assets_table.h")

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]*)[>"]')


def complain_of_system(room, path, header):
    if header in LIBRARIES:
        if room not in LIBRARIES[header]:
            return f"<{header}> belongs to {' and '.join(LIBRARIES[header])}, not to {room}"
    elif header not in LIBC and not (room == "xapian-c" and "." not in header):
        return f"<{header}> is neither libc nor a library of {room} (tests/lint/includes.py)"
    return None


def complain_of_own(root_files, room, path, header):
    target, _, name = header.partition("/")
    if not name:
        return f'"{header}" must be named from the root: "{room}/{header}"'
    if target not in ROOMS:
        return f'"{header}" is in no room'
    if header not in root_files and header not in GENERATED:
        return f'"{header}" does not exist'
    if target == room:
        return None
    if target not in MAY_SEE[room]:
        return f"{room} may not include {target}"
    if name.removesuffix(".h") not in PUBLIC[target]:
        return f'"{header}" is internal to {target}'
    return None


def check(root):
    root_files = {str(path) for path in files(root)}
    found = []
    for path in code_files(root):
        room = path.parts[0]
        if room not in ROOMS:
            continue
        if path.suffix == ".cc" and room != "xapian-c":
            found.append(complaint(path, 1, "C++ belongs to xapian-c"))
        for number, line in lines(root, path):
            match = INCLUDE.match(line)
            if not match:
                continue
            kind, header = match.groups()
            trouble = (complain_of_system(room, path, header) if kind == "<" else
                       complain_of_own(root_files, room, path, header))
            if trouble:
                found.append(complaint(path, number, trouble))
    found += [complaint(path, 1, "a C++ file that no rule knows: use .cc")
              for path in files(root)
              if path.suffix in (".cpp", ".cxx", ".hpp", ".hh") and path.suffix not in CODE]
    return found
