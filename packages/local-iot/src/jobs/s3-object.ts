import type { ObjectPort, ObjectReference } from '../objects/object-port.ts'
import { invalidJob } from './job-error.ts'

/** Makes the URLs in documents. */
export type Presigner = Pick<ObjectPort, 'presign'>

/** The placeholder of a URL in a job document: create-manage-jobs.html#create-manage-jobs-presigned-URLs */
const PLACEHOLDER = /\$\{aws:iot:s3-presigned-url(?:-v2)?:([^}]*)\}/g
/** The longest that a URL is good for, and the default: API_PresignedUrlConfig.html. */
const DEFAULT_EXPIRES_SEC = 3600
const VIRTUAL_HOST = /^(.+)\.s3[.-](?:[a-z0-9-]+\.)*amazonaws\.com(?:\.cn)?$/

/**
 * The object that a URL of S3 names, by path or by host, or a text `bucket/key`; `undefined` for any other text.
 *
 * @example s3Object('https://bar.s3.eu-central-1.amazonaws.com/jobs/update.json')  // { bucket: 'bar', key: 'jobs/update.json' }
 */
export function s3Object(text: string): ObjectReference | undefined {
  if (!/^https?:\/\//.test(text)) return objectAt(text)
  if (!URL.canParse(text)) return undefined
  const { hostname, pathname } = new URL(text)
  const path = decodeURIComponent(pathname.slice(1))
  const bucket = VIRTUAL_HOST.exec(hostname)?.[1]
  if (bucket === undefined) return objectAt(path)
  return path === '' ? undefined : { bucket, key: path }
}

function objectAt(path: string): ObjectReference | undefined {
  const [, bucket, key] = /^([^/]+)\/(.+)$/s.exec(path) ?? []
  return bucket === undefined || key === undefined ? undefined : { bucket, key }
}

/** The objects whose URLs a document asks for. Throws JobError for a placeholder of none. */
export const objectsIn = (document: string): readonly ObjectReference[] =>
  [...document.matchAll(PLACEHOLDER)].map(([placeholder, text = '']) => {
    const object = s3Object(text)
    if (object === undefined)
      throw invalidJob(`${placeholder} names no object in S3 by https://s3.REGION.amazonaws.com/BUCKET/KEY or BUCKET/KEY.`)
    return object
  })

/** The document with URLs in place of placeholders, made for who asks now. */
export function withUrls(document: string, expiresInSec: number | undefined, { presign }: Presigner = {}): string {
  if (presign === undefined) return document
  return document.replace(PLACEHOLDER, (placeholder, text: string) => {
    const object = s3Object(text)
    return object === undefined ? placeholder : presign(object, expiresInSec ?? DEFAULT_EXPIRES_SEC)
  })
}
