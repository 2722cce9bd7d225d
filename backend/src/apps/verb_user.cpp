#include <fmt/format.h>
#include <termios.h>
#include <unistd.h>

#include <iostream>
#include <nlohmann/json.hpp>

#include "apps/client/api_session.hpp"
#include "apps/client/table.hpp"
#include "apps/context.hpp"
#include "base/text.hpp"

namespace likeness::apps {
namespace {

using nlohmann::json;

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

void print(const Context& context, const json& document, const std::string& text) {
  std::cout << (context.json ? document.dump() + "\n" : text);
}

std::string path_of(ApiSession& session, const std::string& email) {
  const auto members = session.list("/v1/members", "members");
  for (const auto& member : members)
    if (member.at("email") == to_lower(email) || member.at("user_id") == email)
      return "/v1/members/" + member.at("user_id").get<std::string>();
  throw Error(ErrorKind::not_found, "nobody with the address " + email + " belongs to " + session.org(), "email");
}

ExitCode list(const Context& context, const UserOptions&) {
  auto session = ApiSession::on_org(context);
  const auto members = session.list("/v1/members", "members");
  std::vector<std::vector<std::string>> rows;
  for (const auto& member : members)
    rows.push_back({member.value("email", ""), member.value("role", ""), member.value("name", ""),
                    member.value("joined_at", ""), member.value("user_id", "")});
  print(context, members, table({"e-mail", "role", "name", "joined", "id"}, rows));
  return ExitCode::ok;
}

ExitCode set_role(const Context& context, const UserOptions& options) {
  auto session = ApiSession::on_org(context);
  const auto member = session.patch(path_of(session, options.email), {{"role", options.role}});
  print(context, member, fmt::format("user {} is {} of {}\n", options.email, options.role, session.org()));
  return ExitCode::ok;
}

ExitCode remove(const Context& context, const UserOptions& options) {
  auto session = ApiSession::on_org(context);
  session.remove(path_of(session, options.email));
  return ExitCode::ok;
}

ExitCode reset(const Context& context, const UserOptions& options) {
  auto session = ApiSession::on_org(context);
  const auto link = session.post_nothing(path_of(session, options.email) + "/password-reset");
  print(context, link,
        fmt::format("{} sets a new password by this link, once, until {}:\n{}\n", options.email,
                    link.value("expires_at", ""), link.value("link", "")));
  return ExitCode::ok;
}

ExitCode invite(const Context& context, const UserOptions& options) {
  auto session = ApiSession::on_org(context);
  const auto invitation = session.post("/v1/invitations", {{"email", options.email}, {"role", options.role}});
  const bool sent = invitation.at("mail_sent").get<bool>();
  print(context, invitation,
        sent ? fmt::format("an invitation was mailed to {}\n", options.email)
             : fmt::format("{}{}\n", invitation.value("mail_problem", ""), invitation.value("link", "")));
  return sent || invitation.contains("link") ? ExitCode::ok : ExitCode::partial;
}

}  // namespace

void add_user(CLI::App& app, Context& context) {
  auto* verb = app.add_subcommand("user", "make, list, change and remove users");
  verb->require_subcommand(1);
  const auto options = std::make_shared<UserOptions>();
  const auto add_verb = verb_adder(*verb, context, options);
  const auto add_named = [&](const char* name, const char* help, auto run) {
    auto* command = add_verb(name, help, run);
    command->add_option("EMAIL", options->email)->required();
    return command;
  };
  const auto roles = CLI::IsMember({"owner", "admin", "editor", "viewer"});
  auto* creating = add_named("create", "make a user of an org", create);
  creating->add_option("--role", options->role)->check(roles)->capture_default_str();
  creating->add_flag("--password-stdin", options->password_from_stdin, "read the password from standard input");
  creating->add_flag("--if-missing", options->if_missing, "do nothing where the user is there already");
  add_verb("list", "list the users of an org", list);
  add_named("role", "change a user's role in an org", set_role)
      ->add_option("ROLE", options->role)
      ->check(roles)
      ->required();
  add_named("remove", "remove a user from an org", remove);
  add_named("reset", "make a link by which a user sets a new password", reset);
  add_named("invite", "invite somebody to an org, by mail or by a link", invite)
      ->add_option("--role", options->role)
      ->check(roles)
      ->capture_default_str();
}

}  // namespace likeness::apps
