import { createRequire } from 'node:module'
import { setImmediate } from 'node:timers/promises'
import { isRecord } from '../../assembly/template.ts'

/** What a query makes of a record. */
export type QueriedKeys = { readonly keys: Readonly<Record<string, string>> } | { readonly error: string }

/** What jq-web 0.6 exports, a promise of it; it has no types of its own. */
interface Jq {
  raw(json: string, filter: string, flags: readonly string[]): string
}

/** Records that are asked for at once: jq holds up everything else while it runs. */
const CHUNK = 500

/**
 * The partition keys of JSON texts by a JQ query, which makes an object of each: `{site: .siteId, year: (.at | strftime("%Y"))}`.
 * Throws for a query that does not compile.
 * @see https://docs.aws.amazon.com/firehose/latest/dev/dynamic-partitioning-partitioning-keys.html
 */
export async function queryKeys(query: string, texts: readonly string[]): Promise<readonly QueriedKeys[]> {
  // Loaded on use: it is jq itself, as WebAssembly.
  const jq = await (createRequire(import.meta.url)('jq-web') as Promise<Jq>)
  // A comment at the query's end must not swallow the rest.
  const filter = `map(try {outputs: (fromjson | [\n${query}\n])} catch {error: tostring})`
  const found: QueriedKeys[] = []
  // Once at least: a query that does not compile is told without records, too.
  for (let at = 0; at === 0 || at < texts.length; at += CHUNK) {
    if (at > 0) await setImmediate()
    const answers: unknown = JSON.parse(jq.raw(JSON.stringify(texts.slice(at, at + CHUNK)), filter, ['-c']))
    found.push(...(Array.isArray(answers) ? answers.map(keysOf) : []))
  }
  return found
}

function keysOf(answer: unknown): QueriedKeys {
  const { outputs, error } = isRecord(answer) ? answer : {}
  const [keys] = Array.isArray(outputs) ? (outputs as readonly unknown[]) : []
  if (error !== undefined) return { error: String(error) }
  if (!isRecord(keys)) return { error: 'The query does not make an object' }
  const empty = Object.entries(keys).find(([, value]) => value === null || value === '' || typeof value === 'object')
  if (empty !== undefined) return { error: `partitionKeys values must not be null or empty: ${empty[0]}` }
  return { keys: Object.fromEntries(Object.entries(keys).map(([name, value]) => [name, String(value)])) }
}
