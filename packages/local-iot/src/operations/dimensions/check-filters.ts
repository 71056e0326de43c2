import { parseTopicFilter, TopicError } from '@keg/mqtt-topics'
import { invalidRequest } from '../../errors/service-exception.ts'

/** Throws where one of a dimension's values is no topic filter. Variables may stand in it. */
export function checkFilters(filters: readonly string[]): void {
  for (const filter of filters) {
    try {
      parseTopicFilter(filter.replaceAll(/\$\{iot:(?:ClientId|ThingName)\}/g, 'thing'))
    } catch (error) {
      if (!(error instanceof TopicError)) throw error
      throw invalidRequest(`Invalid topic filter ${filter}: ${error.message}`)
    }
  }
}
