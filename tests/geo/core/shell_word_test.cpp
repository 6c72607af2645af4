#include "geo/core/shell_word.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <vector>

using geo::shell_word;
using geo::shell_words;

TEST(ShellWord, WhatNeedsNoQuotesHasNone) {
    for (const char* word : {"base", "three-m", "a/b.gpkg", "三米方案"}) EXPECT_EQ(shell_word(word), word);
    EXPECT_EQ(shell_words(std::vector<std::string>{"base", "two two"}), "base 'two two'");
}

TEST(ShellWord, AShellReadsTheWordBack) {
    for (const std::string word : {"", "two two", "it's", "$HOME `x` \"y\"", "a;b&c|d>e", "*", "~", "三 米"}) {
        FILE* shell = ::popen(("printf '[%s]' " + shell_word(word)).c_str(), "r");
        ASSERT_NE(shell, nullptr);
        std::array<char, 200> read{};
        std::fread(read.data(), 1, read.size() - 1, shell);
        EXPECT_EQ(::pclose(shell), 0) << word;
        EXPECT_EQ(std::string{read.data()}, "[" + word + "]");
    }
}
