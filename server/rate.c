/* rate.c - token buckets in a table of fixed size: a row for each hash, a few places in it. */
#include "server/rate.h"

#include <pthread.h>
#include <stdlib.h>
#include <sys/random.h>

enum { ROWS = 4096, PLACES = 4, ADDRESS_BYTES = 8, IPV6_BYTES = 16, TOKEN = 1000 };

typedef struct bucket {
    uint8_t address[ADDRESS_BYTES];
    int64_t seen_ms;
    int64_t tokens; /* in thousandths, so that a millisecond gives back `per_second` of them */
    bool is_used;
} bucket;

struct pol_rate {
    pthread_mutex_t lock;
    unsigned per_second, burst;
    uint64_t secret; /* so that nobody can choose addresses that share a row */
    bucket rows[ROWS][PLACES];
};

pol_status pol_rate_new(unsigned per_second, unsigned burst, pol_rate **ret_rate, pol_error *reterr)
{
    pol_rate *rate = calloc(1, sizeof *rate);
    *ret_rate = rate;
    if (!rate || pthread_mutex_init(&rate->lock, NULL) != 0) {
        free(rate);
        *ret_rate = NULL;
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory for the limits of clients");
    }
    if (getrandom(&rate->secret, sizeof rate->secret, 0) != (ssize_t)sizeof rate->secret)
        rate->secret = (uint64_t)(uintptr_t)rate;
    rate->per_second = per_second;
    rate->burst = burst ? burst : 1;
    return POL_OK;
}

void pol_rate_free(pol_rate *rate)
{
    if (!rate)
        return;
    pthread_mutex_destroy(&rate->lock);
    free(rate);
}

static void copy_address(pol_span address, uint8_t bytes[ADDRESS_BYTES])
{
    size_t size = address.size < ADDRESS_BYTES ? address.size : ADDRESS_BYTES;
    memset(bytes, 0, ADDRESS_BYTES);
    if (size)
        memcpy(bytes, address.data, size);
    if (address.size != IPV6_BYTES) /* so that no IPv4 address is the start of an IPv6 one */
        bytes[ADDRESS_BYTES - 1] = 0xFF;
}

static size_t row_of(const pol_rate *rate, const uint8_t address[ADDRESS_BYTES])
{
    uint64_t hash = rate->secret;
    for (size_t i = 0; i < ADDRESS_BYTES; i++) {
        hash = (hash ^ address[i]) * 0x9E3779B97F4A7C15u;
        hash ^= hash >> 29;
    }
    return (size_t)(hash >> 40) % ROWS;
}

/* The client's bucket: a full one where it is new, in the place of who was seen longest ago. */
static bucket *find(pol_rate *rate, const uint8_t address[ADDRESS_BYTES], int64_t now_ms)
{
    bucket *row = rate->rows[row_of(rate, address)], *oldest = &row[0];
    for (size_t i = 0; i < PLACES; i++) {
        if (row[i].is_used && memcmp(row[i].address, address, ADDRESS_BYTES) == 0)
            return &row[i];
        if (!row[i].is_used || (oldest->is_used && row[i].seen_ms < oldest->seen_ms))
            oldest = &row[i];
    }
    *oldest = (bucket){.seen_ms = now_ms, .tokens = (int64_t)rate->burst * TOKEN, .is_used = true};
    memcpy(oldest->address, address, ADDRESS_BYTES);
    return oldest;
}

static void refill(const pol_rate *rate, bucket *client, int64_t now_ms)
{
    int64_t full = (int64_t)rate->burst * TOKEN, passed = now_ms - client->seen_ms;
    if (passed <= 0)
        return;
    if (passed > full / rate->per_second)
        client->tokens = full;
    else
        client->tokens += passed * rate->per_second;
    if (client->tokens > full)
        client->tokens = full;
    client->seen_ms = now_ms;
}

bool pol_rate_allows(pol_rate *rate, pol_span address, unsigned tokens, int64_t now_ms,
                     uint32_t *ret_wait_s)
{
    uint8_t bytes[ADDRESS_BYTES];
    if (rate->per_second == 0)
        return true;
    int64_t cost = (int64_t)(tokens < rate->burst ? tokens : rate->burst) * TOKEN;
    copy_address(address, bytes);
    pthread_mutex_lock(&rate->lock);
    bucket *client = find(rate, bytes, now_ms);
    refill(rate, client, now_ms);
    bool is_allowed = client->tokens >= cost;
    if (is_allowed)
        client->tokens -= cost;
    int64_t missing_ms = (cost - client->tokens) / rate->per_second;
    pthread_mutex_unlock(&rate->lock);
    if (!is_allowed && ret_wait_s)
        *ret_wait_s = (uint32_t)(missing_ms / 1000 + 1);
    return is_allowed;
}
