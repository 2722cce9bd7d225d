#include "adapters/confined/confinement.hpp"

#include <fcntl.h>
#include <grp.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <memory>

#include "base/error.hpp"

namespace likeness {
namespace {

constexpr uid_t kNobody = 65534;

constexpr int kAllowed[] = {
    SCMP_SYS(read),          SCMP_SYS(write),           SCMP_SYS(sendmsg),      SCMP_SYS(recvmsg),
    SCMP_SYS(close),         SCMP_SYS(munmap),          SCMP_SYS(mremap),       SCMP_SYS(madvise),
    SCMP_SYS(brk),           SCMP_SYS(futex),           SCMP_SYS(rseq),         SCMP_SYS(set_robust_list),
    SCMP_SYS(rt_sigaction),  SCMP_SYS(rt_sigprocmask),  SCMP_SYS(rt_sigreturn), SCMP_SYS(sigaltstack),
    SCMP_SYS(exit),          SCMP_SYS(exit_group),      SCMP_SYS(getpid),       SCMP_SYS(gettid),
    SCMP_SYS(clock_gettime), SCMP_SYS(clock_nanosleep), SCMP_SYS(clock_getres), SCMP_SYS(gettimeofday),
    SCMP_SYS(nanosleep),     SCMP_SYS(restart_syscall), SCMP_SYS(sched_yield),  SCMP_SYS(sched_getaffinity),
    SCMP_SYS(getrandom),     SCMP_SYS(getrusage),       SCMP_SYS(sysinfo),      SCMP_SYS(uname),
    SCMP_SYS(getcpu),
};

// What libraries ask on the way and do without.
constexpr int kRefused[] = {
    SCMP_SYS(open),
    SCMP_SYS(openat),
    SCMP_SYS(access),
    SCMP_SYS(faccessat),
    SCMP_SYS(faccessat2),
    SCMP_SYS(stat),
    SCMP_SYS(newfstatat),
    SCMP_SYS(fstat),
    SCMP_SYS(lstat),
    SCMP_SYS(statx),
    SCMP_SYS(ioctl),
    SCMP_SYS(readlink),
    SCMP_SYS(readlinkat),
    SCMP_SYS(prlimit64),
    SCMP_SYS(getrlimit),
    SCMP_SYS(lseek),
    SCMP_SYS(fcntl),
    SCMP_SYS(getcwd),
    SCMP_SYS(sched_setscheduler),
    SCMP_SYS(prctl),
    SCMP_SYS(sched_getparam),
    SCMP_SYS(sched_getscheduler),
    SCMP_SYS(setpriority),
};

void limit(int resource, rlim_t value, const char* name) {
  const rlimit limits{value, value};
  if (::setrlimit(static_cast<__rlimit_resource>(resource), &limits) != 0)
    throw Error(ErrorKind::internal, std::string("a decoder cannot limit its ") + name);
}

std::size_t mapped_bytes() {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen("/proc/self/statm", "re"), std::fclose);
  unsigned long pages = 0;
  if (!file || std::fscanf(file.get(), "%lu", &pages) != 1)
    throw Error(ErrorKind::internal, "a decoder cannot read its own size");
  return pages * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

void become_nobody() {
  if (::geteuid() != 0) return;
  if (::setgroups(0, nullptr) != 0 || ::setresgid(kNobody, kNobody, kNobody) != 0 ||
      ::setresuid(kNobody, kNobody, kNobody) != 0 || ::setuid(0) == 0)
    throw Error(ErrorKind::internal, "a decoder cannot give up the rights of root");
}

bool add_rules(scmp_filter_ctx filter) {
  bool good = seccomp_attr_set(filter, SCMP_FLTATR_CTL_TSYNC, 1) == 0;
  const auto rule = [&](std::uint32_t action, int call, std::initializer_list<scmp_arg_cmp> conditions) {
    good = good && seccomp_rule_add_array(filter, action, call, static_cast<unsigned>(conditions.size()),
                                          conditions.begin()) == 0;
  };
  for (const int call : kAllowed) rule(SCMP_ACT_ALLOW, call, {});
  for (const int call : kRefused) rule(SCMP_ACT_ERRNO(EACCES), call, {});
  const auto without = [](unsigned argument, scmp_datum_t bits) {
    return scmp_arg_cmp{argument, SCMP_CMP_MASKED_EQ, bits, 0};
  };
  rule(SCMP_ACT_ALLOW, SCMP_SYS(mmap), {without(2, PROT_EXEC)});
  rule(SCMP_ACT_ALLOW, SCMP_SYS(mprotect), {without(2, PROT_EXEC)});
  // Threads, but no processes. The C library falls back to clone, whose flags can be read.
  constexpr scmp_datum_t kThread = CLONE_VM | CLONE_THREAD | CLONE_SIGHAND;
  rule(SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), {});
  rule(SCMP_ACT_ALLOW, SCMP_SYS(clone), {scmp_arg_cmp{0, SCMP_CMP_MASKED_EQ, kThread, kThread}});
  // abort() of one's own.
  rule(SCMP_ACT_ALLOW, SCMP_SYS(tgkill), {scmp_arg_cmp{0, SCMP_CMP_EQ, static_cast<scmp_datum_t>(::getpid()), 0}});
  return good;
}

bool filter_system_calls() {
  const std::unique_ptr<void, void (*)(scmp_filter_ctx)> filter(seccomp_init(SCMP_ACT_KILL_PROCESS), seccomp_release);
  return filter && add_rules(filter.get()) && seccomp_load(filter.get()) == 0;
}

}  // namespace

bool confine_this_process(const ConfinementLimits& limits) {
  const pid_t parent = ::getppid();
  become_nobody();
  // Anew, because a change of user clears it; and the parent may have gone meanwhile.
  if (::prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) throw Error(ErrorKind::internal, "a decoder cannot follow its parent");
  if (::getppid() != parent) ::_exit(1);
  if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
    throw Error(ErrorKind::internal, "a decoder cannot renounce new rights");
  ::prctl(PR_SET_DUMPABLE, 0);
  limit(RLIMIT_AS, mapped_bytes() + limits.memory_bytes_max, "memory");
  limit(RLIMIT_CPU, static_cast<rlim_t>(limits.cpu_time_max.count()), "time");
  limit(RLIMIT_CORE, 0, "core dumps");
  limit(RLIMIT_FSIZE, 0, "files");
  limit(RLIMIT_NOFILE, 0, "descriptors");
  limit(RLIMIT_MEMLOCK, 0, "locked memory");
  return filter_system_calls();
}

}  // namespace likeness
