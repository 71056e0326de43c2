import type { Duplex, Readable } from 'node:stream'
import { isObject } from './is-object.ts'
import type { FunctionErrorPayload, WorkerInvocation, WorkerMessage } from './worker-protocol.ts'

/** The file descriptor by which a worker talks to its parent: not Node.js's own channel, of which a handler would have `process.send`. */
export const WORKER_CHANNEL = 3
/** Bytes of one line, a streamed answer of 200 MB among them; and bytes that are no worker's, after which nobody listens. */
const LINE_MAX = 300_000_000
const FOREIGN_MAX = 1_000_000

const LINE_END = 10

/** Calls `heard` with each line of a stream; `tooLong` where one is longer than `maxBytes`, after which nothing more is read. */
export function eachLine(
  stream: Readable, { maxBytes, heard, tooLong }: { maxBytes: number; heard: (line: string) => void; tooLong: () => void },
): void {
  let begun: Buffer[] = []
  let bytes = 0
  const read = (chunk: Buffer) => {
    let from = 0
    for (let end = chunk.indexOf(LINE_END); end >= 0; end = chunk.indexOf(LINE_END, from)) {
      const line = Buffer.concat([...begun, chunk.subarray(from, end)]).toString()
      from = end + 1
      begun = []
      bytes = 0
      heard(line)
    }
    if (from < chunk.length) begun.push(chunk.subarray(from))
    bytes += chunk.length - from
    if (bytes <= maxBytes) return
    begun = []
    stream.off('data', read)
    stream.resume()
    tooLong()
  }
  stream.on('data', read)
}

/** A worker as its parent talks to it. */
export interface WorkerLine {
  /** What a worker that is going has no use for is lost. */
  send(invocation: WorkerInvocation): void
}

/**
 * Talks to a worker over its channel. It tells the worker a word before the handler is loaded, and believes only what begins with that
 * word; a process that sends much else is said to flood.
 */
export function talkToWorker(
  channel: Duplex, { word, heard, flooded }: { word: string; heard: (message: WorkerMessage) => void; flooded: () => void },
): WorkerLine {
  let foreign = 0
  const read = (line: string) => {
    const message = line.startsWith(`${word} `) ? readMessage(line.slice(word.length + 1)) : undefined
    if (message !== undefined) return heard(message)
    foreign += line.length + 1
    if (foreign > FOREIGN_MAX && foreign - line.length - 1 <= FOREIGN_MAX) flooded()
  }
  // A process that is going already answers by its exit.
  channel.on('error', () => undefined)
  eachLine(channel, { maxBytes: LINE_MAX, heard: read, tooLong: flooded })
  channel.write(`${word}\n`)
  return { send: (invocation) => void channel.write(`${JSON.stringify(invocation)}\n`) }
}

/** What a worker says; `undefined` for what it never would. */
export function readMessage(json: string): WorkerMessage | undefined {
  const message = parsed(json)
  if (!isObject(message)) return undefined
  const { kind, requestId, payload, memoryMb, leaving, error, streamed } = message
  if (kind === 'ready') return { kind }
  if (kind === 'initFailed') return isErrorPayload(error) ? { kind, error } : undefined
  if (typeof requestId !== 'string' || typeof memoryMb !== 'number') return undefined
  if (kind === 'failed')
    return isErrorPayload(error) && typeof leaving === 'boolean' ? { kind, requestId, error, leaving, memoryMb } : undefined
  if (kind !== 'succeeded' || typeof payload !== 'string') return undefined
  if (streamed === undefined) return { kind, requestId, payload, memoryMb }
  return isStreamed(streamed) ? { kind, requestId, payload, memoryMb, streamed } : undefined
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

function isErrorPayload(value: unknown): value is FunctionErrorPayload {
  return isObject(value)
    && typeof value['errorType'] === 'string'
    && typeof value['errorMessage'] === 'string'
    && (value['trace'] === undefined || Array.isArray(value['trace']))
}

function isStreamed(value: unknown): value is NonNullable<Extract<WorkerMessage, { kind: 'succeeded' }>['streamed']> {
  return isObject(value)
    && typeof value['contentType'] === 'string'
    && typeof value['body'] === 'string'
    && (value['prelude'] === undefined || typeof value['prelude'] === 'string')
}
