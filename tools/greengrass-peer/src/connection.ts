import type { Socket } from 'node:net'
import { encodeFrame, FrameSplitter, type Frame, type HeaderValue } from './frames.ts'
import { IpcError, serviceError } from './ipc-error.ts'
import type { Stream } from './stream.ts'

/** What the peer does for its connections. */
export interface ConnectionPorts {
  /** The component that a token stands for; absent = nobody. */
  componentOf(token: string): string | undefined
  /**
   * Runs an operation, by its name without namespace; it answers on the stream, or throws {@link IpcError}. `undefined` = there is none of
   * this name.
   */
  run(operation: string, request: unknown, stream: Stream): Promise<void> | undefined
  /** Whether it says nothing at all: a fault. */
  readonly silent: () => boolean
}

const NAMESPACE = 'aws.greengrass#'
const TYPE = { message: 0, error: 1, ping: 2, pingResponse: 3, connect: 4, connectAck: 5, protocolError: 6 } as const
const CONNECTION_ACCEPTED = 1
const TERMINATE_STREAM = 2
const VERSION = '0.1.0'
const NOTHING = new Uint8Array()
const JSON_CONTENT = { ':content-type': 'application/json' }

/** A client's connection: the event stream RPC protocol, as strict as it is written. */
export class Connection {
  readonly #socket: Socket
  readonly #ports: ConnectionPorts
  readonly #splitter = new FrameSplitter()
  readonly #streams = new Map<number, ConnectionStream>()
  #component: string | undefined
  #lastStreamId = 0

  constructor(socket: Socket, ports: ConnectionPorts) {
    this.#socket = socket
    this.#ports = ports
    socket.on('error', () => socket.destroy())
    socket.on('close', () => this.#endAll())
    socket.on('data', (piece: Buffer) => {
      try {
        for (const frame of this.#splitter.push(piece)) this.#take(frame)
      } catch {
        // Bytes that are no frames: nothing that follows can be read.
        socket.destroy()
      }
    })
  }

  /** Ends it at once, as when the nucleus dies. */
  cut(): void {
    this.#socket.destroy()
  }

  /** Ends what is open, and leaves the connection: a fault. */
  endStreams(): void {
    for (const stream of [...this.#streams.values()]) {
      this.send(TYPE.message, TERMINATE_STREAM, stream.id, {}, NOTHING)
      stream.ended()
    }
  }

  /** Sends a frame; for streams, which end with their connection. */
  send(type: number, flags: number, streamId: number, headers: Readonly<Record<string, HeaderValue>>, payload: Uint8Array): void {
    if (this.#socket.destroyed || this.#ports.silent()) return
    this.#socket.write(encodeFrame({
      headers: { ...headers, ':message-type': type, ':message-flags': flags, ':stream-id': streamId }, payload,
    }))
  }

  forget(streamId: number): void {
    this.#streams.delete(streamId)
  }

  #take({ headers, payload }: Frame): void {
    const type = headers[':message-type']
    const flags = Number(headers[':message-flags'])
    const streamId = headers[':stream-id']
    if (typeof streamId !== 'number' || typeof type !== 'number') return this.#violated('a frame needs a type and a stream')
    if (streamId === 0) return this.#takeOfConnection(type, headers, payload)
    if (this.#component === undefined) return this.#violated('not connected')
    const isLast = (flags & TERMINATE_STREAM) !== 0
    const stream = this.#streams.get(streamId)
    if (stream !== undefined) return isLast ? stream.ended() : undefined
    // It crossed with the end that was said here.
    if (streamId <= this.#lastStreamId && isLast) return
    const operation = headers['operation']
    if (typeof operation !== 'string') return this.#violated(`stream ${streamId} has no operation`)
    if (streamId !== this.#lastStreamId + 1) return this.#violated(`stream ${streamId} follows ${this.#lastStreamId}`)
    this.#lastStreamId = streamId
    void this.#start(operation, new ConnectionStream(this, streamId, this.#component), payload)
  }

  #takeOfConnection(type: number, headers: Frame['headers'], payload: Uint8Array): void {
    if (type === TYPE.ping) return this.send(TYPE.pingResponse, 0, 0, {}, payload)
    if (type !== TYPE.connect) return
    const component = headers[':version'] === VERSION ? this.#ports.componentOf(tokenIn(payload)) : undefined
    this.send(TYPE.connectAck, component === undefined ? 0 : CONNECTION_ACCEPTED, 0, {}, NOTHING)
    if (component === undefined) this.#socket.end()
    else this.#component = component
  }

  async #start(operation: string, stream: ConnectionStream, payload: Uint8Array): Promise<void> {
    this.#streams.set(stream.id, stream)
    try {
      const running = this.#ports.run(operation.slice(NAMESPACE.length), JSON.parse(new TextDecoder().decode(payload) || '{}'), stream)
      if (running === undefined) return stream.unsupported(operation)
      await running
    } catch (error) {
      stream.fail(error instanceof IpcError ? error : serviceError(String(error)))
    }
  }

  #violated(what: string): void {
    this.send(TYPE.protocolError, 0, 0, { ':content-type': 'text/plain' }, new TextEncoder().encode(what))
    this.#socket.end()
  }

  #endAll(): void {
    for (const stream of [...this.#streams.values()]) stream.ended()
  }
}

class ConnectionStream implements Stream {
  readonly id: number
  readonly component: string
  readonly #connection: Connection
  readonly #endHandlers: (() => void)[] = []
  #over = false

  constructor(connection: Connection, id: number, component: string) {
    this.#connection = connection
    this.id = id
    this.component = component
  }

  reply(shape: string, body: object): void {
    this.#say(TYPE.message, TERMINATE_STREAM, shape, body)
  }

  open(shape: string, body: object): void {
    this.#say(TYPE.message, 0, shape, body)
  }

  send(shape: string, body: object): void {
    this.#say(TYPE.message, 0, shape, body)
  }

  fail({ shape, body }: IpcError): void {
    this.#say(TYPE.error, TERMINATE_STREAM, shape, body)
  }

  unsupported(operation: string): void {
    // As the nucleus does it: without a shape.
    const body = { error: 'Unsupported Operation', message: `Operation ${operation} is not supported` }
    this.#connection.send(TYPE.error, TERMINATE_STREAM, this.id, JSON_CONTENT, new TextEncoder().encode(JSON.stringify(body)))
    this.ended()
  }

  onEnd(handler: () => void): void {
    if (this.#over) handler()
    else this.#endHandlers.push(handler)
  }

  ended(): void {
    if (this.#over) return
    this.#over = true
    this.#connection.forget(this.id)
    for (const handler of this.#endHandlers) handler()
  }

  #say(type: number, flags: number, shape: string, body: object): void {
    // A frame on a stream that has ended ends the client's connection.
    if (this.#over) return
    this.#connection.send(type, flags, this.id, { ...JSON_CONTENT, 'service-model-type': `${NAMESPACE}${shape}` }, new TextEncoder()
      .encode(JSON.stringify(body)))
    if (flags === TERMINATE_STREAM) this.ended()
  }
}

function tokenIn(payload: Uint8Array): string {
  try {
    const request: unknown = JSON.parse(new TextDecoder().decode(payload))
    return typeof request === 'object' && request !== null && 'authToken' in request ? String(request.authToken) : ''
  } catch {
    return ''
  }
}
