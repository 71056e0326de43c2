import { ServiceException } from '@keg/aws-service'
import { JobError, type JobErrorCode } from './job-error.ts'

type Plane = 'control' | 'data'

/** What each plane makes of a refusal; another is its InvalidRequestException. */
const EXCEPTIONS: Readonly<Partial<Record<JobErrorCode, { readonly status: number } & { readonly [Name in Plane]?: string }>>> = {
  Conflict: { status: 409, control: 'ResourceAlreadyExistsException' },
  InvalidStateTransition: { status: 409, control: 'InvalidStateTransitionException', data: 'InvalidStateTransitionException' },
  ResourceNotFound: { status: 404, control: 'ResourceNotFoundException', data: 'ResourceNotFoundException' },
  TerminalStateReached: { status: 410, data: 'TerminalStateException' },
  VersionMismatch: { status: 409, control: 'VersionConflictException' },
}

/**
 * AWS's exception for what jobs refuse; any other error as it is.
 *
 * @see https://docs.aws.amazon.com/iot/latest/apireference/API_Operations_AWS_IoT_Jobs_Data_Plane.html
 */
export function jobException(error: unknown, plane: Plane): unknown {
  if (!(error instanceof JobError)) return error
  const { status, [plane]: name } = EXCEPTIONS[error.code] ?? { status: 400 }
  return name === undefined
    ? new ServiceException('InvalidRequestException', 400, error.message)
    : new ServiceException(name, status, error.message)
}
