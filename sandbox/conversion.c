/* conversion.c - one question to the parent, and its answer as a text or a sentence. */
#include "sandbox/conversion.h"

#include "document/text.h"

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static pol_status receive(const pol_wire *wire, pol_wire_converted *ret_head, pol_arena *arena,
                          pol_span *ret_said, pol_span *ret_bytes, pol_error *reterr)
{
    pol_frame frame;
    if (pol_wire_receive_head(wire, &frame, NULL) != POL_WIRE_OK ||
        frame.kind != POL_FRAME_CONVERTED || frame.size < sizeof *ret_head ||
        pol_wire_receive(wire, ret_head, sizeof *ret_head) != POL_WIRE_OK)
        return pol_fail(reterr, POL_IO, 0, "polindex does not answer");
    size_t size = frame.size - sizeof *ret_head;
    char *bytes = pol_arena_alloc(arena, size + 1);
    if (!bytes)
        return pol_arena_refused(arena, size, reterr);
    if (ret_head->said_size > size || pol_wire_receive(wire, bytes, size) != POL_WIRE_OK)
        return pol_fail(reterr, POL_IO, 0, "polindex does not answer");
    *ret_said = pol_span_make(bytes, ret_head->said_size);
    *ret_bytes = pol_span_make(bytes + ret_head->said_size, size - ret_head->said_size);
    return POL_OK;
}

/* "EncryptedPackage" in UTF-16: how a DOCX with a password is named inside. */
static bool is_locked_package(pol_span bytes)
{
    return pol_span_find(bytes, POL_SPAN("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0"), 0) !=
           (size_t)-1;
}

/* What antiword and catdoc complain with. */
static bool says_encrypted(pol_span said)
{
    return pol_span_find_fold(said, POL_SPAN("encrypted"), 0) != (size_t)-1;
}

/* catdoc prints whatever it takes for text, of damaged files too: in what people write with
 * Word in Europe most characters are plain letters. */
static bool is_language(pol_span text)
{
    size_t letters = 0, others = 0;
    for (size_t i = 0; i < text.size; i++) {
        unsigned char byte = (unsigned char)text.data[i];
        bool is_letter = (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
        bool is_start = byte > ' ' && (byte < 0x80 || byte >= 0xC0);
        letters += is_letter;
        others += is_start && !is_letter;
    }
    return letters > 2 * others;
}

pol_status pol_conversion_ask(const pol_wire *wire, pol_format format, uint32_t attempt,
                              pol_span bytes, pol_arena *arena, pol_span *ret_bytes,
                              pol_error *reterr)
{
    const pol_converter *converter = pol_converter_for(format, attempt);
    const char *program = converter ? base_name(converter->program) : "none";
    pol_wire_convert question = {.format = format, .attempt = attempt};
    pol_wire_converted answer;
    pol_span said, parts[] = {pol_span_make((const char *)&question, sizeof question), bytes};
    if (pol_wire_send(wire, POL_FRAME_CONVERT, parts, 2, -1) != POL_WIRE_OK)
        return pol_fail(reterr, POL_IO, 0, "polindex does not answer");
    pol_status status = receive(wire, &answer, arena, &said, ret_bytes, reterr);
    if (status != POL_OK)
        return status;
    switch (answer.conversion) {
    case POL_CONVERSION_OK:
        if (attempt == 0 || is_language(*ret_bytes))
            return POL_OK;
        break;
    case POL_CONVERSION_MISSING:
        return pol_fail(reterr, POL_UNSUPPORTED, 0,
                        "the program %s is needed for it: apt-get install %s", program, program);
    case POL_CONVERSION_TOO_LARGE:
        return pol_fail(reterr, POL_LIMIT, 0, "%s makes more than %d MB of text of it", program,
                        POL_FILE_MAX >> 20);
    default:
        break;
    }
    if (says_encrypted(said) || is_locked_package(bytes))
        return pol_fail(reterr, POL_FORMAT, 0, "it is encrypted: save it without a password");
    return pol_fail(reterr, POL_FORMAT, 0,
                    "it is damaged, or not what its name says: %s cannot read it", program);
}
