import { Construct } from 'constructs'
import { accountCall } from './account-call.ts'

/**
 * Where AWS IoT answers for this account and region, which CloudFormation does not know: a function of CDK's asks for it at deployment.
 *
 * @example
 * const { address } = new DataEndpoint(this, 'DataEndpoint')
 * new WebDashboard(this, 'Dashboard', { folder: 'dist', mqttEndpoint: address })
 * @see https://docs.aws.amazon.com/iot/latest/apireference/API_DescribeEndpoint.html
 */
export class DataEndpoint extends Construct {
  /** As `a1b2c3d4e5f6g7-ats.iot.eu-central-1.amazonaws.com`. */
  readonly address: string

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.address = accountCall(this, {
      resourceType: 'Custom::KegIoTDataEndpoint', physicalId: 'data-endpoint',
      call: { action: 'describeEndpoint', parameters: { endpointType: 'iot:Data-ATS' } }, needs: { 'iot:DescribeEndpoint': ['*'] },
    }).getResponseField('endpointAddress')
  }
}
