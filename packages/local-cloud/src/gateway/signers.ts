import type { ServiceException } from '@keg/aws-service'
import type { CloudLogEntry } from '../ground/cloud-log-entry.ts'
import type { CredentialScope } from '../ground/credential-scope.ts'
import { verifySignature, type SignatureCheck } from './signature.ts'
import { signatureError } from './signature-error.ts'

/** So many keys that nobody was given are named in the log; whoever makes up more of them is not to fill the memory. */
const NAMED_MAX = 100

/** Who may sign. */
export interface SignersOptions extends SignatureCheck {
  readonly region: string
  /** What becomes of keys that nobody was given: they pass, with one line in the log each, or are refused. */
  readonly unknownKeys: 'pass' | 'refuse'
  readonly log: (entry: CloudLogEntry) => void
}

/** Checks who has signed the requests to AWS services. */
export class Signers {
  readonly #options: SignersOptions
  readonly #named = new Set<string>()

  constructor(options: SignersOptions) {
    this.#options = options
  }

  /**
   * Throws `ServiceException` for a wrong signature by a key that was given out here, and where unknown keys are refused for any other key.
   */
  async check(scope: CredentialScope, request: Request): Promise<void> {
    const { secretOf, unknownKeys } = this.#options
    const secret = secretOf(scope.accessKeyId)
    if (secret !== undefined)
      return verifySignature(request, scope, secret, { ...this.#options, ...(scope.service === 'sts' ? { region: scope.region } : {}) })
    if (unknownKeys === 'refuse') throw this.#refuse(scope)
    this.#name(scope.accessKeyId, 'info', 'its requests are let in from this machine, and their signatures are not verified.')
  }

  /** AWS's sentence, and what to do about it here. */
  #refuse({ service, accessKeyId }: CredentialScope): ServiceException {
    this.#name(
      accessKeyId,
      'warn',
      'its requests are refused under iam enforce. keg env prints a key that is let in, and runAssembly answers it as credentials.',
    )
    return signatureError(service, 'unknownKey', `The security token included in the request is invalid: nobody here has the access key ${shown(accessKeyId)}. Sign with one of this cloud's: keg env prints it, and runAssembly answers it as credentials.`)
  }

  /** A line in the log for each key. */
  #name(accessKeyId: string, level: 'info' | 'warn', what: string): void {
    if (this.#named.has(accessKeyId) || this.#named.size >= NAMED_MAX) return
    this.#named.add(accessKeyId)
    this.#options.log({ level, source: 'gateway', message: `The access key ${shown(accessKeyId)} is none of this cloud's: ${what}` })
  }
}

const shown = (accessKeyId: string) => JSON.stringify(accessKeyId.slice(0, 128))
