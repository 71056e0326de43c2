import { notFound } from '../../errors/service-exception.ts'
import type { Verification } from '../../state/device-defender.ts'
import type { IotState } from '../../state/iot-state.ts'
import { operation } from '../operation.ts'

export const putVerificationStateOnViolation = operation(
  'PutVerificationStateOnViolation',
  ({ violationId, verificationState, verificationStateDescription }, { state }) => {
    const isKnown = [...state.violationEvents.values()].some((event) => event.violationId === violationId)
    if (!isKnown) throw notFound(`Violation ${violationId} does not exist.`)
    const verified = { verificationState, verificationStateDescription }
    state.verifications.set(violationId, verified)
    for (const [key, violation] of [...state.violations.entries()]) {
      if (violation.violationId === violationId) state.violations.set(key, { ...violation, ...verified })
    }
    return {}
  },
)

/** What somebody found a violation to be; nothing where nobody has looked. */
export const verificationOf = ({ verifications }: IotState, violationId: string): Partial<Verification> =>
  verifications.get(violationId) ?? {}
