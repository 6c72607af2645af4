#include "geo/core/hash.hpp"

#include "geo/core/error.hpp"

#include <openssl/evp.h>

#include <fstream>
#include <memory>
#include <vector>

namespace geo {
namespace {

struct FreeDigest {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

class Digest {
   public:
    Digest() : m_context{EVP_MD_CTX_new()} { EVP_DigestInit_ex(m_context.get(), EVP_sha256(), nullptr); }
    void add(const char* bytes, std::size_t count) { EVP_DigestUpdate(m_context.get(), bytes, count); }
    std::string hex() {
        unsigned char bytes[EVP_MAX_MD_SIZE];
        unsigned int count = 0;
        EVP_DigestFinal_ex(m_context.get(), bytes, &count);
        std::string text;
        for (unsigned int i = 0; i < count; ++i) text += fmt::format("{:02x}", bytes[i]);
        return text;
    }

   private:
    std::unique_ptr<EVP_MD_CTX, FreeDigest> m_context;
};

}  // namespace

std::string sha256(std::string_view text) {
    Digest digest;
    digest.add(text.data(), text.size());
    return digest.hex();
}

std::string sha256_file(const std::filesystem::path& file, std::uintmax_t from) {
    std::ifstream in{file, std::ios::binary};
    if (!in) throw SourceError{say("无法读取 {}。", "Cannot read {}.", file.string())};
    in.seekg(static_cast<std::streamoff>(from));
    Digest digest;
    std::vector<char> buffer(1 << 20);
    while (in.read(buffer.data(), static_cast<std::streamsize>(buffer.size())) || in.gcount() > 0) {
        digest.add(buffer.data(), static_cast<std::size_t>(in.gcount()));
    }
    if (in.bad()) throw SourceError{say("读取 {} 时出错。", "Reading {} failed part way.", file.string())};
    return digest.hex();
}

}  // namespace geo
