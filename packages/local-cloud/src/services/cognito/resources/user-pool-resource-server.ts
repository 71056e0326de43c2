import { list, object, required, text } from '../../../ground/property.ts'
import { replacement, resource } from '../../../ground/resource.ts'
import { cognito } from '../name.ts'

const properties = {
  UserPoolId: required(text),
  Identifier: required(text),
  Name: required(text),
  Scopes: list(object({ ScopeName: required(text), ScopeDescription: required(text) })),
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolresourceserver.html */
export const cognitoUserPoolResourceServer = resource('AWS::Cognito::UserPoolResourceServer', {
  uses: { cognito },
  properties,
  create({ UserPoolId: poolId, Identifier: identifier, Name: name, Scopes = [] }, { services }) {
    const scopes = Scopes.map(({ ScopeName, ScopeDescription }) => ({ name: ScopeName, description: ScopeDescription }))
    services.cognito.pools.setResourceServer({ poolId, identifier, name, scopes })
    return { ref: identifier }
  },
  update({ UserPoolId: poolId, Identifier: identifier, Name: name, Scopes = [] }, { ref, properties: before }, { services }) {
    if (poolId !== before.UserPoolId || identifier !== before.Identifier) return replacement
    const scopes = Scopes.map(({ ScopeName, ScopeDescription }) => ({ name: ScopeName, description: ScopeDescription }))
    services.cognito.pools.setResourceServer({ poolId, identifier, name, scopes })
    return { ref }
  },
  remove: ({ ref, properties: { UserPoolId } }, { services }) =>
    services.cognito.pools.removeResourceServer({ poolId: UserPoolId, identifier: ref }),
  // It is kept with the pool.
  restore: () => undefined,
})
