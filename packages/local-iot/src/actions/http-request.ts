import { invalidRequest } from '../errors/service-exception.ts'
import { LastingFailure, type ActionInput, type RunPorts } from './action.ts'
import type { HttpRequest } from './requests.ts'
import { isTemplate } from './templates.ts'

/** Makes the request for a message. */
export type RequestOf = (input: ActionInput, ports: RunPorts) => Promise<HttpRequest>
/** Sends a request, on account of a message. */
export type SendRequest = (request: HttpRequest, input: ActionInput, ports: RunPorts) => Promise<void>

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/** Why nothing is sent to this URL: AWS takes https; here http is taken too where it stays on this machine. */
export function urlRefusal(text: string): string | undefined {
  const url = URL.parse(text)
  if (url === null) return `${text} is no URL`
  if (url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname))) return undefined
  return `${url.protocol}//${url.host} is neither https nor http on this machine`
}

/** Refuses a rule with such a URL; a template is looked at once it is rendered, by {@link checkedUrl}. */
export function checkUrl(field: string, text: string): void {
  const refusal = isTemplate(text) ? undefined : urlRefusal(text)
  if (refusal !== undefined) throw invalidRequest(`${field} is not valid: ${refusal}`)
}

/** The rendered URL; fails the action where nothing is sent there. */
export function checkedUrl(text: string): string {
  const refusal = urlRefusal(text)
  if (refusal !== undefined) throw new LastingFailure(`Nothing is sent there: ${refusal}.`)
  return text
}
