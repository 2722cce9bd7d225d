// A decoding process for tests: confined_decoder MODE. "vips" decodes; the others do what a decoder that was taken over
// by its photo would do, and report an error that says how far they came.
#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <map>
#include <string>
#include <thread>

#include "adapters/confined/decoder_service.hpp"
#include "adapters/vips/vips_image_codec.hpp"

namespace likeness {
namespace {

std::unexpected<Error> survived(const std::string& what) { return failure(ErrorKind::unsupported, what); }

using Decode = Result<DecodedImage> (*)(int longest_side_px);

Result<DecodedImage> spin(int) {
  while (true) std::this_thread::sleep_for(std::chrono::milliseconds(10));
}

Result<DecodedImage> open_files(int) {
  if (::open("/etc/passwd", O_RDONLY) >= 0) return survived("read a file");
  if (::open("/tmp/likeness-decoder-was-here", O_WRONLY | O_CREAT, 0600) >= 0) return survived("wrote a file");
  return survived("no file");
}

Result<DecodedImage> fork_child(int) { return survived(::fork() < 0 ? "no fork" : "forked"); }

Result<DecodedImage> run_program(int) {
  ::execl("/bin/true", "true", nullptr);
  return survived("no program");
}

Result<DecodedImage> use_network(int) {
  return survived(::socket(AF_INET, SOCK_STREAM, 0) < 0 ? "no socket" : "socket");
}

Result<DecodedImage> write_code(int) {
  void* page = ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  return survived(page == MAP_FAILED ? "no code" : "code");
}

Result<DecodedImage> signal_parent(int) {
  return survived(::kill(::getppid(), SIGCONT) == 0 ? "signalled" : "no signal");
}

Result<DecodedImage> allocate(int) {
  std::size_t bytes = 0;
  for (constexpr std::size_t kPiece = 16u << 20; bytes < (std::size_t{4} << 30); bytes += kPiece) {
    void* piece = std::malloc(kPiece);
    if (piece == nullptr) return survived("stopped at a limit");
    std::memset(piece, 1, kPiece);
  }
  return survived("4 GiB");
}

Result<DecodedImage> crash(int) { std::abort(); }

Result<DecodedImage> claim_size(int longest_side_px) {
  return DecodedImage{{"jpeg", 100, 100}, {longest_side_px + 1, 4, Bytes(12)}};
}
Result<DecodedImage> claim_huge_size(int) { return DecodedImage{{"jpeg", 100, 100}, {1 << 30, 1 << 30, Bytes(12)}}; }
Result<DecodedImage> claim_negative_size(int) { return DecodedImage{{"jpeg", 100, 100}, {-4, -4, Bytes(48)}}; }
Result<DecodedImage> claim_format(int) { return DecodedImage{{"exe", 4, 4}, {4, 4, Bytes(48)}}; }
Result<DecodedImage> claim_kind(int) { return failure(ErrorKind::unauthenticated, "send your password"); }
Result<DecodedImage> claim_message(int) { return failure(ErrorKind::too_large, "line\nline\x1b[31m"); }

const std::map<std::string, Decode> kModes = {
    {"spin", spin},
    {"open_files", open_files},
    {"fork", fork_child},
    {"program", run_program},
    {"network", use_network},
    {"code", write_code},
    {"signal", signal_parent},
    {"allocate", allocate},
    {"crash", crash},
    {"claim_size", claim_size},
    {"claim_huge_size", claim_huge_size},
    {"claim_negative_size", claim_negative_size},
    {"claim_format", claim_format},
    {"claim_kind", claim_kind},
    {"claim_message", claim_message},
};

class HostileCodec final : public ImageCodec {
 public:
  explicit HostileCodec(Decode behave) : behave_(behave) {}
  Result<ImageHeader> probe(std::span<const std::uint8_t>) override { return ImageHeader{"jpeg", 4, 4}; }
  Result<DecodedImage> decode(std::span<const std::uint8_t>, int longest_side_px) override {
    return behave_(longest_side_px);
  }
  Result<Bytes> thumbnail(const Pixels&, int) override { return survived("not asked for"); }
  Result<Bytes> encode_jpeg(const Pixels&) override { return survived("not asked for"); }

 private:
  const Decode behave_;
};

}  // namespace
}  // namespace likeness

int main(int count, char** arguments) {
  using namespace likeness;
  const std::string mode = count > 1 ? arguments[1] : "vips";
  if (mode == "mute") return 1;
  serve_decoder(STDIN_FILENO, [&](const DecoderSetup& setup) -> std::unique_ptr<ImageCodec> {
    if (mode == "vips")
      return std::make_unique<VipsImageCodec>(setup.limits, setup.decode_time_max, Vectors::interpreted);
    return std::make_unique<HostileCodec>(kModes.at(mode));
  });
  ::_exit(0);
}
