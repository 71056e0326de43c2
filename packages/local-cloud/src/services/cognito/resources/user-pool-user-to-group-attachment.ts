import { addToGroup } from '../operations/groups.ts'
import { required, text } from '../../../ground/property.ts'
import { resource } from '../../../ground/resource.ts'
import { cognito } from '../name.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolusertogroupattachment.html */
export const cognitoUserPoolUserToGroupAttachment = resource('AWS::Cognito::UserPoolUserToGroupAttachment', {
  uses: { cognito },
  properties: {
    UserPoolId: required(text),
    Username: required(text),
    GroupName: required(text),
  },
  create({ UserPoolId, Username, GroupName }, { services: { cognito }, physicalName }) {
    addToGroup(UserPoolId, Username, GroupName, cognito)
    return { ref: physicalName() }
  },
  remove({ properties: { UserPoolId, Username, GroupName } }, { services: { cognito } }) {
    const directory = cognito.pools.find(UserPoolId) === undefined ? undefined : cognito.pools.directory(UserPoolId)
    const user = directory?.find(Username)
    if (user !== undefined) directory?.change(user, { groups: user.groups.filter((name) => name !== GroupName) })
  },
  // It is kept with the user.
  restore: () => undefined,
})
