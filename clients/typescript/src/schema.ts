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
         * @description The role is that of this moment, not that of the sign-in.
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
         * @description Only the own sessions, on all orgs, that are open.
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
         * @description Its tokens are good for nothing from the next request on. Another user's session is a 404.
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
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete an org with everything that belongs to it
         * @description Products, photos, vectors, feeds and members of the org are removed from every store. There is no way back.
         */
        delete: operations["deleteOrg"];
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
    "/v1/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who belongs to the org
         * @description By user id, page by page; with their roles in this org.
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
         * @description Of this org; a user who does not belong to it is 404.
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
         * @description Those that are not used, revoked, replaced or expired; never their tokens.
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
         * @description Admins revoke invitations of editors and viewers, owners all.
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
         * @description Of the whole org, expired ones included; revoked ones are gone.
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
         * @description What it may do, who made it, and when it was last used.
         */
        get: operations["getApiKey"];
        put?: never;
        post?: never;
        /**
         * Revoke an API key; it acts at once
         * @description The next request with it is refused.
         */
        delete: operations["revokeApiKey"];
        options?: never;
        head?: never;
        /**
         * Change an API key; it acts at once
         * @description What the body leaves out stays. The secret stays as well: to change it, make another key and revoke this one. Not by an API key.
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
            errors?: components["schemas"]["FieldFault"][];
        };
        FieldFault: {
            /** @description Dotted: filter.brands.0 */
            field: string;
            message: string;
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
            refresh: "body" | "cookie";
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
            currency: string;
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
            currency: string;
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
         *       "token": "lk_reset_q83vEjRWeJq83vEjRWeJq83vEjRWeJq83vEjRWeJq80",
         *       "link": "https://likeness.example/password-reset#token=lk_reset_q83vEjRWeJq83vEjRWeJq83vEjRWeJq83vEjRWeJq80",
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
            /** @enum {string} */
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
         *       "next_cursor": "17"
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
            time_zone: string;
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
            image_weight: number;
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
        /** @description `forbidden`: The caller is known and has not the role that this needs. */
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
        /** @description `conflict`: It exists already, or its state does not allow this; look at it again. */
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
        /** @description `rate-limited`: Wait for as long as Retry-After says. */
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
        OrgId: components["schemas"]["OrgId"];
        UserId: components["schemas"]["UserId"];
        ProductId: components["schemas"]["ProductId"];
        ImageId: components["schemas"]["ImageId"];
        ImportId: components["schemas"]["ImportId"];
        JobId: components["schemas"]["JobId"];
        FeedId: components["schemas"]["SourceId"];
        QueryImageId: components["schemas"]["QueryImageId"];
        /** @description At most so many entries. */
        Limit: number;
        /** @description next_cursor of the page before. */
        Cursor: components["schemas"]["Cursor"];
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
            query?: never;
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
            header?: never;
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
    deleteOrg: {
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
    createUser: {
        parameters: {
            query?: never;
            header?: never;
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
    listMembers: {
        parameters: {
            query?: {
                /** @description At most so many entries. */
                limit?: components["parameters"]["Limit"];
                /** @description next_cursor of the page before. */
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
                /** @description next_cursor of the page before. */
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
                /** @description next_cursor of the page before. */
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
                /** @description next_cursor of the page before. */
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
    getProduct: {
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
        requestBody?: never;
        responses: {
            /** @description The product. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
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
    deleteProduct: {
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
    getImage: {
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
        requestBody?: never;
        responses: {
            /** @description The photo's facts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Image"];
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
        requestBody?: never;
        responses: {
            /** @description The import. */
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
                /** @description next_cursor of the page before. */
                cursor?: components["parameters"]["Cursor"];
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
                /** @description Path of the last file already seen. */
                after?: string;
                /** @description At most so many entries. */
                limit?: components["parameters"]["Limit"];
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
                /** @description next_cursor of the page before. */
                cursor?: components["parameters"]["Cursor"];
                import_id?: components["schemas"]["ImportId"];
                stage?: components["schemas"]["Stage"];
                error_kind?: components["schemas"]["ErrorKind"];
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
                /** @description next_cursor of the page before. */
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
        requestBody?: never;
        responses: {
            /** @description The feed. */
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
    pullFeed: {
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
                /** @description next_cursor of the page before. */
                cursor?: components["parameters"]["Cursor"];
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
            /** @description The photo with its regions. */
            200: {
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
