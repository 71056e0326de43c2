import { randomBytes } from 'node:crypto'
import { request } from 'node:http'
import { Duplex } from 'node:stream'

const BINARY = 0x82
const MASK = Buffer.from([0x5a, 0xc3, 0x3c, 0xa5])

/**
 * A client's end of MQTT over WebSocket, by hand, so that the generator has time left: a write is one masked frame, and servers' frames of
 * data are read as they come. It answers no ping.
 */
export function openWebSocket(port: number): Duplex {
  const key = randomBytes(16).toString('base64')
  const headers = {
    connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13', 'sec-websocket-key': key, 'sec-websocket-protocol': 'mqtt',
  }
  const upgrade = request({ host: '127.0.0.1', port, path: '/mqtt', headers })
  let socket: Duplex | undefined
  const send = (frames: Buffer, done: () => void) => {
    if (socket === undefined) upgrade.once('upgrade', () => socket?.write(frames, done))
    else socket.write(frames, done)
  }
  const stream = new Duplex({
    read: () => undefined,
    write: (chunk: Buffer, _encoding, done) => send(masked(chunk), done),
    // What is written together goes out in one write, as with TCP.
    writev: (chunks: { chunk: Buffer }[], done) => send(Buffer.concat(chunks.map(({ chunk }) => masked(chunk))), done),
    destroy: (error, done) => {
      socket?.destroy()
      upgrade.destroy()
      done(error)
    },
  })
  upgrade.once('upgrade', (_response, opened, head) => {
    socket = opened
    opened.setNoDelay()
    const read = frameReader((bytes) => stream.push(bytes))
    opened.on('data', read).on('close', () => stream.destroy()).on('error', (error) => stream.destroy(error))
    if (head.length > 0) read(head)
  })
  upgrade.on('error', (error) => stream.destroy(error)).end()
  return stream
}

function masked(payload: Buffer): Buffer {
  const { length } = payload
  const start = length < 126 ? 6 : 8
  const frame = Buffer.allocUnsafe(start + length)
  frame[0] = BINARY
  if (length < 126) frame[1] = 0x80 | length
  else {
    frame[1] = 0x80 | 126
    frame.writeUInt16BE(length, 2)
  }
  MASK.copy(frame, start - 4)
  for (let index = 0; index < length; index += 1) frame[start + index] = (payload[index] ?? 0) ^ (MASK[index & 3] ?? 0)
  return frame
}

/** Hands on the payloads of data frames, in one piece or several. */
function frameReader(data: (bytes: Buffer) => void): (chunk: Buffer) => void {
  let begun: Buffer | undefined
  let left = 0
  return (chunk) => {
    const bytes = begun === undefined ? chunk : Buffer.concat([begun, chunk])
    begun = undefined
    for (let at = 0; at < bytes.length;) {
      if (left > 0) {
        const end = Math.min(bytes.length, at + left)
        data(bytes.subarray(at, end))
        left -= end - at
        at = end
        continue
      }
      const short = bytes[at + 1] ?? 0
      const body = at + (short === 126 ? 4 : short === 127 ? 10 : 2)
      if (body > bytes.length || at + 1 >= bytes.length) {
        begun = bytes.subarray(at)
        return
      }
      left = short === 126 ? bytes.readUInt16BE(at + 2) : short === 127 ? bytes.readUInt32BE(at + 6) : short
      at = body
    }
  }
}
