import type { ShadowRejected } from '@keg/shadow-client/document'
import { ServiceException } from '../../errors/service-exception.ts'

const NAMES: Readonly<Record<number, string>> = {
  400: 'InvalidRequestException', 401: 'UnauthorizedException', 403: 'ForbiddenException', 404: 'ResourceNotFoundException',
  409: 'ConflictException', 413: 'RequestEntityTooLargeException', 415: 'UnsupportedDocumentEncodingException', 429: 'ThrottlingException',
}

/** A rejected shadow request as the data plane answers it. */
export const shadowError = ({ code, message }: ShadowRejected) =>
  new ServiceException(NAMES[code] ?? 'InternalFailureException', code, message)
