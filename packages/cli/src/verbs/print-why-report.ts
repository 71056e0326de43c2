import type { ActionAnswer, RuleVerdict, WhyReport } from '@keg/local-iot'
import { oneLine } from '../printable.ts'

/** A report for people: what was published, what each rule made of it, who is subscribed; a line each, whatever text devices put in. */
export function printWhyReport({ topic, traceId, published, because, receivers, rules }: WhyReport): string {
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
  ].map(oneLine).join('\n')
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
