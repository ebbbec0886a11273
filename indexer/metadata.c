/* metadata.c - Xapian's metadata. */
#include "indexer/metadata.h"

#include "index/failure.h"

static const char trouble[] = "cannot read or write what the index notes beside documents";

pol_status pol_metadata_set(xc_writer *writer, pol_span key, pol_span value, pol_error *reterr)
{
    xc_error error;
    if (xc_writer_set_metadata(writer, pol_xc_bytes(key), pol_xc_bytes(value), &error) != XC_OK)
        return pol_fail_xapian(reterr, &error, trouble);
    return POL_OK;
}

pol_status pol_metadata_each(xc_reader *reader, pol_span prefix, pol_metadata_call call,
                             void *context, pol_error *reterr)
{
    xc_error error;
    xc_terms *keys = NULL;
    xc_bytes key, value;
    if (xc_reader_metadata_keys(reader, pol_xc_bytes(prefix), &keys, &error) != XC_OK)
        return pol_fail_xapian(reterr, &error, trouble);
    pol_status status = POL_OK;
    while (status == POL_OK) {
        if (xc_terms_next(keys, &key, NULL, &error) != XC_OK) {
            status = pol_fail_xapian(reterr, &error, trouble);
            break;
        }
        if (!key.data)
            break;
        if (xc_reader_metadata(reader, key, &value, &error) != XC_OK)
            status = pol_fail_xapian(reterr, &error, trouble);
        else
            status = call(context, pol_xc_span(key), pol_xc_span(value), reterr);
    }
    xc_terms_free(keys);
    return status;
}
