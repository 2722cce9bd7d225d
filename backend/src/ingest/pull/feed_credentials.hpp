#pragma once

#include "domain/feed.hpp"
#include "ports/security.hpp"

namespace likeness::ingest {

/// Error{invalid_argument} for what cannot be sent: control characters, a user name with a colon, the name of a header
/// that is none or that the transfer itself needs, a secret that is missing.
void check_credentials(const FeedCredentials& credentials);

/// Sealed for this feed of this org alone; empty where there are none.
Bytes seal_credentials(SecretBox& box, OrgId org, SourceId feed, const FeedCredentials& credentials);
/// Error{corrupt_data} where they were sealed under another key, or for another feed.
FeedCredentials open_credentials(SecretBox& box, OrgId org, SourceId feed, const Bytes& sealed);

}  // namespace likeness::ingest
