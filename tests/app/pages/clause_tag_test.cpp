#include "app/pages/sheet_maps.hpp"
#include "geo/rules/pack_file.hpp"

#include <gtest/gtest.h>

namespace {

geo::Message tag(const char* number, const char* source, geo::Status status = geo::Status::Secondary) {
    geo::Clause clause;
    clause.pack = "cn-base";
    clause.number = number;
    clause.source = source;
    clause.status = status;
    return app::short_clause(clause);
}

TEST(ClauseTag, NamesTheDocumentAndTheClause) {
    EXPECT_EQ(tag("条号未核实", "重庆市住建委 渝建消防〔2024〕20号，二手摘录（9494hot.cn，次序错乱）").zh, "渝2024-20");
    EXPECT_EQ(tag("2.1", "重庆市住建委 渝建消防〔2024〕20号，二手摘录（fire114.cn）").zh, "渝2024-20 2.1");
    EXPECT_EQ(tag("条号未核实", "重庆市渝建消防〔2024〕20号，二手摘录；他地借用").zh, "渝2024-20");
    EXPECT_EQ(tag("7.1.8", "GB 50016-2014（2018 年版），二手摘录").zh, "GB 50016 7.1.8");
    EXPECT_EQ(tag("条号未核实", "CJJ/T 47-2016，二手摘录").zh, "CJJ/T 47");
    EXPECT_EQ(tag("第十条", "电力设施保护条例，二手摘录").zh, "电力设施保护条例 第十条");
    EXPECT_EQ(tag("条号未核实", "福州市导则（试行）2025-02，二手摘录；他地借用").zh, "福州市导则2025-02");
}

TEST(ClauseTag, SaysWhatIsNotVerified) {
    const geo::Message assumed = tag("表5.2.2", "GB 50016-2014（2018 年版），二手摘录；类推", geo::Status::Assumption);
    EXPECT_EQ(assumed.zh, "GB 50016 表5.2.2（设定）");
    EXPECT_EQ(assumed.en, "GB 50016 表5.2.2 (assumed)");
    EXPECT_EQ(tag("表6.6.3", "GB 50028-2006，凭记忆", geo::Status::Unverified).en, "GB 50028 表6.6.3 (unverified)");
    EXPECT_EQ(tag("设定", "本规则包设定", geo::Status::Assumption).zh, "设定 cn-base");
    EXPECT_EQ(tag("设定", "本规则包设定", geo::Status::Assumption).en, "assumed cn-base");
}

// A scenario that asks 3 m where the clause asks 6 must not be read as that clause.
TEST(ClauseTag, OfAScenariosOwnDistanceIsNotTheClauseThatItLeaves) {
    const geo::Message own = tag("4.2", "方案 三米 的假设（原为 6 m）：重庆市住建委 渝建消防〔2024〕20号，二手摘录", geo::Status::Assumption);
    EXPECT_EQ(own.zh, "方案 三米 的假设");
    EXPECT_EQ(own.en, "assumed by the scenario");
}

TEST(ClauseTag, IsShortForEveryRuleThatThereIs) {
    for (const geo::PackSummary& pack : geo::builtin_packs())
        for (const geo::ClearanceRule& rule : geo::load_pack(pack.id).clearances) {
            const geo::Message words = app::short_clause(rule.clause);
            EXPECT_FALSE(words.zh.empty()) << rule.id;
            EXPECT_LE(QString::fromStdString(words.zh).size(), 24) << words.zh;
            if (rule.clause.status == geo::Status::Assumption && !rule.is_missing) { EXPECT_NE(words.zh.find("设定"), std::string::npos) << rule.id; }
        }
}

}  // namespace
