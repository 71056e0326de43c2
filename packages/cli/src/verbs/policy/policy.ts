import { UsageError, type Verb } from '../../verb.ts'
import { explainLines } from './explain.ts'

/** `keg policy …`: AWS IoT policies on the command line. */
export const policy: Verb = {
  usage: 'keg policy explain --jsonl',
  help: `AWS IoT policies, as certificates, authorizers and thing groups carry them.

  explain --jsonl  stdin: a request a line, stdout: its decision a line, in order
                   {"id","policies":[…],"principal":{"clientId","thingName","attached",…},"action":"iot:Publish","resource":"topic/a"}
                   → {"id","decision":"allow|implicitDeny|explicitDeny","because":[…],"statements":[…]}
                   "because" holds the statements that decided, "statements" every one, with why it does not apply`,
  flags: { jsonl: { type: 'boolean' } },
  arguments: ['ACTION'],
  async run(flags, [action = ''], terminal) {
    if (action !== 'explain') throw new UsageError(`There is no "keg policy ${action}"; keg policy --help lists what there is.`)
    if (flags['jsonl'] !== true) throw new UsageError('keg policy explain takes --jsonl.')
    return explainLines(process.stdin, terminal)
  },
}
