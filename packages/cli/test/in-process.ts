import { command } from '../src/verbs/command.ts'

/** Starts a verb that goes on, in this process: sixty times as fast as one of its own. */
export function begin(...line: string[]) {
  const out: string[] = []
  const err: string[] = []
  let interrupt = (): void => undefined
  const interrupted = new Promise<void>((resolve) => (interrupt = resolve))
  const said = Promise.withResolvers<string>()
  const told = Promise.withResolvers<string>()
  const code = command(line, {
    out: (text) => (out.push(text), said.resolve(text)),
    err: (text) => (err.push(text), told.resolve(text)),
    untilInterrupted: () => interrupted,
  })
  return {
    out, err, code,
    /** The first line on stdout; rejects where it ends without. */
    said: Promise.race([said.promise, code.then((ended) => Promise.reject(new Error(`It ended with ${ended}: ${err.join('\n')}`)))]),
    /** The first line on stderr. */
    told: told.promise,
    end() {
      interrupt()
      return code
    },
  }
}

/** Runs a verb to its end, in this process. */
export async function runVerb(...line: string[]) {
  const verb = begin(...line)
  verb.said.catch(() => undefined)
  return { code: await verb.code, out: verb.out.join('\n'), err: verb.err.join('\n') }
}
