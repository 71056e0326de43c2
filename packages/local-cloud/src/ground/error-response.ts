import { cborError, escapedXml, type ServiceException } from '@keg/aws-service'
import { credentialScope } from './credential-scope.ts'

/** Serializes an error in the protocol of the request: JSON with `__type`, XML of the query protocol, or REST with a header. */
export function errorResponse(error: ServiceException, request: Request, requestId: string): Response {
  const { name, statusCode: status, message } = error
  if (credentialScope(request)?.service === 's3') {
    const body = `<Error><Code>${name}</Code><Message>${escapedXml(message)}</Message><RequestId>${requestId}</RequestId></Error>`
    return new Response(request.method === 'HEAD' ? null : body, {
      status, headers: { 'x-amz-request-id': requestId, 'content-type': 'application/xml' },
    })
  }
  const contentType = request.headers.get('content-type') ?? ''
  if (contentType === 'application/cbor') return cborError(error)
  const headers = { 'x-amzn-requestid': requestId, 'x-amzn-errortype': name }
  if (contentType.startsWith('application/x-www-form-urlencoded')) {
    const body = `<ErrorResponse><Error><Type>Sender</Type><Code>${name}</Code><Message>${escapedXml(message)}</Message></Error>`
      + `<RequestId>${requestId}</RequestId></ErrorResponse>`
    return new Response(body, { status, headers: { ...headers, 'content-type': 'text/xml' } })
  }
  const type = contentType.startsWith('application/x-amz-json') ? contentType : 'application/json'
  // The JSON protocols read `__type` and `message`, some REST services `Message`.
  return new Response(JSON.stringify({ __type: name, message, Message: message }), {
    status, headers: { ...headers, 'content-type': type },
  })
}
