import { parseJson, type Decoded } from '@keg/message-schemas'
import { command, kegOrder, levelName, reply, type Command } from '@keg/message-schemas/keg'
import { topicTemplate } from '@keg/mqtt-topics'
import type { KnownCommand, StatusReason } from './notices.ts'
import type { Stamp } from './sequence.ts'

/** Who is answered. */
export type CommandAddress = Pick<KnownCommand, 'siteId' | 'commandId' | 'via'>

/** What a keg says to a command. */
export interface CommandAnswer {
  readonly status: KnownCommand['status']
  readonly statusReason?: StatusReason
}

/** A way on which commands come: how one is read, and how it is answered. */
export interface CommandDoor {
  /** Whose command a topic brings; `undefined` for one that is not for this keg. */
  addressOf(topic: string): CommandAddress | undefined
  /** `nowMs` is the server's time. */
  decode(payload: Uint8Array, nowMs: number): Decoded<Pick<Command, 'order' | 'expiresAtMs'>>
  /** Where a payload that is JSON has its order, if it has one. */
  orderIn(value: unknown): unknown
  /** The topic and the text of an answer. */
  answer(to: CommandAddress, answer: CommandAnswer, stamp: Stamp): { readonly topic: string; readonly payload: string }
}

/** Commands of the brewery's own API, on a topic of the site. */
export const breweryDoor = (kegId: string): CommandDoor => ({
  addressOf(topic) {
    const to = command.topic.parse(topic)
    if (to?.kegId !== kegId || !levelName.safeParse(to.commandId).success) return undefined
    return { siteId: to.siteId, commandId: to.commandId }
  },
  decode: (payload) => command.decode(payload),
  orderIn: (value) => memberOf(value, 'order'),
  answer: ({ siteId, commandId }, { status, statusReason }, stamp) => ({
    topic: reply.topic.format({ siteId, kegId, commandId }),
    payload: new TextDecoder().decode(reply.encode({ v: 1, ...stamp, status, ...(statusReason && { statusReason }) })),
  }),
})

/** The longest time-out of an execution: it says none itself, and AWS takes no answer after it. */
const LONGEST_EXECUTION_MS = 12 * 3_600_000
const executions = '$aws/commands/things/{kegId}/executions/{commandId}'
const request = topicTemplate(`${executions}/request/json`)
const response = topicTemplate(`${executions}/response/json`)

/** Where AWS IoT Commands tell a keg of executions. */
export const awsCommandsFilter = (kegId: string): string => request.filter({ kegId })

/**
 * Commands of AWS IoT: the payload is the order alone, `{ "kind": "reboot" }`.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/iot-remote-command-concepts.html
 */
export const awsCommandsDoor = (kegId: string): CommandDoor => ({
  addressOf(topic) {
    const to = request.parse(topic)
    return to?.kegId === kegId ? { siteId: '', commandId: to.commandId, via: 'awsCommands' } : undefined
  },
  decode(payload, nowMs) {
    const json = parseJson(payload)
    if (!json.ok) return json
    const { data: order, error } = kegOrder.safeParse(json.value)
    if (error !== undefined) return { ok: false, failure: 'INVALID', reason: error.issues.map(({ message }) => message).join('; ') }
    return { ok: true, value: { order, expiresAtMs: nowMs + LONGEST_EXECUTION_MS } }
  },
  orderIn: (value) => value,
  answer: ({ commandId }, answer) => ({ topic: response.format({ kegId, commandId }), payload: JSON.stringify(answer) }),
})

/** A member of an object's own; `undefined` for what is no object. */
export const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined
