import { kegConnection, type Heard, type KnownConnection } from '../live/keg-connection.ts'
import type { StateWords } from './state-words.ts'

/**
 * Why connections end, by AWS's words for it.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/life-cycle-events.html#connect-disconnect
 */
const REASONS: Readonly<Record<string, string>> = {
  AUTH_ERROR: 'it failed to show who it is, or may not connect', CLIENT_INITIATED_DISCONNECT: 'the keg ended it', CLIENT_ERROR: 'the keg did wrong',
  CONNECTION_LOST: 'the line was cut', DUPLICATE_CLIENTID: 'another connection took its name', FORBIDDEN_ACCESS: 'it was not allowed',
  MQTT_KEEP_ALIVE_TIMEOUT: 'nothing came from the keg any more', SERVER_ERROR: 'AWS IoT failed', SERVER_INITIATED_DISCONNECT: 'AWS IoT ended it',
  THROTTLED: 'it sent too much', WEBSOCKET_TTL_EXPIRATION: 'its WebSocket was open for the longest that it may', CUSTOMAUTH_TTL_EXPIRATION: 'its token ran out',
}

/** Why a connection ended, in words; AWS's own where they are none of those known. */
export function disconnectText(reason: string | undefined): string {
  if (reason === undefined) return 'no reason was told'
  return Object.hasOwn(REASONS, reason) ? `${REASONS[reason]} (${reason})` : reason
}

/** How a keg's connection stands, in words, by the rule of the fleet's table. What is not known is said to be so. */
export function presenceWords(
  presence: KnownConnection | undefined, heard: Heard, isSilent: boolean, timeOf: (ms: number) => string,
): StateWords {
  const { connection } = kegConnection(presence, heard, isSilent)
  const since = presence?.sinceMs === undefined ? '' : ` since ${timeOf(presence.sinceMs)}`
  if (connection === 'away') return { kind: 'bad', text: `not connected${since}: ${disconnectText(presence?.reason)}` }
  if (connection === 'unknown') return { kind: 'unknown', text: ['unknown', ...lastKnown(heard, timeOf)].join(', ') }
  if (connection === 'behind a gateway') return { kind: 'good', text: `behind the gateway ${heard.gatewayId}` }
  if (presence?.connected === true) return { kind: 'good', text: `connected${since}` }
  return { kind: 'good', text: presence === undefined ? 'heard of, over no connection of its own' : 'heard of since its connection ended' }
}

function lastKnown({ gatewayId, heardAtMs }: Heard, timeOf: (ms: number) => string): readonly string[] {
  return [
    ...(gatewayId === undefined ? [] : [`behind the gateway ${gatewayId}`]),
    ...(heardAtMs === undefined ? [] : [`last heard of ${timeOf(heardAtMs)}`]),
  ]
}
