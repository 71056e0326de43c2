import * as z from 'zod'
import { defineMessage, type MessageValue } from '../define-message.ts'
import { epochMs, envelope } from './envelope.ts'
import { MAX_POUR_ML } from './pour.ts'

/**
 * What a keg is told to do once. What it is to *be* is a setting.
 *
 * @example kegOrder.parse({ kind: 'pour', volumeMl: 300 })
 */
export const kegOrder = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('pour'), volumeMl: z.int().positive().max(MAX_POUR_ML) }),
  z.object({ kind: z.literal('reboot') }),
])

/**
 * What a command may hold: an order, or that the command with the id of the topic is not to be begun. A keg that has begun it, or done it,
 * says again how far it is.
 *
 * @example commandOrder.parse({ kind: 'cancel' })
 */
export const commandOrder = z.discriminatedUnion('kind', [...kegOrder.options, z.object({ kind: z.literal('cancel') })])

/**
 * A command; the topic carries its id. A keg that gets it twice obeys once, and after `expiresAtMs` not at all.
 *
 * @example command.encode({ v: 1, issuedAtMs: 0, expiresAtMs: 60_000, order: { kind: 'reboot' } })
 */
export const command = defineMessage({
  name: 'command',
  version: 1,
  topic: 'keg/{siteId}/{kegId}/commands/{commandId}',
  schema: z.object({ v: z.literal(1), issuedAtMs: epochMs, expiresAtMs: epochMs, order: commandOrder }),
})

/**
 * How far a command has come, in the words of AWS IoT Commands.
 *
 * @example COMMAND_STATES.includes('SUCCEEDED')  // true
 */
export const COMMAND_STATES = ['IN_PROGRESS', 'SUCCEEDED', 'FAILED', 'REJECTED', 'TIMED_OUT'] as const

/**
 * What the keg has to say to a command.
 *
 * @example reply.topic.format({ siteId: 'berlin', kegId: 'keg-01', commandId: 'c-1' })  // 'keg/berlin/keg-01/replies/c-1'
 */
export const reply = defineMessage({
  name: 'reply',
  version: 1,
  topic: 'keg/{siteId}/{kegId}/replies/{commandId}',
  schema: z.object({
    v: z.literal(1),
    ...envelope,
    status: z.enum(COMMAND_STATES),
    statusReason: z.object({ reasonCode: z.string().max(64), reasonDescription: z.string().max(1_024).optional() }).optional(),
  }),
})

export type KegOrder = z.output<typeof kegOrder>
export type Command = MessageValue<typeof command>
export type Reply = MessageValue<typeof reply>
