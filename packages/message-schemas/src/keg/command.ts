import * as z from 'zod'
import { defineMessage, type MessageValue } from '../define-message.ts'
import { epochMs, envelope } from './envelope.ts'
import { MAX_POUR_ML } from './pour.ts'

/** What a keg is told to do once. What it is to *be* is a setting. */
export const kegOrder = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('pour'), volumeMl: z.int().positive().max(MAX_POUR_ML) }),
  z.object({ kind: z.literal('reboot') }),
])

/** A command; the topic carries its id. A keg that gets it twice obeys once, and after `expiresAtMs` not at all. */
export const command = defineMessage({
  name: 'command',
  version: 1,
  topic: 'keg/{siteId}/{kegId}/commands/{commandId}',
  schema: z.object({ v: z.literal(1), issuedAtMs: epochMs, expiresAtMs: epochMs, order: kegOrder }),
})

/** How far a command has come, in the words of AWS IoT Commands. */
export const COMMAND_STATES = ['IN_PROGRESS', 'SUCCEEDED', 'FAILED', 'REJECTED', 'TIMED_OUT'] as const

/** What the keg has to say to a command. */
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

export type Command = MessageValue<typeof command>
export type Reply = MessageValue<typeof reply>
