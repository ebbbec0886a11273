# Warnings, hardening and instrumentation, the same for every target.
add_compile_options(-Wall -Wextra -Wshadow -Wpointer-arith -Wwrite-strings -Wundef
                    -Wformat=2 -fno-common -fstack-protector-strong
                    "$<$<COMPILE_LANGUAGE:C>:-Wstrict-prototypes;-Wmissing-prototypes;-Wold-style-definition>")
# Rows of tables may go on in the next line.
add_compile_options("$<$<COMPILE_LANG_AND_ID:C,Clang>:-Wno-string-concatenation>")
if(POL_WERROR)
    add_compile_options(-Werror)
endif()
add_compile_definitions(_GNU_SOURCE)
if(CMAKE_BUILD_TYPE STREQUAL "Release")
    add_compile_options(-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2)
endif()
if(POL_SANITIZE)
    add_compile_options(-fsanitize=${POL_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
    add_link_options(-fsanitize=${POL_SANITIZE})
    # Optimised little, as CMakePresets.json has them, GCC knows too little of what numbers can be.
    add_compile_options("$<$<COMPILE_LANG_AND_ID:C,GNU>:-Wno-format-truncation>")
endif()
if(POL_FUZZ)
    add_compile_options(-fsanitize=fuzzer-no-link)
endif()
if(POL_COVERAGE)
    add_compile_options(--coverage)
    add_link_options(--coverage)
endif()
