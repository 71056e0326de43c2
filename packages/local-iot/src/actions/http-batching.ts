import type { BatchConfig } from '../model/model.generated.ts'
import { LastingFailure, type ActionInput, type PreparedAction, type RunPorts } from './action.ts'
import { Batches, type BatchLimits } from './batches.ts'
import type { RequestOf, SendRequest } from './http-request.ts'
import type { HttpRequest } from './requests.ts'

interface Entry {
  readonly request: HttpRequest
  readonly input: ActionInput
}

/**
 * Sends the requests of several messages to one URL as one, a JSON list.
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/http_batching.html
 */
export function batched(
  config: BatchConfig | undefined, requestOf: RequestOf, send: SendRequest,
): Pick<PreparedAction, 'batching' | 'run'> {
  const acrossTopics = config?.batchAcrossTopics ?? false
  const batches = new Batches<Entry>(batchLimits(config))
  return {
    batching: { acrossTopics },
    async run(input, ports) {
      const request = { ...(await requestOf(input, ports)), body: elementOf(input) }
      const key = JSON.stringify([request.url, acrossTopics ? '' : input.message.topic])
      await batches.add(key, { request, input }, request.body.length, {
        pause: ports.pause, send: (entries) => sendBatch(entries, send, ports),
      })
    },
  }
}

async function sendBatch(entries: readonly Entry[], send: SendRequest, ports: RunPorts): Promise<void> {
  const last = entries.at(-1)
  if (last === undefined) return
  const elements = entries.flatMap(({ request }, index) => (index === 0 ? [request.body] : [Buffer.from(','), request.body]))
  const body = Buffer.concat([Buffer.from('['), ...elements, Buffer.from(']')])
  ports.metered(body.length)
  // The headers are those of the last message, but for the content type (http_batching.html, "Using HTTP headers in a batch").
  await send({ ...last.request, headers: { ...last.request.headers, 'content-type': 'application/json' }, body }, last.input, ports)
}

/** The output as an element of a JSON list: text that is no JSON as a string. */
function elementOf({ output, payload }: ActionInput): Uint8Array {
  if (!(output instanceof Uint8Array)) return payload
  try {
    return Buffer.from(JSON.stringify(new TextDecoder('utf-8', { fatal: true }).decode(payload)))
  } catch {
    throw new LastingFailure('With batching enabled, binary payloads are not supported: encode them in the rule.')
  }
}

/** Within the bounds of the service model; the defaults are those of https-rule-action.html, `batchConfig`. */
const batchLimits = ({ maxBatchOpenMs = 20, maxBatchSize = 10, maxBatchSizeBytes = 5120 }: BatchConfig = {}): BatchLimits =>
  ({ openMs: maxBatchOpenMs, maxItems: maxBatchSize, maxBytes: maxBatchSizeBytes })
