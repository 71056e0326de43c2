import { randomUUID } from 'node:crypto'
import { type CaseAnswer, type ConformanceCase, evaluateCase } from '@keg/rule-dsl/testing'
import type { Terminal } from '../../verb.ts'
import { linesOf } from '../../lines.ts'

const sources = { random: Math.random, newId: randomUUID }

/** `keg sql eval --jsonl`: a case a line in, its answer a line out, in order. A line that is no case is answered with `BAD_CASE`. */
export async function evaluateLines(input: AsyncIterable<Uint8Array>, terminal: Terminal): Promise<number> {
  for await (const line of linesOf(input)) {
    if (line.trim() !== '') terminal.out(JSON.stringify(await answer(line)))
  }
  return 0
}

async function answer(line: string): Promise<CaseAnswer> {
  try {
    const row: unknown = JSON.parse(line)
    if (typeof row !== 'object' || row === null) return { error: 'BAD_CASE', message: 'A case is a JSON object.' }
    // evaluateCase answers BAD_CASE for members of other types.
    return await evaluateCase(row as ConformanceCase, sources)
  } catch (error) {
    return { error: 'BAD_CASE', message: error instanceof Error ? error.message : String(error) }
  }
}
