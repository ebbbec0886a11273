/* host.c - see host.h. */
#include "server/host.h"

#include "server/client.h"

/* "example.org:8080" to "example.org", "[::1]:80" to "::1". */
static pol_span without_port(pol_span host)
{
    if (host.size && host.data[0] == '[') {
        const char *end = memchr(host.data, ']', host.size);
        return end ? pol_span_make(host.data + 1, (size_t)(end - host.data) - 1) : host;
    }
    const char *colon = host.size ? memchr(host.data, ':', host.size) : NULL;
    return colon ? pol_span_first(host, (size_t)(colon - host.data)) : host;
}

static pol_span host_of_url(pol_span url)
{
    size_t start = pol_span_find(url, POL_SPAN("://"), 0);
    pol_span rest = start == (size_t)-1 ? url : pol_span_from(url, start + 3);
    const char *slash = rest.size ? memchr(rest.data, '/', rest.size) : NULL;
    return without_port(slash ? pol_span_first(rest, (size_t)(slash - rest.data)) : rest);
}

bool pol_host_is_ours(const pol_site *site, pol_span host)
{
    pol_client address;
    pol_span name = without_port(pol_span_trim(host));
    if (!host.data)
        return true;
    return pol_span_equal_fold(name, POL_SPAN("localhost")) || pol_client_parse(name, &address) ||
           pol_span_equal_fold(name, host_of_url(pol_span_of(site->base_url)));
}
