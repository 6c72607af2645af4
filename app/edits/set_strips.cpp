#include "app/edits/set_strips.hpp"

#include <QCoreApplication>

#include <utility>

namespace app {

SetStrips::SetStrips(OpenProject& project, Strips after, const QString& text)
    : QUndoCommand{text}, m_project{project}, m_before{project.project()->inputs.strips}, m_after{std::move(after)} {
    setObsolete(m_before == m_after);
}

SetStrips* SetStrips::decided(OpenProject& project, std::span<const std::string> ids, std::optional<geo::StripDecision> decision) {
    Strips strips = project.project()->inputs.strips;
    for (const std::string& id : ids) {
        if (decision) strips[id] = *decision;
        else strips.erase(id);
    }
    const auto say = [n = static_cast<int>(ids.size())](const char* words) { return QCoreApplication::translate("app::SetStrips", words, nullptr, n); };
    const QString text = !decision ? say(QT_TRANSLATE_N_NOOP("app::SetStrips", "reopen %n presumed place(s)"))
                         : *decision == geo::StripDecision::Confirmed ? say(QT_TRANSLATE_N_NOOP("app::SetStrips", "confirm %n presumed place(s)"))
                                                                      : say(QT_TRANSLATE_N_NOOP("app::SetStrips", "dismiss %n presumed place(s)"));
    return new SetStrips{project, std::move(strips), text};
}

ProjectData SetStrips::with(const Strips& strips) const {
    if (m_project.project()->inputs.strips == strips) return m_project.project();
    auto project = std::make_shared<geo::Project>(*m_project.project());
    project->inputs.strips = strips;
    return project;
}

}  // namespace app
