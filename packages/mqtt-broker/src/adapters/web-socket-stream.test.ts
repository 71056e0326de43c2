import { once } from 'node:events'
import { duplexPair, type Duplex } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CloseCode } from './web-socket-frames.ts'
import { WebSocketStream } from './web-socket-stream.ts'

const BINARY = 2
const MASK = [0x12, 0x34, 0xab, 0xff]

/** A frame of a client. */
function frame(
  opcode: number,
  payload: Uint8Array,
  { isLast = true, masked = true, lengthBytes = payload.length < 126 ? 0 : payload.length < 65_536 ? 2 : 8 } = {},
): Buffer {
  const length = Buffer.alloc(lengthBytes)
  if (lengthBytes === 2) length.writeUInt16BE(payload.length)
  if (lengthBytes === 8) length.writeBigUInt64BE(BigInt(payload.length))
  const short = lengthBytes === 0 ? payload.length : lengthBytes === 2 ? 126 : 127
  const header = [(isLast ? 0x80 : 0) | opcode, (masked ? 0x80 : 0) | short]
  return Buffer.concat([
    Buffer.from(header), length, ...(masked ? [Buffer.from(MASK), payload.map((byte, at) => byte ^ (MASK[at & 3] ?? 0))] : [payload]),
  ])
}

/** A stream, what it has read, and what its peer has got. */
function opened({ maxMessageBytes = 1000, head = Buffer.alloc(0) }: { maxMessageBytes?: number; head?: Buffer } = {}) {
  const [peer, socket] = duplexPair()
  const stream = new WebSocketStream(socket, head, maxMessageBytes)
  const read: Buffer[] = []
  const sent: Buffer[] = []
  stream.on('data', (chunk: Buffer) => read.push(Buffer.from(chunk))).on('error', () => undefined)
  peer.on('data', (chunk: Buffer) => sent.push(chunk))
  return { peer, socket, stream, text: () => Buffer.concat(read), sent: () => Buffer.concat(sent) }
}
const turn = () => new Promise((resolve) => setImmediate(resolve))
async function send(peer: Duplex, bytes: Buffer, chunkBytes = bytes.length): Promise<void> {
  for (let at = 0; at < bytes.length; at += chunkBytes) peer.write(bytes.subarray(at, at + chunkBytes))
  await turn()
  await turn()
}

describe('what a client sends', () => {
  it('is the same bytes however messages are cut into frames and frames into chunks, with control frames between', async () => {
    const message = fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 3 })
    await fc.assert(fc.asyncProperty(fc.array(message, { maxLength: 5 }), fc.integer({ min: 1, max: 400 }), fc.boolean(), async (
      messages, chunkBytes, pings,
    ) => {
      const { peer, text, sent } = opened()
      const frames = messages.flatMap((parts) => parts.flatMap((part, at) => [
        frame(at === 0 ? BINARY : 0, part, { isLast: at === parts.length - 1 }), ...(pings ? [frame(9, Buffer.from('hi'))] : []),
      ]))
      await send(peer, Buffer.concat(frames), chunkBytes)
      expect(text()).toEqual(Buffer.concat(messages.flat()))
      expect(sent().length).toBe(pings ? messages.flat().length * 4 : 0)
    }), { numRuns: 60 })
  })
  it('is read where it came with the upgrade', async () => {
    const { text } = opened({ head: frame(BINARY, Buffer.from('early')) })
    await turn()
    expect(String(text())).toBe('early')
  })
  it.each([
    { what: 'text', bytes: frame(1, Buffer.from('x')), code: CloseCode.unsupportedData },
    { what: 'no mask', bytes: frame(BINARY, Buffer.from('x'), { masked: false }), code: CloseCode.protocolError },
    { what: 'bits of an extension', bytes: Buffer.from([0xc2, 0x80, 0, 0, 0, 0]), code: CloseCode.protocolError },
    { what: 'a continuation of nothing', bytes: frame(0, Buffer.from('x')), code: CloseCode.protocolError },
    {
      what: 'a message within a message',
      bytes: Buffer.concat([frame(BINARY, Buffer.from(''), { isLast: false }), frame(BINARY, Buffer.from('x'))]),
      code: CloseCode.protocolError,
    },
    { what: 'a ping in pieces', bytes: frame(9, Buffer.from('x'), { isLast: false }), code: CloseCode.protocolError },
    { what: 'a long ping', bytes: frame(9, Buffer.alloc(126)), code: CloseCode.protocolError },
    { what: 'an unknown control frame', bytes: frame(11, Buffer.from('x')), code: CloseCode.protocolError },
    {
      what: 'a message that is too large, told by its length', bytes: frame(BINARY, Buffer.alloc(1001)).subarray(0, 8),
      code: CloseCode.tooBig,
    },
    {
      what: 'a length of 2^63', bytes: Buffer.from([0x82, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0]),
      code: CloseCode.tooBig,
    },
    {
      what: 'a message that is too large in pieces',
      bytes: Buffer.concat([frame(BINARY, Buffer.alloc(900), { isLast: false }), frame(0, Buffer.alloc(101))]),
      code: CloseCode.tooBig,
    },
  ])('ends the stream with a close frame: $what', async ({ bytes, code }) => {
    const { peer, stream, sent } = opened()
    const ended = once(stream, 'end')
    await send(peer, Buffer.concat([bytes, frame(BINARY, Buffer.from('never read'))]))
    await ended
    expect([...sent()]).toEqual([0x88, 2, code >> 8, code & 0xff])
  })
})

describe('a stream', () => {
  it('writes a frame for each write, in the shortest form', async () => {
    const { peer, stream, sent } = opened()
    for (const size of [1, 125, 126, 65_535, 65_536]) stream.write(Buffer.alloc(size, 7))
    while (sent().length < 131_223 + 2 + 2 + 4 + 4 + 10) await once(peer, 'data')
    const bytes = sent()
    const headers: number[][] = []
    for (let at = 0; at < bytes.length;) {
      const short = bytes[at + 1] ?? 0
      const start = short === 126 ? 4 : short === 127 ? 10 : 2
      const length = short === 126 ? bytes.readUInt16BE(at + 2) : short === 127 ? Number(bytes.readBigUInt64BE(at + 2)) : short
      headers.push([bytes[at] ?? 0, start, length])
      at += start + length
    }
    expect(headers).toEqual([[0x82, 2, 1], [0x82, 2, 125], [0x82, 4, 126], [0x82, 4, 65_535], [0x82, 10, 65_536]])
  })
  it('says goodbye, and is gone when its peer has answered', async () => {
    const { peer, stream, sent } = opened()
    stream.end(Buffer.from('bye'))
    await turn()
    await turn()
    expect([...sent()]).toEqual([0x82, 3, ...Buffer.from('bye'), 0x88, 2, 3, 0xe8])
    const closed = once(stream, 'close')
    await send(peer, frame(8, Buffer.from([3, 0xe8])))
    peer.end()
    await closed
    expect(sent().length).toBe(9)
  })
  it('answers a close frame with one, and ends', async () => {
    const { peer, stream, sent } = opened()
    const ended = once(stream, 'end')
    await send(peer, frame(8, Buffer.from([3, 0xe8])))
    await ended
    expect([...sent()]).toEqual([0x88, 2, 3, 0xe8])
  })
  it('ends with its socket, with a close frame or without', async () => {
    const { peer, stream } = opened()
    const ended = once(stream, 'end')
    peer.end()
    await ended
    const other = opened()
    const closed = once(other.stream, 'close')
    other.socket.destroy()
    await closed
  })
  it('does not read its socket while nobody reads it', async () => {
    const { peer, socket, stream, text } = opened({ maxMessageBytes: 1_000_000 })
    stream.pause()
    for (let at = 0; at < 30; at++) await send(peer, frame(BINARY, Buffer.alloc(10_000, 'x')))
    expect([socket.isPaused(), text().length]).toEqual([true, 0])
    expect(stream.readableLength).toBeLessThan(100_000)
    stream.resume()
    while (text().length < 300_000) await turn()
  })
})
