import deviceSdk from 'aws-iot-device-sdk-v2'
import type { eventstream_rpc, greengrasscoreipc } from 'aws-iot-device-sdk-v2'
import type { LineState } from '../line.ts'
import { UplinkError } from '../uplink-error.ts'
import { greengrassError, type IpcTarget } from './greengrass-error.ts'

const { greengrasscoreipc: sdk, io } = deviceSdk

/** Where the nucleus is, and how long it may take. */
export interface GreengrassIpcOptions {
  /**
   * The nucleus's socket, as it names it in `AWS_GG_NUCLEUS_DOMAIN_SOCKET_FILEPATH_FOR_COMPONENT`; a relative path is from the component's
   * work folder.
   */
  readonly socketFile: string
  /** Who this component is, as the nucleus names it in `SVCUID`. */
  readonly authToken: string
  /** How long a call may take, in milliseconds, before the connection counts as stalled; 10,000 by default. */
  readonly callTimeoutMs?: number
  /** How long connecting may take, in milliseconds; 10,000 by default. */
  readonly connectTimeoutMs?: number
  /** The shortest and longest wait before a new attempt, in milliseconds; 200 and 10,000 by default. */
  readonly reconnectDelayMs?: readonly [least: number, most: number]
}

export type IpcClient = greengrasscoreipc.Client

/** How a call is made. */
export interface IpcCall extends IpcTarget {
  /** How long it may take, where that is not a sign of a stalled connection; absent = the time-out of calls, after which it is one. */
  readonly patienceMs?: number
}

/**
 * A connection to the nucleus that comes back by itself. The SDK's clients are for one connection each, and a call that is under way when
 * it drops never settles: each connection has a client of its own, and each call ends with it, or at its deadline. A call is left rather
 * than cancelled by the SDK's controller, which lets a rejection loose where the request is not written yet; closing the client ends what
 * is left.
 */
export class GreengrassIpc {
  readonly #options: Required<GreengrassIpcOptions>
  readonly #handlers: ((state: LineState, reason: string) => void)[] = []
  readonly #underWay = new Set<(error: UplinkError) => void>()
  #client: IpcClient | undefined
  #state: LineState = 'disconnected'
  #tries = 0
  #timer: NodeJS.Timeout | undefined
  #started = false
  #closed = false

  constructor(options: GreengrassIpcOptions) {
    this.#options = { callTimeoutMs: 10_000, connectTimeoutMs: 10_000, reconnectDelayMs: [200, 10_000], ...options }
  }

  get state(): LineState {
    return this.#state
  }

  /** The client of the connection that is there. */
  get client(): IpcClient | undefined {
    return this.#client
  }

  onState(handler: (state: LineState, reason: string) => void): void {
    this.#handlers.push(handler)
  }

  start(): void {
    if (this.#started || this.#closed) return
    this.#started = true
    void this.#connect()
  }

  /** Makes a call; rejects with an {@link UplinkError} where it is refused, is not answered in time, or the connection goes. */
  async call<Answer>(call: IpcCall, run: (client: IpcClient) => Promise<Answer>): Promise<Answer> {
    if (this.#closed) throw new UplinkError('CLOSED', 'The connection to the nucleus is closed.')
    const client = this.#client
    if (client === undefined) throw new UplinkError('DISCONNECTED', 'There is no connection to the nucleus.')
    const { promise: ended, reject: end } = Promise.withResolvers<never>()
    const timer = setTimeout(() => this.#late(call, end), call.patienceMs ?? this.#options.callTimeoutMs)
    this.#underWay.add(end)
    try {
      const answer = await Promise.race([run(client), ended])
      this.#tries = 0
      return answer
    } catch (error) {
      throw error instanceof UplinkError ? error : greengrassError(error, call)
    } finally {
      clearTimeout(timer)
      this.#underWay.delete(end)
    }
  }

  /** Gives the connection up as stalled and makes a new one; nothing where there is none. */
  reconnect(reason: string): void {
    if (this.#client === undefined) return
    this.#lose('stalled', `${reason}; connecting anew`)
  }

  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    clearTimeout(this.#timer)
    const client = this.#client
    this.#client = undefined
    this.#state = 'disconnected'
    this.#endCalls(new UplinkError('CLOSED', 'The connection to the nucleus is closed.'))
    await client?.close()
  }

  #late(call: IpcCall, end: (error: UplinkError) => void): void {
    const waitedMs = call.patienceMs ?? this.#options.callTimeoutMs
    const what = `the nucleus has not answered ${call.operation} for ${waitedMs / 1_000} s`
    if (call.patienceMs === undefined) this.reconnect(what)
    else end(new UplinkError('UNAVAILABLE', what, call.resource === undefined ? {} : { topic: call.resource }))
  }

  async #connect(): Promise<void> {
    let client: IpcClient | undefined
    try {
      client = await this.#newClient()
    } catch (error) {
      if (this.#closed) return
      this.#tell('disconnected', `the nucleus did not let this component in: ${error instanceof Error ? error.message : String(error)}`)
      return this.#connectLater()
    }
    if (this.#closed) return void client.close()
    this.#client = client
    this.#tell('connected', 'connected to the nucleus')
  }

  /** A client that is connected. */
  async #newClient(): Promise<IpcClient> {
    const client = sdk.createClient(this.#config())
    let gone: string | undefined
    // Before it connects: the connection may go in the turn in which it is made.
    client.on('disconnection', (event) => {
      gone = String(event?.reason ?? 'the nucleus closed the connection')
      if (this.#client === client) this.#lose('disconnected', gone)
    })
    try {
      await withinMs(client.connect(), this.#options.connectTimeoutMs)
      if (gone !== undefined) throw new Error(gone)
      return client
    } catch (error) {
      // Without waiting: a client that was never let in may not end.
      client.close().catch(() => undefined)
      throw error
    }
  }

  #lose(state: 'disconnected' | 'stalled', reason: string): void {
    const client = this.#client
    this.#client = undefined
    this.#state = state
    this.#endCalls(new UplinkError(state === 'stalled' ? 'STALLED' : 'DISCONNECTED', `The connection to the nucleus was lost: ${reason}`))
    // It waits for nobody: one that has dropped closes itself.
    client?.close().catch(() => undefined)
    this.#tell(state, reason)
    if (!this.#closed) this.#connectLater()
  }

  #endCalls(error: UplinkError): void {
    for (const end of [...this.#underWay]) end(error)
  }

  #connectLater(): void {
    const [least, most] = this.#options.reconnectDelayMs
    const longestMs = Math.min(most, least * 2 ** Math.min(this.#tries, 16))
    this.#tries += 1
    this.#timer = setTimeout(() => void this.#connect(), least + Math.random() * (longestMs - least))
  }

  #tell(state: LineState, reason: string): void {
    this.#state = state
    for (const handler of this.#handlers) handler(state, reason)
  }

  /** What the SDK reads from the environment, given by who starts this. */
  #config(): eventstream_rpc.RpcClientConfig {
    const { socketFile, authToken } = this.#options
    return {
      hostName: socketFile,
      port: 0,
      socketOptions: new io.SocketOptions(io.SocketType.STREAM, io.SocketDomain.LOCAL),
      connectTransform: async ({ message }) => ({ ...message, payload: JSON.stringify({ authToken }) }),
    }
  }
}

/** A promise that may never settle, for so long. */
function withinMs<Answer>(answer: Promise<Answer>, timeoutMs: number): Promise<Answer> {
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error(`nothing was answered for ${timeoutMs / 1_000} s`)), timeoutMs)
  return Promise.race([answer, promise]).finally(() => clearTimeout(timer))
}
