import type { MessageCause, Usage } from '@keg/local-iot'
import * as z from 'zod'
import { DAY_SEC, MONTH_DAYS } from './fleet-rates.ts'
import { readJsonFile } from './json-file.ts'
import { KIND_NAMES, USAGE_KINDS, type TrafficLine } from './traffic.ts'

const count = z.number().nonnegative()
const usage = {
  connectionMinutes: count, messages: count, rulesTriggered: count, actionsExecuted: count, shadowOperations: count,
  registryOperations: count,
}
const reading = z.object({ ...usage, seconds: z.number().positive().optional(), messagesBy: z.record(z.string(), count).optional() })
/** What `keg local --bill --json` and `pnpm demo --json` print, or the meter's reading alone. */
const meterFile = z.union([
  z.object({ kegs: z.int().positive().optional(), bill: reading }).transform(({ kegs, bill }) => ({ kegs, ...bill })),
  reading.extend({ kegs: z.int().positive().optional() }),
])

/** What a meter counted in a run: for how long, and of how many kegs where that is known. */
export type MeterFile = z.output<typeof meterFile>

/** Reads what a run's meter counted. Throws `UsageError` for a file that is something else. */
export const readMeter = (flag: string, file: string): Promise<MeterFile> =>
  readJsonFile(flag, file, meterFile, 'what keg local --bill --json or pnpm demo --json prints, with a "bill"')

/** What a running core answers. */
export const parseMeter = (text: string): MeterFile => meterFile.parse(JSON.parse(text))

const WHY: Readonly<Record<MessageCause, string>> = {
  connect: 'CONNECT, with its Will',
  subscribe: 'SUBSCRIBE, by the size of its filters',
  puback: 'PUBACK from a client; those to a client are free',
  in: 'a message that came in, in steps of 5 KB',
  retained: 'a message that is retained, once more',
  stored: 'a message that is kept for a client that is away',
  out: 'a message that went out, to each subscriber',
  answer: 'the body of an answer over HTTPS, in steps of 5 KB',
}

const NAMES: Readonly<Record<MessageCause, string>> = {
  connect: 'CONNECTs', subscribe: 'SUBSCRIBEs', puback: 'PUBACKs', in: 'messages in', retained: 'retained messages',
  stored: 'stored messages', out: 'messages out', answer: 'answers',
}

const OTHERS: Readonly<Record<Exclude<keyof Usage, 'messages'>, string>> = {
  connectionMinutes: 'every minute of every connection',
  rulesTriggered: 'rules that a message was given to, whatever WHERE said, in steps of 5 KB',
  actionsExecuted: 'actions that ran, in steps of 5 KB',
  shadowOperations: 'reads and writes of shadows, in steps of 1 KB',
  registryOperations: 'operations on things, those of rules too, in steps of 1 KB',
}

/** The month that a run makes at the same pace, with so many kegs in place of those that it had. */
export function meterTraffic(
  meter: MeterFile, { seconds, kegs }: { readonly seconds: number; readonly kegs: number | undefined },
): TrafficLine[] {
  const factor = ((MONTH_DAYS * DAY_SEC) / seconds) * (kegs === undefined || meter.kegs === undefined ? 1 : kegs / meter.kegs)
  const [whys, names]: readonly Readonly<Record<string, string>>[] = [WHY, NAMES]
  const messages = meter.messagesBy === undefined
    ? [{ what: 'messages', why: 'messages, in steps of 5 KB; the run says no more', units: { messages: meter.messages * factor } }]
    : Object.entries(meter.messagesBy)
      .map(([cause, units]) => ({ what: names?.[cause] ?? cause, why: whys?.[cause] ?? cause, units: { messages: units * factor } }))
  const others = USAGE_KINDS.flatMap((kind) =>
    (kind === 'messages' ? [] : [{ what: KIND_NAMES[kind], why: OTHERS[kind], units: { [kind]: meter[kind] * factor } }]))
  return [...messages, ...others]
}
