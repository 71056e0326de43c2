import { COMMAND_STATES } from '@keg/message-schemas/keg'
import type { Durable, Outbox } from '@keg/uplink'
import { createOutbox } from '@keg/uplink'
import * as z from 'zod'
import { createCourier, type Courier } from './courier.ts'
import type { KegParts } from './keg.ts'

const statusReason = z.object({ reasonCode: z.string(), reasonDescription: z.string().optional() })

/**
 * The file of what a keg has to say besides its pours: replies and alerts on their way out, the commands it knows, the alert that is
 * raised.
 */
export const noticesFile = z.object({
  pending: z.array(z.object({ id: z.string(), topic: z.string(), payload: z.string() })),
  commands: z.array(
    z.object({
      commandId: z.string(),
      siteId: z.string(),
      /** Who is answered; absent: the brewery's API. */
      via: z.literal('awsCommands').optional(),
      kind: z.enum(['pour', 'reboot']),
      expiresAtMs: z.number(),
      /** The boot in which it was begun. */
      bootId: z.string(),
      status: z.enum(COMMAND_STATES),
      statusReason: statusReason.optional(),
    }),
  ),
  overTemperature: z.object({ alertId: z.string(), siteId: z.string() }).nullable(),
})

export type NoticesState = z.output<typeof noticesFile>
export type Notice = NoticesState['pending'][number]
export type KnownCommand = NoticesState['commands'][number]
export type StatusReason = z.output<typeof statusReason>

/** Replies and alerts on their way out. A file of their own: what is refused or large here never stands in the way of a pour. */
export interface Notices extends Outbox<Notice, NoticesState> {
  readonly courier: Courier
}

/** Notices over `memory`. */
export function createNotices(memory: Durable<NoticesState>, parts: Pick<KegParts, 'kegId' | 'uplink' | 'pause' | 'onProblem'>): Notices {
  const { kegId, uplink, pause, onProblem } = parts
  const idOf = ({ id }: Notice) => id
  const outbox = createOutbox<Notice, NoticesState>({ memory, empty: { pending: [], commands: [], overTemperature: null }, idOf })
  const courier = createCourier<Notice>({
    outbox,
    idOf,
    connected: () => uplink.connected,
    send: ({ topic, payload }) => uplink.publish(topic, new TextEncoder().encode(payload), 1),
    pause,
    onProblem: ({ topic }, error) => onProblem({ kegId, doing: `send to ${topic}`, error }),
  })
  return {
    get state() {
      return outbox.state
    },
    add: outbox.add,
    acknowledged: outbox.acknowledged,
    note: outbox.note,
    catchUp: outbox.catchUp,
    courier,
  }
}
