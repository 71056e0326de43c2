import { ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import type { Construct, IDependable } from 'constructs'

/** What an imported function lacks that can't be given a permission from here. */
export const NO_PERMISSION = 'this imported function can\'t be given the permission that AWS IoT needs to invoke it; import it by Function.fromFunctionAttributes with sameEnvironment: true'

/** Who is told of what synthesis has to refuse. */
interface Refusing {
  refuse(property: string, message: string): void
}

/**
 * Lets AWS IoT invoke the function for this one resource. Refused for an imported function whose permissions can't be changed from here:
 * AWS IoT would fail each time, and say so in its log alone. Answers what has to be there before AWS IoT invokes it.
 */
export function letIotInvoke(
  scope: Construct, func: Pick<IFunction, 'addPermission' | 'permissionsNode'>, property: string, sourceArn: string, refusing: Refusing,
): IDependable | undefined {
  const id = `Iot${scope.node.addr}`
  func.addPermission(id, { principal: new ServicePrincipal('iot.amazonaws.com'), sourceArn, scope })
  const permission = func.permissionsNode.tryFindChild(id) ?? scope.node.tryFindChild(id)
  if (permission === undefined) refusing.refuse(property, NO_PERMISSION)
  return permission
}
