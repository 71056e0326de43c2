import { isRecord } from '@keg/aws-service'
import { EngineEnded } from '../engine-process/engine-ended.ts'
import type { Expressions } from '../expressions/expressions.ts'

/** What a query makes of a record. */
export type QueriedKeys = { readonly keys: Readonly<Record<string, string>> } | { readonly error: string }

/** Records that are asked for at once. */
const CHUNK = 500
/** Records of a chunk on which the query may not end; what follows them is not asked for. */
const ENDLESS_MAX = 2

/**
 * The partition keys of JSON texts by a JQ query, which makes an object of each: `{site: .siteId, year: (.at | strftime("%Y"))}`.
 * Throws for a query that does not compile.
 * @see https://docs.aws.amazon.com/firehose/latest/dev/dynamic-partitioning-partitioning-keys.html
 */
export async function queryKeys(
  query: string, texts: readonly string[], expressions: Pick<Expressions, 'jq'>,
): Promise<readonly QueriedKeys[]> {
  // A comment at the query's end must not swallow the rest.
  const filter = `map(try {outputs: (fromjson | [\n${query}\n])} catch {error: tostring})`
  const found: QueriedKeys[] = []
  // Once at least: a query that does not compile is told without records, too.
  for (let at = 0; at === 0 || at < texts.length; at += CHUNK) {
    found.push(...await chunkKeys(filter, texts.slice(at, at + CHUNK), expressions))
  }
  return found
}

/** Where the query does not end on some records, the others have their keys all the same. */
async function chunkKeys(filter: string, texts: readonly string[], expressions: Pick<Expressions, 'jq'>): Promise<readonly QueriedKeys[]> {
  const together = await answersOf(filter, texts, expressions)
  if (!('error' in together)) return together.keys
  const found: QueriedKeys[] = []
  for (let endless = 0; found.length < texts.length && endless < ENDLESS_MAX;) {
    const alone = texts.length === 1 ? together : await answersOf(filter, texts.slice(found.length, found.length + 1), expressions)
    if ('error' in alone) endless += 1
    found.push(...('error' in alone ? [alone] : alone.keys))
  }
  return [...found, ...texts.slice(found.length).map(() => together)]
}

async function answersOf(
  filter: string, texts: readonly string[], expressions: Pick<Expressions, 'jq'>,
): Promise<{ readonly keys: readonly QueriedKeys[] } | { readonly error: string }> {
  try {
    const answers = await expressions.jq(filter, JSON.stringify(texts))
    return { keys: Array.isArray(answers) ? answers.map(keysOf) : [] }
  } catch (error) {
    if (error instanceof EngineEnded && error.reason !== 'closed') return { error: error.message }
    throw error
  }
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
