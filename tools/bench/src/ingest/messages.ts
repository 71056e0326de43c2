import { pour, telemetry } from '@keg/message-schemas/keg'

const T = 1_790_000_000_000
/** How many kegs the messages of a batch are of. */
export const KEGS = 10
const SITE = 'bench'

const kegOf = (index: number): string => `ingest-${index % KEGS}`

/** A pour as its rule hands it on: of a keg of its own, so that none waits for another's total. */
export const pourBody = (id: string): string => ruleOutput(
  pour.topic.format({ siteId: SITE, kegId: id }), id,
  pour.encode({ v: 1, bootId: 'b-1', seq: 0, takenAtMs: T, pourId: 'p-1', volumeMl: 300, totaliserMl: 300 }),
)

/** A reading as its rule hands it on: of a boot that nobody has seen, and from behind a gateway, which tells of its site itself. */
export const readingBody = (bootId: string, index: number): string => ruleOutput(
  telemetry.topic.format({ siteId: SITE, kegId: kegOf(index) }), 'gateway',
  telemetry.encode({ v: 1, bootId, seq: 0, takenAtMs: T, celsius: 4, kilopascal: 200, pouring: false, cooling: true }),
)

const ruleOutput = (topic: string, clientId: string, payload: Uint8Array): string =>
  JSON.stringify({ payload: Buffer.from(payload).toString('base64'), topic, clientId, receivedAtMs: T })
