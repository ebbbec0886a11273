/* lengths_file.c - the averages, and the arrays as they stand. */
#include "index/lengths_file.h"

#include <sys/mman.h>

#include "index/beside.h"

static const pol_beside_kind kind = {"lengths.polsearch", "pollen04"};

/* Before the arrays. */
typedef struct header {
    uint32_t passages, documents;
    double average, document_average;
} header;

static size_t size_for(const pol_lengths *lengths)
{
    return sizeof(pol_beside) + sizeof(header) +
           pol_lengths_head_words(lengths) * sizeof(uint64_t) +
           ((size_t)lengths->last + 1) * sizeof(uint32_t);
}

/* What lengths of 30 bits can be on average. */
static bool is_average(double average)
{
    return average >= 0 && average < POL_LENGTHS_ENTRY;
}

bool pol_lengths_map(xc_reader *reader, pol_lengths *lengths)
{
    size_t size = 0;
    const pol_beside *mapped =
        pol_beside_map(reader, &kind, lengths->last, size_for(lengths), &size);
    if (!mapped)
        return false;
    const header *found = (const header *)(mapped + 1);
    if (!is_average(found->average) || !is_average(found->document_average)) {
        munmap((void *)(uintptr_t)mapped, size);
        return false;
    }
    lengths->mapped = (void *)(uintptr_t)mapped;
    lengths->mapped_size = size;
    lengths->heads = (const uint64_t *)(found + 1);
    lengths->of = (const uint32_t *)(lengths->heads + pol_lengths_head_words(lengths));
    lengths->passages = found->passages;
    lengths->documents = found->documents;
    lengths->average = found->average;
    lengths->document_average = found->document_average;
    return true;
}

pol_status pol_lengths_save(xc_reader *reader, const pol_lengths *lengths, const char *directory,
                            pol_error *reterr)
{
    const header head = {.passages = lengths->passages,
                         .documents = lengths->documents,
                         .average = lengths->average,
                         .document_average = lengths->document_average};
    const pol_beside_piece pieces[] = {
        {&head, sizeof head},
        {lengths->heads, pol_lengths_head_words(lengths) * sizeof *lengths->heads},
        {lengths->of, ((size_t)lengths->last + 1) * sizeof *lengths->of}};
    return pol_beside_save(reader, directory, &kind, lengths->last, pieces,
                           sizeof pieces / sizeof *pieces, reterr);
}
