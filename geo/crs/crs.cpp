#include "geo/crs/crs.hpp"

#include "geo/crs/conformal.hpp"
#include "geo/crs/proj_handles.hpp"

#include <array>
#include <cmath>
#include <string_view>

namespace geo {
namespace proj {

Context make_context() {
    Context context{proj_context_create()};
    proj_context_set_enable_network(context.get(), 0);
    proj_log_level(context.get(), PJ_LOG_NONE);
    return context;
}

namespace {

// WKT in an error message helps nobody beyond its first words.
std::string shown(const CrsName& name) {
    constexpr std::size_t limit = 80;
    if (name.size() <= limit) return name;
    std::size_t end = limit;
    while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U) --end;
    return name.substr(0, end) + "…";
}

bool is_geographic(PJ_TYPE type) { return type == PJ_TYPE_GEOGRAPHIC_2D_CRS || type == PJ_TYPE_GEOGRAPHIC_3D_CRS; }

// Vertical, geocentric and engineering CRS cannot be drawn on a map.
bool is_planar(PJ_CONTEXT* context, const PJ* crs) {
    const PJ_TYPE type = proj_get_type(crs);
    if (type == PJ_TYPE_BOUND_CRS) {
        const Object source{proj_get_source_crs(context, crs)};
        return source && is_planar(context, source.get());
    }
    return is_geographic(type) || type == PJ_TYPE_PROJECTED_CRS;
}

// PROJ would also search its database for a plain word, and find something in many.
bool is_definition(const CrsName& name) {
    return name.find('\0') == std::string::npos && name.find_first_of(":[{+") != std::string::npos;
}

}  // namespace

Object make_crs(PJ_CONTEXT* context, const CrsName& name) {
    Object crs{is_definition(name) ? proj_create(context, name.c_str()) : nullptr};
    if (crs && proj_get_type(crs.get()) == PJ_TYPE_COMPOUND_CRS) crs.reset(proj_crs_get_sub_crs(context, crs.get(), 0));
    if (crs) {
        if (Object flat{proj_crs_demote_to_2D(context, nullptr, crs.get())}) crs = std::move(flat);
    }
    if (!crs || !is_planar(context, crs.get()))
        throw CrsError{say("无法识别坐标系“{}”。请用 EPSG:n 的形式给出，如 EPSG:4544。",
                           "The CRS \"{}\" is not known. Give it as EPSG:n, such as EPSG:4544.", shown(name))};
    return crs;
}

}  // namespace proj

namespace {

using namespace proj;

std::optional<CrsName> own_epsg(const PJ* crs) {
    const char* authority = proj_get_id_auth_name(crs, 0);
    const char* code = proj_get_id_code(crs, 0);
    if (!authority || !code || std::string_view{authority} != "EPSG") return std::nullopt;
    return "EPSG:" + std::string{code};
}

bool same_but_for_axes(PJ_CONTEXT* context, const PJ* a, const PJ* b) {
    return proj_is_equivalent_to_with_ctx(context, a, b, PJ_COMP_EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS) != 0;
}

// The EPSG code of a CRS that carries none, such as ESRI's WKT in a .prj.
std::optional<CrsName> found_epsg(PJ_CONTEXT* context, const PJ* crs) {
    int* confidence = nullptr;
    const List found{proj_identify(context, crs, "EPSG", nullptr, &confidence)};
    const std::unique_ptr<int, void (*)(int*)> keeper{confidence, proj_int_list_destroy};
    const int count = found ? proj_list_get_count(found.get()) : 0;
    for (int i = 0; i < count; ++i) {
        const Object candidate{proj_list_get(context, found.get(), i)};
        constexpr int sure = 90;  // PROJ: 100 the same, 90 the same but for the name or axes, 70 and less: similar
        if (candidate && (confidence[i] >= sure || same_but_for_axes(context, crs, candidate.get())))
            return own_epsg(candidate.get());
    }
    for (const char* common : {"EPSG:4326", "EPSG:4490"}) {  // what OGC:CRS84 and CRS:84 are, axes apart
        const Object candidate{proj_create(context, common)};
        if (candidate && same_but_for_axes(context, crs, candidate.get())) return common;
    }
    return std::nullopt;
}

double unit_of(PJ_CONTEXT* context, const PJ* crs) {
    const Object system{proj_crs_get_coordinate_system(context, crs)};
    double factor = 1.0;
    if (system) proj_cs_get_axis_info(context, system.get(), 0, nullptr, nullptr, nullptr, &factor, nullptr, nullptr, nullptr);
    return factor;
}

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

}  // namespace

CrsInfo crs_info(const CrsName& name) {
    const Context context = make_context();
    const Object crs = make_crs(context.get(), name);
    CrsInfo info;
    info.title = proj_get_name(crs.get());

    Object plain;  // without a datum shift that the file states
    if (proj_get_type(crs.get()) == PJ_TYPE_BOUND_CRS) plain.reset(proj_get_source_crs(context.get(), crs.get()));
    const PJ* shown = plain ? plain.get() : crs.get();
    const PJ_TYPE type = proj_get_type(shown);
    info.geographic = is_geographic(type);
    info.projected = type == PJ_TYPE_PROJECTED_CRS;
    if (info.projected) info.metres_per_unit = unit_of(context.get(), shown);

    std::optional<CrsName> epsg = own_epsg(crs.get());
    if (!epsg && !plain) epsg = found_epsg(context.get(), crs.get());
    info.name = epsg ? *epsg : crs_wkt(name);
    return info;
}

std::string crs_wkt(const CrsName& name, bool esri) {
    const Context context = make_context();
    const Object crs = make_crs(context.get(), name);
    constexpr std::array<const char*, 2> one_line{"MULTILINE=NO", nullptr};
    const char* wkt = proj_as_wkt(context.get(), crs.get(), esri ? PJ_WKT1_ESRI : PJ_WKT2_2019, one_line.data());
    if (!wkt)
        throw CrsError{say("坐标系“{}”无法写成 WKT。请改用 EPSG 编号的坐标系。",
                           "The CRS \"{}\" cannot be written as WKT. Use one with an EPSG code.", proj_get_name(crs.get()))};
    return wkt;
}

struct Transform::Impl {
    Context context = make_context();
    Object operation;
};

Transform::Transform(const CrsName& from, const CrsName& to) : m_impl{std::make_unique<Impl>()} {
    PJ_CONTEXT* context = m_impl->context.get();
    const Object source = make_crs(context, from);
    const Object target = make_crs(context, to);
    const Object raw{proj_create_crs_to_crs_from_pj(context, source.get(), target.get(), nullptr, nullptr)};
    if (raw) m_impl->operation.reset(proj_normalize_for_visualization(context, raw.get()));
    if (!m_impl->operation)
        throw CrsError{say("无法由坐标系“{}”换算到“{}”。请为该图层另行指定坐标系。",
                           "There is no way from the CRS \"{}\" to \"{}\". Give the layer another CRS.",
                           proj_get_name(source.get()), proj_get_name(target.get()))};
}

Transform::~Transform() = default;
Transform::Transform(Transform&&) noexcept = default;
Transform& Transform::operator=(Transform&&) noexcept = default;

Point Transform::operator()(Point p) const {
    if (!std::isfinite(p.x) || !std::isfinite(p.y)) return {not_a_number, not_a_number};
    PJ* operation = m_impl->operation.get();
    const PJ_COORD out = proj_trans(operation, PJ_FWD, proj_coord(p.x, p.y, 0.0, HUGE_VAL));
    if (proj_errno(operation) != 0) {
        proj_errno_reset(operation);
        return {not_a_number, not_a_number};
    }
    return {out.xy.x, out.xy.y};
}

void Transform::apply(Shape& shape) const {
    each_vertex(shape, [this](Point& p) { p = (*this)(p); });
}

namespace {

// Scale factors are asked for one compound after the other in the same CRS; opening it costs milliseconds. Asked of a CRS, PROJ's
// factors would make the operation from radians anew every time.
struct ScaleMeter {
    CrsName name;
    Context context = make_context();
    Object crs;
    Object to_lonlat;
    Object from_radians;

    explicit ScaleMeter(const CrsName& crs_name) : name{crs_name}, crs{make_crs(context.get(), crs_name)} {
        const Object base{proj_crs_get_geodetic_crs(context.get(), crs.get())};
        const Object raw{base ? proj_create_crs_to_crs_from_pj(context.get(), crs.get(), base.get(), nullptr, nullptr) : nullptr};
        if (raw && proj_get_type(crs.get()) == PJ_TYPE_PROJECTED_CRS)
            to_lonlat.reset(proj_normalize_for_visualization(context.get(), raw.get()));
        const std::string title = proj_get_name(crs.get());
        // PROJ 9.1's factors differentiate in axis order: north before east reads as nonsense.
        if (to_lonlat) crs.reset(proj_normalize_for_visualization(context.get(), crs.get()));
        if (to_lonlat && crs) {
            const Object datum{proj_crs_get_datum_forced(context.get(), base.get())};
            const Object axes{proj_create_ellipsoidal_2D_cs(context.get(), PJ_ELLPS2D_LONGITUDE_LATITUDE, "Radian", 1.0)};
            const Object radians{datum ? proj_create_geographic_crs_from_datum(context.get(), "radians", datum.get(), axes.get()) : nullptr};
            if (radians) from_radians.reset(proj_create_crs_to_crs_from_pj(context.get(), radians.get(), crs.get(), nullptr, nullptr));
        }
        if (!from_radians)
            throw CrsError{say("坐标系“{}”不是投影坐标系，没有长度比。", "The CRS \"{}\" is not projected and has no scale factor.",
                               title)};
    }
};

PJ_FACTORS factors_at(const CrsName& crs, Point projected) {
    thread_local std::unique_ptr<ScaleMeter> meter;
    if (!meter || meter->name != crs) meter = std::make_unique<ScaleMeter>(crs);
    const PJ_COORD lonlat = proj_trans(meter->to_lonlat.get(), PJ_FWD, proj_coord(projected.x, projected.y, 0.0, HUGE_VAL));
    proj_errno_reset(meter->to_lonlat.get());
    const PJ_FACTORS factors =
        proj_factors(meter->from_radians.get(), proj_coord(proj_torad(lonlat.lp.lam), proj_torad(lonlat.lp.phi), 0.0, 0.0));
    proj_errno_reset(meter->from_radians.get());
    if (!std::isfinite(factors.meridional_scale) || factors.meridional_scale <= 0.0)
        throw CrsError{say("坐标 ({:.1f}, {:.1f}) 处没有长度比：不在坐标系“{}”的范围内。请检查图层的坐标系。",
                           "There is no scale factor at ({:.1f}, {:.1f}): outside the CRS \"{}\". Check the CRS of the layers.",
                           projected.x, projected.y, proj_get_name(meter->crs.get()))};
    return factors;
}

}  // namespace

double scale_factor(const CrsName& crs, Point projected) { return factors_at(crs, projected).meridional_scale; }

bool is_conformal(const CrsName& crs, Point projected) {
    const PJ_FACTORS factors = factors_at(crs, projected);
    return std::abs(factors.parallel_scale / factors.meridional_scale - 1) < 1e-3;
}

}  // namespace geo
