import { ObjectError, type ObjectPort, type ObjectReference } from '../objects/object-port.ts'
import type { Reply } from '../reserved-topics/reply.ts'
import type { TopicService } from '../reserved-topics/topic-service.ts'
import type { IotState } from '../state/iot-state.ts'
import type { Stream } from '../state/streams.ts'
import { readBlockRequest } from './block-request.ts'
import { StreamError } from './stream-error.ts'
import { readBody, streamAnswer, streamTopic, type StreamTopic } from './stream-topics.ts'

export interface StreamServiceOptions {
  readonly state: Pick<IotState, 'streams'>
  /** `undefined` where there is no S3. */
  readonly objects: ObjectPort | undefined
  readonly reply: Reply
  /** Told of what a device is told only as `InternalError`. */
  readonly onError: (streamId: string, error: unknown) => void
}

type Answer = readonly [kind: 'description' | 'data' | 'rejected', body: Readonly<Record<string, unknown>>]

const MAX_TOKEN_BYTES = 64
const CODES = { NOT_FOUND: 'ResourceNotFound', FORBIDDEN: 'Unauthorized', FAILED: 'InternalError' } as const

/**
 * Gives devices the files of streams, in blocks.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/mqtt-based-file-delivery-in-devices.html
 */
export function createStreamService({ state, objects, reply, onError }: StreamServiceOptions): TopicService {
  const find = (streamId: string): Stream => {
    const stream = state.streams.get(streamId)
    if (stream === undefined) throw new StreamError('ResourceNotFound', `The stream ${streamId} does not exist`)
    return stream
  }

  const describe = async (stream: Stream): Promise<Answer[]> => {
    const sizeOf = (file: Stream['files'][number]) => there(objects).size(referenceOf(stream, file))
    const r = await Promise.all(stream.files.map(async (file) => ({ f: file.fileId, z: await sizeOf(file) })))
    return [['description', { s: stream.streamVersion, d: stream.description, r }]]
  }

  const get = async (stream: Stream, body: Readonly<Record<string, unknown>>): Promise<Answer[]> => {
    const { fileId, blockBytes, blocks, streamVersion } = readBlockRequest(body)
    if (streamVersion !== undefined && streamVersion !== stream.streamVersion) {
      throw new StreamError('VersionMismatch', `The stream version is ${stream.streamVersion}, not ${streamVersion}`)
    }
    const file = stream.files.find((one) => one.fileId === fileId)
    if (file === undefined) throw new StreamError('ResourceNotFound', `The stream ${stream.streamId} has no file ${fileId}`)
    const read = await blocksOf(there(objects), referenceOf(stream, file), blocks, blockBytes)
    if (read.length === 0) throw new StreamError('ResourceNotFound', `The file ${fileId} has none of the requested blocks`)
    return read.map(([i, p]) => ['data', { f: fileId, l: p.length, i, p }])
  }

  const answersTo = async ({ streamId, request, format }: StreamTopic, payload: Uint8Array): Promise<Answer[]> => {
    let c: string | undefined
    try {
      const body = readBody(payload, format)
      c = tokenOf(body['c'])
      const stream = find(streamId)
      const answers = request === 'describe' ? await describe(stream) : await get(stream, body)
      return answers.map(([kind, answer]) => [kind, { c, ...answer }])
    } catch (caught) {
      const error = caught instanceof ObjectError ? new StreamError(CODES[caught.code], caught.message, { cause: caught }) : caught
      if (!(error instanceof StreamError) || error.code === 'InternalError') onError(streamId, error)
      const { code, message } = error instanceof StreamError ? error : new StreamError('InternalError', 'An internal error occurred')
      return [['rejected', { o: code, m: message, c }]]
    }
  }

  return {
    serves: (topic) => streamTopic(topic) !== undefined,
    handle({ topic, payload }, source) {
      const asked = streamTopic(topic)
      if (asked === undefined) return undefined
      const answered = answersTo(asked, payload).then((answers) => answers.forEach(([kind, body]) =>
        reply(source, streamAnswer(asked, kind, body))))
      // A device asks again where no answer comes: its PUBACK need not wait for S3.
      return { safe: undefined, done: answered }
    },
  }
}

function there(objects: ObjectPort | undefined): ObjectPort {
  if (objects !== undefined) return objects
  throw new StreamError('InternalError', 'There is no S3 here: give createLocalIot an `aws` endpoint, or keg local `--endpoint s3=URL`')
}

function tokenOf(token: unknown): string | undefined {
  if (token === undefined) return undefined
  if (typeof token === 'string' && Buffer.byteLength(token) <= MAX_TOKEN_BYTES) return token
  throw new StreamError('InvalidRequest', `The client token must be a text of at most ${MAX_TOKEN_BYTES} bytes`)
}

function referenceOf({ roleArn }: Stream, { s3Location }: Stream['files'][number]): ObjectReference {
  return { bucket: s3Location?.bucket ?? '', key: s3Location?.key ?? '', version: s3Location?.version, roleArn }
}

/** The blocks that are there, each run of neighbours by one read. */
async function blocksOf(
  objects: ObjectPort, object: ObjectReference, blocks: readonly number[], blockBytes: number,
): Promise<[number: number, payload: Uint8Array][]> {
  const read: [number, Uint8Array][] = []
  for (const [first, count] of runsOf(blocks)) {
    const bytes = await objects.readRange(object, first * blockBytes, count * blockBytes)
    for (let at = 0; at * blockBytes < bytes.length; at++) read.push([first + at, bytes.subarray(at * blockBytes, (at + 1) * blockBytes)])
  }
  return read
}

function runsOf(blocks: readonly number[]): [first: number, count: number][] {
  const runs: [number, number][] = []
  for (const block of blocks) {
    const last = runs.at(-1)
    if (last !== undefined && last[0] + last[1] === block) last[1]++
    else runs.push([block, 1])
  }
  return runs
}
