#include <fmt/format.h>
#include <termios.h>
#include <unistd.h>

#include <iostream>
#include <nlohmann/json.hpp>

#include "apps/client/api_session.hpp"
#include "apps/context.hpp"

namespace likeness::apps {
namespace {

struct UserOptions {
  std::string email;
  std::string role = "viewer";
  bool password_from_stdin = false;
  bool if_missing = false;
};

/// One line from standard input, not shown while it is typed on a terminal.
std::string read_password() {
  termios shown{};
  const bool terminal = isatty(STDIN_FILENO) == 1 && tcgetattr(STDIN_FILENO, &shown) == 0;
  if (terminal) {
    fmt::print(stderr, "password: ");
    auto hidden = shown;
    hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(STDIN_FILENO, TCSANOW, &hidden);
  }
  std::string password;
  std::getline(std::cin, password);
  if (terminal) {
    tcsetattr(STDIN_FILENO, TCSANOW, &shown);
    fmt::print(stderr, "\n");
  }
  return password;
}

ExitCode create(const Context& context, const UserOptions& options) {
  if (!options.password_from_stdin && isatty(STDIN_FILENO) != 1)
    throw Error(ErrorKind::invalid_argument,
                "a password is read from a terminal, or from standard input with --password-stdin");
  auto session = ApiSession::on_org(context);
  const auto id = find_org(session, session.org()).at("id").get<std::string>();
  try {
    const auto user = session.post("/v1/orgs/" + id + "/users",
                                   {{"email", options.email}, {"password", read_password()}, {"role", options.role}});
    std::cout << (context.json ? user.dump()
                               : fmt::format("user {} is {} of {}", options.email, options.role, session.org()))
              << '\n';
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::conflict || !options.if_missing) throw;
  }
  return ExitCode::ok;
}

}  // namespace

void add_user(CLI::App& app, Context& context) {
  auto* verb = app.add_subcommand("user", "make users");
  verb->require_subcommand(1);
  const auto options = std::make_shared<UserOptions>();
  auto* creating = verb->add_subcommand("create", "make a user of an org");
  creating->add_option("EMAIL", options->email)->required();
  creating->add_option("--role", options->role)
      ->check(CLI::IsMember({"owner", "admin", "editor", "viewer"}))
      ->capture_default_str();
  creating->add_flag("--password-stdin", options->password_from_stdin, "read the password from standard input");
  creating->add_flag("--if-missing", options->if_missing, "do nothing where the user is there already");
  creating->callback([&context, options] { context.run = [&context, options] { return create(context, *options); }; });
}

}  // namespace likeness::apps
