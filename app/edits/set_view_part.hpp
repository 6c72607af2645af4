#pragma once

#include "app/project/open_project.hpp"

#include <QUndoCommand>

#include <type_traits>
#include <utility>

namespace app {

/// A member of the map's view in the place of what it was. @tparam Id  one for each member, for `QUndoCommand::id`
template <auto Member, int Id>
class SetViewPart : public QUndoCommand {
   public:
    using Part = std::remove_cvref_t<decltype(std::declval<geo::MapView&>().*Member)>;

    /// @param gesture  of a slider that is dragged: commands of the same one, which is not 0, become one step
    SetViewPart(OpenProject& project, Part part, const QString& text, int gesture = 0)
        : QUndoCommand{text}, m_project{project}, m_before{project.view().*Member}, m_after{std::move(part)}, m_gesture{gesture} {
        setObsolete(m_before == m_after);
    }

    int id() const override { return Id; }
    void undo() override { set(m_before); }
    void redo() override { set(m_after); }

    bool mergeWith(const QUndoCommand* next) override {
        const auto* other = static_cast<const SetViewPart*>(next);
        if (m_gesture == 0 || other->m_gesture != m_gesture) return false;
        m_after = other->m_after;
        setObsolete(m_after == m_before);
        return true;
    }

   private:
    void set(const Part& part) {
        geo::MapView view = m_project.view();
        view.*Member = part;
        m_project.setView(std::move(view));
    }

    OpenProject& m_project;
    Part m_before, m_after;
    int m_gesture;
};

/// Order, visibility and opacity of the map's layers.
using SetLayers = SetViewPart<&geo::MapView::layers, 1>;
/// How the density of hazard reports is made.
using SetHeat = SetViewPart<&geo::MapView::heat, 2>;

}  // namespace app
