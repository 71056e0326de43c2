import { buffer } from 'node:stream/consumers'
import type { WhyReport } from '@keg/local-iot'
import { askReport } from '../core/ask-report.ts'
import { coreFlags, coreHelp, reachCore } from '../core/reach-core.ts'
import { given, textFlag } from '../flags.ts'
import type { Verb } from '../verb.ts'
import { printWhyReport } from './print-why-report.ts'

const { aws: _, ...flags } = coreFlags

/** `keg why TOPIC PAYLOAD`: what every rule of a running core makes of a message, and what the actions answer. */
export const why: Verb = {
  usage: 'keg why TOPIC PAYLOAD [--dry-run] [--client-id ID] [--json] [--core NAME | --endpoint URL]',
  help: `Publishes a message like any other, and says of every rule of the core what it made of it: the value of every operand,
which one decided, what each action answered, and who is subscribed to it. "-" as PAYLOAD is what comes on stdin.

  --dry-run       publishes nothing and runs no action; functions of rules (get_thing_shadow, aws_lambda, …) are asked all the same
  --client-id ID  the client that the message is as if from
  --json          the report as one line of JSON
${coreHelp.split('\n').filter((line) => !line.includes('--aws')).join('\n')}
AWS itself can't be asked.`,
  flags: { 'dry-run': { type: 'boolean' }, 'client-id': { type: 'string' }, json: { type: 'boolean' }, ...flags },
  arguments: ['TOPIC', 'PAYLOAD'],
  async run(values, [topic = '', payload = ''], terminal) {
    const core = await reachCore(values)
    const bytes = payload === '-' ? await buffer(process.stdin) : Buffer.from(payload)
    const asked = {
      topic, payloadBase64: bytes.toString('base64'), dryRun: values['dry-run'] === true,
      ...given({ clientId: textFlag(values, 'client-id') }),
    }
    const report = await askReport(core, '/__keg/why', asked, terminal)
    if (report === undefined) return 1
    // What a core of Keg answers.
    terminal.out(values['json'] === true ? report : printWhyReport(JSON.parse(report) as WhyReport))
    return 0
  },
}
