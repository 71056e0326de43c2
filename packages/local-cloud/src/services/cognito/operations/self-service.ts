import { changeAttributes, signOutOfBrowsers } from '../accounts.ts'
import { checkWritable, readable } from '../attributes.ts'
import { contactAttribute } from '../codes.ts'
import { invalidParameter, notAuthorized } from '../cognito-error.ts'
import { attributeList, attributesOf } from '../input.ts'
import type { CognitoContext } from '../cognito-context.ts'
import { SELF_SERVICE_SCOPE } from '../tokens.ts'
import { operation } from './operation.ts'

/** What users do with their own account, by their access token. */
export const getUser = operation('GetUser', async (input, context) => {
  const { client, user } = await own(input, context)
  return { Username: user.username, UserAttributes: attributeList(readable(client, user.attributes)) }
})

export const updateUserAttributes = operation('UpdateUserAttributes', async (input, context) => {
  const { pool, client, user } = await own(input, context)
  const changes = attributesOf(input.UserAttributes)
  checkWritable(client, Object.keys(changes))
  const changed = changeAttributes(pool, user, changes, context)
  const attribute = pool.settings.autoVerifiedAttributes.find((name) =>
    changes[name] !== undefined && changed.attributes[`${name}_verified`] === 'false')
  const sent = attribute === undefined
    ? undefined
    : await context.codes.send(pool, changed, 'attribute', { clientId: client.id, attribute })
  return { CodeDeliveryDetailsList: sent === undefined ? [] : [sent] }
})

export const deleteUserAttributes = operation('DeleteUserAttributes', async (input, context) => {
  const { pool, client, user } = await own(input, context)
  const gone = (input.UserAttributeNames ?? [])
  checkWritable(client, gone)
  context.pools.directory(pool.id).change(user, {
    attributes: Object.fromEntries(Object.entries(user.attributes).filter(([name]) => name === 'sub' || !gone.includes(name))),
  })
  return {}
})

export const getUserAttributeVerificationCode = operation('GetUserAttributeVerificationCode', async (input, context) => {
  const { pool, client, user } = await own(input, context)
  const sent = await context.codes.send(pool, user, 'attribute', { clientId: client.id, attribute: contactAttribute(input.AttributeName) })
  if (sent === undefined) throw invalidParameter('There is nothing to send a code to.')
  return { CodeDeliveryDetails: sent }
})

export const verifyUserAttribute = operation('VerifyUserAttribute', async (input, context) => {
  const { pool, client, user } = await own(input, context)
  const attribute = contactAttribute(input.AttributeName)
  checkWritable(client, [attribute])
  context.codes.check(user, 'attribute', input.Code, attribute)
  const directory = context.pools.directory(pool.id)
  const attributes = { ...user.attributes, [`${attribute}_verified`]: 'true' }
  directory.checkAliases({ ...user, attributes })
  directory.withoutCode(user, { attributes })
  return {}
})

export const deleteUser = operation('DeleteUser', async (input, context) => {
  const { pool, user } = await own(input, context)
  context.tokens.signOut(pool, user)
  signOutOfBrowsers(pool, user, context)
  context.pools.directory(pool.id).remove(user)
})

export const globalSignOut = operation('GlobalSignOut', async (input, context) => {
  const { pool, user } = await own(input, context)
  context.tokens.signOut(pool, user)
  return {}
})

export const revokeToken = operation('RevokeToken', (input, { pools, tokens }) => {
  const client = pools.client(input.ClientId)
  if (client.secret !== undefined && client.secret !== input.ClientSecret) throw notAuthorized('Invalid client secret.')
  tokens.revoke(client, input.Token)
  return {}
})

function own(input: { readonly AccessToken: string }, { tokens }: CognitoContext) {
  return tokens.check(input.AccessToken, SELF_SERVICE_SCOPE)
}
