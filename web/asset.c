/* asset.c - the address of an asset to its bytes. */
#include "web/asset.h"

#include "web/assets_table.h"
#include "web/handlers.h"

static const pol_asset assets[] = {
    {"style.css", "text/css; charset=utf-8", {asset_style_css, sizeof asset_style_css}},
    {"polsearch.js",
     "text/javascript; charset=utf-8",
     {asset_polsearch_js, sizeof asset_polsearch_js}},
    {"icon.svg", "image/svg+xml", {asset_icon_svg, sizeof asset_icon_svg}},
    {"openapi.json", "application/json", {asset_openapi_json, sizeof asset_openapi_json}},
};

const pol_asset *pol_asset_find(pol_span name)
{
    for (size_t i = 0; i < sizeof assets / sizeof *assets; i++)
        if (pol_span_equal(name, pol_span_of(assets[i].name)))
            return &assets[i];
    return NULL;
}

const char *pol_asset_version(void)
{
    return ASSETS_VERSION;
}

/* A page from before an update may still ask for the assets of then: it gets those of now, which
 * nobody keeps under that name. */
pol_status pol_asset_file(pol_worker *worker, const pol_request *request, pol_response *response,
                          pol_error *reterr)
{
    const pol_asset *asset = pol_asset_find(request->segments[2]);
    (void)worker;
    if (!asset)
        return pol_fail(reterr, POL_NOTFOUND, 0, "there is no such file");
    bool is_current = pol_span_equal(request->segments[1], pol_span_of(ASSETS_VERSION));
    response->type = asset->type;
    response->keeping = is_current ? POL_KEEP_FOREVER : POL_KEEP_NOT;
    pol_buffer_add(&response->body, asset->bytes);
    return POL_OK;
}
