#include "app/pages/guide_rows.hpp"
#include "app/pages/guide_sheets.hpp"
#include "app/pages/page_text.hpp"
#include "app/pages/sheet_content.hpp"
#include "geo/rules/pack_file.hpp"

#include <gtest/gtest.h>

#include <set>

namespace app {
namespace {

/// All words of the sheets, in their order, one item a line.
QString words_of(const std::vector<Sheet>& sheets) {
    QString all;
    for (const Sheet& sheet : sheets)
        for (const PageItem& item : sheet.content().items)
            if (const auto* text = std::get_if<PageText>(&item)) all += text->text + '\n';
    return all;
}

SheetRequest request(SheetLanguage language = SheetLanguage::Both) {
    SheetRequest asked;
    asked.language = language;
    asked.date = "2026-11-22";
    return asked;
}

TEST(GuideRows, HoldEveryRuleOnce) {
    for (const geo::PackSummary& summary : geo::builtin_packs()) {
        const geo::RulePack pack = geo::load_pack(summary.id);
        std::multiset<std::string> printed;
        for (const GuideGroup& group : guide_groups(pack))
            for (const GuideRow& row : group.rows) printed.insert(row.id);
        std::multiset<std::string> stated;
        for (const geo::ClearanceRule& rule : pack.clearances) stated.insert(rule.id);
        for (const auto& [id, rule] : pack.parameters) stated.insert(id);
        for (const geo::DutyRule& rule : pack.duties) stated.insert(rule.id);
        EXPECT_EQ(printed, stated) << summary.id;
    }
}

GuideRow row(const char* pack, const std::string& id) {
    for (const GuideGroup& group : guide_groups(geo::load_pack(pack)))
        for (const GuideRow& each : group.rows)
            if (each.id == id) return each;
    return {};
}

TEST(GuideRows, SayWhatIsAsked) {
    EXPECT_EQ(row("cn-chongqing-2024", "shed-to-building").number.zh, "≥ 6 m");
    EXPECT_EQ(row("cn-chongqing-2024", "shed-to-building").strength.zh, "应");
    EXPECT_EQ(row("cn-chongqing-2024", "shed-abuts-building").number.zh, "不限");
    EXPECT_EQ(row("cn-chongqing-2024", "shed-abuts-building").notes.en, "In the place of shed-to-building.");
    EXPECT_EQ(row("cn-base", "hydrant").strength.zh, "宜");
    EXPECT_EQ(row("cn-base", "fire-lane").number.zh, "禁设");
    EXPECT_EQ(row("cn-base", "exit").number.zh, "≥ 6 m");
    EXPECT_EQ(row("cn-base", "open-flame-reading.factory-a").notes.zh, "未启用（open-flame-reading.applies = 0）。");
    EXPECT_EQ(row("cn-gb50016-strict", "note1.few-openings").number.zh, "× 75 %");
    EXPECT_EQ(row("cn-gb50016-strict", "note4.own-firewall.high").notes.zh, "建 3 h 隔墙时，代替 building.shed.high.grade12。");
    EXPECT_EQ(row("generic", "to-building").number.zh, "待填 ________");
    EXPECT_EQ(row("cn-anhui-2024", "duty.area_per_bay").number.zh, "2.20 m²");
    EXPECT_EQ(row("cn-fuzhou-2025", "duty.cctv").notes.zh, "车位多于 100 个时。或面积大于 200 m² 时。");
}

TEST(GuideSheets, StandWithinTheFrameAndCutNothing) {
    for (const char* id : {"cn-gb50016-strict", "generic", "cn-fuzhou-2025"})
        for (const SheetLanguage language : {SheetLanguage::Both, SheetLanguage::Chinese, SheetLanguage::English}) {
            const geo::RulePack pack = geo::load_pack(id);
            const auto sheets = guide_sheets(pack, request(language));
            ASSERT_GE(sheets.size(), 2u);
            for (const Sheet& sheet : sheets) {
                EXPECT_EQ(paper_of(sheet), (QSizeF{210, 297}));
                EXPECT_EQ(sheet.pages(), static_cast<int>(sheets.size()));
                for (const PageItem& item : sheet.content().items) {
                    const auto* text = std::get_if<PageText>(&item);
                    if (!text) continue;
                    EXPECT_TRUE(QRectF(20, 10, 180, 277).contains(text->room())) << id << " p. " << sheet.page() << ": " << text->text.toStdString();
                }
            }
            const QString all = words_of(sheets).remove('\n');
            for (const geo::ClearanceRule& rule : pack.clearances) EXPECT_TRUE(all.contains(QString::fromStdString(rule.id))) << rule.id;
        }
}

TEST(GuideSheets, SayThePackItsPlaceAndThatTheyApproveNothing) {
    const QString all = words_of(guide_sheets(geo::load_pack("cn-fuzhou-2025"), request()));
    for (const char* words : {"福州市", "Fuzhou", "2025-02", "cn-fuzhou-2025 → cn-base", "二手资料 · secondary", "设定 · assumption", "2026-11-22"}) EXPECT_TRUE(all.contains(QString::fromUtf8(words))) << words;
    EXPECT_TRUE(all.contains(QString::fromStdString(page_looks().disclaimer.zh)));
}

}  // namespace
}  // namespace app
