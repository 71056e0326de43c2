import { explainPolicyRequest, LocalIotError, type PolicyRequest } from '@keg/local-iot/policy'
import { linesOf } from '../../lines.ts'
import type { Terminal } from '../../verb.ts'

/** `keg policy explain --jsonl`: a request a line in, its decision a line out, in order. A line that is no request is answered with `BAD_CASE`. */
export async function explainLines(input: AsyncIterable<Uint8Array>, terminal: Terminal): Promise<number> {
  for await (const line of linesOf(input)) {
    if (line.trim() !== '') terminal.out(JSON.stringify(answer(line)))
  }
  return 0
}

function answer(line: string): object {
  let id: unknown
  try {
    const request: unknown = JSON.parse(line)
    if (typeof request !== 'object' || request === null) return bad('A request is a JSON object.')
    if ('id' in request) id = request.id
    const named = id === undefined ? {} : { id }
    return isRequest(request) ? { ...named, ...explainPolicyRequest(request) } : { ...named, ...bad('A request has policies (a list), a principal, an action and a resource.') }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { ...(id === undefined ? {} : { id }), ...(error instanceof LocalIotError ? { error: error.code, message: reason } : bad(reason)) }
  }
}

const bad = (message: string) => ({ error: 'BAD_CASE', message })

function isRequest(value: object): value is PolicyRequest {
  const { policies, principal, action, resource } = value as Partial<Record<keyof PolicyRequest, unknown>>
  const { clientId = '' } = (principal ?? {}) as { clientId?: unknown }
  return Array.isArray(policies) && typeof principal === 'object' && principal !== null && typeof clientId === 'string' && typeof action === 'string' && typeof resource === 'string'
}
