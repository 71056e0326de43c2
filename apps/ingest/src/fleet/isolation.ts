import { parseJson } from '@keg/message-schemas'
import * as z from 'zod'

/**
 * What AWS IoT Device Defender tells of a violation, as far as it matters here.
 *
 * @see https://docs.aws.amazon.com/iot-device-defender/latest/devguide/detect-monitoring.html
 */
const alarm = z.object({
  violationId: z.string(),
  violationEventType: z.string(),
  violationEventTime: z.number(),
  securityProfileName: z.string(),
  thingName: z.string(),
  behavior: z.object({ name: z.string() }),
})

/** A violation that somebody is shut out for. */
export interface Violation {
  readonly violationId: string
  readonly securityProfileName: string
  readonly behaviorName: string
  /** When it began. */
  readonly atMs: number
}

/** Starts the mitigation of a violation; started again, it is the same one. */
export type StartMitigation = (violation: Violation) => Promise<void>

/** What became of an alarm, for the log. */
export interface Isolated {
  readonly outcome: 'isolated' | 'nothing to do' | 'no alarm'
  readonly kegId?: string
  readonly behavior?: string
}

/**
 * Has the keg of an alarm put into quarantine. What tells that a violation is over starts nothing: a keg leaves quarantine by a person.
 *
 * @param message - The alarm, as SNS hands it on.
 */
export async function isolate(message: string, startMitigation: StartMitigation): Promise<Isolated> {
  const json = parseJson(Buffer.from(message))
  const read = json.ok ? alarm.safeParse(json.value) : undefined
  if (read?.data === undefined) return { outcome: 'no alarm' }
  const { violationId, violationEventType, violationEventTime: atMs, securityProfileName, thingName: kegId, behavior: { name } } = read.data
  if (violationEventType !== 'in-alarm') return { outcome: 'nothing to do', kegId, behavior: name }
  await startMitigation({ violationId, securityProfileName, behaviorName: name, atMs })
  return { outcome: 'isolated', kegId, behavior: name }
}
