import { operation } from './operation.ts'

/** A function is a session of its role, anybody else the account's root. */
export const getCallerIdentity = operation('GetCallerIdentity', (_, { accountId, session }) => {
  if (session === undefined) return { Arn: `arn:aws:iam::${accountId}:root`, UserId: accountId, Account: accountId }
  const { roleName, functionName = 'keg' } = session
  return {
    Arn: `arn:aws:sts::${accountId}:assumed-role/${roleName}/${functionName}`, UserId: `AROA${roleName}:${functionName}`,
    Account: accountId,
  }
})
