import { createServer, type Socket } from 'node:net'
import type { Json, JsonObject } from '../document/json.ts'
import { deleteShadow, getShadow, updateShadow } from '../document/operations.ts'
import type { ShadowRecord } from '../document/shadow.ts'
import { type ShadowOperation, shadowTopic } from '../shadow-transport.ts'
import { encodeFrame, type Frame, frameReader } from './event-stream-frame.ts'

/** A socket that components connect to. */
export interface NucleusSocket {
  /** Ends every connection and lets none in; or lets them in again. */
  setConnected(connected: boolean): void
  close(): Promise<void>
}

const MESSAGE = { application: 0, error: 1, connect: 4, connectAck: 5 } as const
const ACCEPTED = 1
const LAST = 2
const ERRORS: Readonly<Record<number, string>> = { 404: 'ResourceNotFoundError', 409: 'ConflictError' }

interface Request {
  readonly thingName: string
  readonly shadowName?: string
  readonly payload?: string
  readonly topic: string
}

/**
 * What a component sees of a Greengrass core, for who has the token: the shadow manager and local topics, at each path that is listened at.
 * Messages and shapes as the Greengrass nucleus sends them.
 * @see https://docs.aws.amazon.com/greengrass/v2/developerguide/ipc-local-shadows.html
 */
export function createNucleus(token: string): { listen(path: string): Promise<NucleusSocket> } {
  const records = new Map<string, ShadowRecord | undefined>()
  const subscribers = new Set<{ readonly socket: Socket; readonly stream: number; readonly topic: string }>()

  const send = (socket: Socket, type: number, flags: number, stream: number, shape?: string, body?: Json) => {
    const headers = { ':message-type': type, ':message-flags': flags, ':stream-id': stream }
    const described = shape === undefined
      ? headers
      : { ...headers, ':content-type': 'application/json', 'service-model-type': `aws.greengrass#${shape}` }
    socket.write(encodeFrame({ headers: described, payload: Buffer.from(body === undefined ? '' : JSON.stringify(body)) }))
  }
  const publish = (topic: string, message: unknown) => {
    // The shadow manager publishes bytes, not JSON.
    const binaryMessage = { message: Buffer.from(JSON.stringify(message)).toString('base64'), context: { topic } }
    for (const it of subscribers)
      if (it.topic === topic) send(it.socket, MESSAGE.application, 0, it.stream, 'SubscriptionResponseMessage', { binaryMessage })
  }

  function shadow(kind: ShadowOperation['kind'], { thingName, shadowName, payload = '' }: Request) {
    const id = { thingName, ...(shadowName !== undefined && { shadowName }) }
    const base = shadowTopic({ ...id })
    const operate = { get: getShadow, update: updateShadow, delete: deleteShadow }[kind]
    const { record, accepted, rejected, delta, documents } = operate(records.get(base), Buffer.from(payload, 'base64'), {
      ...id, nowSec: 1_700_000_000,
    })
    records.set(base, record)
    if (accepted) publish(`${base}/${kind}/accepted`, accepted)
    if (delta) publish(`${base}/update/delta`, delta)
    if (documents) publish(`${base}/update/documents`, documents)
    return { accepted, rejected }
  }
  function answer(socket: Socket, stream: number, operation: string, request: Request): void {
    if (operation === 'SubscribeToTopic') {
      subscribers.add({ socket, stream, topic: request.topic })
      return send(socket, MESSAGE.application, 0, stream, 'SubscribeToTopicResponse', {})
    }
    const kind = ({ GetThingShadow: 'get', UpdateThingShadow: 'update', DeleteThingShadow: 'delete' } as const)[operation]
    if (kind === undefined)
      return send(socket, MESSAGE.error, LAST, stream, 'ServiceError', { message: operation, _errorCode: 'ServiceError' })
    const { accepted, rejected } = shadow(kind, request)
    const name = rejected && (ERRORS[rejected.code] ?? 'InvalidArgumentsError')
    if (rejected && name)
      return send(socket, MESSAGE.error, LAST, stream, name, { message: rejected.message, _message: rejected.message, _errorCode: name })
    const payload = kind === 'delete' ? '' : Buffer.from(JSON.stringify(accepted)).toString('base64')
    send(socket, MESSAGE.application, LAST, stream, `${operation}Response`, { payload })
  }
  function receive(socket: Socket, { headers, payload }: Frame): void {
    const stream = Number(headers[':stream-id'])
    const text = payload.toString()
    const body = JSON.parse(text === '' ? '{}' : text) as JsonObject & Request
    if (headers[':message-type'] === MESSAGE.connect) return send(socket, MESSAGE.connectAck, body['authToken'] === token ? ACCEPTED : 0, 0)
    const operation = headers['operation']
    if (typeof operation === 'string') return answer(socket, stream, operation.replace('aws.greengrass#', ''), body)
    // The client ends a stream, and wants no answer.
    for (const it of subscribers) if (it.socket === socket && it.stream === stream) subscribers.delete(it)
  }

  const leave = (socket: Socket) => {
    for (const it of subscribers) if (it.socket === socket) subscribers.delete(it)
  }
  return { listen: (path) => listen(path, receive, leave) }
}

async function listen(
  path: string, receive: (socket: Socket, frame: Frame) => void, leave: (socket: Socket) => void,
): Promise<NucleusSocket> {
  const sockets = new Set<Socket>()
  let open = true
  const server = createServer((socket) => {
    if (!open) return void socket.destroy()
    sockets.add(socket)
    socket.on('data', frameReader((frame) => receive(socket, frame))).on('error', () => undefined)
    socket.on('close', () => {
      sockets.delete(socket)
      leave(socket)
    })
  })
  const cut = () => {
    for (const socket of sockets) socket.destroy()
  }
  await new Promise<void>((resolve) => server.listen(path, resolve))
  return {
    setConnected(connected) {
      open = connected
      if (!connected) cut()
    },
    close() {
      cut()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
