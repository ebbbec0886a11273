/* handlers.h - what answers each kind of address (private to web/): see respond.h for how. One
 * file each, of this name. */
#ifndef POL_WEB_HANDLERS_H
#define POL_WEB_HANDLERS_H

#include "web/respond.h"

/* pages */
pol_handler pol_page_search;     /* /  and /search */
pol_handler pol_page_document;   /* /documents/ID */
pol_handler pol_page_browse;     /* /browse */
pol_handler pol_page_conference; /* /conferences/NAME, /conferences/NAME/YEAR */
pol_handler pol_page_check;      /* /check: a form, and by POST the report */
pol_handler pol_page_similar;    /* /similar/ID */
pol_handler pol_page_composites; /* /composites/NAME/YEAR */
pol_handler pol_page_timeline;   /* /timeline?q= */
pol_handler pol_page_help;       /* /help */
pol_handler pol_page_about;      /* /about */
/* the API */
pol_handler pol_api_search;      /* /api/v1/search, also as csv and jsonl */
pol_handler pol_api_document;    /* /api/v1/documents/ID */
pol_handler pol_api_suggest;     /* /api/v1/suggest */
pol_handler pol_api_facets;      /* /api/v1/facets */
pol_handler pol_api_conferences; /* /api/v1/conferences */
pol_handler pol_api_check;       /* /api/v1/check, by POST */
pol_handler pol_api_similar;     /* /api/v1/similar/ID */
pol_handler pol_api_composites;  /* /api/v1/composites/NAME/YEAR */
pol_handler pol_api_openapi;     /* /openapi.json */
/* for programs */
pol_handler pol_feed_atom;          /* /search.atom */
pol_handler pol_opensearch;         /* /opensearch.xml */
pol_handler pol_opensearch_suggest; /* /opensearch-suggest */
pol_handler pol_sitemap;            /* /sitemap.xml, /sitemap-N.xml as /sitemap/N */
pol_handler pol_robots;             /* /robots.txt */
pol_handler pol_asset_file;         /* /assets/NAME */
pol_handler pol_citation_file;      /* /documents/ID/cite.json and the like */

#endif
