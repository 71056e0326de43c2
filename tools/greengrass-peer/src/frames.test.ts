import { expect, it } from 'vitest'
import { decodeFrame, encodeFrame, FrameError, FrameSplitter, type Frame } from './frames.ts'

const text = (payload: Uint8Array) => new TextDecoder().decode(payload)
const of = (headers: Frame['headers'], payload = ''): Frame => ({ headers, payload: new TextEncoder().encode(payload) })

/** What the client of the SDK sends, and what it takes, as recorded on the socket. */
const VECTORS: readonly [what: string, hex: string, frame: Frame][] = [
  ['Connect',
    '0000006b00000048f3c75097083a76657273696f6e070005302e312e300d3a6d6573736167652d7479706504000000040e3a6d6573736167652d666c61677304000000000a3a73747265616d2d696404000000007b2261757468546f6b656e223a22746f6b227d369467d5',
    of({ ':version': '0.1.0', ':message-type': 4, ':message-flags': 0, ':stream-id': 0 }, '{"authToken":"tok"}')],
  ['ConnectAck',
    '0000004700000037374cfe3f0d3a6d6573736167652d7479706504000000050e3a6d6573736167652d666c61677304000000010a3a73747265616d2d69640400000000e237e27d',
    of({ ':message-type': 5, ':message-flags': 1, ':stream-id': 0 })],
  ['a request',
    '000000a500000063095eff6d0d3a6d6573736167652d7479706504000000000e3a6d6573736167652d666c61677304000000000a3a73747265616d2d696404000000010' +
      '96f7065726174696f6e07001f6177732e677265656e6772617373235075626c697368546f496f54436f72657b22746f7069634e616d65223a22612f62222c22716f73223a2231222c227061796c6f6164223a22626d396962325235227da2eb7ad9',
    of(
      { ':message-type': 0, ':message-flags': 0, ':stream-id': 1, operation: 'aws.greengrass#PublishToIoTCore' },
      '{"topicName":"a/b","qos":"1","payload":"bm9ib2R5"}',
    )],
  ['a reply',
    '000000a7000000952740fb240d3a636f6e74656e742d747970650700106170706c69636174696f6e2f6a736f6e12736572766963652d6d6f64656c2d747970650700276177732e677265656e6772617373235075626c697368546f496f54436f7265526573706f6e7365' +
      '0d3a6d6573736167652d7479706504000000000e3a6d6573736167652d666c61677304000000020a3a73747265616d2d696404000000017b7d7f59b3eb',
    of({
      ':content-type': 'application/json', 'service-model-type': 'aws.greengrass#PublishToIoTCoreResponse', ':message-type': 0,
      ':message-flags': 2, ':stream-id': 1,
    }, '{}')],
]

it.each(VECTORS)('writes and reads %s, byte by byte', (_what, hex, frame) => {
  expect(encodeFrame(frame).toString('hex')).toBe(hex)
  const read = [...Buffer.from(hex, 'hex')].reduce<{ splitter: FrameSplitter; frames: Frame[] }>(
    ({ splitter, frames }, byte) => ({ splitter, frames: [...frames, ...splitter.push(Buffer.of(byte))] }),
    { splitter: new FrameSplitter(), frames: [] },
  ).frames
  expect(read.map(({ headers, payload }) => ({ headers, payload: text(payload) }))).toEqual([
    { headers: frame.headers, payload: text(frame.payload) },
  ])
})

it('reads several frames of one piece', () => {
  const piece = Buffer.concat(VECTORS.map(([, hex]) => Buffer.from(hex, 'hex')))
  expect([...new FrameSplitter().push(piece)]).toHaveLength(VECTORS.length)
})

const whole = () => encodeFrame(of({ a: 1 }, 'payload'))
it.each<[string, (frame: Buffer) => void, RegExp]>([
  ['a wrong length', (frame) => frame.writeUInt32BE(15, 0), /No frame has 15 bytes/],
  ['a length that is too large', (frame) => frame.writeUInt32BE(24 * 1_024 * 1_024 + 1, 0), /No frame has/],
  ['a changed length of the headers', (frame) => frame.writeUInt32BE(3, 4), /checksum of the prelude/],
  ['a changed header', (frame) => frame.writeUInt8(98, 13), /checksum of the message/],
  ['a changed payload', (frame) => frame.writeUInt8(98, frame.length - 6), /checksum of the message/],
])('takes no frame with %s', (_what, spoil, reason) => {
  const frame = whole()
  spoil(frame)
  expect(() => [...new FrameSplitter().push(frame)]).toThrow(reason)
})

it('takes no header of a type that is none', () => {
  expect(() => encodeFrame(of({ a: true }))).toThrow(FrameError)
  expect(decodeFrame(encodeFrame(of({ a: -1, b: 'ü' }))).headers).toEqual({ a: -1, b: 'ü' })
})
