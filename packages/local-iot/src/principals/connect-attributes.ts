import type { ConnectRequest } from '../broker/hooks.ts'
import type { PolicyContext } from '../policy/policy-context.ts'

/**
 * What a CONNECT asks for, as the condition keys `iot:ConnectAttributes` and `iot:LastWillTopic` see it, whoever lets it in.
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/connect-policy.html
 */
export const connectAttributes = ({ persistent, willTopic }: ConnectRequest): Pick<PolicyContext, 'connectAttributes' | 'lastWillTopic'> => ({
  connectAttributes: [...(persistent ? ['PersistentConnect'] : []), ...(willTopic === undefined ? [] : ['LastWill'])],
  lastWillTopic: willTopic,
})
