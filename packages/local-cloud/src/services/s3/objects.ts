import { ServiceException } from '@keg/aws-service'
import type { S3 } from './s3.ts'

/** An object of a bucket's list. */
export interface ListedObject {
  readonly key: string
  readonly bytes: number
}

/** Objects as services of this cloud read and write them; whoever waits for notifications is told. */
export interface Objects {
  put(bucket: string, key: string, body: Buffer, headers?: Readonly<Record<string, string>>): Promise<void>
  get(bucket: string, key: string): Promise<Buffer>
  /** All whose key begins with the prefix, in the order of their keys. */
  list(bucket: string, prefix: string): Promise<readonly ListedObject[]>
}

/** Objects that may be removed, too. */
export interface RemovableObjects extends Objects {
  /** To no effect where there is none. */
  remove(bucket: string, key: string): Promise<void>
}

/** The objects of S3. Calls reject with `ServiceException` as S3 would refuse them. */
export function objectsOf(s3: () => Promise<Pick<S3, 'fetch'>>): RemovableObjects {
  const ask = async (
    method: string, path: string, init: { readonly body?: Buffer; readonly headers?: Readonly<Record<string, string>> } = {},
  ): Promise<Buffer> => {
    const body = init.body === undefined ? {} : { body: new Uint8Array(init.body) }
    const response = await (await s3()).fetch(new Request(`http://s3.local/${path}`, { method, ...body, headers: init.headers ?? {} }))
    const answer = Buffer.from(await response.arrayBuffer())
    if (response.ok) return answer
    const [, code = 'InternalError'] = /<Code>([^<]*)<\/Code>/.exec(answer.toString()) ?? []
    throw new ServiceException(code, response.status, `${method} ${path}: ${code}`)
  }
  return {
    put: async (bucket, key, body, headers) =>
      void await ask('PUT', `${bucket}/${encodedKey(key)}`, { body, ...(headers === undefined ? {} : { headers }) }),
    get: async (bucket, key) => ask('GET', `${bucket}/${encodedKey(key)}`),
    remove: async (bucket, key) => void await ask('DELETE', `${bucket}/${encodedKey(key)}`),
    async list(bucket, prefix) {
      const found: ListedObject[] = []
      for (let token: string | undefined = ''; token !== undefined;) {
        const query = new URLSearchParams({ 'list-type': '2', prefix, ...(token === '' ? {} : { 'continuation-token': token }) })
        const page = (await ask('GET', `${bucket}?${query.toString()}`)).toString()
        for (const [, contents = ''] of page.matchAll(/<Contents>(.*?)<\/Contents>/gs))
          found.push({ key: member(contents, 'Key') ?? '', bytes: Number(member(contents, 'Size')) })
        token = member(page, 'IsTruncated') === 'true' ? member(page, 'NextContinuationToken') : undefined
      }
      return found
    },
  }
}

/** A segment of dots, which S3 itself takes, would lead to another bucket: an address ends with it resolved. */
export const hasDots = (key: string): boolean => key.split('/').some((segment) => segment === '.' || segment === '..')

function encodedKey(key: string): string {
  if (hasDots(key)) throw new ServiceException('InvalidRequest', 400, `The key ${key} has a segment of dots, which no address here can have.`)
  return key.split('/').map(encodeURIComponent).join('/')
}

function member(xml: string, name: string): string | undefined {
  return new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1]?.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"')
    .replaceAll('&apos;', '\'').replaceAll('&#39;', '\'').replaceAll('&amp;', '&')
}
