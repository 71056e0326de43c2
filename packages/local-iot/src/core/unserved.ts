import { basicIngest } from '@keg/mqtt-topics'
import type { TopicService } from '../reserved-topics/topic-service.ts'

const SERVICES: readonly (readonly [topic: RegExp, service: string])[] = [
  [/^\$aws\/things\/[^/]+\/defender\//, 'Device Defender'],
  [/^\$aws\/things\/[^/]+\/streams\//, 'File streams'],
  [/^\$aws\/(?:certificates|provisioning-templates)\//, 'Provisioning by claim'],
  [/^\$aws\/commands\//, 'Commands'],
  [/^\$aws\/device_location\//, 'Device Location'],
]

/**
 * Says why nobody here answers on a topic on which a service of AWS IoT would; `undefined` where somebody does. A message that is taken
 * and then lost would look like one that the service got.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/reserved-topics.html
 */
export const unserved = (services: () => readonly TopicService[]) => (topic: string): string | undefined => {
  if (!topic.startsWith('$aws/') || basicIngest(topic) !== undefined) return undefined
  if (services().some((service) => service.serves(topic))) return undefined
  const [, service = 'The service of this topic'] = SERVICES.find(([pattern]) => pattern.test(topic)) ?? []
  return `${service} is not emulated: nobody would answer ${topic} (KNOWN-GAPS.md)`
}
