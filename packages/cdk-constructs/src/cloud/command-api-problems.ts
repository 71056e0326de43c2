import { Token } from 'aws-cdk-lib'
import type { CommandApiProps } from './command-api.ts'
import { numberProblem } from './number-problem.ts'

const PATH = /^\/(?:(?:[\w.~-]+|\{\w+\})(?:\/(?:[\w.~-]+|\{\w+\}))*(?:\/\{\w+\+\})?|\{\w+\+\})?$/
const ORIGIN = /^(?:https:\/\/[\w.-]+(?::\d+)?|http:\/\/localhost(?::\d+)?|\*)$/
/** Of an account and region. */
const MAX_RATE = 10_000
const MAX_BURST = 5_000

/** What is wrong with an API's properties: with the API's own, and with each route. */
export function commandApiProblems(props: CommandApiProps): { readonly api: string[]; readonly routes: string[][] } {
  const { routes, grants = {}, jwt: tokens, rateLimit, burstLimit, corsOrigins = [] } = props
  const jwt = tokens !== undefined && 'issuer' in tokens ? tokens : undefined
  const seen = new Map<string, number>()
  const api = [
    ...numberProblem('rateLimit', rateLimit, { min: 1, max: MAX_RATE, unit: 'requests a second' }),
    ...numberProblem('burstLimit', burstLimit, { min: 1, max: MAX_BURST, unit: 'requests' }),
    ...corsOrigins.flatMap((origin, index) => (Token.isUnresolved(origin) || ORIGIN.test(origin)
      ? []
      : [`corsOrigins[${index}]: ${JSON.stringify(origin)} is no origin; write it without path, as https://bar.example`])),
    ...(jwt === undefined || Token.isUnresolved(jwt.issuer) || jwt.issuer.startsWith('https://')
      ? []
      : [`jwt.issuer: ${JSON.stringify(jwt.issuer)} is no https:// URL, where API Gateway finds the issuer's keys`]),
    ...(jwt === undefined || jwt.audience.length > 0 ? [] : ['jwt.audience: there is none; name the client ids whose tokens are taken']),
  ]
  return {
    api,
    routes: routes.map(({ method, path, grants: names = [] }, index) => {
      const key = `${method} ${path.replace(/\{\w+/g, '{')}`
      const first = seen.get(key)
      seen.set(key, first ?? index)
      return [
        ...(PATH.test(path) ? [] : [`routes[${index}].path: ${JSON.stringify(path)} is no path of a route; write it as /kegs/{kegId}`]),
        ...(first === undefined ? [] : [`routes[${index}]: ${method} ${path} is routes[${first}] already; take one of them out`]),
        ...names.filter((name) => !Object.hasOwn(grants, name)).map((name) =>
          `routes[${index}].grants: there is no grant ${JSON.stringify(name)}; the table has ${Object.keys(grants).join(', ') || 'none'}`),
      ]
    }),
  }
}
