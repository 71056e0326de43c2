import { pour } from '@keg/message-schemas/keg'
import { expect, it } from 'vitest'
import { noise } from '../spool/testing/messages.ts'
import { batchItem, MAX_PAYLOAD_BYTES, OpenBatch } from './batch-encoding.ts'
import { readBatch } from './testing/read-batch.ts'

/** The most that a keg can publish. */
const MOST = 131_072
const body = pour.encode({ v: 1, bootId: 'b-1', seq: 0, takenAtMs: 1, pourId: 'p-1', volumeMl: 250, totaliserMl: 300 })
const bytesOf = (text: string) => new TextEncoder().encode(text)
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

/** A pour with other bytes behind it, up to a length. */
const padded = (length: number, filler: (length: number) => Uint8Array) => Buffer.concat([body, filler(length - body.length)])
/** A pour with another field, up to a length. */
const withField = (length: number, filler: (length: number) => Uint8Array) => {
  const [start, end] = [bytesOf(`${new TextDecoder().decode(body).slice(0, -1)},"x":"`), bytesOf('"}')]
  return Buffer.concat([start, filler(length - start.length - end.length), end])
}
const of = (text: string) => (length: number) => new Uint8Array(length).fill(bytesOf(text)[0] ?? 0)
const letters = (length: number) => bytesOf(base64(noise(length)).slice(0, length))
/** Of the printable characters of ASCII, which base64 makes larger than they compress to. */
const printable = (length: number) => noise(length).map((byte) => 0x23 + (byte % 57))

const sizes = [1_000, 100_000, MOST]
const whole: [string, (length: number) => Uint8Array][] = [
  ['new lines', (length) => padded(length, of('\n'))],
  ['spaces', (length) => padded(length, of(' '))],
  ['quotes in a field', (length) => withField(length, of("'"))],
  ['control characters', of('\u0001')],
  ['backslashes', of('\\')],
  ['letters without a pattern', (length) => withField(length, letters)],
  ['characters without a pattern', (length) => withField(length, printable)],
  ['bytes that are no text', of('\u00ff')],
  ['NULs', of('\0')],
]

const cases = whole.flatMap(([title, payloadOf]) => sizes.map((size) => [title, size, payloadOf] as const))
it.each(cases)('%s, %i bytes, go into a batch as they came', (_, size, payloadOf) => {
  const payload = payloadOf(size)
  const [sent] = batched(payload)
  expect(payload.length).toBe(size)
  expect(Buffer.from(sent?.payloadBase64 ?? sent?.payload ?? '', sent?.payloadBase64 === undefined ? 'utf8' : 'base64').equals(payload))
    .toBe(true)
})

it('sends of noise a stub, the same each time', () => {
  const stub = { withheld: true, stubId: expect.any(String) }
  expect(JSON.parse(batched(noise(MOST))[0]?.payload ?? '')).toEqual(stub)
  expect(batched(noise(MOST))).toEqual(batched(noise(MOST)))
})

/** What the cloud reads of a batch that holds this pour alone. */
function batched(payload: Uint8Array) {
  const item = batchItem({ kind: 'pour', kegId: 'keg-01', topic: 'keg/berlin/keg-01/pours', takenAtMs: 1, payload })
  if (!item.ok) throw new Error(item.reason)
  const open = new OpenBatch()
  expect(open.take(item.text, item.bytes)).toBe(true)
  const sent = open.encode('3f0c9c5e-7d43-4a4b-9d0f-0f6d2b8e1a77')
  expect(sent.length).toBeLessThanOrEqual(MAX_PAYLOAD_BYTES)
  const decoded = readBatch(sent)
  if (!decoded.ok) throw new Error(decoded.reason)
  return decoded.value.messages
}
