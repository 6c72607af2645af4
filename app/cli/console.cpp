#include "app/cli/console.hpp"

#include <nlohmann/json.hpp>

#include <fmt/core.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <map>

#include <unistd.h>

namespace app {
namespace {

std::atomic<bool> interrupted{false};
static_assert(std::atomic<bool>::is_always_lock_free);

void on_signal(int) { interrupted = true; }

ProgressStyle style_of(const Console& console) {
    if (console.progress_word == "bar") return ProgressStyle::Bar;
    if (console.progress_word == "json") return ProgressStyle::Json;
    if (console.progress_word == "none" || console.quiet) return ProgressStyle::None;
    return isatty(STDERR_FILENO) ? ProgressStyle::Bar : ProgressStyle::None;
}

/// Redraws at most ten times a second; ends its line when it goes away.
class Reporter {
   public:
    Reporter(const Console& console, ProgressStyle style, geo::Message step)
        : m_style{style}, m_language{console.language}, m_step{std::move(step)} {}
    Reporter(const Reporter&) = delete;
    Reporter& operator=(const Reporter&) = delete;
    ~Reporter() {
        if (m_style == ProgressStyle::Bar && m_drawn) std::fputs("\r\033[K", stderr);
    }
    void at(double share) {
        const auto now = std::chrono::steady_clock::now();
        if (m_drawn && share < 1.0 && now - m_last < std::chrono::milliseconds{100}) return;
        m_last = now;
        m_drawn = true;
        if (m_style == ProgressStyle::Json) {
            const nlohmann::json line{{"schema", "anchong/progress/1"}, {"step", to_json(m_step)}, {"share", share}};
            fmt::print(stderr, "{}\n", line.dump());
        } else {
            const int filled = static_cast<int>(share * 30);
            fmt::print(stderr, "\r\033[K{} [{}{}] {:3.0f} %{}", m_step.in(m_language), std::string(static_cast<std::size_t>(filled), '#'),
                       std::string(static_cast<std::size_t>(30 - filled), '.'), share * 100, left(share, now));
        }
        std::fflush(stderr);
    }

   private:
    std::string left(double share, std::chrono::steady_clock::time_point now) const {
        const double spent = std::chrono::duration<double>(now - m_begun).count();
        if (share < 0.02 || spent < 1.0) return "";
        return fmt::format("  {:.0f} s", spent / share * (1 - share));
    }

    ProgressStyle m_style;
    geo::Language m_language;
    geo::Message m_step;
    bool m_drawn = false;
    std::chrono::steady_clock::time_point m_begun = std::chrono::steady_clock::now(), m_last;
};

}  // namespace

void Console::tell(const geo::Message& message) const {
    if (!quiet && !json) fmt::print("{}\n", message.in(language));
}

void Console::tell(const std::vector<geo::Finding>& findings) const {
    if (quiet || json) return;
    constexpr int shown_of_a_kind = 10;
    std::map<std::string, int> count;
    for (const geo::Finding& finding : findings)
        if (++count[finding.code] <= shown_of_a_kind) fmt::print(stderr, "• {}\n", finding.text.in(language));
    for (const auto& [code, n] : count) {
        if (n <= shown_of_a_kind) continue;
        const geo::Message more = geo::say("… “{}”类另有 {} 条；用 --json 可列出全部。", "… and {1} more of “{0}”; --json lists all.", code, n - shown_of_a_kind);
        fmt::print(stderr, "{}\n", more.in(language));
    }
}

void Console::complain(const std::vector<geo::Message>& reasons) const {
    for (const geo::Message& reason : reasons) fmt::print(stderr, "• {}\n", reason.in(language));
}

void Console::give(const nlohmann::json& document) const {
    if (json) fmt::print("{}\n", document.dump(2, ' ', false, nlohmann::json::error_handler_t::replace));
}

void Console::fail(const geo::Message& message, int exit_code) const {
    fmt::print(stderr, "{}{}\n", language == geo::Language::Chinese ? "错误：" : "error: ", message.in(language));
    give_error(message, exit_code);
}

void Console::give_error(const geo::Message& message, int exit_code) const {
    give({{"schema", "anchong/error/1"}, {"exit", exit_code}, {"text", to_json(message)}});
}

geo::Progress Console::progress(const geo::Message& step) const {
    const ProgressStyle style = style_of(*this);
    if (style == ProgressStyle::None) return {{}, is_interrupted};
    auto reporter = std::make_shared<Reporter>(*this, style, step);
    return {[reporter](double share) { reporter->at(share); }, is_interrupted};
}

geo::Language language_of(int argc, char** argv) {
    std::string word;
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], "--lang") == 0 && i + 1 < argc) word = argv[i + 1];
        if (std::strncmp(argv[i], "--lang=", 7) == 0) word = argv[i] + 7;
    }
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        if (!word.empty()) break;
        if (const char* value = std::getenv(name); value && *value) word = value;
    }
    return word.starts_with("zh") ? geo::Language::Chinese : geo::Language::English;
}

void catch_interrupts() {
    struct sigaction action {};
    action.sa_handler = on_signal;
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
    // A closed terminal, unless the call was made to outlive it (nohup).
    struct sigaction before {};
    if (sigaction(SIGHUP, nullptr, &before) == 0 && before.sa_handler != SIG_IGN) sigaction(SIGHUP, &action, nullptr);
    signal(SIGXFSZ, SIG_IGN);  // a full quota comes back as an error of the write
}

bool is_interrupted() { return interrupted; }

nlohmann::json to_json(const geo::Message& message) { return {{"zh", message.zh}, {"en", message.en}}; }

nlohmann::json to_json(const std::vector<geo::Message>& messages) {
    nlohmann::json list = nlohmann::json::array();
    for (const geo::Message& message : messages) list.push_back(to_json(message));
    return list;
}

nlohmann::json to_json(const std::vector<geo::Finding>& findings) {
    nlohmann::json list = nlohmann::json::array();
    for (const geo::Finding& f : findings)
        list.push_back({{"code", f.code}, {"where", f.where}, {"feature", f.feature}, {"text", to_json(f.text)}});
    return list;
}

}  // namespace app
