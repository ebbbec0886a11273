#!/bin/sh
# install_test.sh BUILD_FOLDER CC - installs xapian-c by itself into a scratch folder and
# builds and runs a C program with nothing but its pkg-config file.
set -eu
build=$1
compiler=$2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cmake --install "$build" --component xapian-c --prefix "$folder/installed" >/dev/null
PKG_CONFIG_PATH=$(dirname "$(find "$folder/installed" -name xapian-c.pc)")
export PKG_CONFIG_PATH
cat >"$folder/user.c" <<'C'
#include <stdio.h>
#include <xapian-c/xapian-c.h>
int main(int count, char **arguments)
{
    xc_error error;
    xc_writer *writer;
    if (count != 2 || xc_writer_open(arguments[1], NULL, &writer, &error) != XC_OK)
        return 1;
    puts(xc_xapian_version());
    xc_writer_free(writer);
    return xc_writer_open("/no/such/folder", NULL, &writer, &error) == XC_OK;
}
C
# Word splitting is what pkg-config's answer is made for.
# shellcheck disable=SC2046,SC2086
"$compiler" ${CFLAGS:-} -o "$folder/user" "$folder/user.c" $(pkg-config --static --cflags --libs xapian-c)
test "$("$folder/user" "$folder/database")" = "$(pkg-config --modversion xapian-core)"
