import { API_PREFIX } from '../http-api/paths.ts'

/** What stands behind the domain name of an origin. */
export type OriginKind =
  | { readonly kind: 'bucket'; readonly bucket: string }
  | { readonly kind: 'api'; readonly apiId: string }
  | { readonly kind: 'iot' }

/** By what origins of this machine are known. */
export interface LocalHosts {
  /** Of the endpoint, as `127.0.0.1:4566`. */
  readonly endpoint: string
  /** The data endpoint of AWS IoT, as `localhost:8443`. */
  readonly iotData: string
}

const BUCKET = /^([a-z0-9][a-z0-9.-]*)\.s3(?:[.-](?:dualstack\.)?[a-z0-9-]+)?\.amazonaws\.com(?:\.cn)?$/
const API = /^([a-z0-9]+)\.execute-api\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?$/
const IOT = /^[a-z0-9]+(?:-ats)?\.iot\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?$/

/**
 * What an origin's domain name stands for: a bucket, an HTTP API or AWS IoT, by the names that they have in AWS or here. `undefined`: it is
 * on another machine.
 *
 * @example originKind('a1b2c3.execute-api.eu-central-1.amazonaws.com', hosts)  // { kind: 'api', apiId: 'a1b2c3' }
 */
export function originKind(domainName: string, { endpoint, iotData }: LocalHosts): OriginKind | undefined {
  const [, bucket] = BUCKET.exec(domainName) ?? []
  if (bucket !== undefined) return { kind: 'bucket', bucket }
  const apiId = API.exec(domainName)?.[1]
    ?? (domainName.startsWith(`${endpoint}${API_PREFIX}`) ? domainName.slice(`${endpoint}${API_PREFIX}`.length).split('/')[0] : undefined)
  if (apiId !== undefined) return { kind: 'api', apiId }
  return domainName === iotData || IOT.test(domainName) ? { kind: 'iot' } : undefined
}
