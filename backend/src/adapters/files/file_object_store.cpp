#include "adapters/files/file_object_store.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "adapters/files/file_handle.hpp"
#include "base/log.hpp"

namespace likeness {
namespace {

constexpr std::size_t kKeyLengthMax = 512;

bool is_key(std::string_view key) {
  if (key.empty() || key.size() > kKeyLengthMax) return false;
  while (true) {
    const std::string_view word = key.substr(0, key.find('/'));
    if (word.empty() || word == "." || word == ".." || word.size() > 200) return false;
    for (const char c : word)
      if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-')) return false;
    if (word.size() == key.size()) return true;
    key.remove_prefix(word.size() + 1);
  }
}

/// Holds a lock on its temporary file, by which a starting process tells a writer at work from a leftover.
class FileObjectWriter : public ObjectWriter {
 public:
  FileObjectWriter(DiskRoom& room, FileObjectStore::ClosedOrgs& closed, OrgId org, std::filesystem::path root,
                   std::filesystem::path incoming, std::filesystem::path target)
      : room_(room), closed_(closed), org_(org), root_(std::move(root)), target_(std::move(target)) {
    room_.require(0);
    // A cleaner may take the new name before it is locked; then it is gone once the lock is ours, and we start over.
    for (struct stat status{}; status.st_nlink == 0;) {
      temporary_ = incoming / Uuid::generate().to_string();
      file_ = FileHandle(::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
      if (!file_ || ::flock(file_.get(), LOCK_EX) != 0 || ::fstat(file_.get(), &status) != 0)
        throw_disk_error(errno, "written");
    }
  }

  ~FileObjectWriter() override {
    if (!finished_) ::unlink(temporary_.c_str());
  }

  void write(std::span<const std::uint8_t> piece) override {
    room_.require(piece.size());
    while (!piece.empty()) {
      const ssize_t written = ::write(file_.get(), piece.data(), piece.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) throw_disk_error(errno, "written");
      piece = piece.subspan(static_cast<std::size_t>(written));
    }
  }

  void finish() override {
    if (finished_) return;
    if (::fsync(file_.get()) != 0) throw_disk_error(errno, "made durable");
    const std::shared_lock open(closed_.mutex);
    if (closed_.orgs.contains(org_))
      throw Error(ErrorKind::gone, "the org is erased: nothing of it is stored any more");
    create_durable_directories(root_, target_.parent_path());
    if (::rename(temporary_.c_str(), target_.c_str()) != 0) throw_disk_error(errno, "written");
    finished_ = true;
    sync_directory(target_.parent_path());
  }

 private:
  DiskRoom& room_;
  FileObjectStore::ClosedOrgs& closed_;
  const OrgId org_;
  const std::filesystem::path root_;
  const std::filesystem::path target_;
  std::filesystem::path temporary_;
  FileHandle file_;
  bool finished_ = false;
};

FileHandle open_object(const std::filesystem::path& path, const std::string& key) {
  FileHandle file(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
  struct stat status{};
  if (!file && errno != ENOENT && errno != ENOTDIR) throw_disk_error(errno, "read");
  if (!file || ::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode))
    throw Error(ErrorKind::not_found, "there is no object \"" + key + "\"");
  return file;
}

class FileObjectReader : public ObjectReader {
 public:
  explicit FileObjectReader(FileHandle file) : file_(std::move(file)) {}

  std::size_t read(std::span<std::uint8_t> into) override {
    while (true) {
      const ssize_t count = ::read(file_.get(), into.data(), into.size());
      if (count >= 0) return static_cast<std::size_t>(count);
      if (errno != EINTR) throw_disk_error(errno, "read");
    }
  }

 private:
  FileHandle file_;
};

}  // namespace

FileObjectStore::FileObjectStore(std::filesystem::path directory, std::uintmax_t reserve_bytes)
    : directory_(std::filesystem::absolute(std::move(directory)).lexically_normal()), room_(directory_, reserve_bytes) {
  std::error_code error;
  std::filesystem::create_directories(incoming(), error);
  if (error) throw_disk_error(error.value(), "stored");
  remove_leftovers();
}

std::filesystem::path FileObjectStore::path_of(OrgId org, const std::string& key) const {
  if (!is_key(key))
    throw Error(ErrorKind::invalid_argument,
                "object key \"" + key.substr(0, 60) + "\" is not made of words of a-z, 0-9, '.', '_' and '-'");
  return directory_ / org.uuid.to_string() / key;
}

void FileObjectStore::put(OrgId org, const std::string& key, std::span<const std::uint8_t> bytes) {
  FileObjectWriter writer(room_, closed_, org, directory_, incoming(), path_of(org, key));
  writer.write(bytes);
  writer.finish();
}

Bytes FileObjectStore::get(OrgId org, const std::string& key) {
  const FileHandle file = open_object(path_of(org, key), key);
  struct stat status{};
  if (::fstat(file.get(), &status) != 0) throw_disk_error(errno, "read");
  Bytes bytes(static_cast<std::size_t>(status.st_size));
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t count = ::read(file.get(), bytes.data() + done, bytes.size() - done);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) throw_disk_error(errno, "read");
    if (count == 0) break;
    done += static_cast<std::size_t>(count);
  }
  bytes.resize(done);
  return bytes;
}

bool FileObjectStore::contains(OrgId org, const std::string& key) {
  struct stat status{};
  return ::lstat(path_of(org, key).c_str(), &status) == 0 && S_ISREG(status.st_mode);
}

void FileObjectStore::remove(OrgId org, const std::string& key) {
  const auto path = path_of(org, key);
  if (::unlink(path.c_str()) == 0) return sync_directory(path.parent_path());
  if (errno != ENOENT && errno != ENOTDIR && errno != EISDIR) throw_disk_error(errno, "removed");
}

std::unique_ptr<ObjectWriter> FileObjectStore::writer(OrgId org, const std::string& key) {
  return std::make_unique<FileObjectWriter>(room_, closed_, org, directory_, incoming(), path_of(org, key));
}

std::unique_ptr<ObjectReader> FileObjectStore::reader(OrgId org, const std::string& key) {
  return std::make_unique<FileObjectReader>(open_object(path_of(org, key), key));
}

long FileObjectStore::stored_bytes(OrgId org) {
  std::uintmax_t bytes = 0;
  std::error_code error;
  const auto root = directory_ / org.uuid.to_string();
  if (!std::filesystem::exists(root, error)) return 0;
  for (std::filesystem::recursive_directory_iterator entry(root, error), end; !error && entry != end;
       entry.increment(error)) {
    // What is removed meanwhile counts for nothing.
    std::error_code gone;
    const auto size = entry->is_regular_file(gone) ? entry->file_size(gone) : 0;
    if (!gone) bytes += size;
  }
  if (error && error != std::errc::no_such_file_or_directory) throw_disk_error(error.value(), "read");
  return static_cast<long>(bytes);
}

void FileObjectStore::drop(OrgId org) {
  std::error_code error;
  std::filesystem::remove_all(directory_ / org.uuid.to_string(), error);
  if (error) throw_disk_error(error.value(), "removed");
  sync_directory(directory_);
}

long FileObjectStore::count_of(OrgId org) {
  namespace fs = std::filesystem;
  long count = 0;
  std::error_code error;
  for (fs::recursive_directory_iterator entry(directory_ / org.uuid.to_string(), error), end; !error && entry != end;
       entry.increment(error))
    if (!entry->is_directory()) ++count;
  if (error && error != std::errc::no_such_file_or_directory) throw_disk_error(error.value(), "read");
  return count;
}

void FileObjectStore::erase_all_of(OrgId org) {
  {
    const std::unique_lock closing(closed_.mutex);
    closed_.orgs.insert(org);
  }
  drop(org);
}

void FileObjectStore::remove_leftovers() const {
  int removed = 0;
  std::error_code error;
  for (std::filesystem::directory_iterator entry(incoming(), error), end; !error && entry != end;
       entry.increment(error)) {
    const FileHandle file(::open(entry->path().c_str(), O_WRONLY | O_NOFOLLOW | O_CLOEXEC));
    if (!file || ::flock(file.get(), LOCK_EX | LOCK_NB) != 0) continue;
    if (::unlink(entry->path().c_str()) == 0) ++removed;
  }
  if (error) throw_disk_error(error.value(), "read");
  if (removed > 0) log::info("removed {} objects that a crash left half-written", removed);
}

}  // namespace likeness
