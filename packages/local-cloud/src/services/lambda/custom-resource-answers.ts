import http from 'node:http'
import https, { type RequestOptions } from 'node:https'
import { syncBuiltinESMExports } from 'node:module'

/** Where CloudFormation takes the answers of custom resources; with a port in it where the client says so. */
const host = /^cloudformation-custom-resource-response-[a-z0-9]+\.s3\.amazonaws\.com(?::443)?$/

/**
 * Leads what this function answers to CloudFormation to the one endpoint: the address is that of a bucket of AWS's, which functions, CDK's
 * own among them, call by https and without a port. Every other request goes where it went.
 */
export function leadAnswersTo(endpoint: string): void {
  const { hostname, port } = new URL(endpoint)
  const { request } = https
  const here = (path: string) => ({
    protocol: 'http:', hostname, host: hostname, port, path: `/_custom-resources${path}`, agent: undefined,
  })
  https.request = (...[target, ...rest]: [target: string | URL | RequestOptions, ...rest: unknown[]]) => {
    const url = typeof target === 'string' || target instanceof URL ? new URL(target) : undefined
    const options = url === undefined ? target as RequestOptions : undefined
    if (!host.test(String(url?.host ?? options?.hostname ?? options?.host))) return Reflect.apply(request, https, [target, ...rest])
    const given = typeof rest[0] === 'object' ? rest.shift() as RequestOptions : options
    const path = url === undefined ? String(options?.path) : `${url.pathname}${url.search}`
    return Reflect.apply(http.request, http, [{ ...given, ...here(path) }, ...rest])
  }
  const { fetch } = globalThis
  globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input)
    if (!host.test(url.host)) return fetch(input, init)
    const local = new URL(`/_custom-resources${url.pathname}`, endpoint)
    return input instanceof Request ? fetch(new Request(local, input), init) : fetch(local, init)
  }
  syncBuiltinESMExports()
}
