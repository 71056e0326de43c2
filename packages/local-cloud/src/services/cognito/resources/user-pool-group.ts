import type { Group } from '../user-pool.ts'
import { number, required, text, type PropertiesOf } from '../../../ground/property.ts'
import { replacement, resource, type ResourceContext } from '../../../ground/resource.ts'
import type { Used } from '../../../ground/service-name.ts'
import { cognito } from '../name.ts'

const properties = {
  UserPoolId: required(text),
  GroupName: text,
  Description: text,
  Precedence: number,
  RoleArn: text,
}

type Context = ResourceContext<Used<{ cognito: typeof cognito }>>

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolgroup.html */
export const cognitoUserPoolGroup = resource('AWS::Cognito::UserPoolGroup', {
  uses: { cognito },
  properties,
  create(wanted, context) {
    const group = groupOf(wanted, context)
    context.services.cognito.pools.directory(wanted.UserPoolId).setGroup(group)
    return { ref: group.name }
  },
  update(wanted, { ref, properties: before }, context) {
    if (wanted.UserPoolId !== before.UserPoolId || wanted.GroupName !== before.GroupName) return replacement
    const directory = context.services.cognito.pools.directory(wanted.UserPoolId)
    directory.setGroup({ ...groupOf(wanted, context), createdMs: directory.group(ref).createdMs })
    return { ref }
  },
  remove({ ref, properties: { UserPoolId } }, { services: { cognito } }) {
    if (cognito.pools.find(UserPoolId) !== undefined) cognito.pools.directory(UserPoolId).removeGroup(ref)
  },
  // It is kept with the pool.
  restore: () => undefined,
})

function groupOf(
  { GroupName, Description, Precedence, RoleArn }: PropertiesOf<typeof properties>, { physicalName, ground }: Context,
): Group {
  const nowMs = ground.nowMs()
  return {
    name: GroupName ?? physicalName(128), description: Description, precedence: Precedence, roleArn: RoleArn, createdMs: nowMs,
    modifiedMs: nowMs,
  }
}
