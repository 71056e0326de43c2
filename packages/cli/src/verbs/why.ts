import { buffer } from 'node:stream/consumers'
import type { ActionAnswer, RuleVerdict, WhyReport } from '@keg/local-iot'
import { askReport } from '../core/ask-report.ts'
import { coreFlags, coreHelp, reachCore } from '../core/reach-core.ts'
import { given, textFlag } from '../flags.ts'
import type { Verb } from '../verb.ts'

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
    terminal.out(values['json'] === true ? report : printReport(JSON.parse(report) as WhyReport))
    return 0
  },
}

function printReport({ topic, traceId, published, because, receivers, rules }: WhyReport): string {
  const done = published ? `Published to ${topic}, trace id ${traceId}.` : `Rehearsed on ${topic}: nothing was published, no action ran.`
  const asked = rules.filter(({ verdict }) => verdict !== 'otherTopic')
  const others = rules.filter((rule) => rule.verdict === 'otherTopic')
  return [
    done,
    ...(because === undefined ? [] : [`${because}.`]),
    ...(asked.length === 0 ? ['', 'No rule is for this topic.'] : asked.flatMap((rule) => ['', ...printVerdict(rule)])),
    '',
    ...(receivers.length === 0
      ? ['Nobody subscribes to it.']
      : ['Subscribed to it:', ...receivers.map((receiver) => `  ${printReceiver(receiver)}`)]),
    ...(others.length === 0
      ? []
      : ['', 'Not for this topic:', ...others.map(({ ruleName, because: other }) => `  ${ruleName}: ${other}.`)]),
  ].join('\n')
}

function printReceiver({ clientId, filter, qos, connected, refused }: WhyReport['receivers'][number]): string {
  if (clientId === undefined) return `a member of ${filter}, QoS ${qos}`
  const stands = refused !== undefined ? `may not receive it: ${refused}`
    : connected === true ? 'connected'
    : qos === 1 ? 'away, gets QoS 1 when it is back'
    : 'away'
  return `${clientId} by ${filter}, QoS ${qos}: ${stands}`
}

function printVerdict(rule: RuleVerdict): string[] {
  const head = `Rule ${rule.ruleName}`
  if (rule.verdict === 'otherTopic' || rule.verdict === 'disabled') return [`${head}: ${rule.because}.`]
  // The first line of an explanation is the verdict, of which the next ones are the reason.
  const [verdict = '', ...evaluation] = rule.explanation.split('\n').filter((line) => line !== '')
  const lines = [`${head}. ${verdict}`, ...evaluation.map((line) => `  ${line}`)]
  if (rule.verdict !== 'matched') return lines
  const { actions, errorAction } = rule
  const output = 'output' in rule ? rule.output : `${rule.outputBase64} (base64)`
  return [
    ...lines,
    `  Output: ${output}`,
    ...(actions.length === 0 ? ['  It has no action.'] : actions.map((one) => `  Action ${printAnswer(one)}`)),
    ...(errorAction === undefined ? [] : [`  Error action ${printAnswer(errorAction)}`]),
  ]
}

function printAnswer({ action, resource, answer, tries, error }: ActionAnswer): string {
  const times = tries > 1 ? ` after ${tries} tries` : ''
  return `${action} to ${resource}: ${answer === 'notRun' ? 'not run' : `${answer}${times}`}${error === undefined ? '' : `: ${error}`}`
}
