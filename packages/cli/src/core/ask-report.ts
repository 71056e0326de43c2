import { UsageError, type Terminal } from '../verb.ts'
import { askCore } from './ask-core.ts'
import type { ReachedCore } from './reach-core.ts'

/** Asks a core for a report at a path of its own. Answers the report's JSON; `undefined` for a refusal, which the terminal is told. */
export async function askReport(core: ReachedCore, path: string, asked: object, terminal: Terminal): Promise<string | undefined> {
  core.data.destroy()
  const { status, answer } = await askCore(core, path, asked)
    .catch((error: unknown) => ({ status: 0, answer: `${core.https} does not answer: ${String(error)}` }))
  if (status === 200) return answer
  // What a core refuses has a message; where there is no core, there is no such path.
  const message = messageOf(answer)
  if (status === 404 && !/cannot be found|does not exist/.test(message)) throw new UsageError(`${core.https} is no core of Keg: it can't say why.`)
  terminal.err(message)
  return undefined
}

function messageOf(answer: string): string {
  try {
    // An error of the core has a message; anything else is shown as it is.
    return String((JSON.parse(answer) as { message?: unknown }).message ?? answer)
  } catch {
    return answer
  }
}
