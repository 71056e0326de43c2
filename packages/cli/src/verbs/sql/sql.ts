import { UsageError, type Verb } from '../../verb.ts'
import { evaluateLines } from './eval.ts'

/** `keg sql …`: the AWS IoT SQL language on the command line. */
export const sql: Verb = {
  usage: 'keg sql eval --jsonl',
  help: `AWS IoT SQL, as topic rules are written in.

  eval --jsonl       stdin: a case a line, stdout: its answer a line, in order
                     {"id","sql","topic","payload"} → {"id","match":true,"outputText"}`,
  flags: {
    jsonl: { type: 'boolean' },
  },
  arguments: ['eval'],
  async run(flags, [action = ''], terminal) {
    switch (action) {
      case 'eval':
        if (flags['jsonl'] !== true) throw new UsageError('keg sql eval takes --jsonl.')
        return evaluateLines(process.stdin, terminal)
      default:
        throw new UsageError(`There is no "keg sql ${action}"; keg sql --help lists what there is.`)
    }
  },
}
