/** AWS IoT Core's limits, defaults of its quotas page unless said otherwise. */
export const MAX_PAYLOAD_BYTES = 128 * 1024
/** What CONNACK announces as the largest packet: a payload of 128 KB and room for topic and properties. */
export const MAX_PACKET_BYTES = 149_504
/** Ours: the largest CONNECT, taken before anybody is known. */
export const MAX_CONNECT_BYTES = 64 * 1024
export const MAX_CLIENT_ID_BYTES = 128
export const MAX_IN_FLIGHT = 100
/** QoS 1 without a PUBACK is sent again for an hour; every how many seconds is not stated. */
export const RESEND_AFTER_MS = 30_000
export const RESEND_FOR_MS = 3_600_000
export const MAX_TOPIC_ALIASES = 8
export const MAX_SUBSCRIPTIONS = 50
export const MAX_FILTERS_PER_SUBSCRIBE = 8
export const MIN_KEEP_ALIVE_SEC = 30
export const MAX_KEEP_ALIVE_SEC = 1200
export const MAX_SESSION_EXPIRY_SEC = 3600
export const MAX_MESSAGE_EXPIRY_SEC = 604_800
export const MAX_RETAINED_MESSAGES = 5000
/** How long a WebSocket connection lasts: 24 hours. */
export const MAX_WEB_SOCKET_MS = 86_400_000
/** Ours: how long a connection may take to send its CONNECT. */
export const CONNECT_TIMEOUT_MS = 10_000
/** Ours: messages and bytes that wait for one session; the newest beyond are dropped, with a log line a second. */
export const MAX_QUEUED_MESSAGES = 10_000
export const MAX_QUEUED_BYTES = 16 * 1024 * 1024
/** Ours: sessions that outlive their connection, present or away; a client with a new one beyond is refused. */
export const MAX_KEPT_SESSIONS = 100_000
/** Ours: bytes written and not yet taken by a reader, over which it counts as slow. */
export const SLOW_READER_BYTES = 1024 * 1024
