# Compiler, linker and warning settings; every own target links anchong::warnings privately.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)

find_program(CCACHE ccache)
if(CCACHE)
    set(CMAKE_C_COMPILER_LAUNCHER ${CCACHE})
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()
find_program(MOLD mold)
if(MOLD)
    add_link_options(-fuse-ld=mold)
endif()
if(ANCHONG_SANITIZE)
    add_compile_options(-fsanitize=${ANCHONG_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    add_link_options(-fsanitize=${ANCHONG_SANITIZE})
endif()
if(ANCHONG_FUZZ)
    add_compile_options(-fsanitize=fuzzer-no-link)  # Coverage for the fuzzer; its main is linked by the fuzz targets alone.
endif()

add_library(anchong_warnings INTERFACE)
add_library(anchong::warnings ALIAS anchong_warnings)
target_compile_options(anchong_warnings INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # GCC 12 at -O2 warns of overlapping copies inside std::string's operator+ that cannot happen (its bug 105329).
    target_compile_options(anchong_warnings INTERFACE -Wno-restrict)
endif()
if(ANCHONG_SANITIZE AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # Instrumented code makes GCC see uninitialised values inside the standard library that are none.
    target_compile_options(anchong_warnings INTERFACE -Wno-maybe-uninitialized)
endif()

# A library of one folder of geo/ or app/: name, sources, headers, and what it may use.
#   anchong_library(geo zones SOURCES … HEADERS … USES geo::rules PRIVATE …)
function(anchong_library space name)
    cmake_parse_arguments(PARSE_ARGV 2 A "" "" "SOURCES;HEADERS;USES;PRIVATE")
    set(target ${space}_${name})
    add_library(${target} STATIC ${A_SOURCES})
    add_library(${space}::${name} ALIAS ${target})
    target_sources(${target} PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR} FILES ${A_HEADERS})
    target_link_libraries(${target} PUBLIC ${A_USES} PRIVATE anchong::warnings ${A_PRIVATE})
endfunction()
