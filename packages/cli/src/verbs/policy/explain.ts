import { explainPolicyRequest, LocalIotError, type PolicyRequest } from '@keg/local-iot/policy'
import { linesOf } from '../../lines.ts'
import type { Terminal } from '../../verb.ts'

/**
 * `keg policy explain --jsonl`: a request a line in, its decision a line out, in order. A line that is no request is answered with
 * `BAD_CASE`.
 */
export async function explainLines(input: AsyncIterable<Uint8Array>, terminal: Terminal): Promise<number> {
  for await (const line of linesOf(input)) {
    if (line.trim() !== '') terminal.out(JSON.stringify(answer(line)))
  }
  return 0
}

function answer(line: string): object {
  let named = {}
  try {
    const request: unknown = JSON.parse(line)
    if (typeof request === 'object' && request !== null && 'id' in request) named = { id: request.id }
    // Its members are checked there.
    return { ...named, ...explainPolicyRequest(request as PolicyRequest) }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { ...named, error: error instanceof LocalIotError && error.code === 'POLICY_MALFORMED' ? error.code : 'BAD_CASE', message }
  }
}
