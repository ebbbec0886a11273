/* exchange.c - see exchange.h.
 *
 *   check -> (body) -> what the server knows itself -> (a searcher: pol_respond()) -> headers */
#include "server/exchange.h"

#include <stdlib.h>

#include "core/buffer.h"
#include "server/clock.h"
#include "server/host.h"
#include "server/probe.h"
#include "web/respond.h"

pol_exchange *pol_exchange_new(pol_front *front, const char *target)
{
    pol_exchange *exchange = calloc(1, sizeof *exchange);
    if (!exchange)
        return NULL;
    size_t size = strnlen(target, POL_TARGET_MAX + 1);
    exchange->front = front;
    exchange->is_target_long = size > POL_TARGET_MAX;
    pol_arena_init(&exchange->arena, POL_REQUEST_ARENA_MAX);
    exchange->target = pol_arena_copy(&exchange->arena,
                                      pol_span_first(pol_span_make(target, size), POL_TARGET_MAX));
    pol_buffer_init(&exchange->response.body, POL_ANSWER_BYTES_MAX);
    pol_buffer_init(&exchange->body, POL_BODY_MAX);
    if (exchange->target.data)
        return exchange;
    pol_exchange_free(exchange);
    return NULL;
}

static void drop_body(pol_exchange *exchange)
{
    pol_buffer_done(&exchange->body);
    exchange->request.body = (pol_span){0};
    __atomic_fetch_sub(&exchange->front->body_bytes, exchange->body_held, __ATOMIC_SEQ_CST);
    exchange->body_held = 0;
}

void pol_exchange_free(pol_exchange *exchange)
{
    if (!exchange)
        return;
    drop_body(exchange);
    __atomic_fetch_sub(&exchange->front->held_bytes, exchange->held_bytes, __ATOMIC_SEQ_CST);
    if (exchange->cached)
        pol_cached_release(exchange->front->cache, exchange->cached);
    if (exchange->is_counted)
        __atomic_fetch_sub(&exchange->front->in_flight, 1, __ATOMIC_SEQ_CST);
    pol_buffer_done(&exchange->response.body);
    pol_arena_done(&exchange->arena);
    free(exchange);
}

/* --- the end of each way -------------------------------------------------------------------- */

static void fail(pol_exchange *exchange, int http_status, const pol_error *error)
{
    bool is_api = exchange->class_of_address == POL_CLASS_API;
    pol_respond_error(exchange->front->site, http_status, error, is_api, &exchange->response);
}

/* Answers that wait for slow clients must not fill the memory together. */
static void hold(pol_exchange *exchange)
{
    enum { SMALL = 1 << 20 };
    pol_front *front = exchange->front;
    size_t bytes = exchange->response.body.size;
    if (bytes > SMALL &&
        __atomic_load_n(&front->held_bytes, __ATOMIC_SEQ_CST) + bytes > POL_HELD_BYTES_MAX) {
        pol_error error;
        pol_fail(&error, POL_LIMIT, 0, "too many large answers are under way: try again later");
        pol_buffer_done(&exchange->response.body);
        pol_metrics_reject(front->metrics, POL_REJECT_BUSY);
        fail(exchange, 503, &error);
        bytes = exchange->response.body.size;
    }
    exchange->held_bytes = bytes;
    __atomic_fetch_add(&front->held_bytes, bytes, __ATOMIC_SEQ_CST);
}

static bool client_has_it(const pol_exchange *exchange)
{
    const pol_response *response = &exchange->response;
    return response->status == 200 && response->keeping == POL_KEEP_REVISION &&
           pol_headers_client_has_it(&exchange->request.headers, &exchange->validators);
}

/* What cannot be packed, for want of memory, is sent as it is. */
static void pack(pol_exchange *exchange)
{
    pol_buffer packed;
    pol_response *response = &exchange->response;
    bool is_worth = exchange->encoding != POL_ENCODING_IDENTITY && response->type &&
                    pol_encoding_is_worth(response->type, response->body.size);
    if (!is_worth || client_has_it(exchange))
        return;
    pol_buffer_init(&packed, response->body.size);
    if (pol_encoding_pack(exchange->encoding, pol_buffer_span(&response->body), &packed, NULL) !=
        POL_OK) {
        pol_buffer_done(&packed);
        return;
    }
    pol_buffer_done(&response->body);
    response->body = packed;
    response->encoding = pol_encoding_name(exchange->encoding);
}

static void finish(pol_exchange *exchange)
{
    pack(exchange);
    hold(exchange);
    pol_headers_make(exchange->front->site, &exchange->request, &exchange->validators,
                     &exchange->response, &exchange->headers);
    exchange->answer_bytes = exchange->response.body.size;
    exchange->time_us = (uint64_t)(pol_clock_ns() - exchange->begun_ns) / 1000;
}

/* --- checks --------------------------------------------------------------------------------- */

struct pol_refusal {
    int http_status;
    pol_rejection why;
    const char *text;
};

typedef struct pol_refusal refusal;

static const refusal long_target = {414, POL_REJECT_TARGET,
                                    "the address is too long: ask for less, or in fewer words"};
static const refusal large_headers = {431, POL_REJECT_HEADERS,
                                      "the request has too many or too large headers"};
static const refusal malformed = {400, POL_REJECT_SYNTAX,
                                  "a header's name has characters that it may not have"};
static const refusal other_host = {
    421, POL_REJECT_HOST,
    "this server does not go by that name; its administrator can tell it, with --base-url"};
static const refusal other_method = {405, POL_REJECT_BODY,
                                     "this address can only be read: use GET or HEAD"};
static const refusal no_such_method = {
    405, POL_REJECT_BODY, "this address takes a text by POST: nothing else can be done to it"};
static const refusal has_body = {413, POL_REJECT_BODY, "a request to read something has no body"};
static const refusal unclear_length = {
    400, POL_REJECT_BODY, "how long the text is must be said once, by Content-Length or by chunks"};
static const refusal other_type = {
    415, POL_REJECT_BODY,
    "a draft is sent as text/plain, text/markdown or application/x-www-form-urlencoded; files of "
    "other kinds are read by polsearch --draft FILE"};
static const refusal long_body = {
    413, POL_REJECT_BODY,
    "a draft may be 256 KiB long here, some 40,000 words: send a part of it, or have whole agendas "
    "read by polsearch --draft FILE"};
static const refusal many_bodies = {503, POL_REJECT_BUSY,
                                    "too many texts are being sent: try again in a moment"};

static bool is_method(const pol_exchange *exchange, const char *name)
{
    return pol_span_equal(exchange->sent.method, pol_span_of(name));
}

static bool is_reading(const pol_exchange *exchange)
{
    return is_method(exchange, "GET") || is_method(exchange, "HEAD") ||
           is_method(exchange, "OPTIONS");
}

static const refusal *find_refusal(const pol_exchange *exchange)
{
    const pol_sent *sent = &exchange->sent;
    if (exchange->is_target_long)
        return &long_target;
    if (sent->header_count > POL_HEADER_COUNT_MAX || sent->header_bytes > POL_HEADER_BYTES_MAX)
        return &large_headers;
    if (sent->is_malformed)
        return &malformed;
    if (!pol_host_is_ours(exchange->front->site, sent->host))
        return &other_host;
    return sent->has_body && is_reading(exchange) ? &has_body : NULL;
}

/* Of Content-Length; SIZE_MAX for a number beyond all, and where the length is not told. */
static bool read_length(pol_span digits, size_t *ret_length)
{
    *ret_length = digits.data ? 0 : SIZE_MAX;
    for (size_t i = 0; i < digits.size; i++) {
        unsigned digit = (unsigned)(digits.data[i] - '0');
        if (digit > 9)
            return false;
        *ret_length = *ret_length > POL_BODY_SKIPPED_MAX ? SIZE_MAX : *ret_length * 10 + digit;
    }
    return !digits.data || digits.size > 0;
}

/* Two lengths, or both ways of telling it, could be read otherwise by a proxy before us, to which
 * the end of this body is then the start of somebody else's request. */
static bool is_length_clear(const pol_sent *sent, size_t *ret_length)
{
    bool is_known = sent->transfer.data
                        ? pol_span_equal_fold(pol_span_trim(sent->transfer), POL_SPAN("chunked"))
                        : sent->length.data != NULL;
    return read_length(pol_span_trim(sent->length), ret_length) && is_known &&
           sent->length_count == 1;
}

/* What may be done at an address is known only once it is read; what only reads is answered by who
 * knows that address. */
static const refusal *find_refusal_of_method(const pol_exchange *exchange)
{
    pol_methods methods = pol_respond_methods(&exchange->request);
    pol_method method = exchange->request.method;
    if (is_reading(exchange) || pol_methods_allow(methods, method))
        return NULL;
    return methods == POL_METHODS_READ ? &other_method : &no_such_method;
}

/* A POST, by what it says that it will send.
 *
 * Which site's page sent it is not asked: nothing is changed by it, nobody is logged in, and the
 * answer is not readable elsewhere, so that another site gains nothing by having it sent. */
static const refusal *find_refusal_of_body(pol_exchange *exchange)
{
    const pol_sent *sent = &exchange->sent;
    size_t length;
    if (exchange->request.method != POL_METHOD_POST || !sent->has_body)
        return NULL;
    if (!is_length_clear(sent, &length))
        return &unclear_length;
    if (pol_body_kind_of(sent->headers.content_type) == POL_BODY_OTHER)
        return &other_type;
    if (sent->transfer.data || length <= POL_BODY_MAX)
        return NULL;
    exchange->body_refused = &long_body;
    return length > POL_BODY_SKIPPED_MAX || sent->expect.data ? &long_body : NULL;
}

static pol_status code_of(int http_status)
{
    switch (http_status) {
    case 413:
    case 414:
    case 431:
    case 503:
        return POL_LIMIT;
    case 415:
        return POL_UNSUPPORTED;
    default:
        return POL_USAGE;
    }
}

static void refuse(pol_exchange *exchange, const refusal *refused)
{
    pol_error error;
    pol_fail(&error, code_of(refused->http_status), 0, "%s", refused->text);
    fail(exchange, refused->http_status, &error);
    if (refused->http_status == 405)
        exchange->response.allow = pol_methods_names(pol_respond_methods(&exchange->request));
    pol_metrics_reject(exchange->front->metrics, refused->why);
}

/* False where it was refused, with the answer that says why. */
static bool check(pol_exchange *exchange)
{
    pol_error error;
    const refusal *refused = find_refusal(exchange);
    pol_status status = refused ? POL_OK
                                : pol_request_parse(exchange->sent.method, exchange->target,
                                                    &exchange->sent.headers, &exchange->arena,
                                                    &exchange->request, &error);
    if (status != POL_OK) {
        pol_metrics_reject(exchange->front->metrics, POL_REJECT_SYNTAX);
        fail(exchange, status == POL_NOMEM ? 503 : 400, &error);
        return false;
    }
    if (!refused)
        refused = find_refusal_of_method(exchange);
    if (!refused)
        refused = find_refusal_of_body(exchange);
    if (refused)
        refuse(exchange, refused);
    return refused == NULL;
}

/* --- what needs no index -------------------------------------------------------------------- */

/* What may be done, and, for a script of a named origin, that it may read the API. */
static void answer_options(pol_exchange *exchange)
{
    exchange->response.status = 204;
    exchange->response.allow = pol_methods_names(pol_respond_methods(&exchange->request));
    exchange->response.keeping = POL_KEEP_NOT;
    exchange->response.is_open = exchange->class_of_address == POL_CLASS_API;
}

static bool answer_at_once(pol_exchange *exchange)
{
    if (exchange->request.method == POL_METHOD_OPTIONS) {
        answer_options(exchange);
        return true;
    }
    return pol_probe_answer(exchange->front, &exchange->request, &exchange->response);
}

/* --- answers that are kept ------------------------------------------------------------------ */

/* All that an answer depends on. Absent where it depends on more (who asks, or a date), or where
 * its own date is not known yet. */
static pol_span key_of(const pol_exchange *exchange, const pol_validators *validators)
{
    const pol_request_headers *headers = &exchange->request.headers;
    pol_buffer buffer;
    bool is_for_all = exchange->request.method != POL_METHOD_POST && validators->etag[0] &&
                      validators->changed_s && !headers->origin.data &&
                      (headers->if_none_match.data || !headers->if_modified_since.data);
    if (!is_for_all)
        return (pol_span){0};
    pol_buffer_init(&buffer, POL_TARGET_MAX + 2 * POL_ETAG_SIZE);
    pol_buffer_printf(&buffer, "%s %s ", validators->etag, pol_encoding_name(exchange->encoding));
    pol_buffer_add(&buffer, exchange->request.target);
    pol_span key = {0};
    if (buffer.status == POL_OK)
        key = pol_arena_copy(exchange->request.arena, pol_buffer_span(&buffer));
    pol_buffer_done(&buffer);
    return key;
}

/* A tag of ours, which nobody has but who got that answer; "*" must be looked up. To whom its
 * scripts may read the answer, only the answer itself says. */
static bool has_tag(const pol_request_headers *headers)
{
    return headers->if_none_match.data && !headers->origin.data &&
           !pol_span_equal(pol_span_trim(headers->if_none_match), POL_SPAN("*"));
}

/* The client has it, by its own word; or it was kept. */
static bool answer_again(pol_exchange *exchange)
{
    pol_watched watched;
    if (exchange->request.method == POL_METHOD_POST)
        return false;
    pol_watch_get(exchange->front->watch, &watched);
    if (has_tag(&exchange->request.headers) &&
        pol_headers_client_has_it(&exchange->request.headers, &watched.validators)) {
        exchange->validators = watched.validators;
        exchange->response.status = 200;
        finish(exchange);
        return true;
    }
    pol_span key = key_of(exchange, &watched.validators);
    exchange->cached = key.data ? pol_cache_find(exchange->front->cache, key) : NULL;
    if (!exchange->cached)
        return false;
    exchange->response.status = 200;
    exchange->time_us = (uint64_t)(pol_clock_ns() - exchange->begun_ns) / 1000;
    return true;
}

static bool is_allowed(pol_exchange *exchange)
{
    pol_error error;
    uint32_t wait_s = 1;
    unsigned tokens = is_method(exchange, "POST") ? POL_POST_TOKENS : 1;
    pol_span address = pol_span_make((const char *)exchange->client.bytes, exchange->client.size);
    if (pol_rate_allows(exchange->front->rate, address, tokens, pol_clock_ns() / POL_NS_PER_MS,
                        &wait_s))
        return true;
    pol_fail(&error, POL_LIMIT, 0,
             "too many requests came from your address: wait a moment and try again");
    pol_metrics_reject(exchange->front->metrics, POL_REJECT_RATE);
    fail(exchange, 429, &error);
    exchange->response.retry_after_s = wait_s;
    return false;
}

/* All of the request is read. */
static void count(pol_exchange *exchange)
{
    exchange->is_counted = true;
    __atomic_fetch_add(&exchange->front->in_flight, 1, __ATOMIC_SEQ_CST);
    exchange->begun_ns = pol_clock_ns();
}

static pol_next send_made(pol_exchange *exchange)
{
    finish(exchange);
    return POL_NEXT_SEND;
}

static pol_next answer(pol_exchange *exchange)
{
    if (answer_at_once(exchange))
        return send_made(exchange);
    bool is_again = answer_again(exchange);
    pol_metrics_event(exchange->front->metrics,
                      is_again ? POL_EVENT_CACHE_HIT : POL_EVENT_CACHE_MISS);
    return is_again ? POL_NEXT_SEND : POL_NEXT_SEARCH;
}

pol_next pol_exchange_begin(pol_exchange *exchange, const pol_client *peer)
{
    pol_front *front = exchange->front;
    exchange->class_of_address = pol_address_class_of(exchange->target);
    exchange->client =
        pol_client_forwarded(*peer, exchange->sent.forwarded, front->proxies, front->proxy_count);
    exchange->encoding = pol_encoding_choose(exchange->sent.headers.accept_encoding);
    exchange->begun_ns = pol_clock_ns();
    bool is_refused = !is_allowed(exchange) || !check(exchange);
    if (!is_refused && exchange->sent.has_body)
        return POL_NEXT_BODY;
    count(exchange);
    return is_refused ? send_made(exchange) : answer(exchange);
}

/* --- bodies --------------------------------------------------------------------------------- */

static const refusal *keep(pol_exchange *exchange, pol_span piece)
{
    pol_front *front = exchange->front;
    if (exchange->body_read > POL_BODY_MAX)
        return &long_body;
    exchange->body_held += piece.size;
    if (__atomic_add_fetch(&front->body_bytes, piece.size, __ATOMIC_SEQ_CST) > POL_BODIES_BYTES_MAX)
        return &many_bodies;
    pol_buffer_add(&exchange->body, piece);
    return exchange->body.status == POL_OK ? NULL : &many_bodies;
}

bool pol_exchange_take(pol_exchange *exchange, pol_span piece)
{
    exchange->body_read += piece.size;
    if (exchange->body_read > POL_BODY_SKIPPED_MAX) {
        pol_metrics_reject(exchange->front->metrics, POL_REJECT_BODY);
        return false;
    }
    if (!exchange->body_refused)
        exchange->body_refused = keep(exchange, piece);
    if (exchange->body_refused)
        drop_body(exchange);
    return true;
}

pol_next pol_exchange_go_on(pol_exchange *exchange)
{
    count(exchange);
    if (exchange->body_refused) {
        refuse(exchange, exchange->body_refused);
        return send_made(exchange);
    }
    exchange->request.body = pol_buffer_span(&exchange->body);
    return answer(exchange);
}

/* --- what does ------------------------------------------------------------------------------ */

static void read_validators(pol_exchange *exchange, const pol_worker *worker)
{
    pol_watched watched;
    pol_worker_etag(worker, exchange->validators.etag);
    pol_watch_get(exchange->front->watch, &watched);
    if (strcmp(watched.validators.etag, exchange->validators.etag) == 0)
        exchange->validators.changed_s = watched.validators.changed_s;
    else if (watched.validators.etag[0])
        pol_watch_doubt(exchange->front->watch);
}

void pol_exchange_search(pol_exchange *exchange, pol_worker *worker)
{
    if (worker) {
        pol_respond(worker, &exchange->request, &exchange->response);
        read_validators(exchange, worker);
    } else {
        pol_error error;
        pol_fail(&error, POL_LIMIT, 0, "too many searches are under way: try again in a moment");
        pol_metrics_reject(exchange->front->metrics, POL_REJECT_BUSY);
        fail(exchange, 503, &error);
    }
    drop_body(exchange);
    finish(exchange);
    if (exchange->response.status == 200 && exchange->response.keeping != POL_KEEP_NOT)
        exchange->key = key_of(exchange, &exchange->validators);
}

void pol_exchange_note(pol_exchange *exchange, bool is_sent)
{
    bool is_head = pol_span_equal(exchange->sent.method, POL_SPAN("HEAD"));
    size_t bytes = is_sent && !is_head ? exchange->answer_bytes : 0;
    pol_access access = {.client = exchange->client,
                         .method = exchange->sent.method,
                         .target = exchange->target,
                         .version = exchange->sent.version,
                         .referrer = exchange->sent.referrer,
                         .browser = exchange->sent.browser,
                         .status = exchange->response.status,
                         .bytes = bytes,
                         .time_us = exchange->time_us};
    pol_metrics_request(exchange->front->metrics, exchange->class_of_address,
                        exchange->response.status, exchange->time_us, bytes);
    pol_access_log_write(exchange->front->log, &access);
}
