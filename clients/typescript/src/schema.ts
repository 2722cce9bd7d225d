// Generated from api/openapi.yaml by `make clients`. Not to be edited.
export interface paths {
    "/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in by e-mail and password
         * @description The access token acts on one org. Who belongs to several names one; who belongs to one need not. An unknown address and a wrong password get the same answer after the same time. The refresh token gets the next access token; with refresh: cookie it comes as a cookie that scripts cannot read, for browsers.
         */
        post: operations["login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make the first org of an empty server, and its owner
         * @description The token is in the link that the server prints at its start while there is no org. It works once; a newer start makes another.
         */
        post: operations["setUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Join an org by an invitation
         * @description An address that is new here chooses a password; one that is known gives its own. Who is signed in uses /v1/invitations/accept instead. An invitation that is used, revoked or expired is 410.
         */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a link for a new password mailed
         * @description The same answer after the same time whether the address is known or not; at most one mail a minute. Where the server sends no mail it is 403 for every address: an owner of the org or the operator makes the link then.
         */
        post: operations["requestPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/password-reset/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a new password by a link
         * @description Ends every session of the user. The link works once; a used or expired one is 410.
         */
        post: operations["completePasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get the next access token, for the same or another org
         * @description The refresh token comes in the body, or in the cookie where the body has none, and is used up: the answer holds its successor. The same token once more gets the same successor for a few seconds, for whoever lost the answer; after that it ends the session, because somebody else may have it. An org that is named is acted on from then on.
         */
        post: operations["refreshSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End this session
         * @description Its access and refresh tokens are good for nothing from now on, and the browser's cookie is removed.
         */
        post: operations["logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change the own password
         * @description All other sessions of the user end at once. A password has 8 to 128 characters and is none of the most common ones.
         */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is signed in, and where
         * @description Who the token belongs to, the org that it acts on with the role there now, and the other orgs of the user.
         */
        get: operations["whoAmI"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where the user is signed in, the last used first
         * @description Places where the user is signed in, with what is known of each; the present one is marked.
         */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/sessions/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session_id: components["schemas"]["SessionId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End one of the own sessions
         * @description Its tokens are refused from the next request on.
         */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orgs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All orgs of this server
         * @description Every org, whoever made it, in the order of the slugs and in one answer.
         */
        get: operations["listOrgs"];
        put?: never;
        /**
         * Create an org
         * @description The slug is what the command line and the header Likeness-Org call the org, and is taken once only. The currency is the one that price filters mean where they name none.
         */
        post: operations["createOrg"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orgs/{org_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org_id: components["parameters"]["OrgId"];
            };
            cookie?: never;
        };
        /**
         * An org
         * @description Members see their own; any other is not there for them.
         */
        get: operations["getOrg"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Rename an org, or change its currency
         * @description What is left out stays. The currency is that of prices that name none, so it can be changed only while the catalogue has no prices (409 otherwise). Who used the old short name has to be told the new one.
         */
        patch: operations["updateOrg"];
        trace?: never;
    };
    "/v1/orgs/{org_id}/erase": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org_id: components["parameters"]["OrgId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Erase an org from every store
         * @description From the answer on nothing is done for the org any more: it is not there for any request, job or pull. Its rows, vectors, photos, feeds, archives, cached values and messages are then removed in the background, and users that belong to no other org with them. At the end every store is looked into again, and a signed report of what went stays in the operator's log. The body repeats the org's short name.
         */
        post: operations["eraseOrg"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orgs/{org_id}/clone": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org_id: components["parameters"]["OrgId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Copy an org's catalogue into a new org
         * @description Products, photos, vectors and feeds are copied, with ids of their own; the feeds are paused and without credentials, and members are not copied. Nothing is shared afterwards. The new org is there at once, and searchable when the clone is done. 409 while an import of the org is under way.
         */
        post: operations["cloneOrg"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orgs/{org_id}/clones": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org_id: components["parameters"]["OrgId"];
            };
            cookie?: never;
        };
        /**
         * Clones that were made of an org, newest first
         * @description What was copied out of this org and where it went.
         */
        get: operations["listClones"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orgs/{org_id}/clones/{operation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org_id: components["parameters"]["OrgId"];
                operation_id: components["parameters"]["OperationId"];
            };
            cookie?: never;
        };
        /**
         * A clone and how far it is
         * @description How far the copy is; when it is done, what it copied.
         */
        get: operations["getClone"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Orgs that were erased, newest first
         * @description From the operator's own log, which outlives the orgs.
         */
        get: operations["listErasures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/erasures/{operation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                operation_id: components["parameters"]["OperationId"];
            };
            cookie?: never;
        };
        /**
         * An erasure, how far it is, and its signed report
         * @description How far it is; when it is done, the signed report of what went and what was found left.
         */
        get: operations["getErasure"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * Exports of the org, newest first
         * @description Archives of the org that are being written, can be downloaded, or were kept for long enough.
         */
        get: operations["listExports"];
        put?: never;
        /**
         * Export everything that the org has
         * @description An archive is written in the background: JSON Lines of products with their variants and photos, feeds without credentials, members, imports and their faults; the photos themselves; and manifest.json with counts, sizes and SHA-256 of each part. Shoppers' photos are not in it. One export of an org runs at a time (409 otherwise).
         */
        post: operations["createExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/{operation_id}": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path: {
                operation_id: components["parameters"]["OperationId"];
            };
            cookie?: never;
        };
        /**
         * An export and how far it is
         * @description How far it is; when it is done, what the archive holds and until when it is kept.
         */
        get: operations["getExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/{operation_id}/archive": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path: {
                operation_id: components["parameters"]["OperationId"];
            };
            cookie?: never;
        };
        /**
         * The archive of an export that is done
         * @description A ZIP file. 409 while the export is under way, 410 when the archive's time is up.
         */
        get: operations["downloadExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orgs/{org_id}/users": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org_id: components["parameters"]["OrgId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make somebody a member of an org
         * @description Where the address is known already, that user becomes a member and keeps the password.
         */
        post: operations["createUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orgs/{org_id}/quota": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org_id: components["parameters"]["OrgId"];
            };
            cookie?: never;
        };
        /**
         * What the operator set for an org
         * @description Usage says what is in force, this what is the org's own.
         */
        get: operations["getOrgQuota"];
        /**
         * Set an org's quotas
         * @description What the body leaves out or gives as null is the server's default, 0 is without limit. What an org has already beyond a quota stays; it only takes no more.
         */
        put: operations["setOrgQuota"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orgs/{org_id}/usage": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org_id: components["parameters"]["OrgId"];
            };
            cookie?: never;
        };
        /**
         * What an org may have, and what it has
         * @description As the org's members see it by /v1/usage.
         */
        get: operations["getOrgUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the org may have, and what it has
         * @description Products and images are exact. Queries are those of the day (UTC) but for the last moments; the operator's are not counted. Storage is measured now and then, and what was uploaded since is added.
         */
        get: operations["getUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who belongs to the org
         * @description Everybody who may act in the org, with role and address.
         */
        get: operations["listMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{user_id}": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path: {
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        /**
         * One member
         * @description One user's place in the org.
         */
        get: operations["getMember"];
        put?: never;
        post?: never;
        /**
         * Remove a member, or leave; it acts at once
         * @description Anybody may leave. To remove others: owners everybody, admins editors and viewers. The last owner stays (409). A user who belongs to no other org goes altogether.
         */
        delete: operations["removeMember"];
        options?: never;
        head?: never;
        /**
         * Change a member's role; it acts at once
         * @description Owners manage everybody, admins manage editors and viewers only. An org keeps an owner: the last one cannot be made less (409), whoever asks, and of several who would go at once one stays.
         */
        patch: operations["updateMember"];
        trace?: never;
    };
    "/v1/members/{user_id}/password-reset": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path: {
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a link by which a member sets a new password, to hand on
         * @description Whoever holds the link can use it. So an owner makes one for users who belong to this org alone (403 otherwise); the operator makes one for everybody.
         */
        post: operations["createPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * Open invitations, oldest first
         * @description Those that nobody has accepted and that are still valid.
         */
        get: operations["listInvitations"];
        put?: never;
        /**
         * Invite somebody
         * @description Admins invite editors and viewers, owners everybody. A newer invitation of the same address replaces the older. Where the server sends mail, the link is mailed and mail_sent says whether the mail server took it, mail_problem why not; otherwise token and link are in the answer, this once.
         */
        post: operations["createInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Join another org by an invitation, signed in
         * @description The invitation must be for the address of the user who is signed in.
         */
        post: operations["acceptAsSignedIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations/{invitation_id}": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path: {
                invitation_id: components["schemas"]["InvitationId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take an invitation back
         * @description Its link does nothing any more.
         */
        delete: operations["revokeInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * API keys, oldest first; never their secrets
         * @description Keys by what they may do; their secrets are shown at their making only.
         */
        get: operations["listApiKeys"];
        put?: never;
        /**
         * Make an API key
         * @description search: searches, query images, thumbnails, products to read. ingest: imports, feeds, dead letters, products. admin: what an admin may, but for making keys. A page may use the key from a browser where its origin is one of allowed_origins (scheme, host and port, compared exactly); `*` stands for every origin and is for keys with the scope search alone. From pages of other origins the key is refused (403). The key itself is shown this once.
         */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys/{api_key_id}": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path: {
                api_key_id: components["schemas"]["ApiKeyId"];
            };
            cookie?: never;
        };
        /**
         * One API key, without its secret
         * @description What the key may do, where from, and when it was last used.
         */
        get: operations["getApiKey"];
        put?: never;
        post?: never;
        /**
         * Revoke an API key; it acts at once
         * @description Requests with it are refused from now on.
         */
        delete: operations["revokeApiKey"];
        options?: never;
        head?: never;
        /**
         * Change an API key; it acts at once
         * @description What is left out stays. It acts from the next request on.
         */
        patch: operations["updateApiKey"];
        trace?: never;
    };
    "/v1/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Products, oldest first
         * @description All products of the org with their variants, page by page; photos stand in the single product.
         */
        get: operations["listProducts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products:batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change many products, a line each
         * @description The body is JSON Lines: an object on each line with `op`, the product's `external_id` and, by Google Merchant
         *     Center's names, what is said of it. The answer has a line for each of them, in their order; a line that cannot be
         *     carried out stops no other. All that can be is one transaction.
         *
         *     `upsert` says all there is to say of the product, as the row of a feed does: `title` is required; what is left
         *     out is empty, and variants and photos that it does not name go. `variants` lists up to 100 objects, each with its
         *     own `external_id` and whatever differs from the product's members (`price`, `size`, `color`, `image_link` …); without
         *     it the product is its only variant. Photos are http(s) addresses and fetched by the server; what is new is
         *     embedded in the background, as part of the import that Location names.
         *
         *     `patch` sets `price`, `sale_price`, `sale_price_effective_date`, `availability` and `link`, and leaves vectors
         *     alone. What is left out stays; null takes away. It is said of every variant, or of those in `variants`.
         *
         *     `delete` removes the product. One that is not there is `unchanged`.
         *
         *     A line of the answer has `line`, its number, and `status`: `created`, `updated`, `unchanged`, `deleted` or
         *     `failed`; with `id`, the product's, where it is known. A failed one has `error`: `type`, one of x-problem-types
         *     (invalid-argument, not-found, conflict, too-large, quota-exceeded), `detail`, and `errors`, each with `field`,
         *     `value` and `reason`. `hints`, alike, say what was cut or left out of a line that was carried out.
         *
         *     A batch names a product once. Lines are at most 64 KiB (`server.batch_line_kilobytes_max`), 10,000 of them
         *     (`server.batch_lines_max`), the whole body 16 MiB (`server.batch_megabytes_max`); blank ones do not count. The
         *     same batch again changes nothing more.
         */
        post: operations["changeProducts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/{product_id}": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path: {
                product_id: components["parameters"]["ProductId"];
            };
            cookie?: never;
        };
        /**
         * One product with its variants and photos
         * @description Everything that the feed said, and every photo with its state. A product of another org is one that does not exist.
         */
        get: operations["getProduct"];
        put?: never;
        post?: never;
        /**
         * Delete a product; no search returns it any more
         * @description Its variants, photos and vectors go with it. The next full import of a feed that still names it brings it back.
         */
        delete: operations["deleteProduct"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/images/{image_id}": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path: {
                image_id: components["parameters"]["ImageId"];
            };
            cookie?: never;
        };
        /**
         * What is known of a product's photo
         * @description Its state in the import, its size and named colours, and the regions that the detector found.
         */
        get: operations["getImage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/images/{image_id}/thumbnails/{size_px}": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path: {
                image_id: components["parameters"]["ImageId"];
                /**
                 * @description Longest side in pixels.
                 * @example 480
                 */
                size_px: 160 | 480 | 1200;
            };
            cookie?: never;
        };
        /**
         * A product's photo, made smaller, without metadata
         * @description WebP, upright, at most as large as the original. Absent (404) until the photo was downloaded.
         */
        get: operations["getThumbnail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Imports, newest first
         * @description The latest imports of all sources with how far each is.
         */
        get: operations["listImports"];
        put?: never;
        /**
         * Import a feed
         * @description The body is the feed: Google Merchant Center's attributes as TSV, CSV, XML (RSS 2.0, Atom) or JSON Lines, or Shopify's product CSV. Encoding, delimiter and common names of columns are recognised. It is stored as it arrives and read afterwards: the answer says where to watch. Rows of one source replace each other, so the same feed twice changes nothing.
         */
        post: operations["createImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{import_id}": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path: {
                import_id: components["parameters"]["ImportId"];
            };
            cookie?: never;
        };
        /**
         * How far an import is
         * @description State, counts and the progress of each stage, as of this moment. To be told instead of asking, watch its events.
         */
        get: operations["getImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{import_id}/pause": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path: {
                import_id: components["parameters"]["ImportId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take on nothing more of an import
         * @description What is being worked on at the moment is finished.
         */
        post: operations["pauseImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{import_id}/resume": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path: {
                import_id: components["parameters"]["ImportId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Go on with an import that is paused, or that stopped to ask
         * @description A feed that was not read to its end is read again; what it says twice changes nothing.
         */
        post: operations["resumeImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{import_id}/cancel": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path: {
                import_id: components["parameters"]["ImportId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End an import
         * @description Rows that were read stay applied and nothing is removed. Photos that were understood before stay as they are, others are given up; the next import of the feed takes them up again.
         */
        post: operations["cancelImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{import_id}/errors.csv": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path: {
                import_id: components["parameters"]["ImportId"];
            };
            cookie?: never;
        };
        /**
         * What was wrong in a feed, as a table
         * @description RFC 4180 with the columns line, field, value and reason; cells that a spreadsheet would take for a formula start with an apostrophe. A long report comes in parts: the header Likeness-Next-Cursor names the next, and the parts put together are one table.
         */
        get: operations["downloadImportErrors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{import_id}/errors": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path: {
                import_id: components["parameters"]["ImportId"];
            };
            cookie?: never;
        };
        /**
         * What was wrong in a feed
         * @description Faults of the feed first, by line; then photos that were given up.
         */
        get: operations["listImportErrors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{import_id}/events": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path: {
                import_id: components["parameters"]["ImportId"];
            };
            cookie?: never;
        };
        /**
         * Watch an import
         * @description Server-Sent Events. `progress`: the import as it is now, whenever that changed; `done`: as it ended, and the stream ends with it. The data of each is the whole Import, so a client that missed events needs none of them. A client that comes back with the last event's id is told when something is new, and gets 204 where the import was over already. A comment shows every 15 s that the stream is alive. It ends after an hour, and when the server stops: come back.
         */
        get: operations["watchImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{import_id}/wanted-files": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path: {
                import_id: components["parameters"]["ImportId"];
            };
            cookie?: never;
        };
        /**
         * Photos that the feed names by path and the client is to upload
         * @description The list shrinks as they are uploaded or reported missing; it is empty when nothing is wanted any more.
         */
        get: operations["listWantedFiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{import_id}/files": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path: {
                import_id: components["parameters"]["ImportId"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Upload one photo that the feed names by path
         * @description The bytes are the body. A file that the import does not want is 404, see the list of wanted files.
         */
        put: operations["putImportFile"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{import_id}/missing-files": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path: {
                import_id: components["parameters"]["ImportId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say which wanted photos the client does not have
         * @description So that the import can end: it waits for each wanted photo until it is uploaded or reported here.
         */
        post: operations["reportMissingFiles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Jobs that were given up, latest first
         * @description Each with the stage and the reason of its last try. The filters must all fit.
         */
        get: operations["listDeadLetters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dead-letters/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try given-up jobs again, all or those that fit
         * @description Photos that were never uploaded stay; another import has to bring them.
         */
        post: operations["retryDeadLetters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dead-letters/{job_id}/retry": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path: {
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try one given-up job again
         * @description Its import goes back to work, and ends again when the job has. 409 for a photo that was never uploaded.
         */
        post: operations["retryDeadLetter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feeds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Feeds, oldest first
         * @description Sources that an import named first are feeds of the kind upload.
         */
        get: operations["listFeeds"];
        put?: never;
        /**
         * Set a feed up
         * @description With a URL it is fetched when POST …/pull asks for it, and by its schedule. Credentials are kept encrypted and never told again; they are sent to the URL's own host only, over https only.
         */
        post: operations["createFeed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feeds/{feed_id}": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path: {
                feed_id: components["parameters"]["FeedId"];
            };
            cookie?: never;
        };
        /**
         * How a feed is set up
         * @description Its credentials are named by kind only; the secret is never told.
         */
        get: operations["getFeed"];
        put?: never;
        post?: never;
        /**
         * Delete a feed with its imports and history
         * @description A feed that products came from is deleted with them or not at all: without remove_products that is refused (409). Where there are more products than one request can remove, it ends with 504, says how many are gone, and is to be sent again.
         */
        delete: operations["deleteFeed"];
        options?: never;
        head?: never;
        /**
         * Change what the body names; the rest stays
         * @description A schedule of null removes it. Credentials stay while the feed's host does; a feed that moves to another host needs them again.
         */
        patch: operations["updateFeed"];
        trace?: never;
    };
    "/v1/feeds/{feed_id}/pull": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path: {
                feed_id: components["parameters"]["FeedId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fetch a feed now
         * @description Also where it is paused. 409 while it is being fetched already.
         */
        post: operations["pullFeed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feeds/{feed_id}/pause": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path: {
                feed_id: components["parameters"]["FeedId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pass over a feed's schedule
         * @description Pulls by hand go on. A pull that has begun is finished.
         */
        post: operations["pauseFeed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feeds/{feed_id}/resume": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path: {
                feed_id: components["parameters"]["FeedId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Follow a feed's schedule again
         * @description What came due in the meantime is not made up for.
         */
        post: operations["resumeFeed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feeds/{feed_id}/pulls": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path: {
                feed_id: components["parameters"]["FeedId"];
            };
            cookie?: never;
        };
        /**
         * When a feed was fetched and what came of it, newest first
         * @description One entry for each fetch, by schedule or by hand, with the import that it made or the reason that it made none.
         */
        get: operations["listPulls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/query-images": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a photo to search with
         * @description It is turned upright and stripped of its metadata before it is stored, is visible to its sender only, and is deleted when its time is up.
         */
        post: operations["createQueryImage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/query-images/{query_image_id}": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path: {
                query_image_id: components["parameters"]["QueryImageId"];
            };
            cookie?: never;
        };
        /**
         * A query image and what was found on it
         * @description Regions appear once the detector has looked, moments after the upload. A photo of another sender is one that does not exist.
         */
        get: operations["getQueryImage"];
        put?: never;
        post?: never;
        /**
         * Delete a query image at once
         * @description Searches that it was used in keep their answers; it cannot be used in another.
         */
        delete: operations["deleteQueryImage"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/query-images/{query_image_id}/picture": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path: {
                query_image_id: components["parameters"]["QueryImageId"];
            };
            cookie?: never;
        };
        /**
         * The query image as a picture that every browser shows
         * @description JPEG, upright, without metadata. Visible to its sender only.
         */
        get: operations["getQueryImagePicture"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/search/image": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Products that look like a photo
         * @description The photo is a query image, a product's own, or one at a URL; a box narrows it to a part.
         */
        post: operations["searchByImage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/search/text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Products that words describe
         * @description The words are compared with photos and with titles, in any language that the model pack knows. Filters and facets are those of the search by photo.
         */
        post: operations["searchByText"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/search/multi": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Products that look like a photo and that words describe
         * @description The photo is one of the three sources of the search by photo. image_weight says how much it counts beside the words.
         */
        post: operations["searchByImageAndText"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/index": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * State of the org's vector index
         * @description The engine, what it holds, and what the database holds; they differ while an import is under way.
         */
        get: operations["getIndex"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/index/rebuild": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Build the index anew from the stored vectors
         * @description Searches use the old one until the new one is complete.
         */
        post: operations["rebuildIndex"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * Webhooks, oldest first; never their secrets
         * @description Where the org is told of events, and whether that works.
         */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Have events sent to a URL
         * @description Each event is a POST in the form of Standard Webhooks, signed by the secret, which is shown this once. The URL must be one of the open internet, http or https on port 80 or 443; that is checked again at each sending, and redirects are not followed. An answer of 2xx within ten seconds is a success; anything else is tried again for about a day. 410 disables the webhook.
         */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhook_id}": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path: {
                webhook_id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        /**
         * One webhook, without its secret
         * @description Since when it fails and why it was disabled, where it does and was.
         */
        get: operations["getWebhook"];
        put?: never;
        post?: never;
        /**
         * Delete a webhook with its history
         * @description Messages that were not delivered yet are given up.
         */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        /**
         * Change what the body names; the rest stays
         * @description While it is paused, events are not kept for it, and messages that wait go on waiting. A change that leaves it unpaused enables a disabled one again.
         */
        patch: operations["updateWebhook"];
        trace?: never;
    };
    "/v1/webhooks/{webhook_id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path: {
                webhook_id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a new secret
         * @description The secret until now goes on signing beside the new one until former_secret_until: a message then carries two signatures, and a receiver accepts it by either. One that was replaced before that signs no more.
         */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhook_id}/test": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path: {
                webhook_id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a message that says nothing
         * @description Its type is webhook.test. 409 while the webhook is paused or disabled.
         */
        post: operations["testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhook_id}/deliveries": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path: {
                webhook_id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        /**
         * What was sent to a webhook and what came of it, newest first
         * @description One entry for each event, with its tries and the reason why the last one failed. Kept for 30 days.
         */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhook_id}/deliveries/{delivery_id}/redeliver": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path: {
                webhook_id: components["parameters"]["WebhookId"];
                delivery_id: components["schemas"]["WebhookDeliveryId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a message once more
         * @description It has the same webhook-id and the same body, and is tried as often as a new one. 409 while it is not over, and while the webhook is paused or disabled.
         */
        post: operations["redeliverWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who did what, newest first
         * @description An owner reads the log of the own org. The operator reads that of the org that Likeness-Org names, or, without one, the server's own, which tells of orgs made and deleted and of attempts that belong to no org. Reading is recorded too.
         */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The log with all that a third party needs to check it, oldest first
         * @description JSON Lines: each entry with the text that was hashed and the salts of the values about people. A long log comes in parts: the header Likeness-Next-Cursor names the next, and the parts put together are one file.
         */
        get: operations["exportAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the log is as it was written
         * @description Walks the chain of hashes from the entry that cursor names, a bounded part in each call: entries that were changed, left out or put in, and values beside them that are not those that were recorded. hash is that of the last entry that was checked: kept elsewhere, it shows later that nothing up to there was exchanged.
         */
        get: operations["checkAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/personal-values": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Erase values about people from the log, which stays valid
         * @description E-mails, truncated addresses and user agents lie beside the entries, which hold their salted hashes only. subject is the id of a user, key or object; before erases what is older. Where both are given, both must fit. Where more is true, send it again.
         */
        delete: operations["eraseAuditPersonalValues"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * This document
         * @description The contract that this server holds every request to, as JSON. Its ETag changes with it.
         */
        get: operations["getOpenApi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * This document as a page
         * @description A page for people, by Swagger UI. Everything on it comes from this server.
         */
        get: operations["getDocs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What the page loads. */
                file: "page.js" | "page.css" | "swagger-ui-bundle.js" | "swagger-ui.css";
            };
            cookie?: never;
        };
        /**
         * A script or style of the page
         * @description As it was built into the program.
         */
        get: operations["getDocsFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/livez": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the process runs
         * @description Answers without looking at anything else: for a supervisor that restarts what hangs.
         */
        get: operations["getLiveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the server can serve, and what it depends on
         * @description For a load balancer. What is named but not required (cache, wake-ups) may be away in a server that is ready.
         */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        OrgId: string;
        UserId: string;
        InvitationId: string;
        ApiKeyId: string;
        WebhookId: string;
        WebhookDeliveryId: string;
        WebhookEventId: string;
        SessionId: string;
        SourceId: string;
        ImportId: string;
        ProductId: string;
        VariantId: string;
        ImageId: string;
        RegionId: string;
        QueryImageId: string;
        JobId: string;
        PullId: string;
        SearchId: string;
        OperationId: string;
        Cursor: string;
        /**
         * Format: binary
         * @description The bytes as they are, whatever the media type says.
         */
        Bytes: Blob | ArrayBuffer | Uint8Array | string;
        /** @description ISO 4217 code. */
        Currency: string;
        /** @enum {string} */
        Role: "owner" | "admin" | "editor" | "viewer";
        /** @enum {string} */
        Availability: "in_stock" | "out_of_stock" | "preorder" | "backorder";
        /** @enum {string} */
        FacetName: "brand" | "category" | "color" | "size" | "availability";
        /** @description RFC 9457. The type is stable; title and detail are for people. */
        Problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
            /** @description Path of the request. */
            instance: string;
            /** @description What the operator finds the request by. */
            trace_id: string;
            /** @description Of quota-exceeded and daily-quota-exceeded: which one. */
            quota?: string;
            /** @description How much the org may have. */
            limit?: number;
            /** @description How much of it is used. */
            usage?: number;
            errors?: components["schemas"]["FieldFault"][];
        };
        FieldFault: {
            /** @description Dotted: filter.brands.0 */
            field: string;
            message: string;
        };
        OrgQuota: {
            products?: components["schemas"]["QuotaLimit"];
            images?: components["schemas"]["QuotaLimit"];
            queries_per_day?: components["schemas"]["QuotaLimit"];
            storage_bytes?: components["schemas"]["QuotaLimit"];
        };
        /** @description null: the server's default; 0: without limit. */
        QuotaLimit: number | null;
        Usage: {
            products: components["schemas"]["Used"];
            images: components["schemas"]["Used"];
            queries_per_day: components["schemas"]["Used"];
            storage_bytes: components["schemas"]["Used"];
            /** Format: date-time */
            storage_measured_at?: string;
        };
        Used: {
            used: number;
            /** @description Absent where there is none. */
            limit?: number;
        };
        Login: {
            email: string;
            password: string;
            /** @description Slug or id. */
            org?: string;
            /**
             * @description Where the refresh token goes.
             * @default body
             * @enum {string}
             */
            refresh?: "body" | "cookie";
        };
        Refresh: {
            /** @description Absent where the cookie has it. */
            refresh_token?: string;
            /** @description Slug or id; absent: the org as before. */
            org?: string;
        };
        PasswordChange: {
            current_password: string;
            new_password: string;
        };
        SignedIn: {
            access_token: string;
            /** @enum {string} */
            token_type: "Bearer";
            expires_in_s: number;
            /** @description Absent where it went into the cookie. */
            refresh_token?: string;
            org_id: components["schemas"]["OrgId"];
            /** @description Slug. */
            org: string;
            role: components["schemas"]["Role"];
            session_id: components["schemas"]["SessionId"];
            /**
             * Format: date-time
             * @description Then one has to log in again.
             */
            session_expires_at: string;
        };
        Membership: {
            org_id: components["schemas"]["OrgId"];
            /** @description Slug. */
            org: string;
            role: components["schemas"]["Role"];
        };
        Session: {
            id: components["schemas"]["SessionId"];
            /** @description Whether it is the one that asks. */
            current: boolean;
            /** Format: date-time */
            created_at: string;
            /**
             * Format: date-time
             * @description Sign-in or last refresh.
             */
            used_at: string;
            /** Format: date-time */
            expires_at: string;
            /** @description Address that the sign-in came from. */
            peer: string;
            /** @description What the client called itself, cut after 200 bytes. */
            user_agent: string;
        };
        SessionList: {
            sessions: components["schemas"]["Session"][];
        };
        WhoAmI: {
            user: {
                id: components["schemas"]["UserId"];
                email: string;
                name: string;
            };
            acting: components["schemas"]["Membership"];
            memberships: components["schemas"]["Membership"][];
            session: components["schemas"]["Session"];
        };
        NewOrg: {
            slug: string;
            name: string;
            /**
             * @description ISO 4217 code.
             * @default EUR
             */
            currency?: string;
        };
        OrgChange: {
            slug?: string;
            name?: string;
            /** @description ISO 4217 code. */
            currency?: string;
        };
        NewErasure: {
            /** @description The short name of the org that is to be erased. */
            slug: string;
        };
        NewClone: {
            slug: string;
            /** @description That of the original where it is left out. */
            name?: string;
        };
        /**
         * @example {
         *       "clones": [
         *         {
         *           "id": "opr_01900000-0000-7000-8000-0000000000a2",
         *           "kind": "clone",
         *           "org_id": "org_01900000-0000-7000-8000-000000000001",
         *           "state": "queued",
         *           "requested_by": "operator",
         *           "progress": {
         *             "step": "",
         *             "done": 0,
         *             "total": 0
         *           },
         *           "tries": 0,
         *           "created_at": "2026-03-01T09:30:00.000Z"
         *         }
         *       ]
         *     }
         */
        ClonePage: {
            clones: components["schemas"]["OrgOperation"][];
            /** @description Absent on the last page. */
            next_cursor?: string;
        };
        /**
         * @example {
         *       "erasures": [
         *         {
         *           "id": "opr_01900000-0000-7000-8000-0000000000a3",
         *           "kind": "erase",
         *           "org_id": "org_01900000-0000-7000-8000-000000000001",
         *           "slug": "shop",
         *           "state": "queued",
         *           "requested_by": "operator",
         *           "progress": {
         *             "step": "",
         *             "done": 0,
         *             "total": 0
         *           },
         *           "tries": 0,
         *           "created_at": "2026-03-01T09:30:00.000Z"
         *         }
         *       ]
         *     }
         */
        ErasurePage: {
            erasures: components["schemas"]["OrgOperation"][];
            /** @description Absent on the last page. */
            next_cursor?: string;
        };
        /**
         * @example {
         *       "exports": [
         *         {
         *           "id": "opr_01900000-0000-7000-8000-0000000000a1",
         *           "kind": "export",
         *           "org_id": "org_01900000-0000-7000-8000-000000000001",
         *           "state": "queued",
         *           "requested_by": "operator",
         *           "progress": {
         *             "step": "",
         *             "done": 0,
         *             "total": 0
         *           },
         *           "tries": 0,
         *           "created_at": "2026-03-01T09:30:00.000Z"
         *         }
         *       ]
         *     }
         */
        ExportPage: {
            exports: components["schemas"]["OrgOperation"][];
            /** @description Absent on the last page. */
            next_cursor?: string;
        };
        NamedCount: {
            name: string;
            count: number;
        };
        /** @description The signature is of this object as compact JSON in UTF-8, keys in the order of their bytes. */
        ErasureReport: {
            /** @enum {string} */
            format: "likeness-erasure-report/1";
            erasure_id: components["schemas"]["OperationId"];
            org_id: components["schemas"]["OrgId"];
            slug: string;
            requested_by: string;
            /**
             * Format: date-time
             * @description From when on nothing was done for the org.
             */
            locked_at: string;
            /** Format: date-time */
            finished_at: string;
            /** @description Rows by table, things by store. */
            removed: components["schemas"]["NamedCount"][];
            /** @description What a look into every table and store found afterwards. */
            left: components["schemas"]["NamedCount"][];
            /** @description Where copies may be that the server cannot reach. */
            not_covered: string[];
        };
        /**
         * @description Something that is done to an org as a whole, in the background.
         * @example {
         *       "id": "opr_01900000-0000-7000-8000-00000000000d",
         *       "kind": "export",
         *       "org_id": "org_01900000-0000-7000-8000-000000000001",
         *       "state": "running",
         *       "requested_by": "operator",
         *       "progress": {
         *         "step": "products",
         *         "done": 120,
         *         "total": 600,
         *         "per_second": 61.5,
         *         "seconds_left": 7.8
         *       },
         *       "tries": 1,
         *       "created_at": "2026-03-01T09:30:00.000Z",
         *       "started_at": "2026-03-01T09:30:01.000Z"
         *     }
         */
        OrgOperation: {
            id: components["schemas"]["OperationId"];
            /** @enum {string} */
            kind: "export" | "clone" | "erase";
            org_id: components["schemas"]["OrgId"];
            /** @description The short name that an erased org had. */
            slug?: string;
            /** @enum {string} */
            state: "queued" | "running" | "done" | "failed" | "expired";
            /** @description operator, or user: and an id */
            requested_by: string;
            progress: {
                step: string;
                done: number;
                /** @description 0 where it is not known. */
                total: number;
                per_second?: number;
                seconds_left?: number;
            };
            /** @description Why it failed, or why its last try was put off. */
            failure?: string;
            tries: number;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            started_at?: string;
            /** Format: date-time */
            finished_at?: string;
            /**
             * Format: date-time
             * @description When the archive goes.
             */
            expires_at?: string;
            /** @description What a clone makes. */
            target?: {
                org_id: components["schemas"]["OrgId"];
                slug: string;
            };
            /** @description What the archive of an export holds. */
            archive?: {
                bytes: number;
                sha256: string;
                counts: components["schemas"]["NamedCount"][];
            };
            /** @description What a clone has copied. */
            copied?: {
                feeds: number;
                products: number;
                /** @description Photos whose bytes were gone. */
                photos_missing: number;
            };
            /** @description What an erasure removed, by table and store, and what a check of all of them found left. */
            signed_report?: {
                report: components["schemas"]["ErasureReport"];
                signature: {
                    /** @enum {string} */
                    algorithm: "Ed25519";
                    /** @description Base64. */
                    public_key: string;
                    /** @description Base64. */
                    value: string;
                };
            };
        };
        /**
         * @example {
         *       "id": "org_01900000-0000-7000-8000-000000000001",
         *       "slug": "shop",
         *       "name": "The Shop",
         *       "currency": "EUR",
         *       "created_at": "2026-03-01T09:30:00.000Z"
         *     }
         */
        Org: {
            id: components["schemas"]["OrgId"];
            slug: string;
            name: string;
            currency: components["schemas"]["Currency"];
            /** Format: date-time */
            created_at: string;
        };
        /**
         * @example {
         *       "orgs": [
         *         {
         *           "id": "org_01900000-0000-7000-8000-000000000001",
         *           "slug": "shop",
         *           "name": "The Shop",
         *           "currency": "EUR",
         *           "created_at": "2026-03-01T09:30:00.000Z"
         *         }
         *       ]
         *     }
         */
        OrgList: {
            orgs: components["schemas"]["Org"][];
        };
        NewUser: {
            email: string;
            password: string;
            role: components["schemas"]["Role"];
        };
        /**
         * @example {
         *       "id": "usr_01900000-0000-7000-8000-00000000000a",
         *       "email": "ann@shop.example",
         *       "role": "editor"
         *     }
         */
        User: {
            id: components["schemas"]["UserId"];
            email: string;
            role: components["schemas"]["Role"];
        };
        OneTimeToken: string;
        Email: string;
        NewPassword: string;
        Setup: {
            token: components["schemas"]["OneTimeToken"];
            /** @description Short name. */
            org: string;
            org_name: string;
            /**
             * @description ISO 4217 code.
             * @default EUR
             */
            currency?: string;
            email: components["schemas"]["Email"];
            password: components["schemas"]["NewPassword"];
        };
        /**
         * @example {
         *       "org_id": "org_01900000-0000-7000-8000-000000000001",
         *       "org": "shop",
         *       "user_id": "usr_01900000-0000-7000-8000-00000000000a",
         *       "email": "ann@shop.example",
         *       "role": "owner"
         *     }
         */
        Joined: {
            org_id: components["schemas"]["OrgId"];
            /** @description Slug. */
            org: string;
            user_id: components["schemas"]["UserId"];
            email: string;
            role: components["schemas"]["Role"];
        };
        PasswordResetRequest: {
            email: components["schemas"]["Email"];
        };
        /**
         * @example {
         *       "status": "accepted"
         *     }
         */
        PasswordResetAccepted: {
            /** @enum {string} */
            status: "accepted";
        };
        PasswordResetCompletion: {
            token: components["schemas"]["OneTimeToken"];
            password: components["schemas"]["NewPassword"];
        };
        /**
         * @example {
         *       "token": "lk_rst_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
         *       "link": "https://likeness.example/password-reset#token=lk_rst_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
         *       "expires_at": "2026-03-01T10:30:00.000Z"
         *     }
         */
        PasswordResetLink: {
            token: components["schemas"]["OneTimeToken"];
            link: string;
            /** Format: date-time */
            expires_at: string;
        };
        /**
         * @example {
         *       "user_id": "usr_01900000-0000-7000-8000-00000000000a",
         *       "email": "ann@shop.example",
         *       "name": "Ann",
         *       "role": "owner",
         *       "joined_at": "2026-03-01T09:30:00.000Z"
         *     }
         */
        Member: {
            user_id: components["schemas"]["UserId"];
            email: string;
            name: string;
            role: components["schemas"]["Role"];
            /** Format: date-time */
            joined_at: string;
        };
        /**
         * @example {
         *       "members": [
         *         {
         *           "user_id": "usr_01900000-0000-7000-8000-00000000000a",
         *           "email": "ann@shop.example",
         *           "name": "Ann",
         *           "role": "owner",
         *           "joined_at": "2026-03-01T09:30:00.000Z"
         *         }
         *       ]
         *     }
         */
        MemberPage: {
            members: components["schemas"]["Member"][];
            /** @description Absent on the last page. */
            next_cursor?: string;
        };
        MemberChange: {
            role: components["schemas"]["Role"];
        };
        NewInvitation: {
            email: components["schemas"]["Email"];
            role: components["schemas"]["Role"];
        };
        Invitation: {
            id: components["schemas"]["InvitationId"];
            email: string;
            role: components["schemas"]["Role"];
            /** @description user:usr_…, key:key_… or operator */
            invited_by: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            expires_at: string;
        };
        /**
         * @example {
         *       "id": "inv_01900000-0000-7000-8000-00000000000b",
         *       "email": "bob@shop.example",
         *       "role": "editor",
         *       "invited_by": "user:usr_01900000-0000-7000-8000-00000000000a",
         *       "created_at": "2026-03-01T09:30:00.000Z",
         *       "expires_at": "2026-03-08T09:30:00.000Z",
         *       "mail_sent": true
         *     }
         */
        NewInvitationAnswer: {
            id: components["schemas"]["InvitationId"];
            email: string;
            role: components["schemas"]["Role"];
            invited_by: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            expires_at: string;
            mail_sent: boolean;
            /** @description Why the mail was not sent. */
            mail_problem?: string;
            token?: components["schemas"]["OneTimeToken"];
            link?: string;
        };
        /**
         * @example {
         *       "invitations": [
         *         {
         *           "id": "inv_01900000-0000-7000-8000-00000000000b",
         *           "email": "bob@shop.example",
         *           "role": "editor",
         *           "invited_by": "user:usr_01900000-0000-7000-8000-00000000000a",
         *           "created_at": "2026-03-01T09:30:00.000Z",
         *           "expires_at": "2026-03-08T09:30:00.000Z"
         *         }
         *       ]
         *     }
         */
        InvitationPage: {
            invitations: components["schemas"]["Invitation"][];
            /** @description Absent on the last page. */
            next_cursor?: string;
        };
        InvitationToken: {
            token: components["schemas"]["OneTimeToken"];
        };
        InvitationAcceptance: {
            token: components["schemas"]["OneTimeToken"];
            /** @description Chosen now, or one's own where the address is known. */
            password: string;
            /** @description Of somebody new. */
            name?: string;
        };
        ApiKeyName: string;
        ApiKeyScopes: ("search" | "ingest" | "admin")[];
        /** @description Of pages that may use the key: https://shop.example */
        AllowedOrigins: string[];
        NewApiKey: {
            name: components["schemas"]["ApiKeyName"];
            scopes: components["schemas"]["ApiKeyScopes"];
            allowed_origins?: components["schemas"]["AllowedOrigins"];
            /**
             * Format: date-time
             * @description null or absent: never
             */
            expires_at?: string | null;
        };
        ApiKeyChange: {
            name?: components["schemas"]["ApiKeyName"];
            scopes?: components["schemas"]["ApiKeyScopes"];
            allowed_origins?: components["schemas"]["AllowedOrigins"];
            /**
             * Format: date-time
             * @description null: never
             */
            expires_at?: string | null;
        };
        /**
         * @example {
         *       "id": "key_01900000-0000-7000-8000-00000000000c",
         *       "name": "shop front",
         *       "scopes": [
         *         "search"
         *       ],
         *       "allowed_origins": [
         *         "https://shop.example"
         *       ],
         *       "created_by": "user:usr_01900000-0000-7000-8000-00000000000a",
         *       "created_at": "2026-03-01T09:30:00.000Z"
         *     }
         */
        ApiKey: {
            id: components["schemas"]["ApiKeyId"];
            name: components["schemas"]["ApiKeyName"];
            scopes: components["schemas"]["ApiKeyScopes"];
            allowed_origins: components["schemas"]["AllowedOrigins"];
            /** @description user:usr_… or operator */
            created_by: string;
            /** Format: date-time */
            created_at: string;
            /**
             * Format: date-time
             * @description Absent: never.
             */
            expires_at?: string;
            /**
             * Format: date-time
             * @description To the minute; absent: never.
             */
            last_used_at?: string;
        };
        /**
         * @example {
         *       "id": "key_01900000-0000-7000-8000-00000000000c",
         *       "name": "shop front",
         *       "scopes": [
         *         "search"
         *       ],
         *       "allowed_origins": [
         *         "https://shop.example"
         *       ],
         *       "created_by": "user:usr_01900000-0000-7000-8000-00000000000a",
         *       "created_at": "2026-03-01T09:30:00.000Z",
         *       "key": "lk_key_q83vEjRWeJq83vEjRWeJq83vEjRWeJq83vEjRWeJq80"
         *     }
         */
        NewApiKeyAnswer: {
            id: components["schemas"]["ApiKeyId"];
            name: components["schemas"]["ApiKeyName"];
            scopes: components["schemas"]["ApiKeyScopes"];
            allowed_origins: components["schemas"]["AllowedOrigins"];
            created_by: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            expires_at?: string;
            /** @description lk_key_…: shown this once. */
            key: string;
        };
        /**
         * @example {
         *       "api_keys": [
         *         {
         *           "id": "key_01900000-0000-7000-8000-00000000000c",
         *           "name": "shop front",
         *           "scopes": [
         *             "search"
         *           ],
         *           "allowed_origins": [
         *             "https://shop.example"
         *           ],
         *           "created_by": "user:usr_01900000-0000-7000-8000-00000000000a",
         *           "created_at": "2026-03-01T09:30:00.000Z"
         *         }
         *       ]
         *     }
         */
        ApiKeyPage: {
            api_keys: components["schemas"]["ApiKey"][];
            /** @description Absent on the last page. */
            next_cursor?: string;
        };
        /** @description http or https */
        WebhookUrl: string;
        /** @description For people. */
        WebhookDescription: string;
        WebhookEventTypes: components["schemas"]["WebhookEventType"][];
        /**
         * @description import.stopped: it asks whether so many products may go. dead_letters.appeared: work of an import was given up; at most one in five minutes for each import. product.deleted: up to 200 products in one message. docs/webhooks.md shows the data of each.
         * @enum {string}
         */
        WebhookEventType: "import.finished" | "import.stopped" | "import.failed" | "import.cancelled" | "feed.pull_failed" | "dead_letters.appeared" | "product.deleted";
        NewWebhook: {
            url: components["schemas"]["WebhookUrl"];
            description?: components["schemas"]["WebhookDescription"];
            event_types: components["schemas"]["WebhookEventTypes"];
            paused?: boolean;
        };
        WebhookChange: {
            url?: components["schemas"]["WebhookUrl"];
            description?: components["schemas"]["WebhookDescription"];
            event_types?: components["schemas"]["WebhookEventTypes"];
            paused?: boolean;
        };
        /** @description The server sends nothing any more. */
        WebhookDisabled: {
            /** Format: date-time */
            at: string;
            reason: string;
        };
        /**
         * @example {
         *       "id": "whk_01900000-0000-7000-8000-00000000000d",
         *       "url": "https://shop.example/likeness",
         *       "description": "",
         *       "event_types": [
         *         "import.finished",
         *         "import.failed"
         *       ],
         *       "paused": false,
         *       "created_by": "user:usr_01900000-0000-7000-8000-00000000000a",
         *       "created_at": "2026-03-01T09:30:00.000Z"
         *     }
         */
        Webhook: {
            id: components["schemas"]["WebhookId"];
            url: components["schemas"]["WebhookUrl"];
            description: components["schemas"]["WebhookDescription"];
            event_types: components["schemas"]["WebhookEventTypes"];
            paused: boolean;
            /**
             * Format: date-time
             * @description The first failure since the last success; absent: none.
             */
            failing_since?: string;
            disabled?: components["schemas"]["WebhookDisabled"];
            /**
             * Format: date-time
             * @description Until when the former secret signs as well.
             */
            former_secret_until?: string;
            /** @description user:usr_…, key:key_… or operator */
            created_by: string;
            /** Format: date-time */
            created_at: string;
        };
        /**
         * @example {
         *       "id": "whk_01900000-0000-7000-8000-00000000000d",
         *       "url": "https://shop.example/likeness",
         *       "description": "",
         *       "event_types": [
         *         "import.finished",
         *         "import.failed"
         *       ],
         *       "paused": false,
         *       "created_by": "user:usr_01900000-0000-7000-8000-00000000000a",
         *       "created_at": "2026-03-01T09:30:00.000Z",
         *       "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo="
         *     }
         */
        NewWebhookAnswer: {
            id: components["schemas"]["WebhookId"];
            url: components["schemas"]["WebhookUrl"];
            description: components["schemas"]["WebhookDescription"];
            event_types: components["schemas"]["WebhookEventTypes"];
            paused: boolean;
            /**
             * Format: date-time
             * @description The first failure since the last success; absent: none.
             */
            failing_since?: string;
            disabled?: components["schemas"]["WebhookDisabled"];
            /**
             * Format: date-time
             * @description Until when the former secret signs as well.
             */
            former_secret_until?: string;
            /** @description user:usr_…, key:key_… or operator */
            created_by: string;
            /** Format: date-time */
            created_at: string;
            /** @description whsec_ and 32 bytes in base64: shown this once. */
            secret: string;
        };
        /**
         * @example {
         *       "webhooks": [
         *         {
         *           "id": "whk_01900000-0000-7000-8000-00000000000d",
         *           "url": "https://shop.example/likeness",
         *           "description": "",
         *           "event_types": [
         *             "import.finished",
         *             "import.failed"
         *           ],
         *           "paused": false,
         *           "created_by": "user:usr_01900000-0000-7000-8000-00000000000a",
         *           "created_at": "2026-03-01T09:30:00.000Z"
         *         }
         *       ]
         *     }
         */
        WebhookPage: {
            webhooks: components["schemas"]["Webhook"][];
            /** @description Absent on the last page. */
            next_cursor?: string;
        };
        /**
         * @description failed: it was given up.
         * @enum {string}
         */
        WebhookDeliveryState: "waiting" | "sending" | "delivered" | "failed";
        /**
         * @example {
         *       "id": "dlv_01900000-0000-7000-8000-00000000000e",
         *       "webhook_id": "whk_01900000-0000-7000-8000-00000000000d",
         *       "event_id": "evt_01900000-0000-7000-8000-00000000000f",
         *       "event_type": "import.finished",
         *       "state": "waiting",
         *       "tries": 1,
         *       "http_status": 503,
         *       "reason": "https://shop.example/likeness answered 503",
         *       "created_at": "2026-03-01T09:30:00.000Z",
         *       "last_try_at": "2026-03-01T09:30:00.500Z",
         *       "next_try_at": "2026-03-01T09:30:10.500Z"
         *     }
         */
        WebhookDelivery: {
            id: components["schemas"]["WebhookDeliveryId"];
            webhook_id: components["schemas"]["WebhookId"];
            event_id: components["schemas"]["WebhookEventId"];
            /** @description One of WebhookEventType, or webhook.test. */
            event_type: string;
            state: components["schemas"]["WebhookDeliveryState"];
            tries: number;
            /** @description Of the last answer; absent where none came. */
            http_status?: number;
            /** @description Why the last try failed. */
            reason?: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            last_try_at?: string;
            /**
             * Format: date-time
             * @description While it waits.
             */
            next_try_at?: string;
            /** Format: date-time */
            finished_at?: string;
        };
        /**
         * @example {
         *       "deliveries": [
         *         {
         *           "id": "dlv_01900000-0000-7000-8000-00000000000e",
         *           "webhook_id": "whk_01900000-0000-7000-8000-00000000000d",
         *           "event_id": "evt_01900000-0000-7000-8000-00000000000f",
         *           "event_type": "import.finished",
         *           "state": "waiting",
         *           "tries": 1,
         *           "http_status": 503,
         *           "reason": "https://shop.example/likeness answered 503",
         *           "created_at": "2026-03-01T09:30:00.000Z",
         *           "last_try_at": "2026-03-01T09:30:00.500Z",
         *           "next_try_at": "2026-03-01T09:30:10.500Z"
         *         }
         *       ]
         *     }
         */
        WebhookDeliveryPage: {
            deliveries: components["schemas"]["WebhookDelivery"][];
            /** @description Absent on the last page. */
            next_cursor?: string;
        };
        Money: {
            /** @description In major units with the digits of the currency: 59.90 */
            amount: string;
            currency: components["schemas"]["Currency"];
            /** @description In minor units: 5990 */
            minor: number;
        };
        Variant: {
            id: components["schemas"]["VariantId"];
            external_id: string;
            price?: components["schemas"]["Money"];
            sale_price?: components["schemas"]["Money"];
            /** Format: date-time */
            sale_from?: string;
            /** Format: date-time */
            sale_until?: string;
            availability: components["schemas"]["Availability"];
            colors: string[];
            size: string;
            gtin?: string;
            mpn?: string;
            /** @description What else the feed says, by Google's names: condition, gender, age_group, material, custom_label_0 and so on. */
            attributes: components["schemas"]["VariantAttribute"][];
        };
        VariantAttribute: {
            name: string;
            values: string[];
        };
        /** @description In fractions of the upright photo's width and height; x and y name the upper left corner. */
        Box: {
            x: number;
            y: number;
            width: number;
            height: number;
        };
        Region: {
            id: components["schemas"]["RegionId"];
            box: components["schemas"]["Box"];
            label: string;
            confidence: number;
        };
        ColorShare: {
            name: string;
            share: number;
        };
        /**
         * @example {
         *       "id": "img_01900000-0000-7000-8000-000000000009",
         *       "product_id": "prd_01900000-0000-7000-8000-000000000006",
         *       "location": "https://shop.example/dress-1.jpg",
         *       "role": "main",
         *       "position": 0,
         *       "state": "done",
         *       "content_sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
         *       "width_px": 1200,
         *       "height_px": 1600,
         *       "perceptual_hash": "e4c3b2a190807060",
         *       "colors": [
         *         {
         *           "name": "red",
         *           "share": 0.8
         *         }
         *       ],
         *       "color_check": "agrees",
         *       "regions": []
         *     }
         */
        Image: {
            id: components["schemas"]["ImageId"];
            product_id: components["schemas"]["ProductId"];
            /** @description URL or path as the feed wrote it. */
            location: string;
            /**
             * @description A lifestyle photo is a scene. It is searched by its regions alone, unless it has none and the product has no other kind of photo.
             * @enum {string}
             */
            role: "main" | "additional" | "lifestyle";
            position: number;
            /** @enum {string} */
            state: "waiting" | "queued" | "running" | "done" | "dead";
            last_error?: string;
            /** @description Absent until the bytes are here. */
            content_sha256?: string;
            width_px: number;
            height_px: number;
            /** @description 16 hex digits. */
            perceptual_hash?: string;
            colors: components["schemas"]["ColorShare"][];
            /**
             * @description Whether the photo shows a colour that the feed names, as of when the photo was understood.
             * @enum {string}
             */
            color_check: "unknown" | "agrees" | "differs";
            regions: components["schemas"]["Region"][];
        };
        /**
         * @example {
         *       "id": "prd_01900000-0000-7000-8000-000000000006",
         *       "external_id": "dress-1",
         *       "title": "Linen dress",
         *       "description": "A light dress for the summer.",
         *       "brand": "Acme",
         *       "category_path": [
         *         "Apparel",
         *         "Dress"
         *       ],
         *       "product_type": "Dress",
         *       "link": "https://shop.example/dress-1",
         *       "updated_at": "2026-03-01T09:30:00.000Z",
         *       "variants": [
         *         {
         *           "id": "var_01900000-0000-7000-8000-000000000008",
         *           "external_id": "dress-1-red-m",
         *           "price": {
         *             "amount": "59.90",
         *             "currency": "EUR",
         *             "minor": 5990
         *           },
         *           "availability": "in_stock",
         *           "colors": [
         *             "red"
         *           ],
         *           "size": "M",
         *           "attributes": [
         *             {
         *               "name": "material",
         *               "values": [
         *                 "linen"
         *               ]
         *             }
         *           ]
         *         }
         *       ],
         *       "images": []
         *     }
         */
        Product: {
            id: components["schemas"]["ProductId"];
            external_id: string;
            title: string;
            description: string;
            brand: string;
            category_path: string[];
            product_type: string;
            link: string;
            /** Format: date-time */
            updated_at: string;
            variants: components["schemas"]["Variant"][];
            images: components["schemas"]["Image"][];
        };
        /**
         * @example {
         *       "products": [
         *         {
         *           "id": "prd_01900000-0000-7000-8000-000000000006",
         *           "external_id": "dress-1",
         *           "title": "Linen dress",
         *           "brand": "Acme",
         *           "product_type": "Dress",
         *           "category_path": [
         *             "Apparel",
         *             "Dress"
         *           ],
         *           "link": "https://shop.example/dress-1",
         *           "variants": [
         *             {
         *               "id": "var_01900000-0000-7000-8000-000000000008",
         *               "external_id": "dress-1-red-m",
         *               "price": {
         *                 "amount": "59.90",
         *                 "currency": "EUR",
         *                 "minor": 5990
         *               },
         *               "availability": "in_stock",
         *               "colors": [
         *                 "red"
         *               ],
         *               "size": "M",
         *               "attributes": []
         *             }
         *           ]
         *         }
         *       ],
         *       "next_cursor": "cHJkXzAxOTAwMDAw"
         *     }
         */
        ProductPage: {
            products: components["schemas"]["ProductSummary"][];
            /** @description Absent on the last page. */
            next_cursor?: string;
        };
        RowCounts: {
            read: number;
            broken: number;
        };
        ProductCounts: {
            created: number;
            changed: number;
            /** @description Known when the feed is read. */
            unchanged: number;
            /** @description Because a full feed does not name them any more. */
            removed: number;
        };
        ImageCounts: {
            total: number;
            /** @description For upload by the client. */
            waiting: number;
            fetching: number;
            understanding: number;
            done: number;
            /** @description Given up. */
            dead: number;
            /** @description Show none of the colours that the feed names; 0 until the import is done. */
            off_color: number;
        };
        TextCounts: {
            total: number;
            done: number;
        };
        /**
         * @example {
         *       "id": "imp_01900000-0000-7000-8000-000000000002",
         *       "source_id": "src_01900000-0000-7000-8000-000000000003",
         *       "source": "default",
         *       "filename": "feed.tsv",
         *       "format": "tsv",
         *       "state": "working",
         *       "created_at": "2026-03-01T09:30:00.000Z",
         *       "dry_run": false,
         *       "full": true,
         *       "rows": {
         *         "read": 120,
         *         "broken": 2
         *       },
         *       "products": {
         *         "created": 110,
         *         "changed": 0,
         *         "unchanged": 0,
         *         "removed": 0
         *       },
         *       "images": {
         *         "total": 118,
         *         "waiting": 0,
         *         "fetching": 10,
         *         "understanding": 8,
         *         "done": 99,
         *         "dead": 1,
         *         "off_color": 0
         *       },
         *       "texts": {
         *         "total": 110,
         *         "done": 110
         *       },
         *       "stages": [
         *         {
         *           "stage": "feed",
         *           "in": 120,
         *           "done": 120,
         *           "failed": 0,
         *           "rate_per_s": 0,
         *           "eta_s": 0
         *         },
         *         {
         *           "stage": "normalize",
         *           "in": 120,
         *           "done": 118,
         *           "failed": 2,
         *           "rate_per_s": 0,
         *           "eta_s": 0
         *         },
         *         {
         *           "stage": "download",
         *           "in": 118,
         *           "done": 107,
         *           "failed": 1,
         *           "rate_per_s": 21.4,
         *           "eta_s": 0.5
         *         },
         *         {
         *           "stage": "preprocess",
         *           "in": 107,
         *           "done": 99,
         *           "failed": 0,
         *           "rate_per_s": 12.5,
         *           "eta_s": 0.6
         *         },
         *         {
         *           "stage": "detect",
         *           "in": 99,
         *           "done": 99,
         *           "failed": 0,
         *           "rate_per_s": 0,
         *           "eta_s": 0
         *         },
         *         {
         *           "stage": "embed",
         *           "in": 209,
         *           "done": 209,
         *           "failed": 0,
         *           "rate_per_s": 0,
         *           "eta_s": 0
         *         },
         *         {
         *           "stage": "index",
         *           "in": 209,
         *           "done": 209,
         *           "failed": 0,
         *           "rate_per_s": 0,
         *           "eta_s": 0
         *         }
         *       ]
         *     }
         */
        Import: {
            id: components["schemas"]["ImportId"];
            source_id: components["schemas"]["SourceId"];
            source: string;
            filename: string;
            format: components["schemas"]["FeedFormat"];
            /**
             * @description stopped means that it asks whether so many products may be removed, see failure and resume.
             * @enum {string}
             */
            state: "reading" | "working" | "stopped" | "paused" | "cancelled" | "done" | "failed";
            /** @description Why the whole import failed, stopped or was cancelled. */
            failure?: string;
            /** @description Why open work was put off to be tried again; absent where none was. */
            held_up?: string;
            dry_run: boolean;
            /** @description What the feed does not name is removed. */
            full: boolean;
            preview?: components["schemas"]["ImportPreview"];
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            finished_at?: string;
            rows: components["schemas"]["RowCounts"];
            products: components["schemas"]["ProductCounts"];
            images: components["schemas"]["ImageCounts"];
            texts: components["schemas"]["TextCounts"];
            /** @description The seven stages in order. */
            stages: components["schemas"]["StageProgress"][];
        };
        /** @description Rows in feed and normalize, photos from download on, photos and texts in embed and index. */
        StageProgress: {
            /** @enum {string} */
            stage: "feed" | "normalize" | "download" | "preprocess" | "detect" | "embed" | "index";
            /** @description Have reached the stage so far. */
            in: number;
            done: number;
            failed: number;
            rate_per_s: number;
            /** @description Absent where nothing moves. */
            eta_s?: number;
        };
        /** @description Of a dry run; the first few of each, the counts are those of products. */
        ImportPreview: {
            created: string[];
            changed: components["schemas"]["ChangedProduct"][];
            removed: string[];
        };
        ChangedProduct: {
            external_id: string;
            /** @description What differs; variants and images mean that some come or go. */
            fields: string[];
        };
        ResumeImport: {
            /** @description The answer that a stopped import waits for: true removes what the feed no longer names, false leaves it. */
            allow_mass_delete?: boolean;
        };
        /**
         * @example {
         *       "imports": [
         *         {
         *           "id": "imp_01900000-0000-7000-8000-000000000002",
         *           "source_id": "src_01900000-0000-7000-8000-000000000003",
         *           "source": "default",
         *           "filename": "feed.tsv",
         *           "format": "tsv",
         *           "state": "working",
         *           "created_at": "2026-03-01T09:30:00.000Z",
         *           "dry_run": false,
         *           "full": true,
         *           "rows": {
         *             "read": 120,
         *             "broken": 2
         *           },
         *           "products": {
         *             "created": 110,
         *             "changed": 0,
         *             "unchanged": 0,
         *             "removed": 0
         *           },
         *           "images": {
         *             "total": 118,
         *             "waiting": 0,
         *             "fetching": 10,
         *             "understanding": 8,
         *             "done": 99,
         *             "dead": 1,
         *             "off_color": 0
         *           },
         *           "texts": {
         *             "total": 110,
         *             "done": 110
         *           },
         *           "stages": [
         *             {
         *               "stage": "feed",
         *               "in": 120,
         *               "done": 120,
         *               "failed": 0,
         *               "rate_per_s": 0,
         *               "eta_s": 0
         *             },
         *             {
         *               "stage": "normalize",
         *               "in": 120,
         *               "done": 118,
         *               "failed": 2,
         *               "rate_per_s": 0,
         *               "eta_s": 0
         *             },
         *             {
         *               "stage": "download",
         *               "in": 118,
         *               "done": 107,
         *               "failed": 1,
         *               "rate_per_s": 21.4,
         *               "eta_s": 0.5
         *             },
         *             {
         *               "stage": "preprocess",
         *               "in": 107,
         *               "done": 99,
         *               "failed": 0,
         *               "rate_per_s": 12.5,
         *               "eta_s": 0.6
         *             },
         *             {
         *               "stage": "detect",
         *               "in": 99,
         *               "done": 99,
         *               "failed": 0,
         *               "rate_per_s": 0,
         *               "eta_s": 0
         *             },
         *             {
         *               "stage": "embed",
         *               "in": 209,
         *               "done": 209,
         *               "failed": 0,
         *               "rate_per_s": 0,
         *               "eta_s": 0
         *             },
         *             {
         *               "stage": "index",
         *               "in": 209,
         *               "done": 209,
         *               "failed": 0,
         *               "rate_per_s": 0,
         *               "eta_s": 0
         *             }
         *           ]
         *         }
         *       ]
         *     }
         */
        ImportList: {
            imports: components["schemas"]["Import"][];
            /** @description Absent on the last page. */
            next_cursor?: string;
        };
        ImportError: {
            /** @description Of the feed; 0 where none is to blame. */
            line: number;
            field: string;
            value: string;
            reason: string;
            /** @description A hint: the row was taken all the same, or left out on purpose. */
            row_kept: boolean;
        };
        /**
         * @example {
         *       "errors": [
         *         {
         *           "line": 17,
         *           "field": "price",
         *           "value": "12,5,0",
         *           "reason": "is not a number",
         *           "row_kept": false
         *         }
         *       ],
         *       "next_cursor": "n3hQ0mJd9b0cXo1W2kq3fmYtMTctMQ"
         *     }
         */
        ImportErrorPage: {
            errors: components["schemas"]["ImportError"][];
            /** @description Absent on the last page. */
            next_cursor?: string;
        };
        WantedFile: {
            path: string;
            /** @description Of what the server has already, if anything. */
            content_sha256?: string;
        };
        /**
         * @example {
         *       "files": [
         *         {
         *           "path": "images/1.jpg"
         *         }
         *       ]
         *     }
         */
        WantedFilePage: {
            files: components["schemas"]["WantedFile"][];
            /** @description Absent on the last page. */
            next_cursor?: string;
        };
        MissingFiles: {
            files: components["schemas"]["MissingFile"][];
        };
        MissingFile: {
            path: string;
            reason: string;
        };
        /** @enum {string} */
        Stage: "feed" | "normalize" | "download" | "preprocess" | "detect" | "embed" | "index";
        /** @enum {string} */
        ErrorKind: "invalid_argument" | "unauthenticated" | "forbidden" | "not_found" | "conflict" | "gone" | "too_large" | "rate_limited" | "unavailable" | "timeout" | "corrupt_data" | "unsupported" | "internal" | "cancelled";
        DeadLetter: {
            id: components["schemas"]["JobId"];
            /** @enum {string} */
            kind: "feed" | "image" | "text";
            /** @description Where its last try failed; empty where its worker died each time. */
            stage: string;
            error_kind: components["schemas"]["ErrorKind"];
            reason: string;
            tries: number;
            /** @description False for a photo that was never uploaded. */
            retryable: boolean;
            import_id: components["schemas"]["ImportId"];
            product_id?: components["schemas"]["ProductId"];
            image_id?: components["schemas"]["ImageId"];
            /** @description The photo as the feed names it. */
            location?: string;
            /** Format: date-time */
            died_at: string;
        };
        AuditCheck: {
            /** @description Id of the org, or server. */
            log: string;
            /** @description The entries up to this one are right. */
            checked: number;
            /** @description That the log has. */
            entries: number;
            /** @description Everything was checked and is right. */
            complete: boolean;
            hash: string;
            /** @description The first entry that is not as it was written. */
            broken?: {
                sequence: number;
                reason: string;
            };
            /** @description There is more to check. */
            next_cursor?: string;
        };
        ErasedAuditValues: {
            erased: number;
            more: boolean;
        };
        DeadLetterPage: {
            dead_letters: components["schemas"]["DeadLetter"][];
            /** @description Absent on the last page. */
            next_cursor?: string;
        };
        /** @description All that is given must fit; nothing given fits all. */
        DeadLetterFilter: {
            import_id?: components["schemas"]["ImportId"];
            stage?: components["schemas"]["Stage"];
            error_kind?: components["schemas"]["ErrorKind"];
        };
        DeadLettersRetried: {
            retried: number;
            /** @description The bound of one request was reached: ask again. */
            more: boolean;
        };
        /** @description Fetched by the server, from public addresses only. */
        FeedUrl: string;
        /** @enum {string} */
        FeedFormat: "auto" | "tsv" | "csv" | "xml" | "jsonl" | "shopify_csv" | "zip";
        /**
         * @description full: rows that a feed does not name any more are removed; delta: they stay.
         * @enum {string}
         */
        FeedMode: "full" | "delta";
        /** @description What columns of the feed hold. What is not named is recognised. */
        FeedMapping: components["schemas"]["FeedColumn"][];
        FeedColumn: {
            /** @description As the feed calls it. */
            column: string;
            attribute: string;
        };
        FeedCredentials: {
            /** @enum {string} */
            kind: "none" | "basic" | "bearer" | "header";
            /** @description User of basic; name of the header. */
            name?: string;
            /** @description Password, token, or value of the header. */
            secret?: string;
        };
        FeedSchedule: {
            /** @description Minute, hour, day of month, month, day of week, or @hourly, @daily, @weekly, @monthly, @yearly. */
            cron: string;
            /**
             * @description IANA name: Europe/Berlin
             * @default UTC
             */
            time_zone?: string;
        };
        NewFeed: {
            name: string;
            url?: components["schemas"]["FeedUrl"];
            format?: components["schemas"]["FeedFormat"];
            mapping?: components["schemas"]["FeedMapping"];
            mode?: components["schemas"]["FeedMode"];
            credentials?: components["schemas"]["FeedCredentials"];
            schedule?: components["schemas"]["FeedSchedule"];
            paused?: boolean;
        };
        FeedChange: {
            name?: string;
            url?: components["schemas"]["FeedUrl"];
            format?: components["schemas"]["FeedFormat"];
            mapping?: components["schemas"]["FeedMapping"];
            mode?: components["schemas"]["FeedMode"];
            credentials?: components["schemas"]["FeedCredentials"];
            schedule?: {
                cron: string;
                time_zone?: string;
            } | null;
            paused?: boolean;
        };
        CredentialsState: {
            /** @enum {string} */
            kind: "none" | "basic" | "bearer" | "header";
            set: boolean;
        };
        /**
         * @example {
         *       "id": "src_01900000-0000-7000-8000-000000000003",
         *       "name": "main",
         *       "kind": "url",
         *       "url": "https://feeds.example/shop.tsv",
         *       "format": "auto",
         *       "mapping": [
         *         {
         *           "column": "Produktname",
         *           "attribute": "title"
         *         }
         *       ],
         *       "mode": "full",
         *       "credentials": {
         *         "kind": "basic",
         *         "set": true
         *       },
         *       "schedule": {
         *         "cron": "0 6 * * *",
         *         "time_zone": "Europe/Berlin"
         *       },
         *       "paused": false,
         *       "created_at": "2026-03-01T09:30:00.000Z",
         *       "next_pull_at": "2026-03-02T05:00:00.000Z"
         *     }
         */
        Feed: {
            id: components["schemas"]["SourceId"];
            name: string;
            /** @enum {string} */
            kind: "upload" | "url";
            url?: string;
            format: components["schemas"]["FeedFormat"];
            mapping: components["schemas"]["FeedMapping"];
            mode: components["schemas"]["FeedMode"];
            credentials: components["schemas"]["CredentialsState"];
            schedule?: components["schemas"]["FeedSchedule"];
            paused: boolean;
            /** Format: date-time */
            created_at: string;
            /**
             * Format: date-time
             * @description Absent where nothing is scheduled.
             */
            next_pull_at?: string;
        };
        /**
         * @example {
         *       "feeds": [
         *         {
         *           "id": "src_01900000-0000-7000-8000-000000000003",
         *           "name": "main",
         *           "kind": "url",
         *           "url": "https://feeds.example/shop.tsv",
         *           "format": "auto",
         *           "mapping": [
         *             {
         *               "column": "Produktname",
         *               "attribute": "title"
         *             }
         *           ],
         *           "mode": "full",
         *           "credentials": {
         *             "kind": "basic",
         *             "set": true
         *           },
         *           "schedule": {
         *             "cron": "0 6 * * *",
         *             "time_zone": "Europe/Berlin"
         *           },
         *           "paused": false,
         *           "created_at": "2026-03-01T09:30:00.000Z",
         *           "next_pull_at": "2026-03-02T05:00:00.000Z"
         *         }
         *       ]
         *     }
         */
        FeedPage: {
            feeds: components["schemas"]["Feed"][];
            /** @description Absent on the last page. */
            next_cursor?: string;
        };
        PulledProducts: {
            created: number;
            changed: number;
            removed: number;
        };
        PulledImport: {
            id: components["schemas"]["ImportId"];
            /** @description As of the import; empty where it is deleted. */
            state: string;
            rows: components["schemas"]["RowCounts"];
            products: components["schemas"]["PulledProducts"];
        };
        /**
         * @example {
         *       "id": "pul_01900000-0000-7000-8000-00000000000b",
         *       "feed_id": "src_01900000-0000-7000-8000-000000000003",
         *       "trigger": "schedule",
         *       "state": "done",
         *       "outcome": "imported",
         *       "http_status": 200,
         *       "bytes": 48213,
         *       "seconds": 0.4,
         *       "tries": 1,
         *       "created_at": "2026-03-01T05:00:00.000Z",
         *       "finished_at": "2026-03-01T05:00:01.000Z",
         *       "import": {
         *         "id": "imp_01900000-0000-7000-8000-000000000002",
         *         "state": "done",
         *         "rows": {
         *           "read": 120,
         *           "broken": 2
         *         },
         *         "products": {
         *           "created": 110,
         *           "changed": 0,
         *           "removed": 0
         *         }
         *       }
         *     }
         */
        Pull: {
            id: components["schemas"]["PullId"];
            feed_id: components["schemas"]["SourceId"];
            /** @enum {string} */
            trigger: "schedule" | "manual";
            /** @enum {string} */
            state: "queued" | "running" | "done";
            /**
             * @description Once it is done. skipped: the pull before was still under way.
             * @enum {string}
             */
            outcome?: "unchanged" | "imported" | "failed" | "skipped";
            /** @description Why it failed or was skipped, or why the last try came to nothing. */
            reason?: string;
            /** @description Of the last answer. */
            http_status?: number;
            /** @description Over the wire. */
            bytes: number;
            seconds: number;
            tries: number;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            finished_at?: string;
            import?: components["schemas"]["PulledImport"];
        };
        /**
         * @example {
         *       "pulls": [
         *         {
         *           "id": "pul_01900000-0000-7000-8000-00000000000b",
         *           "feed_id": "src_01900000-0000-7000-8000-000000000003",
         *           "trigger": "schedule",
         *           "state": "done",
         *           "outcome": "imported",
         *           "http_status": 200,
         *           "bytes": 48213,
         *           "seconds": 0.4,
         *           "tries": 1,
         *           "created_at": "2026-03-01T05:00:00.000Z",
         *           "finished_at": "2026-03-01T05:00:01.000Z",
         *           "import": {
         *             "id": "imp_01900000-0000-7000-8000-000000000002",
         *             "state": "done",
         *             "rows": {
         *               "read": 120,
         *               "broken": 2
         *             },
         *             "products": {
         *               "created": 110,
         *               "changed": 0,
         *               "removed": 0
         *             }
         *           }
         *         }
         *       ]
         *     }
         */
        PullPage: {
            pulls: components["schemas"]["Pull"][];
            /** @description Absent on the last page. */
            next_cursor?: string;
        };
        /**
         * @example {
         *       "id": "qim_01900000-0000-7000-8000-000000000004",
         *       "width_px": 1200,
         *       "height_px": 900,
         *       "expires_at": "2026-03-02T09:30:00.000Z",
         *       "detected": true,
         *       "regions": [
         *         {
         *           "id": "rgn_01900000-0000-7000-8000-000000000005",
         *           "box": {
         *             "x": 0.1,
         *             "y": 0.2,
         *             "width": 0.4,
         *             "height": 0.5
         *           },
         *           "label": "handbag",
         *           "confidence": 0.81
         *         }
         *       ]
         *     }
         */
        QueryImage: {
            id: components["schemas"]["QueryImageId"];
            width_px: number;
            height_px: number;
            /** Format: date-time */
            expires_at: string;
            /** @description Whether the detector has looked; regions may be empty then. */
            detected: boolean;
            regions: components["schemas"]["Region"][];
        };
        /** @description Within a list any value suffices, between fields all must hold, and price, colour, size and availability must hold on one and the same variant. A price is compared in one currency, the org's unless named. */
        Filter: {
            /** @description In major units. */
            price_min?: number;
            /** @description In major units. */
            price_max?: number;
            currency?: components["schemas"]["Currency"];
            brands?: components["schemas"]["FilterValues"];
            categories?: components["schemas"]["FilterValues"];
            colors?: components["schemas"]["FilterValues"];
            sizes?: components["schemas"]["FilterValues"];
            availability?: components["schemas"]["Availability"][];
        };
        FilterValues: string[];
        FacetNames: components["schemas"]["FacetName"][];
        /** @description Fetched by the server, from public addresses only. */
        ImageUrl: string;
        SearchText: string;
        /** @default 20 */
        SearchLimit: number;
        /**
         * @description Compare with every vector instead of asking the engine: slow, to measure the engine against.
         * @default false
         */
        Exact: boolean;
        ImageSource: {
            query_image_id?: components["schemas"]["QueryImageId"];
            product_id?: components["schemas"]["ProductId"];
            url?: components["schemas"]["ImageUrl"];
            box?: components["schemas"]["Box"];
        } & (unknown | unknown | unknown);
        ImageSearch: {
            query_image_id?: components["schemas"]["QueryImageId"];
            product_id?: components["schemas"]["ProductId"];
            url?: components["schemas"]["ImageUrl"];
            box?: components["schemas"]["Box"];
            filter?: components["schemas"]["Filter"];
            limit?: components["schemas"]["SearchLimit"];
            cursor?: components["schemas"]["Cursor"];
            facets?: components["schemas"]["FacetNames"];
            exact?: components["schemas"]["Exact"];
        } & (unknown | unknown | unknown);
        TextSearch: {
            text: components["schemas"]["SearchText"];
            filter?: components["schemas"]["Filter"];
            limit?: components["schemas"]["SearchLimit"];
            cursor?: components["schemas"]["Cursor"];
            facets?: components["schemas"]["FacetNames"];
            exact?: components["schemas"]["Exact"];
        };
        MultiSearch: {
            image: components["schemas"]["ImageSource"];
            text: components["schemas"]["SearchText"];
            /**
             * @description Share of the photo, from 0 (words only) to 1 (photo only).
             * @default 0.5
             */
            image_weight?: number;
            filter?: components["schemas"]["Filter"];
            limit?: components["schemas"]["SearchLimit"];
            cursor?: components["schemas"]["Cursor"];
            facets?: components["schemas"]["FacetNames"];
            exact?: components["schemas"]["Exact"];
        };
        /** @description Milliseconds of each step of the chain. */
        StepMs: {
            embed?: number;
            retrieve?: number;
            rank?: number;
            read?: number;
        };
        ProductSummary: {
            id: components["schemas"]["ProductId"];
            external_id: string;
            title: string;
            brand: string;
            product_type: string;
            category_path: string[];
            link: string;
            variants: components["schemas"]["Variant"][];
        };
        Hit: {
            product: components["schemas"]["ProductSummary"];
            variant_id: components["schemas"]["VariantId"];
            image_id?: components["schemas"]["ImageId"];
            region_id?: components["schemas"]["RegionId"];
            box?: components["schemas"]["Box"];
            score: number;
            confidence: number;
            /** @enum {string} */
            band: "exact" | "similar" | "weak";
            image_score: number;
            text_score: number;
        };
        FacetValue: {
            value: string;
            count: number;
        };
        Facet: {
            name: components["schemas"]["FacetName"];
            values: components["schemas"]["FacetValue"][];
        };
        SearchAnswer: {
            search_id: components["schemas"]["SearchId"];
            took_ms: number;
            step_ms: components["schemas"]["StepMs"];
            pack: string;
            /** Format: date-time */
            index_time: string;
            found: number;
            /**
             * @description capped: the candidate limit was reached, and counts are lower bounds.
             * @enum {string}
             */
            count_scope: "exact" | "capped";
            hits: components["schemas"]["Hit"][];
            facets: components["schemas"]["Facet"][];
            /** @description Absent on the last page. */
            next_cursor?: string;
        };
        /**
         * @example {
         *       "engine": "embedded",
         *       "state": "ready",
         *       "pack": "lite-v1",
         *       "vectors": 354,
         *       "products": 110,
         *       "memory_bytes": 906240,
         *       "stored_vectors": 354,
         *       "detector": "yolox-nano",
         *       "changed_at": "2026-03-01T09:30:00.000Z"
         *     }
         */
        IndexStatus: {
            engine: string;
            /** @enum {string} */
            state: "ready" | "rebuilding";
            pack: string;
            vectors: number;
            products: number;
            memory_bytes: number;
            /** @description In the database. */
            stored_vectors: number;
            /** @description Empty where none is installed. */
            detector: string;
            /** Format: date-time */
            changed_at?: string;
        };
        /**
         * @example {
         *       "state": "rebuilding"
         *     }
         */
        RebuildStatus: {
            /** @enum {string} */
            state: "rebuilding";
        };
        /**
         * @example {
         *       "status": "alive"
         *     }
         */
        Liveness: {
            /** @enum {string} */
            status: "alive";
        };
        /**
         * @example {
         *       "status": "ready",
         *       "checks": [
         *         {
         *           "name": "postgres",
         *           "ok": true,
         *           "detail": "answers in 1 ms"
         *         }
         *       ]
         *     }
         */
        Readiness: {
            /** @enum {string} */
            status: "ready" | "not_ready";
            checks: components["schemas"]["ReadinessCheck"][];
        };
        ReadinessCheck: {
            name: string;
            ok: boolean;
            detail: string;
        };
    };
    responses: {
        /** @description The client has the present state. */
        NotModified: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description What went wrong. */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:likeness:problem:invalid-argument",
                 *       "title": "The request does not hold to the contract",
                 *       "status": 422,
                 *       "detail": "limit must be at most 200",
                 *       "instance": "/v1/search/text",
                 *       "trace_id": "0af7651916cd43dd8448eb211c80319c",
                 *       "errors": [
                 *         {
                 *           "field": "limit",
                 *           "message": "must be at most 200"
                 *         }
                 *       ]
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The best products, best first. */
        SearchAnswer: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "search_id": "sea_01900000-0000-7000-8000-000000000007",
                 *       "took_ms": 48.2,
                 *       "step_ms": {
                 *         "embed": 31.5,
                 *         "retrieve": 4.1,
                 *         "rank": 0.9,
                 *         "read": 8.3
                 *       },
                 *       "pack": "lite-v1",
                 *       "index_time": "2026-03-01T09:30:00.000Z",
                 *       "found": 1,
                 *       "count_scope": "exact",
                 *       "hits": [
                 *         {
                 *           "product": {
                 *             "id": "prd_01900000-0000-7000-8000-000000000006",
                 *             "external_id": "dress-1",
                 *             "title": "Linen dress",
                 *             "brand": "Acme",
                 *             "product_type": "Dress",
                 *             "category_path": [
                 *               "Apparel",
                 *               "Dress"
                 *             ],
                 *             "link": "https://shop.example/dress-1",
                 *             "variants": [
                 *               {
                 *                 "id": "var_01900000-0000-7000-8000-000000000008",
                 *                 "external_id": "dress-1-red-m",
                 *                 "price": {
                 *                   "amount": "59.90",
                 *                   "currency": "EUR",
                 *                   "minor": 5990
                 *                 },
                 *                 "availability": "in_stock",
                 *                 "colors": [
                 *                   "red"
                 *                 ],
                 *                 "size": "M",
                 *                 "attributes": [
                 *                   {
                 *                     "name": "material",
                 *                     "values": [
                 *                       "linen"
                 *                     ]
                 *                   }
                 *                 ]
                 *               }
                 *             ]
                 *           },
                 *           "variant_id": "var_01900000-0000-7000-8000-000000000008",
                 *           "image_id": "img_01900000-0000-7000-8000-000000000009",
                 *           "score": 0.83,
                 *           "confidence": 0.91,
                 *           "band": "exact",
                 *           "image_score": 0.83,
                 *           "text_score": 0
                 *         }
                 *       ],
                 *       "facets": [
                 *         {
                 *           "name": "brand",
                 *           "values": [
                 *             {
                 *               "value": "Acme",
                 *               "count": 1
                 *             }
                 *           ]
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["SearchAnswer"];
            };
        };
        /**
         * @description `malformed-request`: The HTTP message itself is broken, or leaves open what it means.
         *
         *     `malformed-json`: The body cannot be parsed; nothing in it was looked at.
         */
        Problem400: {
            headers: {
                /** @description What the operator finds the request by. */
                "Likeness-Trace-Id": string;
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:likeness:problem:malformed-request",
                 *       "title": "The request is malformed",
                 *       "status": 400,
                 *       "detail": "a request needs exactly one Host header",
                 *       "instance": "/v1/search/text",
                 *       "trace_id": "0af7651916cd43dd8448eb211c80319c"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unauthenticated`: No token, or one that is wrong, out of date or revoked. */
        Problem401: {
            headers: {
                /** @description What the operator finds the request by. */
                "Likeness-Trace-Id": string;
                /** @description The scheme that is wanted. */
                "WWW-Authenticate": string;
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:likeness:problem:unauthenticated",
                 *       "title": "Not signed in",
                 *       "status": 401,
                 *       "detail": "this needs a header Authorization: Bearer <token>",
                 *       "instance": "/v1/search/text",
                 *       "trace_id": "0af7651916cd43dd8448eb211c80319c"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `forbidden`: The caller is known and has not the role that this needs.
         *
         *     `quota-exceeded`: The org has as much as it may have; quota, limit and usage say of what.
         */
        Problem403: {
            headers: {
                /** @description What the operator finds the request by. */
                "Likeness-Trace-Id": string;
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:likeness:problem:forbidden",
                 *       "title": "Not allowed",
                 *       "status": 403,
                 *       "detail": "this needs one of the roles operator, owner, admin, editor",
                 *       "instance": "/v1/search/text",
                 *       "trace_id": "0af7651916cd43dd8448eb211c80319c"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `not-found`: There is no such thing in the org. What belongs to another org is answered alike. */
        Problem404: {
            headers: {
                /** @description What the operator finds the request by. */
                "Likeness-Trace-Id": string;
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:likeness:problem:not-found",
                 *       "title": "Not found",
                 *       "status": 404,
                 *       "detail": "there is no such product",
                 *       "instance": "/v1/search/text",
                 *       "trace_id": "0af7651916cd43dd8448eb211c80319c"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `conflict`: It exists already, or its state does not allow this; look at it again.
         *
         *     `idempotency-key-in-use`: The first request with this Idempotency-Key is not answered yet. Send it again after Retry-After.
         */
        Problem409: {
            headers: {
                /** @description What the operator finds the request by. */
                "Likeness-Trace-Id": string;
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:likeness:problem:conflict",
                 *       "title": "In conflict with the present state",
                 *       "status": 409,
                 *       "detail": "org \"shop\" exists already",
                 *       "instance": "/v1/search/text",
                 *       "trace_id": "0af7651916cd43dd8448eb211c80319c"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `gone`: What a cursor points into is no longer kept. Start again from the first page. */
        Problem410: {
            headers: {
                /** @description What the operator finds the request by. */
                "Likeness-Trace-Id": string;
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:likeness:problem:gone",
                 *       "title": "No longer there",
                 *       "status": 410,
                 *       "detail": "this result is no longer kept: start the search again",
                 *       "instance": "/v1/search/text",
                 *       "trace_id": "0af7651916cd43dd8448eb211c80319c"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `precondition-failed`: If-Match names a version that is not the present one. Read it again and decide anew. */
        Problem412: {
            headers: {
                /** @description What the operator finds the request by. */
                "Likeness-Trace-Id": string;
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:likeness:problem:precondition-failed",
                 *       "title": "Changed in the meantime",
                 *       "status": 412,
                 *       "detail": "the feed was changed by somebody else",
                 *       "instance": "/v1/search/text",
                 *       "trace_id": "0af7651916cd43dd8448eb211c80319c"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `too-large`: The body, or the photo in it, is over a limit of the server. */
        Problem413: {
            headers: {
                /** @description What the operator finds the request by. */
                "Likeness-Trace-Id": string;
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:likeness:problem:too-large",
                 *       "title": "Too large",
                 *       "status": 413,
                 *       "detail": "the body may have at most 1048576 bytes",
                 *       "instance": "/v1/search/text",
                 *       "trace_id": "0af7651916cd43dd8448eb211c80319c"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unsupported`: The media type is none that the operation takes, or the bytes are no photo that can be read. */
        Problem415: {
            headers: {
                /** @description What the operator finds the request by. */
                "Likeness-Trace-Id": string;
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:likeness:problem:unsupported",
                 *       "title": "Not a supported format",
                 *       "status": 415,
                 *       "detail": "the body must be one of application/json, not text/plain",
                 *       "instance": "/v1/search/text",
                 *       "trace_id": "0af7651916cd43dd8448eb211c80319c"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `invalid-argument`: errors names each field that is wrong, and how.
         *
         *     `idempotency-key-reused`: The Idempotency-Key was used with another path, query, content type or body. Take a new key.
         *
         *     `corrupt-data`: A photo that is damaged or cut off.
         */
        Problem422: {
            headers: {
                /** @description What the operator finds the request by. */
                "Likeness-Trace-Id": string;
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:likeness:problem:invalid-argument",
                 *       "title": "The request does not hold to the contract",
                 *       "status": 422,
                 *       "detail": "limit must be at most 200",
                 *       "instance": "/v1/search/text",
                 *       "trace_id": "0af7651916cd43dd8448eb211c80319c"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `rate-limited`: Wait for as long as Retry-After says.
         *
         *     `daily-quota-exceeded`: The org may search again from midnight (UTC) on, which Retry-After counts down to.
         */
        Problem429: {
            headers: {
                /** @description What the operator finds the request by. */
                "Likeness-Trace-Id": string;
                /** @description Seconds to wait. */
                "Retry-After": number;
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:likeness:problem:rate-limited",
                 *       "title": "Too many requests",
                 *       "status": 429,
                 *       "detail": "too many requests at a time",
                 *       "instance": "/v1/search/text",
                 *       "trace_id": "0af7651916cd43dd8448eb211c80319c"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `unavailable`: Something that the request needs is away, or the server has too much to do. Try again.
         *
         *     `cancelled`: The server stopped before the request was done. Try again.
         */
        Problem503: {
            headers: {
                /** @description What the operator finds the request by. */
                "Likeness-Trace-Id": string;
                /** @description Seconds to wait. */
                "Retry-After": number;
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:likeness:problem:unavailable",
                 *       "title": "Not available at the moment",
                 *       "status": 503,
                 *       "detail": "the request waited too long for its turn",
                 *       "instance": "/v1/search/text",
                 *       "trace_id": "0af7651916cd43dd8448eb211c80319c"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `timeout`: The work was given up after its time limit. */
        Problem504: {
            headers: {
                /** @description What the operator finds the request by. */
                "Likeness-Trace-Id": string;
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:likeness:problem:timeout",
                 *       "title": "Took too long",
                 *       "status": 504,
                 *       "detail": "the database took too long",
                 *       "instance": "/v1/search/text",
                 *       "trace_id": "0af7651916cd43dd8448eb211c80319c"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /**
         * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
         * @example shop
         */
        LikenessOrg: string;
        /**
         * @description Makes it safe to send the request again: it has its effect once, and gets the same answer again. One key for one request; a UUID is a good one, in quotes or bare.
         * @example "8e03978e-40d5-43e8-bc93-6894a57f9324"
         */
        IdempotencyKey: string;
        OrgId: components["schemas"]["OrgId"];
        UserId: components["schemas"]["UserId"];
        OperationId: components["schemas"]["OperationId"];
        ProductId: components["schemas"]["ProductId"];
        ImageId: components["schemas"]["ImageId"];
        ImportId: components["schemas"]["ImportId"];
        JobId: components["schemas"]["JobId"];
        FeedId: components["schemas"]["SourceId"];
        WebhookId: components["schemas"]["WebhookId"];
        QueryImageId: components["schemas"]["QueryImageId"];
        /**
         * @description Id of a user or key, a member's e-mail, operator or nobody.
         * @example ann@shop.example
         */
        AuditActor: string;
        /**
         * @description Operation id, or closeAuditLog.
         * @example deleteProduct
         */
        AuditAction: string;
        /**
         * @description Id of what was acted on.
         * @example prd_01900000-0000-7000-8000-000000000005
         */
        AuditObject: string;
        /**
         * @description A date or time; this or later.
         * @example 2026-03-01
         */
        AuditFrom: string;
        /**
         * @description A date or time; before it.
         * @example 2026-03-02T12:00:00Z
         */
        AuditTo: string;
        /** @description At most so many entries. */
        Limit: number;
        /** @description next_cursor of the page before. It is good for the same list with the same filters; the limit may change. */
        Cursor: components["schemas"]["Cursor"];
        /** @description The members to answer, by dotted names, arrays looked through (id,variants.price); all where it is absent. Of a list those of its items. */
        Fields: string[];
        /** @description ETag of the state that the change is meant for, or several, or *. Where the state is another, the answer is 412 and nothing changes. Without it the change is made in any case. */
        IfMatch: string;
        /** @description ETag of an answer that the client has; where nothing has changed since, the answer is 304 without a body. */
        IfNoneMatch: string;
    };
    requestBodies: never;
    headers: {
        /** @description The version; If-None-Match with it is answered 304 while nothing changed. */
        ETag: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "ann@shop.example",
                 *       "password": "correct horse battery",
                 *       "org": "shop"
                 *     }
                 */
                "application/json": components["schemas"]["Login"];
            };
        };
        responses: {
            /** @description A token and what it is good for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "access_token": "eyJhbGciOiJFUzI1NiIsInR5cCI6ImF0K2p3dCJ9.e30.c2ln",
                     *       "token_type": "Bearer",
                     *       "expires_in_s": 900,
                     *       "refresh_token": "lk_ref_3q2-7wABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhs",
                     *       "org_id": "org_01900000-0000-7000-8000-000000000001",
                     *       "org": "shop",
                     *       "role": "editor",
                     *       "session_id": "ses_01900000-0000-7000-8000-00000000000a",
                     *       "session_expires_at": "2026-03-31T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    setUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "token": "lk_setup_q83vEjRWeJq83vEjRWeJq83vEjRWeJq83vEjRWeJq80",
                 *       "org": "shop",
                 *       "org_name": "The Shop",
                 *       "email": "ann@shop.example",
                 *       "password": "correct horse battery"
                 *     }
                 */
                "application/json": components["schemas"]["Setup"];
            };
        };
        responses: {
            /** @description The org is there, and its owner may sign in. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Joined"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            409: components["responses"]["Problem409"];
            410: components["responses"]["Problem410"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "token": "lk_inv_q83vEjRWeJq83vEjRWeJq83vEjRWeJq83vEjRWeJq80",
                 *       "password": "correct horse battery",
                 *       "name": "Ann"
                 *     }
                 */
                "application/json": components["schemas"]["InvitationAcceptance"];
            };
        };
        responses: {
            /** @description The new member, who may sign in. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Joined"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            409: components["responses"]["Problem409"];
            410: components["responses"]["Problem410"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    requestPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "ann@shop.example"
                 *     }
                 */
                "application/json": components["schemas"]["PasswordResetRequest"];
            };
        };
        responses: {
            /** @description If the address is a user's, a mail is on its way. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasswordResetAccepted"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    completePasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "token": "lk_reset_q83vEjRWeJq83vEjRWeJq83vEjRWeJq83vEjRWeJq80",
                 *       "password": "correct horse battery"
                 *     }
                 */
                "application/json": components["schemas"]["PasswordResetCompletion"];
            };
        };
        responses: {
            /** @description The password is set; sign in with it. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            410: components["responses"]["Problem410"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    refreshSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "refresh_token": "lk_ref_3q2-7wABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhs",
                 *       "org": "shop"
                 *     }
                 */
                "application/json": components["schemas"]["Refresh"];
            };
        };
        responses: {
            /** @description The next tokens. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "access_token": "eyJhbGciOiJFUzI1NiIsInR5cCI6ImF0K2p3dCJ9.e30.c2ln",
                     *       "token_type": "Bearer",
                     *       "expires_in_s": 900,
                     *       "refresh_token": "lk_ref_3q2-7wABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhs",
                     *       "org_id": "org_01900000-0000-7000-8000-000000000001",
                     *       "org": "shop",
                     *       "role": "editor",
                     *       "session_id": "ses_01900000-0000-7000-8000-00000000000a",
                     *       "session_expires_at": "2026-03-31T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    logout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session is over. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "current_password": "correct horse battery",
                 *       "new_password": "plum harbour lantern 58"
                 *     }
                 */
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description It is changed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    whoAmI: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user, the org that the token acts on, all orgs of the user, this session. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "user": {
                     *         "id": "usr_01900000-0000-7000-8000-00000000000b",
                     *         "email": "ann@shop.example",
                     *         "name": ""
                     *       },
                     *       "acting": {
                     *         "org_id": "org_01900000-0000-7000-8000-000000000001",
                     *         "org": "shop",
                     *         "role": "editor"
                     *       },
                     *       "memberships": [
                     *         {
                     *           "org_id": "org_01900000-0000-7000-8000-000000000001",
                     *           "org": "shop",
                     *           "role": "editor"
                     *         }
                     *       ],
                     *       "session": {
                     *         "id": "ses_01900000-0000-7000-8000-00000000000a",
                     *         "current": true,
                     *         "created_at": "2026-03-01T09:30:00.000Z",
                     *         "used_at": "2026-03-02T08:00:00.000Z",
                     *         "expires_at": "2026-03-31T09:30:00.000Z",
                     *         "peer": "192.0.2.7",
                     *         "user_agent": "Mozilla/5.0"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["WhoAmI"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The open sessions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "sessions": [
                     *         {
                     *           "id": "ses_01900000-0000-7000-8000-00000000000a",
                     *           "current": true,
                     *           "created_at": "2026-03-01T09:30:00.000Z",
                     *           "used_at": "2026-03-02T08:00:00.000Z",
                     *           "expires_at": "2026-03-31T09:30:00.000Z",
                     *           "peer": "192.0.2.7",
                     *           "user_agent": "Mozilla/5.0"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["SessionList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session_id: components["schemas"]["SessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is over. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    listOrgs: {
        parameters: {
            query?: {
                /** @description The members to answer, by dotted names, arrays looked through (id,variants.price); all where it is absent. Of a list those of its items. */
                fields?: components["parameters"]["Fields"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The orgs, by slug. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrgList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    createOrg: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: it has its effect once, and gets the same answer again. One key for one request; a UUID is a good one, in quotes or bare.
                 * @example "8e03978e-40d5-43e8-bc93-6894a57f9324"
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "slug": "shop",
                 *       "name": "The Shop",
                 *       "currency": "EUR"
                 *     }
                 */
                "application/json": components["schemas"]["NewOrg"];
            };
        };
        responses: {
            /** @description The org. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Org"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    getOrg: {
        parameters: {
            query?: {
                /** @description The members to answer, by dotted names, arrays looked through (id,variants.price); all where it is absent. Of a list those of its items. */
                fields?: components["parameters"]["Fields"];
            };
            header?: {
                /** @description ETag of an answer that the client has; where nothing has changed since, the answer is 304 without a body. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                org_id: components["parameters"]["OrgId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The org. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Org"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    updateOrg: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of the state that the change is meant for, or several, or *. Where the state is another, the answer is 412 and nothing changes. Without it the change is made in any case. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                org_id: components["parameters"]["OrgId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "slug": "new-shop",
                 *       "name": "The New Shop"
                 *     }
                 */
                "application/json": components["schemas"]["OrgChange"];
            };
        };
        responses: {
            /** @description The org as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Org"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    eraseOrg: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: it has its effect once, and gets the same answer again. One key for one request; a UUID is a good one, in quotes or bare.
                 * @example "8e03978e-40d5-43e8-bc93-6894a57f9324"
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                org_id: components["parameters"]["OrgId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "slug": "shop"
                 *     }
                 */
                "application/json": components["schemas"]["NewErasure"];
            };
        };
        responses: {
            /** @description The erasure has begun, and does not end before nothing is left. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrgOperation"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    cloneOrg: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: it has its effect once, and gets the same answer again. One key for one request; a UUID is a good one, in quotes or bare.
                 * @example "8e03978e-40d5-43e8-bc93-6894a57f9324"
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                org_id: components["parameters"]["OrgId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "slug": "shop-test",
                 *       "name": "The Shop (test)"
                 *     }
                 */
                "application/json": components["schemas"]["NewClone"];
            };
        };
        responses: {
            /** @description The clone has begun. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrgOperation"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    listClones: {
        parameters: {
            query?: {
                /** @description At most so many entries. */
                limit?: components["parameters"]["Limit"];
                /** @description next_cursor of the page before. It is good for the same list with the same filters; the limit may change. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                org_id: components["parameters"]["OrgId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "clones": [
                     *         {
                     *           "id": "opr_01900000-0000-7000-8000-00000000000d",
                     *           "kind": "clone",
                     *           "org_id": "org_01900000-0000-7000-8000-000000000001",
                     *           "state": "running",
                     *           "requested_by": "operator",
                     *           "progress": {
                     *             "step": "products",
                     *             "done": 120,
                     *             "total": 600,
                     *             "per_second": 61.5,
                     *             "seconds_left": 7.8
                     *           },
                     *           "tries": 1,
                     *           "created_at": "2026-03-01T09:30:00.000Z",
                     *           "started_at": "2026-03-01T09:30:01.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ClonePage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    getClone: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org_id: components["parameters"]["OrgId"];
                operation_id: components["parameters"]["OperationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The clone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrgOperation"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    listErasures: {
        parameters: {
            query?: {
                /** @description At most so many entries. */
                limit?: components["parameters"]["Limit"];
                /** @description next_cursor of the page before. It is good for the same list with the same filters; the limit may change. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "erasures": [
                     *         {
                     *           "id": "opr_01900000-0000-7000-8000-00000000000d",
                     *           "kind": "erase",
                     *           "org_id": "org_01900000-0000-7000-8000-000000000001",
                     *           "state": "running",
                     *           "requested_by": "operator",
                     *           "progress": {
                     *             "step": "products",
                     *             "done": 120,
                     *             "total": 600,
                     *             "per_second": 61.5,
                     *             "seconds_left": 7.8
                     *           },
                     *           "tries": 1,
                     *           "created_at": "2026-03-01T09:30:00.000Z",
                     *           "started_at": "2026-03-01T09:30:01.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ErasurePage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    getErasure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                operation_id: components["parameters"]["OperationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The erasure. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrgOperation"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    listExports: {
        parameters: {
            query?: {
                /** @description At most so many entries. */
                limit?: components["parameters"]["Limit"];
                /** @description next_cursor of the page before. It is good for the same list with the same filters; the limit may change. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "exports": [
                     *         {
                     *           "id": "opr_01900000-0000-7000-8000-00000000000d",
                     *           "kind": "export",
                     *           "org_id": "org_01900000-0000-7000-8000-000000000001",
                     *           "state": "running",
                     *           "requested_by": "operator",
                     *           "progress": {
                     *             "step": "products",
                     *             "done": 120,
                     *             "total": 600,
                     *             "per_second": 61.5,
                     *             "seconds_left": 7.8
                     *           },
                     *           "tries": 1,
                     *           "created_at": "2026-03-01T09:30:00.000Z",
                     *           "started_at": "2026-03-01T09:30:01.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ExportPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    createExport: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
                /**
                 * @description Makes it safe to send the request again: it has its effect once, and gets the same answer again. One key for one request; a UUID is a good one, in quotes or bare.
                 * @example "8e03978e-40d5-43e8-bc93-6894a57f9324"
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The export has begun. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrgOperation"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    getExport: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path: {
                operation_id: components["parameters"]["OperationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The export. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrgOperation"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    downloadExport: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path: {
                operation_id: components["parameters"]["OperationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The archive. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": components["schemas"]["Bytes"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            410: components["responses"]["Problem410"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    createUser: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: it has its effect once, and gets the same answer again. One key for one request; a UUID is a good one, in quotes or bare.
                 * @example "8e03978e-40d5-43e8-bc93-6894a57f9324"
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                org_id: components["parameters"]["OrgId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "ann@shop.example",
                 *       "password": "correct horse battery",
                 *       "role": "editor"
                 *     }
                 */
                "application/json": components["schemas"]["NewUser"];
            };
        };
        responses: {
            /** @description The member. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    getOrgQuota: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of an answer that the client has; where nothing has changed since, the answer is 304 without a body. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                org_id: components["parameters"]["OrgId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The org's own quotas; null is the server's default. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "products": 10000,
                     *       "images": null,
                     *       "queries_per_day": 50000,
                     *       "storage_bytes": null
                     *     }
                     */
                    "application/json": components["schemas"]["OrgQuota"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    setOrgQuota: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of the state that the change is meant for, or several, or *. Where the state is another, the answer is 412 and nothing changes. Without it the change is made in any case. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                org_id: components["parameters"]["OrgId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "products": 10000,
                 *       "queries_per_day": 50000
                 *     }
                 */
                "application/json": components["schemas"]["OrgQuota"];
            };
        };
        responses: {
            /** @description The quotas as they are now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "products": 10000,
                     *       "images": null,
                     *       "queries_per_day": 50000,
                     *       "storage_bytes": null
                     *     }
                     */
                    "application/json": components["schemas"]["OrgQuota"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    getOrgUsage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org_id: components["parameters"]["OrgId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Each quota with what is used of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "products": {
                     *         "used": 8123,
                     *         "limit": 10000
                     *       },
                     *       "images": {
                     *         "used": 16002
                     *       },
                     *       "queries_per_day": {
                     *         "used": 12873,
                     *         "limit": 50000
                     *       },
                     *       "storage_bytes": {
                     *         "used": 3221225472
                     *       },
                     *       "storage_measured_at": "2026-03-01T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Usage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    getUsage: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Each quota with what is used of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "products": {
                     *         "used": 8123,
                     *         "limit": 10000
                     *       },
                     *       "images": {
                     *         "used": 16002
                     *       },
                     *       "queries_per_day": {
                     *         "used": 12873,
                     *         "limit": 50000
                     *       },
                     *       "storage_bytes": {
                     *         "used": 3221225472
                     *       },
                     *       "storage_measured_at": "2026-03-01T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Usage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    listMembers: {
        parameters: {
            query?: {
                /** @description At most so many entries. */
                limit?: components["parameters"]["Limit"];
                /** @description next_cursor of the page before. It is good for the same list with the same filters; the limit may change. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    getMember: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path: {
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The member. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    removeMember: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path: {
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They are no member any more. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    updateMember: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path: {
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "role": "admin"
                 *     }
                 */
                "application/json": components["schemas"]["MemberChange"];
            };
        };
        responses: {
            /** @description The member as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    createPasswordReset: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path: {
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The link, shown this once. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasswordResetLink"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    listInvitations: {
        parameters: {
            query?: {
                /** @description At most so many entries. */
                limit?: components["parameters"]["Limit"];
                /** @description next_cursor of the page before. It is good for the same list with the same filters; the limit may change. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    createInvitation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "bob@shop.example",
                 *       "role": "editor"
                 *     }
                 */
                "application/json": components["schemas"]["NewInvitation"];
            };
        };
        responses: {
            /** @description The invitation. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewInvitationAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    acceptAsSignedIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "token": "lk_inv_q83vEjRWeJq83vEjRWeJq83vEjRWeJq83vEjRWeJq80"
                 *     }
                 */
                "application/json": components["schemas"]["InvitationToken"];
            };
        };
        responses: {
            /** @description The membership. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Joined"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            410: components["responses"]["Problem410"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    revokeInvitation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path: {
                invitation_id: components["schemas"]["InvitationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its link is good for nothing any more. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    listApiKeys: {
        parameters: {
            query?: {
                /** @description At most so many entries. */
                limit?: components["parameters"]["Limit"];
                /** @description next_cursor of the page before. It is good for the same list with the same filters; the limit may change. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "shop front",
                 *       "scopes": [
                 *         "search"
                 *       ],
                 *       "allowed_origins": [
                 *         "https://shop.example"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewApiKey"];
            };
        };
        responses: {
            /** @description The key with its secret. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewApiKeyAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    getApiKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path: {
                api_key_id: components["schemas"]["ApiKeyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path: {
                api_key_id: components["schemas"]["ApiKeyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing is done with it any more. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    updateApiKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path: {
                api_key_id: components["schemas"]["ApiKeyId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "allowed_origins": [
                 *         "https://shop.example",
                 *         "https://www.shop.example"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ApiKeyChange"];
            };
        };
        responses: {
            /** @description The key as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    listProducts: {
        parameters: {
            query?: {
                /** @description At most so many entries. */
                limit?: components["parameters"]["Limit"];
                /** @description next_cursor of the page before. It is good for the same list with the same filters; the limit may change. */
                cursor?: components["parameters"]["Cursor"];
                /** @description The members to answer, by dotted names, arrays looked through (id,variants.price); all where it is absent. Of a list those of its items. */
                fields?: components["parameters"]["Fields"];
            };
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    changeProducts: {
        parameters: {
            query?: {
                /** @description Name of the catalogue that the products belong to; that of a feed for products that it brought. A new name makes a new source. */
                source?: string;
            };
            header?: {
                /**
                 * @description Makes it safe to send the request again: it has its effect once, and gets the same answer again. One key for one request; a UUID is a good one, in quotes or bare.
                 * @example "8e03978e-40d5-43e8-bc93-6894a57f9324"
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": components["schemas"]["Bytes"];
                "application/jsonl": components["schemas"]["Bytes"];
            };
        };
        responses: {
            /** @description What became of each line. */
            200: {
                headers: {
                    /** @description The import of what was upserted, where anything was. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/jsonl": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    getProduct: {
        parameters: {
            query?: {
                /** @description The members to answer, by dotted names, arrays looked through (id,variants.price); all where it is absent. Of a list those of its items. */
                fields?: components["parameters"]["Fields"];
            };
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
                /** @description ETag of an answer that the client has; where nothing has changed since, the answer is 304 without a body. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                product_id: components["parameters"]["ProductId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The product. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    deleteProduct: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
                /** @description ETag of the state that the change is meant for, or several, or *. Where the state is another, the answer is 412 and nothing changes. Without it the change is made in any case. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                product_id: components["parameters"]["ProductId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            412: components["responses"]["Problem412"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    getImage: {
        parameters: {
            query?: {
                /** @description The members to answer, by dotted names, arrays looked through (id,variants.price); all where it is absent. Of a list those of its items. */
                fields?: components["parameters"]["Fields"];
            };
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
                /** @description ETag of an answer that the client has; where nothing has changed since, the answer is 304 without a body. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                image_id: components["parameters"]["ImageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The photo's facts. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Image"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    getThumbnail: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path: {
                image_id: components["parameters"]["ImageId"];
                /**
                 * @description Longest side in pixels.
                 * @example 480
                 */
                size_px: 160 | 480 | 1200;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The picture. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/webp": components["schemas"]["Bytes"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    listImports: {
        parameters: {
            query?: {
                /** @description At most so many entries. */
                limit?: components["parameters"]["Limit"];
                /** @description next_cursor of the page before. It is good for the same list with the same filters; the limit may change. */
                cursor?: components["parameters"]["Cursor"];
                /** @description The members to answer, by dotted names, arrays looked through (id,variants.price); all where it is absent. Of a list those of its items. */
                fields?: components["parameters"]["Fields"];
            };
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The imports. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    createImport: {
        parameters: {
            query?: {
                /** @description Name of the catalogue that the feed belongs to. */
                source?: string;
                /** @description What the client calls the feed, for people. */
                filename?: string;
                /** @description auto looks at the content. */
                format?: "auto" | "tsv" | "csv" | "xml" | "jsonl" | "shopify_csv" | "zip";
                /** @description A JSON object that says which attribute a column of the feed holds, for columns that are not recognised by their names, such as {"Produktname": "title", "Intern": "ignore"}. The source remembers it for later imports. */
                mapping?: string;
                /** @description full: products and variants of the source that the feed does not name are removed. delta: only what the feed names is touched. */
                mode?: "full" | "delta";
                /** @description Say what would change, and change nothing. */
                dry_run?: boolean;
                /** @description Remove what is missing without asking, however much it is. */
                allow_mass_delete?: boolean;
            };
            header?: {
                /**
                 * @description Makes it safe to send the request again: it has its effect once, and gets the same answer again. One key for one request; a UUID is a good one, in quotes or bare.
                 * @example "8e03978e-40d5-43e8-bc93-6894a57f9324"
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/tab-separated-values": components["schemas"]["Bytes"];
                "text/csv": components["schemas"]["Bytes"];
                "application/xml": components["schemas"]["Bytes"];
                "application/jsonl": components["schemas"]["Bytes"];
                "application/octet-stream": components["schemas"]["Bytes"];
            };
        };
        responses: {
            /** @description The import, waiting to be read. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    getImport: {
        parameters: {
            query?: {
                /** @description The members to answer, by dotted names, arrays looked through (id,variants.price); all where it is absent. Of a list those of its items. */
                fields?: components["parameters"]["Fields"];
            };
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
                /** @description ETag of an answer that the client has; where nothing has changed since, the answer is 304 without a body. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                import_id: components["parameters"]["ImportId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The import. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    pauseImport: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
                /**
                 * @description Makes it safe to send the request again: it has its effect once, and gets the same answer again. One key for one request; a UUID is a good one, in quotes or bare.
                 * @example "8e03978e-40d5-43e8-bc93-6894a57f9324"
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                import_id: components["parameters"]["ImportId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The import, paused. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    resumeImport: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
                /**
                 * @description Makes it safe to send the request again: it has its effect once, and gets the same answer again. One key for one request; a UUID is a good one, in quotes or bare.
                 * @example "8e03978e-40d5-43e8-bc93-6894a57f9324"
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                import_id: components["parameters"]["ImportId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "allow_mass_delete": true
                 *     }
                 */
                "application/json": components["schemas"]["ResumeImport"];
            };
        };
        responses: {
            /** @description The import, under way again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    cancelImport: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
                /**
                 * @description Makes it safe to send the request again: it has its effect once, and gets the same answer again. One key for one request; a UUID is a good one, in quotes or bare.
                 * @example "8e03978e-40d5-43e8-bc93-6894a57f9324"
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                import_id: components["parameters"]["ImportId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The import, cancelled. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    downloadImportErrors: {
        parameters: {
            query?: {
                /** @description At most so many rows. */
                limit?: number;
                /** @description Likeness-Next-Cursor of the part before. */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path: {
                import_id: components["parameters"]["ImportId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One part. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    listImportErrors: {
        parameters: {
            query?: {
                /** @description At most so many entries. */
                limit?: components["parameters"]["Limit"];
                /** @description next_cursor of the page before. It is good for the same list with the same filters; the limit may change. */
                cursor?: components["parameters"]["Cursor"];
                /** @description The members to answer, by dotted names, arrays looked through (id,variants.price); all where it is absent. Of a list those of its items. */
                fields?: components["parameters"]["Fields"];
            };
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path: {
                import_id: components["parameters"]["ImportId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportErrorPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    watchImport: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
                /** @description The id of the last event that the client saw. */
                "Last-Event-ID"?: string;
            };
            path: {
                import_id: components["parameters"]["ImportId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The events. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description The import is over and the client knows it. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    listWantedFiles: {
        parameters: {
            query?: {
                /** @description At most so many entries. */
                limit?: components["parameters"]["Limit"];
                /** @description next_cursor of the page before. It is good for the same list with the same filters; the limit may change. */
                cursor?: components["parameters"]["Cursor"];
                /** @description The members to answer, by dotted names, arrays looked through (id,variants.price); all where it is absent. Of a list those of its items. */
                fields?: components["parameters"]["Fields"];
            };
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path: {
                import_id: components["parameters"]["ImportId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page, in order of path. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WantedFilePage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    putImportFile: {
        parameters: {
            query: {
                /** @description The path as the feed wrote it. */
                path: string;
            };
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path: {
                import_id: components["parameters"]["ImportId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "image/*": components["schemas"]["Bytes"];
                "application/octet-stream": components["schemas"]["Bytes"];
            };
        };
        responses: {
            /** @description The photo is stored, and its understanding is on its way. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    reportMissingFiles: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
                /**
                 * @description Makes it safe to send the request again: it has its effect once, and gets the same answer again. One key for one request; a UUID is a good one, in quotes or bare.
                 * @example "8e03978e-40d5-43e8-bc93-6894a57f9324"
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                import_id: components["parameters"]["ImportId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "files": [
                 *         {
                 *           "path": "images/1.jpg",
                 *           "reason": "no such file"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["MissingFiles"];
            };
        };
        responses: {
            /** @description Those photos are given up. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    listDeadLetters: {
        parameters: {
            query?: {
                /** @description At most so many entries. */
                limit?: components["parameters"]["Limit"];
                /** @description next_cursor of the page before. It is good for the same list with the same filters; the limit may change. */
                cursor?: components["parameters"]["Cursor"];
                import_id?: components["schemas"]["ImportId"];
                stage?: components["schemas"]["Stage"];
                error_kind?: components["schemas"]["ErrorKind"];
                /** @description The members to answer, by dotted names, arrays looked through (id,variants.price); all where it is absent. Of a list those of its items. */
                fields?: components["parameters"]["Fields"];
            };
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "dead_letters": [
                     *         {
                     *           "id": "job_01900000-0000-7000-8000-000000000010",
                     *           "kind": "image",
                     *           "stage": "download",
                     *           "error_kind": "timeout",
                     *           "reason": "cdn.example did not answer in 20 s",
                     *           "tries": 5,
                     *           "retryable": true,
                     *           "import_id": "imp_01900000-0000-7000-8000-000000000002",
                     *           "product_id": "prd_01900000-0000-7000-8000-000000000006",
                     *           "image_id": "img_01900000-0000-7000-8000-000000000009",
                     *           "location": "https://cdn.example/1.jpg",
                     *           "died_at": "2026-03-01T09:30:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["DeadLetterPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    retryDeadLetters: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: it has its effect once, and gets the same answer again. One key for one request; a UUID is a good one, in quotes or bare.
                 * @example "8e03978e-40d5-43e8-bc93-6894a57f9324"
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "stage": "download",
                 *       "error_kind": "timeout"
                 *     }
                 */
                "application/json": components["schemas"]["DeadLetterFilter"];
            };
        };
        responses: {
            /** @description How many are queued again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "retried": 12,
                     *       "more": false
                     *     }
                     */
                    "application/json": components["schemas"]["DeadLettersRetried"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    retryDeadLetter: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
                /**
                 * @description Makes it safe to send the request again: it has its effect once, and gets the same answer again. One key for one request; a UUID is a good one, in quotes or bare.
                 * @example "8e03978e-40d5-43e8-bc93-6894a57f9324"
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is queued, with all its tries before it. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    listFeeds: {
        parameters: {
            query?: {
                /** @description At most so many entries. */
                limit?: components["parameters"]["Limit"];
                /** @description next_cursor of the page before. It is good for the same list with the same filters; the limit may change. */
                cursor?: components["parameters"]["Cursor"];
                /** @description The members to answer, by dotted names, arrays looked through (id,variants.price); all where it is absent. Of a list those of its items. */
                fields?: components["parameters"]["Fields"];
            };
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    createFeed: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: it has its effect once, and gets the same answer again. One key for one request; a UUID is a good one, in quotes or bare.
                 * @example "8e03978e-40d5-43e8-bc93-6894a57f9324"
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "main",
                 *       "url": "https://feeds.example/shop.tsv",
                 *       "schedule": {
                 *         "cron": "0 6 * * *",
                 *         "time_zone": "Europe/Berlin"
                 *       },
                 *       "credentials": {
                 *         "kind": "basic",
                 *         "name": "shop",
                 *         "secret": "correct horse battery"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NewFeed"];
            };
        };
        responses: {
            /** @description The feed. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Feed"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    getFeed: {
        parameters: {
            query?: {
                /** @description The members to answer, by dotted names, arrays looked through (id,variants.price); all where it is absent. Of a list those of its items. */
                fields?: components["parameters"]["Fields"];
            };
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
                /** @description ETag of an answer that the client has; where nothing has changed since, the answer is 304 without a body. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                feed_id: components["parameters"]["FeedId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The feed. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Feed"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    deleteFeed: {
        parameters: {
            query?: {
                /** @description Whether the products go as well; no search returns them any more. */
                remove_products?: boolean;
            };
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path: {
                feed_id: components["parameters"]["FeedId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    updateFeed: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
                /** @description ETag of the state that the change is meant for, or several, or *. Where the state is another, the answer is 412 and nothing changes. Without it the change is made in any case. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                feed_id: components["parameters"]["FeedId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "schedule": {
                 *         "cron": "@hourly"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["FeedChange"];
            };
        };
        responses: {
            /** @description The feed as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Feed"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    pullFeed: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
                /**
                 * @description Makes it safe to send the request again: it has its effect once, and gets the same answer again. One key for one request; a UUID is a good one, in quotes or bare.
                 * @example "8e03978e-40d5-43e8-bc93-6894a57f9324"
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                feed_id: components["parameters"]["FeedId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The pull, waiting for its turn. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pull"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    pauseFeed: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
                /**
                 * @description Makes it safe to send the request again: it has its effect once, and gets the same answer again. One key for one request; a UUID is a good one, in quotes or bare.
                 * @example "8e03978e-40d5-43e8-bc93-6894a57f9324"
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                feed_id: components["parameters"]["FeedId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The feed as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Feed"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    resumeFeed: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
                /**
                 * @description Makes it safe to send the request again: it has its effect once, and gets the same answer again. One key for one request; a UUID is a good one, in quotes or bare.
                 * @example "8e03978e-40d5-43e8-bc93-6894a57f9324"
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                feed_id: components["parameters"]["FeedId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The feed as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Feed"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    listPulls: {
        parameters: {
            query?: {
                /** @description At most so many entries. */
                limit?: components["parameters"]["Limit"];
                /** @description next_cursor of the page before. It is good for the same list with the same filters; the limit may change. */
                cursor?: components["parameters"]["Cursor"];
                /** @description The members to answer, by dotted names, arrays looked through (id,variants.price); all where it is absent. Of a list those of its items. */
                fields?: components["parameters"]["Fields"];
            };
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path: {
                feed_id: components["parameters"]["FeedId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PullPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    createQueryImage: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "image/*": components["schemas"]["Bytes"];
                "application/octet-stream": components["schemas"]["Bytes"];
            };
        };
        responses: {
            /** @description The photo. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueryImage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    getQueryImage: {
        parameters: {
            query?: {
                /** @description The members to answer, by dotted names, arrays looked through (id,variants.price); all where it is absent. Of a list those of its items. */
                fields?: components["parameters"]["Fields"];
            };
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
                /** @description ETag of an answer that the client has; where nothing has changed since, the answer is 304 without a body. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                query_image_id: components["parameters"]["QueryImageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The photo with its regions. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueryImage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    deleteQueryImage: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path: {
                query_image_id: components["parameters"]["QueryImageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    getQueryImagePicture: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path: {
                query_image_id: components["parameters"]["QueryImageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The picture. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": components["schemas"]["Bytes"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    searchByImage: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "query_image_id": "qim_01900000-0000-7000-8000-000000000004",
                 *       "box": {
                 *         "x": 0.1,
                 *         "y": 0.2,
                 *         "width": 0.4,
                 *         "height": 0.5
                 *       },
                 *       "filter": {
                 *         "price_max": 80,
                 *         "currency": "EUR",
                 *         "colors": [
                 *           "red"
                 *         ]
                 *       },
                 *       "limit": 20,
                 *       "facets": [
                 *         "brand",
                 *         "color"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ImageSearch"];
            };
        };
        responses: {
            200: components["responses"]["SearchAnswer"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            410: components["responses"]["Problem410"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    searchByText: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "red summer dress",
                 *       "limit": 20
                 *     }
                 */
                "application/json": components["schemas"]["TextSearch"];
            };
        };
        responses: {
            200: components["responses"]["SearchAnswer"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            410: components["responses"]["Problem410"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    searchByImageAndText: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "image": {
                 *         "product_id": "prd_01900000-0000-7000-8000-000000000006"
                 *       },
                 *       "text": "the same with long sleeves",
                 *       "image_weight": 0.6
                 *     }
                 */
                "application/json": components["schemas"]["MultiSearch"];
            };
        };
        responses: {
            200: components["responses"]["SearchAnswer"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            410: components["responses"]["Problem410"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    getIndex: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The state. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IndexStatus"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    rebuildIndex: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: it has its effect once, and gets the same answer again. One key for one request; a UUID is a good one, in quotes or bare.
                 * @example "8e03978e-40d5-43e8-bc93-6894a57f9324"
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rebuild has begun. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RebuildStatus"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    listWebhooks: {
        parameters: {
            query?: {
                /** @description At most so many entries. */
                limit?: components["parameters"]["Limit"];
                /** @description next_cursor of the page before. It is good for the same list with the same filters; the limit may change. */
                cursor?: components["parameters"]["Cursor"];
                /** @description The members to answer, by dotted names, arrays looked through (id,variants.price); all where it is absent. Of a list those of its items. */
                fields?: components["parameters"]["Fields"];
            };
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://shop.example/likeness",
                 *       "event_types": [
                 *         "import.finished",
                 *         "import.failed"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewWebhook"];
            };
        };
        responses: {
            /** @description The webhook with its secret. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewWebhookAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    getWebhook: {
        parameters: {
            query?: {
                /** @description The members to answer, by dotted names, arrays looked through (id,variants.price); all where it is absent. Of a list those of its items. */
                fields?: components["parameters"]["Fields"];
            };
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
                /** @description ETag of an answer that the client has; where nothing has changed since, the answer is 304 without a body. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                webhook_id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The webhook. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
                /** @description ETag of the state that the change is meant for, or several, or *. Where the state is another, the answer is 412 and nothing changes. Without it the change is made in any case. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                webhook_id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            412: components["responses"]["Problem412"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    updateWebhook: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
                /** @description ETag of the state that the change is meant for, or several, or *. Where the state is another, the answer is 412 and nothing changes. Without it the change is made in any case. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                webhook_id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "paused": true
                 *     }
                 */
                "application/json": components["schemas"]["WebhookChange"];
            };
        };
        responses: {
            /** @description The webhook as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path: {
                webhook_id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The webhook with its new secret. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewWebhookAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    testWebhook: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
                /**
                 * @description Makes it safe to send the request again: it has its effect once, and gets the same answer again. One key for one request; a UUID is a good one, in quotes or bare.
                 * @example "8e03978e-40d5-43e8-bc93-6894a57f9324"
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                webhook_id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery, waiting for its turn. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                /** @description Only those in this state. */
                state?: components["schemas"]["WebhookDeliveryState"];
                /** @description At most so many entries. */
                limit?: components["parameters"]["Limit"];
                /** @description next_cursor of the page before. It is good for the same list with the same filters; the limit may change. */
                cursor?: components["parameters"]["Cursor"];
                /** @description The members to answer, by dotted names, arrays looked through (id,variants.price); all where it is absent. Of a list those of its items. */
                fields?: components["parameters"]["Fields"];
            };
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path: {
                webhook_id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    redeliverWebhook: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
                /**
                 * @description Makes it safe to send the request again: it has its effect once, and gets the same answer again. One key for one request; a UUID is a good one, in quotes or bare.
                 * @example "8e03978e-40d5-43e8-bc93-6894a57f9324"
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                webhook_id: components["parameters"]["WebhookId"];
                delivery_id: components["schemas"]["WebhookDeliveryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery, waiting for its turn. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    listAudit: {
        parameters: {
            query?: {
                /**
                 * @description Id of a user or key, a member's e-mail, operator or nobody.
                 * @example ann@shop.example
                 */
                actor?: components["parameters"]["AuditActor"];
                /**
                 * @description Operation id, or closeAuditLog.
                 * @example deleteProduct
                 */
                action?: components["parameters"]["AuditAction"];
                /**
                 * @description Id of what was acted on.
                 * @example prd_01900000-0000-7000-8000-000000000005
                 */
                object?: components["parameters"]["AuditObject"];
                /**
                 * @description A date or time; this or later.
                 * @example 2026-03-01
                 */
                from?: components["parameters"]["AuditFrom"];
                /**
                 * @description A date or time; before it.
                 * @example 2026-03-02T12:00:00Z
                 */
                to?: components["parameters"]["AuditTo"];
                /** @description At most so many entries. */
                limit?: components["parameters"]["Limit"];
                /** @description next_cursor of the page before. It is good for the same list with the same filters; the limit may change. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "entries": [
                     *         {
                     *           "sequence": 12,
                     *           "at": "2026-03-01T09:30:00.000Z",
                     *           "actor": {
                     *             "kind": "user",
                     *             "id": "usr_01900000-0000-7000-8000-000000000004",
                     *             "email": "ann@shop.example"
                     *           },
                     *           "action": "pauseFeed",
                     *           "outcome": "ok",
                     *           "object": {
                     *             "kind": "feed",
                     *             "id": "src_01900000-0000-7000-8000-000000000003"
                     *           },
                     *           "trace_id": "4bf92f3577b34da6a3ce929d0e0e4736",
                     *           "before": {
                     *             "paused": false
                     *           },
                     *           "after": {
                     *             "paused": true
                     *           },
                     *           "personal": {
                     *             "peer": "192.0.2.0",
                     *             "user_agent": "curl/7.88.1"
                     *           },
                     *           "hash": "3f79bb7b435b05321651daefd374cdc681dc06faa65e374e38337b88ca046dea"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        entries: {
                            /** @description From 1 without gaps. */
                            sequence: number;
                            /** Format: date-time */
                            at: string;
                            actor: {
                                /** @enum {string} */
                                kind: "operator" | "user" | "api_key" | "nobody";
                                id?: string;
                                /** @description Of a user that is still there. */
                                email?: string;
                            };
                            /** @description Operation id. */
                            action: string;
                            /** @description ok, or the kind of the error. */
                            outcome: string;
                            object?: {
                                kind: string;
                                id: string;
                            };
                            trace_id: string;
                            /** @description What was changed, as it was. Secrets are struck out, values about people stand in personal. */
                            before?: {
                                [key: string]: unknown;
                            } | string;
                            /** @description What was changed, as it became. */
                            after?: {
                                [key: string]: unknown;
                            } | string;
                            /** @description Values about people, as long as they are not erased. */
                            personal?: {
                                [key: string]: unknown;
                            };
                            /** @description SHA-256, hexadecimal. */
                            hash: string;
                        }[];
                        /** @description Absent on the last page. */
                        next_cursor?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    exportAudit: {
        parameters: {
            query?: {
                /**
                 * @description Id of a user or key, a member's e-mail, operator or nobody.
                 * @example ann@shop.example
                 */
                actor?: components["parameters"]["AuditActor"];
                /**
                 * @description Operation id, or closeAuditLog.
                 * @example deleteProduct
                 */
                action?: components["parameters"]["AuditAction"];
                /**
                 * @description Id of what was acted on.
                 * @example prd_01900000-0000-7000-8000-000000000005
                 */
                object?: components["parameters"]["AuditObject"];
                /**
                 * @description A date or time; this or later.
                 * @example 2026-03-01
                 */
                from?: components["parameters"]["AuditFrom"];
                /**
                 * @description A date or time; before it.
                 * @example 2026-03-02T12:00:00Z
                 */
                to?: components["parameters"]["AuditTo"];
                /** @description At most so many entries. */
                limit?: number;
                /** @description Likeness-Next-Cursor of the part before. */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One part. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/jsonl": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    checkAudit: {
        parameters: {
            query?: {
                /** @description At most so many entries. */
                limit?: number;
                /** @description next_cursor of the page before. It is good for the same list with the same filters; the limit may change. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How far it is right. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "log": "org_01900000-0000-7000-8000-000000000001",
                     *       "checked": 12,
                     *       "entries": 12,
                     *       "complete": true,
                     *       "hash": "3f79bb7b435b05321651daefd374cdc681dc06faa65e374e38337b88ca046dea"
                     *     }
                     */
                    "application/json": components["schemas"]["AuditCheck"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    eraseAuditPersonalValues: {
        parameters: {
            query?: {
                /**
                 * @description Id of whom the values are about.
                 * @example usr_01900000-0000-7000-8000-000000000004
                 */
                subject?: string;
                /**
                 * @description A date or time; values of entries before it.
                 * @example 2026-01-01
                 */
                before?: string;
            };
            header?: {
                /**
                 * @description The org that the operator acts on, by slug or id. A member's token or an API key names its org itself.
                 * @example shop
                 */
                "Likeness-Org"?: components["parameters"]["LikenessOrg"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many values went. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "erased": 14,
                     *       "more": false
                     *     }
                     */
                    "application/json": components["schemas"]["ErasedAuditValues"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    getOpenApi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document as JSON. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "openapi": "3.1.0",
                     *       "info": {
                     *         "title": "Likeness",
                     *         "version": "0.1.0"
                     *       },
                     *       "paths": {}
                     *     }
                     */
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    getDocs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page. */
            200: {
                headers: {
                    /** @description Allows this server alone. */
                    "Content-Security-Policy": string;
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            400: components["responses"]["Problem400"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    getDocsFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What the page loads. */
                file: "page.js" | "page.css" | "swagger-ui-bundle.js" | "swagger-ui.css";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "text/javascript": string;
                    "text/css": string;
                };
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
            default: components["responses"]["Problem"];
        };
    };
    getLiveness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It does. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Liveness"];
                };
            };
            400: components["responses"]["Problem400"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Everything that a request needs is there. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            400: components["responses"]["Problem400"];
            422: components["responses"]["Problem422"];
            /** @description Something that a request needs is away. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
}
