import { ServiceException } from '@keg/aws-service'
import type { BodyBound } from '../ground/http.ts'
import type { HttpApis } from '../services/http-api/http-apis.ts'
import { API_PREFIX, apiIdOf } from '../services/http-api/paths.ts'
import { API_BODY_BYTES_MAX, apiBodyTooLarge } from '../services/http-api/limits.ts'
import { isUnsignedOperation } from '../services/cognito/unsigned-requests.ts'
import { ownMember } from '../ground/own-member.ts'
import { credentialScope } from '../ground/credential-scope.ts'
import { errorResponse } from '../ground/error-response.ts'

const KIB = 1024
const MIB = 1024 * KIB

/** What no service that is not listed needs more of. */
const DEFAULT_BYTES = MIB
/** @see https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const INVOCATION_BYTES = 6 * MIB

/**
 * How many bytes a body may have, by signing name: what the service documents, and room for how JSON, Base64 and forms write it. S3 takes 5
 * GB in AWS; here a body is held in memory, and what is larger goes up in parts.
 */
const limits: Readonly<Record<string, number>> = {
  dynamodb: 16 * MIB,
  events: 4 * MIB,
  firehose: 6 * MIB,
  glue: 4 * MIB,
  kinesis: 16 * MIB,
  lambda: INVOCATION_BYTES,
  logs: 4 * MIB,
  monitoring: 4 * MIB,
  s3: 256 * MIB,
  sns: 4 * MIB,
  sqs: 4 * MIB,
  states: 2 * MIB,
}

/** How services say that a request is too large, where not as the others do. */
const refusals: Readonly<Record<string, (bytesMax: number) => ServiceException>> = {
  lambda: (bytesMax) => new ServiceException(
    'RequestTooLargeException', 413, `Request must be smaller than ${bytesMax} bytes for the InvokeFunction operation`,
  ),
  s3: (bytesMax) => new ServiceException(
    'EntityTooLarge',
    400,
    `Your proposed upload exceeds the maximum allowed size of ${bytesMax} bytes: larger objects are uploaded in parts.`,
  ),
}

/** How much of a request's body is read, by where it goes and before anything of it is believed, and what a longer one is answered. */
export function bodyBound(
  head: Request, { httpApis, newId }: { readonly httpApis: Pick<HttpApis, 'isFunctionUrl'> | undefined; readonly newId: () => string },
): BodyBound {
  const { pathname } = new URL(head.url)
  if (pathname.startsWith(API_PREFIX)) {
    return {
      bytesMax: httpApis?.isFunctionUrl(apiIdOf(pathname)) === true ? INVOCATION_BYTES : API_BODY_BYTES_MAX,
      tooLarge: apiBodyTooLarge,
    }
  }
  const service = isUnsignedOperation(head) ? 'cognito-idp' : credentialScope(head)?.service ?? ''
  const bytesMax = ownMember(limits, service) ?? DEFAULT_BYTES
  // Made where it is needed alone: an error looks at the stack.
  const error = () =>
    ownMember(refusals, service)?.(bytesMax)
    ?? new ServiceException('RequestEntityTooLargeException', 413, `The request has more than ${bytesMax} bytes.`)
  return { bytesMax, tooLarge: () => errorResponse(error(), head, newId()) }
}
