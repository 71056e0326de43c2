/** What a statement of a policy says, in words. */
export interface PolicyWord {
  readonly allows: boolean
  /** As `publish to`. */
  readonly does: string
  /** What it is done to: topics, filters, client ids. */
  readonly what: readonly string[]
  /** Under which conditions, all of them; none = under any. */
  readonly onlyIf: readonly string[]
}

/** What is known of the thing, to be filled in where a policy has a variable for it. */
export interface PolicyThing {
  readonly kegId: string
  /** Absent = not known: its variable stays. */
  readonly siteId?: string | undefined
}

const VERBS: Readonly<Record<string, string>> = {
  'iot:Connect': 'connect as', 'iot:Publish': 'publish to', 'iot:RetainPublish': 'retain at', 'iot:Subscribe': 'subscribe to',
  'iot:Receive': 'receive from', 'iot:*': 'do anything with', '*': 'do anything with',
}

/**
 * The statements of a policy of AWS IoT in words, one for each action, with the variables of the thing filled in. What is no statement is
 * left out: policies are whatever people wrote, and the JSON is shown beside.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/iot-policies.html
 */
export function policyWords(document: Readonly<Record<string, unknown>>, thing: PolicyThing): readonly PolicyWord[] {
  return listOf(document['Statement']).filter(isObject).flatMap((statement) => {
    const onlyIf = conditionsOf(statement['Condition'])
    const what = texts(statement['Resource']).map((arn) => filledIn(nameOf(arn), thing))
    return texts(statement['Action']).map((action) => ({
      allows: statement['Effect'] === 'Allow', does: VERBS[action] ?? action, what, onlyIf,
    }))
  })
}

/** As `iot:Connection.Thing.IsAttached Bool true`; what is no condition, as JSON. */
function conditionsOf(condition: unknown): readonly string[] {
  if (!isObject(condition)) return condition === undefined ? [] : [JSON.stringify(condition)]
  return Object.entries(condition).flatMap(([operator, tests]) => (isObject(tests)
    ? Object.entries(tests).map(([key, values]) => `${key} ${operator} ${listOf(values).map(String).join(' or ')}`)
    : [JSON.stringify({ [operator]: tests })]))
}

/** What an ARN of AWS IoT names, without where that is: `topic/keg/berlin` is `keg/berlin`. */
function nameOf(arn: string): string {
  const [, name] = /^arn:[^:]*:iot:[^:]*:[^:]*:(?:topic|topicfilter|client)\/(.*)$/s.exec(arn) ?? []
  return name ?? arn
}

function filledIn(text: string, { kegId, siteId }: PolicyThing): string {
  const known = text.replaceAll('${iot:Connection.Thing.ThingName}', kegId)
  return siteId === undefined ? known : known.replaceAll('${iot:Connection.Thing.Attributes[siteId]}', siteId)
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value])
const texts = (value: unknown): readonly string[] => listOf(value).filter((one) => typeof one === 'string')
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null
