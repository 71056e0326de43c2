import { randomBytes } from 'node:crypto'
import type { Credentials, LocalIotOptions } from '../core/local-iot.ts'
import { issuedSecret } from '../operations/credentials/assume-role-with-certificate.ts'
import type { IotState } from '../state/iot-state.ts'
import type { Tables } from '../state/table.ts'
import { dataPlaneServices, readPresigned, verifyPresigned } from './signature.ts'

/** Who may sign requests. */
export interface AccessKeys {
  /** The administrator's pair; the same from run to run where tables last. */
  readonly credentials: Credentials
  /** The secret of an access key, `undefined` for one that nobody has. */
  readonly secretOf: (accessKeyId: string) => string | undefined
  /** The access key that a presigned URL was signed by. Throws what is wrong with it. */
  readonly signerOf: (url: URL, headers: Headers) => string
}

export function openAccessKeys(tables: Tables, state: IotState, accessKey: LocalIotOptions['accessKey']): AccessKeys {
  const kept = tables.table<Credentials>('credentials')
  const credentials = kept.get('admin') ?? newCredentials()
  kept.set('admin', credentials)
  const secretOf = (id: string) =>
    id === credentials.accessKeyId ? credentials.secretAccessKey : (accessKey?.(id)?.secretAccessKey ?? issuedSecret(state, id))
  return {
    credentials, secretOf,
    signerOf(url, headers) {
      const credential = readPresigned(url)
      const secret = secretOf(credential.accessKeyId)
      if (secret === undefined) throw new Error(`the access key ${credential.accessKeyId} is not known`)
      verifyPresigned({ method: 'GET', url, headers, body: new Uint8Array() }, credential, secret, {
        region: state.region, services: dataPlaneServices,
      }, state.clock.nowMs())
      return credential.accessKeyId
    },
  }
}

const newCredentials = (): Credentials => ({
  accessKeyId: `AKIA${randomBytes(8).toString('hex').toUpperCase()}`,
  secretAccessKey: randomBytes(30).toString('base64'),
})
