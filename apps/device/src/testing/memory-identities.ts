import { createHash } from 'node:crypto'
import type { FileOperations } from '../adapters/identity-files.ts'
import { DeviceError } from '../errors/device-error.ts'
import type { CertificateFiles } from '../identity/identity-files.ts'
import type { IdentityPort } from '../identity/identity-port.ts'

const named = (key: string) => createHash('sha256').update(key).digest('hex')

/** Files in memory. */
export function memoryFiles() {
  const contents = new Map<string, string>()
  const operations: FileOperations = {
    exists: (path) => contents.has(path),
    read: (path) => contents.get(path) ?? '',
    write: (path, content) => void contents.set(path, content),
    rename(from, to) {
      contents.set(to, contents.get(from) ?? '')
      contents.delete(from)
    },
    remove: (path) => void contents.delete(path),
  }
  return { contents, operations }
}

/** Who issues certificates, and lets in who has one that is provisioned and the key to it. */
export function memoryAuthority(contents: ReadonlyMap<string, string>) {
  const provisioned = new Set<string>()
  const spent = new Set<string>()
  const state = { refuses: false, fails: undefined as DeviceError | undefined, asked: 0, letsIn: (_certificateId: string) => true }
  let issued = 0
  const signingRequest = async (_commonName: string, keyPem: string) => named(keyPem)
  const issue = (request: string) => {
    const certificateId = `c-${issued++}`
    return { certificateId, certificatePem: JSON.stringify({ certificateId, key: request }), ownershipToken: certificateId }
  }
  const port = (): IdentityPort => ({
    createFromCsr: async (request) => issue(request),
    async register(_template, token, { SerialNumber }) {
      state.asked++
      if (state.fails) throw state.fails
      if (state.refuses) throw new DeviceError('REFUSED', 'the provisioning was refused: AccessDenied (403)', { awsCode: 'AccessDenied' })
      if (spent.has(token)) throw new DeviceError('REFUSED', 'the token is spent', { awsCode: 'InvalidCertificateOwnershipToken' })
      spent.add(token)
      provisioned.add(token)
      return SerialNumber
    },
    close: () => undefined,
  })
  /** The id of a certificate that may connect: there, provisioned, and with its key beside it. */
  function admitted({ certificateFile, privateKeyFile }: CertificateFiles): string | undefined {
    const certificate = contents.get(certificateFile)
    if (certificate === undefined) return undefined
    const { certificateId, key } = JSON.parse(certificate) as { certificateId: string; key: string }
    const fits = key === named(contents.get(privateKeyFile) ?? '') && provisioned.has(certificateId)
    return fits && state.letsIn(certificateId) ? certificateId : undefined
  }
  return { port, state, signingRequest, admitted, issue, provisioned, named }
}
