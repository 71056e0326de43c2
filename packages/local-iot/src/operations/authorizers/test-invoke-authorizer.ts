import { askFunction, connectParameters, readAnswer, SIGNATURE, tokenOf } from '../../principals/custom-authorizer.ts'
import type { Authorizer } from '../../state/iot-state.ts'
import type { IotCore } from '../iot-core.ts'
import type { TestInvokeAuthorizerRequest, TestInvokeAuthorizerResponse } from '../../model/model.generated.ts'
import { operation } from '../operation.ts'
import { invalidRequest, ServiceException } from '../../errors/service-exception.ts'
import { findAuthorizer } from './find-authorizer.ts'

// Also of an authorizer that is not active: it is tried before it is.
export const testInvokeAuthorizer = operation('TestInvokeAuthorizer', async (input, core): Promise<TestInvokeAuthorizerResponse> => {
  const { state, authorizerPorts } = core
  const authorizer = findAuthorizer(state, input.authorizerName)
  const event = eventOf(input, authorizer, core)
  try {
    return readResponse(await askFunction(state, authorizer, event, authorizerPorts))
  } catch (error) {
    throw new ServiceException('InvalidResponseException', 400, error instanceof Error ? error.message : String(error))
  }
})

/** The event as a connection's would be, of the contexts that are given. */
function eventOf(input: TestInvokeAuthorizerRequest, authorizer: Authorizer, { state, authorizerPorts }: IotCore) {
  const { httpContext, mqttContext, tlsContext, token, tokenSignature } = input
  const { headers = {}, queryString = '' } = httpContext ?? {}
  const http = { headers, queryString: queryString.replace(/^\?/, '') }
  const parameters = connectParameters({ username: mqttContext?.username, info: { transport: 'ws', http } })
  if (token !== undefined && authorizer.tokenKeyName !== undefined) parameters.set(authorizer.tokenKeyName, token)
  if (tokenSignature !== undefined) parameters.set(SIGNATURE, tokenSignature)
  const contexts = { tls: tlsContext, http: httpContext, mqtt: mqttContext && { ...mqttContext, password: base64(mqttContext.password) } }
  const given = Object.entries(contexts).filter(([, context]) => context !== undefined)
  return {
    ...checkedToken(() => tokenOf(authorizer, parameters, authorizerPorts)),
    protocols: given.map(([protocol]) => protocol),
    protocolData: Object.fromEntries(given),
    connectionMetadata: { id: state.newId() },
  }
}

function checkedToken<Token>(token: () => Token): Token {
  try {
    return token()
  } catch (error) {
    throw invalidRequest(error instanceof Error ? error.message : String(error))
  }
}

/** Bytes as the event has them; over HTTP they come that way. */
const base64 = (bytes: unknown) => (bytes instanceof Uint8Array ? Buffer.from(bytes).toString('base64') : bytes)

function readResponse(answer: unknown): TestInvokeAuthorizerResponse {
  // What a function answers is looked at member by member.
  const { isAuthenticated, principalId, policyDocuments, refreshAfterInSeconds } = (answer ?? {}) as Readonly<Record<string, unknown>>
  if (isAuthenticated !== true) return { isAuthenticated: false }
  const { disconnectAfterSec } = readAnswer(answer)
  const documents = Array.isArray(policyDocuments) ? policyDocuments : []
  return {
    isAuthenticated,
    principalId: String(principalId),
    policyDocuments: documents.map((document: unknown) => (typeof document === 'string' ? document : JSON.stringify(document))),
    refreshAfterInSeconds: typeof refreshAfterInSeconds === 'number' ? refreshAfterInSeconds : undefined,
    disconnectAfterInSeconds: disconnectAfterSec,
  }
}
