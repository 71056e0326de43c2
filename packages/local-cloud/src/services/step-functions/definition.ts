import { isRecord } from '@keg/aws-service'

/** A state as its machine's definition writes it. */
export type StateDefinition = Readonly<Record<string, unknown>> & { readonly Type: string }

/** States and where they begin: a machine, a branch, or what is done with each item of a map. */
export interface StateGraph {
  readonly StartAt: string
  readonly States: Readonly<Record<string, StateDefinition>>
}

/** A machine's definition in the Amazon States Language. @see https://states-language.net/spec.html */
export interface Definition extends StateGraph {
  readonly TimeoutSeconds?: number
  readonly QueryLanguage: 'JSONPath' | 'JSONata'
}

const stateTypes: ReadonlySet<unknown> = new Set(['Pass', 'Task', 'Choice', 'Wait', 'Succeed', 'Fail', 'Parallel', 'Map'])
/** Fields that would change what a state does, and that are not here. */
const unsupported = [
  'ItemReader', 'ItemBatcher', 'ResultWriter', 'ToleratedFailureCount', 'ToleratedFailurePercentage', 'ToleratedFailureCountPath',
  'ToleratedFailurePercentagePath', 'Credentials',
]

/** Reads a definition. Throws `TypeError` for what is none, and for what is not emulated. */
export function parseDefinition(text: string): Definition {
  const parsed: unknown = JSON.parse(text)
  const { QueryLanguage = 'JSONPath', TimeoutSeconds } = isRecord(parsed) ? parsed : {}
  if (QueryLanguage !== 'JSONPath' && QueryLanguage !== 'JSONata') throw invalid(`QueryLanguage ${String(QueryLanguage)}`)
  return { ...parseGraph(parsed, 'the state machine'), QueryLanguage, ...(typeof TimeoutSeconds === 'number' ? { TimeoutSeconds } : {}) }
}

/** The graph inside a state or machine. */
export function parseGraph(value: unknown, at: string): StateGraph {
  if (!isRecord(value) || typeof value['StartAt'] !== 'string' || !isRecord(value['States']))
    throw invalid(`${at} needs StartAt and States`)
  const { StartAt, States } = value
  if (States[StartAt] === undefined) throw invalid(`StartAt of ${at} names no state: ${StartAt}`)
  const states = Object.entries(States).map(([name, state]) => [name, parseState(state, name, States)] as const)
  return { StartAt, States: Object.fromEntries(states) }
}

function parseState(state: unknown, name: string, siblings: Readonly<Record<string, unknown>>): StateDefinition {
  if (!isRecord(state) || !stateTypes.has(state['Type'])) throw invalid(`state ${name} has no Type that there is`)
  const refused = unsupported.find((field) => state[field] !== undefined)
  if (refused !== undefined) throw new TypeError(`${refused} of state ${name} is not emulated`)
  const targets = [state, ...lists(state['Choices']), ...lists(state['Catch'])].flatMap(({ Next }) => Next ?? [])
  const missing = [...targets, ...(state['Default'] === undefined ? [] : [state['Default']])].find((target) =>
    siblings[String(target)] === undefined)
  if (missing !== undefined) throw invalid(`state ${name} leads to ${String(missing)}, which is not there`)
  if (!['Choice', 'Succeed', 'Fail'].includes(String(state['Type'])) && state['Next'] === undefined && state['End'] !== true)
    throw invalid(`state ${name} has neither Next nor End`)
  if (state['Type'] === 'Parallel') for (const branch of lists(state['Branches'])) parseGraph(branch, `a branch of ${name}`)
  if (state['Type'] === 'Map') parseProcessor(state, name)
  return { ...state, Type: String(state['Type']) }
}

function parseProcessor({ ItemProcessor, Iterator }: Readonly<Record<string, unknown>>, name: string): void {
  const processor = ItemProcessor ?? Iterator
  parseGraph(processor, `the item processor of ${name}`)
  const config = isRecord(processor) ? processor['ProcessorConfig'] : undefined
  if (isRecord(config) && config['Mode'] === 'DISTRIBUTED') throw new TypeError(`The distributed mode of map ${name} is not emulated`)
}

/** Every state of a graph and of those inside it. */
export function allStates(graph: StateGraph): [name: string, state: StateDefinition][] {
  return Object.entries(graph.States).flatMap(([name, state]) => {
    const inner = [...lists(state['Branches']), ...[state['ItemProcessor'] ?? state['Iterator']].filter(isRecord)]
    return [[name, state] as [string, StateDefinition], ...inner.flatMap((each) => allStates(parseGraph(each, name)))]
  })
}

/** What the resource of a task ends with that waits until somebody answers with its token. */
export const TOKEN_PATTERN = '.waitForTaskToken'

/** Whether a state is a task that waits until somebody answers with its token. */
export function waitsForToken({ Type, Resource }: StateDefinition): boolean {
  return Type === 'Task' && String(Resource).endsWith(TOKEN_PATTERN)
}

/** The objects of a list. */
export function lists(value: unknown): Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isRecord) : []
}

function invalid(reason: string): TypeError {
  return new TypeError(`Invalid State Machine Definition: ${reason}`)
}
