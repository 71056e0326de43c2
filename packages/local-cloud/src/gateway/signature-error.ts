import { ServiceException } from '@keg/aws-service'

/** The services whose errors are those of AWS's query protocol, whatever they are spoken to by. */
const ofQueryProtocol: ReadonlySet<string> = new Set(['monitoring', 'sns', 'sqs', 'sts'])

/** What is wrong with who signed a request. */
export type SignatureProblem = 'incomplete' | 'unknownKey' | 'mismatch' | 'scope' | 'time' | 'expired' | 'query'

type Said = readonly [name: string, statusCode: number]

const s3: Readonly<Record<SignatureProblem, Said>> = {
  incomplete: ['AuthorizationHeaderMalformed', 400], unknownKey: ['InvalidAccessKeyId', 403], mismatch: ['SignatureDoesNotMatch', 403],
  scope: ['AuthorizationHeaderMalformed', 400], time: ['RequestTimeTooSkewed', 403], expired: ['AccessDenied', 403],
  query: ['AuthorizationQueryParametersError', 400],
}
const query: Readonly<Record<SignatureProblem, Said>> = {
  incomplete: ['IncompleteSignature', 400], unknownKey: ['InvalidClientTokenId', 403], mismatch: ['SignatureDoesNotMatch', 403],
  scope: ['SignatureDoesNotMatch', 403], time: ['SignatureDoesNotMatch', 403], expired: ['SignatureDoesNotMatch', 403],
  query: ['SignatureDoesNotMatch', 403],
}
const json: Readonly<Record<SignatureProblem, Said>> = {
  incomplete: ['IncompleteSignatureException', 403], unknownKey: ['UnrecognizedClientException', 403],
  mismatch: ['InvalidSignatureException', 403], scope: ['InvalidSignatureException', 403], time: ['InvalidSignatureException', 403],
  expired: ['InvalidSignatureException', 403], query: ['InvalidSignatureException', 403],
}

/** The error as the service says it. @see https://docs.aws.amazon.com/IAM/latest/UserGuide/signature-v4-troubleshooting.html */
export function signatureError(service: string, problem: SignatureProblem, message: string): ServiceException {
  const [name, statusCode] = (service === 's3' ? s3 : ofQueryProtocol.has(service) ? query : json)[problem]
  return new ServiceException(name, statusCode, message)
}
