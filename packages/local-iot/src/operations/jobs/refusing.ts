import { ServiceException } from '../../errors/service-exception.ts'
import { JobError } from '../../jobs/job-error.ts'
import { jobException } from '../../jobs/job-exceptions.ts'

/** Makes AWS's exceptions of what jobs refuse; `taken` is the one for a name that is taken. */
export function refusing<Output>(work: () => Output, taken?: string): Output {
  try {
    return work()
  } catch (error) {
    if (taken !== undefined && error instanceof JobError && error.code === 'Conflict') throw new ServiceException(taken, 409, error.message)
    throw jobException(error, 'control')
  }
}
