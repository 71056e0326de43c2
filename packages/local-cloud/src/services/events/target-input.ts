import { JSONPath } from 'jsonpath-plus'

/** How a target wants to have an event; nothing: as it is. */
export interface TargetInput {
  readonly Input?: string | undefined
  readonly InputPath?: string | undefined
  readonly InputTransformer?: { readonly InputPathsMap?: Readonly<Record<string, string>> | undefined; readonly InputTemplate: string }
    | undefined
}

/** What a target gets of an event. @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html */
export function targetInput(
  { Input, InputPath, InputTransformer }: TargetInput, event: object, rule: { readonly arn: string; readonly name: string },
): string {
  if (Input !== undefined) return Input
  if (InputPath !== undefined) return JSON.stringify(at(InputPath, event) ?? null)
  if (InputTransformer === undefined) return JSON.stringify(event)
  const { InputPathsMap = {}, InputTemplate } = InputTransformer
  const values: Readonly<Record<string, unknown>> = {
    'aws.events.rule-arn': rule.arn,
    'aws.events.rule-name': rule.name,
    'aws.events.event.ingestion-time': at('$.time', event),
    'aws.events.event': event,
    'aws.events.event.json': event,
    ...Object.fromEntries(Object.entries(InputPathsMap).map(([name, path]) => [name, at(path, event)])),
  }
  return InputTemplate.replaceAll(/<([A-Za-z0-9_.-]+)>/g, (whole, name: string, offset: number) => {
    if (!Object.hasOwn(values, name)) return whole
    const value = values[name]
    const inText = quotesBefore(InputTemplate.slice(0, offset)) % 2 === 1
    // Inside quotes a text is put as it is, elsewhere every value is JSON; what is not there is nothing.
    if (value === undefined) return ''
    if (!inText) return JSON.stringify(value)
    return JSON.stringify(typeof value === 'string' ? value : JSON.stringify(value)).slice(1, -1)
  })
}

/**
 * The key of a record in a data stream: what the path finds, else the event's id.
 * @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_KinesisParameters.html
 */
export function partitionKey(path: string | undefined, event: Readonly<Record<string, unknown>>): string {
  const found = path === undefined ? undefined : at(path, event)
  if (found === undefined || found === null) return String(event['id'])
  return typeof found === 'string' ? found : JSON.stringify(found)
}

function quotesBefore(text: string): number {
  return [...text.matchAll(/(?<!\\)"/g)].length
}

function at(path: string, event: object): unknown {
  return JSONPath({ path, json: event, wrap: false, eval: false }) as unknown
}
