import type { CertificateSource, PlannedCertificate, PlannedPolicy, ProvisioningPlan } from '../../provisioning/plan.ts'
import type { CarryOut, Provisioned } from '../../provisioning/provisioned.ts'
import type { Certificate, IotState } from '../../state/iot-state.ts'
import { validateInput } from '@keg/aws-service'
import { LocalIotError } from '../../errors/local-iot-error.ts'
import { findCertificate } from '../certificates/find-certificate.ts'
import { signedCertificate } from '../certificates/register-certificate.ts'
import { saveCertificate } from '../certificates/save-certificate.ts'
import type { CertificateContent, IotCore } from '../iot-core.ts'
import { model } from '../../model/model.generated.ts'
import { attach } from '../policies/attach-policy.ts'
import { addPolicy } from '../policies/create-policy.ts'
import { findPolicy } from '../policies/find-policy.ts'
import { certificateState, invalidRequest, ServiceException } from '../../errors/service-exception.ts'
import { attachThing } from '../things/attach-thing-principal.ts'
import { putThing, resourceConflict } from './put-thing.ts'

/** A certificate that the plan brings along: not in the registry, or perhaps there already. */
type Brought = Pick<Certificate, 'certificatePem' | 'caCertificateId' | 'mode'> & { readonly content: CertificateContent }

/**
 * Provisioning as templates describe it. A failure leaves nothing behind, and tells of itself as the failure of the registration.
 *
 * @see https://docs.aws.amazon.com/iot/latest/apireference/API_RegisterThing.html
 */
export function carryOutOf(core: Pick<IotCore, 'state' | 'authority' | 'jobs'>): CarryOut {
  return async (plan, first = () => undefined) => {
    const { certificate, thing } = plan
    const brought = certificate === undefined ? undefined : await orFailed(() => bring(core, certificate.source))
    const carried = () => core.state.allOrNothing((state) => {
      first(state)
      return failing(() => apply(state, plan, brought))
    })
    return thing === undefined ? carried() : core.jobs.regrouped(thing.thingName, carried)
  }
}

async function bring(core: Pick<IotCore, 'state' | 'authority'>, source: CertificateSource): Promise<Brought | undefined> {
  if ('certificateId' in source) return undefined
  if ('certificatePem' in source) return signedCertificate(core, source.certificatePem, source.caCertificatePem)
  const certificatePem = await core.authority.issueFor(source.certificateSigningRequest)
  return { certificatePem, content: core.authority.read(certificatePem), caCertificateId: undefined, mode: undefined }
}

function apply(state: IotState, { thing, certificate: planned, policies }: ProvisioningPlan, brought: Brought | undefined): Provisioned {
  const resourceArns: Record<string, string> = {}
  const certificate = planned === undefined ? undefined : putCertificate(state, planned, brought)
  const certificateArn = state.arn(`cert/${certificate?.certificateId ?? ''}`)
  if (planned !== undefined) resourceArns[planned.logicalId] = certificateArn
  for (const policy of policies) {
    putPolicy(state, policy)
    if (certificate !== undefined) attach(state, policy.policyName, certificateArn)
    resourceArns[policy.logicalId] = state.arn(`policy/${policy.policyName}`)
  }
  if (thing !== undefined) {
    putThing(state, thing)
    if (planned !== undefined) attachThing(state, thing.thingName, certificateArn, planned.thingPrincipalType)
    resourceArns[thing.logicalId] = state.arn(`thing/${thing.thingName}`)
  }
  return { thingName: thing?.thingName, certificatePem: certificate?.certificatePem, resourceArns }
}

function putCertificate(
  state: IotState, { source, status, override, logicalId }: PlannedCertificate, brought: Brought | undefined,
): Certificate {
  const certificateId = brought?.content.fingerprint ?? ('certificateId' in source ? source.certificateId : '')
  if (brought !== undefined && !state.certificates.has(certificateId)) {
    const { content, ...certificate } = brought
    saveCertificate(state, content, { ...certificate, status })
    return findCertificate(state, certificateId)
  }
  const known = findCertificate(state, certificateId)
  const isPending = known.status === 'PENDING_ACTIVATION'
  if (!isPending && override === 'FAIL') throw resourceConflict(`Certificate ${certificateId}`, logicalId, 'Status')
  if (!isPending && (override === 'DO_NOTHING' || known.status === status)) return known
  if (known.status === 'REVOKED') throw certificateState(`A revoked certificate cannot be used again. (id=${certificateId})`)
  const changed = { ...known, status, modifiedAtMs: state.clock.nowMs() }
  state.certificates.set(certificateId, changed)
  return changed
}

function putPolicy(state: IotState, { policyName, policyDocument }: PlannedPolicy): void {
  // A policy without a name has its document's hash for one: the same document is the same policy.
  if (policyDocument === undefined || state.policies.has(policyName)) return void findPolicy(state, policyName)
  const policy = { policyName, policyDocument }
  validateInput(model, 'CreatePolicy', policy, invalidRequest)
  addPolicy(state, policy)
}

async function orFailed<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    throw failure(error)
  }
}

function failing<Result>(work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    throw failure(error)
  }
}

/** What AWS lists of RegisterThing for whatever goes wrong on the way. */
function failure(error: unknown): unknown {
  const isOther = !(error instanceof ServiceException || error instanceof LocalIotError) || error.name === 'ResourceConflictsException'
  return isOther ? error : new ServiceException('ResourceRegistrationFailureException', 400, error.message)
}
