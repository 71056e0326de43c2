/** Why a topic name, filter or template was refused. */
export type TopicErrorCode =
  | 'EMPTY'
  | 'TOO_LONG'
  | 'TOO_MANY_LEVELS'
  | 'NUL_CHARACTER'
  | 'WILDCARD_IN_NAME'
  | 'WILDCARD_NOT_ALONE'
  | 'HASH_NOT_LAST'
  | 'RESERVED'
  | 'BAD_SHARE'
  | 'BAD_PARAMETER'

/**
 * A topic name, filter or template that AWS IoT would refuse; `topic` is the text as given.
 *
 * @example
 * try {
 *   parseTopicName('keg/+/pours')
 * } catch (error) {
 *   if (error instanceof TopicError) console.log(error.code, error.topic)  // WILDCARD_IN_NAME keg/+/pours
 * }
 */
export class TopicError extends Error {
  override readonly name = 'TopicError'
  readonly code: TopicErrorCode
  readonly topic: string
  constructor(code: TopicErrorCode, message: string, topic: string) {
    super(message)
    this.code = code
    this.topic = topic
  }
}
