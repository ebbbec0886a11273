/* replay.c - runs a fuzz target over the files below the folders given, once each. */
#include <ftw.h>

#include "tests/fuzz/fuzz.h"

enum { INPUT_MAX = 1 << 20 };

static size_t replayed;

static int replay_file(const char *path, const struct stat *status, int kind, struct FTW *place)
{
    (void)status;
    (void)place;
    if (kind != FTW_F)
        return 0;
    static char room[INPUT_MAX];
    FILE *file = fopen(path, "rb");
    if (!file) {
        perror(path);
        return 1;
    }
    size_t size = fread(room, 1, sizeof room, file);
    fclose(file);
    /* a block of exactly this size, so that the sanitizer sees each byte read beyond it */
    uint8_t *data = malloc(size ? size : 1);
    if (!data)
        return 1;
    memcpy(data, room, size);
    LLVMFuzzerTestOneInput(data, size);
    free(data);
    replayed++;
    return 0;
}

int main(int count, char **arguments)
{
    for (int i = 1; i < count; i++) {
        size_t before = replayed;
        if (nftw(arguments[i], replay_file, 16, FTW_PHYS) != 0)
            return 1;
        if (replayed == before) {
            fprintf(stderr, "%s holds no inputs\n", arguments[i]);
            return 1;
        }
    }
    printf("%zu inputs replayed\n", replayed);
    return replayed ? 0 : 1;
}
