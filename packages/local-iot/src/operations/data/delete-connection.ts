import { operation } from '../operation.ts'
import { noConnection } from './get-connection.ts'

export const deleteConnection = operation('DeleteConnection', ({ clientId, cleanSession = false, preventWillMessage = false }, { broker }) => {
  if (!broker.deleteConnection(clientId, { cleanSession, preventWillMessage })) throw noConnection(clientId)
})
