import { changeAttributes } from '../accounts.ts'
import { checkWritable, readable } from '../attributes.ts'
import { contactAttribute } from '../codes.ts'
import { invalidParameter, notAuthorized } from '../cognito-error.ts'
import { attributeList, attributesOf, optionalText, text, textList, type Input } from '../input.ts'
import type { CognitoContext, Operations } from '../operation.ts'
import { SELF_SERVICE_SCOPE } from '../tokens.ts'

/** What users do with their own account, by their access token. */
export const selfServiceOperations: Operations = {
  async GetUser(input, context) {
    const { client, user } = await own(input, context)
    return { Username: user.username, UserAttributes: attributeList(readable(client, user.attributes)) }
  },

  async UpdateUserAttributes(input, context) {
    const { pool, client, user } = await own(input, context)
    const changes = attributesOf(input['UserAttributes'])
    checkWritable(client, Object.keys(changes))
    const changed = changeAttributes(pool, user, changes, context)
    const attribute = pool.settings.autoVerifiedAttributes.find((name) => changes[name] !== undefined && changed.attributes[`${name}_verified`] === 'false')
    const sent = attribute === undefined ? undefined : await context.codes.send(pool, changed, 'attribute', { clientId: client.id, attribute })
    return { CodeDeliveryDetailsList: sent === undefined ? [] : [sent] }
  },

  async DeleteUserAttributes(input, context) {
    const { pool, client, user } = await own(input, context)
    const gone = textList(input['UserAttributeNames'])
    checkWritable(client, gone)
    context.pools.directory(pool.id).change(user, { attributes: Object.fromEntries(Object.entries(user.attributes).filter(([name]) => name === 'sub' || !gone.includes(name))) })
    return {}
  },

  async GetUserAttributeVerificationCode(input, context) {
    const { pool, client, user } = await own(input, context)
    const sent = await context.codes.send(pool, user, 'attribute', { clientId: client.id, attribute: contactAttribute(text(input, 'AttributeName')) })
    if (sent === undefined) throw invalidParameter('There is nothing to send a code to.')
    return { CodeDeliveryDetails: sent }
  },

  async VerifyUserAttribute(input, context) {
    const { pool, user } = await own(input, context)
    const attribute = contactAttribute(text(input, 'AttributeName'))
    context.codes.check(user, 'attribute', text(input, 'Code'), attribute)
    const directory = context.pools.directory(pool.id)
    const attributes = { ...user.attributes, [`${attribute}_verified`]: 'true' }
    directory.checkAliases({ ...user, attributes })
    directory.withoutCode(user, { attributes })
    return {}
  },

  async DeleteUser(input, context) {
    const { pool, user } = await own(input, context)
    context.tokens.signOut(pool, user)
    context.pools.directory(pool.id).remove(user)
    return {}
  },

  async GlobalSignOut(input, context) {
    const { pool, user } = await own(input, context)
    context.tokens.signOut(pool, user)
    return {}
  },

  RevokeToken(input, { pools, tokens }) {
    const client = pools.client(text(input, 'ClientId'))
    if (client.secret !== undefined && client.secret !== optionalText(input, 'ClientSecret')) throw notAuthorized('Invalid client secret.')
    tokens.revoke(client, text(input, 'Token'))
    return {}
  },
}

function own(input: Input, { tokens }: CognitoContext) {
  return tokens.check(text(input, 'AccessToken'), SELF_SERVICE_SCOPE)
}
