import { isRecord } from '../../assembly/template.ts'

/** What a query makes of a record. */
export type QueriedKeys = { readonly keys: Readonly<Record<string, string>> } | { readonly error: string }

/**
 * The partition keys of JSON texts by a JQ query, which makes an object of each: `{site: .siteId, year: (.at | strftime("%Y"))}`.
 * Throws for a query that does not compile.
 * @see https://docs.aws.amazon.com/firehose/latest/dev/dynamic-partitioning-partitioning-keys.html
 */
export async function queryKeys(query: string, texts: readonly string[]): Promise<readonly QueriedKeys[]> {
  // Loaded on use: it is jq itself, as WebAssembly.
  const { raw } = await import('jq-wasm')
  // A comment at the query's end must not swallow the rest.
  const answer: unknown = JSON.parse(await raw([...texts], `map(try {outputs: (fromjson | [\n${query}\n])} catch {error: tostring})`, ['-c']))
  return Array.isArray(answer) ? answer.map(keysOf) : []
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
