import { operation } from '../operation.ts'
import { checkClientId, noConnection } from './get-connection.ts'

export const deleteConnection =
  operation('DeleteConnection', ({ clientId, cleanSession = false, preventWillMessage = false }, { broker }) => {
    checkClientId(clientId)
    if (!broker.deleteConnection(clientId, { cleanSession, preventWillMessage })) throw noConnection(clientId)
  })
