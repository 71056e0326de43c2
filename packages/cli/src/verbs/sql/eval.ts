import { randomUUID } from 'node:crypto'
import { type CaseAnswer, evaluateCase } from '@keg/rule-dsl/testing'
import type { Terminal } from '../../verb.ts'
import { linesOf } from '../../lines.ts'
import { CaseLineError, caseOf } from './case-line.ts'

const sources = { random: Math.random, newId: randomUUID }
const BAD = 'BAD_CASE'

/**
 * `keg sql eval --jsonl`: a case a line in, its answer a line out, in order; an error says in which line of the input its case stands.
 * A line that is no case is answered with `BAD_CASE`, and the exit code is 1 then.
 */
export async function evaluateLines(input: AsyncIterable<Uint8Array>, terminal: Terminal): Promise<number> {
  let number = 0
  let bad = false
  for await (const line of linesOf(input)) {
    number += 1
    if (line.trim() === '') continue
    const answer = await answerTo(line)
    if (!('error' in answer)) {
      terminal.out(JSON.stringify(answer))
      continue
    }
    bad ||= answer.error === BAD
    terminal.out(JSON.stringify({
      ...answer, ...(answer.error === BAD && { message: `Line ${number}: ${answer.message}` }), inputLine: number,
    }))
  }
  return bad ? 1 : 0
}

async function answerTo(line: string): Promise<CaseAnswer> {
  try {
    return await evaluateCase(caseOf(line), sources)
  } catch (error) {
    if (!(error instanceof CaseLineError)) return { error: BAD, message: error instanceof Error ? error.message : String(error) }
    // As it was given, whatever it is.
    const id = error.id === undefined ? {} : { id: error.id as string }
    return { ...id, error: BAD, message: error.message }
  }
}
