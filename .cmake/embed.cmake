# Compiles files into a target, so that the one executable needs no data folder beside it.
#   anchong_embed(target NAMESPACE geo::embedded NAME rulepacks FILES a.json b.json)
# generates <name>.hpp with `std::span<const EmbeddedFile> rulepacks()`; EmbeddedFile {name, text}.
function(anchong_embed target)
    cmake_parse_arguments(PARSE_ARGV 1 A "" "NAME" "FILES")
    set(out ${CMAKE_CURRENT_BINARY_DIR}/embedded_${A_NAME}.cpp)
    add_custom_command(OUTPUT ${out}
        COMMAND ${CMAKE_COMMAND} -DOUT=${out} -DNAME=${A_NAME} "-DFILES=${A_FILES}" -P ${PROJECT_SOURCE_DIR}/.cmake/write_embedded.cmake
        DEPENDS ${A_FILES} ${PROJECT_SOURCE_DIR}/.cmake/write_embedded.cmake
        VERBATIM)
    target_sources(${target} PRIVATE ${out})
endfunction()
