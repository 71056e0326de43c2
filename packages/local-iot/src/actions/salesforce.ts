import { action, delivery } from './action.ts'
import { checkUrl } from './http-request.ts'
import { invalidRequest } from '../operations/service-exception.ts'

/** @see https://docs.aws.amazon.com/iot/latest/developerguide/salesforce-iot-rule-action.html */
export const salesforceAction = action('salesforce', ({ url, token }) => {
  // Neither is a template: the page says No.
  checkUrl('url', url)
  if (token === '') throw invalidRequest('token must not be empty')
  return delivery('salesforce', url, ({ payload }) => ({
    method: 'POST' as const,
    url,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: payload,
  }))
})
