#pragma once

#include "app/tables/records.hpp"
#include "app/theme/language.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

/// A few records as a panel would give them.
struct SampleRecord {
    QString id, name;
    std::optional<double> margin_m;
    QString chip;
};

inline app::Records records_of(std::vector<SampleRecord> samples) {
    const auto all = std::make_shared<const std::vector<SampleRecord>>(std::move(samples));
    const auto at = [all](int i) -> const SampleRecord& { return (*all)[static_cast<std::size_t>(i)]; };
    return {.columns = {{.id = "id", .title = [] { return QString{"ID"}; }, .text = [at](int i) { return at(i).id; }},
                        {.id = "name", .title = [] { return app::language() == geo::Language::Chinese ? QString{"名称"} : QString{"Name"}; },
                         .text = [at](int i) { return at(i).name; }, .chip = [at](int i) { return at(i).chip; }, .width_px = 140},
                        {.id = "margin", .title = [] { return QString{"Margin"}; },
                         .text = [at](int i) { return at(i).margin_m ? app::signedNumber(*at(i).margin_m, 2) : QString{"–"}; },
                         .number = [at](int i) { return at(i).margin_m; }, .decimals = 2, .width_px = 90}},
            .count = static_cast<int>(all->size()), .id = [at](int i) { return at(i).id; }};
}

inline std::vector<SampleRecord> samples() {
    return {{"S1", "南苑", 3.34, "complies"}, {"S10", "北苑", -0.38, "fails"}, {"S2", "东苑", 1234.5, "verify"}, {"S3", "=SUM(A1)\tx", std::nullopt, ""}};
}
