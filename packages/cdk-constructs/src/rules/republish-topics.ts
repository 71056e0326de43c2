import { withPlaces, withoutTokens } from './substitution.ts'

/** AWS IoT Core quotas: a topic, what Basic Ingest puts before it apart. */
const MAX_SLASHES = 7
const MAX_BYTES = 256

/** Where a republish topic fails, or surprises, whatever its templates come to. */
export interface TopicProblem {
  readonly severity: 'error' | 'warning'
  readonly message: string
}

/**
 * What is wrong with the topic of a republish action, as far as it is known.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/republish-rule-action.html
 * @see https://docs.aws.amazon.com/general/latest/gr/iot-core.html#message-broker-limits
 */
export function topicProblems(topic: string): readonly TopicProblem[] {
  const error = (message: string) => [{ severity: 'error', message }] as const
  if (topic === '') return error('it is empty; name a topic')
  // Of templates and tokens, nothing is counted.
  const known = withPlaces(withoutTokens(topic, ''), '')
  if (/[+#]/.test(known)) return error('a topic that is published to has no wildcards; write + or # in FROM alone')
  if (known.startsWith('$') && !known.startsWith('$$')) return error('a reserved topic is written with $$ here: $$aws/…')
  if (known.startsWith('$$') && !/^\$\$aws(\/|$)/i.test(known)) return error('topics that begin with $ are those of AWS alone: $$aws/…')
  if (/^\$\$aws\/things\/[^/]*\/jobs(\/|$)/i.test(known))
    return error('AWS IoT republishes to no reserved topic of jobs; change the job by its API')
  const counted = known.replace(/^\$\$aws\/rules\/[^/]*\//i, '')
  const slashes = counted.split('/').length - 1
  if (slashes > MAX_SLASHES) return error(`it has ${slashes} slashes, and AWS takes ${MAX_SLASHES} at most`)
  const bytes = new TextEncoder().encode(counted).length
  if (bytes > MAX_BYTES) return error(`it has ${bytes} bytes, and AWS takes ${MAX_BYTES} at most`)
  if (/^\$\$aws\/things\/[^/]*\/defender(\/|$)/i.test(known))
    return [{ severity: 'warning', message: 'AWS IoT Device Defender takes its reserved topics over MQTT from a device alone' }]
  return []
}
