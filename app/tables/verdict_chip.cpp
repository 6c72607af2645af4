#include "app/tables/verdict_chip.hpp"

#include "app/theme/language.hpp"

#include <QCoreApplication>

namespace app {

QString verdict_word(geo::Verdict verdict) {
    switch (verdict) {
        case geo::Verdict::Complies: return QCoreApplication::translate("Verdict", "Complies");
        case geo::Verdict::ToVerify: return QCoreApplication::translate("Verdict", "To verify");
        case geo::Verdict::Fails: return QCoreApplication::translate("Verdict", "Fails");
    }
    return {};
}

QString verdict_chip(geo::Verdict verdict) {
    switch (verdict) {
        case geo::Verdict::Complies: return QStringLiteral("complies");
        case geo::Verdict::ToVerify: return QStringLiteral("verify");
        case geo::Verdict::Fails: return QStringLiteral("fails");
    }
    return {};
}

QString zone_type_word(geo::ZoneType type) {
    switch (type) {
        case geo::ZoneType::OpenAir: return QCoreApplication::translate("ZoneType", "Open air");
        case geo::ZoneType::Shed: return QCoreApplication::translate("ZoneType", "Shed");
        case geo::ZoneType::ChargingCabinet: return QCoreApplication::translate("ZoneType", "Charging cabinet");
        case geo::ZoneType::SwapCabinet: return QCoreApplication::translate("ZoneType", "Battery-swap cabinet");
    }
    return {};
}

QString role_word(geo::Role role) {
    const geo::RoleInfo& info = geo::role_info(role);
    return text(geo::Message{std::string{info.zh}, std::string{info.en}});
}

}  // namespace app
