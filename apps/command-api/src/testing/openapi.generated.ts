// Made of openapi.json by `nx run command-api:openapi`.
export interface paths {
    "/kegs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every keg that poured, with its total; of a site, those whose last pour was there */
        get: operations["listKegs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/kegs/{kegId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A keg: its total, its settings and whether it is connected, as far as each is known */
        get: operations["getKeg"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/kegs/{kegId}/pours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The pours of a keg, newest first */
        get: operations["listPours"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/kegs/{kegId}/readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a keg measured, in slots of equal length, without the empty ones; of the last day where nothing else is asked for */
        get: operations["listReadings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/kegs/{kegId}/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The last connections of a keg, newest first, of the last month */
        get: operations["listConnections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/kegs/{kegId}/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The policies that are in effect for a keg, by name; of its first ten certificates, where it has more */
        get: operations["listPolicies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/kegs/{kegId}/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Wishes settings of a keg, whose shadow is at the version of If-Match; it has still to report them */
        put: operations["putSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/kegs/{kegId}/commands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The commands of a keg of the last 30 days, newest first */
        get: operations["listCommands"];
        put?: never;
        /** Tells a keg to do something once, and to begin before the command expires; its keg has still to answer */
        post: operations["postCommand"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/kegs/{kegId}/commands/{commandId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A command of a keg, and how far it has come */
        get: operations["getCommand"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/kegs/{kegId}/commands/{commandId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a command back that its keg has not answered: FAILED, CANCELLED, until the keg says that it has begun it all the same */
        post: operations["cancelCommand"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/quarantine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What flows failed with and is open, newest first */
        get: operations["listQuarantine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/quarantine/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many messages are in quarantine */
        get: operations["countQuarantine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/quarantine/{entryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One entry of the quarantine, open or closed by a replay */
        get: operations["getQuarantined"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/quarantine/{entryId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Puts a message into its flow's queue again; its entry closes as the flow has done it */
        post: operations["replayQuarantined"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/swaps/{kegId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The last swap of a keg: when another was ordered for it, and how that ended */
        get: operations["getSwap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/swaps/{kegId}/delivered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The keg that was ordered is there */
        post: operations["deliverSwap"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/swaps/{kegId}/failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The keg that was ordered does not come */
        post: operations["failSwap"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every site that has kegs, by name, and how many */
        get: operations["listSites"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sites/{siteId}/readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest reading of each keg at a site, by keg; of kegs that were silent for a week, none */
        get: operations["listSiteReadings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The kegs that a query of AWS IoT fleet indexing finds; all where there is none. A page may hold fewer than its limit */
        get: operations["searchKegs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fleet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What all pours of all kegs add up to */
        get: operations["getFleet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The alerts that are open, site by site, newest first */
        get: operations["listAlerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The jobs over kegs, newest first */
        get: operations["listJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{jobId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A job, and how far it has come */
        get: operations["getJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{jobId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a job back from the kegs that have not begun it; those that are at it go on */
        post: operations["cancelJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/violations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How kegs are not as Device Defender expects them, now; a page may hold fewer than its limit */
        get: operations["listViolations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The dynamic thing groups, by name, and how many kegs are in each; a page may hold fewer than its limit */
        get: operations["listGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/kegs/{kegId}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Shuts out a keg that was lost, for good: blocks it on the allow list, revokes its certificates, and ends its connection */
        post: operations["revokeKeg"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gateways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How each gateway was as it said so last, of the last 30 days; of a site with `siteId`. A page may hold fewer than its limit */
        get: operations["listGateways"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who calls, by the token, and what he may see */
        get: operations["getMe"];
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
        Wish: {
            targetCelsius?: number;
            /** @enum {string} */
            valve?: "open" | "closed";
            intervalSec?: number;
        };
        KegOrder: {
            /** @constant */
            kind: "pour";
            volumeMl: number;
        } | {
            /** @constant */
            kind: "reboot";
        };
        KegTotal: {
            kegId: string;
            siteId: string;
            pours: number;
            totalMl: number;
            lastReceivedAtMs: number;
        };
        /** @description A part of the request is not what the route takes; `errors` says which. */
        "Problem-invalid-request": {
            /** @constant */
            type: "urn:problem-type:keg:invalid-request";
            title: string;
            /** @constant */
            status: 400;
            detail: string;
            errors?: components["schemas"]["RequestError"][];
        };
        RequestError: {
            pointer: string;
            detail: string;
        };
        /** @description There is no access token, or it is not good, or has run out: sign in. */
        "Problem-unauthenticated": {
            /** @constant */
            type: "urn:problem-type:keg:unauthenticated";
            title: string;
            /** @constant */
            status: 401;
            detail: string;
            errors?: components["schemas"]["RequestError"][];
        };
        /** @description Who is signed in may not do this. */
        "Problem-forbidden": {
            /** @constant */
            type: "urn:problem-type:keg:forbidden";
            title: string;
            /** @constant */
            status: 403;
            detail: string;
            errors?: components["schemas"]["RequestError"][];
        };
        /** @description The body is larger than 128 KB. */
        "Problem-body-too-large": {
            /** @constant */
            type: "urn:problem-type:keg:body-too-large";
            title: string;
            /** @constant */
            status: 413;
            detail: string;
            errors?: components["schemas"]["RequestError"][];
        };
        /** @description The API failed; `detail` has the id of the request. */
        "Problem-failed": {
            /** @constant */
            type: "urn:problem-type:keg:failed";
            title: string;
            /** @constant */
            status: 500;
            detail: string;
            errors?: components["schemas"]["RequestError"][];
        };
        KegSettings: {
            version: number;
            desired?: {
                siteId?: string;
                targetCelsius?: number;
                /** @enum {string} */
                valve?: "open" | "closed";
                valveReason?: string;
                intervalSec?: number;
                firmware?: string;
            };
            reported?: {
                siteId?: string;
                targetCelsius?: number;
                /** @enum {string} */
                valve?: "open" | "closed";
                valveReason?: string;
                intervalSec?: number;
                firmware?: string;
            };
            pending: boolean;
            desiredMetadata?: {
                [key: string]: {
                    timestamp: number;
                };
            };
        };
        KegPresence: {
            connected: boolean;
            sinceMs?: number;
            reason?: string;
        };
        /** @description There is no such thing. */
        "Problem-not-found": {
            /** @constant */
            type: "urn:problem-type:keg:not-found";
            title: string;
            /** @constant */
            status: 404;
            detail: string;
            errors?: components["schemas"]["RequestError"][];
        };
        LedgerPour: {
            bootId: string;
            seq: number;
            takenAtMs: number;
            pourId: string;
            volumeMl: number;
            totaliserMl: number;
            cardId?: string;
            siteId: string;
            kegId: string;
            receivedAtMs: number;
        };
        ReadingSlot: {
            readings: number;
            celsius: {
                min: number;
                mean: number;
                max: number;
            };
            kilopascal: {
                min: number;
                mean: number;
                max: number;
            };
            pouring: number;
            cooling: number;
            fromMs: number;
            toMs: number;
        };
        KegConnection: {
            beganAtMs?: number;
            endedAtMs?: number;
            reason?: string;
        };
        KegPolicy: {
            policyName: string;
            policyArn: string;
            document: {
                [key: string]: unknown;
            };
            principals: string[];
        };
        /** @description Somebody has changed it meanwhile: read it again. */
        "Problem-precondition-failed": {
            /** @constant */
            type: "urn:problem-type:keg:precondition-failed";
            title: string;
            /** @constant */
            status: 412;
            detail: string;
            errors?: components["schemas"]["RequestError"][];
        };
        /** @description The route takes no request without `If-Match`. */
        "Problem-precondition-required": {
            /** @constant */
            type: "urn:problem-type:keg:precondition-required";
            title: string;
            /** @constant */
            status: 428;
            detail: string;
            errors?: components["schemas"]["RequestError"][];
        };
        KegCommand: {
            commandId: string;
            kegId: string;
            siteId: string;
            order: components["schemas"]["KegOrder"];
            /** @enum {string} */
            status: "CREATED" | "IN_PROGRESS" | "SUCCEEDED" | "FAILED" | "REJECTED" | "TIMED_OUT";
            statusReason?: {
                reasonCode: string;
                reasonDescription?: string;
            };
            createdAtMs: number;
            expiresAtMs: number;
            updatedAtMs: number;
        };
        /** @description What is asked for does not go with how things stand. */
        "Problem-conflict": {
            /** @constant */
            type: "urn:problem-type:keg:conflict";
            title: string;
            /** @constant */
            status: 409;
            detail: string;
            errors?: components["schemas"]["RequestError"][];
        };
        QuarantineEntry: {
            quarantineId: string;
            flow: string;
            reason: string;
            failures?: number;
            topic: string;
            clientId?: string;
            receivedAtMs: number;
            payloadBase64: string;
            batchTopic?: string;
            volumeMl?: number;
            /** @constant */
            state?: "replayed";
            replayedAtMs?: number;
            bookedAs?: string;
        };
        Swap: {
            kegId: string;
            siteId: string;
            swapId: string;
            alertId: string;
            /** @enum {string} */
            state: "ordered" | "delivered" | "failed" | "timedOut";
            orderedAtMs: number;
            endedAtMs?: number;
            reason?: string;
        };
        SiteKegs: {
            siteId: string;
            kegs: number;
        };
        KegReading: {
            bootId: string;
            seq: number;
            takenAtMs: number;
            celsius: number;
            kilopascal: number;
            pouring: boolean;
            cooling: boolean;
            kegId: string;
            siteId: string;
            receivedAtMs: number;
            gatewayId?: string;
        };
        FoundKeg: {
            kegId: string;
            siteId?: string;
            groups: string[];
            connection?: components["schemas"]["IndexedConnection"];
            settings?: components["schemas"]["IndexedSettings"];
        };
        IndexedConnection: {
            connected: boolean;
            sinceMs?: number;
            reason?: string;
        };
        IndexedSettings: {
            version?: number;
            desired?: {
                siteId?: string;
                targetCelsius?: number;
                /** @enum {string} */
                valve?: "open" | "closed";
                valveReason?: string;
                intervalSec?: number;
                firmware?: string;
            };
            reported?: {
                siteId?: string;
                targetCelsius?: number;
                /** @enum {string} */
                valve?: "open" | "closed";
                valveReason?: string;
                intervalSec?: number;
                firmware?: string;
            };
            pending: boolean;
        };
        KegAlert: {
            alertId: string;
            /** @enum {string} */
            kind: "overTemperature" | "gasLow" | "meterStuck" | "kegEmpty" | "gatewayStalled" | "gatewayDisk";
            kegId: string;
            siteId: string;
            raised?: components["schemas"]["AlertWord"];
            cleared?: components["schemas"]["AlertWord"];
        };
        AlertWord: {
            takenAtMs: number;
            message: string;
            value?: number;
            limit?: number;
            /** @enum {string} */
            reaction?: "valveClosed";
            receivedAtMs: number;
        };
        FleetJob: {
            jobId: string;
            status: string;
            description?: string;
            comment?: string;
            continuous: boolean;
            targets: {
                /** @enum {string} */
                kind: "thing" | "group";
                name: string;
            }[];
            createdAtMs: number;
            completedAtMs?: number;
            rollout?: {
                maximumPerMinute?: number;
                exponential?: {
                    basePerMinute: number;
                    factor: number;
                    after: {
                        notified?: number;
                        succeeded?: number;
                    };
                };
            };
            abort: {
                failure: string;
                thresholdPercentage: number;
                minimumExecutions: number;
            }[];
            counts: {
                queued: number;
                inProgress: number;
                succeeded: number;
                failed: number;
                rejected: number;
                timedOut: number;
                canceled: number;
                removed: number;
            };
        };
        Violation: {
            violationId: string;
            kegId: string;
            siteId?: string;
            profile: string;
            behavior: string;
            metric?: string;
            value?: {
                count?: number;
                number?: number;
                numbers?: number[];
                strings?: string[];
                cidrs?: string[];
                ports?: number[];
            };
            startedAtMs: number;
            lastAtMs?: number;
            verificationState?: string;
        };
        DynamicGroup: {
            groupName: string;
            query: string;
            description?: string;
            status?: string;
            kegs: number;
        };
        KegRevocation: {
            kegId: string;
            revokedAtMs: number;
            blocked: boolean;
            certificates: string[];
            disconnected: boolean;
        };
        GatewayReport: {
            takenAtMs: number;
            backlog: {
                messages: number;
                bytes: number;
                maxBytes: number;
                oldestTakenAtMs?: number;
            };
            lastAckedAtMs?: number;
            dropped: {
                /** @enum {string} */
                reason: "shed" | "refused" | "unsendable";
                kind?: string;
                count: number;
            }[];
            problem?: string;
            siteId: string;
            gatewayId: string;
            receivedAtMs: number;
        };
        Me: {
            subject: string;
            username: string;
            /** @enum {string} */
            role: "brewer" | "keeper" | "viewer";
            sites?: string[];
        };
        WishOutput: {
            targetCelsius?: number;
            /** @enum {string} */
            valve?: "open" | "closed";
            intervalSec?: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listKegs: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                siteId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["KegTotal"][];
                        cursor?: string;
                    };
                };
            };
            /** @description A part of the request is not what the route takes; `errors` says which. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-invalid-request"];
                };
            };
            /** @description There is no access token, or it is not good, or has run out: sign in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-unauthenticated"];
                };
            };
            /** @description Who is signed in may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-forbidden"];
                };
            };
            /** @description The body is larger than 128 KB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-body-too-large"];
                };
            };
            /** @description The API failed; `detail` has the id of the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-failed"];
                };
            };
        };
    };
    getKeg: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kegId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        kegId: string;
                        total?: components["schemas"]["KegTotal"];
                        settings?: components["schemas"]["KegSettings"];
                        presence?: components["schemas"]["KegPresence"];
                    };
                };
            };
            /** @description A part of the request is not what the route takes; `errors` says which. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-invalid-request"];
                };
            };
            /** @description There is no access token, or it is not good, or has run out: sign in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-unauthenticated"];
                };
            };
            /** @description Who is signed in may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-forbidden"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-not-found"];
                };
            };
            /** @description The body is larger than 128 KB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-body-too-large"];
                };
            };
            /** @description The API failed; `detail` has the id of the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-failed"];
                };
            };
        };
    };
    listPours: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                kegId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["LedgerPour"][];
                        cursor?: string;
                    };
                };
            };
            /** @description A part of the request is not what the route takes; `errors` says which. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-invalid-request"];
                };
            };
            /** @description There is no access token, or it is not good, or has run out: sign in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-unauthenticated"];
                };
            };
            /** @description Who is signed in may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-forbidden"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-not-found"];
                };
            };
            /** @description The body is larger than 128 KB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-body-too-large"];
                };
            };
            /** @description The API failed; `detail` has the id of the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-failed"];
                };
            };
        };
    };
    listReadings: {
        parameters: {
            query?: {
                fromMs?: number;
                toMs?: number;
                points?: number;
            };
            header?: never;
            path: {
                kegId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        kegId: string;
                        fromMs: number;
                        toMs: number;
                        slots: components["schemas"]["ReadingSlot"][];
                    };
                };
            };
            /** @description A part of the request is not what the route takes; `errors` says which. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-invalid-request"];
                };
            };
            /** @description There is no access token, or it is not good, or has run out: sign in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-unauthenticated"];
                };
            };
            /** @description Who is signed in may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-forbidden"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-not-found"];
                };
            };
            /** @description The body is larger than 128 KB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-body-too-large"];
                };
            };
            /** @description The API failed; `detail` has the id of the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-failed"];
                };
            };
        };
    };
    listConnections: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kegId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        kegId: string;
                        items: components["schemas"]["KegConnection"][];
                    };
                };
            };
            /** @description A part of the request is not what the route takes; `errors` says which. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-invalid-request"];
                };
            };
            /** @description There is no access token, or it is not good, or has run out: sign in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-unauthenticated"];
                };
            };
            /** @description Who is signed in may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-forbidden"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-not-found"];
                };
            };
            /** @description The body is larger than 128 KB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-body-too-large"];
                };
            };
            /** @description The API failed; `detail` has the id of the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-failed"];
                };
            };
        };
    };
    listPolicies: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kegId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["KegPolicy"][];
                    };
                };
            };
            /** @description A part of the request is not what the route takes; `errors` says which. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-invalid-request"];
                };
            };
            /** @description There is no access token, or it is not good, or has run out: sign in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-unauthenticated"];
                };
            };
            /** @description Who is signed in may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-forbidden"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-not-found"];
                };
            };
            /** @description The body is larger than 128 KB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-body-too-large"];
                };
            };
            /** @description The API failed; `detail` has the id of the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-failed"];
                };
            };
        };
    };
    putSettings: {
        parameters: {
            query?: never;
            header: {
                "if-match": string;
            };
            path: {
                kegId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Wish"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        kegId: string;
                        version: number;
                        desired: components["schemas"]["WishOutput"];
                    };
                };
            };
            /** @description A part of the request is not what the route takes; `errors` says which. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-invalid-request"];
                };
            };
            /** @description There is no access token, or it is not good, or has run out: sign in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-unauthenticated"];
                };
            };
            /** @description Who is signed in may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-forbidden"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-not-found"];
                };
            };
            /** @description Somebody has changed it meanwhile: read it again. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-precondition-failed"];
                };
            };
            /** @description The body is larger than 128 KB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-body-too-large"];
                };
            };
            /** @description The route takes no request without `If-Match`. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-precondition-required"];
                };
            };
            /** @description The API failed; `detail` has the id of the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-failed"];
                };
            };
        };
    };
    listCommands: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                kegId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["KegCommand"][];
                        cursor?: string;
                    };
                };
            };
            /** @description A part of the request is not what the route takes; `errors` says which. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-invalid-request"];
                };
            };
            /** @description There is no access token, or it is not good, or has run out: sign in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-unauthenticated"];
                };
            };
            /** @description Who is signed in may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-forbidden"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-not-found"];
                };
            };
            /** @description The body is larger than 128 KB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-body-too-large"];
                };
            };
            /** @description The API failed; `detail` has the id of the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-failed"];
                };
            };
        };
    };
    postCommand: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                kegId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    order: components["schemas"]["KegOrder"];
                    /** @default 60 */
                    expiresInSec?: number;
                };
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KegCommand"];
                };
            };
            /** @description A part of the request is not what the route takes; `errors` says which. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-invalid-request"];
                };
            };
            /** @description There is no access token, or it is not good, or has run out: sign in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-unauthenticated"];
                };
            };
            /** @description Who is signed in may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-forbidden"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-not-found"];
                };
            };
            /** @description What is asked for does not go with how things stand. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-conflict"];
                };
            };
            /** @description The body is larger than 128 KB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-body-too-large"];
                };
            };
            /** @description The API failed; `detail` has the id of the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-failed"];
                };
            };
        };
    };
    getCommand: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kegId: string;
                commandId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KegCommand"];
                };
            };
            /** @description A part of the request is not what the route takes; `errors` says which. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-invalid-request"];
                };
            };
            /** @description There is no access token, or it is not good, or has run out: sign in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-unauthenticated"];
                };
            };
            /** @description Who is signed in may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-forbidden"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-not-found"];
                };
            };
            /** @description The body is larger than 128 KB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-body-too-large"];
                };
            };
            /** @description The API failed; `detail` has the id of the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-failed"];
                };
            };
        };
    };
    cancelCommand: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kegId: string;
                commandId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KegCommand"];
                };
            };
            /** @description A part of the request is not what the route takes; `errors` says which. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-invalid-request"];
                };
            };
            /** @description There is no access token, or it is not good, or has run out: sign in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-unauthenticated"];
                };
            };
            /** @description Who is signed in may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-forbidden"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-not-found"];
                };
            };
            /** @description What is asked for does not go with how things stand. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-conflict"];
                };
            };
            /** @description The body is larger than 128 KB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-body-too-large"];
                };
            };
            /** @description The API failed; `detail` has the id of the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-failed"];
                };
            };
        };
    };
    listQuarantine: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["QuarantineEntry"][];
                        cursor?: string;
                    };
                };
            };
            /** @description A part of the request is not what the route takes; `errors` says which. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-invalid-request"];
                };
            };
            /** @description There is no access token, or it is not good, or has run out: sign in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-unauthenticated"];
                };
            };
            /** @description Who is signed in may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-forbidden"];
                };
            };
            /** @description The body is larger than 128 KB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-body-too-large"];
                };
            };
            /** @description The API failed; `detail` has the id of the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-failed"];
                };
            };
        };
    };
    countQuarantine: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        count: number;
                    };
                };
            };
            /** @description A part of the request is not what the route takes; `errors` says which. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-invalid-request"];
                };
            };
            /** @description There is no access token, or it is not good, or has run out: sign in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-unauthenticated"];
                };
            };
            /** @description Who is signed in may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-forbidden"];
                };
            };
            /** @description The body is larger than 128 KB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-body-too-large"];
                };
            };
            /** @description The API failed; `detail` has the id of the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-failed"];
                };
            };
        };
    };
    getQuarantined: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuarantineEntry"];
                };
            };
            /** @description A part of the request is not what the route takes; `errors` says which. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-invalid-request"];
                };
            };
            /** @description There is no access token, or it is not good, or has run out: sign in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-unauthenticated"];
                };
            };
            /** @description Who is signed in may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-forbidden"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-not-found"];
                };
            };
            /** @description The body is larger than 128 KB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-body-too-large"];
                };
            };
            /** @description The API failed; `detail` has the id of the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-failed"];
                };
            };
        };
    };
    replayQuarantined: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                entryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        quarantineId: string;
                        flow: string;
                        replayedAtMs: number;
                    };
                };
            };
            /** @description A part of the request is not what the route takes; `errors` says which. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-invalid-request"];
                };
            };
            /** @description There is no access token, or it is not good, or has run out: sign in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-unauthenticated"];
                };
            };
            /** @description Who is signed in may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-forbidden"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-not-found"];
                };
            };
            /** @description What is asked for does not go with how things stand. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-conflict"];
                };
            };
            /** @description The body is larger than 128 KB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-body-too-large"];
                };
            };
            /** @description The API failed; `detail` has the id of the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-failed"];
                };
            };
        };
    };
    getSwap: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kegId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Swap"];
                };
            };
            /** @description A part of the request is not what the route takes; `errors` says which. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-invalid-request"];
                };
            };
            /** @description There is no access token, or it is not good, or has run out: sign in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-unauthenticated"];
                };
            };
            /** @description Who is signed in may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-forbidden"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-not-found"];
                };
            };
            /** @description The body is larger than 128 KB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-body-too-large"];
                };
            };
            /** @description The API failed; `detail` has the id of the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-failed"];
                };
            };
        };
    };
    deliverSwap: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                kegId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        kegId: string;
                        swapId: string;
                        /** @constant */
                        state: "delivered";
                    };
                };
            };
            /** @description A part of the request is not what the route takes; `errors` says which. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-invalid-request"];
                };
            };
            /** @description There is no access token, or it is not good, or has run out: sign in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-unauthenticated"];
                };
            };
            /** @description Who is signed in may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-forbidden"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-not-found"];
                };
            };
            /** @description What is asked for does not go with how things stand. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-conflict"];
                };
            };
            /** @description The body is larger than 128 KB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-body-too-large"];
                };
            };
            /** @description The API failed; `detail` has the id of the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-failed"];
                };
            };
        };
    };
    failSwap: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                kegId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        kegId: string;
                        swapId: string;
                        /** @constant */
                        state: "failed";
                    };
                };
            };
            /** @description A part of the request is not what the route takes; `errors` says which. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-invalid-request"];
                };
            };
            /** @description There is no access token, or it is not good, or has run out: sign in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-unauthenticated"];
                };
            };
            /** @description Who is signed in may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-forbidden"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-not-found"];
                };
            };
            /** @description What is asked for does not go with how things stand. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-conflict"];
                };
            };
            /** @description The body is larger than 128 KB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-body-too-large"];
                };
            };
            /** @description The API failed; `detail` has the id of the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-failed"];
                };
            };
        };
    };
    listSites: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SiteKegs"][];
                    };
                };
            };
            /** @description A part of the request is not what the route takes; `errors` says which. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-invalid-request"];
                };
            };
            /** @description There is no access token, or it is not good, or has run out: sign in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-unauthenticated"];
                };
            };
            /** @description Who is signed in may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-forbidden"];
                };
            };
            /** @description The body is larger than 128 KB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-body-too-large"];
                };
            };
            /** @description The API failed; `detail` has the id of the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-failed"];
                };
            };
        };
    };
    listSiteReadings: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                siteId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["KegReading"][];
                        cursor?: string;
                    };
                };
            };
            /** @description A part of the request is not what the route takes; `errors` says which. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-invalid-request"];
                };
            };
            /** @description There is no access token, or it is not good, or has run out: sign in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-unauthenticated"];
                };
            };
            /** @description Who is signed in may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-forbidden"];
                };
            };
            /** @description The body is larger than 128 KB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-body-too-large"];
                };
            };
            /** @description The API failed; `detail` has the id of the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-failed"];
                };
            };
        };
    };
    searchKegs: {
        parameters: {
            query?: {
                query?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["FoundKeg"][];
                        cursor?: string;
                    };
                };
            };
            /** @description A part of the request is not what the route takes; `errors` says which. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-invalid-request"];
                };
            };
            /** @description There is no access token, or it is not good, or has run out: sign in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-unauthenticated"];
                };
            };
            /** @description Who is signed in may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-forbidden"];
                };
            };
            /** @description The body is larger than 128 KB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-body-too-large"];
                };
            };
            /** @description The API failed; `detail` has the id of the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-failed"];
                };
            };
        };
    };
    getFleet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        pours: number;
                        totalMl: number;
                    };
                };
            };
            /** @description A part of the request is not what the route takes; `errors` says which. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-invalid-request"];
                };
            };
            /** @description There is no access token, or it is not good, or has run out: sign in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-unauthenticated"];
                };
            };
            /** @description Who is signed in may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-forbidden"];
                };
            };
            /** @description The body is larger than 128 KB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-body-too-large"];
                };
            };
            /** @description The API failed; `detail` has the id of the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-failed"];
                };
            };
        };
    };
    listAlerts: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                siteId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["KegAlert"][];
                        cursor?: string;
                    };
                };
            };
            /** @description A part of the request is not what the route takes; `errors` says which. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-invalid-request"];
                };
            };
            /** @description There is no access token, or it is not good, or has run out: sign in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-unauthenticated"];
                };
            };
            /** @description Who is signed in may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-forbidden"];
                };
            };
            /** @description The body is larger than 128 KB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-body-too-large"];
                };
            };
            /** @description The API failed; `detail` has the id of the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-failed"];
                };
            };
        };
    };
    listJobs: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["FleetJob"][];
                        cursor?: string;
                    };
                };
            };
            /** @description A part of the request is not what the route takes; `errors` says which. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-invalid-request"];
                };
            };
            /** @description There is no access token, or it is not good, or has run out: sign in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-unauthenticated"];
                };
            };
            /** @description Who is signed in may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-forbidden"];
                };
            };
            /** @description The body is larger than 128 KB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-body-too-large"];
                };
            };
            /** @description The API failed; `detail` has the id of the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-failed"];
                };
            };
        };
    };
    getJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                jobId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FleetJob"];
                };
            };
            /** @description A part of the request is not what the route takes; `errors` says which. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-invalid-request"];
                };
            };
            /** @description There is no access token, or it is not good, or has run out: sign in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-unauthenticated"];
                };
            };
            /** @description Who is signed in may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-forbidden"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-not-found"];
                };
            };
            /** @description The body is larger than 128 KB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-body-too-large"];
                };
            };
            /** @description The API failed; `detail` has the id of the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-failed"];
                };
            };
        };
    };
    cancelJob: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                jobId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        jobId: string;
                        status: string;
                    };
                };
            };
            /** @description A part of the request is not what the route takes; `errors` says which. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-invalid-request"];
                };
            };
            /** @description There is no access token, or it is not good, or has run out: sign in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-unauthenticated"];
                };
            };
            /** @description Who is signed in may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-forbidden"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-not-found"];
                };
            };
            /** @description What is asked for does not go with how things stand. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-conflict"];
                };
            };
            /** @description The body is larger than 128 KB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-body-too-large"];
                };
            };
            /** @description The API failed; `detail` has the id of the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-failed"];
                };
            };
        };
    };
    listViolations: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Violation"][];
                        cursor?: string;
                    };
                };
            };
            /** @description A part of the request is not what the route takes; `errors` says which. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-invalid-request"];
                };
            };
            /** @description There is no access token, or it is not good, or has run out: sign in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-unauthenticated"];
                };
            };
            /** @description Who is signed in may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-forbidden"];
                };
            };
            /** @description The body is larger than 128 KB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-body-too-large"];
                };
            };
            /** @description The API failed; `detail` has the id of the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-failed"];
                };
            };
        };
    };
    listGroups: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DynamicGroup"][];
                        cursor?: string;
                    };
                };
            };
            /** @description A part of the request is not what the route takes; `errors` says which. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-invalid-request"];
                };
            };
            /** @description There is no access token, or it is not good, or has run out: sign in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-unauthenticated"];
                };
            };
            /** @description Who is signed in may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-forbidden"];
                };
            };
            /** @description The body is larger than 128 KB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-body-too-large"];
                };
            };
            /** @description The API failed; `detail` has the id of the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-failed"];
                };
            };
        };
    };
    revokeKeg: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                kegId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KegRevocation"];
                };
            };
            /** @description A part of the request is not what the route takes; `errors` says which. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-invalid-request"];
                };
            };
            /** @description There is no access token, or it is not good, or has run out: sign in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-unauthenticated"];
                };
            };
            /** @description Who is signed in may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-forbidden"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-not-found"];
                };
            };
            /** @description What is asked for does not go with how things stand. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-conflict"];
                };
            };
            /** @description The body is larger than 128 KB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-body-too-large"];
                };
            };
            /** @description The API failed; `detail` has the id of the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-failed"];
                };
            };
        };
    };
    listGateways: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                siteId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["GatewayReport"][];
                        cursor?: string;
                    };
                };
            };
            /** @description A part of the request is not what the route takes; `errors` says which. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-invalid-request"];
                };
            };
            /** @description There is no access token, or it is not good, or has run out: sign in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-unauthenticated"];
                };
            };
            /** @description Who is signed in may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-forbidden"];
                };
            };
            /** @description The body is larger than 128 KB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-body-too-large"];
                };
            };
            /** @description The API failed; `detail` has the id of the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-failed"];
                };
            };
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description A part of the request is not what the route takes; `errors` says which. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-invalid-request"];
                };
            };
            /** @description There is no access token, or it is not good, or has run out: sign in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-unauthenticated"];
                };
            };
            /** @description Who is signed in may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-forbidden"];
                };
            };
            /** @description The body is larger than 128 KB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-body-too-large"];
                };
            };
            /** @description The API failed; `detail` has the id of the request. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-failed"];
                };
            };
        };
    };
}
