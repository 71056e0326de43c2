import { PRINCIPAL_MEMBERS, REQUEST_MEMBERS } from '@keg/local-iot/policy'
import { UsageError, type Verb } from '../../verb.ts'
import { explainLines } from './explain.ts'

const WIDTH = Math.max(...[REQUEST_MEMBERS, PRINCIPAL_MEMBERS].flatMap(Object.keys).map((name) => name.length))

const described = (members: Readonly<Record<string, { readonly type: string; readonly means: string }>>) =>
  Object.entries(members).map(([name, { type, means }]) => `    ${name.padEnd(WIDTH)}  ${type}: ${means}`).join('\n')

/** `keg policy …`: AWS IoT policies on the command line. */
export const policy: Verb = {
  usage: 'keg policy explain --jsonl',
  help: `AWS IoT policies, as certificates, authorizers and thing groups carry them.

  explain --jsonl  stdin: a request a line, stdout: its decision a line, in order, as the core decides
                   {"id","policies":[…],"principal":{"clientId","thingName","attached",…},"action":"iot:Publish","resource":"topic/a"}
                   → {"id","decision":"allow|implicitDeny|explicitDeny","because":[…],"statements":[…],"remarks":[…]}
                   "because" holds the statements that decided or, where none allows, those that come nearest, with what misses;
                   "statements" every one, with why it does not apply; "remarks" what means nothing: misspelt actions, unknown
                   condition keys, members and variables. A line that is no request → {"id","error":"BAD_CASE","message"},
                   a policy that AWS refuses → {"id","error":"POLICY_MALFORMED","message"}

  A request has (the first four always; "id" is given back)
${described(REQUEST_MEMBERS)}

  Its principal has (each may be absent)
${described(PRINCIPAL_MEMBERS)}`,
  flags: { jsonl: { type: 'boolean' } },
  arguments: ['ACTION'],
  async run(flags, [action = ''], terminal) {
    if (action !== 'explain') throw new UsageError(`There is no "keg policy ${action}"; keg policy --help lists what there is.`)
    if (flags['jsonl'] !== true) throw new UsageError('keg policy explain takes --jsonl.')
    return explainLines(process.stdin, terminal)
  },
}
