import { writePayload } from '../reserved-topics/payload-format.ts'

export type PayloadFormat = 'json' | 'cbor'

/** A device's report of an execution, by its topic. */
export interface ResponseTopic {
  readonly targetKind: 'thing' | 'client'
  readonly targetName: string
  readonly executionId: string
  readonly format: PayloadFormat
}

const RESPONSE = /^\$aws\/commands\/(thing|client)s\/([^/]+)\/executions\/([^/]+)\/response\/(json|cbor)$/
const TARGET = /^(thing|client)\/([^/]+)$/
const FORMATS: Readonly<Record<string, PayloadFormat>> = { 'application/json': 'json', 'application/cbor': 'cbor' }

/** `undefined` for a topic that devices do not report on. */
export function responseTopic(topic: string): ResponseTopic | undefined {
  const [, targetKind, targetName, executionId, format] = RESPONSE.exec(topic) ?? []
  if (targetKind === undefined || targetName === undefined || executionId === undefined || format === undefined) return undefined
  // As the expression names them.
  return { targetKind: targetKind as 'thing' | 'client', targetName, executionId, format: format as PayloadFormat }
}

/** A device that commands are started on, by the resource part of its ARN: `thing/NAME` or `client/ID`. `undefined` for any other. */
export function commandTarget(resource: string): Pick<ResponseTopic, 'targetKind' | 'targetName'> | undefined {
  const [, targetKind, targetName] = TARGET.exec(resource) ?? []
  return targetName === undefined ? undefined : { targetKind: targetKind as 'thing' | 'client', targetName }
}

/**
 * Where a device gets an execution's payload: only JSON and CBOR are named in the topic.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/reserved-topics.html#reserved-topics-commands
 */
export function requestTopic(
  { targetKind, targetName }: Pick<ResponseTopic, 'targetKind' | 'targetName'>, executionId: string, contentType: string,
): string {
  const format = FORMATS[contentType.split(';')[0]?.trim().toLowerCase() ?? '']
  return `$aws/commands/${targetKind}s/${targetName}/executions/${executionId}/request${format === undefined ? '' : `/${format}`}`
}

/** The answer to a report, in the report's format. */
export function answerTo({ targetKind, targetName, executionId, format }: ResponseTopic, outcome: 'accepted' | 'rejected', body: object) {
  const topic = `$aws/commands/${targetKind}s/${targetName}/executions/${executionId}/response/${outcome}/${format}`
  return { topic, payload: writePayload(format, body) }
}
