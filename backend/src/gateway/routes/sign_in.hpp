#pragma once

#include "gateway/request.hpp"
#include "gateway/response.hpp"
#include "gateway/routes/services.hpp"

namespace likeness::gateway {

/// Where a refresh token goes.
enum class RefreshPlace { body, cookie };
/// Of the member "refresh" of a body.
RefreshPlace refresh_place(const nlohmann::json& body);

/// The one of a user's memberships to act under: that in the `wanted` org (slug or id) where one is named, else in the
/// `preferred` one, else the first. Error{forbidden} where there is none.
Membership choose_membership(const std::vector<Membership>& memberships, const std::string& wanted,
                             std::optional<OrgId> preferred = std::nullopt);

/// Makes a session of the user, whose password or invitation has been checked, and answers with its tokens.
Response sign_in(Services& services, const Request& request, UserId user, const Membership& membership,
                 RefreshPlace place);
/// Takes a refresh token for its successor. Error{unauthenticated} for one that is not good any more; one that was used
/// before ends its session.
Response refresh(Services& services, const Request& request, const std::string& token, const std::string& wanted_org,
                 RefreshPlace place);

/// Ends all of the user's sessions but one, at once. Inside a unit of work it is a part of that.
void end_other_sessions(Services& services, UserId user, std::optional<SessionId> except);

}  // namespace likeness::gateway
