import { createUser } from '../operations/administration.ts'
import { changeAttributes } from '../accounts.ts'
import { attributesOf } from '../input.ts'
import { flag, ignored, list, map, object, oneOf, required, text } from '../../../ground/property.ts'
import { replacement, resource } from '../../../ground/resource.ts'
import { cognito } from '../name.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpooluser.html */
export const cognitoUserPoolUser = resource('AWS::Cognito::UserPoolUser', {
  uses: { cognito },
  properties: {
    UserPoolId: required(text),
    Username: text,
    UserAttributes: list(object({ Name: required(text), Value: text })),
    ValidationData: list(object({ Name: required(text), Value: text })),
    ClientMetadata: map(text),
    ForceAliasCreation: flag,
    MessageAction: oneOf('RESEND', 'SUPPRESS'),
    DesiredDeliveryMediums: ignored('invitations are not sent'),
  },
  async create({ UserPoolId, Username, MessageAction: _none, ...input }, { services: { cognito }, physicalName }) {
    const user = await createUser(cognito.pools.get(UserPoolId), { ...input, Username: Username ?? physicalName(128) }, cognito.context)
    return { ref: user.username }
  },
  update({ UserPoolId, Username, UserAttributes }, { ref, properties: before }, { services: { cognito } }) {
    if (UserPoolId !== before.UserPoolId || Username !== before.Username) return replacement
    changeAttributes(
      cognito.pools.get(UserPoolId), cognito.pools.directory(UserPoolId).get(ref), attributesOf(UserAttributes), cognito.context,
    )
    return { ref }
  },
  remove({ ref, properties: { UserPoolId } }, { services: { cognito } }) {
    const directory = cognito.pools.find(UserPoolId) === undefined ? undefined : cognito.pools.directory(UserPoolId)
    const user = directory?.find(ref)
    if (user !== undefined) directory?.remove(user)
  },
  // It is kept with the pool.
  restore: () => undefined,
})
