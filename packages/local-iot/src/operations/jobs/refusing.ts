import { JobError, type JobErrorCode } from '../../jobs/job-error.ts'
import { ServiceException } from '../../errors/service-exception.ts'

const EXCEPTIONS: Readonly<Partial<Record<JobErrorCode, readonly [name: string, statusCode: number]>>> = {
  ResourceNotFound: ['ResourceNotFoundException', 404],
  InvalidStateTransition: ['InvalidStateTransitionException', 409],
  VersionMismatch: ['VersionConflictException', 409],
  Conflict: ['ResourceAlreadyExistsException', 409],
}

/** Makes AWS's exceptions of what jobs refuse; `taken` is the one for a name that is taken. */
export function refusing<Output>(work: () => Output, taken = 'ResourceAlreadyExistsException'): Output {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof JobError)) throw error
    const [name, statusCode] = EXCEPTIONS[error.code] ?? ['InvalidRequestException', 400]
    throw new ServiceException(error.code === 'Conflict' ? taken : name, statusCode, error.message)
  }
}
