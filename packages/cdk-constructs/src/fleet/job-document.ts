import { Stack, Token } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import type { BucketOfYours } from '../cloud/private-bucket.ts'
import type { Refusals } from '../device/refusals.ts'

/** What a job says to devices, or where in S3 that is; and the files that it names by URLs which are made for who asks. */
interface Source {
  readonly text?: string | object
  readonly url?: string
}

const LONGEST = 32_768
const LONGEST_URL = 1_350
/** Tokens of CDK in it have a brace of their own. */
const PLACEHOLDER = /\$\{aws:iot:s3-presigned-url(?:-v2)?:((?:\$\{Token\[[^}]*\}|[^}])*)\}/g
/** By host or by path, and with something behind the bucket. */
const OF_S3 = /^(?:https?:\/\/[^/]+\/.+|[^/:]+\/.+)$/s

/**
 * The document of a job: JSON that devices read.
 *
 * @example JobDocument.fromObject({ kind: 'firmware', url: JobDocument.presignedUrl(bucket, 'firmware/1.3.0') })
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/create-manage-jobs.html
 */
export class JobDocument {
  readonly #source: Source

  /** Texts in it may be tokens of CDK. */
  static fromObject(document: object): JobDocument {
    return new JobDocument({ text: document })
  }

  /** JSON as it is written. */
  static fromText(json: string): JobDocument {
    return new JobDocument({ text: json })
  }

  /** An object of S3, which AWS IoT reads as the template is made: later changes of the object are not seen. */
  static fromBucket(bucket: BucketOfYours, key: string): JobDocument {
    return new JobDocument({ url: bucket.urlForObject(key) })
  }

  /** Stands in a document for a URL of the object, which AWS IoT makes for each device that asks for the document. */
  static presignedUrl(bucket: BucketOfYours, key: string): string {
    return `\${aws:iot:s3-presigned-url:${bucket.urlForObject(key)}}`
  }

  private constructor(source: Source) {
    this.#source = source
  }

  /** As a job template has it; what AWS refuses is refused. */
  bind(scope: Construct, refusals: Refusals, { hasRole }: { readonly hasRole: boolean }): { document?: string; documentSource?: string } {
    const { text, url = '' } = this.#source
    if (text === undefined) {
      if (!Token.isUnresolved(url) && url.length > LONGEST_URL)
        refusals.refuse('document', `its URL has ${url.length} characters; AWS IoT takes ${LONGEST_URL} at most`)
      return { documentSource: url }
    }
    const document = typeof text === 'string' ? text : Stack.of(scope).toJsonString(text)
    // What a token comes to is known at deployment; the rest of an object is JSON as it stands.
    checkText(typeof text === 'string' ? text : JSON.stringify(text), refusals, hasRole)
    return { document }
  }
}

function checkText(text: string, refusals: Refusals, hasRole: boolean): void {
  if (text.length > LONGEST) refusals.refuse('document', `it has ${text.length} characters; AWS IoT takes ${LONGEST} at most`)
  if (!Token.isUnresolved(text) && !isObject(text)) refusals.refuse('document', 'it is no JSON object, which is what AWS IoT takes; write { … }')
  const placeholders = [...text.matchAll(PLACEHOLDER)]
  if (placeholders.length > 0 && !hasRole) {
    refusals.refuse('presignedUrls', 'AWS IoT makes the URLs in the document by a role, and there is none; name the buckets as presignedUrls: { buckets: [bucket] }')
  }
  for (const [placeholder, url = ''] of placeholders) {
    if (!Token.isUnresolved(url) && !OF_S3.test(url))
      refusals.refuse('document', `${placeholder} names no object of S3; write it by JobDocument.presignedUrl(bucket, key)`)
  }
}

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}
