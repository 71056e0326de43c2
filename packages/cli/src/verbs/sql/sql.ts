import { UsageError, type Flags, type Terminal, type Verb } from '../../verb.ts'
import { backtest } from './backtest.ts'
import { check } from './check.ts'
import { evaluateLines } from './eval.ts'
import { why } from './why.ts'

const ACTIONS: Readonly<Record<string, (flags: Flags, terminal: Terminal) => Promise<number>>> = {
  backtest,
  check,
  why,
  eval(flags, terminal) {
    if (flags['jsonl'] !== true) throw new UsageError('keg sql eval takes --jsonl.')
    return evaluateLines(process.stdin, terminal)
  },
}

/** `keg sql …`: the AWS IoT SQL language on the command line. */
export const sql: Verb = {
  usage: "keg sql eval --jsonl | check --sql '…' [--json] | why --sql '…' --payload '…' [--topic T] | backtest --sql '…' --from-dir DIR",
  help: `AWS IoT SQL, as topic rules are written in.

  eval --jsonl         stdin: a case a line, stdout: its answer a line, in order
                       {"id","sql","topic","payload"} → {"id","match":true,"outputText"};
                       exit code 1 when a line was no case, which its answer says
  check --sql '…'      what AWS would refuse (exit code 1), and what it takes and surprises
  why --sql '…' --payload '…'
                       the evaluation with every operand's value, and what decided
  backtest --sql '…' --from-dir DIR [--against '…']
                       what the rule would have made of stored messages, and where another rule differs;
                       DIR holds .jsonl files of {"topic","payload"} lines, as eval takes them, or a copy of the cold store's bucket:
                       a row of telemetry/day=…/ or pours/day=…/ is a message on keg/{siteId}/{kegId}/telemetry or …/pours, with
                       the members that the message has, and received at the row's time

  --sql-version V      2015-10-08, 2016-03-23 (by default) or beta
  --json               check: a JSON array of {severity, code, message, at}; backtest: one JSON object
  --schema FILE        check: the JSON Schema of the rule's messages
  --template '…'       check: an action's parameter with \${…}; may be given more than once
  --action NAME        check: what an action is, lambda or influxDB; may be given more than once
  --topic T            why: the message's topic; by default one that matches
  --client-id ID       why: the publisher's MQTT client id`,
  flags: {
    jsonl: { type: 'boolean' },
    json: { type: 'boolean' },
    sql: { type: 'string' },
    'sql-version': { type: 'string' },
    payload: { type: 'string' },
    topic: { type: 'string' },
    'client-id': { type: 'string' },
    schema: { type: 'string' },
    'from-dir': { type: 'string' },
    against: { type: 'string' },
    template: { type: 'string', multiple: true },
    action: { type: 'string', multiple: true },
  },
  arguments: ['ACTION'],
  async run(flags, [action = ''], terminal) {
    const perform = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined
    if (perform === undefined) throw new UsageError(`There is no "keg sql ${action}"; keg sql --help lists what there is.`)
    return perform(flags, terminal)
  },
}
