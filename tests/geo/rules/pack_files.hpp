#pragma once

#include "geo/core/error.hpp"
#include "geo/rules/pack_file.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

/// Packs as files of a test.
namespace geo {

namespace fs = std::filesystem;
using nlohmann::json;

/// A folder for one test's packs.
class PackFiles : public testing::Test {
protected:
    void SetUp() override {
        const auto* info = testing::UnitTest::GetInstance()->current_test_info();
        m_folder = fs::temp_directory_path() / fmt::format("anchong-rules-{}-{}", info->name(), ::getpid());
        fs::create_directories(m_folder);
    }
    void TearDown() override { fs::remove_all(m_folder); }

    std::string write(const std::string& name, const std::string& text) const {
        std::ofstream{m_folder / name, std::ios::binary} << text;
        return (m_folder / name).string();
    }
    std::string write(const json& pack) const {
        return write(pack.at("id").get<std::string>() + ".json", pack.dump(1));
    }
    const fs::path& folder() const { return m_folder; }

private:
    fs::path m_folder;
};

inline json text(const char* word) { return {{"zh", word}, {"en", word}}; }

inline json rule(const char* id, const char* kind, double value) {
    return {{"id", id},
            {"from", {{"kind", kind}}},
            {"value", value},
            {"unit", "m"},
            {"strength", "must"},
            {"clause", "1"},
            {"source", "test"},
            {"status", "secondary"},
            {"mandatory_now", "unknown"},
            {"superseded_by", nullptr},
            {"text", text("x")}};
}

inline json pack_with(std::initializer_list<json> rules, const char* id = "town", const char* parent = "cn-base") {
    return {{"schema_version", 1}, {"id", id},          {"title", text("t")}, {"jurisdiction", text("j")},
            {"edition", "1"},      {"extends", parent}, {"rules", rules}};
}

inline std::string refusal(const std::string& file) {
    try {
        load_pack(file);
    } catch (const RuleError& error) {
        EXPECT_FALSE(error.message().zh.empty());
        return error.message().en;
    }
    return "accepted";
}

}  // namespace geo
