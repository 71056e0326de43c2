import { action, delivery } from './action.ts'

/**
 * URL and token are no templates, and the service model says what they look like.
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/salesforce-iot-rule-action.html
 */
export const salesforceAction = action('salesforce', ({ url, token }) =>
  delivery('salesforce', { resource: url }, ({ payload }) => ({
    method: 'POST' as const,
    url,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: payload,
  })))
