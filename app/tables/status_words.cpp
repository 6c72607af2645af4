#include "app/tables/status_words.hpp"

#include <QCoreApplication>

namespace app {

QString status_word(geo::Status status) {
    switch (status) {
        case geo::Status::Verified: return QCoreApplication::translate("Status", "Verified");
        case geo::Status::Secondary: return QCoreApplication::translate("Status", "Second-hand");
        case geo::Status::Unverified: return QCoreApplication::translate("Status", "Unverified");
        case geo::Status::Assumption: return QCoreApplication::translate("Status", "Assumption");
    }
    return {};
}

QString status_chip(geo::Status status) {
    return status == geo::Status::Verified ? QStringLiteral("complies") : status == geo::Status::Secondary ? QString{} : QStringLiteral("verify");
}

}  // namespace app
