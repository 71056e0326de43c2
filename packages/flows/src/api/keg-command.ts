import { COMMAND_STATES, epochMs, kegOrder, levelName } from '@keg/message-schemas/keg'
import * as z from 'zod'

/** What a keg is told to do once. */
export const order = kegOrder.meta({ id: 'KegOrder' })

/**
 * A command, and how far it has come, in the words of AWS IoT Commands. TIMED_OUT with `$NO_RESPONSE_FROM_DEVICE` is not the end: its keg
 * may still answer.
 */
export const kegCommand = z.object({
  commandId: levelName,
  kegId: levelName,
  /** Where the keg was told. */
  siteId: levelName,
  order,
  status: z.enum(['CREATED', ...COMMAND_STATES]),
  statusReason: z.object({ reasonCode: z.string(), reasonDescription: z.string().optional() }).optional(),
  createdAtMs: epochMs,
  /** Until then the keg may begin. */
  expiresAtMs: epochMs,
  updatedAtMs: epochMs,
}).meta({ id: 'KegCommand' })

export type KegCommand = z.output<typeof kegCommand>

/** The path of one command of a keg: `/kegs/{kegId}/commands/{commandId}`. */
export const commandPath = z.object({ kegId: levelName, commandId: levelName })

/** How the partition keys begin under which the hot store's table keeps commands: their handlers may write nothing else of it. */
export const KEPT_COMMANDS = 'commands#'
