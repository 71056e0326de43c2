import { matchesTopicFilter } from '@keg/mqtt-topics'

const NOT_DOLLAR = '(?!\\$)'

/** `matchesTopicFilter` for one filter that many topics are held against. */
export function topicMatcher(filter: string): (topic: string) => boolean {
  if (filter.startsWith('$share')) return (topic) => matchesTopicFilter(filter, topic)
  const levels = filter.split('/')
  const wildFirst = levels[0] === '+' || levels[0] === '#'
  const source = levels.map((level, index) =>
    (index === 0 ? '' : '/') + (level === '#' ? '[^]*' : level === '+' ? '[^/]*' : escaped(level)))
  // What stands behind a `#` is never looked at.
  const end = levels.indexOf('#')
  const expression = new RegExp(`^${wildFirst ? NOT_DOLLAR : ''}${source.slice(0, end < 0 ? undefined : end + 1).join('')}$`)
  return (topic) => topic !== '' && expression.test(topic)
}

const escaped = (level: string): string => level.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
