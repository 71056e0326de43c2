import { DataEndpoint, WebDashboard } from '@keg/cdk-constructs'
import { CfnOutput, Stack } from 'aws-cdk-lib'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import type { Construct } from 'constructs'
import type { ApiStack } from './api-stack.ts'
import type { KegStackProps, StateStack } from '../state-stack.ts'

/** What a {@link DashboardStack} takes. */
export interface DashboardStackProps extends KegStackProps {
  readonly state: StateStack
  readonly api: ApiStack
  /** The folder of the built page. */
  readonly page: string
  /** The name of the page's own domain, and the ARN of its certificate; absent: CloudFront's. */
  readonly domain?: string | undefined
  readonly certificate?: string | undefined
}

/** The page, on an origin with its API and AWS IoT: it calls no other but those who sign people in. */
export class DashboardStack extends Stack {
  constructor(
    scope: Construct, id: string, { stage: _, state: { signIn }, api, page, domain, certificate, ...props }: DashboardStackProps,
  ) {
    super(scope, id, props)
    const { address } = new DataEndpoint(this, 'DataEndpoint')
    const { url } = new WebDashboard(this, 'Page', {
      folder: page, api: api.http, mqttEndpoint: address, inlineStyles: true,
      ...(domain === undefined || certificate === undefined
        ? {}
        : { domain: { names: [domain], certificate: Certificate.fromCertificateArn(this, 'Certificate', certificate) } }),
      // By the slash, what is below them is meant as well.
      connectSources: [`${signIn.issuer}/`, `${signIn.url}/`],
      files: { 'config.json': {
        apiUrl: '/api', mqttUrl: '/mqtt', authorizerName: api.authorizerName, issuer: signIn.issuer, clientId: signIn.pageClientId,
      } },
    })
    new CfnOutput(this, 'DashboardUrl', { value: url })
  }
}
