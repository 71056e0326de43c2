import { checkLimits } from './limits.ts'
import { TopicError } from './topic-error.ts'

/** A filter that a client may subscribe with; `filter` is the text without a `$share/{group}/` prefix. */
export interface TopicFilter {
  readonly text: string
  readonly filter: string
  readonly levels: readonly string[]
  readonly shareGroup: string | undefined
}

/** The longest name of a shared subscription's group: developerguide/mqtt.html#mqtt5-shared-subscription */
const MAX_GROUP_CHARACTERS = 128

const SHARE = /^\$share\/([^/]*)(?:\/(.*))?$/s

/**
 * Whether a message published to `topic` reaches a subscription of `filter`, as AWS IoT decides it:
 * `a/#` does not match `a`, wildcards in the first level don't match `$` topics, `$share/{group}/` is left out of the match.
 * Never throws: a filter that AWS refuses just matches what its levels say.
 *
 * @example matchesTopicFilter('keg/+/+/pours', 'keg/berlin/k-1/pours')  // true
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/topics.html
 */
export function matchesTopicFilter(filter: string, topic: string): boolean {
  if (topic === '') return false
  const pattern = (SHARE.exec(filter)?.[2] ?? filter).split('/')
  const levels = topic.split('/')
  if (topic.startsWith('$') && (pattern[0] === '+' || pattern[0] === '#')) return false
  for (const [index, level] of pattern.entries()) {
    if (level === '#') return levels.length > index
    if (index >= levels.length || (level !== '+' && level !== levels[index])) return false
  }
  return pattern.length === levels.length
}

/**
 * Checks that `text` is a filter which an AWS IoT client may subscribe with, before any policy.
 * Limits: 256 bytes and 7 slashes, not counting `$share/{group}/`. Throws {@link TopicError}.
 *
 * @example parseTopicFilter('$share/g1/keg/#')  // { shareGroup: 'g1', filter: 'keg/#', … }
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/topics.html
 */
export function parseTopicFilter(text: string): TopicFilter {
  const { filter, shareGroup } = splitShare(text)
  checkLimits(text, filter)
  const levels = filter.split('/')
  for (const [index, level] of levels.entries()) {
    if (level.length > 1 && /[+#]/.test(level)) {
      throw new TopicError(
        'WILDCARD_NOT_ALONE', `A wildcard stands alone in its level; level ${index + 1} is ${JSON.stringify(level)}.`, text,
      )
    }
    if (level === '#' && index < levels.length - 1) throw new TopicError('HASH_NOT_LAST', '`#` is the last level of a filter.', text)
  }
  if (filter.startsWith('$') && levels[0] !== '$aws')
    throw new TopicError('RESERVED', 'Of the `$` topics, only `$aws/…` can be subscribed to.', text)
  if (levels[0] === '$aws' && levels[1] === 'rules') throw new TopicError('RESERVED', 'Basic Ingest topics can not be subscribed to.', text)
  return { text, filter, levels, shareGroup }
}

function splitShare(text: string): { filter: string; shareGroup: string | undefined } {
  if (text !== '$share' && !text.startsWith('$share/')) return { filter: text, shareGroup: undefined }
  const [, shareGroup, filter] = SHARE.exec(text) ?? []
  if (!shareGroup || /[+#]/.test(shareGroup) || shareGroup.length > MAX_GROUP_CHARACTERS || !filter) {
    throw new TopicError(
      'BAD_SHARE',
      `A shared filter is \`$share/{group}/{filter}\` with a group name of at most ${MAX_GROUP_CHARACTERS} characters, free of wildcards.`,
      text,
    )
  }
  return { filter, shareGroup }
}
