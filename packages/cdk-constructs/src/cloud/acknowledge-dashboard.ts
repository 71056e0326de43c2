import { Stack } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { acknowledge, acknowledgeGrants, acknowledgeManagedPolicy } from '../acknowledgements/acknowledge.ts'
import type { WebDashboardProps } from './web-dashboard.ts'

/** What cdk-nag finds in a dashboard and is so for a reason; what its properties can mend is left to be found where they are not set. */
export function acknowledgeDashboard(dashboard: Construct, { domain, webAclArn }: WebDashboardProps): void {
  acknowledge(dashboard, 'CFR1', 'bars are anywhere: nobody is kept out by country')
  if (webAclArn === undefined) acknowledge(dashboard, 'CFR2', 'static files from a cache, which CloudFront shields; what costs is the API, which is throttled; `webAclArn` takes a web ACL')
  if (domain === undefined)
    acknowledge(dashboard, 'CFR4', 'the certificate of CloudFront\'s own name allows no minimum; `domain` sets TLS 1.2')
  for (const child of Stack.of(dashboard).node.children) {
    // The function that copies files is CDK's own, one for a stack.
    if (!child.node.id.startsWith('Custom::CDKBucketDeployment')) continue
    acknowledge(child, 'L1', 'CDK chooses the runtime of its own function')
    acknowledgeManagedPolicy(child, 'service-role/AWSLambdaBasicExecutionRole', 'CDK\'s own function writes logs')
    acknowledgeGrants(
      child,
      'what CDK grants its own function for copying files from its assets to the bucket, and for having CloudFront forget the old ones',
    )
  }
}
